"""Random plans built as regions build them: what the optimiser is measured on.

Costs are lognormal, a third of the innovations share platforms, a fifth wait for another, a few are
alternatives; 20 agencies lead them; quick wins are small. The ceilings allow `tight` of what everything
together would spend, spread unevenly over the years; the region's own money is bounded by the total, the
other sources (DAK, APBN, CSR) also by ceilings of their own. Half of the plans carry unspent money over.
Everything is fictional.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Data = dict[str, Any]
DIMENSIONS = ("governance", "branding", "economy", "living", "society", "environment")
FIRST, AGENCIES = 2027, 20
OWN, OTHERS = "APBD", ("DAK", "APBN", "CSR")


def regional(innovations: int, seed: int, years: int = 10, tight: float = 0.35) -> Data:
    rng = np.random.default_rng([seed, innovations, years])
    problems = [_problem(rng, number) for number in range(max(6, round(innovations * 0.6)))]
    enablers = [_enabler(rng, number) for number in range(max(3, innovations // 4))]
    found = [_innovation(rng, number, problems, enablers, years) for number in range(innovations)]
    for group in range(innovations // 15):
        for member in rng.choice(innovations, int(rng.choice([2, 2, 3])), replace=False).tolist():
            found[member]["alternative_group"] = f"pilihan-{group + 1}"
    quick = sum(one.get("quick_win", False) for one in found)
    return {
        "format": "haluan-plan/1",
        "region": {"name": "Kabupaten Uji"},
        "title": "Rencana uji (fiktif)",
        "period": {"first_year": FIRST, "last_year": FIRST + years - 1},
        "settings": {
            "discount_rate": 0.05,
            "carry_over": bool(rng.random() < 0.5),
            "minimum_per_dimension": 2 if innovations >= 40 else 1,
            "minimum_quick_wins": min(3, quick // 2),
        },
        "problems": problems,
        "innovations": found,
        "enablers": enablers,
        "agencies": [
            {
                "code": f"OPD-{number + 1:02}",
                "name": f"Perangkat Daerah {number + 1}",
                "parallel_projects": int(rng.choice([1, 2, 2, 3])) * max(1, innovations // 100),
            }
            for number in range(AGENCIES)
        ],
        "budget": _ceilings(rng, found, enablers, years, tight),
    }


def _problem(rng: np.random.Generator, number: int) -> Data:
    return {
        "id": f"MS-{number + 1:03}",
        "title": f"Masalah {number + 1}",
        "dimension": DIMENSIONS[number % 6],
        "people_affected": int(min(900_000, rng.lognormal(9.6, 1.1))),
        "severity": round(float(rng.uniform(0.03, 0.5)), 3),
        "equity_weight": float(rng.choice([1, 1, 1, 1.2, 1.5, 2])),
        "evidence": str(rng.choice(list("ABCD"))),
    }


def _enabler(rng: np.random.Generator, number: int) -> Data:
    capital = _millions(rng.lognormal(np.log(3e9), 0.8))
    return {
        "id": f"EN-{number + 1:03}",
        "kind": "technology",
        "title": f"Pemungkin {number + 1}",
        "capital": capital,
        "operating_per_year": _millions(capital * rng.uniform(0.06, 0.15)),
        "exists": bool(rng.random() < 0.15),
    }


def _innovation(
    rng: np.random.Generator, number: int, problems: list[Data], enablers: list[Data], years: int
) -> Data:
    dimension = number % 6
    source = str(rng.choice([OWN, OWN, OWN, OWN, *OTHERS]))
    duration = int(rng.choice([1, 1, 2, 2, 3]))
    quick = duration == 1 and rng.random() < 0.5
    capital = rng.lognormal(np.log(3e9), 1.0) * (0.35 if quick else 1.0) * (0.4 if source == "CSR" else 1.0)
    parts = rng.dirichlet(np.full(duration, 3.0))
    one: Data = {
        "id": f"IN-{number + 1:03}",
        "title": f"Inovasi {number + 1}",
        "dimension": DIMENSIONS[dimension],
        "addresses": [_relief(rng, problem) for problem in _felt(rng, problems, dimension)],
        "lead_agency": f"OPD-{int(rng.integers(AGENCIES)) + 1:02}",
        "duration_years": duration,
        "costs": [{"offset": year, "capital": _millions(capital * part)} for year, part in enumerate(parts)],
        "operating_per_year": _millions(capital * rng.uniform(0.04, 0.18)),
    }
    if rng.random() < 1 / 3:
        many = min(len(enablers), int(rng.choice([1, 1, 2])))
        one["enablers"] = [enablers[place]["id"] for place in rng.choice(len(enablers), many, replace=False)]
    if rng.random() < 0.25:
        one["funding"] = [{"source": source, "share": 0.6}, {"source": "lainnya", "share": 0.4}]
    elif rng.random() < 0.9:
        one["funding"] = [{"source": source, "share": 1.0}]
    if quick:
        return one | {"quick_win": True}
    if number > 2 and rng.random() < 0.25:
        one["requires"] = [f"IN-{int(rng.integers(max(0, number - 12), number)) + 1:03}"]
    if rng.random() < 0.3:
        earliest = FIRST + int(rng.integers(0, 3))
        one["start"] = {"earliest": earliest, "latest": earliest + int(rng.integers(2, max(3, years)))}
    return one


def _felt(rng: np.random.Generator, problems: list[Data], dimension: int) -> list[Data]:
    """One to three problems of its dimension, the well-known ones more often; sometimes one of another."""
    mine = [problem for number, problem in enumerate(problems) if number % 6 == dimension]
    fame = 1 / np.sqrt(1 + np.arange(len(mine)))
    many = min(len(mine), int(rng.choice([1, 1, 2, 2, 3])))
    found = [mine[place] for place in rng.choice(len(mine), many, replace=False, p=fame / fame.sum())]
    other = problems[int(rng.integers(len(problems)))]
    return [*found, other] if rng.random() < 0.25 and other not in found else found


def _relief(rng: np.random.Generator, problem: Data) -> Data:
    mode = float(rng.uniform(0.03, 0.4))
    share = {"low": mode * rng.uniform(0.3, 0.9), "mode": mode, "high": min(0.95, mode * rng.uniform(1.1, 2))}
    return {
        "problem": problem["id"],
        "share": {name: round(float(part), 4) for name, part in share.items()},
        "lag_years": int(rng.choice([0, 0, 0, 1, 1, 2])),
        "evidence": str(rng.choice(list("ABCD"))),
    }


def _ceilings(
    rng: np.random.Generator, found: list[Data], enablers: list[Data], years: int, tight: float
) -> list[Data]:
    demand, by_source, largest = 0.0, dict.fromkeys(OTHERS, 0.0), dict.fromkeys(OTHERS, 0.0)
    for one in found:
        running = one["operating_per_year"] * (years - one["duration_years"]) * 0.8
        yearly = (sum(cost["capital"] for cost in one["costs"]) + running) / years
        demand += yearly
        for part in one.get("funding", []):
            if part["source"] in by_source:
                by_source[part["source"]] += yearly * part["share"]
                peak = max(cost["capital"] for cost in one["costs"]) * part["share"]
                largest[part["source"]] = max(largest[part["source"]], min(peak, 12e9))
    for enabler in enablers:
        once = 0 if enabler["exists"] else enabler["capital"]
        demand += (once + enabler["operating_per_year"] * years * 0.8) / years
    budget = []
    for year in range(years):
        factor = tight * rng.uniform(0.85, 1.15) * (1 + 0.03 * year) / (1 + 0.015 * (years - 1))
        budget.append({"year": FIRST + year, "amount": _millions(demand * factor)})
        for source, amount in by_source.items():
            most = max(amount * factor * rng.uniform(1.1, 1.6), 0.8 * largest[source])
            budget.append({"year": FIRST + year, "source": source, "amount": _millions(most)})
    return budget


def _millions(rupiah: float) -> int:
    return round(rupiah / 1e6) * 1_000_000
