"""Other people's files: how much arrives right and what arrives false.

Of files the reader was built on, and of thirteen sets that came after; what these reached at first sight, before the
reader had learned from them, stands in `docs/import.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.measure import Figure, median, part
from tests.importing import (
    afterwards,
    aside_sheets,
    aside_words,
    later_still,
    strangers,
    tuned_sheets,
    tuned_words,
    unseen_fifth,
    unseen_first,
    unseen_fourth,
    unseen_second,
    unseen_third,
    unseen_traps,
    whole_files,
)
from tests.importing.making import base_plan
from tests.importing.scoring import Score, printed, scores


def run() -> Iterator[Figure]:
    tuned = scores((*tuned_sheets.FILES, *tuned_words.FILES))
    aside = scores((*aside_sheets.FILES, *aside_words.FILES))
    yield from figures("six files built for", tuned, 90)
    yield from figures("six files set aside", aside, 70)
    yield from figures("six harder files", scores(afterwards.FILES), 70)
    yield from figures("six more after those", scores(later_still.FILES), 70)
    yield from figures("six whole files", scores(whole_files.FILES), 70)
    unseen = (unseen_first, unseen_second, unseen_third, unseen_fourth, unseen_fifth, unseen_traps)
    yield from figures(
        "thirty-six files of offices", scores([maker for group in unseen for maker in group.FILES]), 70
    )
    yield from figures("six files of a stranger", [strangers.scored(path) for path in strangers.FILES], 70)
    yield from figures("six of a second stranger", [strangers.scored(path) for path in strangers.SECOND], 70)
    yield from figures("six of a third stranger", [strangers.scored(path) for path in strangers.THIRD], 70)
    understand = part("masterplan.importing", "understand")
    raw, plan = tuned_sheets.programme_matrix().content, base_plan()
    yield median("reading a spreadsheet", lambda: understand(plan, raw), runs=10)


def figures(name: str, results: list[Score], goal: float) -> Iterator[Figure]:
    print(f"\n{name}\n{printed(results)}\n")
    right = sum(sum(result.right.values()) for result in results)
    expected = sum(sum(result.expected.values()) for result in results)
    yield Figure(f"{name}: right", 100 * right / expected, "%", goal, at_least=True)
    yield Figure(f"{name}: false", sum(len(result.false) for result in results), "answers", None)
