"""What a choice spends in each year and from each source, and what its ceilings leave."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from masterplan.impact.arrays import Bools, Calendar, Costs, Floats, Ints
from masterplan.impact.relief import by_year

LEAST_EXCESS = 1.0  # rupiah
RELATIVE_EXCESS = 1e-9


@dataclass(frozen=True, slots=True)
class Spending:
    """Rupiah spent in each year.

    `innovations` [N, Y], `enablers` [E, Y]: by whom; `ignored` [N], `ignored_enablers` [E]: what falls
    before the first year or after the last one; `total` [Y]: all of it; `by_source` [S, Y]: the funded
    parts of innovations (enablers and what has no source count in the total only).
    """

    innovations: Floats
    enablers: Floats
    ignored: Floats
    ignored_enablers: Floats
    total: Floats
    by_source: Floats


@dataclass(frozen=True, slots=True)
class Account:
    """One ceiling over the years [Y], in rupiah: what may be spent (NaN: unlimited), with what was carried
    over from earlier years, and what is spent beyond it (0 where within tolerance)."""

    ceiling: Floats
    available: Floats
    excess: Floats


def spending(costs: Costs, calendar: Calendar, start: Ints, counted: Bools) -> Spending:
    """What the counted innovations and the enablers they need spend. `start`, `counted` [N]."""
    innovations, ignored = _innovations(costs, calendar, start, counted)
    enablers, ignored_enablers = _enablers(costs, calendar, start, counted)
    return Spending(
        innovations, enablers, ignored, ignored_enablers,
        innovations.sum(axis=0) + enablers.sum(axis=0), costs.funding.T @ innovations,
    )  # fmt: skip


def accounts(
    ceilings: dict[str | None, Floats], costs: Costs, spending: Spending, carry_over: bool
) -> dict[str | None, Account]:
    """All money together (None) first, then each source that has a ceiling."""
    spent: dict[str | None, Floats] = dict(zip(costs.sources, spending.by_source, strict=True))
    spent[None] = spending.total
    nothing, unlimited = np.zeros_like(spending.total), np.full_like(spending.total, np.nan)
    everything = {None: unlimited} | ceilings
    return {
        source: account(most, spent.get(source, nothing), carry_over) for source, most in everything.items()
    }


def account(ceiling: Floats, spent: Floats, carry_over: bool) -> Account:
    """Follows one ceiling through the years; what is left moves on and passes an unlimited year unchanged.

    An overspent year leaves nothing, and takes nothing from the next.
    """
    available, carried = ceiling.copy(), 0.0
    if carry_over:
        for year in np.flatnonzero(~np.isnan(ceiling)):
            available[year] += carried
            carried = max(0.0, available[year] - spent[year])
    over = spent - available
    beyond = over > np.maximum(LEAST_EXCESS, RELATIVE_EXCESS * available)
    return Account(ceiling, available, np.where(beyond, over, 0.0))


def _innovations(costs: Costs, calendar: Calendar, start: Ints, counted: Bools) -> tuple[Floats, Floats]:
    """Spending [N, Y] and what falls outside the plan [N]."""
    number, years = len(start), calendar.years
    year = start[costs.innovation] + costs.offset
    paid = counted[costs.innovation]
    inside = paid & (year >= 0) & (year < years)
    outside = paid & ~inside
    flat = costs.innovation[inside] * years + year[inside]
    once = np.bincount(flat, costs.amount[inside], number * years).reshape(number, years)
    ignored = np.bincount(costs.innovation[outside], costs.amount[outside], number)
    works = start + costs.duration
    operating = np.where(counted, costs.operating, 0.0)
    yearly = by_year(operating, np.arange(number), np.clip(works, 0, years), number, years)
    return once + yearly, ignored + operating * np.maximum(0, -works)


def _enablers(costs: Costs, calendar: Calendar, start: Ints, counted: Bools) -> tuple[Floats, Floats]:
    """Spending [E, Y] and what falls outside the plan [E]: capital in the year the first counted innovation
    that needs it starts, upkeep from that year on."""
    number, years = len(costs.capital), calendar.years
    needer, needed = costs.needer[counted[costs.needer]], costs.needed[counted[costs.needer]]
    never = np.iinfo(np.int64).max
    first = np.full(number, never)
    np.minimum.at(first, needed, start[needer])
    used = first != never
    inside = used & (first >= 0) & (first < years)
    once = np.zeros((number, years))
    once[inside, first[inside]] = costs.capital[inside]
    begin = np.where(used, np.clip(first, 0, years), years)
    yearly = by_year(costs.upkeep, np.arange(number), begin, number, years)
    before = np.where(used, np.maximum(0, -first), 0)
    return once + yearly, np.where(used & ~inside, costs.capital, 0.0) + costs.upkeep * before
