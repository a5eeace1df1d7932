"""DAT105: this finding has no source."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "DAT105",
    severity="info",
    title=Words("Temuan ini tanpa sumber", "This finding has no source"),
    what=Words(
        "Temuan kesiapan atau isu SWOT tanpa sumber.", "A readiness finding or SWOT issue without a source."
    ),
    why=Words(
        "Kalimat SWOT tanpa sumber dapat ditulis tentang daerah mana pun.",
        "A SWOT sentence without a source could be about any region.",
    ),
    example=Words("Kelemahan: SDM terbatas; sumber: (kosong)", "Weakness: limited staff; source: (empty)"),
    instead=Words("Tautkan dokumen atau catatan rapatnya.", "Link the document or the minutes."),
    source="docs/impact.md: tingkat bukti A–D",
)
def finding_without_source(context: Context) -> Iterator[Found]:
    thing = Words("sumber", "a source")
    for collection in ("readiness", "issues"):
        yield from missing(context, collection, "sources", thing, lambda finding: not finding.sources)
