"""How far a part of a plan is: fields filled of those asked, what is found fault with, who changed it last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from haluan.plans.editor import forms
from haluan.plans.editor.addresses import COLLECTION_PATHS
from haluan.plans.editor.page import element_url
from haluan.plans.findings.judging import judged, pressing
from haluan.plans.labels import collection_label, one_label
from haluan.plans.models import Plan, Share
from haluan.plans.reading.plan import reading_of
from haluan.plans.words import headline
from haluan.web.templatetags.haluan import DIMENSIONS
from masterplan.document import ABSENT, get_field

Data = dict[str, Any]
Place = tuple[str, str]
MAY_STAY_EMPTY = frozenset(
    {
        "requires",
        "partner_agencies",
        "alternative_group",
        "adopted_from.region",
        "adopted_from.title",
        "decision",
        "scheduled_start",
    }
)
"""Fields whose emptiness says something: nothing goes before, nobody else takes part, not decided yet."""

LAST_CHANGES = """
    SELECT DISTINCT ON (c->>'collection', c->>'element')
           c->>'collection', c->>'element', s.at, s.author_name, s.number
      FROM plans_changeset s, jsonb_array_elements(s.changes) c
     WHERE s.plan_id = %s AND jsonb_exists(c, 'element')
     ORDER BY 1, 2, s.number DESC
"""


@dataclass(frozen=True)
class LastChange:
    at: datetime
    who: str
    number: int


@dataclass
class Row:
    """One part on the board."""

    share: Share
    name: str
    url: str
    agency: str
    filled: int = 0
    asked: int = 0
    findings: int = 0
    last: LastChange | None = None
    nudged: date | None = None
    gone: bool = False

    @property
    def percent(self) -> int:
        return round(100 * self.filled / self.asked) if self.asked else 0


def rows_of(plan: Plan, shares: Iterable[Share]) -> list[Row]:
    """The parts with how far each is; a constant number of queries however many there are.

    `shares` come with their nudges.
    """
    data = reading_of(plan).data
    found = pressing(judged(plan, data).report())
    last = last_changes(plan)
    return [row_of(plan, data, share, found, last) for share in shares]


def row_of(plan: Plan, data: Data, share: Share, found: Counter[str], last: dict[Place, LastChange]) -> Row:
    elements = share.elements(data)
    row = Row(share, part_name(share, data), part_url(plan, share, data), agency_name(data, share.agency))
    for (collection, key), item in elements:
        filled, asked = filled_of(collection, item)
        row.filled, row.asked = row.filled + filled, row.asked + asked
        row.findings += found[key]
    row.findings += found[share.collection] if share.collection and not share.key else 0
    changes = [last[place] for place, _item in elements if place in last]
    row.last = max(changes, key=lambda change: change.number, default=None)
    row.nudged = max((nudge.day for nudge in share.nudges.all()), default=None)
    row.gone = bool(share.key) and not elements
    return row


def last_changes(plan: Plan) -> dict[Place, LastChange]:
    """The newest change of every element there is or was (one query)."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_CHANGES, [plan.pk])
        return {(row[0], row[1]): LastChange(row[2], row[3], row[4]) for row in cursor.fetchall()}


def filled_of(collection: str, item: Data) -> tuple[int, int]:
    """How many of the fields that the desk asks for this element hold something, and of how many."""
    paths = asked_of(collection)
    return sum(get_field(item, path) not in (ABSENT, [], "") for path in paths), len(paths)


def asked_of(collection: str) -> list[str]:
    found = [path for path in [forms.TITLE.get(collection)] if path]
    for step in forms.STEPS.get(collection, ()):
        found += [
            part.path
            for part in step.parts
            if part.path not in MAY_STAY_EMPTY and forms.shape(collection, part.path).kind != "flag"
        ]
    return found


def part_name(share: Share, data: Data) -> str:
    """*Dimensi lingkungan*, *Masalah*, or the name of the element."""
    if share.dimension:
        return _("Dimensi %(name)s") % {"name": str(DIMENSIONS[share.dimension]).lower()}
    if not share.key:
        return collection_label(share.collection)
    found = share.elements(data)
    return headline(found[0][1]) if found else f"{one_label(share.collection)} {share.key}"


def part_url(plan: Plan, share: Share, data: Data) -> str:
    """Where somebody begins to write this part; empty for what the desk does not know or is gone."""
    if share.collection and share.collection not in COLLECTION_PATHS:
        return ""
    if share.key:
        return element_url(plan, share.collection, share.key) if share.elements(data) else ""
    if share.collection:
        return reverse("desk-list", args=[plan.slug, share.collection])
    return reverse("desk-chain", args=[plan.slug, share.dimension])


def agency_name(data: Data, code: str) -> str:
    return next((one["name"] for one in data.get("agencies", []) if one["code"] == code), code)
