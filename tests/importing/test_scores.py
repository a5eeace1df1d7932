"""What arrives of six differently built files: at least nine in ten answers right, and nothing false."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.importing import (
    afterwards,
    aside_sheets,
    aside_words,
    later_still,
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
from tests.importing.making import Foreign
from tests.importing.scoring import printed, score, scores

TUNED = (*tuned_sheets.FILES, *tuned_words.FILES)
OTHERS = (*aside_sheets.FILES, *aside_words.FILES, *afterwards.FILES, *later_still.FILES, *whole_files.FILES)
UNSEEN = [
    maker
    for group in (unseen_first, unseen_second, unseen_third, unseen_fourth, unseen_fifth, unseen_traps)
    for maker in group.FILES
]


@pytest.mark.parametrize("maker", UNSEEN, ids=lambda maker: maker.__name__)
def test_a_file_of_an_office_arrives_for_the_most_part_and_nothing_false(
    maker: Callable[[], Foreign],
) -> None:
    """Thirty-six files; what each set reached at first sight stands in `docs/import.md`."""
    result = score(maker())
    assert result.false == []
    assert not result.expected or result.share >= 0.7, result.missed


def test_six_files_arrive_right_and_nothing_false_arrives(capsys: pytest.CaptureFixture[str]) -> None:
    results = scores(TUNED)
    with capsys.disabled():
        print(f"\n{printed(results)}")
    for result in results:
        assert result.false == [], result.name
        assert result.share >= 0.9, (result.name, result.missed)


def test_files_of_other_hands_arrive_for_the_most_part_and_nothing_false() -> None:
    """They came after the reader; what they reached at first sight stands in `docs/import.md`."""
    results = scores(OTHERS)
    assert [(result.name, result.false) for result in results if result.false] == []
    right = sum(sum(result.right.values()) for result in results)
    expected = sum(sum(result.expected.values()) for result in results)
    assert right / expected >= 0.7


@pytest.mark.parametrize("maker", TUNED, ids=lambda maker: maker.__name__)
def test_importing_twice_changes_nothing_more(maker: object) -> None:
    """The second time everything is known already."""
    from masterplan.document import apply
    from masterplan.importing import understand
    from tests.importing.making import base_plan

    foreign: Foreign = maker()  # type: ignore[operator]
    once = apply(base_plan(), understand(base_plan(), foreign.content).changes)
    again = understand(once, foreign.content).changes
    assert [change.path for change in again.changes] == []


def test_a_wrong_answer_counts_as_false() -> None:
    """The ruler itself: an answer changed after the fact is noticed."""
    from dataclasses import replace

    foreign = tuned_sheets.programme_matrix()
    first, *others = foreign.key.innovations
    spoiled = replace(foreign.key, innovations=(replace(first, dimension="living", lead=None), *others))
    result = score(replace(foreign, key=spoiled))
    assert len(result.false) == 2
