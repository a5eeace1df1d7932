"""What a change does: V before, V after with the same choice, and V after choosing anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from masterplan.impact.optimiser.again import Difference, each
from masterplan.impact.optimiser.optimise import Optimum, chosen, optimise, with_portfolio
from masterplan.impact.value import value

if TYPE_CHECKING:
    from masterplan.document.types import Plan
    from masterplan.language import Words


@dataclass(frozen=True, slots=True)
class Comparison:
    """Person-years. `portfolio`: the choice kept, start year by innovation; `before`, `after`: its V in
    either plan, `broken` the rules it breaks afterwards; `gone`: what it chose and the change removed.
    `best_before`, `best_after`: the best choice in either plan; `anew`: what the best choice afterwards has
    that the kept one has not; None where the change leaves no choice."""

    portfolio: dict[str, int]
    before: float
    after: float
    broken: tuple[Words, ...]
    gone: tuple[str, ...]
    best_before: Optimum
    best_after: Optimum
    anew: Difference | None

    @property
    def change(self) -> float:
        """With the same choice."""
        return self.after - self.before

    @property
    def possible(self) -> tuple[float, float] | None:
        """(low, high) by which the change moves the best value, between both proofs; None where there is no
        best choice before or after."""
        old, new = self.best_before, self.best_after
        if old.value is None or old.bound is None or new.value is None or new.bound is None:
            return None
        return new.value - old.bound, new.bound - old.value


def compare(
    before: Plan,
    after: Plan,
    *,
    portfolio: Mapping[str, int] | None = None,
    seconds: float = 5.0,
    gap: float = 1e-3,
    stop: Callable[[], bool] = lambda: False,
) -> Comparison:
    """`portfolio` is the choice to keep: what is chosen before the change unless another is given, the best
    one where nothing is. Raises ImpactError for a plan that cannot be counted."""

    def best(plan: Plan) -> Optimum:
        return optimise(plan, gap=gap, seconds=0.8 * seconds, patience=0.5, together=False, stop=stop)

    kept = dict(chosen(before) if portfolio is None else portfolio)
    there = {one.id for one in after.innovations or ()}
    asked = [with_portfolio(before, kept), with_portfolio(after, kept)]  # each begins with what is kept
    best_before, best_after = each(asked, best)
    kept = kept or best_before.portfolio
    left = {key: year for key, year in kept.items() if key in there}
    same = value(with_portfolio(after, left))
    return Comparison(
        kept,
        value(with_portfolio(before, kept)).person_years.expected,
        same.person_years.expected,
        tuple(broken.words for broken in same.broken),
        tuple(key for key in kept if key not in there),
        best_before,
        best_after,
        None if best_after.value is None else moved(kept, best_after.portfolio),
    )


def moved(before: Mapping[str, int], after: Mapping[str, int]) -> Difference:
    """What enters, leaves and moves from one choice to another."""
    return Difference(
        tuple(key for key in after if key not in before),
        tuple(key for key in before if key not in after),
        {key: (before[key], year) for key, year in after.items() if key in before and before[key] != year},
    )
