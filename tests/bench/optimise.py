"""The optimiser beside plain HiGHS and CP-SAT on the same plans: seconds to the gap, and the gap at the limit.

Long, so only when asked. HALUAN_BENCH_SIZES (40,100,300), HALUAN_BENCH_SEEDS (4) and HALUAN_BENCH_TIGHT (0.35)
choose; HALUAN_BENCH_PLAIN=0 leaves the others out. CP-SAT is there where OR-Tools is installed.
"""

from __future__ import annotations

import multiprocessing
import os
import statistics
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import masterplan.document as document
from masterplan.impact.optimiser.selection import Selection, selection
from masterplan.impact.optimiser.solving import Limits, Progress, solve
from tests.bench.measure import Figure
from tests.optimiser import plain_models
from tests.optimiser.regional_plans import regional

ONLY_WHEN_ASKED = True
LIMIT = 60.0
GOALS = {40: (1e-4, 2.0), 100: (1e-3, 10.0), 300: (2e-3, 60.0)}


def run() -> Iterator[Figure]:
    seeds = range(1, 1 + int(os.environ.get("HALUAN_BENCH_SEEDS", "4")))
    tights = [float(one) for one in os.environ.get("HALUAN_BENCH_TIGHT", "0.35").split(",")]
    for size in map(int, os.environ.get("HALUAN_BENCH_SIZES", "40,100,300").split(",")):
        gap, goal = GOALS[size]
        rows = []
        for tight in tights:
            for seed in seeds:
                problem = selection(document.load(regional(size, seed, tight=tight)))
                rows.append(_one(problem, gap, f"{size} innovations, seed {seed}, {tight:g}"))
        taken = [row[0] for row in rows]
        yield Figure(
            f"{size} × 10 to gap {gap:g}: median", statistics.median(taken), "s", goal, runs=len(rows)
        )
        yield Figure(f"{size} × 10 to gap {gap:g}: worst", max(taken), "s", runs=len(rows))
        firsts = [row[3] for row in rows]
        yield Figure(
            f"{size} × 10: an answer within 5 %, median", statistics.median(firsts), "s", 3, runs=len(rows)
        )
        for place, name in ((1, "plain HiGHS"), (2, "plain CP-SAT")):
            others = [row[place] for row in rows if row[place] is not None]
            if others:
                yield Figure(f"{size} × 10: {name}, median", statistics.median(others), "s", runs=len(others))
                ratios = [other / row[0] for other, row in zip(others, rows, strict=True)]
                yield Figure(
                    f"{size} × 10: times faster than {name}, median", statistics.median(ratios), "×", 3,
                    at_least=True, runs=len(rows),
                )  # fmt: skip


def _one(problem: Selection, gap: float, name: str) -> tuple[float, float | None, float | None, float]:
    heard: list[Progress] = []
    ours = solve(problem, Limits(gap=gap, seconds=LIMIT, told=heard.append))
    first = next(
        (one.seconds for one in heard if one.value is not None and one.value >= 0.95 * ours.bound), LIMIT
    )
    told = [f"ours {ours.seconds:.1f} s, gap {ours.gap:.1e}"]
    others: list[float | None] = [None, None]
    if os.environ.get("HALUAN_BENCH_PLAIN") != "0":
        for place, method in enumerate((plain_models.highs, plain_models.cp_sat)):
            try:
                with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as own:
                    reached = own.submit(method, problem, gap, LIMIT).result()
            except ImportError:
                continue
            others[place] = reached.seconds
            told.append(f"{method.__name__} {reached.seconds:.1f} s, gap {reached.gap:.1e}")
            assert reached.bound >= ours.value * (1 - 1e-6), "a bound below an answer"
            assert ours.bound >= reached.value * (1 - 1e-6), "our bound below an answer"
    print(f"          {name}: {'; '.join(told)}", file=sys.stderr, flush=True)
    return ours.seconds if ours.gap <= gap else LIMIT, others[0], others[1], first
