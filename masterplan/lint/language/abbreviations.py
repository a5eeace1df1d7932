"""Abbreviations in a text, and which of them everybody knows."""

from __future__ import annotations

import re
from functools import lru_cache

from masterplan.lint.language.lexicon import entries

_KNOWN = entries("known_abbreviations")
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{3,8}(?![\w-])")
_EXPLAINED = re.compile(r"\(\s*([A-Z][\w-]{2,10})\s*[,;)]|([A-Z]{3,8})\s*\([^)]{6,}\)")


@lru_cache(maxsize=8192)
def abbreviations(text: str) -> tuple[str, ...]:
    """Abbreviations that not everybody knows, each once."""
    return tuple(dict.fromkeys(word for word in _CAPITALS.findall(text) if word.lower() not in _KNOWN))


@lru_cache(maxsize=8192)
def explained(text: str) -> frozenset[str]:
    """Abbreviations that this text explains: "badan usaha milik desa (BUMDes)", "PSC (pusat panggilan darurat)"."""
    if "(" not in text:
        return frozenset()
    return frozenset(word for pair in _EXPLAINED.findall(text) for word in pair if word)
