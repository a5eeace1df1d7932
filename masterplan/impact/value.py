"""`value`: what a plan does for people, what it spends, which rules it breaks, and what nobody knows yet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from masterplan.impact import arrays, money, relief, rules, unknown
from masterplan.impact.arrays import GRADES
from masterplan.impact.errors import TooLarge
from masterplan.impact.evidence import by_grade
from masterplan.impact.result import Estimate, Impact

if TYPE_CHECKING:
    from masterplan.document.types import Plan
    from masterplan.impact.arrays import Calendar, Costs, Floats, Ints, Reliefs
    from masterplan.impact.money import Account, Spending


@np.errstate(over="ignore", invalid="ignore")  # sums too large for a float are refused, not warned about
def value(plan: Plan) -> Impact:
    """Judges what is `chosen` and has a `scheduled_start`. Raises ImpactError for what cannot be counted."""
    calendar, reliefs, costs = arrays.calendar(plan), arrays.reliefs(plan), arrays.costs(plan)
    starts, ceilings = arrays.starts(plan, calendar), arrays.ceilings(plan, calendar)
    felt = relief.felt_from(reliefs, calendar, starts.scheduled, starts.counted)
    drafted = relief.felt_from(reliefs, calendar, starts.scheduled, starts.drafted)
    years, hoped = _years(reliefs, calendar, felt), _years(reliefs, calendar, drafted)
    spending = money.spending(costs, calendar, starts.scheduled, starts.counted)
    accounts = money.accounts(ceilings, costs, spending, bool(plan.settings and plan.settings.carry_over))
    _refuse_endless(hoped @ reliefs.weight, spending.total, spending.by_source, spending.ignored)
    _refuse_endless(*(account.available[~np.isnan(account.ceiling)] for account in accounts.values()))
    together = relief.together(reliefs, calendar, felt, reliefs.share)
    problems = [problem.id for problem in plan.problems or ()]
    counted = [
        innovation.id for innovation, yes in zip(plan.innovations or (), starts.counted, strict=True) if yes
    ]
    margins = _margins(reliefs, calendar, felt, len(starts.counted))[:, starts.counted]
    return Impact(
        person_years=_total(years @ reliefs.weight),
        unweighted_person_years=_total(years @ reliefs.people_years),
        potential=_total(hoped @ reliefs.weight),
        per_problem=_each(problems, years * reliefs.weight),
        unweighted_per_problem=_each(problems, years * reliefs.people_years),
        per_innovation=_each(counted, margins),
        spending=_by_year(calendar, spending.total),
        spending_by_source=_by_source(calendar, costs, spending),
        ceilings={source: _ceiling(calendar, account) for source, account in accounts.items()},
        broken=(*rules.of_choice(plan), *rules.of_money(calendar.first_year, accounts)),
        evidence=dict(zip(GRADES, by_grade(reliefs, calendar, felt, together).tolist(), strict=True)),
        unknown=tuple(unknown.counted_as_zero(plan)),
        ignored=tuple(unknown.left_out(plan, accounts, spending)),
    )


@np.errstate(over="ignore", invalid="ignore")
def potential(plan: Plan) -> float:
    """Person-years if all that is not `not_chosen` were done, at its scheduled start or else its earliest.

    Without money and rules: the quiet number while drafting. Raises ImpactError.
    """
    calendar, reliefs = arrays.calendar(plan), arrays.reliefs(plan)
    starts = arrays.starts(plan, calendar)
    felt = relief.felt_from(reliefs, calendar, starts.scheduled, starts.drafted)
    taken = relief.together(reliefs, calendar, felt, reliefs.share).taken()
    total = float(relief.discounted(calendar, taken) @ reliefs.weight)
    _refuse_endless(np.array(total))
    return total


def _years(reliefs: Reliefs, calendar: Calendar, felt: Ints) -> Floats:
    """Years of each problem taken away [3, P]: expected, all shares lowest, all shares highest."""
    return np.stack([
        relief.discounted(calendar, relief.together(reliefs, calendar, felt, share).taken())
        for share in (reliefs.share, reliefs.low, reliefs.high)
    ])  # fmt: skip


def _margins(reliefs: Reliefs, calendar: Calendar, felt: Ints, innovations: int) -> Floats:
    """V − V without it [3, N]: expected, least, most."""
    pairs = ((reliefs.share, reliefs.share), (reliefs.low, reliefs.high), (reliefs.high, reliefs.low))
    margins = (relief.margins(reliefs, calendar, felt, own, others) for own, others in pairs)
    return np.stack([np.bincount(reliefs.innovation, margin, innovations) for margin in margins])


def _total(three: Floats) -> Estimate:
    return Estimate(*three.tolist())


def _each(keys: list[str], three: Floats) -> dict[str, Estimate]:
    return {key: Estimate(*estimate) for key, estimate in zip(keys, three.T.tolist(), strict=True)}


def _by_year(calendar: Calendar, amounts: Floats) -> dict[int, float]:
    return dict(zip(calendar.labels(), map(_whole, amounts.tolist()), strict=True))


def _by_source(calendar: Calendar, costs: Costs, spending: Spending) -> dict[str | None, dict[int, float]]:
    rest = spending.total - spending.by_source.sum(axis=0)
    found: dict[str | None, dict[int, float]] = {None: _by_year(calendar, rest)}
    for source, amounts in zip(costs.sources, spending.by_source, strict=True):
        found[source] = _by_year(calendar, amounts)
    return found


def _ceiling(calendar: Calendar, account: Account) -> dict[int, float | None]:
    amounts = account.available.tolist()
    return {
        year: None if math.isnan(amount) else _whole(amount)
        for year, amount in zip(calendar.labels(), amounts, strict=True)
    }


def _whole(amount: float) -> float:
    """Rupiah are whole numbers unless a fraction came in."""
    return int(amount) if amount.is_integer() else amount


def _refuse_endless(*totals: Floats) -> None:
    if not all(np.isfinite(total).all() for total in totals):
        raise TooLarge
