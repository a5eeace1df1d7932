"""How alike two texts are by the roots they share, rare ones weighing more; fast over hundreds of texts by an index of roots.

Cosine of inverse-document-frequency weights. No two texts are compared that do not share a rare root, so that the work grows with
what is shared and not with the square of the number of texts.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from masterplan.lint.language.lexicon import entries
from masterplan.lint.language.morphology import form
from masterplan.lint.language.tokens import words

ALIKE = 0.5
"""Likeness from which two innovations are told to be near-duplicates; measured in `tests/lint/language/test_likeness.py`."""

_EMPTY = entries("empty")


@lru_cache(maxsize=2048)
def roots(text: str) -> frozenset[str]:
    """The roots of a text that tell it from others."""
    return frozenset(
        root for word in words(text) if len(word) > 2 and (root := form(word).root) not in _EMPTY
    )


def alike(
    texts: Sequence[str], others: Sequence[str] = (), least: float = ALIKE
) -> tuple[tuple[int, int, float], ...]:
    """Pairs of texts that are at least so alike, with their likeness from 0 to 1.

    Without `others` pairs among `texts`, the earlier first; with them, pairs of a text and one of the others (of another plan).
    """
    return _alike(tuple(texts), tuple(others), least)


@lru_cache(maxsize=8)
def _alike(
    texts: tuple[str, ...], others: tuple[str, ...], least: float
) -> tuple[tuple[int, int, float], ...]:
    return tuple(_compared(texts, others, least))


def _compared(
    texts: tuple[str, ...], others: tuple[str, ...], least: float
) -> Iterator[tuple[int, int, float]]:
    bags = [roots(text) for text in (*texts, *others)]
    often = Counter(root for bag in bags for root in bag)
    weight = {root: math.log((1 + len(bags)) / count) ** 2 for root, count in often.items()}
    length = [math.sqrt(sum(weight[root] for root in bag)) for bag in bags]
    rare = max(4, len(bags) // 60)
    for left, right, shared in _meeting(bags, often, rare, len(texts) if others else None):
        if shared < 2 or not length[left] or not length[right]:
            continue
        likeness = sum(weight[root] for root in bags[left] & bags[right]) / (length[left] * length[right])
        if likeness >= least:
            yield left, (right - len(texts) if others else right), likeness


def _meeting(
    bags: Sequence[frozenset[str]], often: Counter[str], rare: int, border: int | None
) -> Iterator[tuple[int, int, int]]:
    """Pairs that share rare roots, and how many; with a border only pairs across it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(bags):
        met: Counter[int] = Counter()
        for root in bag:
            if 1 < often[root] <= rare:
                met.update(holders[root])
                holders[root].append(number)
        for earlier, shared in met.items():
            if border is None or earlier < border <= number:
                yield earlier, number, shared
