"""DAT102: the range is too narrow for an assumption."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count


@rule(
    "DAT102",
    about="innovations",
    severity="warning",
    title=Words("Rentangnya terlalu sempit untuk sebuah asumsi", "The range is too narrow for an assumption"),
    what=Words(
        "Bagian yang terbantu berbukti D dengan rentang kurang dari setengah nilai tengahnya.",
        "A share of grade D with a range of less than half its middle.",
    ),
    why=Words(
        "Asumsi yang tampak seteliti pengukuran menyesatkan yang memilih.",
        "An assumption that looks as exact as a measurement misleads those who choose.",
    ),
    example=Words("0,38–0,40–0,42 dengan bukti D", "0.38–0.40–0.42 with evidence D"),
    instead=Words("Lebarkan rentangnya, atau cari buktinya.", "Widen the range, or find evidence."),
    source="docs/impact.md: tingkat bukti A–D",
    alone=True,
)
def narrow_assumption(innovation: Innovation, context: Context) -> Iterator[Found]:
    for relief in innovation.addresses or ():
        triangle = relief.share
        if triangle and relief.evidence == "D" and triangle.low is not None and triangle.high is not None:
            width = triangle.high - triangle.low
            if triangle.mode > 0 and width < triangle.mode / 2:
                message = Words(
                    "{problem}: rentang {low}–{high} padahal hanya asumsi (bukti D).",
                    "{problem}: a range of {low}–{high} though it is an assumption (evidence D).",
                ).with_(problem=relief.problem, low=count(triangle.low), high=count(triangle.high))
                yield Found(f"addresses[{relief.problem}].share", message)
