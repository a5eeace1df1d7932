"""The questions asked of an optimum, on plans as regions have them: seconds, and how much they leave open.

Long, so only when asked.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

import masterplan.document as document
from masterplan.impact.optimiser.comparison import compare
from masterplan.impact.optimiser.frontier import frontier
from masterplan.impact.optimiser.robustness import robustness
from masterplan.impact.optimiser.selection import selection
from masterplan.impact.optimiser.solving import Limits, solve
from masterplan.impact.optimiser.why import turning, why
from tests.bench.measure import Figure
from tests.optimiser.regional_plans import regional

ONLY_WHEN_ASKED = True


def run() -> Iterator[Figure]:
    large = selection(document.load(regional(100, 1)))
    best = solve(large, Limits(gap=1e-3, seconds=20))
    begin = time.monotonic()
    reasons = list(why(large, best))
    yield Figure("why: all 100 innovations", time.monotonic() - begin, "s", 60)
    known = [one for one in reasons if one.change is not None]
    width = [100 * (one.change[1] - one.change[0]) / best.value for one in known if one.change]
    yield Figure("why: width of an interval, median, of V", statistics.median(width), "%", runs=len(width))
    yield Figure("why: with a sign, or impossible", sum(one.certain for one in reasons), "of 100")

    begin = time.monotonic()
    curve = frontier(large, known=best)
    yield Figure("frontier of 100 innovations, ten points", time.monotonic() - begin, "s", 60)
    gaps = [one.bound / one.value - 1 for one in curve.points if one.value and one.bound is not None]
    yield Figure("frontier: gap of a point, worst", 100 * max(gaps), "%", 0.5, runs=len(gaps))

    data = regional(40, 1)
    plan = document.load(data)
    small = selection(plan)
    found = solve(small, Limits(gap=1e-3, seconds=20))
    begin = time.monotonic()
    scenarios = robustness(plan, small, found, 200)
    yield Figure("200 scenarios of 40 innovations", time.monotonic() - begin, "s", 120)
    yield Figure("scenarios answered", scenarios.scenarios, "", 200, at_least=True)

    key = small.keys[int((found.starts >= 0).argmax())]
    begin = time.monotonic()
    for what in ("cost", "share"):
        turning(small, found, key, what)
    yield Figure("turning one innovation of 40, cost and share", time.monotonic() - begin, "s", 20)

    before = regional(60, 1)
    after = before | {"problems": [dict(one) for one in before["problems"]]}
    for one in after["problems"][:5]:
        one["people_affected"] //= 2
    begin = time.monotonic()
    told = compare(document.load(before), document.load(after))
    yield Figure("before and after a change, 60 innovations", time.monotonic() - begin, "s", 5)
    assert told
