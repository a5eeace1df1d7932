"""KES105: low readiness left alone."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule

LOW = 2


@rule(
    "KES105",
    severity="warning",
    title=Words("Kesiapan rendah yang dibiarkan", "Low readiness left alone"),
    what=Words(
        "Temuan bertingkat 1 atau 2 yang tidak ditunjuk inovasi mana pun dan tidak punya tingkat yang dituju.",
        "A finding of level 1 or 2 that no innovation points at and that has no level wanted.",
    ),
    why=Words(
        "Inovasi akan tersandung di tempat yang sudah diketahui.",
        "Innovations will stumble where everybody knew they would.",
    ),
    example=Words(
        "Keterampilan petugas: tingkat 1; inovasi: (tidak ada)",
        "Skills of staff: level 1; innovations: (none)",
    ),
    instead=Words(
        "Tulis tingkat yang dituju dan inovasi yang menaikkannya.",
        "Write the level wanted and the innovation that raises it.",
    ),
    source="Kota Kupang: petugas tanpa keterampilan (Penatimor 2022)",
)
def low_readiness_ignored(context: Context) -> Iterator[Found]:
    thing = Words("inovasi yang menaikkannya", "an innovation that raises it")
    closed = {key for one in context.in_play for key in one.readiness or ()}
    if context.innovations:
        yield from missing(
            context,
            "readiness",
            "level",
            thing,
            lambda finding: finding.id not in closed,
            among=lambda finding: (
                finding.level is not None and finding.level <= LOW and finding.target_level is None
            ),
        )
