"""When no choice keeps every rule: a smallest set of rules that cannot hold together, and what would mend it.

The set is found by QuickXplain (Junker, *QUICKXPLAIN: preferred explanations and relaxations for
over-constrained problems*, AAAI 2004): leaving out any one of its rules makes a choice possible.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from masterplan.impact.arrays import Floats, Ints
from masterplan.impact.money import accounts
from masterplan.impact.optimiser import highs
from masterplan.impact.optimiser.presolve import possible
from masterplan.impact.optimiser.programme import Programme, Rows, programme
from masterplan.impact.optimiser.selection import (
    Ledger,
    Rule,
    Selection,
    all_rules,
    ledger,
    permitted,
    selection,
    spent,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from masterplan.document.types import Plan

DEMANDS = ("fixed", "minimum_quick_wins", "minimum_per_dimension")


@dataclass(frozen=True, slots=True)
class Mend:
    """The least extra money that makes a choice possible, by source (None: all money together) and year in
    rupiah; empty where money does not help."""

    money: dict[tuple[str | None, int], float]


class OutOfTime(Exception):
    pass


def conflict(
    plan: Plan, fixed: Mapping[str, int], seconds: float, stop: Callable[[], bool] = lambda: False
) -> list[Rule]:
    """A smallest set of rules that cannot hold together; empty where there is none or the time is up."""
    until = time.monotonic() + seconds
    rules = all_rules(plan, tuple(fixed))

    def holds(kept: Collection[Rule]) -> bool:
        if stop() or time.monotonic() > until:
            raise OutOfTime
        left_out = frozenset(rules).difference(kept)
        return feasible(selection(plan, fixed, left_out), until - time.monotonic())

    demands = [rule for rule in rules if rule.kind in DEMANDS]
    others = [rule for rule in rules if rule.kind not in DEMANDS]
    best: list[Rule] = []
    try:
        if holds(rules):
            return []
        alone = [demand for demand in demands if not holds([demand, *others])]
        for demand in alone[:6]:
            found = [demand, *quick_explain([demand], others, holds)]
            if not best or len(found) < len(best):
                best = found
        if not alone:
            best = quick_explain([], [*others, *demands], holds)
    except OutOfTime:
        return best
    return sorted(best, key=rules.index)


def feasible(selection_: Selection, seconds: float) -> bool:
    """Whether any choice keeps the rules. Raises OutOfTime when it is not known in time."""
    money = ledger(selection_)
    allowed = possible(selection_, money)
    if (selection_.forced & ~allowed.any(axis=1)).any():
        return False
    for minimum in selection_.minimums:
        if allowed[minimum.members].any(axis=1).sum() < minimum.limit:
            return False
    quick = selection_.quick_wins
    if selection_.size[1] == 0 or allowed[quick.members, 0].sum() < quick.limit:
        return selection_.size[1] > 0 and quick.limit == 0
    until = time.monotonic() + seconds
    model = programme(selection_, money, allowed)
    anything = replace(model, gain=np.zeros_like(model.gain))
    while True:
        ended = highs.solve(anything, gap=1.0, time_limit=until - time.monotonic())
        if ended.state == "infeasible":
            return False
        if ended.columns is None:
            raise OutOfTime
        answer = model.starts(ended.columns)
        if permitted(selection_, answer):
            return True
        anything.forbid(answer)


def quick_explain(
    background: Sequence[Rule], rules: Sequence[Rule], holds: Callable[[Collection[Rule]], bool]
) -> list[Rule]:
    """A smallest part of `rules` that cannot hold together with the background."""
    if not rules or not holds(background):
        return []
    return _explain(list(background), [], list(rules), holds)


def _explain(
    background: list[Rule], added: list[Rule], rules: list[Rule], holds: Callable[[Collection[Rule]], bool]
) -> list[Rule]:
    if added and not holds(background):
        return []
    if len(rules) == 1:
        return rules
    half = len(rules) // 2
    first, second = rules[:half], rules[half:]
    from_second = _explain(background + first, first, second, holds)
    from_first = _explain(background + from_second, from_second, first, holds)
    return from_first + from_second


def cheapest_money(plan: Plan, fixed: Mapping[str, int], seconds: float) -> Mend:
    """The least rupiah that must be added to the ceilings so that the other rules can be kept."""
    whole = selection(plan, fixed)
    free = frozenset(rule for rule in all_rules(plan, tuple(fixed)) if rule.kind == "ceiling")
    loose = selection(plan, fixed, free)
    allowed = possible(loose, ledger(loose))
    money = ledger(whole)
    limited = np.isfinite(money.most)
    if not limited.any() or (whole.forced & ~allowed.any(axis=1)).any():
        return Mend({})
    unit = max(1.0, float(money.most[limited].max()), float(money.spend.max(initial=0.0)) / 100)
    even = replace(money, most=np.where(limited, unit, np.inf))  # all rows in one unit, none cut short
    model = programme(whole, even, allowed)
    if not model.money_rows:
        return Mend({})
    elastic = _with_extra_money(model, _ceilings(whole, money) / unit, whole.carry_over)
    ended = highs.solve(elastic, gap=1e-4, time_limit=seconds)
    return Mend({}) if ended.columns is None else Mend(_short(whole, model.starts(ended.columns)))


def _ceilings(problem: Selection, money: Ledger) -> Floats:
    """The ledger's `most` without the tolerance."""
    nothing = np.zeros(problem.size[1])
    ceilings = np.stack([np.nan_to_num(problem.ceilings.get(one, nothing)) for one in money.accounts])
    return ceilings.cumsum(axis=1) if problem.carry_over else ceilings


def _short(problem: Selection, starts: Ints) -> dict[tuple[str | None, int], float]:
    """What a choice spends beyond the ceilings, to the rupiah: added there, every year is paid."""
    spending = accounts(problem.ceilings, problem.costs, spent(problem, starts), problem.carry_over)
    first = problem.calendar.first_year
    return {
        (source, first + int(year)): float(np.ceil(account.excess[year]))
        for source, account in spending.items()
        for year in np.flatnonzero(account.excess)
    }


def _with_extra_money(model: Programme, most: Floats, carry_over: bool) -> Programme:
    """The ceilings `most`, and one column more for each: extra money, to be least."""
    rows, columns, added = Rows(), len(model.upper), sorted(model.money_rows)
    extra: dict[int, list[tuple[int, float]]] = {}
    ceiling: dict[int, float] = {}
    for (account, year), row in model.money_rows.items():
        ceiling[row] = float(most[account, year])
        for number, (other, earlier) in enumerate(added):
            if other == account and (earlier == year or (carry_over and earlier < year)):
                extra.setdefault(row, []).append((columns + number, -1.0))
    for row in range(len(model.rows)):
        begin, end = model.rows.start[row], model.rows.start[row + 1]
        terms = list(zip(model.rows.column[begin:end], model.rows.coefficient[begin:end], strict=True))
        rows.add(terms + extra.get(row, []), model.rows.lower[row], ceiling.get(row, model.rows.upper[row]))
    room = np.full(len(added), 1e6)
    return replace(
        model,
        rows=rows,
        upper=np.concatenate([model.upper, room]),
        lower=np.concatenate([model.lower, np.zeros(len(added))]),
        gain=np.concatenate([np.zeros(len(model.upper)), -np.ones(len(added))]),
    )
