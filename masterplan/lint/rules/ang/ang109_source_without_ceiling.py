"""ANG109: a source of money without a ceiling."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import named
from masterplan.lint.rule import Found, rule


@rule(
    "ANG109",
    severity="info",
    title=Words("Sumber dana tanpa pagu", "A source of money without a ceiling"),
    what=Words(
        "Sumber dana yang dipakai inovasi terpilih, tetapi tidak punya pagu sementara sumber lain punya.",
        "A source used by chosen innovations that has no ceiling while others do.",
    ),
    why=Words(
        "Sumber tanpa pagu dianggap tidak terbatas, dan uangnya mungkin tidak pernah ada.",
        "Without a ceiling a source counts as unlimited, and its money may never come.",
    ),
    example=Words(
        "Tiga inovasi memakai CSR; pagu CSR: (kosong)", "Three innovations use CSR; ceiling of CSR: (empty)"
    ),
    instead=Words(
        "Tulis perkiraan yang sudah dibicarakan dengan pemberi dananya.",
        "Write what has been talked over with those who give it.",
    ),
    source="docs/impact.md: uang dan pagu",
)
def source_without_ceiling(context: Context) -> Iterator[Found]:
    ceilings = {ceiling.source for ceiling in context.plan.budget or () if ceiling.source}
    used: dict[str, list[str]] = {}
    for innovation in context.innovations:
        for part in innovation.funding or ():
            if innovation.decision == "chosen" and part.share and part.source not in ceilings:
                used.setdefault(part.source, []).append(innovation.id)
    for source, keys in used.items() if ceilings else ():
        message = Words(
            "{source} dipakai {which}, tetapi tanpa pagu.", "{source} is used by {which}, but has no ceiling."
        )
        yield Found("budget", message.with_(source=source, which=named(keys)))
