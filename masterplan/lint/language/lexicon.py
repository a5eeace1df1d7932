"""The words of `words.toml`, looked up once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent

_TABLES: dict[str, dict[str, str]] = tomllib.loads((HERE / "words.toml").read_text("utf-8"))


def entries(name: str, key: str = "words") -> frozenset[str]:
    """The words and phrases of one list."""
    return frozenset(_list(_TABLES[name][key]))


def _list(said: str) -> list[str]:
    return [entry for entry in (" ".join(part.split()) for part in said.split(",")) if entry]


@cache
def phrases(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the phrases of a list that begin with it, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries(name):
        words = tuple(entry.split())
        by_first.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(ones, key=len, reverse=True)) for first, ones in by_first.items()}


LIVED = entries("lived", "roots")
BOUGHT = entries("bought", "roots")
VAGUE = entries("vague", "roots")
NO_VERBS = entries("no_verbs")

VERBS = frozenset(root for root in LIVED | BOUGHT | VAGUE if " " not in root)
"""Roots of verbs; a word that can be made from one of them is."""

NOUNS = NO_VERBS | frozenset(
    entry
    for name in ("people", "staff", "owners", "technology", "objects", "places")
    for entry in entries(name)
    if " " not in entry
)
"""Words that are no form of any other, whatever they look like."""
