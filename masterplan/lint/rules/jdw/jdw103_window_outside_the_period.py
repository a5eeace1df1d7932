"""JDW103: its start window leaves the plan’s period."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.impact.wording import span
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "JDW103",
    about="innovations",
    severity="warning",
    title=Words("Rentang mulainya keluar dari masa rencana", "Its start window leaves the plan’s period"),
    what=Words(
        "Rentang mulai sebelum tahun pertama atau sesudah tahun terakhir rencana.",
        "A start window before the first or after the last year of the plan.",
    ),
    why=Words("Tahun di luar rencana tidak dapat dipilih.", "A year outside the plan cannot be chosen."),
    example=Words("Rencana 2027–2036; rentang 2025–2038", "Plan 2027–2036; window 2025–2038"),
    instead=Words("Sesuaikan rentangnya.", "Fit the window."),
    source="docs/impact.md: jadwal",
)
def window_outside_the_period(innovation: Innovation, context: Context) -> Iterator[Found]:
    window = innovation.start
    if window and not (context.first_year <= window.earliest and window.latest <= context.last_year):
        message = Words("Rentang mulai {window}, rencana {period}.", "Start window {window}, plan {period}.")
        own, period = span(window.earliest, window.latest), span(context.first_year, context.last_year)
        yield Found("start", message.with_(window=own, period=period))
