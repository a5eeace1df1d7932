"""KES101: a readiness component has not been looked at."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words, listing
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

COMPONENTS = {
    "nature": Words("alam", "nature"),
    "structure": Words("struktur", "structure"),
    "infrastructure": Words("infrastruktur", "infrastructure"),
    "superstructure": Words("suprastruktur", "superstructure"),
    "culture": Words("budaya", "culture"),
}


@rule(
    "KES101",
    severity="warning",
    title=Words("Ada unsur kesiapan yang belum dilihat", "A readiness component has not been looked at"),
    what=Words(
        "Unsur kesiapan (alam, struktur, infrastruktur, suprastruktur, budaya) tanpa satu pun temuan.",
        "A readiness component (nature, structure, infrastructure, superstructure, culture) without a finding.",
    ),
    why=Words(
        "Bimtek 1 membahas kelimanya; yang dilewati muncul kembali sebagai hambatan.",
        "Workshop 1 covers all five; what is skipped comes back as an obstacle.",
    ),
    example=Words("Suprastruktur: tidak ada temuan.", "Superstructure: no finding."),
    instead=Words(
        "Tulis paling sedikit satu temuan tiap unsur, dengan sumbernya.",
        "Write at least one finding for each, with its source.",
    ),
    source="Buku I Analisis Strategis: kesiapan, SWOT, kesenjangan (bimtek 1, Bontang 2019)",
)
def component_missing(context: Context) -> Iterator[Found]:
    seen = {finding.element for finding in context.readiness}
    absent = [name for element, name in COMPONENTS.items() if element not in seen]
    if not seen:
        yield Found(
            "readiness", Words("Kesiapan daerah belum ditulis.", "The region’s readiness is not written.")
        )
    elif absent:
        names = Words(listing([one.id for one in absent], "id"), listing([one.en for one in absent], "en"))
        yield Found(
            "readiness", Words("Belum dilihat: {names}.", "Not looked at: {names}.").with_(names=names)
        )
