"""DAT107: this source lacks publisher or year."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "DAT107",
    severity="info",
    title=Words("Sumber ini tanpa penerbit atau tahun", "This source lacks publisher or year"),
    what=Words(
        "Sumber tanpa penerbit atau tanpa tanggal.", "A source without a publisher or without a date."
    ),
    why=Words(
        "Tanpa keduanya tidak ada yang dapat menemukannya kembali.", "Without both nobody can find it again."
    ),
    example=Words("Laporan survei; penerbit: (kosong)", "Survey report; publisher: (empty)"),
    instead=Words("Lengkapi penerbit dan tahunnya.", "Add publisher and year."),
    source="docs/impact.md: tingkat bukti A–D",
)
def source_undated(context: Context) -> Iterator[Found]:
    thing = Words("penerbit dan tahun", "a publisher and a year")
    yield from missing(
        context,
        "sources",
        "date",
        thing,
        lambda source: not (source.publisher or "").strip() or not (source.date or "").strip(),
    )
