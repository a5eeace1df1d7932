"""When things happen: the road map by dimension, and the quick wins."""

from __future__ import annotations

from masterplan.books.blocks import (
    Bar,
    Block,
    Column,
    Heading,
    Row,
    Strip,
    Swatch,
    Table,
    cell,
    items,
    line,
    paragraph,
)
from masterplan.books.innovation import felt, quick
from masterplan.books.money import works_from
from masterplan.books.reading import Reading
from masterplan.document.types import Innovation

SHORT = 8  # rows of a chapter that may follow another on the same page
DRAWN = 2.2  # width of the years beside the titles


def scheduled(reading: Reading) -> list[Innovation]:
    """Chosen innovations with a start, where the plan has years at all."""
    return [one for one in reading.chosen if one.scheduled_start is not None and reading.period]


def roadmap(reading: Reading) -> list[Block]:
    """A table for each dimension, the years drawn beside the title and said beside the drawing."""
    found = scheduled(reading)
    blocks: list[Block] = [reading.chapter("roadmap-title", opens_page=bool(found))]
    if not found:
        blocks.append(paragraph(reading.say("roadmap-none")))
    else:
        first = sum(one.scheduled_start == reading.period[0] for one in found)
        lead = reading.say("roadmap-lead", scheduled=len(found), first=first, year=reading.period[0])
        blocks.append(paragraph(lead))
        for key in reading.used_dimensions():
            rows = tuple(_row(reading, one) for one in found if one.dimension == key)
            if rows:
                blocks.append(_table(reading, key, rows))
        if any(one.duration_years is None for one in found):
            blocks.append(paragraph(f"* {reading.say('duration-assumed')}", "note"))
    unscheduled = [reading.element(one.id) for one in reading.chosen if one.scheduled_start is None]
    if unscheduled:
        blocks += [Heading(2, line(reading.say("roadmap-unscheduled"))), items(unscheduled)]
    return blocks


def _table(reading: Reading, key: str | None, rows: tuple[Row, ...]) -> Table:
    columns = (
        Column(reading.say("innovation"), 2),
        Column(reading.say("years"), DRAWN, ticks=tuple(map(str, reading.period))),
        Column(reading.say("built")),
        Column(reading.say("works")),
    )
    return Table(columns, rows, reading.say("roadmap-caption", dimension=reading.dimension(key)))


def _row(reading: Reading, innovation: Innovation) -> Row:
    start, works = innovation.scheduled_start or 0, works_from(innovation) or 0
    assumed = "*" if innovation.duration_years is None else ""
    return (
        cell((Swatch(innovation.dimension), *reading.element(innovation.id), *quick(innovation))),
        cell(strip=years_strip(innovation, reading.period)),
        cell(reading.years(start, works - 1) + assumed),
        cell(str(works)),
    )


def years_strip(innovation: Innovation, years: range) -> Strip:
    """Pale while it is built, a line while it works, a diamond where a quick win starts."""
    start, works = innovation.scheduled_start or 0, works_from(innovation) or 0
    building, working = span(start, works, years), span(works, years[-1] + 1, years)
    bars = []
    if building:
        bars.append(Bar(*building, "pale"))
    if working:
        bars.append(Bar(*working, "line"))
    mark = building[0] if building and innovation.quick_win else None
    return Strip(tuple(bars), len(years), mark, innovation.dimension)


def span(first: int, after: int, years: range) -> tuple[float, float] | None:
    """From the start of year `first` to the start of year `after`, as (from, width) in shares of the plan."""
    inside_first, inside_after = max(first, years[0]), min(after, years[-1] + 1)
    if inside_after <= inside_first:
        return None
    return (inside_first - years[0]) / len(years), (inside_after - inside_first) / len(years)


def wanted_quick_wins(reading: Reading) -> list[Innovation]:
    return [one for one in reading.innovations if one.quick_win and one.decision != "not_chosen"]


def quick_wins(reading: Reading) -> list[Block]:
    """Quick wins that are not refused: what changes, who leads, when."""
    found = wanted_quick_wins(reading)
    blocks: list[Block] = [
        reading.chapter("quick-title", opens_page=len(found) > SHORT),
        paragraph(reading.say("quick-lead")),
    ]
    if not found:
        return [*blocks, paragraph(reading.say("quick-none"))]
    return [*blocks, *quick_table(reading, found)]


def quick_table(reading: Reading, found: list[Innovation]) -> list[Block]:
    titles = ("innovation", "lead", "schedule-label", "standing")
    widths = (2.4, 1.1, 1.1, 0)
    columns = tuple(Column(reading.say(title), width) for title, width in zip(titles, widths, strict=True))
    rows = tuple(_quick_row(reading, one) for one in found)
    blocks: list[Block] = [Table(columns, rows, reading.say("quick-caption"))]
    if any(_assumed(one) for one in found):
        blocks.append(paragraph(f"* {reading.say('duration-assumed')}", "note"))
    return blocks


def _quick_row(reading: Reading, innovation: Innovation) -> Row:
    when = reading.schedule(innovation)
    star = "*" if _assumed(innovation) else ""
    return (
        cell(
            (Swatch(innovation.dimension), *reading.element(innovation.id)),
            felt(reading, innovation),
        ),
        cell(reading.or_unknown(reading.agency(innovation.lead_agency))),
        cell(f"{when}{star}" if when else reading.unknown),
        cell(reading.standing(innovation)),
    )


def _assumed(innovation: Innovation) -> bool:
    return innovation.scheduled_start is not None and innovation.duration_years is None
