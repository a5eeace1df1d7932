"""The only place where books touch the impact model: its judgement as the book shows it, or None where
unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from masterplan.books import charts
from masterplan.books.blocks import (
    Bar,
    Block,
    Column,
    Drawing,
    Strip,
    Table,
    Text,
    cell,
    line,
    paragraph,
    tidy,
)
from masterplan.books.reading import Reading
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


def chapter(reading: Reading, impact: Impact | str) -> list[Block]:
    """Person-years with range and unweighted beside it, by problem, and the evidence they rest on.

    An impact of 0 is never printed as a finding: nothing could be counted, and the chapter says so.
    """
    found = impact if isinstance(impact, Impact) and impact.expected > 0 else None
    blocks: list[Block] = [reading.chapter("impact-title", opens_page=found is not None)]
    if found is None:
        why = impact if isinstance(impact, str) else reading.say("impact-none")
        return [*blocks, paragraph(why), paragraph(reading.say("impact-unit"))]
    return [
        *blocks,
        paragraph(lead(reading, found), "lead"),
        paragraph(f"{_range(reading, found)} {_unweighted(reading, found)}"),
        paragraph(reading.say("impact-unit")),
        _problems(reading, found),
        *_evidence(reading, found),
    ]


def lead(reading: Reading, impact: Impact) -> str:
    """What the plan takes off people, in one sentence."""
    period = reading.plan.period
    years = reading.years(period.first_year, period.last_year)
    return reading.say("impact-lead", value=reading.rounded(impact.expected), years=years)


def _range(reading: Reading, impact: Impact) -> str:
    if not impact.high > impact.low:
        return reading.say("impact-range-unknown")
    return reading.say("impact-range", low=reading.rounded(impact.low), high=reading.rounded(impact.high))


def _unweighted(reading: Reading, impact: Impact) -> str:
    return reading.say("impact-unweighted", value=reading.rounded(impact.unweighted))


def _evidence(reading: Reading, impact: Impact) -> list[Block]:
    grades = [(grade, reading.say(f"evidence-{grade}"), share) for grade, share in impact.evidence.items()]
    present = [one for one in grades if one[2] > 0]
    alt = "; ".join(f"{name}: {reading.percent(share)}" for _, name, share in present)
    columns = (Column(reading.say("grade"), 1), Column(reading.say("share-label"), align="right"))
    rows = tuple((cell(name), cell(reading.percent(share))) for _, name, share in grades)
    return [Drawing(charts.shares(present), alt, reading.say("impact-evidence")), Table(columns, rows)]


def _problems(reading: Reading, impact: Impact) -> Table:
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
    say = reading.say
    columns = (
        Column(say("problem"), 2.6),
        Column(say("people"), align="right"),
        Column(say("severity"), align="right"),
        Column(say("person-years"), align="right"),
        Column("", 0.6, ticks=()),
        Column(say("range"), align="right"),
    )
    largest = max((value for value, _, _ in impact.per_problem.values()), default=0) or 1
    rows = []
    for problem in sorted(reading.problems, key=lambda one: -impact.per_problem.get(one.id, (0.0,))[0]):
        value, low, high = impact.per_problem.get(problem.id, (0.0, 0.0, 0.0))
        known = None not in (problem.people_affected, problem.severity) and problem.id not in uncertain
        grade = line(f" ({problem.evidence})", "muted") if problem.evidence else ()
        rows.append(
            (
                cell((Text(problem.id, code=True, tone="muted"), Text(f" {tidy(problem.title)}"), *grade)),
                cell(reading.or_unknown(reading.number(problem.people_affected))),
                cell(reading.or_unknown(reading.number(problem.severity))),
                cell(reading.rounded(value) if value or known else reading.unknown),
                cell(strip=Strip((Bar(0, value / largest),), dimension=problem.dimension)),
                cell(f"{reading.rounded(low)}–{reading.rounded(high)}" if high > low else "–"),
            )
        )
    return Table(columns, tuple(rows), say("impact-problems"))
