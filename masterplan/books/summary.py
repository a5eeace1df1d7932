"""Buku III, what the head of a region hands out: at most eight pages, without the chapters of prose."""

from __future__ import annotations

from masterplan.books import charts
from masterplan.books.accounts import Accounts
from masterplan.books.blocks import (
    Bar,
    Block,
    Column,
    Drawing,
    Heading,
    Line,
    Paragraph,
    Row,
    Strip,
    Swatch,
    Table,
    Text,
    cell,
    items,
    join,
    line,
    paragraph,
    paragraphs,
    tidy,
)
from masterplan.books.impact import Impact, lead
from masterplan.books.innovation import felt
from masterplan.books.money import works_from
from masterplan.books.reading import Reading, cut
from masterplan.books.schedule import scheduled, span, wanted_quick_wins
from masterplan.books.unknowns import unknowns
from masterplan.document.types import Innovation, Problem

WORST = 8  # problems told
FEW = 8  # quick wins told
EACH = 2  # innovations told that begin to be felt in a year
YEARS = 8  # years told one by one
CHECKS = 6  # targets to look at first
LONG = 150  # characters of a text that stands in a row
PAGE = 610.0  # points of a page left for the road map
ROWS = 84  # innovations that can be read on one page
ALT_LENGTH = 12_000


def vision(reading: Reading, impact: Impact | str) -> list[Block]:
    plan = reading.plan
    blocks: list[Block] = [reading.chapter("vision-short-title", numbered=False)]
    blocks += paragraphs(plan.vision, "large") if plan.vision else [Paragraph(reading.unknown)]
    if plan.missions:
        blocks.append(items(plan.missions, ordered=True))
    if isinstance(impact, Impact) and impact.expected > 0:
        blocks.append(paragraph(f"{lead(reading, impact)} {reading.say('impact-short')}"))
    return blocks


def dimensions(reading: Reading, impact: Impact | str) -> list[Block]:
    """The six dimensions, a row each: problems, innovations, quick wins, person-years."""
    worth = impact.per_innovation if isinstance(impact, Impact) else {}
    largest = max((_worth(reading, key, worth) for key in reading.used_dimensions()), default=0) or 1
    rows: list[Row] = []
    for key in reading.used_dimensions():
        chosen = [one for one in reading.chosen if one.dimension == key]
        value = _worth(reading, key, worth)
        rows.append(
            (
                cell((Swatch(key), Text(reading.dimension(key), strong=True))),
                cell(str(len(reading.problems_in(key)))),
                cell(str(len(chosen))),
                cell(str(sum(bool(one.quick_win) for one in chosen))),
                cell(reading.rounded(value) if value else reading.unknown),
                cell(strip=Strip((Bar(0, value / largest),), dimension=key)),
            )
        )
    titles = ("dimension", "problem", "chosen-innovations", "quick-win", "person-years")
    columns = [
        Column(reading.say(title).capitalize(), 0 if at else 1, "right" if at else "left")
        for at, title in enumerate(titles)
    ]
    table = Table((*columns, Column("", 0.9)), tuple(rows), reading.say("six-caption"))
    return [Heading(2, line(reading.say("six-title"))), table]


def _worth(reading: Reading, key: str | None, worth: dict[str, float]) -> float:
    return sum(worth.get(one.id, 0) for one in reading.chosen if one.dimension == key)


def problems(reading: Reading) -> list[Block]:
    """Those that hurt most: people by how heavy it is for them; unknown ones cannot be ordered and are
    counted.
    """
    known = [one for one in reading.problems if one.people_affected and one.severity]
    worst = sorted(known, key=lambda one: -_weight(one))[:WORST]
    say = reading.say
    blocks: list[Block] = [reading.chapter("worst-title", opens_page=False, numbered=False)]
    if not worst:
        return [*blocks, paragraph(say("worst-none"))]
    columns = (
        Column(say("problem"), 3),
        Column(say("people"), align="right"),
        Column("", 0.8),
        Column(say("answered-by"), 1.4),
    )
    rows = tuple(_problem(reading, one, _weight(worst[0])) for one in worst)
    count = len(reading.problems) - len(known)
    left = [paragraph(say("worst-unknown", count=count), "note")] if count else []
    return [*blocks, paragraph(say("worst-lead")), Table(columns, rows, say("worst-caption")), *left]


