"""IMPACT.md a second time, in loops over the JSON document, for the tests to compare with. No numpy, no
cleverness.

A choice is {innovation id: start year}. Everything is counted anew for every question.
"""

from __future__ import annotations

import math
from typing import Any

Data = dict[str, Any]
DIMENSIONS = ("governance", "branding", "economy", "living", "society", "environment")


def years_of(plan: Data) -> list[int]:
    return list(range(plan["period"]["first_year"], plan["period"]["last_year"] + 1))


def setting(plan: Data, name: str) -> Any:
    return plan.get("settings", {}).get(name, 0)


def chosen(plan: Data) -> dict[str, int]:
    found = {}
    for innovation in plan.get("innovations", []):
        if innovation.get("decision") == "chosen" and "scheduled_start" in innovation:
            found[innovation["id"]] = innovation["scheduled_start"]
    return found


def drafted(plan: Data) -> dict[str, int]:
    found = {}
    for innovation in plan.get("innovations", []):
        if innovation.get("decision") == "not_chosen":
            continue
        first = plan["period"]["first_year"]
        earliest = max(first, innovation["start"]["earliest"]) if "start" in innovation else first
        found[innovation["id"]] = innovation.get("scheduled_start", earliest)
    return found


def expected_share(relief: Data) -> float:
    share = relief.get("share")
    if share is None:
        return 0.0
    if "low" in share and "high" in share:
        return (share["low"] + share["mode"] + share["high"]) / 3
    return share["mode"]


def low_share(relief: Data) -> float:
    share = relief.get("share", {"mode": 0})
    return share.get("low", share["mode"])


def high_share(relief: Data) -> float:
    share = relief.get("share", {"mode": 0})
    return share.get("high", share["mode"])


def felt(plan: Data, choice: dict[str, int], problem: str, year: int) -> list[tuple[str, Data]]:
    found = []
    for innovation in plan.get("innovations", []):
        if innovation["id"] not in choice:
            continue
        works = choice[innovation["id"]] + innovation.get("duration_years", 1)
        for relief in innovation.get("addresses", []):
            if relief["problem"] == problem and works + relief.get("lag_years", 0) <= year:
                found.append((innovation["id"], relief))
    return found


def of_problem(
    plan: Data, choice: dict[str, int], problem: Data, weighted: bool = True, share: Any = expected_share
) -> float:
    total = 0.0
    for year in years_of(plan):
        remains = 1.0
        for _, relief in felt(plan, choice, problem["id"], year):
            remains *= 1 - share(relief)
        total += (1 - remains) / (1 + setting(plan, "discount_rate")) ** (year - years_of(plan)[0])
    people = problem.get("people_affected", 0) * problem.get("severity", 0)
    return people * (problem.get("equity_weight", 1) if weighted else 1) * total


def person_years(
    plan: Data, choice: dict[str, int], weighted: bool = True, share: Any = expected_share
) -> float:
    return sum(of_problem(plan, choice, problem, weighted, share) for problem in plan.get("problems", []))


def evidence(plan: Data, choice: dict[str, int]) -> dict[str, float]:
    amounts = {"A": 0.0, "B": 0.0, "C": 0.0, "D": 0.0}
    for problem in plan.get("problems", []):
        people = (
            problem.get("people_affected", 0) * problem.get("severity", 0) * problem.get("equity_weight", 1)
        )
        for year in years_of(plan):
            here = felt(plan, choice, problem["id"], year)
            remains, weights = 1.0, []
            everything = [relief for _, relief in here if expected_share(relief) == 1]
            for _, relief in here:
                share = expected_share(relief)
                remains *= 1 - share
                if everything:
                    weights.append(1.0 if share == 1 else 0.0)
                else:
                    weights.append(-math.log(1 - share))
            for (_, relief), weight in zip(here, weights, strict=True):
                if weight == 0:
                    continue
                grade = max(problem.get("evidence", "D"), relief.get("evidence", "D"))
                discount = (1 + setting(plan, "discount_rate")) ** (year - years_of(plan)[0])
                amounts[grade] += people * (1 - remains) * weight / sum(weights) / discount
    return amounts


def innovation_costs(plan: Data, innovation: Data, start: int) -> dict[int, float]:
    """Rupiah by calendar year, also outside the plan's years (up to its last year for the yearly
    operation)."""
    spent: dict[int, float] = {}
    for cost in innovation.get("costs", []):
        year = start + cost["offset"]
        spent[year] = spent.get(year, 0) + cost.get("capital", 0) + cost.get("operating", 0)
    for year in range(start + innovation.get("duration_years", 1), years_of(plan)[-1] + 1):
        spent[year] = spent.get(year, 0) + innovation.get("operating_per_year", 0)
    return spent


