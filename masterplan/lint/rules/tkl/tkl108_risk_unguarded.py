"""TKL108: nobody guards against this risk."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "TKL108",
    severity="warning",
    title=Words("Risiko ini tidak dijaga siapa pun", "Nobody guards against this risk"),
    what=Words(
        "Risiko tanpa tanggapan atau tanpa penanggung jawab.",
        "A risk without a response or without an owner.",
    ),
    why=Words("Risiko yang hanya dicatat tetap terjadi.", "A risk that is only noted still happens."),
    example=Words("Lelang gagal; tanggapan: (kosong)", "The tender fails; response: (empty)"),
    instead=Words(
        "Tulis apa yang dilakukan sebelum dan sesudahnya, dan oleh siapa.",
        "Write what is done before and after, and by whom.",
    ),
    source="isi Buku II: risiko",
)
def risk_unguarded(context: Context) -> Iterator[Found]:
    thing = Words("tanggapan dan penanggung jawab", "a response and an owner")
    yield from missing(
        context,
        "risks",
        "response",
        thing,
        lambda risk: not (risk.response or "").strip() or risk.owner is None,
    )
