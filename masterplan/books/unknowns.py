"""What the plan document does not say yet, by part and kind, with the elements it is missing from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from masterplan.books.blocks import Block, Column, Table, cell, line, paragraph, tidy
from masterplan.books.reading import Reading
from masterplan.document.types import Enabler, Innovation, Problem, Readiness, Risk, Seat

T = TypeVar("T")
FEW = 5  # elements that are named one by one even when it is missing from all of them

PROBLEM: tuple[tuple[str, Callable[[Problem], bool]], ...] = (
    ("dimension", lambda one: one.dimension is None),
    ("people", lambda one: one.people_affected is None),
    ("severity", lambda one: one.severity is None),
    ("indicator", lambda one: one.indicator is None or one.indicator.baseline is None),
    ("evidence", lambda one: one.evidence is None),
    ("sources", lambda one: not one.sources),
)
INNOVATION: tuple[tuple[str, Callable[[Innovation], bool]], ...] = (
    ("dimension", lambda one: one.dimension is None),
    ("service", lambda one: not one.service_change),
    ("beneficiaries", lambda one: not one.beneficiaries),
    ("addresses", lambda one: not one.addresses),
    ("share", lambda one: any(relief.share is None for relief in one.addresses or [])),
    ("needs", lambda one: not one.enablers),
    ("lead", lambda one: one.lead_agency is None),
    ("duration", lambda one: one.duration_years is None),
    ("cost", lambda one: not one.costs),
    ("upkeep", lambda one: one.operating_per_year is None),
    ("funding", lambda one: not one.funding),
    ("outcomes", lambda one: not one.outcomes),
    ("targets", lambda one: any(not outcome.targets for outcome in one.outcomes or [])),
    ("alignment", lambda one: not one.alignment),
    ("decision", lambda one: one.decision is None),
    ("start", lambda one: one.decision == "chosen" and one.scheduled_start is None),
    ("sources", lambda one: not one.sources),
)
ENABLER: tuple[tuple[str, Callable[[Enabler], bool]], ...] = (
    ("cost", lambda one: not one.exists and one.capital is None),
    ("upkeep", lambda one: one.operating_per_year is None),
)
READINESS: tuple[tuple[str, Callable[[Readiness], bool]], ...] = (
    ("level", lambda one: one.level is None),
    ("target-level", lambda one: one.target_level is None),
    ("gap", lambda one: not one.gap),
    ("sources", lambda one: not one.sources),
)
RISK: tuple[tuple[str, Callable[[Risk], bool]], ...] = (
    ("likelihood", lambda one: one.likelihood is None),
    ("impact", lambda one: one.impact is None),
    ("response", lambda one: not one.response),
    ("owner", lambda one: one.owner is None),
)
_ANALYSIS = ("vision", "missions", "population", "readiness", "issues", "problems", "answers", "sources")
_PROGRAMME = (
    "vision", "missions", "population", "problems", "innovations", "price-year", "ceilings", "council", "team",
    "legal", "risks", "answers", "sources",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unknown:
    """One thing that is missing: from which part, and from which elements (none: from the plan itself)."""

    part: str
    what: str
    where: tuple[str, ...] = ()
    everywhere: bool = False

    @property
    def count(self) -> int:
        return max(1, len(self.where))


def chapter(reading: Reading) -> list[Block]:
    """What the document does not say of what this book asks, to be completed item by item."""
    missing = unknowns(reading)
    blocks: list[Block] = [reading.chapter("unknowns-title", numbered=False)]
    if not missing:
        return [*blocks, paragraph(reading.say("unknowns-none"))]
    count = reading.number(sum(one.count for one in missing))
    return [*blocks, paragraph(reading.say("unknowns-lead", count=count)), _table(reading, missing)]


def _table(reading: Reading, missing: list[Unknown]) -> Table:
    say = reading.say
    columns = (
        Column(say("part")),
        Column(say("what"), 1),
        Column(say("where"), 2),
        Column(say("count"), align="right"),
    )
    parts = [one.part for one in missing]
    rows = []
    for at, one in enumerate(missing):
        where = say(f"all-{one.part}") if one.everywhere else ", ".join(map(tidy, one.where))
        rows.append(
            (
                cell(say(f"part-{one.part}") if one.part not in parts[:at] else ""),
                cell(say(f"unknown-{one.what}")),
                cell(where or line("–", "muted")),
                cell(str(one.count)),
            )
        )
    return Table(columns, tuple(rows), say("unknowns-caption"))


def unknowns(reading: Reading) -> list[Unknown]:
    """Buku I asks for the analysis, the others for the programme too."""
    plan = reading.plan
    problems = _elements("problems", PROBLEM, reading.problems, lambda one: one.id)
    if reading.number_of_book == 1:
        readiness = _elements("readiness", READINESS, plan.readiness or [], lambda one: one.id)
        return [*_plan(reading, _ANALYSIS), *readiness, *problems]
    standing = [one for one in reading.innovations if one.decision != "not_chosen"]
    empty: tuple[tuple[str, Callable[[Seat], bool]], ...] = (("seat", lambda one: not one.name),)
    return [
        *_plan(reading, _PROGRAMME),
        *problems,
        *_elements("innovations", INNOVATION, standing, lambda one: one.id),
        *_elements("enablers", ENABLER, plan.enablers or [], lambda one: one.id),
        *_elements("governance", empty, plan.governance or [], lambda one: one.role),
        *_elements("risks", RISK, plan.risks or [], lambda one: one.id),
    ]


def _plan(reading: Reading, asked: tuple[str, ...]) -> list[Unknown]:
    plan, settings = reading.plan, reading.plan.settings
    bodies = {seat.body for seat in plan.governance or []}
    answered = {issue for one in reading.innovations for issue in one.issues or []}
    pressing = [one for one in plan.issues or [] if one.kind in ("threat", "weakness")]
    missing = {
        "vision": not plan.vision,
        "missions": not plan.missions,
        "population": plan.region.population is None,
        "readiness": not plan.readiness,
        "issues": not plan.issues,
        "problems": not plan.problems,
        "innovations": not plan.innovations,
        "price-year": settings is None or settings.price_year is None,
        "ceilings": not plan.budget,
        "council": "council" not in bodies,
        "team": "executive_team" not in bodies,
        "legal": not plan.legal_basis,
        "risks": not plan.risks,
        "answers": any(issue.id not in answered for issue in pressing),
        "sources": not plan.sources,
    }
    return [Unknown("plan", what) for what in asked if missing[what]]


def _elements(
    part: str,
    questions: Iterable[tuple[str, Callable[[T], bool]]],
    elements: Iterable[T],
    name: Callable[[T], str],
) -> list[Unknown]:
    elements = list(elements)
    rows = []
    for what, absent in questions:
        where = tuple(name(one) for one in elements if absent(one))
        if where:
            rows.append(Unknown(part, what, where, len(where) == len(elements) > FEW))
    return rows
