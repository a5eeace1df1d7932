"""DAT106: this source is not used."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document import COLLECTIONS
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "DAT106",
    severity="info",
    title=Words("Sumber ini tidak dipakai", "This source is not used"),
    what=Words("Sumber yang tidak ditunjuk elemen mana pun.", "A source that no element points at."),
    why=Words(
        "Daftar pustaka yang panjang tanpa pemakaian membuat yang benar-benar dipakai tidak terlihat.",
        "A long bibliography that is not used hides what is.",
    ),
    example=Words(
        "S12 Renstra Dinas Kesehatan; dipakai: (tidak ada)", "S12 Health agency plan; used: (nowhere)"
    ),
    instead=Words(
        "Tautkan pada yang bersumber darinya, atau hapus.", "Link it where it was used, or remove it."
    ),
    source="docs/impact.md: tingkat bukti A–D",
)
def source_unused(context: Context) -> Iterator[Found]:
    thing = Words("elemen yang memakainya", "an element that uses it")
    used = {
        key
        for name in COLLECTIONS
        for element in getattr(context.plan, name) or ()
        for key in getattr(element, "sources", None) or ()
    }
    yield from missing(context, "sources", "id", thing, lambda source: source.id not in used)
