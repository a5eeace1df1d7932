"""What must hold of `value` for every plan."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from masterplan.document.types import Plan
from masterplan.impact import explain, potential, value
from tests.plans import realistic, realistic_data
from tests.strange_plans import strange_data

Data = dict[str, Any]
SEEDS = range(10_000, 10_150)


def person_years(data: Data) -> float:
    return value(Plan.model_validate(data)).person_years.expected


@pytest.mark.parametrize("seed", range(8))
def test_adding_an_innovation_never_lowers_the_value(seed: int) -> None:
    data, before = realistic_data(innovations=20, years=6, seed=seed), 0.0
    rows, data["innovations"] = data["innovations"], []
    for row in rows:
        data["innovations"].append({**row, "requires": []})
        after = person_years(data)
        assert after >= before * (1 - 1e-12)
        before = after


def test_a_problem_split_into_two_halves_counts_as_much_as_whole() -> None:
    whole = realistic_data(innovations=24, years=6)
    halves = copy.deepcopy(whole)
    for problem in halves["problems"]:
        problem["people_affected"] = problem["people_affected"] // 2 * 2
    whole["problems"] = copy.deepcopy(halves["problems"])
    for problem in list(halves["problems"]):
        problem["people_affected"] //= 2
        halves["problems"].append({**problem, "id": problem["id"].replace("MS", "MT")})
    for row in halves["innovations"]:
        row["addresses"] += [
            {**one, "problem": one["problem"].replace("MS", "MT")} for one in row["addresses"]
        ]
    assert person_years(halves) == pytest.approx(person_years(whole), rel=1e-12)


def test_the_order_of_rows_changes_nothing() -> None:
    data = realistic_data(innovations=60, years=8)
    turned = {**data, "innovations": data["innovations"][::-1], "problems": data["problems"][::-1]}
    forward, backward = value(Plan.model_validate(data)), value(Plan.model_validate(turned))
    assert backward.person_years == pytest.approx(forward.person_years, rel=1e-12)
    told, wanted = backward.to_data(), forward.to_data()
    assert told["per_innovation"] == pytest.approx(wanted["per_innovation"], rel=1e-9)
    assert backward.spending == forward.spending


def test_figures_lie_in_their_ranges_and_the_potential_is_no_less_than_the_value() -> None:
    for seed in SEEDS:
        impact = value(Plan.model_validate(strange_data(seed)))
        for figure in (impact.person_years, *impact.per_problem.values(), *impact.per_innovation.values()):
            assert figure.low - 1e-6 <= figure.expected <= figure.high + 1e-6
        assert impact.potential.expected >= impact.person_years.expected - 1e-6
        assert sum(one.expected for one in impact.per_problem.values()) == pytest.approx(
            impact.person_years.expected
        )


def test_what_one_innovation_adds_is_explained_by_the_same_figure() -> None:
    plan = realistic(innovations=40, years=8)
    impact = value(plan)
    for key, figure in impact.per_innovation.items():
        told = explain(plan, key)
        assert told.added == pytest.approx(figure.expected)
        assert told.alone.expected >= told.added - 1e-6


def test_judging_leaves_no_number_that_json_cannot_write() -> None:
    for seed in SEEDS:
        plan = Plan.model_validate(strange_data(seed))
        told = value(plan).to_data()
        assert all(
            type(amount) in (int, float) for amount in (*told["spending"].values(), told["person_years"])
        )
        assert type(potential(plan)) is float


def test_the_strange_plans_reach_every_rule() -> None:
    rules = {
        one.rule
        for seed in range(400)
        for one in value(Plan.model_validate(strange_data(seed))).broken
    }  # fmt: skip
    assert rules == {
        "period", "window", "requires", "alternative_group", "parallel_projects",
        "minimum_per_dimension", "minimum_quick_wins", "ceiling",
    }  # fmt: skip
