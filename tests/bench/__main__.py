"""Runs benches and prints one table; the exit code is 1 when a goal is missed or a bench fails."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import traceback

import tests.bench
from tests.bench.measure import Figure, NotYet

ROW = "{:<10}{:<58}{:>14}{:>14}{:>8}{:>7}"


def main(asked: list[str]) -> int:
    benches = [module.name for module in pkgutil.iter_modules(tests.bench.__path__)]
    benches = [name for name in benches if name not in ("__main__", "measure")]
    if unknown := set(asked) - set(benches):
        print(f"No bench named {', '.join(unknown)}; there are: {', '.join(benches)}.", file=sys.stderr)
        return 2
    if (load := os.getloadavg()[0]) > (cores := os.cpu_count() or 1):
        print(f"The machine is busy (load {load:.1f} on {cores} cores): alone it would be faster.")
    print(ROW.format("bench", "what", "figure", "goal", "ratio", "runs"))
    missed = sum(run(name, named=bool(asked)) for name in asked or benches)
    if missed:
        print(f"{missed} missed: a ratio above 1, or a bench that failed.")
    return 1 if missed else 0


def run(name: str, *, named: bool) -> int:
    """Prints each figure as soon as it is there; how many miss their goal."""
    bench = importlib.import_module(f"tests.bench.{name}")
    if getattr(bench, "ONLY_WHEN_ASKED", False) and not named:
        return 0
    missed = 0
    try:
        for figure in bench.run():
            print(line(name, figure), flush=True)
            missed += not figure.kept
    except NotYet as reason:
        print(f"{name:<10}skipped: {reason}", flush=True)
    except Exception as error:
        traceback.print_exc()
        print(f"{name:<10}failed: {error}", flush=True)
        missed += 1
    return missed


def line(name: str, figure: Figure) -> str:
    goal = (
        f"{'≥' if figure.at_least else '≤'} {figure.goal:g} {figure.unit}" if figure.goal is not None else ""
    )
    ratio = f"{figure.ratio:.2f}" if figure.ratio is not None else ""
    return ROW.format(name, figure.what, f"{figure.figure:.4g} {figure.unit}", goal, ratio, figure.runs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
