"""Tiny random plans in which every rule of IMPACT.md bites, and their best choice by trying all of them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Collection
from typing import Any

from masterplan.document.types import Plan
from masterplan.impact.optimiser.optimise import optimise
from masterplan.impact.optimiser.report import asked
from masterplan.impact.optimiser.selection import Rule, Selection
from masterplan.impact.optimiser.solving import Answer
from tests.masterplan import impact_plainly as plainly

Data = dict[str, Any]
Choice = dict[str, int]
FIRST = 2027
GAP = 1e-7


def tiny(seed: int, innovations: int = 4, years: int = 3) -> Data:
    rng = random.Random(seed)
    some = rng.random
    rupiah = rng.choice([1, 1, 1_000_000_000, 333_333_333])  # one rupiah is within the tolerance
    problems = [
        {
            "id": f"MS-{number}",
            "title": "Masalah",
            "people_affected": rng.choice([0, 1, 40, 1000, 250000]),
            "severity": rng.choice([0, 0.05, 0.5, 1]),
        }
        | ({"equity_weight": rng.choice([0.5, 2])} if some() < 0.3 else {})
        for number in range(1, rng.randint(1, 3) + 1)
    ]
    enablers = [
        {
            "id": f"EN-{number}",
            "kind": "data",
            "title": "Pemungkin",
            "capital": rng.choice([0, 3, 7]) * rupiah,
        }
        | ({"operating_per_year": rng.choice([1, 2]) * rupiah} if some() < 0.5 else {})
        | ({"exists": True} if some() < 0.2 else {})
        for number in range(1, rng.randint(0, 2) + 1)
    ]
    found = []
    for number in range(1, innovations + 1):
        one: Data = {"id": f"IN-{number}", "title": "Inovasi", "dimension": rng.choice(["living", "economy"])}
        felt = rng.sample(problems, rng.randint(0, len(problems)))
        one["addresses"] = [
            {"problem": problem["id"], "share": {"mode": rng.choice([0.1, 0.3, 0.5, 1])}}
            | ({"lag_years": rng.randint(0, 2)} if some() < 0.4 else {})
            for problem in felt
        ]
        if some() < 0.2:
            one["addresses"] = [
                address | {"share": {"low": 0.1, "mode": 0.2, "high": 0.6}} for address in one["addresses"]
            ]
        if some() < 0.4:
            one["duration_years"] = rng.randint(1, 2)
        one["costs"] = [
            {"offset": offset, "capital": rng.choice([0, 2, 5, 9]) * rupiah}
            for offset in range(rng.randint(0, 2))
        ]
        if some() < 0.5:
            one["operating_per_year"] = rng.choice([1, 3]) * rupiah
        if enablers and some() < 0.6:
            one["enablers"] = [
                enabler["id"] for enabler in rng.sample(enablers, rng.randint(1, len(enablers)))
            ]
        if number > 1 and some() < 0.3:
            one["requires"] = [f"IN-{rng.randint(1, number - 1)}"]
        if some() < 0.25:
            one["alternative_group"] = "pilihan"
        if some() < 0.3:
            earliest = FIRST + rng.randint(-1, years - 1)
            one["start"] = {"earliest": earliest, "latest": earliest + rng.randint(0, 2)}
        if some() < 0.4:
            one["quick_win"] = True
        if some() < 0.5:
            one["lead_agency"] = rng.choice(["DINAS-A", "DINAS-B"])
        if some() < 0.4:
            one["funding"] = [{"source": "APBD", "share": rng.choice([0.5, 1])}]
        found.append(one)
    budget = []
    for year in range(FIRST - 1, FIRST + years):
        if some() < 0.7:
            budget.append({"year": year, "amount": rng.choice([0, 5, 8, 12, 20]) * rupiah})
        if some() < 0.3:
            budget.append({"year": year, "source": "APBD", "amount": rng.choice([0, 4, 9]) * rupiah})
    return {
        "format": "haluan-plan/1",
        "region": {"name": "Kabupaten Uji"},
        "title": "Uji",
        "period": {"first_year": FIRST, "last_year": FIRST + years - 1},
        "settings": {
            "discount_rate": rng.choice([0, 0.1]),
            "carry_over": some() < 0.5,
            "minimum_per_dimension": rng.choice([0, 0, 1, 2]),
            "minimum_quick_wins": rng.choice([0, 0, 0, 1]),
        },
        "problems": problems,
        "innovations": found,
        "enablers": enablers,
        "agencies": [
            {"code": "DINAS-A", "name": "A", "parallel_projects": 1},
            {"code": "DINAS-B", "name": "B"},
        ],
        "budget": budget,
    }


def with_districts(data: Data, seed: int) -> Data:
    """The same, saying where most of the people live, in up to three districts."""
    rng = random.Random(seed)
    codes = ["99.01", "99.02", "99.03"][: rng.randint(2, 3)]
    problems = []
    for problem in data["problems"]:
        people = problem["people_affected"]
        first = rng.randint(0, people)
        spread = dict(zip(codes, [first, people - first, people // 3], strict=False))
        problems.append(problem | ({"people_by_district": spread} if rng.random() < 0.8 else {}))
    residents = {"population": 1000} if rng.random() < 0.7 else {}
    districts = [{"code": code, "name": code, **residents} for code in codes]
    return data | {"problems": problems, "districts": districts}


def only(data: Data, rules: Collection[Rule]) -> Data:
    """The plan with these rules and no others."""
    kept = set(rules)
    innovations = []
    for one in data["innovations"]:
        left = dict(one)
        left["requires"] = [
            other for other in one.get("requires", []) if ("requires", one["id"], other) in kept
        ]
        if ("window", one["id"], "") not in kept:
            left.pop("start", None)
        if ("alternative_group", one.get("alternative_group"), "") not in kept:
            left.pop("alternative_group", None)
        if ("minimum_per_dimension", one.get("dimension"), "") not in kept:
            left.pop("dimension", None)
        innovations.append(left)
    agencies = [
        {
            key: value
            for key, value in agency.items()
            if key != "parallel_projects" or ("parallel_projects", agency["code"], "") in kept
        }
        for agency in data["agencies"]
    ]
    budget = [one for one in data["budget"] if ("ceiling", one.get("source", ""), str(one["year"])) in kept]
    settings = dict(data["settings"])
    if ("minimum_quick_wins", "", "") not in kept:
        settings["minimum_quick_wins"] = 0
    return data | {
        "innovations": innovations, "agencies": agencies, "budget": budget, "settings": settings,
    }  # fmt: skip


def with_choice(data: Data, choice: dict[str, int]) -> Data:
    innovations = [
        {key: value for key, value in one.items() if key not in ("decision", "scheduled_start")}
        | ({"decision": "chosen", "scheduled_start": choice[one["id"]]} if one["id"] in choice else {})
        for one in data["innovations"]
    ]
    return data | {"innovations": innovations}


def judged(data: Data, choice: dict[str, int]) -> set[Any]:
    """What a choice breaks, money included."""
    chosen = with_choice(data, choice)
    return plainly.broken(chosen, choice) | set(plainly.overspent(chosen, choice))


def every_choice(data: Data) -> list[tuple[float, dict[str, int]]]:
    """Every choice that breaks no rule, with its person-years, by the plain writing."""
    keys = [one["id"] for one in data["innovations"]]
    possible = [[None, *plainly.years_of(data)] for _ in keys]
    found = []
    for starts in itertools.product(*possible):
        choice = {key: start for key, start in zip(keys, starts, strict=True) if start is not None}
        if not judged(data, choice):
            found.append((plainly.person_years(data, choice), choice))
    return found


def possible(
    first: int, number: int, change: Any = lambda data, seed: data
) -> list[tuple[int, Data, list[tuple[float, Choice]]]]:
    """Tiny plans that have a choice worth something, with all their choices."""
    found = []
    for seed in range(first, first + 100 * number):
        data = change(tiny(seed), seed)
        choices = every_choice(data)
        if choices and max(value for value, _ in choices) > 0:
            found.append((seed, data, choices))
        if len(found) == number:
            break
    return found


def solved(data: Data) -> tuple[Plan, Selection, Answer]:
    plan = Plan.model_validate(data)
    problem, best = asked(plan, optimise(plan, gap=GAP))
    return plan, problem, best
