"""The linter's judgement of words, measured on the labelled corpus, and what it costs."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from masterplan.document import load
from masterplan.document.types import Plan
from masterplan.lint import lint
from tests.bench.measure import Figure, median
from tests.lint.corpus import Item, corpus, read
from tests.lint.corpus.measuring import Count, counted, wilson
from tests.plans import realistic

WORDS = ("ENB1", "BHS", "SLR3")


def run() -> Iterator[Figure]:
    items = corpus()
    aside, tuned = [item for item in items if not item.tuned], [item for item in items if item.tuned]
    count = counted(aside)
    yield from _union("kept aside", count, goals=(95, 85))
    yield from _rules(count)
    yield from _union("tuned half", counted(tuned))
    yield from _union("fresh", counted(read("fresh")))
    plan = _plan(items, 300)
    words, whole = (lambda: lint(plan, select=WORDS)), realistic(innovations=300, years=10)
    yield median("words of 300 innovations, warm", words, goal=25, runs=30)
    yield median("the same, sentences never seen", words, goal=50, runs=15, before=_forget_texts)
    yield median("the same, nothing remembered, not even a word", words, goal=50, runs=15, before=_forget)
    yield median("all rules, 300 innovations × 10 years", lambda: lint(whole), goal=50, runs=15)
    yield median("the same, nothing remembered", lambda: lint(whole), runs=9, before=_forget)


def _union(name: str, count: Count, goals: tuple[float, float] | None = None) -> Iterator[Figure]:
    pairs = (("precision", count.precision), ("recall", count.recall))
    for (what, share), goal in zip(pairs, goals or (None, None), strict=True):
        yield _share(f"ENB1xx {what}, {name}", *share, goal=goal)


def _rules(count: Count) -> Iterator[Figure]:
    for code, (right, wrong) in sorted(count.by_rule.items()):
        yield _share(f"  {code} right when it speaks", right, right + wrong)


def _share(what: str, part: int, whole: int, goal: float | None = None) -> Figure:
    low, high = wilson(part, whole)
    said = f"{what}, {part}/{whole} ({low:.0f}–{high:.0f} %)"
    return Figure(said, 100 * part / max(whole, 1), "%", goal, at_least=True, runs=whole)


def _plan(items: Sequence[Item], size: int) -> Plan:
    """A plan of as many innovations as told, all with different words."""
    data: dict[str, Any] = {
        "format": "haluan-plan/1",
        "region": {"code": "99.01", "name": "Kabupaten Latihan"},
        "title": "Rencana",
        "period": {"first_year": 2026, "last_year": 2030},
        "innovations": [item.innovation(f"IN-{number}") for number, item in enumerate(items[:size])],
        "enablers": [
            one for number, item in enumerate(items[:size]) for one in item.enabler_elements(f"IN-{number}")
        ],
    }
    return load(data)


def _forget_texts() -> None:
    """As a process that has read other plans: it knows the words of the language, not these sentences."""
    _forget(kept=_WORDS)


def _forget(kept: frozenset[str] = frozenset()) -> None:
    """Empties every memory of words and texts."""
    kept |= _TABLES
    for name, module in list(sys.modules.items()):
        if name.startswith("masterplan.lint."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and getattr(value, "__name__", "") not in kept:
                    value.cache_clear()


_TABLES = frozenset(("all_rules", "by_code", "gates", "profiles", "_names"))
"""Read from files once in a process's life."""
_WORDS = frozenset(("form", "_word"))
"""What is known of a word wherever it stands."""