def _weight(problem: Problem) -> float:
    return (problem.people_affected or 0) * (problem.severity or 0) * (problem.equity_weight or 1)


def _problem(reading: Reading, problem: Problem, largest: float) -> Row:
    answering = [
        one for one in reading.chosen if any(relief.problem == problem.id for relief in one.addresses or [])
    ]
    codes = join([reading.element(one.id, title=False) for one in answering], ", ")
    none = line(reading.say("none-yet"), "muted")
    bar = Bar(0, _weight(problem) / largest if largest else 0)
    code = Text(problem.id, code=True, tone="muted")
    title: Line = (
        Swatch(problem.dimension),
        code,
        Text(f" {tidy(problem.title)}"),
        *reading.refs(problem.sources),
    )
    return (
        cell(title),
        cell(reading.or_unknown(reading.number(problem.people_affected))),
        cell(strip=Strip((bar,), dimension=problem.dimension)),
        cell(codes or none),
    )


def quick_wins(reading: Reading) -> list[Block]:
    """What is felt within a year; the rest is counted and told in Buku II."""
    say = reading.say
    chosen = [one for one in wanted_quick_wins(reading) if one.decision == "chosen"]
    found = sorted(chosen or wanted_quick_wins(reading), key=lambda one: one.scheduled_start or 9999)
    blocks: list[Block] = [reading.chapter("quick-title", opens_page=False, numbered=False)]
    if not found:
        return [*blocks, paragraph(say("quick-none"))]
    columns = (Column(say("innovation"), 3), Column(say("works")), Column(say("lead"), 1.2))
    rows = tuple(
        (
            cell((Swatch(one.dimension), *reading.element(one.id)), _short(felt(reading, one))),
            cell(reading.or_unknown(_works(one))),
            cell(reading.or_unknown(reading.agency(one.lead_agency))),
        )
        for one in found[:FEW]
    )
    more = len(found) - FEW
    left = [paragraph(say("more-in-book-2", count=more), "note")] if more > 0 else []
    return [*blocks, paragraph(say("quick-lead")), Table(columns, rows, say("quick-caption")), *left]


def _works(innovation: Innovation) -> str | None:
    works = works_from(innovation)
    return str(works) if works else None


def _short(text: Line) -> Line:
    """At most `LONG` characters of a text, in its own look."""
    return tuple(Text(cut(one.text, LONG), tone=one.tone) if isinstance(one, Text) else one for one in text)


def costs(reading: Reading) -> list[Block]:
    """What it costs, by year drawn and by source in a table."""
    accounts = Accounts(reading)
    blocks: list[Block] = [reading.chapter("costs-title", opens_page=False, numbered=False)]
    if not (accounts.spent.priced and accounts.spent.years):
        return [*blocks, paragraph(reading.say("budget-none"))]
    return [*blocks, *accounts.lead(), accounts.chart(), *accounts.by_source()]


def felt_when(reading: Reading, impact: Impact | str) -> list[Block]:
    """For each year what residents begin to feel, the weightiest first."""
    worth = impact.per_innovation if isinstance(impact, Impact) else {}
    by_year: dict[int, list[Innovation]] = {}
    for one in scheduled(reading):
        by_year.setdefault(works_from(one) or 0, []).append(one)
    say = reading.say
    blocks: list[Block] = [reading.chapter("felt-title", opens_page=False, numbered=False)]
    if not by_year:
        return [*blocks, paragraph(say("roadmap-none"))]
    rows = []
    for year in sorted(by_year)[:YEARS]:
        ordered = sorted(by_year[year], key=lambda one: -worth.get(one.id, 0))
        told: list[Line] = [
            (
                Swatch(one.dimension),
                *reading.element(one.id, title=False),
                Text(" "),
                *_short(felt(reading, one)),
            )
            for one in ordered[:EACH]
        ]
        more = len(ordered) - EACH
        if more > 0:
            told.append(line(say("and-others", count=more), "muted"))
        rows.append((cell((Text(str(year), strong=True),)), cell(*told)))
    columns = (Column(say("from-year")), Column(say("what-is-felt"), 1))
    return [*blocks, paragraph(say("felt-lead")), Table(columns, tuple(rows), say("felt-caption"))]


