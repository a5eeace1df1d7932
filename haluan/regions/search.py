"""Finding one of 514 regions and 38 provinces by name, typos forgiven.

PostgreSQL here has no trigram extension; with so few names a comparison in memory takes about a millisecond.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from .models import Region

ENOUGH = 74
CERTAIN = 95

# Short names that people write and officials use. Only those that mean one place.
SHORT = {
    "kukar": "kutai kartanegara",
    "kutim": "kutai timur",
    "kubar": "kutai barat",
    "tangsel": "tangerang selatan",
    "lotim": "lombok timur",
    "lobar": "lombok barat",
    "loteng": "lombok tengah",
    "sergai": "serdang bedagai",
    "solo": "surakarta",
    "jogja": "yogyakarta",
    "yogya": "yogyakarta",
    "diy": "daerah istimewa yogyakarta",
    "jabar": "jawa barat",
    "jateng": "jawa tengah",
    "jatim": "jawa timur",
    "sumut": "sumatera utara",
    "sumbar": "sumatera barat",
    "sumsel": "sumatera selatan",
    "kepri": "kepulauan riau",
    "babel": "kepulauan bangka belitung",
    "kalbar": "kalimantan barat",
    "kalteng": "kalimantan tengah",
    "kalsel": "kalimantan selatan",
    "kaltim": "kalimantan timur",
    "kaltara": "kalimantan utara",
    "sulut": "sulawesi utara",
    "sulteng": "sulawesi tengah",
    "sulsel": "sulawesi selatan",
    "sultra": "sulawesi tenggara",
    "sulbar": "sulawesi barat",
    "malut": "maluku utara",
    "ntb": "nusa tenggara barat",
    "ntt": "nusa tenggara timur",
    "jakarta": "dki jakarta",
}

KINDS = {"kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota", "kotamadya": "kota"}


@dataclass(frozen=True)
class Query:
    """What was typed: the name without its kind, and the kind when it was said."""

    name: str
    kind: str

    @classmethod
    def of(cls, text: str) -> Query:
        words = re.sub(r"[^\w ]", " ", text.lower())[:80].split()
        kind = KINDS[words[0]] if words and words[0] in KINDS else ""
        rest = words[1:] if kind and len(words) > 1 else words
        return cls(" ".join(SHORT.get(word, word) for word in rest), kind)


def bare(name: str) -> str:
    """Without the kind before it; spaces count for nothing (Gunung Kidul, Gunungkidul)."""
    return re.sub(r"^(kabupaten|kota) (administrasi )?", "", name.lower())


def likeness(query: str, name: str) -> float:
    """0 to 100. A name that begins with what was typed is as good as the name itself, or nearly."""
    if name == query:
        return 100
    if name.startswith(query) or f" {query}" in name:
        return 96
    return fuzz.ratio(query.replace(" ", ""), name.replace(" ", ""))


def find(text: str, regions: Iterable[Region]) -> tuple[list[Region], bool]:
    """The regions that fit best first, and whether the fit is certain rather than a guess at a typo.

    `regions` come with their province. A province's name finds all its regions.
    """
    query = Query.of(text)
    if not query.name:
        return [], True
    scored = []
    for region in regions:
        own = likeness(query.name, bare(region.name))
        if query.kind:
            own += 3 if region.kind == query.kind else -12
        score = max(own, likeness(query.name, region.province.name.lower()) - 2)
        if score >= ENOUGH:
            scored.append((score, region))
    if not scored:
        return [], True
    best = max(score for score, _ in scored)
    certain = best >= CERTAIN - 2
    kept = [(score, region) for score, region in scored if not certain or score >= CERTAIN - 15]
    kept.sort(key=lambda pair: (-pair[0], pair[1].name))
    return [region for _, region in kept], certain
