"""ANG101: its sources of money do not add up to a hundred per cent."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document import Change
from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count, share

TOLERANCE = 1e-6
ROUNDING = 0.015
"""Three thirds written with two decimals are 0.99."""


@rule(
    "ANG101",
    about="innovations",
    severity="error",
    title=Words(
        "Sumber dananya tidak berjumlah seratus persen",
        "Its sources of money do not add up to a hundred per cent",
    ),
    what=Words(
        "Bagian sumber dana satu inovasi yang jumlahnya bukan 1.",
        "Funding shares of an innovation that do not sum to 1.",
    ),
    why=Words(
        "Sisanya belum ada yang menanggung, atau ada yang menanggung dua kali.",
        "The rest is paid by nobody, or something is paid twice.",
    ),
    example=Words("APBD 0,7; DAK 0,2; berjumlah 0,9", "APBD 0.7; DAK 0.2; together 0.9"),
    instead=Words(
        "Lengkapi sampai 1. Pembulatan kecil diperbaiki oleh --fix.",
        "Complete them to 1. Small roundings are mended by --fix.",
    ),
    source="docs/impact.md: uang dan pagu",
    alone=True,
    fixable=True,
)
def funding_does_not_add_up(innovation: Innovation, context: Context) -> Iterator[Found]:
    funding = innovation.funding or ()
    total = sum(part.share for part in funding)
    if not funding or abs(total - 1) <= TOLERANCE:
        return
    if abs(total - 1) <= ROUNDING:
        message = Words(
            "Bagian sumber dana berjumlah {total} karena pembulatan.",
            "The funding shares sum to {total} by rounding.",
        )
        yield Found("funding", message.with_(total=count(total)), fix=_rounded(innovation))
        return
    message = (
        Words(
            "Sumber dana berjumlah {total}; {rest} biayanya belum ada yang menanggung.",
            "The sources add up to {total}; {rest} of the cost is paid by nobody.",
        )
        if total < 1
        else Words(
            "Sumber dana berjumlah {total}; {rest} dibayar dua kali.",
            "The sources add up to {total}; {rest} is paid twice.",
        )
    )
    yield Found("funding", message.with_(total=share(total), rest=share(abs(1 - total))))


def _rounded(innovation: Innovation) -> tuple[Change, ...]:
    """The largest share takes up what rounding left over."""
    funding = innovation.funding or []
    largest = max(funding, key=lambda part: part.share)
    rest = round(1 - sum(part.share for part in funding if part is not largest), 6)
    field = f"funding[{largest.source}].share"
    return (Change("set", "innovations", innovation.id, field, was=largest.share, now=rest),)
