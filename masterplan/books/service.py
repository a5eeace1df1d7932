"""What the plan does for people: targets of each dimension, the chain from problem to outcome, the
innovations.
"""

from __future__ import annotations

from masterplan.books import innovation as sections
from masterplan.books.impact import Impact
from masterplan.books.reading import Data, Reading
from masterplan.document.types import Innovation, Outcome, Problem

MOST_YEARS = 6  # columns of targets that fit beside the indicator
WIDEST = 8  # characters of a figure in such a column


def targets(reading: Reading) -> list[Data]:
    """For each dimension its outcomes: indicator, baseline, targets by year (columns where they fit)."""
    return [_targets_of(reading, key) for key in reading.used_dimensions()]


def dimensions(reading: Reading, impact: Impact | None) -> list[Data]:
    """For each dimension its chain, its chosen innovations in full and the others in one table."""
    return [_dimension(reading, key, impact) for key in reading.used_dimensions()]


def _targets_of(reading: Reading, key: str | None) -> Data:
    outcomes = [
        (innovation, outcome)
        for innovation in reading.in_dimension(key)
        if innovation.decision != "not_chosen"
        for outcome in innovation.outcomes or []
    ]
    years = sorted({year for _, outcome in outcomes for year in outcome.targets or {}})
    rows = [_target_row(reading, innovation, outcome, years) for innovation, outcome in outcomes]
    widest = max((len(cell) for row in rows for cell in row["targets"]), default=0)
    if len(years) > MOST_YEARS or widest > WIDEST:
        for row in rows:
            row["targets"] = []
        years = []
    name = reading.dimension(key)
    caption = reading.say("targets-caption", dimension=name)
    return {"key": key, "name": name, "caption": caption, "years": years, "rows": rows}


def _target_row(reading: Reading, innovation: Innovation, outcome: Outcome, years: list[str]) -> Data:
    aims = outcome.targets or {}
    return {
        "innovation": reading.link(innovation.id),
        **reading.indicator(outcome.indicator),
        "targets": [reading.number(aims.get(year)) or "–" for year in years],
        "listed": " · ".join(f"{year}:\u00a0{reading.number(aims[year])}" for year in sorted(aims)),
    }


def _dimension(reading: Reading, key: str | None, impact: Impact | None) -> Data:
    innovations = reading.in_dimension(key)
    chosen = [one for one in innovations if one.decision == "chosen"]
    others = [one for one in innovations if one.decision != "chosen"]
    problems = reading.problems_in(key)
    name = reading.dimension(key)
    return {
        "key": key,
        "name": name,
        "chain_caption": reading.say("chain-caption", dimension=name),
        "others_caption": reading.say("others-caption", dimension=name),
        "counts": reading.say(
            "dimension-counts", problems=len(problems), chosen=len(chosen), others=len(others)
        )
        if problems or innovations
        else reading.say("dimension-empty"),
        "chain": _chain(reading, key),
        "chosen": [sections.section(reading, one, impact) for one in chosen],
        "others": [sections.compact(reading, one) for one in others],
    }


def _chain(reading: Reading, key: str | None) -> list[Data]:
    """Groups of rows, one group a problem. An innovation is told in full once, in its own dimension.

    First the problems of the dimension with all that answers them; then, for innovations of the dimension
    that only answer problems of another, those problems; last what is chosen and linked to no problem.
    """
    told: dict[str, str] = {}
    standing = [one for one in reading.innovations if one.decision != "not_chosen"]
    groups = [
        _group(reading, key, problem, _answering(problem, standing), told)
        for problem in reading.problems_in(key)
    ]
    for problem in reading.problems:
        left = [one for one in standing if one.dimension == key and one.id not in told]
        if problem.dimension != key and (answering := _answering(problem, left)):
            groups.append(_group(reading, key, problem, answering, told))
    loose = [
        one for one in standing if one.dimension == key and one.decision == "chosen" and not one.addresses
    ]
    if loose:
        groups.append(_group(reading, key, None, loose, told))
    return groups


def _answering(problem: Problem, innovations: list[Innovation]) -> list[Innovation]:
    return [one for one in innovations if any(relief.problem == problem.id for relief in one.addresses or [])]


def _group(
    reading: Reading,
    key: str | None,
    problem: Problem | None,
    innovations: list[Innovation],
    told: dict[str, str],
) -> Data:
    group: Data = {"problem": None, "rows": []}
    if problem is not None:
        people = reading.number(problem.people_affected)
        group["problem"] = {
            "id": problem.id,
            "key": problem.dimension,
            "title": problem.title,
            "description": problem.description,
            "group": problem.group,
            "people": reading.say("chain-people", people=people)
            if people
            else reading.say("chain-people-unknown"),
            "indicator": reading.indicator(problem.indicator) if problem.indicator else None,
            "evidence": reading.say("evidence", grade=problem.evidence) if problem.evidence else None,
            "dimension": reading.dimension(problem.dimension) if problem.dimension != key else None,
            "sources": reading.sources(problem.sources),
        }
    for innovation in innovations:
        group["rows"].append(_row(reading, key, innovation, told))
        told.setdefault(innovation.id, problem.id if problem else "")
    return group


def _row(reading: Reading, key: str | None, innovation: Innovation, told: dict[str, str]) -> Data:
    row: Data = {
        "innovation": reading.link(innovation.id),
        "standing": None if innovation.decision == "chosen" else reading.standing(innovation),
        "quick_win": bool(innovation.quick_win),
        "elsewhere": None,
        "enablers": [],
        "outcomes": [],
    }
    if innovation.dimension != key:
        row["elsewhere"] = reading.say("chain-elsewhere", dimension=reading.dimension(innovation.dimension))
    elif innovation.id in told:
        row["elsewhere"] = reading.say("chain-above", id=told[innovation.id])
    else:
        row["enablers"] = [
            sections.enabler_text(reading, one) for one in sections.enablers(reading, innovation)
        ]
        row["outcomes"] = [
            f"{one.indicator.name} ({one.indicator.unit})" for one in innovation.outcomes or []
        ]
    return row
