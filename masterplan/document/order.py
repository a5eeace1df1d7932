"""The order of a collection: what stayed, what was placed, and where."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

Placed = dict[str, str | None]
"""Key of each added or moved element → the key it stands after; None is first place."""


def predecessors(keys: list[str]) -> Placed:
    """Each key and the one before it."""
    return dict(zip(keys, [None, *keys], strict=False))


def moved(before: list[str], after: list[str]) -> list[str]:
    """The fewest of the keys in both that must move to turn one order into the other; in the later order."""
    rank = {key: index for index, key in enumerate(before)}
    common = [key for key in after if key in rank]
    ranks = [rank[key] for key in common]
    if ranks == sorted(ranks):
        return []
    staying = _longest_increasing(ranks)
    return [key for key, index in zip(common, ranks, strict=True) if index not in staying]


def _longest_increasing(numbers: list[int]) -> set[int]:
    tails: list[int] = []
    previous: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        previous[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    longest: set[int] = set()
    last: int | None = tails[-1] if tails else None
    while last is not None:
        longest.add(last)
        last = previous[last]
    return longest


def arrange(fixed: list[str], placed: Placed) -> tuple[list[str], list[str]]:
    """The order in which every placed key follows its anchor; two in one place are ordered by key.

    What stood after a key that is gone goes last. The second list names keys whose anchors run in a circle;
    they are not in the first.
    """
    known = {*fixed, *placed}
    children: dict[str | None, list[str]] = defaultdict(list)
    homeless: list[str] = []
    for key in sorted(placed, key=_rank):
        after = placed[key]
        (children[after] if after is None or after in known else homeless).append(key)
    order: list[str] = []
    for root in [None, *fixed]:
        if root is not None:
            order.append(root)
        _follow(children[root], children, order)
    _follow(homeless, children, order)
    return order, sorted(set(placed).difference(order), key=_rank)


def _follow(keys: list[str], children: dict[str | None, list[str]], order: list[str]) -> None:
    stack = keys[::-1]
    while stack:
        key = stack.pop()
        order.append(key)
        stack.extend(children[key][::-1])


def _rank(key: str) -> tuple[int, str]:
    """Numbers by size, then ids as text."""
    return (len(key), key) if key.isdecimal() else (10**9, key)
