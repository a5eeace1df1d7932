"""ENB206: it is there already, but bought again."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Enabler
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import money


@rule(
    "ENB206",
    about="enablers",
    severity="warning",
    title=Words("Sudah ada, tetapi dibeli lagi", "It is there already, but bought again"),
    what=Words(
        "Teknologi atau prasarana yang ditandai sudah ada dan tetap punya biaya modal.",
        "Technology or infrastructure marked as existing that still has a capital cost.",
    ),
    why=Words(
        "Uangnya terhitung dua kali, atau yang sudah ada diam-diam diganti.",
        "The money is counted twice, or what is there is quietly replaced.",
    ),
    example=Words(
        "Jaringan kantor kecamatan: sudah ada; modal Rp1,1 miliar.",
        "Network of the district offices: exists; capital Rp1.1 billion.",
    ),
    instead=Words(
        "Hapus modalnya, atau jelaskan perluasan apa yang dibiayai dan hapus tanda sudah ada.",
        "Remove the capital, or say which extension is paid and remove the mark.",
    ),
    source="tahun pertama, buat yang sudah ada bekerja bersama (Jurnal Polisi 2019)",
    alone=True,
)
def bought_again(enabler: Enabler, context: Context) -> Iterator[Found]:
    if enabler.exists and enabler.capital and enabler.kind in ("technology", "infrastructure"):
        message = Words(
            "Ditandai sudah ada, tetapi modalnya {capital}.",
            "Marked as existing, but its capital is {capital}.",
        )
        yield Found("capital", message.with_(capital=money(enabler.capital)))
