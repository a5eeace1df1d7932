"""ENB203: technology without the money to run it."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Enabler
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "ENB203",
    about="enablers",
    severity="warning",
    title=Words("Teknologi tanpa biaya menjalankannya", "Technology without the money to run it"),
    what=Words(
        "Pemungkin teknologi atau prasarana yang bermodal, tetapi biaya operasinya kosong atau nol.",
        "A technology or infrastructure enabler with capital but no yearly operating cost.",
    ),
    why=Words(
        "Lisensi, listrik, jaringan, dan orangnya tetap harus dibayar; tanpa itu alatnya mati pada tahun kedua.",
        "Licences, power, network and people must still be paid; without them it dies in its second year.",
    ),
    example=Words(
        "Modal Rp2,4 miliar; operasi per tahun: (kosong)",
        "Capital Rp2.4 billion; operating per year: (empty)",
    ),
    instead=Words(
        "Tulis biaya tahunannya; untuk perangkat lunak lazimnya 15–20 persen modal.",
        "Write the yearly cost; for software usually 15–20 per cent of the capital.",
    ),
    source="uji pembimbing, “tepat guna, efisien, langgeng” (Jurnal Polisi 2019)",
    alone=True,
)
def technology_without_upkeep(enabler: Enabler, context: Context) -> Iterator[Found]:
    physical = enabler.kind in ("technology", "infrastructure")
    if physical and enabler.capital and not enabler.operating_per_year:
        yield Found("operating_per_year")
