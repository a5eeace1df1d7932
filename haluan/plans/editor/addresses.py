"""Addresses on the desk: collections by their Indonesian names."""

from __future__ import annotations

COLLECTION_PATHS = {
    "": "rencana",
    "readiness": "kesiapan",
    "issues": "isu",
    "problems": "masalah",
    "innovations": "inovasi",
    "enablers": "pemungkin",
    "agencies": "dinas",
    "districts": "kecamatan",
    "budget": "pagu",
    "risks": "risiko",
    "chapters": "bab",
    "figures": "gambar",
    "acceptances": "diterima",
    "sources": "sumber",
}
BY_PATH = {path: name for name, path in COLLECTION_PATHS.items()}


class CollectionConverter:
    """`inovasi` in an address is the collection `innovations`; the plan itself is `rencana`."""

    regex = "|".join(BY_PATH)

    def to_python(self, value: str) -> str:
        return BY_PATH[value]

    def to_url(self, value: str) -> str:
        return COLLECTION_PATHS[value]
