"""Buku I, strategic analysis: the future wanted, readiness now and wanted, gaps, SWOT, issues and problems."""

from __future__ import annotations

from masterplan.books.blocks import (
    Bar,
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Quadrant,
    Quadrants,
    Row,
    Strip,
    Swatch,
    Table,
    Text,
    cell,
    line,
    paragraph,
    tidy,
)
from masterplan.books.closing import answers
from masterplan.books.impact import Impact
from masterplan.books.reading import Reading
from masterplan.books.service import dimension_heading, indicator_text, problem_title
from masterplan.document.types import Innovation, Issue, Outcome, Problem, Readiness

COMPONENTS = ("structure", "infrastructure", "superstructure", "nature", "culture")
KINDS = ("strength", "weakness", "opportunity", "threat")
HIGHEST = 5
LEVELS = tuple(str(level) for level in range(1, HIGHEST + 1))
SHOWN = 3  # outcomes of each dimension in the picture of the future
FEW = 4  # districts that are named one by one


def future(reading: Reading, impact: Impact | str) -> list[Block]:
    """The outcomes that weigh most in each dimension, as they are now and as they should be at the end."""
    worth = impact.per_innovation if isinstance(impact, Impact) else {}
    rows: list[Row] = []
    for key in reading.used_dimensions():
        of_dimension = [one for one in reading.chosen if one.dimension == key and one.outcomes]
        for one in sorted(of_dimension, key=lambda one: -worth.get(one.id, 0))[:SHOWN]:
            rows.append(_wish(reading, one, (one.outcomes or [])[0]))
    say = reading.say
    blocks: list[Block] = [Heading(2, line(say("future-wanted")))]
    if not rows:
        return [*blocks, paragraph(say("future-none"))]
    columns = (
        Column(say("indicator"), 2),
        Column(say("unit"), 0.8),
        Column(say("now"), align="right"),
        Column(say("wanted"), align="right"),
        Column(say("code")),
    )
    lead = paragraph(say("future-lead", count=SHOWN))
    return [*blocks, lead, Table(columns, tuple(rows), say("future-caption"))]


def _wish(reading: Reading, innovation: Innovation, outcome: Outcome) -> Row:
    it, targets = reading.measure(outcome.indicator), outcome.targets or {}
    last = max(targets, default=None)
    aim = f"{reading.number(targets[last])} ({last})" if last else None
    return (
        cell((Swatch(innovation.dimension), Text(tidy(it.name)))),
        cell(it.unit),
        cell(reading.or_unknown(it.baseline)),
        cell(reading.or_unknown(aim)),
        cell(reading.element(innovation.id, title=False)),
    )


def readiness(reading: Reading) -> list[Block]:
    """Each component's aspects: the level now and the level wanted drawn beside each other, and what was
    found.
    """
    say = reading.say
    blocks: list[Block] = [reading.chapter("readiness-title"), paragraph(say("readiness-lead"))]
    blocks.append(paragraph(say("readiness-levels"), "note"))
    for component in COMPONENTS:
        found = [one for one in reading.plan.readiness or [] if one.element == component]
        name = say(f"component-{component}")
        blocks.append(Heading(2, line(name)))
        blocks.append(paragraph(say(f"component-{component}-text"), keep=True))
        if found:
            rows = tuple(_finding(reading, one) for one in found)
            blocks.append(Table(_readiness_columns(reading), rows, say("readiness-caption", component=name)))
        else:
            blocks.append(paragraph(line(say("readiness-none"), "muted")))
    return blocks


def _readiness_columns(reading: Reading) -> tuple[Column, ...]:
    say = reading.say
    return (Column(say("aspect"), 2.4), Column(say("level-drawn"), 1, ticks=LEVELS), Column(say("level")))


def _finding(reading: Reading, finding: Readiness) -> Row:
    code = Text(finding.id, code=True, tone="muted")
    named: list[Line] = [
        (code, Text(f" {tidy(finding.aspect)}", strong=True), *reading.refs(finding.sources))
    ]
    if finding.note:
        named.append(line(finding.note))
    return cell(*named), cell(strip=level_strip(finding)), cell(_levels(reading, finding))


def level_strip(finding: Readiness) -> Strip:
    """The level wanted pale behind the level now."""
    bars = []
    if finding.target_level:
        bars.append(Bar(0, finding.target_level / HIGHEST, "pale"))
    if finding.level:
        bars.append(Bar(0, finding.level / HIGHEST, "solid"))
    return Strip(tuple(bars), HIGHEST)


def _levels(reading: Reading, finding: Readiness) -> Line:
    now, wanted = reading.number(finding.level), reading.number(finding.target_level)
    if not wanted:
        return line(now) if now else reading.unknown
    return (*reading.or_unknown(now), Text(f" → {wanted}"))


