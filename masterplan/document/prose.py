"""Running text of two authors, brought together word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise

MAX_WORDS = 3000
"""Longer texts are compared by paragraph: words would take seconds."""

Hunk = tuple[int, int, list[str]]
"""Words from … to … of the base become these."""


def merge_text(base: str, a: str, b: str) -> str | None:
    """Both authors' words, or None where they touch the same place (or places side by side). Symmetric."""
    if b in (a, base):
        return a
    if a == base:
        return b
    words = r"\S+\s*|\s+" if max(len(base), len(a), len(b)) < MAX_WORDS * 8 else r"[^\n]*\n|[^\n]+"
    parts = [re.findall(words, text) for text in (base, a, b)]
    if max(map(len, parts)) > MAX_WORDS:
        return None
    return _merged(parts[0], _hunks(parts[0], parts[1]), _hunks(parts[0], parts[2]))


def _hunks(base: list[str], other: list[str]) -> list[Hunk]:
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return [(i, j, other[k:m]) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]


def _merged(base: list[str], ours: list[Hunk], theirs: list[Hunk]) -> str | None:
    hunks = sorted(ours + [hunk for hunk in theirs if hunk not in ours])
    if any(left[1] >= right[0] for left, right in pairwise(hunks)):
        return None
    result: list[str] = []
    at = 0
    for start, end, words in hunks:
        result += base[at:start] + words
        at = end
    return "".join(result + base[at:])
