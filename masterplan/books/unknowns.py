"""What the plan document does not say yet, by part and kind, with the elements it is missing from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from masterplan.books.reading import Data, Reading
from masterplan.document.types import Enabler, Innovation, Problem, Seat

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


def unknowns(reading: Reading) -> list[Data]:
    """Rows of part, what is missing, and where: the ids of the elements, or nothing for the plan itself."""
    plan = reading.plan
    standing = [one for one in reading.innovations if one.decision != "not_chosen"]
    rows = [{"part": "plan", "what": what, "where": []} for what in _plan(reading)]
    rows += _elements("problems", PROBLEM, reading.problems, lambda one: one.id)
    rows += _elements("innovations", INNOVATION, standing, lambda one: one.id)
    rows += _elements("enablers", ENABLER, plan.enablers or [], lambda one: one.id)
    empty: tuple[tuple[str, Callable[[Seat], bool]], ...] = (("seat", lambda one: not one.name),)
    rows += _elements("governance", empty, plan.governance or [], lambda one: one.role)
    parts = [row["part"] for row in rows]
    return [
        {
            "part": reading.say(f"part-{row['part']}") if row["part"] not in parts[:at] else "",
            "what": reading.say(f"unknown-{row['what']}"),
            "where": [reading.say(f"all-{row['part']}")] if row.get("everywhere") else row["where"],
            "count": max(1, len(row["where"])),
        }
        for at, row in enumerate(rows)
    ]


def _plan(reading: Reading) -> list[str]:
    plan, settings = reading.plan, reading.plan.settings
    bodies = {seat.body for seat in plan.governance or []}
    missing = {
        "vision": not plan.vision,
        "missions": not plan.missions,
        "population": plan.region.population is None,
        "problems": not plan.problems,
        "innovations": not plan.innovations,
        "price-year": settings is None or settings.price_year is None,
        "ceilings": not plan.budget,
        "council": "council" not in bodies,
        "team": "executive_team" not in bodies,
        "legal": not plan.legal_basis,
        "answers": any(issue.kind in ("threat", "weakness") for issue in plan.issues or []),
        "sources": not plan.sources,
    }
    return [what for what, absent in missing.items() if absent]


def _elements(
    part: str,
    questions: Iterable[tuple[str, Callable[[T], bool]]],
    elements: Iterable[T],
    name: Callable[[T], str],
) -> list[Data]:
    elements = list(elements)
    rows = []
    for what, absent in questions:
        where = [name(one) for one in elements if absent(one)]
        if where:
            everywhere = len(where) == len(elements) > FEW
            rows.append({"part": part, "what": what, "where": where, "everywhere": everywhere})
    return rows
