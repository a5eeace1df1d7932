"""JDW108: the schedule is beyond what the agency can do."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "JDW108",
    severity="error",
    title=Words(
        "Jadwalnya melampaui kesanggupan perangkat daerah", "The schedule is beyond what the agency can do"
    ),
    what=Words(
        "Tahun yang inovasi terpilihnya dibangun lebih banyak daripada kesanggupan perangkat daerah.",
        "A year in which the chosen innovations built exceed what the agency can do at once.",
    ),
    why=Words("Jadwal ini tidak akan terjadi.", "This schedule will not happen."),
    example=Words(
        "Dinas Kesehatan dapat membangun 2 sekaligus, 2028 ada 4.",
        "The health agency can build 2 at once, in 2028 there are 4.",
    ),
    instead=Words("Geser tahun mulai sebagian.", "Move some of the start years."),
    source="docs/impact.md: jadwal",
)
def agency_builds_too_much(context: Context) -> Iterator[Found]:
    for broken in context.broken("parallel_projects"):
        yield Found("parallel_projects", broken.words, collection="agencies", element=broken.about[0])
