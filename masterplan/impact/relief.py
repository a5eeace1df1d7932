"""The product formula: what several innovations together take away from each problem in each year.

`1 − Π (1 − r)` is computed through logarithms: a relief's *strength* is −ln(1 − r), strengths on one
problem add up, and together they take away 1 − exp(−Σ strength). Adding lets all problems and years be done
at once, keeps the digits of very small shares, and gives the split of the evidence. A share of exactly 1
has no finite strength: such *sure* reliefs are counted apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from masterplan.impact.arrays import Bools, Calendar, Floats, Ints, Reliefs


@dataclass(frozen=True, slots=True)
class Together:
    """All counted reliefs on each problem and year [P, Y]: summed strengths, and how many take away
    everything."""

    strength: Floats
    sure: Floats

    def taken(self) -> Floats:
        """Share of each problem taken away in each year [P, Y]."""
        share: Floats = np.where(self.sure > 0, 1.0, -np.expm1(-self.strength))
        return share


def felt_from(reliefs: Reliefs, calendar: Calendar, start: Ints, counted: Bools) -> Ints:
    """First plan year [K] in which each relief is felt; Y where it never is. `start`, `counted` [N]."""
    felt = np.clip(start[reliefs.innovation] + reliefs.wait, 0, calendar.years)
    return np.where(counted[reliefs.innovation], felt, calendar.years)


def strengths(share: Floats) -> tuple[Floats, Bools]:
    """−ln(1 − r) [K], zero where r is 1; and where it is 1 [K]."""
    sure = share >= 1.0
    return -np.log1p(-np.where(sure, 0.0, share)), sure


def together(reliefs: Reliefs, calendar: Calendar, felt: Ints, share: Floats) -> Together:
    strength, sure = strengths(share)
    problems = len(reliefs.weight)
    return Together(
        by_year(strength, reliefs.problem, felt, problems, calendar.years),
        by_year(sure.astype(np.float64), reliefs.problem, felt, problems, calendar.years),
    )


def by_year(amount: Floats, row: Ints, begin: Ints, rows: int, years: int) -> Floats:
    """Sum of amounts [rows, years], each counted in its row from its year `begin` (0…years) to the end."""
    flat = np.bincount(row * (years + 1) + begin, amount, rows * (years + 1))
    summed: Floats = np.cumsum(flat.reshape(rows, years + 1)[:, :years], axis=1)
    return summed


def discounted(calendar: Calendar, taken: Floats) -> Floats:
    """Years of the whole problem taken away, discounted [P]; × `weight` gives V of each problem."""
    years: Floats = taken @ calendar.discount
    return years


def margins(reliefs: Reliefs, calendar: Calendar, felt: Ints, own: Floats, others: Floats) -> Floats:
    """Weighted person-years [K] lost on its problem when only this relief is taken out.

    Closed form of V − V without it: weight · Σ_y δ^y · r · Π_{others} (1 − r_other). One innovation names a
    problem once, so the margins of its reliefs add up to its own. `own` and `others` [K] are the shares of
    this relief and of all others; the same array twice gives the expected margin.
    """
    all_of = together(reliefs, calendar, felt, others)
    strength, sure = strengths(others)
    left = np.exp(-(all_of.strength[reliefs.problem] - strength[:, None]))
    blocked = all_of.sure[reliefs.problem] - sure[:, None] > 0
    is_felt = np.arange(calendar.years) >= felt[:, None]
    years = np.where(is_felt & ~blocked, left, 0.0) @ calendar.discount
    margin: Floats = reliefs.weight[reliefs.problem] * own * years
    return margin
