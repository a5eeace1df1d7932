"""Names of products in a text: those of `brands.toml`, and what is written like one ("… Pro v3", "…™")."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

_NAMES: list[str] = tomllib.loads((Path(__file__).parent / "brands.toml").read_text("utf-8"))["names"]

_LISTED = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))
    + r")(?![\w])"
)
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
    found = _LISTED.search(text) or _VERSIONED.search(text)
    if found is None or _AGES.fullmatch(found.group()):
        return None
    return found.group()