def enabler_costs(plan: Data, choice: dict[str, int], enabler: Data) -> dict[int, float]:
    needing = [
        choice[innovation["id"]]
        for innovation in plan.get("innovations", [])
        if innovation["id"] in choice and enabler["id"] in innovation.get("enablers", [])
    ]
    if not needing:
        return {}
    spent = {min(needing): 0 if enabler.get("exists") else enabler.get("capital", 0)}
    for year in range(min(needing), years_of(plan)[-1] + 1):
        spent[year] = spent.get(year, 0) + enabler.get("operating_per_year", 0)
    return spent


def all_costs(plan: Data, choice: dict[str, int]) -> list[tuple[str, dict[int, float]]]:
    found = []
    for innovation in plan.get("innovations", []):
        if innovation["id"] in choice:
            found.append((innovation["id"], innovation_costs(plan, innovation, choice[innovation["id"]])))
    for enabler in plan.get("enablers", []):
        found.append((enabler["id"], enabler_costs(plan, choice, enabler)))
    return found


def spending(plan: Data, choice: dict[str, int]) -> dict[int, float]:
    return {year: sum(spent.get(year, 0) for _, spent in all_costs(plan, choice)) for year in years_of(plan)}


def ignored(plan: Data, choice: dict[str, int]) -> dict[str, float]:
    found = {}
    for element, spent in all_costs(plan, choice):
        outside = sum(amount for year, amount in spent.items() if year not in years_of(plan))
        if outside > 0:
            found[element] = outside
    return found


def source_spending(plan: Data, choice: dict[str, int], source: str) -> dict[int, float]:
    totals = dict.fromkeys(years_of(plan), 0.0)
    for innovation in plan.get("innovations", []):
        if innovation["id"] not in choice:
            continue
        share = sum(part["share"] for part in innovation.get("funding", []) if part["source"] == source)
        spent = innovation_costs(plan, innovation, choice[innovation["id"]])
        for year in totals:
            totals[year] += share * spent.get(year, 0)
    return totals


def overspent(plan: Data, choice: dict[str, int]) -> dict[tuple[str | None, int], float]:
    """Rupiah beyond the ceiling, by source (None: all together) and year."""
    found = {}
    for source in {ceiling.get("source") for ceiling in plan.get("budget", [])}:
        spent = spending(plan, choice) if source is None else source_spending(plan, choice, source)
        left = 0.0
        for year in years_of(plan):
            mine = [c["amount"] for c in plan["budget"] if c["year"] == year and c.get("source") == source]
            if not mine:
                continue
            available = sum(mine) + (left if setting(plan, "carry_over") else 0)
            if spent[year] - available > max(1, 1e-9 * available):
                found[source, year] = spent[year] - available
            left = max(0, available - spent[year])
    return found


def broken(plan: Data, choice: dict[str, int]) -> set[tuple[Any, ...]]:
    """Each broken rule but money, as (rule, who)."""
    by_id = {innovation["id"]: innovation for innovation in plan.get("innovations", [])}
    found: set[tuple[Any, ...]] = set()
    for key, start in choice.items():
        innovation = by_id[key]
        if start not in years_of(plan):
            found.add(("period", key))
        if (
            "start" in innovation
            and not innovation["start"]["earliest"] <= start <= innovation["start"]["latest"]
        ):
            found.add(("window", key))
        for required in innovation.get("requires", []):
            if required not in choice or choice[required] + by_id[required].get("duration_years", 1) > start:
                found.add(("requires", key, required))
    for group in {innovation.get("alternative_group") for innovation in by_id.values()} - {None}:
        if sum(by_id[key].get("alternative_group") == group for key in choice) > 1:
            found.add(("alternative_group", group))
    for agency in plan.get("agencies", []):
        for year in years_of(plan):
            building = [
                key
                for key, start in choice.items()
                if by_id[key].get("lead_agency") == agency["code"]
                and start <= year < start + by_id[key].get("duration_years", 1)
            ]
            if "parallel_projects" in agency and len(building) > agency["parallel_projects"]:
                found.add(("parallel_projects", agency["code"]))
    for dimension in DIMENSIONS:
        have = [key for key in by_id if by_id[key].get("dimension") == dimension]
        if have and sum(key in choice for key in have) < setting(plan, "minimum_per_dimension"):
            found.add(("minimum_per_dimension", dimension))
    quick = [
        key for key, start in choice.items() if by_id[key].get("quick_win") and start == years_of(plan)[0]
    ]
    if len(quick) < setting(plan, "minimum_quick_wins"):
        found.add(("minimum_quick_wins",))
    return found
