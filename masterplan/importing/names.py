"""The names regions give to the six dimensions, the four kinds of issue, readiness, money and yes and no."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

_NUMBERING = re.compile(
    r"^\s*(?:"
    r"\d{1,2}(?:\.\d{1,3}){1,5}\.?\s+(?=\S)"
    r"|(?:(?:bab|bagian|bidang|pilar|dimensi|lampiran)\s+)?(?:[ivxlc]{1,6}|[a-z]|\d{1,3})"
    r"(?:\s*[.):]\s*|\s+[\-–]\s*|(?<=\d)[\-–]\s*|[\-–]\s+)(?=[^\d\s])"
    r"|[ivx]{1,4}\s+(?=[A-Z])"
    r"|bab\s+(?:[ivxlc]{1,6}|\d{1,2})\s+(?=\S)"
    r"|[-•*–—▪●○]\s+)",
    re.IGNORECASE,
)

_DIMENSIONS = {
    "governance": "governance|goverment|govern|tata kelola|pemerintahan|birokrasi|gov|governansi|sg",
    "branding": "branding|brand|bra|citra|pencitraan|sb",
    "economy": "economy|eco|econ|ekonomi|perekonomian|eko|se|sec",
    "living": "living|liv|kehidupan|hidup|hunian|tempat tinggal|sl",
    "society": "society|soc|soci|masyarakat|kemasyarakatan|people|sosial|warga|ss",
    "environment": "environment|lingkungan|lingkungan hidup|env|enviro|sen",
}
_FULL = {
    "smart governance": "governance",
    "smart branding": "branding",
    "smart economy": "economy",
    "smart living": "living",
    "smart society": "society",
    "smart people": "society",
    "smart environment": "environment",
}
_SHORT = {word: name for name, words in _DIMENSIONS.items() for word in words.split("|")}
_LONG = {word: name for word, name in _SHORT.items() if len(word) > 3}
_ANY = "|".join(sorted(_LONG, key=len, reverse=True))
_IN_TEXT = re.compile(
    rf"\bsmart\s+({_ANY})\b|\b(?:dimensi|pilar|aspek)\s+(?:smart\s+)?({_ANY})\b"
    rf"|\b({_ANY})\s+(?:yang\s+)?(?:cerdas|pintar)\b"
)
_FILLING = re.compile(r"\b(dimensi|pilar|smart|cerdas|pintar|kota|dan|program|the|inisiatif|tema|bidang)\b")

_ISSUES = {
    "strength": "kekuatan|strengths?|strenghts?",
    "weakness": "kelemahan|weakness(?:es)?|weaknes",
    "opportunity": "peluang|opportunit(?:y|ies)|kesempatan|oportunities",
    "threat": "ancaman|threats?|tantangan",
}
_ISSUE = [
    (kind, re.compile(rf"(?:faktor\s+|aspek\s+|analisis\s+|daftar\s+)?(?:{words})(?:\b.{{0,30}})?"))
    for kind, words in _ISSUES.items()
]
_READINESS = {
    "nature": "nature|alam|sumber daya alam|potensi alam|kondisi alam",
    "structure": "struktur|structure|sdm|sumber daya manusia",
    "infrastructure": "infrastruktur|infrastructure|prasarana",
    "superstructure": "suprastruktur|superstruktur|superstructure|suprastructure|kebijakan dan kelembagaan",
    "culture": "budaya|culture|kultur",
}
_FUNDING = (
    ("APBD-Prov", r"apbd\s*-?\s*(prov\w*|i)\b|apbd\s+provinsi|bantuan keuangan provinsi|bankeu"),
    ("APBD", r"apbd(\s*-?\s*(kab\w*|kota|ii))?\b|dau\b|pad\b"),
    ("APBN", r"apbn\b"),
    ("DAK", r"dak\b"),
    ("KPBU", r"kpbu\b|ppp\b"),
    ("CSR", r"csr\b|tjsl\w*"),
    ("BLUD", r"blud\b"),
    ("hibah", r"hibah\b"),
)
_YES = re.compile(r"(ya|yes|y|benar|true|v|√|✓|✔|x|quick ?win|1)\.?")
_NO = re.compile(r"(tidak|bukan|no|n|t|false|-|0)\.?")
_TICK = re.compile(r"[v√✓✔x●■•*█▪1]|ya")


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Lower case, one blank between words, no marks and no numbering."""
    folded = unicodedata.normalize("NFKC", text).lower().replace("&", " dan ")
    return " ".join(re.sub(r"[^\w\s]|_", " ", folded).split())