def roadmap(reading: Reading) -> list[Block]:
    """All scheduled innovations on one page; where they are too many, how many of each dimension."""
    found, say = scheduled(reading), reading.say
    blocks: list[Block] = [reading.chapter("roadmap-title", opens_page=bool(found), numbered=False)]
    if not found:
        return [*blocks, paragraph(say("roadmap-none"))]
    tracks: list[charts.Track] = []
    for key in reading.used_dimensions():
        rows = [one for one in found if one.dimension == key]
        if rows:
            tracks.append(charts.Track(f"{reading.dimension(key)} ({len(rows)})", key, heading=True))
            tracks += [_track(reading, one) for one in rows] if len(found) <= ROWS else _counts(reading, rows)
    alt = cut("; ".join(f"{one.id}: {reading.schedule(one)}" for one in found), ALT_LENGTH)
    svg = charts.roadmap(tracks, tuple(map(str, reading.period)), PAGE)
    return [*blocks, paragraph(say("roadmap-key")), Drawing(svg, alt, "")]


def _track(reading: Reading, innovation: Innovation) -> charts.Track:
    start, works, years = innovation.scheduled_start or 0, works_from(innovation) or 0, reading.period
    return charts.Track(
        f"{innovation.id} {cut(innovation.title, 80)}",
        innovation.dimension,
        span(start, works, years),
        span(works, years[-1] + 1, years),
        bool(innovation.quick_win),
    )


def _counts(reading: Reading, innovations: list[Innovation]) -> list[charts.Track]:
    """A row for each start year."""
    years = reading.period
    rows = []
    for year in years:
        starting = [one for one in innovations if one.scheduled_start == year]
        if starting:
            works = max(works_from(one) or 0 for one in starting)
            name = reading.say("starting", count=len(starting), year=year)
            key = innovations[0].dimension
            rows.append(charts.Track(name, key, span(year, works, years), span(works, years[-1] + 1, years)))
    return rows


def governance(reading: Reading) -> list[Block]:
    """Who answers for the plan: named seats of both bodies, in one short table."""
    say, seats = reading.say, reading.plan.governance or []
    blocks: list[Block] = [
        reading.chapter("governance-title", opens_page=bool(scheduled(reading)), numbered=False)
    ]
    if not seats:
        return [*blocks, paragraph(say("governance-none"))]
    rows = []
    for body in ("council", "executive_team", None):
        held = [seat for seat in seats if seat.body == body]
        if not held:
            continue
        named = [f"{tidy(seat.role)}: {tidy(seat.name)}" for seat in held if seat.name]
        empty = len(held) - len(named)
        said = "; ".join(named[:FEW]) + (
            f"; {say('and-others', count=len(named) - FEW)}" if len(named) > FEW else ""
        )
        vacant = [line(say("seats-empty", count=empty), "warm")] if empty else []
        rows.append(
            (cell((Text(say(f"body-{body}"), strong=True),)), cell(*([line(said)] if said else []), *vacant))
        )
    columns = (Column(say("body"), 1), Column(say("holder"), 3))
    legal = reading.plan.legal_basis
    basis: Line = (Text(f"{say('legal')}: ", tone="muted"), *reading.or_unknown(legal))
    return [*blocks, Table(columns, tuple(rows), say("governance-caption")), Paragraph(basis)]


def following(reading: Reading) -> list[Block]:
    """What anybody can check first, and what this plan does not know yet."""
    say = reading.say
    aims = [
        (min(outcome.targets), one, outcome)
        for one in reading.chosen
        for outcome in one.outcomes or []
        if outcome.targets
    ]
    blocks: list[Block] = [
        reading.chapter("follow-title", opens_page=False, numbered=False),
        paragraph(say("follow-lead")),
    ]
    if aims:
        rows = []
        for year, one, outcome in sorted(aims, key=lambda aim: aim[0])[:CHECKS]:
            it = reading.measure(outcome.indicator)
            aim = f"{reading.number((outcome.targets or {})[year])} {it.unit}"
            rows.append(
                (
                    cell(year),
                    cell((*reading.element(one.id, title=False), Text(f" {tidy(it.name)}"))),
                    cell(reading.or_unknown(it.baseline)),
                    cell(aim),
                )
            )
        columns = (
            Column(say("year")),
            Column(say("indicator"), 2),
            Column(say("baseline"), align="right"),
            Column(say("targets"), align="right"),
        )
        blocks.append(Table(columns, tuple(rows), say("follow-caption")))
    count = sum(one.count for one in unknowns(reading))
    if count:
        blocks.append(paragraph(say("follow-unknown", count=reading.number(count))))
    return blocks
