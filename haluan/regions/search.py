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
CERTAIN = 94

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
        return cls(" ".join(SHORT.get(word, word) for word in rest if word != "administrasi"), kind)


def bare(name: str) -> str:
    """Without the kind before it."""
    return re.sub(r"^(kabupaten|kota) (administrasi )?", "", name.lower())


def likeness(query: str, name: str) -> float:
    """0 to 100; below `CERTAIN` it is a guess at a typo. Spaces do not count (Gunung Kidul, Gunungkidul)."""
    joined, of_name = query.replace(" ", ""), name.replace(" ", "")
    if joined == of_name:
        return 100
    if name.startswith(query) or f" {query}" in name:
        return 96
    return min(CERTAIN - 1, fuzz.ratio(joined, of_name))


def find(text: str, regions: Iterable[Region]) -> tuple[list[Region], bool]:
    """The regions that fit best first, and whether the fit is certain rather than a guess at a typo.

    `regions` come with their province. A province's name finds all its regions.
    """
    query = Query.of(text)
    found = []
    for region in regions if query.name else ():
        of_province = likeness(query.name, region.province.name.lower()) - 2
        alike = max(likeness(query.name, bare(region.name)), of_province)
        if alike >= ENOUGH:
            found.append((alike, bool(query.kind) and region.kind != query.kind, region))
    best = max((alike for alike, _other_kind, _region in found), default=100)
    certain = best >= CERTAIN
    kept = [one for one in found if one[0] >= (CERTAIN if certain else best - 5)]
    kept.sort(key=lambda one: (one[1], -one[0], one[2].name))
    return [region for _alike, _other_kind, region in kept], certain