def unnumbered(text: str) -> str:
    """A heading without its number: `2.1.3 Siaga` → `Siaga`, `II. SMART LIVING` → `SMART LIVING`."""
    return _NUMBERING.sub("", text, count=1).strip() or text.strip()


def number_of(text: str) -> str:
    """The numbering that `unnumbered` takes away."""
    bare = unnumbered(text)
    return text.strip().removesuffix(bare).strip() if bare != text.strip() else ""


@lru_cache(maxsize=20_000)
def dimension_of(label: str) -> str | None:
    """The dimension a short label names: a section, a sheet, a cell of a dimension column."""
    words = plain(unnumbered(label))
    if not words or len(words) > 90:
        return None
    named = dimensions_in(label)
    if named:
        return named.pop() if len(named) == 1 else None
    bare = " ".join(_FILLING.sub(" ", words).split())
    if bare in _SHORT:
        return _SHORT[bare]
    found = {_SHORT[word] for word in words.split() if word in _SHORT}
    known = all(word in _SHORT or _FILLING.fullmatch(word) or word == "hidup" for word in words.split())
    if len(found) == 1 and known:
        return found.pop()
    return _nearly(words)


def _nearly(words: str) -> str | None:
    """A full name with a typing mistake: `Smart Govermance`."""
    scores = sorted(((fuzz.ratio(words, name), dimension) for name, dimension in _FULL.items()), reverse=True)
    return scores[0][1] if scores[0][0] >= 88 and scores[0][0] - scores[1][0] >= 6 else None


def dimensions_in(text: str) -> set[str]:
    """The dimensions that a heading or a sentence names in full (`smart …`, `dimensi …`, `… cerdas`)."""
    matches = _IN_TEXT.finditer(plain(text))
    return {_LONG[next(word for word in match.groups() if word)] for match in matches}


def issue_kind(label: str) -> str | None:
    """The kind of strategic issue a heading or a cell of a SWOT names."""
    words = plain(unnumbered(label))
    if len(words) > 60:
        return None
    found = [kind for kind, pattern in _ISSUE if pattern.match(words)]
    return found[0] if len(found) == 1 and not _two_kinds(words) else None


def _two_kinds(words: str) -> bool:
    return sum(bool(re.search(rf"\b(?:{pattern})\b", words)) for pattern in _ISSUES.values()) > 1


def readiness_element(label: str) -> str | None:
    """The readiness element a label names, as a whole: `Infrastruktur (infrastructure)`."""
    words = plain(unnumbered(re.sub(r"\(.*?\)", " ", label)))
    for element, names in _READINESS.items():
        if re.fullmatch(rf"(?:kesiapan\s+|aspek\s+|elemen\s+)?(?:{names})(?:\s+(?:{names}))?", words):
            return element
    return None


def funding_sources(text: str) -> list[str] | None:
    """The sources of money a cell names; None where something in it is no source we know."""
    rest, found = plain(text.replace("/", " , ")), []
    for source, pattern in _FUNDING:
        rest, count = re.subn(rf"\b(?:{pattern})", " ", rest)
        if count:
            found.append(source)
    return found if found and not re.sub(r"\b(dan|atau|dana|murni|20\d\d)\b", " ", rest).strip() else None


def yes_or_no(text: str) -> bool | None:
    words = text.strip().lower()
    if _YES.fullmatch(words):
        return True
    return False if _NO.fullmatch(words) else None


def is_tick(text: str) -> bool:
    """A mark in a timeline column."""
    return bool(_TICK.fullmatch(text.strip().lower()))
