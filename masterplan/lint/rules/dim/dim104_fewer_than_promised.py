"""DIM104: this dimension has fewer than was laid down."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "DIM104",
    severity="error",
    title=Words("Dimensi ini kurang dari yang ditetapkan", "This dimension has fewer than was laid down"),
    what=Words(
        "Dimensi yang inovasi terpilihnya kurang dari jumlah paling sedikit.",
        "A dimension with fewer chosen innovations than the minimum.",
    ),
    why=Words("Rencana melanggar aturannya sendiri.", "The plan breaks its own rule."),
    example=Words("Citra daerah: terpilih 1, paling sedikit 3.", "Branding: 1 chosen, at least 3."),
    instead=Words(
        "Pilih lagi dari usulannya, atau ubah aturannya dengan alasan.",
        "Choose more of what is proposed, or change the rule with a reason.",
    ),
    source="docs/impact.md: minimum_per_dimension",
)
def fewer_than_promised(context: Context) -> Iterator[Found]:
    for broken in context.broken("minimum_per_dimension"):
        yield Found("innovations", broken.words)
