"""When nothing keeps every rule, the rules named are a smallest such set, and the money named mends it."""

from __future__ import annotations

import pytest

from masterplan.document.types import Plan
from masterplan.impact.optimiser.conflict import cheapest_money, conflict
from masterplan.impact.optimiser.selection import all_rules
from tests.optimiser.tiny_plans import Data, every_choice, only, tiny


def impossible(first: int, last: int) -> list[tuple[int, Data]]:
    plans = [(seed, tiny(seed, innovations=3)) for seed in range(first, last)]
    return [(seed, data) for seed, data in plans if not every_choice(data)]


@pytest.mark.parametrize("first", [10_000, 10_200])
def test_leaving_out_any_one_rule_makes_a_choice_possible(first: int) -> None:
    plans = impossible(first, first + 120)
    assert len(plans) > 12
    for seed, data in plans:
        rules = conflict(Plan.model_validate(data), {}, 60)
        assert rules, seed
        assert not every_choice(only(data, rules)), seed
        for rule in rules:
            rest = [one for one in rules if one != rule]
            assert every_choice(only(data, rest)), (seed, rule, rules)


@pytest.mark.parametrize("first", [20_000, 20_200])
def test_the_money_named_mends_it_wherever_money_can(first: int) -> None:
    mended = 0
    for seed, data in impossible(first, first + 200):
        plan = Plan.model_validate(data)
        found = cheapest_money(plan, {}, 60).money
        others = [rule for rule in all_rules(plan) if rule.kind != "ceiling"]
        assert bool(found) == bool(every_choice(only(data, others))), seed
        if found:
            more = [
                {"year": year, "amount": amount} | ({"source": source} if source else {})
                for (source, year), amount in found.items()
            ]
            assert every_choice(data | {"budget": [*data["budget"], *more]}), (seed, found)
            mended += 1
            for place, one in enumerate(more):  # and none of it can be spared whole
                less = more[:place] + more[place + 1 :]
                assert one["amount"] > 0
                assert not every_choice(data | {"budget": [*data["budget"], *less]}), (seed, found)
    assert mended > 5
