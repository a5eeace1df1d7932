"""What an official asks of the optimiser, on tiny plans, against trying every choice."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from masterplan.document.types import Plan
from masterplan.impact import by_group, value
from masterplan.impact.optimiser.comparison import compare
from masterplan.impact.optimiser.fairness import fairness
from masterplan.impact.optimiser.frontier import frontier
from masterplan.impact.optimiser.learning import Guess, halved, measurements
from masterplan.impact.optimiser.optimise import optimise, portfolio_of
from masterplan.impact.optimiser.report import asked
from masterplan.impact.optimiser.robustness import robustness, scenario
from masterplan.impact.optimiser.selection import person_years, selection
from masterplan.impact.optimiser.sensitivity import ranges, sensitivity
from masterplan.impact.optimiser.why import why
from tests.masterplan import impact_plainly as plainly
from tests.optimiser.tiny_plans import (
    FIRST,
    GAP,
    Choice,
    Data,
    every_choice,
    possible,
    solved,
    tiny,
    with_districts,
)

CLOSE = 1e-5


def near(value: float) -> Any:
    return pytest.approx(value, rel=CLOSE, abs=CLOSE)


def holds(interval: tuple[float, float], truth: float, scale: float) -> bool:
    slack = CLOSE * (1 + scale)
    return interval[0] - slack <= truth <= interval[1] + slack


def test_why_in_and_why_out_hold_the_truth() -> None:
    for seed, data, choices in possible(30_000, 40):
        _, problem, best = solved(data)
        top = max(value for value, _ in choices)
        reasons = list(why(problem, best, gap=GAP))
        assert [one.innovation for one in reasons] == [one["id"] for one in data["innovations"]]
        for one in reasons:
            other = [value for value, choice in choices if (one.innovation in choice) != one.chosen]
            assert one.state == ("answered" if other else "impossible"), (seed, one)
            if other:
                assert one.change is not None
                assert holds(one.change, max(other) - top, top), (seed, one, max(other) - top)
            else:
                assert one.change is one.instead is None


def test_the_frontier_never_falls_and_is_the_best_everywhere() -> None:
    factors = (0.25, 0.5, 1.0, 2.0)
    for seed, data, _ in possible(31_000, 20):
        _, problem, best = solved(data)
        points = frontier(problem, known=best, factors=factors, gap=GAP).points
        assert [point.factor for point in points] == list(factors)
        values = [point.value for point in points if point.value is not None]
        assert values == sorted(values), seed
        for point in points:
            budget = [one | {"amount": one["amount"] * point.factor} for one in data["budget"]]
            truth = max((v for v, _ in every_choice(data | {"budget": budget})), default=None)
            assert point.state == ("infeasible" if truth is None else "optimal"), (seed, point)
            if truth is not None:
                assert point.value == near(truth), (seed, point)
                assert point.bound is not None
                assert point.bound >= truth * (1 - CLOSE)


def district_shares(data: Data, choice: Choice, people: dict[str, float]) -> dict[str, float]:
    found = dict.fromkeys(people, 0.0)
    for problem in data["problems"]:
        spread = problem.get("people_by_district", {})
        whole = max(sum(spread.values()), problem["people_affected"])
        for code, count in spread.items():
            if code in found and whole:
                found[code] += plainly.of_problem(data, choice, problem) * count / whole / people[code]
    return found


def test_the_floor_of_the_least_served_is_the_greatest_and_its_price_the_least() -> None:
    compared = 0
    for seed, data, choices in possible(32_000, 40, with_districts):
        plan, problem, best = solved(data)
        found = fairness(plan, problem, best, gap=GAP)
        affected: dict[str, float] = {}
        for one in data["problems"]:
            for code, count in one.get("people_by_district", {}).items():
                affected[code] = affected.get(code, 0) + count
        known = {code for code, count in affected.items() if count}
        assert set(found.each) | set(found.unreached) == known
        assert found.residents == (bool(known) and "population" in data["districts"][0])
        people = {code: 1000.0 if found.residents else affected[code] for code in known}
        for code in found.unreached:
            assert all(district_shares(data, choice, people)[code] == 0 for _, choice in choices)
        mine = portfolio_of(problem, best.starts)
        if len(found.each) < 2:
            assert found.least is found.greatest is found.half is found.whole is None
            continue
        people = {code: people[code] for code in found.each}
        shares = [(district_shares(data, choice, people), worth) for worth, choice in choices]
        today = district_shares(data, mine, people)
        assert found.each == {code: near(share) for code, share in today.items()}, seed
        assert found.floor == near(min(today.values()))
        assert found.greatest is not None
        truth = max(min(share.values()) for share, _ in shares)
        assert found.greatest[0] == near(truth), (seed, found.greatest, truth)
        assert found.greatest[1] >= truth * (1 - CLOSE)
        top = max(worth for worth, _ in choices)
        for one in (found.half, found.whole):
            assert one is not None
            best_kept = max(w for share, w in shares if min(share.values()) >= one.floor * (1 - 1e-6))
            assert one.value == near(best_kept), (seed, one)
            assert holds(one.price, top - best_kept, top), (seed, one)
            kept = district_shares(data, portfolio_of(problem, one.starts), people)
            assert min(kept.values()) >= one.floor * (1 - 2e-6)
        compared += 1
    assert compared > 15


def test_groups_get_what_is_known_and_nothing_is_split() -> None:
    data = tiny(3)
    groups = ["lansia", "lansia", None]
    problems = [
        one | ({"group": group} if group else {})
        for one, group in zip(data["problems"], groups, strict=False)
    ]
    plan = Plan.model_validate(data | {"problems": problems})
    impact = value(plan)
    found = by_group(plan, impact)
    assert set(found) == set(groups[: len(problems)])
    assert sum(one.expected for one in found.values()) == pytest.approx(impact.person_years.expected)


def test_a_change_is_told_before_after_and_chosen_anew() -> None:
    for seed, data, choices in possible(33_000, 25):
        people = [one | {"people_affected": 2 * one["people_affected"]} for one in data["problems"][:1]]
        dearer = [one | {"operating_per_year": 2} for one in data["innovations"][:1]]
        after = data | {
            "problems": people + data["problems"][1:],
            "innovations": dearer + data["innovations"][1:-1],
        }
        gone = data["innovations"][-1]["id"]
        after["innovations"] = [
            one | {"requires": [other for other in one.get("requires", []) if other != gone]}
            for one in after["innovations"]
        ]
        _, choice = choices[len(choices) // 2]
        left = {key: start for key, start in choice.items() if key != gone}
        found = compare(
            Plan.model_validate(data), Plan.model_validate(after), portfolio=choice or None, gap=GAP
        )
        if choice:
            assert found.portfolio == choice
            assert found.before == near(plainly.person_years(data, choice))
            assert found.after == near(plainly.person_years(after, left))
            broken = plainly.broken(after, left) | set(plainly.overspent(after, left))
            assert bool(found.broken) == bool(broken), seed
        assert found.gone == ((gone,) if gone in found.portfolio else ())
        anew = every_choice(after)
        if not anew:
            assert found.anew is found.possible is None
            continue
        assert found.best_after.value == near(max(v for v, _ in anew)), seed
        change = max(v for v, _ in anew) - max(v for v, _ in choices)
        assert found.possible is not None
        assert holds(found.possible, change, max(v for v, _ in choices)), seed
        assert found.anew is not None
        assert (set(found.portfolio) | set(found.anew.enters)) - set(found.anew.leaves) == set(
            found.best_after.portfolio
        )


def with_share(data: Data, innovation: str, problem: str, share: float) -> Data:
    innovations = [
        one
        | {
            "addresses": [
                address | ({"share": {"mode": share}} if address["problem"] == problem else {})
                for address in one["addresses"]
            ]
        }
        if one["id"] == innovation
        else one
        for one in data["innovations"]
    ]
    return data | {"innovations": innovations}


def worth_knowing(plans: list[Data], mine: Choice) -> float:
    """Mean of what the best choice adds to this one."""
    return float(
        np.mean([max(v for v, _ in every_choice(one)) - plainly.person_years(one, mine) for one in plans])
    )


def rivals(seed: int) -> Data:
    """Four innovations of uncertain use, each for people of its own, and money for about half of them."""
    rng = random.Random(seed)
    data = tiny(seed)
    problems = [
        {"id": f"MS-{n}", "title": "Masalah", "people_affected": rng.randint(50, 150), "severity": 1}
        for n in range(4)
    ]
    innovations = []
    for n in range(4):
        low, mode, high = sorted(rng.random() for _ in range(3))
        share = {"low": low, "mode": mode, "high": high}
        if n == 3:
            del share["high"]  # one end only
        innovations.append({
            "id": f"IN-{n}",
            "title": "Inovasi",
            "addresses": [{"problem": f"MS-{n}", "share": share}],
            "costs": [{"offset": 0, "capital": rng.randint(20, 40)}],
        })  # fmt: skip
    budget = [{"year": year, "amount": 60 if year == FIRST else 0} for year in plainly.years_of(data)]
    return data | {
        "problems": problems, "innovations": innovations, "enablers": [], "budget": budget,
        "settings": {},
    }  # fmt: skip


def wide(data: Data, seed: int) -> Data:
    """With triangles everywhere."""
    innovations = [
        one
        | {"addresses": [a | {"share": {"low": 0.05, "mode": 0.2, "high": 0.9}} for a in one["addresses"]]}
        for one in data["innovations"]
    ]
    return data | {"innovations": innovations}


def test_what_is_worth_measuring_holds_the_truth() -> None:
    worth = 0
    plans = [*possible(34_000, 4, wide), *((seed, rivals(seed), []) for seed in range(10))]
    for seed, data, _ in plans:
        plan, problem, best = solved(data)
        mine = portfolio_of(problem, best.starts)
        found = measurements(plan, problem, best, most=3, tried=20, gap=GAP)
        assert [one.worth[0] for one in found] == sorted((one.worth[0] for one in found), reverse=True)
        for one in found:
            assert one.innovation is not None
            ends = [with_share(data, one.innovation, one.problem, share) for share in one.ends]
            truth = worth_knowing(ends, mine)
            assert holds(one.worth, truth, best.value), (seed, one, truth)
            worth += one.worth[0] > 1e-3
    assert worth > 10


def test_the_prices_name_first_what_is_worth_most() -> None:
    """Half of the doubts, by the prices, hold four fifths of what measuring the best one is worth: with four
    rivals the prices are at their coarsest."""
    whole = half = 0.0
    for seed in range(12):
        plan, problem, best = solved(rivals(seed))
        whole += measurements(plan, problem, best, most=1, tried=4, gap=GAP)[0].worth[0]
        half += measurements(plan, problem, best, most=1, tried=2, gap=GAP)[0].worth[0]
    assert half > 0.8 * whole


def test_a_stated_range_for_what_is_missing_is_worth_something_too() -> None:
    for seed, data, _ in possible(35_000, 12):
        plan, problem, best = solved(data)
        mine, about = portfolio_of(problem, best.starts), data["problems"][0]["id"]
        guess = Guess(about, "people_affected", (0, 5000, 500_000))
        found = measurements(plan, problem, best, [guess], most=9, tried=9, gap=GAP)
        one = next(one for one in found if one.innovation is None)
        ends = [
            data | {"problems": [data["problems"][0] | {"people_affected": people}, *data["problems"][1:]]}
            for people in guess.ends
        ]
        truth, scale = worth_knowing(ends, mine), 500_000
        assert holds(one.worth, truth, scale), (seed, one, truth)


def test_evidence_d_counted_half_is_half_the_share() -> None:
    data = tiny(40)
    data["problems"] = [one | {"evidence": "A"} for one in data["problems"]]
    for place, one in enumerate(data["innovations"]):
        one["addresses"] = [a | {"evidence": "B" if place % 2 else "D"} for a in one["addresses"]]
    problem = selection(Plan.model_validate(data))
    half = halved(problem).reliefs
    d = problem.reliefs.grade == 3
    assert (half.share[d] == problem.reliefs.share[d] / 2).all()
    assert (half.share[~d] == problem.reliefs.share[~d]).all()


def test_other_assumptions_have_their_own_best_choice() -> None:
    for seed, data, _ in possible(36_000, 12):
        plan, problem, best = solved(data)
        mine = portfolio_of(problem, best.starts)
        found = sensitivity(plan, problem, best, problems=2, gap=GAP)
        for one in found:
            other = data
            if one.kind == "discount_rate":
                other = data | {"settings": data["settings"] | {"discount_rate": one.level}}
            elif one.kind == "equity_weight":
                problems = [
                    p | {"equity_weight": p.get("equity_weight", 1) ** one.level} for p in data["problems"]
                ]
                other = data | {"problems": problems}
            else:
                problems = [
                    p | ({"severity": p["severity"] * one.level} if p["id"] == one.about else {})
                    for p in data["problems"]
                ]
                other = data | {"problems": problems}
                assert all(0 <= p["severity"] <= 1 for p in problems)
            assert one.case.today == near(plainly.person_years(other, mine)), (seed, one)
            assert one.case.value == near(max(v for v, _ in every_choice(other))), (seed, one)
        assert {one.kind for one in ranges(found)} == {one.kind for one in found}
        for one in ranges(found):
            assert one.today[0] <= one.today[1]
            assert 0 <= one.missed[0] <= one.missed[1]


def test_scenarios_lie_in_the_triangles_and_their_mean_is_the_expected_share() -> None:
    problem = selection(Plan.model_validate(wide(tiny(41), 41)))
    drawn = np.array([scenario(problem, 0.2, 0, number).reliefs.share for number in range(400)])
    assert drawn.shape[1] > 2
    assert (drawn >= problem.reliefs.low).all()
    assert (drawn <= problem.reliefs.high).all()
    assert drawn.mean(axis=0) == pytest.approx(problem.reliefs.share, abs=0.03)
    costs = np.array([scenario(problem, 0.2, 0, number).costs.amount for number in range(400)])
    assert (np.abs(costs - problem.costs.amount) <= 0.2 * problem.costs.amount + 1e-9).all()


def test_the_same_seed_gives_the_same_scenarios_and_answers() -> None:
    for seed, data, _ in possible(37_000, 3, wide):
        plan, problem, best = solved(data)
        one, again = (robustness(plan, problem, best, 20, seed=5) for _ in range(2))
        assert (one.stays == again.stays).all(), seed
        assert (one.values == again.values).all()
        assert (one.best == again.best).all()
        assert (one.average == again.average).all()
        other = robustness(plan, problem, best, 20, seed=6)
        assert one.scenarios == other.scenarios == 20
        assert one.values.mean() == pytest.approx(one.mean)
        assert (one.best >= one.values - 1e-9).all()
        assert 0 <= one.price <= best.value + 1e-6
        assert best.value == pytest.approx(person_years(problem, best.starts))


def test_an_answer_without_a_proof_is_not_taken_for_proven() -> None:
    _, data, choices = possible(38_000, 1)[0]
    plan, top = Plan.model_validate(data), max(value for value, _ in choices)
    found = replace(optimise(plan, gap=GAP), bound=None, gap=None)
    problem, best = asked(plan, found)
    assert best.bound >= top
    for one in why(problem, best, gap=GAP):
        other = [value for value, choice in choices if (one.innovation in choice) != one.chosen]
        assert one.change is None or holds(one.change, max(other) - top, top)


def test_answers_can_be_written_as_json() -> None:
    """No infinity gets out, whatever the time."""
    _, data, _ = possible(38_000, 1)[0]
    for seconds in (0.0, 0.01, 10.0):
        said = json.dumps(optimise(Plan.model_validate(data), seconds=seconds).to_data(), allow_nan=False)
        assert json.loads(said)["status"] in ("optimal", "feasible", "unknown")
