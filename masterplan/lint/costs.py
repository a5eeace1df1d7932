"""What things cost over the years of a plan, whenever they start: for rules that compare, not for accounts.

The accounts by year are `masterplan.impact`; here an innovation starts as early as it may, an enabler with the
first innovation that needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from masterplan.document.types import Enabler, Innovation

if TYPE_CHECKING:
    from masterplan.lint.context import Context


def start_of(innovation: Innovation, context: Context) -> int:
    """The scheduled year, else the earliest it may start, else the first of the plan."""
    earliest = innovation.start.earliest if innovation.start else context.first_year
    return innovation.scheduled_start or earliest


def cost_of_innovation(innovation: Innovation, context: Context) -> float:
    """Rupiah of its own costs and of running it to the end of the plan."""
    years = max(0, context.last_year + 1 - start_of(innovation, context) - (innovation.duration_years or 1))
    built = sum((cost.capital or 0) + (cost.operating or 0) for cost in innovation.costs or ())
    return built + years * (innovation.operating_per_year or 0)


def cost_of_enabler(enabler: Enabler, context: Context) -> float:
    """Rupiah once and of keeping it to the end of the plan."""
    first = min(
        (start_of(one, context) for one in context.needed_by.get(enabler.id, ())), default=context.first_year
    )
    years = max(0, context.last_year + 1 - first)
    return (enabler.capital or 0) + years * (enabler.operating_per_year or 0)


def amounts(context: Context) -> Iterator[tuple[str, str, str, float]]:
    """Every amount of money in the plan: collection, key, field, rupiah."""
    for innovation in context.innovations:
        for cost in innovation.costs or ():
            for name in ("capital", "operating"):
                field = f"costs[{cost.offset}].{name}"
                yield "innovations", innovation.id, field, getattr(cost, name) or 0
        yield "innovations", innovation.id, "operating_per_year", innovation.operating_per_year or 0
    for enabler in context.enablers:
        yield "enablers", enabler.id, "capital", enabler.capital or 0
        yield "enablers", enabler.id, "operating_per_year", enabler.operating_per_year or 0
    for key, ceiling in zip(context.keys("budget"), context.plan.budget or (), strict=True):
        yield "budget", key, "amount", ceiling.amount