def gaps(reading: Reading) -> list[Block]:
    """What lies between now and wanted, the widest gap first, and which innovations close it."""
    say = reading.say
    found = [one for one in reading.plan.readiness or [] if one.gap or one.target_level]
    blocks: list[Block] = [reading.chapter("gap-title", opens_page=bool(found))]
    if not found:
        return [*blocks, paragraph(say("gap-none"))]
    ordered = sorted(found, key=lambda one: (one.level or 0) - (one.target_level or 0))
    columns = (
        Column(say("aspect"), 1.3),
        Column(say("level")),
        Column(say("gap"), 1.8),
        Column(say("closed-by"), 1.1),
    )
    rows = tuple(_gap(reading, one) for one in ordered)
    return [*blocks, paragraph(say("gap-lead")), Table(columns, rows, say("gap-caption"))]


def _gap(reading: Reading, finding: Readiness) -> Row:
    closing = [reading.element(one.id) for one in reading.innovations if finding.id in (one.readiness or [])]
    code = Text(finding.id, code=True, tone="muted")
    return (
        cell((code, Text(f" {tidy(finding.aspect)}"))),
        cell(_levels(reading, finding)),
        cell(reading.or_unknown(finding.gap)),
        cell(*(closing or [reading.unknown])),
    )


def swot(reading: Reading) -> list[Block]:
    """The four lists in one square, then what answers each issue."""
    issues, say = reading.plan.issues or [], reading.say
    blocks: list[Block] = [reading.chapter("swot-title", opens_page=bool(issues))]
    if not issues:
        return [*blocks, paragraph(say("swot-none"))]
    parts = [
        Quadrant(say(f"swot-{kind}"), tuple(_issue(reading, one) for one in issues if one.kind == kind))
        for kind in KINDS
    ]
    square = Quadrants((parts[0], parts[1], parts[2], parts[3]), say("swot-caption"), say("swot-empty"))
    return [*blocks, paragraph(say("swot-lead")), square]


def _issue(reading: Reading, issue: Issue) -> Line:
    return (
        Text(issue.id, code=True, tone="muted"),
        Text(f" {tidy(issue.text)}"),
        *reading.refs(issue.sources),
    )


def strategic_issues(reading: Reading) -> list[Block]:
    """Issues with the innovations that answer them, and the problems people feel, dimension by dimension."""
    issues, say = reading.plan.issues or [], reading.say
    blocks: list[Block] = [reading.chapter("issues-title"), paragraph(say("issues-lead"))]
    if any(one.issues for one in reading.innovations):
        columns = (Column(say("strategic-issue"), 2), Column(say("kind")), Column(say("answered-by"), 1.6))
        rows = tuple(
            (cell(_issue(reading, one)), cell(say(f"issue-{one.kind}")), answers(reading, one))
            for one in issues
        )
        blocks.append(Table(columns, rows, say("issues-caption")))
    else:
        blocks.append(paragraph(line(say("issues-unanswered"), "muted")))
    for key in reading.used_dimensions():
        blocks += [dimension_heading(reading, key), _problems(reading, key)]
    return blocks


def _problems(reading: Reading, key: str | None) -> Block:
    problems, say = reading.problems_in(key), reading.say
    if not problems:
        return paragraph(line(say("problems-none"), "muted"))
    columns = (
        Column(say("problem"), 2.3),
        Column(say("who-many"), 1),
        Column(say("where-felt"), 1.1),
        Column(say("measured"), 1.2),
    )
    rows = tuple(_problem(reading, one) for one in problems)
    return Table(columns, rows, say("problems-caption", dimension=reading.dimension(key)))


def _problem(reading: Reading, problem: Problem) -> Row:
    return (
        cell((*problem_title(problem), *reading.refs(problem.sources)), *_described(problem)),
        _people(reading, problem),
        cell(_where(reading, problem)),
        _measured(reading, problem),
    )


def _described(problem: Problem) -> list[Line]:
    return [line(problem.description)] if problem.description else []


def _people(reading: Reading, problem: Problem) -> Cell:
    """How many, how heavy, who."""
    people, severity = reading.number(problem.people_affected), reading.number(problem.severity)
    many = reading.say("people-count", people=people) if people else None
    heavy: Line = (Text(f"{reading.say('severity')}: ", tone="muted"), *reading.or_unknown(severity))
    group = [line(problem.group, "muted")] if problem.group else []
    return cell(reading.or_unknown(many), heavy, *group)


def _where(reading: Reading, problem: Problem) -> Line:
    """The districts, those with most people first; all of them are said as all."""
    names = {one.code: one.name for one in reading.plan.districts or []}
    people = problem.people_by_district or {}
    felt = sorted(problem.districts or people, key=lambda code: -people.get(code, 0))
    if not felt:
        return reading.unknown
    if len(felt) == len(names) > FEW:
        return line(reading.say("everywhere", count=len(felt)))
    said = ", ".join(tidy(names.get(code, code)) for code in felt[: FEW if len(felt) > FEW + 1 else FEW + 1])
    more = len(felt) - FEW if len(felt) > FEW + 1 else 0
    return line(f"{said}, {reading.say('and-more', count=more)}" if more else said)


def _measured(reading: Reading, problem: Problem) -> Cell:
    grade = reading.say(f"evidence-{problem.evidence}") if problem.evidence else None
    measure = reading.or_unknown(indicator_text(reading, problem))
    return cell(measure, (Text(f"{reading.say('grade')} ", tone="muted"), *reading.or_unknown(grade)))
