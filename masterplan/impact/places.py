"""Who feels the relief: the value by district and by group, as far as the plan says who and where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from masterplan.impact.result import Estimate

if TYPE_CHECKING:
    from masterplan.document.types import Plan, Problem
    from masterplan.impact.result import Impact


@dataclass(frozen=True, slots=True)
class Spread:
    """Person-years by district code, and what cannot be placed; together they are V."""

    districts: dict[str, Estimate]
    unplaced: Estimate


def by_district(plan: Plan, impact: Impact) -> Spread:
    """Splits the value of each problem like its people (`people_by_district`): an innovation takes the same share
    everywhere. People of no district, and problems whose spread is not given, stay unplaced, never split equally.
    """
    found: dict[str, list[Estimate]] = defaultdict(list)
    unplaced: list[Estimate] = []
    for problem in plan.problems or ():
        worth = impact.per_problem[problem.id]
        here = parts(problem)
        for code, part in here.items():
            found[code].append(_times(worth, part))
        unplaced.append(_times(worth, max(0.0, 1 - sum(here.values()))))
    return Spread({code: _sum(estimates) for code, estimates in found.items()}, _sum(unplaced))


def by_group(plan: Plan, impact: Impact) -> dict[str | None, Estimate]:
    """Person-years by the group that has the problem; None holds the problems of which the plan does not say."""
    found: dict[str | None, list[Estimate]] = defaultdict(list)
    for problem in plan.problems or ():
        found[problem.group].append(impact.per_problem[problem.id])
    return {group: _sum(estimates) for group, estimates in found.items()}


def parts(problem: Problem) -> dict[str, float]:
    """The part of a problem's people in each district; districts that hold more than all of them share the whole."""
    people = problem.people_by_district or {}
    whole = max(sum(people.values()), problem.people_affected or 0)
    return {code: count / whole for code, count in people.items()} if whole else {}


def _times(estimate: Estimate, part: float) -> Estimate:
    return Estimate(*(figure * part for figure in estimate))


def _sum(estimates: list[Estimate]) -> Estimate:
    return (
        Estimate(*(sum(figures) for figures in zip(*estimates, strict=True)))
        if estimates
        else Estimate(0, 0, 0)
    )
