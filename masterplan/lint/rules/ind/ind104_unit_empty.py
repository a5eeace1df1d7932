"""IND104: its unit says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "IND104",
    about="innovations",
    severity="warning",
    title=Words("Satuannya tidak mengatakan apa-apa", "Its unit says nothing"),
    what=Words("Satuan kosong, setrip, atau hanya angka.", "A unit that is empty, a dash, or only a figure."),
    why=Words(
        "Sasaran 40 tanpa satuan dapat berarti apa saja.", "A target of 40 without a unit may mean anything."
    ),
    example=Words("Waktu layanan: 40 (-)", "Service time: 40 (-)"),
    instead=Words("Tulis menit, persen, orang per tahun.", "Write minutes, per cent, people per year."),
    source="docs/impact.md: indicator",
    alone=True,
)
def unit_empty(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        if not any(sign.isalpha() or sign in "%‰°" for sign in outcome.indicator.unit):
            message = Words("“{name}”: satuannya “{unit}”.", "“{name}”: its unit is “{unit}”.")
            yield Found("outcomes", message.with_(name=outcome.indicator.name, unit=outcome.indicator.unit))
