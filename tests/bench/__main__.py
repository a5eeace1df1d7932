"""Runs benches and prints one table; the exit code is 1 when a goal is missed."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from types import ModuleType

import tests.bench
from tests.bench.measure import Figure, NotYet

ROW = "{:<10}{:<52}{:>14}{:>14}{:>8}{:>7}"


def main(asked: list[str]) -> int:
    names = [module.name for module in pkgutil.iter_modules(tests.bench.__path__)]
    benches = {name: bench for name in names if hasattr(bench := load(name), "run")}
    if unknown := set(asked) - benches.keys():
        print(
            f"No bench named {', '.join(sorted(unknown))}; there are: {', '.join(benches)}.", file=sys.stderr
        )
        return 2
    chosen = asked or [
        name for name, bench in benches.items() if not getattr(bench, "ONLY_WHEN_ASKED", False)
    ]
    print(ROW.format("bench", "what", "median", "goal", "ratio", "runs"))
    missed = 0
    for name in chosen:
        for figure in figures(name, benches[name]):
            missed += not figure.kept
    if missed:
        print(f"{missed} above 1.00: the goal is missed.")
    return 1 if missed else 0


def load(name: str) -> ModuleType:
    return sys.modules["__main__"] if name == "__main__" else importlib.import_module(f"tests.bench.{name}")


def figures(name: str, bench: ModuleType) -> Iterator[Figure]:
    """Prints each figure as soon as it is there."""
    try:
        for figure in bench.run():
            print(line(name, figure), flush=True)
            yield figure
    except NotYet as reason:
        print(f"{name:<10}skipped: {reason}", flush=True)


def line(name: str, figure: Figure) -> str:
    sign = "≥ " if figure.at_least else "≤ "
    goal = "" if figure.goal is None else f"{sign}{figure.goal:g} {figure.unit}"
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    return ROW.format(name, figure.what, f"{figure.figure:.4g} {figure.unit}", goal, ratio, figure.runs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
