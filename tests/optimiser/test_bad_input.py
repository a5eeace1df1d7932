"""Plans at the edge: the right answer, or a clear refusal."""

from __future__ import annotations

import math
import time
from typing import Any

import pytest

from masterplan.document.types import Plan
from masterplan.impact.errors import ImpactError
from masterplan.impact.optimiser.optimise import Optimum, optimise
from tests.masterplan import impact_plainly as plainly
from tests.masterplan.test_latihan import PLAN
from tests.optimiser.tiny_plans import FIRST, Data, every_choice, judged, tiny

TRILLION = 10**12


def checked(data: Data, **options: Any) -> Optimum:
    """What trying every choice finds too."""
    found = optimise(Plan.model_validate(data), gap=1e-7, **options)
    choices = every_choice(data)
    if not choices:
        assert found.status == "infeasible"
        return found
    best = max(value for value, _ in choices)
    assert found.status == "optimal"
    assert found.value == pytest.approx(best, rel=1e-6, abs=1e-6)
    assert found.bound is not None
    assert found.bound >= best * (1 - 1e-6)
    assert not judged(data, found.portfolio)
    return found


def loose(seed: int) -> Data:
    """Without demands on the choice."""
    data = tiny(seed)
    return data | {"settings": data["settings"] | {"minimum_per_dimension": 0, "minimum_quick_wins": 0}}


@pytest.mark.parametrize("seed", range(8))
def test_without_ceilings_everything_that_may_be_done_is_done(seed: int) -> None:
    data = loose(seed) | {"budget": []}
    assert checked(data).status == "optimal"


@pytest.mark.parametrize("seed", range(8))
def test_nobody_to_help_is_worth_nothing(seed: int) -> None:
    data = loose(seed)
    data["problems"] = [one | {"people_affected": 0} for one in data["problems"]]
    found = checked(data)
    assert (found.value, found.gap) == (0, 0)


@pytest.mark.parametrize("seed", range(8))
def test_what_costs_nothing_is_chosen_whatever_the_ceilings(seed: int) -> None:
    data = loose(seed)
    data["innovations"] = [
        {key: value for key, value in one.items() if key not in ("costs", "operating_per_year", "enablers")}
        for one in data["innovations"]
    ]
    nothing = [{"year": year, "amount": 0} for year in plainly.years_of(data)]
    assert checked(data | {"budget": nothing}).value == checked(data | {"budget": []}).value


@pytest.mark.parametrize("seed", range(8))
def test_a_plan_of_one_year(seed: int) -> None:
    checked(tiny(seed, years=1))


def test_windows_outside_the_plan_leave_nothing_to_choose() -> None:
    data = loose(2)
    never = {"earliest": FIRST + 50, "latest": FIRST + 60}
    data["innovations"] = [one | {"start": never} for one in data["innovations"]]
    assert checked(data).portfolio == {}
    demanding = data | {"settings": {"minimum_per_dimension": 1}}
    found = checked(demanding)
    assert found.conflict
    assert any(str(FIRST + 50) in words.en for words in found.conflict)


def test_windows_that_contradict_a_prerequisite_are_named() -> None:
    data = loose(2)
    first, second = ({**one, "requires": [], "duration_years": 1} for one in data["innovations"][:2])
    first |= {"dimension": "living", "start": {"earliest": FIRST + 2, "latest": FIRST + 2}}
    second |= {"dimension": "economy", "requires": [first["id"]]}
    second |= {"start": {"earliest": FIRST, "latest": FIRST + 1}}
    data |= {"innovations": [first, second], "budget": []}
    data["settings"] = data["settings"] | {"minimum_per_dimension": 1}
    found = checked(data)
    assert {rule.kind for rule in found.rules} == {"window", "requires", "minimum_per_dimension"}


def test_an_inverted_window_or_period_is_refused() -> None:
    data = loose(1)
    for bad in (
        {"period": {"first_year": 2030, "last_year": 2029}},
        {"innovations": [{"id": "IN-1", "title": "x", "start": {"earliest": 2029, "latest": 2028}}]},
    ):
        with pytest.raises(ImpactError):
            optimise(Plan.model_validate(data | bad))


@pytest.mark.parametrize("seed", range(30))
def test_one_rupiah_beside_ten_trillion(seed: int) -> None:
    data = tiny(seed)
    sizes = [1, 10 * TRILLION, 1000, 10**9]
    for place, one in enumerate(data["innovations"]):
        size = sizes[(place + seed) % 4]
        one["costs"] = [{"offset": 0, "capital": size}]
        one["operating_per_year"] = sizes[(place + seed + 1) % 4] // 10
    data["budget"] = [
        {"year": year, "amount": [10 * TRILLION, 3, 10**9, 11 * TRILLION][(year + seed) % 4]}
        for year in plainly.years_of(data)
    ]
    checked(data)


def test_a_plan_without_innovations_or_problems_is_worth_nothing() -> None:
    data = loose(1)
    for bare in (data | {"innovations": []}, data | {"problems": [], "innovations": []}):
        found = optimise(Plan.model_validate(bare))
        assert (found.status, found.value, found.bound, found.gap, found.portfolio) == (
            "optimal",
            0,
            0,
            0,
            {},
        )
    for key in ("innovations", "problems", "budget", "enablers", "agencies", "settings"):
        data.pop(key, None)
    assert optimise(Plan.model_validate(data)).status == "optimal"


@pytest.mark.parametrize("seconds", [0.0, 0.1, 0.5])
def test_a_short_time_gives_an_answer_or_says_none_yet(seconds: float) -> None:
    plan = Plan.model_validate_json(PLAN.read_bytes())
    begin = time.monotonic()
    found = optimise(plan, seconds=seconds)
    assert time.monotonic() - begin < seconds + 3
    assert found.status in ("feasible", "unknown")
    assert found.stopped_by == "time"
    assert (found.status == "unknown") == (found.value is None) == (not found.portfolio)
    if found.value is not None and found.bound is not None:
        assert math.isfinite(found.bound)
        assert found.bound >= found.value


def test_numbers_beyond_a_float_are_refused() -> None:
    data = loose(1)
    data["problems"] = [one | {"people_affected": 10**308, "equity_weight": 10} for one in data["problems"]]
    data["problems"] = [one | {"severity": 1} for one in data["problems"]]
    with pytest.raises(ImpactError):
        optimise(Plan.model_validate(data))


def test_five_thousand_innovations_get_an_answer_that_keeps_the_rules() -> None:
    many = [
        {
            "id": f"IN-{n}",
            "title": "x",
            "addresses": [{"problem": f"MS-{n % 200}", "share": {"mode": 0.1 + (n % 7) / 10}}],
            "costs": [{"offset": 0, "capital": 10 + n % 13}],
        }
        for n in range(5000)
    ]
    problems = [
        {"id": f"MS-{n}", "title": "x", "people_affected": 100 + n, "severity": 1} for n in range(200)
    ]
    budget = [{"year": year, "amount": 500} for year in range(FIRST, FIRST + 2)]
    period = {"first_year": FIRST, "last_year": FIRST + 1}
    data = {
        "format": "haluan-plan/1", "region": {"name": "Kabupaten Uji"}, "title": "Uji", "period": period,
        "problems": problems, "innovations": many, "budget": budget,
    }  # fmt: skip
    found = optimise(Plan.model_validate(data), seconds=3.0)
    assert found.status in ("optimal", "feasible")
    assert found.value is not None
    assert found.value > 2000
    assert found.impact is not None
    assert not found.impact.broken
