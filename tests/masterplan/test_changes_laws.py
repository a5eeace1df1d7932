"""What change sets promise for every pair of valid plans, on more than a hundred thousand generated cases.

Most are made by a seeded generator that takes microseconds a case; hypothesis looks for the odd ones.
"""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from masterplan.document import (
    COLLECTIONS,
    Change,
    ChangeSet,
    ConflictError,
    apply,
    canonical,
    diff,
    digest,
    faults,
    invert,
    merge,
    merge_text,
    parse,
)
from masterplan.document.applying import changed
from masterplan.document.diffing import changes_between
from tests.masterplan import random_plans

STREAMS = range(8)


@pytest.mark.parametrize("stream", STREAMS)
def test_changes_lead_there_and_back(stream: int) -> None:
    """52,000 pairs of plans, each a few edits apart; the way from the first to the last is taken too."""
    rng = random.Random(stream)
    for _ in range(600):
        first = plan = random_plans.make(rng)
        for _ in range(10):
            following = random_plans.edit(rng, plan)
            there_and_back(plan, following)
            plan = following
        there_and_back(first, plan)


def there_and_back(a: random_plans.Data, b: random_plans.Data) -> None:
    changes = ChangeSet("", tuple(changes_between(a, b)))
    assert changed(a, changes.changes) == b
    assert changed(b, invert(changes).changes) == a
    assert bool(changes) == (a != b)


@pytest.mark.parametrize("stream", STREAMS)
def test_two_authors_come_together_the_same_way_whoever_is_first(stream: int) -> None:
    """12,000 pairs of authors: merge is symmetric, and whoever changed nothing changes nothing."""
    rng = random.Random(100 + stream)
    merged = 0
    for _ in range(300):
        base = random_plans.make(rng)
        for _ in range(5):
            a, b = random_plans.edit(rng, base, 2), random_plans.edit(rng, base, 2)
            outcome = merged_or_none(base, a, b)
            assert outcome == merged_or_none(base, b, a)
            merged += outcome is not None
        assert merge(base, a, base) == a == merge(base, base, a) == merge(base, a, a)
    assert merged > 1000


def merged_or_none(base: random_plans.Data, a: random_plans.Data, b: random_plans.Data) -> object:
    try:
        return merge(base, a, b)
    except ConflictError:
        return None


@pytest.mark.parametrize("stream", STREAMS)
def test_changes_to_different_fields_commute(stream: int) -> None:
    """16,000 pairs of change sets that set different fields: either order gives the same."""
    rng = random.Random(200 + stream)
    compared = 0
    for _ in range(400):
        base = random_plans.make(rng)
        sets = [setting(base, random_plans.edit(rng, base, 2)) for _ in range(5)]
        for one in sets:
            for other in sets:
                if disjoint(one, other):
                    x, y = changed(changed(base, one), other), changed(changed(base, other), one)
                    assert x == y == changed(base, (*one, *other)) == changed(base, (*other, *one))
                    compared += 1
    assert compared > 2000


def setting(a: random_plans.Data, b: random_plans.Data) -> tuple[Change, ...]:
    changes = changes_between(a, b)
    return tuple(change for change in changes if change.op == "set" and change.field not in COLLECTIONS)


def disjoint(one: tuple[Change, ...], other: tuple[Change, ...]) -> bool:
    paths = [(x.path, y.path) for x in one for y in other]
    return not any(x.startswith(y) or y.startswith(x) for x, y in paths)


@pytest.mark.parametrize("stream", STREAMS)
def test_words_of_two_authors_are_kept_or_asked_about(stream: int) -> None:
    """24,000 texts: symmetric, and what one author added is never lost."""
    rng = random.Random(300 + stream)
    merged = 0
    for _ in range(3000):
        words = rng.choices(random_plans.WORDS, k=rng.randint(0, 20))
        a, b = list(words), list(words)
        a.insert(rng.randint(0, len(a)), "SATU")
        b.insert(rng.randint(0, len(b)), "DUA")
        if b and rng.random() < 0.5:
            b.pop(rng.randrange(len(b)))
        base, ours, theirs = " ".join(words), " ".join(a), " ".join(b)
        outcome = merge_text(base, ours, theirs)
        assert outcome == merge_text(base, theirs, ours)
        if outcome is not None:
            merged += 1
            assert outcome.split().count("SATU") == 1
            assert outcome.split().count("DUA") == theirs.split().count("DUA")
    assert merged > 1000


@pytest.mark.parametrize("stream", STREAMS)
def test_whole_documents_through_json(stream: int) -> None:
    """Everything the command line does, on 1,200 pairs: valid, canonical, hashed, change sets as JSON."""
    rng = random.Random(400 + stream)
    for _ in range(150):
        a = random_plans.make(rng)
        b = random_plans.edit(rng, a)
        assert faults(a) == [] == faults(b)
        changes = ChangeSet.from_data(json.loads(json.dumps(diff(a, b).to_data())))
        assert changes.base == digest(a)
        assert apply(a, changes) == b
        assert apply(b, invert(changes)) == a
        assert parse(canonical(b)) == b
        assert canonical(parse(canonical(b))) == canonical(b)


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 8))
def test_laws_hold_for_odd_plans(rng: random.Random, size: int) -> None:
    a = random_plans.make(rng, size)
    b, c = random_plans.edit(rng, a, 8), random_plans.edit(rng, a, 8)
    there_and_back(a, b)
    there_and_back(b, c)
    assert merged_or_none(a, b, c) == merged_or_none(a, c, b)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_texts_merge_symmetrically(base: str, a: str, b: str) -> None:
    assert merge_text(base, a, b) == merge_text(base, b, a)
    assert merge_text(base, a, base) == a
    assert merge_text(base, a, a) == a
