"""Where the figure of one innovation comes from: one line a problem, to be checked with a pocket
calculator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from masterplan.impact import arrays, relief
from masterplan.impact.errors import UnknownInnovation
from masterplan.impact.result import Estimate
from masterplan.impact.unknown import PEOPLE, SEVERITY, SHARE
from masterplan.impact.wording import NOTHING, span
from masterplan.language import Words, in_both, number, percent, rounded

if TYPE_CHECKING:
    from masterplan.document.types import Plan, Problem, Relief

SIGNIFICANT = 4  # enough to recognise the calculator's answer


@dataclass(frozen=True, slots=True)
class Line:
    """One innovation on one problem. `felt` are the plan years in which it is felt, `years` their
    discounted number; `alone` is what it relieves by itself, in person-years; `added` what it adds to
    all that is chosen; `words` the calculation, and `unknown` what it lacks."""

    problem: str
    felt: range
    years: float
    alone: Estimate
    added: float
    unknown: tuple[Words, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Explanation:
    """One innovation started in `start` (its scheduled start, or else its earliest) and working from
    `works`."""

    innovation: str
    start: int
    works: int
    alone: Estimate
    added: float
    lines: tuple[Line, ...]


def explain(plan: Plan, innovation: str) -> Explanation:
    """How the figure of one innovation is counted, chosen or not. Raises ImpactError, also for an unknown
    id."""
    innovations = plan.innovations or []
    row = next((position for position, one in enumerate(innovations) if one.id == innovation), None)
    if row is None:
        raise UnknownInnovation(innovation)
    calendar, reliefs = arrays.calendar(plan), arrays.reliefs(plan)
    starts = arrays.starts(plan, calendar)
    with_it = starts.counted.copy()
    with_it[row] = True
    felt = relief.felt_from(reliefs, calendar, starts.scheduled, with_it)
    added = relief.margins(reliefs, calendar, felt, reliefs.share, reliefs.share)
    problems = {problem.id: problem for problem in plan.problems or ()}
    last = plan.period.last_year
    lines = []
    for position, one in zip(
        np.flatnonzero(reliefs.innovation == row), innovations[row].addresses or (), strict=True
    ):
        begin = int(felt[position])
        years = float(calendar.discount[begin:].sum())
        whole = float(reliefs.weight[reliefs.problem[position]]) * years
        alone = Estimate(
            *(whole * float(share[position]) for share in (reliefs.share, reliefs.low, reliefs.high))
        )
        when = range(calendar.first_year + begin, last + 1)
        problem = problems[one.problem]
        words = _words(plan, one, problem, felt=when, years=years, alone=alone)
        lines.append(
            Line(problem.id, when, years, alone, float(added[position]), _unknown(problem, one), words)
        )
    start = calendar.first_year + int(starts.scheduled[row])
    return Explanation(
        innovation,
        start,
        start + (innovations[row].duration_years or 1),
        Estimate(*(sum(line.alone[part] for line in lines) for part in range(3))),
        sum(line.added for line in lines),
        tuple(lines),
    )


def _unknown(problem: Problem, one: Relief) -> tuple[Words, ...]:
    lacking = ((problem.people_affected, PEOPLE), (problem.severity, SEVERITY), (one.share, SHARE))
    return tuple(words for given, words in lacking if given is None)


def _words(plan: Plan, one: Relief, problem: Problem, *, felt: range, years: float, alone: Estimate) -> Words:
    if lacking := _unknown(problem, one):
        why = Words(" ".join(words.id for words in lacking), " ".join(words.en for words in lacking))
        return Words("{problem}: {why}", "{problem}: {why}").with_(problem=problem.id, why=why)
    if not felt:
        return Words(
            "{problem}: baru dirasakan sesudah masa rencana berakhir pada {last}, jadi nol.",
            "{problem}: felt only after the plan ends in {last}, so zero.",
        ).with_(problem=problem.id, last=plan.period.last_year)
    rate = (plan.settings and plan.settings.discount_rate) or 0
    equity = 1 if problem.equity_weight is None else problem.equity_weight
    return Words(
        "{problem}: {people} warga × berat {severity}{equity} × bagian terbantu {share} × {years} tahun"
        " ({when}{discounted}) = {answer} orang-tahun, antara {low} dan {high}.",
        "{problem}: {people} people × severity {severity}{equity} × share relieved {share} × {years} years"
        " ({when}{discounted}) = {answer} person-years, between {low} and {high}.",
    ).with_(
        problem=problem.id,
        people=in_both(lambda lang: number(problem.people_affected or 0, lang)),
        severity=in_both(lambda lang: number(problem.severity or 0, lang)),
        equity=NOTHING
        if equity == 1
        else in_both(
            lambda lang: f" × {'equity' if lang == 'en' else 'bobot pemerataan'} {number(equity, lang)}"
        ),
        share=in_both(lambda lang: _share(one, lang)),
        years=in_both(lambda lang: rounded(years, lang, 6)),
        when=span(felt[0], felt[-1]),
        discounted=in_both(
            lambda lang: f", {'discounted' if lang == 'en' else 'didiskonto'} {percent(rate, lang, 1)}"
        )
        if rate
        else NOTHING,
        answer=in_both(lambda lang: rounded(alone.expected, lang, SIGNIFICANT)),
        low=in_both(lambda lang: rounded(alone.low, lang, SIGNIFICANT)),
        high=in_both(lambda lang: rounded(alone.high, lang, SIGNIFICANT)),
    )


def _share(one: Relief, lang: str) -> str:
    """The mean as it is counted: `(0,2 + 0,35 + 0,45) ÷ 3`, or the mode alone."""
    share = one.share
    if share is None:
        return "0"
    if share.low is None or share.high is None:
        return number(share.mode, lang)
    low, mode, high = (number(part, lang) for part in (share.low, share.mode, share.high))
    return f"({low} + {mode} + {high}) ÷ 3"
