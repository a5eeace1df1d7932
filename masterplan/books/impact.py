"""The only place where books touch the impact model: its judgement as the book shows it, or None where
unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from masterplan.books.reading import Data, Reading
from masterplan.document.types import Plan


@dataclass(frozen=True)
class Impact:
    """Person-years of what is chosen and scheduled, as `value` gives them; `broken`: (rule, sentence)."""

    expected: float
    low: float
    high: float
    unweighted: float
    per_problem: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    per_innovation: dict[str, float] = field(default_factory=dict)
    evidence: dict[str, float] = field(default_factory=dict)
    broken: list[tuple[str, str]] = field(default_factory=list)


def judge(plan: Plan, lang: str) -> Impact | str:
    """The impact of the plan, or the sentence why it cannot be counted (an inverted period, window or
    share).
    """
    from masterplan.impact import ImpactError, value  # numpy: only where a book is made

    try:
        found = value(plan)
    except ImpactError as error:
        return error.words.say(lang)
    return Impact(
        expected=found.person_years.expected,
        low=found.person_years.low,
        high=found.person_years.high,
        unweighted=found.unweighted_person_years.expected,
        per_problem={key: (one.expected, one.low, one.high) for key, one in found.per_problem.items()},
        per_innovation={key: one.expected for key, one in found.per_innovation.items()},
        evidence=found.evidence_shares(),
        broken=[(one.rule, one.words.say(lang)) for one in found.broken],
    )


def chapter(reading: Reading, impact: Impact | str) -> Data:
    """Person-years with range and unweighted beside it, by problem, and the evidence they rest on.

    An impact of 0 is never printed as a finding: nothing could be counted, and the chapter says so.
    """
    if isinstance(impact, str):
        return {"known": False, "refused": impact}
    if not impact.expected > 0:
        return {"known": False, "refused": None}
    period = reading.plan.period
    spread = impact.high > impact.low
    low, high = reading.rounded(impact.low), reading.rounded(impact.high)
    return {
        "known": True,
        "lead": reading.say(
            "impact-lead",
            value=reading.rounded(impact.expected),
            years=reading.years(period.first_year, period.last_year),
        ),
        "range": reading.say("impact-range", low=low, high=high)
        if spread
        else reading.say("impact-range-unknown"),
        "unweighted": reading.say("impact-unweighted", value=reading.rounded(impact.unweighted)),
        "problems": _problems(reading, impact),
        "evidence": [
            {
                "grade": grade,
                "name": reading.say(f"evidence-{grade}"),
                "share": share,
                "text": reading.percent(share),
            }
            for grade, share in impact.evidence.items()
        ],
    }


def _problems(reading: Reading, impact: Impact) -> list[Data]:
    """The problems most relieved first. Zero is printed only where it is known: nothing scheduled relieves
    it.
    """
    uncertain = {
        relief.problem
        for one in reading.chosen
        if one.scheduled_start is not None
        for relief in one.addresses or []
        if relief.share is None
    }
    largest = max(value for value, _, _ in impact.per_problem.values())
    rows = []
    for problem in sorted(reading.problems, key=lambda one: -impact.per_problem.get(one.id, (0.0,))[0]):
        value, low, high = impact.per_problem.get(problem.id, (0.0, 0.0, 0.0))
        known = None not in (problem.people_affected, problem.severity) and problem.id not in uncertain
        rows.append(
            {
                "id": problem.id,
                "title": problem.title,
                "key": problem.dimension,
                "people": reading.number(problem.people_affected),
                "severity": reading.number(problem.severity),
                "value": reading.rounded(value) if value or known else None,
                "range": f"{reading.rounded(low)}–{reading.rounded(high)}" if high > low else None,
                "bar": value / largest,
                "evidence": problem.evidence,
            }
        )
    return rows
