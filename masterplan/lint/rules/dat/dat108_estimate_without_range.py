"""DAT108: an estimate without a range."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count


@rule(
    "DAT108",
    about="innovations",
    severity="info",
    title=Words("Perkiraan tanpa rentang", "An estimate without a range"),
    what=Words(
        "Bagian yang terbantu berbukti C atau D tanpa nilai rendah dan tinggi.",
        "A share of evidence C or D without low and high.",
    ),
    why=Words(
        "Perkiraan selalu punya rentang; tanpa rentang ia tampak pasti.",
        "An estimate always has a range; without one it looks certain.",
    ),
    example=Words("0,3 dengan bukti C", "0.3 with evidence C"),
    instead=Words(
        "Tulis rendah dan tinggi yang masih Anda percayai.", "Write the low and high you would still believe."
    ),
    source="docs/impact.md: tingkat bukti A–D",
    alone=True,
)
def estimate_without_range(innovation: Innovation, context: Context) -> Iterator[Found]:
    for relief in innovation.addresses or ():
        triangle = relief.share
        if triangle and relief.evidence in ("C", "D") and (triangle.low is None or triangle.high is None):
            message = Words("{problem}: hanya satu angka, {mode}.", "{problem}: a single figure, {mode}.")
            yield Found(
                f"addresses[{relief.problem}].share",
                message.with_(problem=relief.problem, mode=count(triangle.mode)),
            )
