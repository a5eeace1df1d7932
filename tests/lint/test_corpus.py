"""ENB1xx on the labelled corpus: what is claimed for it, on the half that no rule was written by."""

from __future__ import annotations

from tests.lint.corpus import SENTENCES, TAUGHT, WHOLE, corpus, read
from tests.lint.corpus.measuring import counted, wilson


def test_the_corpus_is_large_and_holds_both_kinds_in_both_halves() -> None:
    assert len(read(*SENTENCES)) >= 400
    assert len(read(*WHOLE)) >= 60
    assert all(item.source for item in read("real"))
    for tuned in (True, False):
        ahead = [item.ahead for item in corpus() if item.tuned == tuned]
        assert 0.4 < sum(ahead) / len(ahead) < 0.6


def test_nothing_of_one_half_stands_in_the_other_or_in_what_came_fresh() -> None:
    said = [(item.title, item.service) for item in (*corpus(), *read(*TAUGHT, "fresh"))]
    assert len(set(said)) == len(said)


def test_of_what_was_kept_aside_nearly_all_is_told_right() -> None:
    count = counted([item for item in corpus() if not item.tuned])
    right, told = count.precision
    found, there = count.recall
    assert right / told >= 0.95
    assert found / there >= 0.85


def test_of_what_came_fresh_too() -> None:
    count = counted(read("fresh"))
    right, told = count.precision
    found, there = count.recall
    assert right / told >= 0.95
    assert found / there >= 0.85


def test_what_was_learned_stays_learned() -> None:
    count = counted([*read(*TAUGHT), *(item for item in corpus() if item.tuned)])
    assert count.false == 0
    assert count.missed <= 2


def test_the_interval_of_a_share_is_wilsons() -> None:
    low, high = wilson(95, 100)
    assert (round(low, 1), round(high, 1)) == (88.8, 97.8)
    assert wilson(0, 0) == (0.0, 100.0)
