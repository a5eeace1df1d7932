"""Puts each book together: which parts it has, in which order, and the prose that opens each part."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from masterplan.books import accounts, analysis, closing, opening, schedule, service, summary, unknowns
from masterplan.books import impact as impacts
from masterplan.books.blocks import Block, Book
from masterplan.books.impact import Impact
from masterplan.books.reading import Reading, cut
from masterplan.document.types import Plan
from masterplan.document.writing import digest

HEADER_LENGTH = 78  # characters of a title that fit in the running head
TITLE_LENGTH = 300  # characters of the title a reader of the file shows

Part = tuple[str | None, list[Block]]


def content(plan: Plan, number: int, *, lang: str, training: bool, made_on: date | None) -> Book:
    """Everything the book says, in the order it says it; the writers only set it."""
    reading = Reading(plan, lang, number)
    impact = impacts.judge(plan, lang)
    hash_ = digest(plan.model_dump(exclude_none=True))
    parts = _PARTS[number](reading, impact)
    body = [block for place, own in parts for block in (*opening.chapters(reading, place), *own)]
    before = [] if number == 3 else opening.contents(reading, 3 if number == 2 else 2)
    after = [
        *closing.sources(reading, only_cited=number != 2),
        *(unknowns.chapter(reading) if number != 3 else []),
        *closing.colophon(reading, hash_, made_on),
    ]
    return Book(
        number=number,
        lang=lang,
        document_title=cut(f"{reading.say(f'book-{number}')}: {plan.title}", TITLE_LENGTH),
        author=cut(plan.region.name, TITLE_LENGTH),
        header=cut(plan.title, HEADER_LENGTH),
        training=reading.say("training") if training else None,
        cover=opening.cover(reading, hash_, made_on),
        blocks=(*before, *body, *after),
    )


def _analysis(reading: Reading, impact: Impact | str) -> list[Part]:
    return [
        (
            "opening",
            [*opening.how_to_read(reading), *opening.vision(reading), *analysis.future(reading, impact)],
        ),
        ("analysis", [*analysis.readiness(reading), *analysis.gaps(reading), *analysis.swot(reading)]),
        ("strategy", analysis.strategic_issues(reading)),
        *_EMPTY,
    ]


def _master_plan(reading: Reading, impact: Impact | str) -> list[Part]:
    counted = impact if isinstance(impact, Impact) else None
    programme = [
        *service.dimensions(reading, counted),
        *schedule.roadmap(reading),
        *accounts.budget(reading, counted),
        *impacts.chapter(reading, impact),
        *schedule.quick_wins(reading),
    ]
    governance = [*closing.governance(reading), *closing.rules(reading, impact), *closing.risks(reading)]
    return [
        ("opening", [*opening.how_to_read(reading), *opening.vision(reading)]),
        ("analysis", []),
        ("strategy", service.targets(reading)),
        ("programme", programme),
        ("governance", governance),
        ("closing", closing.acceptances(reading)),
        (None, []),
    ]


def _summary(reading: Reading, impact: Impact | str) -> list[Part]:
    programme = [
        *summary.quick_wins(reading),
        *summary.costs(reading),
        *summary.felt_when(reading, impact),
        *summary.roadmap(reading),
    ]
    return [
        ("opening", [*summary.vision(reading, impact), *summary.dimensions(reading, impact)]),
        ("analysis", summary.problems(reading)),
        ("strategy", []),
        ("programme", programme),
        ("governance", [*summary.governance(reading), *summary.following(reading)]),
        ("closing", []),
        (None, []),
    ]


_EMPTY: list[Part] = [("programme", []), ("governance", []), ("closing", []), (None, [])]
_PARTS: dict[int, Callable[[Reading, Impact | str], list[Part]]] = {
    1: _analysis,
    2: _master_plan,
    3: _summary,
}
