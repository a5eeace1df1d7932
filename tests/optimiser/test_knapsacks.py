"""Multidimensional knapsacks written as plans: published optima are reached, and those of trying all sets.

The first two of Petersen (*Computational experience with variants of the Balas algorithm applied to the
selection of R&D projects*, 1967), as in Beasley's OR-Library (mknap1), with their published optima; then
plans drawn as Chu and Beasley draw theirs (1998), small enough to try every set.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from masterplan.document.types import Plan
from masterplan.impact.optimiser.optimise import optimise

PETERSEN = [
    (
        3800.0,
        [100, 600, 1200, 2400, 500, 2000],
        [
            [8, 12, 13, 64, 22, 41],
            [8, 12, 13, 75, 22, 41],
            [3, 6, 4, 18, 6, 4],
            [5, 10, 8, 32, 6, 12],
            [5, 13, 8, 42, 6, 20],
            [5, 13, 8, 48, 6, 20],
            [0, 0, 0, 0, 8, 0],
            [3, 0, 4, 0, 8, 0],
            [3, 2, 4, 0, 8, 4],
            [3, 2, 4, 8, 8, 4],
        ],
        [80, 96, 20, 36, 44, 48, 10, 18, 22, 24],
    ),
    (
        8706.1,
        [600.1, 310.5, 1800, 3850, 18.6, 198.7, 882, 4200, 402.5, 327],
        [
            [20, 5, 100, 200, 2, 4, 60, 150, 80, 40],
            [20, 7, 130, 280, 2, 8, 110, 210, 100, 40],
            [60, 3, 50, 100, 4, 2, 20, 40, 6, 12],
            [60, 8, 70, 200, 4, 6, 40, 70, 16, 20],
            [60, 13, 70, 250, 4, 10, 60, 90, 20, 24],
            [60, 13, 70, 280, 4, 10, 70, 105, 22, 28],
            [5, 2, 20, 100, 2, 5, 10, 60, 0, 0],
            [45, 14, 80, 180, 6, 10, 40, 100, 20, 0],
            [55, 14, 80, 200, 6, 10, 50, 140, 30, 40],
            [65, 14, 80, 220, 6, 10, 50, 180, 30, 50],
        ],
        [450, 540, 200, 360, 440, 480, 200, 360, 440, 480],
    ),
]


def as_plan(profit: Sequence[float], weight: Any, room: Sequence[float]) -> Plan:
    """One innovation an item, one year a dimension; what is brought is felt in the last year only. Money is
    in millions, people in tenths of the profit's unit."""
    first, years = 2027, len(room)
    return Plan.model_validate(
        {
            "format": "haluan-plan/1",
            "region": {"name": "Kota Ransel"},
            "title": "Ransel (fiktif)",
            "period": {"first_year": first, "last_year": first + years - 1},
            "problems": [
                {
                    "id": f"MS-{item}",
                    "title": "Masalah",
                    "people_affected": round(10 * worth),
                    "severity": 1,
                }
                for item, worth in enumerate(profit, 1)
            ],
            "innovations": [
                {
                    "id": f"IN-{item + 1}",
                    "title": "Inovasi",
                    "duration_years": years - 1,
                    "start": {"earliest": first, "latest": first},
                    "addresses": [{"problem": f"MS-{item + 1}", "share": {"mode": 1}}],
                    "costs": [
                        {"offset": year, "capital": int(weight[year][item]) * 1_000_000}
                        for year in range(years)
                    ],
                }
                for item in range(len(profit))
            ],
            "budget": [
                {"year": first + year, "amount": int(most) * 1_000_000} for year, most in enumerate(room)
            ],
        }
    )


@pytest.mark.parametrize(("published", "profit", "weight", "room"), PETERSEN)
def test_a_published_optimum_is_reached(published: float, profit: Any, weight: Any, room: Any) -> None:
    found = optimise(as_plan(profit, weight, room), gap=1e-7)
    assert found.status == "optimal"
    assert found.value == pytest.approx(10 * published)


@pytest.mark.parametrize("tight", [0.25, 0.5, 0.75])
@pytest.mark.parametrize("dimensions", [5, 10])
def test_the_best_of_all_sets_is_reached(dimensions: int, tight: float) -> None:
    items = 18
    rng = np.random.default_rng([dimensions, round(100 * tight)])
    weight = rng.integers(1, 1000, (dimensions, items))
    room = np.floor(tight * weight.sum(axis=1))
    profit = np.round(weight.mean(axis=0) + 500 * rng.random(items))
    chosen = (np.arange(2**items)[:, None] >> np.arange(items)) & 1
    best = float((chosen @ profit)[(chosen @ weight.T <= room).all(axis=1)].max())
    found = optimise(as_plan(profit.tolist(), weight, room.tolist()), gap=1e-7)
    assert found.status == "optimal"
    assert found.value == pytest.approx(10 * best)
