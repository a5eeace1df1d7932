"""What would turn the answer about one innovation, on tiny plans, against trying every choice."""

from __future__ import annotations

from copy import deepcopy

import numpy as np
import pytest

from masterplan.impact.optimiser.selection import OUT
from masterplan.impact.optimiser.why import turning
from tests.optimiser.tiny_plans import GAP, Data, every_choice, possible, solved

SLACK = 1e-6


def changed(data: Data, key: str, what: str, factor: float) -> Data:
    data = deepcopy(data)
    one = next(one for one in data["innovations"] if one["id"] == key)
    if what == "cost":
        for cost in one.get("costs", []):
            cost.update({name: cost[name] * factor for name in ("capital", "operating") if name in cost})
        if "operating_per_year" in one:
            one["operating_per_year"] *= factor
    else:
        for address in one["addresses"]:
            share = address["share"]
            ends = "low" in share and "high" in share
            expected = (share["low"] + share["mode"] + share["high"]) / 3 if ends else share["mode"]
            address["share"] = {"mode": min(1.0, expected * factor)}
    return data


def best(data: Data, key: str) -> tuple[float, float]:
    """The best value with one innovation, and without it; minus infinity where there is no such choice."""
    with_it, without = -np.inf, -np.inf
    for value, choice in every_choice(data):
        if key in choice:
            with_it = max(with_it, value)
        else:
            without = max(without, value)
    return with_it, without


@pytest.mark.parametrize("what", ["cost", "share"])
def test_the_smallest_change_that_turns_an_answer_is_found(what: str) -> None:
    turned, kept = 0, 0
    for seed, data, _choices in possible(4000 if what == "cost" else 5000, 20):
        _plan, problem, answer = solved(data)
        for row, key in enumerate(problem.keys):
            inside = bool(answer.starts[row] != OUT)
            found = turning(problem, answer, key, what, gap=GAP).factor
            if what == "share":
                mine = problem.reliefs.share[problem.reliefs.innovation == row]
                most = 1.0 / mine.max() if mine.size and mine.max() > 0 else 1.0
            else:
                most = 8.0
            end = most if inside == (what == "cost") else 0.0

            def over(
                factor: float, by: float, key: str = key, data: Data = data, inside: bool = inside
            ) -> bool:
                """Whether the answer turns there, with so much to spare."""
                with_it, without = best(changed(data, key, what, factor), key)
                scale = by * (1 + max(abs(x) for x in (with_it, without, 0.0) if np.isfinite(x)))
                if inside:
                    return bool(np.isfinite(without) and with_it <= without - scale)
                return bool(np.isfinite(with_it) and with_it >= without - scale)

            if found is None:
                assert end == 1.0 or not over(end, SLACK if inside else -SLACK), (seed, key)
                kept += 1
                continue
            assert over(found, -SLACK if inside else SLACK), (seed, key, found)
            if abs(found - 1.0) > 0.05:
                back = found + 0.03 * (1 - found) + (0.02 * found if found < 1 else -0.02 * found)
                assert not over(back, SLACK if inside else -SLACK), (seed, key, found)
            turned += 1
    assert turned > 10 and kept > 5
