"""What the plan does for people: targets of each dimension, the chain from problem to outcome, the
innovations.
"""

from __future__ import annotations

from masterplan.books import innovation as sections
from masterplan.books.blocks import (
    Block,
    Column,
    Heading,
    Line,
    Row,
    Swatch,
    Table,
    Text,
    cell,
    join,
    line,
    paragraph,
    tidy,
)
from masterplan.books.impact import Impact
from masterplan.books.reading import Reading
from masterplan.document.types import Innovation, Outcome, Problem

MOST_YEARS = 6  # columns of targets that fit beside the indicator
WIDEST = 8  # characters of a figure in such a column
MANY = 2  # chosen innovations of a dimension that may follow another on the same page


def targets(reading: Reading) -> list[Block]:
    """For each dimension its outcomes: indicator, baseline, targets by year (columns where they fit)."""
    blocks: list[Block] = [reading.chapter("targets-title"), paragraph(reading.say("targets-lead"))]
    for key in reading.used_dimensions():
        blocks += [dimension_heading(reading, key), _targets_of(reading, key)]
    return blocks


def dimensions(reading: Reading, impact: Impact | None) -> list[Block]:
    """For each dimension its chain, its chosen innovations in full and the others in one table."""
    blocks: list[Block] = [reading.chapter("dimensions-title"), paragraph(reading.say("dimensions-lead"))]
    for key in reading.used_dimensions():
        blocks += _dimension(reading, key, impact)
    return blocks


def dimension_heading(reading: Reading, key: str | None, *, opens_page: bool = False) -> Heading:
    return Heading(2, line(reading.dimension(key)), dimension=key or "none", opens_page=opens_page)


def _targets_of(reading: Reading, key: str | None) -> Block:
    outcomes = [
        (innovation, outcome)
        for innovation in reading.in_dimension(key)
        if innovation.decision != "not_chosen"
        for outcome in innovation.outcomes or []
    ]
    if not outcomes:
        return paragraph(line(reading.say("targets-none"), "muted"))
    years = sorted({year for _, outcome in outcomes for year in outcome.targets or {}})
    figures = [
        reading.number(aim) or "" for _, outcome in outcomes for aim in (outcome.targets or {}).values()
    ]
    by_year = bool(years) and len(years) <= MOST_YEARS and max(map(len, figures)) <= WIDEST
    say = reading.say
    middle = [Column(year, align="right") for year in years] if by_year else [Column(say("targets"), 1.3)]
    columns = (
        Column(say("indicator"), 2),
        Column(say("unit"), 0 if by_year else 1),
        Column(say("baseline"), align="right"),
        *middle,
        Column(say("code")),
    )
    rows = [_target_row(reading, *pair, years if by_year else None) for pair in outcomes]
    return Table(columns, tuple(rows), say("targets-caption", dimension=reading.dimension(key)))


def _target_row(reading: Reading, innovation: Innovation, outcome: Outcome, years: list[str] | None) -> Row:
    it, aims = reading.measure(outcome.indicator), outcome.targets or {}
    rest = "; ".join(part for part in (it.better, it.standard) if part)
    if years is None:
        listed = " · ".join(f"{year}:\u00a0{reading.number(aims[year])}" for year in sorted(aims))
        middle = [cell(reading.or_unknown(listed))]
    else:
        middle = [cell(reading.number(aims.get(year)) or "–") for year in years]
    return (
        cell((Text(tidy(it.name)), *(line(f", {rest}", "muted") if rest else ()))),
        cell(it.unit),
        cell(reading.or_unknown(it.baseline)),
        *middle,
        cell(reading.element(innovation.id, title=False)),
    )


def _dimension(reading: Reading, key: str | None, impact: Impact | None) -> list[Block]:
    innovations = reading.in_dimension(key)
    chosen = [one for one in innovations if one.decision == "chosen"]
    others = [one for one in innovations if one.decision != "chosen"]
    problems, name = reading.problems_in(key), reading.dimension(key)
    counts = (
        reading.say("dimension-counts", problems=len(problems), chosen=len(chosen), others=len(others))
        if problems or innovations
        else reading.say("dimension-empty")
    )
    blocks: list[Block] = [dimension_heading(reading, key, opens_page=len(chosen) > MANY)]
    rows = _chain(reading, key)
    blocks.append(paragraph(counts, keep=bool(rows)))
    if rows:
        blocks.append(_chain_table(reading, rows, reading.say("chain-caption", dimension=name)))
    for one in chosen:
        blocks += sections.section(reading, one, impact)
    if others:
        blocks.append(sections.others(reading, others, reading.say("others-caption", dimension=name)))
    return blocks


