"""JDW104: it starts outside what is possible."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "JDW104",
    severity="error",
    title=Words("Tahun mulainya di luar yang mungkin", "It starts outside what is possible"),
    what=Words(
        "Tahun mulai di luar rentang mulai atau di luar masa rencana.",
        "A start year outside its window or outside the plan’s period.",
    ),
    why=Words(
        "Peta jalan menjanjikan tahun yang menurut rencana ini sendiri tidak mungkin.",
        "The road map promises a year that this very plan calls impossible.",
    ),
    example=Words("Rentang 2028–2030; mulai 2027", "Window 2028–2030; starts in 2027"),
    instead=Words(
        "Ubah tahun mulainya, atau rentangnya bila keadaannya berubah.",
        "Change the start, or the window where things have changed.",
    ),
    source="docs/impact.md: jadwal",
)
def start_outside_the_window(context: Context) -> Iterator[Found]:
    for name in ("period", "window"):
        for broken in context.broken(name):
            yield Found("scheduled_start", broken.words, collection="innovations", element=broken.about[0])
