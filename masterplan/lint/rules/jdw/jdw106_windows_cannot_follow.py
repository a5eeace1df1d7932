"""JDW106: its window cannot follow its prerequisite."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "JDW106",
    about="innovations",
    severity="warning",
    title=Words(
        "Rentang mulainya tidak dapat mengikuti prasyaratnya", "Its window cannot follow its prerequisite"
    ),
    what=Words(
        "Mulai paling lambat sebelum prasyaratnya paling cepat selesai.",
        "A latest start before the earliest end of what it requires.",
    ),
    why=Words("Tidak ada jadwal yang memenuhi keduanya.", "No schedule can satisfy both."),
    example=Words(
        "Paling lambat 2027; prasyaratnya paling cepat berjalan 2029.",
        "Latest 2027; its prerequisite works in 2029 at the earliest.",
    ),
    instead=Words(
        "Perpanjang rentang, atau pendekkan prasyaratnya.", "Widen the window, or shorten the prerequisite."
    ),
    source="docs/impact.md: jadwal",
)
def windows_cannot_follow(innovation: Innovation, context: Context) -> Iterator[Found]:
    for key in innovation.requires or ():
        other = context.innovation.get(key)
        if innovation.start and other and other.start:
            works = other.start.earliest + (other.duration_years or 1)
            if works > innovation.start.latest:
                message = Words(
                    "Paling lambat mulai {latest}, sedangkan {other} paling cepat berjalan {works}.",
                    "Starts in {latest} at the latest, but {other} works in {works} at the earliest.",
                )
                yield Found("start", message.with_(latest=innovation.start.latest, other=key, works=works))
