"""ANG105: the range of the share relieved is inverted."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count


@rule(
    "ANG105",
    about="innovations",
    severity="error",
    title=Words("Rentang bagian yang terbantu terbalik", "The range of the share relieved is inverted"),
    what=Words("Rendah, mungkin, dan tinggi yang tidak berurutan.", "Low, likely and high out of order."),
    why=Words(
        "Rentang terbalik tidak dapat dihitung; seluruh rencana tidak dapat dinilai.",
        "An inverted range cannot be counted, so the whole plan has no value.",
    ),
    example=Words("rendah 0,4; mungkin 0,3; tinggi 0,5", "low 0.4; likely 0.3; high 0.5"),
    instead=Words("Urutkan: rendah ≤ mungkin ≤ tinggi.", "Put them in order: low ≤ likely ≤ high."),
    source="docs/impact.md: share",
    alone=True,
)
def triangle_inverted(innovation: Innovation, context: Context) -> Iterator[Found]:
    for relief in innovation.addresses or ():
        triangle = relief.share
        if triangle is None:
            continue
        low = triangle.mode if triangle.low is None else triangle.low
        high = triangle.mode if triangle.high is None else triangle.high
        if not low <= triangle.mode <= high:
            message = Words(
                "Bagian {problem}: rendah {low}, mungkin {mode}, tinggi {high}.",
                "Share of {problem}: low {low}, likely {mode}, high {high}.",
            ).with_(problem=relief.problem, low=count(low), mode=count(triangle.mode), high=count(high))
            yield Found(f"addresses[{relief.problem}].share", message)
