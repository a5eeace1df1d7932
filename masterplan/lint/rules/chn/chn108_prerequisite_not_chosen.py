"""CHN108: what must come before it is not chosen."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "CHN108",
    severity="error",
    title=Words("Yang harus mendahuluinya tidak dipilih", "What must come before it is not chosen"),
    what=Words(
        "Inovasi terpilih yang mensyaratkan inovasi yang tidak dipilih atau tanpa tahun mulai.",
        "A chosen innovation that requires one not chosen, or one without a start year.",
    ),
    why=Words("Inovasi ini tidak akan dapat mulai.", "It will not be able to start."),
    example=Words(
        "IN-07 mensyaratkan IN-03; IN-03 tidak dipilih.", "IN-07 requires IN-03; IN-03 is not chosen."
    ),
    instead=Words(
        "Pilih juga yang disyaratkan, atau lepas syaratnya bila tidak benar-benar perlu.",
        "Choose the other as well, or drop the requirement where it is not real.",
    ),
    source="docs/impact.md: requires",
)
def prerequisite_not_chosen(context: Context) -> Iterator[Found]:
    portfolio = {
        one.id for one in context.innovations if one.decision == "chosen" and one.scheduled_start is not None
    }
    for broken in context.broken("requires"):
        if broken.about[1] not in portfolio:
            yield Found("requires", broken.words, collection="innovations", element=broken.about[0])
