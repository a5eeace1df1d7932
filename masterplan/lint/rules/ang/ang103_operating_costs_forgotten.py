"""ANG103: the cost of running it is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import money


@rule(
    "ANG103",
    about="innovations",
    severity="warning",
    title=Words("Biaya menjalankannya belum ditulis", "The cost of running it is not written"),
    what=Words(
        "Inovasi bermodal yang biaya operasi tahunannya kosong.",
        "An innovation with capital whose yearly operating cost is empty.",
    ),
    why=Words(
        "Sesudah diresmikan tidak ada uang untuk orang, listrik, dan perawatannya.",
        "After its launch there is no money for people, power and upkeep.",
    ),
    example=Words(
        "Modal Rp11,2 miliar untuk delapan pengering; operasi per tahun: (kosong)",
        "Capital Rp11.2 billion for eight dryers; operating per year: (empty)",
    ),
    instead=Words(
        "Tulis biaya setahun sejak berjalan; bila benar nol, tulis 0.",
        "Write the yearly cost once it works; where it is really nothing, write 0.",
    ),
    source="uji pembimbing, “langgeng” (Jurnal Polisi 2019)",
    alone=True,
)
def operating_costs_forgotten(innovation: Innovation, context: Context) -> Iterator[Found]:
    capital = sum(cost.capital or 0 for cost in innovation.costs or ())
    if capital and innovation.operating_per_year is None:
        message = Words(
            "Modalnya {capital}, biaya menjalankannya tiap tahun belum ditulis.",
            "Its capital is {capital}, the yearly cost of running it is not written.",
        )
        yield Found("operating_per_year", message.with_(capital=money(capital)))
