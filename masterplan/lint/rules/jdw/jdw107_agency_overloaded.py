"""JDW107: this agency will not manage."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.impact.wording import span
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.load import tightest
from masterplan.lint.missing import named
from masterplan.lint.rule import Found, rule


@rule(
    "JDW107",
    severity="warning",
    title=Words("Perangkat daerah ini tidak akan sanggup", "This agency will not manage"),
    what=Words(
        "Perangkat daerah yang rentang mulai inovasinya menuntut lebih banyak pembangunan bersamaan daripada kesanggupannya.",
        "An agency whose start windows demand more building at once than it can do.",
    ),
    why=Words(
        "Sebagian pasti mundur; lebih baik dipilih sekarang yang mana.",
        "Some will slip for certain; better to choose now which.",
    ),
    example=Words(
        "Empat inovasi setahun harus mulai 2027 atau 2028; kesanggupannya satu setiap tahun.",
        "Four innovations of a year must start in 2027 or 2028; it can do one a year.",
    ),
    instead=Words(
        "Longgarkan rentangnya, alihkan kepada perangkat daerah lain, atau tambah orangnya.",
        "Widen the windows, hand some to another agency, or add people.",
    ),
    source="docs/impact.md: parallel_projects; syarat Hall atas rentang waktu",
)
def agency_overloaded(context: Context) -> Iterator[Found]:
    for agency in context.agencies:
        asked = tightest(context, agency)
        if asked:
            message = Words(
                "{which} menuntut {work} tahun kerja pada {years}, kesanggupannya {room}.",
                "{which} ask for {work} years of work in {years}, it can do {room}.",
            ).with_(
                which=named(asked.keys), work=asked.work, years=span(asked.first, asked.last), room=asked.room
            )
            yield Found("parallel_projects", message, collection="agencies", element=agency.code)
