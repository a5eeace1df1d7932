"""The words of `words.toml`, looked up once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent

_TABLES: dict[str, dict[str, Any]] = tomllib.loads((HERE / "words.toml").read_text("utf-8"))


def entries(name: str) -> frozenset[str]:
    """The words and phrases, or the roots, of one list."""
    table = _TABLES[name]
    said: str = table["roots"] if "roots" in table else table["words"]
    return frozenset(entry for entry in (" ".join(part.split()) for part in said.split(",")) if entry)


LIVED = entries("lived")
BOUGHT = entries("bought")
VAGUE = entries("vague")
EASE = entries("ease")
WATCHING = entries("watching")
BARE = entries("bare")
NO_VERBS = entries("no_verbs")

VERBS = frozenset(root for root in LIVED | BOUGHT | VAGUE | EASE | WATCHING if " " not in root)
"""Roots of verbs; a word that can be made from one of them is."""

NOUNS = NO_VERBS | frozenset(
    entry
    for name in ("people", "staff", "owners", "technology", "objects", "places")
    for entry in entries(name)
    if " " not in entry
)
"""Words that are no form of any other, whatever they look like."""

_TAGGED = tuple(name for name, table in _TABLES.items() if "words" in table and not table.get("apart"))


Phrase = tuple[tuple[str, ...], frozenset[str]]
"""The words of a set phrase and the lists it stands in."""


def _phrases() -> dict[str, tuple[Phrase, ...]]:
    tags: dict[tuple[str, ...], set[str]] = {}
    for name in _TAGGED:
        for entry in entries(name):
            tags.setdefault(tuple(entry.split()), set()).add(name)
    for words in tags.values():
        if "light_technology" in words:
            words.discard("technology")
    by_first: dict[str, list[Phrase]] = {}
    for phrase, names in tags.items():
        by_first.setdefault(phrase[0], []).append((phrase, frozenset(names)))
    return {first: tuple(sorted(ones, key=lambda one: -len(one[0]))) for first, ones in by_first.items()}


PHRASES = _phrases()
"""First word → the listed phrases that begin with it and the lists they stand in, the longest first."""

ALONE = {first: names for first, ones in PHRASES.items() for phrase, names in ones if len(phrase) == 1}
"""Word → the lists it stands in by itself."""

LONGER: dict[str, dict[str, list[Phrase]]] = {}
"""First word → second word → the longer phrases that begin with both."""
for _first, _ones in PHRASES.items():
    for _one in _ones:
        if len(_one[0]) > 1:
            LONGER.setdefault(_first, {}).setdefault(_one[0][1], []).append(_one)
