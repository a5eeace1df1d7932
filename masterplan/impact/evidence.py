"""How much of V rests on which evidence."""

from __future__ import annotations

import numpy as np

from masterplan.impact.arrays import GRADES, Calendar, Floats, Ints, Reliefs
from masterplan.impact.relief import Together, by_year, strengths


def by_grade(reliefs: Reliefs, calendar: Calendar, felt: Ints, all_of: Together) -> Floats:
    """Weighted person-years [4] resting on evidence A, B, C, D; they add up to V.

    What is taken from a problem in a year is split among the reliefs felt there in proportion to −ln(1 − r);
    where some take away everything (r = 1) they have it all, in equal parts.
    """
    strength, sure = strengths(reliefs.share)
    problems, grades = len(reliefs.weight), len(GRADES)
    row = reliefs.grade * problems + reliefs.problem
    shape = (grades, problems, calendar.years)
    strong = by_year(strength, row, felt, grades * problems, calendar.years).reshape(shape)
    certain = by_year(sure.astype(np.float64), row, felt, grades * problems, calendar.years).reshape(shape)
    some_sure = all_of.sure > 0
    part = np.where(some_sure, certain, strong)
    whole = np.where(some_sure, all_of.sure, all_of.strength)
    taken = all_of.taken() / np.where(whole > 0, whole, 1.0)
    years = (part * taken) @ calendar.discount
    amounts: Floats = years @ reliefs.weight
    return amounts
