"""Figures and how they are taken."""

from __future__ import annotations

import gc
import importlib
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


class NotYet(Exception):
    """The part a bench measures is not there; the message says which."""


@dataclass(frozen=True)
class Figure:
    """One measured number. `goal` None: told, not judged; `at_least`: more is better (requests a second)."""

    what: str
    figure: float
    unit: str = "ms"
    goal: float | None = None
    at_least: bool = False
    runs: int = 1

    @property
    def ratio(self) -> float | None:
        """Part of the goal used up: 1 or less keeps it."""
        if self.goal is None:
            return None
        return self.goal / max(self.figure, 1e-12) if self.at_least else self.figure / self.goal

    @property
    def kept(self) -> bool:
        return self.ratio is None or self.ratio <= 1


def median(
    what: str,
    call: Callable[[], object],
    *,
    goal: float | None = None,
    runs: int = 100,
    before: Callable[[], object] = lambda: None,
) -> Figure:
    """Median milliseconds of `call`, after one call that is not counted; nor is what is done `before` each."""
    before()
    call()
    gc.collect()
    times = []
    for _ in range(runs):
        before()
        begin = time.perf_counter()
        call()
        times.append(time.perf_counter() - begin)
    return Figure(what, statistics.median(times) * 1000, "ms", goal, runs=runs)


def part(module: str, name: str) -> Any:
    """Something of the project by name, or NotYet."""
    try:
        return getattr(importlib.import_module(module), name)
    except (ModuleNotFoundError, AttributeError) as error:
        raise NotYet(f"{module} has no {name} yet") from error
