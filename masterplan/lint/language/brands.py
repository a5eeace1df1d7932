"""Names of products in a text: those of `brands.toml`, and what is written like one ("… Pro v3", "…™")."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

_NAMES: list[str] = tomllib.loads((Path(__file__).parent / "brands.toml").read_text("utf-8"))["names"]

_BY_WORD: dict[str, list[str]] = {}
for _name in sorted(_NAMES, key=len, reverse=True):
    _BY_WORD.setdefault(_name.split()[0], []).append(_name)
_WORD = re.compile(r"[\w-]+")
_TRADED = (" Pro", " Plus", " Enterprise", " Premium", " Ultimate", "™", "®")
_VERSIONED = re.compile(
    r"""
    (?<![\w-])[A-Z][\w-]*                                    # a name,
    (?:\s(?:Pro|Plus|Enterprise|Premium|Ultimate|Suite|Cloud|Edition|Server))?
    \s(?:[vV](?:er(?:si|sion)?)?\.?\s?\d+(?:\.\d+)*|\d+\.\d+)(?![\w])      # and its version,
    | (?<![\w-])[A-Z][\w-]*\s(?:Pro|Enterprise|Premium|Ultimate)(?:\s(?:Suite|Edition))?(?![\w])
    | (?<![\w-])[A-Z][\w-]*\s?[™®]                           # or its mark
    """,
    re.VERBOSE,
)
_AGES = re.compile(
    r"(?:Industri|Society|Revolusi|Gen|Kota|Health|Pelayanan|Pendidikan|Desa|City|Kesehatan|Pertanian)\s\d\.\d",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def brand(text: str) -> str | None:
    """The first name of a product in a text, as written there."""
    for word in _WORD.finditer(text):
        for name in _BY_WORD.get(word.group(), ()):
            if text.startswith(name, word.start()) and not text[word.start() + len(name) :][:1].isalnum():
                return name
    if not any(mark in text for mark in _TRADED) and not any(sign.isdigit() for sign in text):
        return None
    found = _VERSIONED.search(text)
    if found is None or _AGES.fullmatch(found.group()):
        return None
    return found.group()
