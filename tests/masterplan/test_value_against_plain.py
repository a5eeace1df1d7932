"""`value` and its second, plain writing agree on plans of every odd kind, to 1e-9."""

from __future__ import annotations

import pytest

from masterplan.document.types import Plan
from masterplan.impact import potential, value
from tests.masterplan import impact_plainly as plainly
from tests.plans import realistic_data
from tests.strange_plans import strange_data

BATCHES, SIZE = 8, 250
close = pytest.approx


def same(got: object, wanted: object) -> bool:
    return bool(got == close(wanted, rel=1e-9, abs=1e-9))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_it_agrees_with_the_plain_writing_on_strange_plans(batch: int) -> None:
    for seed in range(batch * SIZE, (batch + 1) * SIZE):
        compare(strange_data(seed), f"seed {seed}")


def test_it_agrees_with_the_plain_writing_on_realistic_plans() -> None:
    for seed in range(5):
        compare(realistic_data(innovations=24, years=6, seed=seed), f"realistic, seed {seed}")


def compare(data: plainly.Data, where: str) -> None:
    plan = Plan.model_validate(data)
    impact, told, choice = value(plan), value(plan).to_data(), plainly.chosen(data)
    problems = data.get("problems", [])
    total = plainly.person_years(data, choice)

    assert same(told["person_years"], total), where
    assert same(told["unweighted_person_years"], plainly.person_years(data, choice, weighted=False)), where
    assert same(told["potential"], plainly.person_years(data, plainly.drafted(data))), where
    assert same(potential(plan), told["potential"]), where
    assert same(told["per_problem"], {p["id"]: plainly.of_problem(data, choice, p) for p in problems}), where
    assert same(impact.person_years.low, plainly.person_years(data, choice, share=plainly.low_share)), where
    assert same(impact.person_years.high, plainly.person_years(data, choice, share=plainly.high_share)), where

    assert told["per_innovation"].keys() == choice.keys(), where
    for key in choice:
        without = plainly.person_years(data, {other: year for other, year in choice.items() if other != key})
        assert told["per_innovation"][key] == close(total - without, rel=1e-9, abs=1e-9 * total + 1e-9), where

    assert same(impact.evidence, plainly.evidence(data, choice)), where
    assert sum(impact.evidence.values()) == close(total, rel=1e-9, abs=1e-9), where
    assert sum(told["evidence"].values()) == close(1 if total else 0), where
    compare_money(data, impact, choice, where)
    assert {broken_key(broken) for broken in impact.broken if broken.rule != "ceiling"} == plainly.broken(
        data, choice
    ), where


def compare_money(data: plainly.Data, impact: object, choice: dict[str, int], where: str) -> None:
    assert same(impact.spending, plainly.spending(data, choice)), where
    for source, years in impact.spending_by_source.items():
        if source is not None:
            assert same(years, plainly.source_spending(data, choice, source)), where
    assert same(
        {(b.about[0] if b.about else None, b.year): b.excess for b in impact.broken if b.rule == "ceiling"},
        plainly.overspent(data, choice),
    ), where
    outside = {remark.element for remark in impact.ignored if remark.element is not None}
    assert outside == plainly.ignored(data, choice).keys(), where


def broken_key(broken: object) -> tuple[str, ...]:
    """(rule, who) as the plain writing names it."""
    kept = {"requires": 2, "minimum_quick_wins": 0}.get(broken.rule, 1)
    return (broken.rule, *broken.about[:kept])