def _chain_table(reading: Reading, rows: list[Row], caption: str) -> Table:
    say = reading.say
    columns = (
        Column(f"{say('problem')} → {say('innovation')}", 1.15),
        Column(f"→ {say('enabler')}", 1),
        Column(f"→ {say('outcome')}", 1),
    )
    return Table(columns, tuple(rows), caption)


def _chain(reading: Reading, key: str | None) -> list[Row]:
    """Rows of problems, each followed by what answers it. An innovation is told in full once, in its own
    dimension.

    First the problems of the dimension with all that answers them; then, for innovations of the dimension
    that only answer problems of another, those problems; last what is chosen and linked to no problem.
    """
    told: dict[str, str] = {}
    standing = [one for one in reading.innovations if one.decision != "not_chosen"]
    rows: list[Row] = []
    for problem in reading.problems_in(key):
        rows += _group(reading, key, problem, _answering(problem, standing), told)
    for problem in reading.problems:
        left = [one for one in standing if one.dimension == key and one.id not in told]
        if problem.dimension != key and (answering := _answering(problem, left)):
            rows += _group(reading, key, problem, answering, told)
    loose = [
        one for one in standing if one.dimension == key and one.decision == "chosen" and not one.addresses
    ]
    return rows + (_group(reading, key, None, loose, told) if loose else [])


def _answering(problem: Problem, innovations: list[Innovation]) -> list[Innovation]:
    return [one for one in innovations if any(relief.problem == problem.id for relief in one.addresses or [])]


def _group(
    reading: Reading,
    key: str | None,
    problem: Problem | None,
    innovations: list[Innovation],
    told: dict[str, str],
) -> list[Row]:
    if problem is None:
        rows: list[Row] = [(cell((Text(reading.say("chain-no-problem"), strong=True),), span=3),)]
    else:
        rows = [(cell(*_problem_lines(reading, problem, key), span=3),)]
    for innovation in innovations:
        rows.append(_row(reading, key, innovation, told))
        told.setdefault(innovation.id, problem.id if problem else "")
    if not innovations:
        rows.append((cell(line(reading.say("chain-no-innovation"), "muted"), span=3),))
    return rows


def _problem_lines(reading: Reading, problem: Problem, key: str | None) -> list[Line]:
    people = reading.number(problem.people_affected)
    facts = [
        reading.say("chain-people", people=people) if people else reading.say("chain-people-unknown"),
        problem.group,
        reading.say("evidence", grade=problem.evidence) if problem.evidence else None,
        reading.dimension(problem.dimension) if problem.dimension != key else None,
        indicator_text(reading, problem),
    ]
    described = [line(problem.description)] if problem.description else []
    told = join([line(fact, "muted") for fact in facts if fact], " · ")
    return [(*problem_title(problem), *reading.refs(problem.sources)), *described, told]


def problem_title(problem: Problem) -> Line:
    code = Text(problem.id, code=True, tone="muted")
    return (Swatch(problem.dimension), code, Text(f" {tidy(problem.title)}", strong=True))


def indicator_text(reading: Reading, problem: Problem) -> str | None:
    """ "Waktu tunggu: 90 (2024) menit, SDG 3.8.1"."""
    if problem.indicator is None:
        return None
    it = reading.measure(problem.indicator)
    standard = f", {it.standard}" if it.standard else ""
    return f"{it.name}: {it.baseline or reading.say('unknown')} {it.unit}{standard}"


def _row(reading: Reading, key: str | None, innovation: Innovation, told: dict[str, str]) -> Row:
    name: list[Line] = [(*reading.element(innovation.id), *sections.quick(innovation))]
    if innovation.decision != "chosen":
        name.append(line(reading.standing(innovation), "muted"))
    elsewhere = _elsewhere(reading, key, innovation, told)
    if elsewhere:
        return cell(*name), cell(line(elsewhere, "muted"), span=2)
    enablers = [sections.enabler_text(reading, one) for one in sections.enablers(reading, innovation)]
    outcomes = [f"{one.indicator.name} ({one.indicator.unit})" for one in innovation.outcomes or []]
    return (
        cell(*name),
        cell(*enablers) if enablers else cell(line(reading.say("no-enabler"), "muted")),
        cell(*outcomes) if outcomes else cell(line(reading.say("no-outcome"), "muted")),
    )


def _elsewhere(reading: Reading, key: str | None, innovation: Innovation, told: dict[str, str]) -> str | None:
    if innovation.dimension != key:
        return reading.say("chain-elsewhere", dimension=reading.dimension(innovation.dimension))
    if innovation.id in told:
        return reading.say("chain-above", id=told[innovation.id])
    return None
