"""Small valid plans in which anything the schema leaves open may be absent, zero, everything or out of
place."""

from __future__ import annotations

import random
from typing import Any

from tests.plans import DIMENSIONS, SOURCES


def strange_data(seed: int) -> dict[str, Any]:
    """One of them, the same for the same seed."""
    dice = random.Random(seed)
    first, years = dice.randint(2024, 2030), dice.choice((1, 2, 3, 5, 8, 12))
    count, problems, enablers = dice.randint(0, 9), dice.randint(0, 4), dice.randint(0, 4)
    plan: dict[str, Any] = {
        "format": "haluan-plan/1",
        "region": {"name": "Kabupaten Contoh"},
        "title": "Rencana aneh (fiktif)",
        "period": {"first_year": first, "last_year": first + years - 1},
    }
    settings = {
        "discount_rate": dice.choice((0, 0.03, 0.2)),
        "carry_over": dice.random() < 0.6,
        "minimum_per_dimension": dice.choice((0, 1, 2, 5)),
        "minimum_quick_wins": dice.choice((0, 1, 4)),
    }
    _maybe(dice, plan, settings={k: v for k, v in settings.items() if dice.random() < 0.7})
    _maybe(dice, plan, 0.95, problems=[_strange_problem(dice, n) for n in range(problems)])
    _maybe(dice, plan, 0.95, enablers=[_strange_enabler(dice, n) for n in range(enablers)])
    enablers = enablers if "enablers" in plan else 0
    problems = problems if "problems" in plan else 0
    _maybe(
        dice,
        plan,
        agencies=[
            {
                "code": f"OPD-{n}",
                "name": f"Dinas {n}",
                **({"parallel_projects": dice.randint(0, 2)} if n else {}),
            }
            for n in range(3)
        ],
    )
    _maybe(
        dice,
        plan,
        0.95,
        innovations=[
            _strange_innovation(dice, n, first, years, problems, enablers, "agencies" in plan)
            for n in range(count)
        ],
    )
    _maybe(
        dice,
        plan,
        0.8,
        budget=[_strange_ceiling(dice, first, years) for _ in range(dice.randint(0, 3 * years))],
    )
    return plan


def _maybe(dice: random.Random, data: dict[str, Any], chance: float = 0.75, **fields: Any) -> None:
    for name, field in fields.items():
        if dice.random() < chance:
            data[name] = field


def _strange_problem(dice: random.Random, number: int) -> dict[str, Any]:
    problem: dict[str, Any] = {"id": f"MS-{number}", "title": "Masalah"}
    _maybe(
        dice,
        problem,
        0.85,
        people_affected=dice.choice((0, 1, 5000, 123_456)),
        severity=dice.choice((0, 0.045, 0.5, 1)),
    )
    _maybe(dice, problem, 0.5, equity_weight=dice.choice((0.1, 1, 2.5, 10)), evidence=dice.choice("ABCD"))
    return problem


def _strange_enabler(dice: random.Random, number: int) -> dict[str, Any]:
    enabler: dict[str, Any] = {"id": f"EN-{number}", "kind": "data", "title": "Pemungkin"}
    _maybe(
        dice,
        enabler,
        0.7,
        capital=dice.choice((0, 10**9, 2_500_000_000.5)),
        operating_per_year=dice.choice((0, 10**8)),
    )
    _maybe(dice, enabler, 0.4, exists=dice.random() < 0.5)
    return enabler


def _strange_innovation(
    dice: random.Random, number: int, first: int, years: int, problems: int, enablers: int, agencies: bool
) -> dict[str, Any]:
    innovation: dict[str, Any] = {"id": f"IN-{number}", "title": "Inovasi"}
    reliefs = []
    for problem in dice.sample(range(problems), dice.randint(0, problems)):
        relief: dict[str, Any] = {"problem": f"MS-{problem}"}
        low, mode, high = sorted(dice.choice((0, 0.001, 0.3, 0.31, 0.75, 0.999, 1, 1)) for _ in range(3))
        share = {
            "mode": mode,
            **({"low": low} if dice.random() < 0.8 else {}),
            **({"high": high} if dice.random() < 0.8 else {}),
        }
        _maybe(dice, relief, 0.9, share=share)
        _maybe(dice, relief, 0.5, lag_years=dice.choice((0, 1, 2, 20)), evidence=dice.choice("ABCD"))
        reliefs.append(relief)
    earliest = first + dice.randint(-2, years)
    costs = [
        {
            "offset": dice.choice((0, 1, 2, 7, 30)),
            **({"capital": dice.choice((0, 10**9))} if dice.random() < 0.8 else {}),
            **({"operating": 3 * 10**8} if dice.random() < 0.5 else {}),
        }
        for _ in range(dice.randint(0, 3))
    ]
    _maybe(
        dice,
        innovation,
        0.8,
        addresses=reliefs,
        dimension=dice.choice(DIMENSIONS[:3]),
        enablers=[f"EN-{n}" for n in dice.choices(range(enablers), k=2)] if enablers else [],
        start={"earliest": min(2100, earliest), "latest": earliest + dice.randint(0, 4)},
        duration_years=dice.choice((1, 1, 2, 5)),
        costs=costs,
        operating_per_year=dice.choice((0, 2 * 10**8)),
        funding=[
            {"source": dice.choice(SOURCES), "share": dice.choice((0, 0.25, 0.5, 1))}
            for _ in range(dice.randint(0, 3))
        ],
        quick_win=dice.random() < 0.5,
        decision=dice.choice(("chosen", "chosen", "chosen", "proposed", "not_chosen")),
        scheduled_start=first + dice.choice((-2, -1, 0, 0, 0, 0, 1, 1, 2, years - 1, years)),
    )
    _maybe(dice, innovation, 0.3, alternative_group=dice.choice(("satu", "dua")))
    if number:
        _maybe(
            dice, innovation, 0.4, requires=[f"IN-{n}" for n in dice.sample(range(number), min(number, 2))]
        )
    if agencies:
        _maybe(dice, innovation, 0.7, lead_agency=f"OPD-{dice.randint(0, 2)}")
    return innovation


def _strange_ceiling(dice: random.Random, first: int, years: int) -> dict[str, Any]:
    ceiling: dict[str, Any] = {
        "year": first + dice.randint(-1, years),
        "amount": dice.choice((0, 10**9, 3 * 10**9, 7 * 10**9)),
    }
    _maybe(dice, ceiling, 0.5, source=dice.choice(SOURCES))
    return ceiling
