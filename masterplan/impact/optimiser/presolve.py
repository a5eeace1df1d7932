"""Starts that cannot be part of any answer, found before anything is searched."""

from __future__ import annotations

import numpy as np

from masterplan.impact.arrays import Bools, Floats
from masterplan.impact.optimiser.selection import Ledger, Selection


def possible(selection: Selection, ledger: Ledger) -> Bools:
    """Which starts [N, Y] remain: inside the window, affordable alone, after what they require.

    A start is struck when its own spending with the upkeep of the enablers it needs already breaks a
    ceiling, and when what it requires cannot work by then.
    """
    years = selection.size[1]
    allowed = selection.allowed.copy()
    least = _least(selection, ledger)
    duration = selection.costs.duration
    while True:
        before = allowed.copy()
        allowed &= (least <= ledger.most).all(axis=(2, 3))
        for innovation, other in selection.required:
            begin = np.flatnonzero(allowed[other])
            ready = begin[0] + duration[other] if begin.size else years
            allowed[innovation, : min(ready, years)] = False
        for group in selection.alternatives:
            if selection.forced[group.members].any():
                allowed[group.members[~selection.forced[group.members]]] = False
        for innovation, other in selection.required:
            if selection.forced[innovation]:  # then the other must work by its last possible start
                last = np.flatnonzero(allowed[innovation])
                allowed[other, max(0, (last[-1] if last.size else 0) - duration[other] + 1) :] = False
        if (before == allowed).all():
            return allowed


def _least(selection: Selection, ledger: Ledger) -> Floats:
    """What a start spends at the very least [N, Y, A, Y]: with the upkeep of its enablers, which may have
    been bought earlier, in the years from its start on."""
    number, years = selection.size
    costs = selection.costs
    upkeep = np.zeros(number)
    np.add.at(upkeep, costs.needer, costs.upkeep[costs.needed])
    limited = np.isfinite(ledger.most[0])
    yearly = np.where(limited, np.triu(np.ones((years, years))), 0.0)
    if selection.carry_over:
        yearly = yearly.cumsum(axis=1)
    least = ledger.spend.copy()
    least[:, :, 0, :] += upkeep[:, None, None] * yearly
    return least
