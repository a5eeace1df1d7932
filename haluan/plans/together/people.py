"""Who is told, who can be mentioned, and as whom somebody speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from haluan.accounts.models import Role, User
from haluan.accounts.rules import roles_of
from haluan.plans.models import Plan, Suggestion, Thread
from haluan.plans.rules import OF_THE_TEAM
from haluan.plans.words import headline

OF_THE_PLAN = OF_THE_TEAM | {"mentor"}
STRONGEST = (
    "head",
    "coordinator",
    "member",
    "mentor",
    "office",
    "ministry",
    "partner",
    "assessor",
    "resident",
)


def people_of(plan: Plan, suggestion: Suggestion | None = None) -> list[User]:
    """Whom words about this plan can mention: those with a role for its region, and who made the suggestion."""
    held = Role.objects.current().filter(kind__in=OF_THE_PLAN, region=plan.region_id)
    found = User.objects.filter(
        Q(pk__in=held.values("user")) | Q(pk=suggestion.author_id if suggestion else None), is_active=True
    )
    return list(found.order_by("name", "pk"))


def mentioned_in(text: str, people: Iterable[User]) -> list[User]:
    """The people named as @Name in a text; the longest name that fits counts, capitals do not."""
    by_name: dict[str, list[User]] = {}
    for person in people:
        by_name.setdefault(person.name.casefold(), []).append(person)
    names = sorted(filter(None, by_name), key=len, reverse=True)
    if not names:
        return []
    pattern = re.compile(r"@(" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)
    said = dict.fromkeys(found[1].casefold() for found in pattern.finditer(text))
    return [person for name in said for person in by_name.get(name, [])]


def leaders_of(plan: Plan) -> list[User]:
    """Who decides about the whole plan day by day: its coordinators, or where there is none its head."""
    region = plan.region
    return list(User.objects.holding("coordinator", region=region)) or list(
        User.objects.holding("head", region=region)
    )


def members_of(plan: Plan, agency: str) -> list[User]:
    """The people of one agency of the plan's region."""
    held = Role.objects.current().filter(kind="member", region=plan.region_id, agency=agency)
    return list(User.objects.filter(is_active=True, pk__in=held.values("user")))


def leading(plan: Plan, changes: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """The agencies that lead the innovations these changes touch, with the names of those (one query)."""
    keys = {change["element"] for change in changes if change.get("collection") == "innovations"}
    rows = plan.elements.filter(collection="innovations", key__in=keys).order_by("position")
    found: dict[str, list[str]] = {}
    for fields in rows.values_list("fields", flat=True):
        if agency := fields.get("lead_agency"):
            found.setdefault(agency, []).append(headline(fields))
    return found


def speakers_in(thread: Thread) -> list[User]:
    """Everybody who said something in a thread."""
    return list(User.objects.filter(is_active=True, pk__in=thread.remarks.values("author")))


def as_whom(user: User, plan: Plan) -> dict[str, str]:
    """Role and organisation of a proposer at this plan: that for its region first, else the strongest held."""
    order = {kind: place for place, kind in enumerate(STRONGEST)}
    held = sorted(roles_of(user), key=lambda role: (role.region_id != plan.region_id, order[role.kind]))
    if not held:
        return {"role": "", "organisation": ""}
    role = held[0]
    return {"role": str(role.kind), "organisation": role.agency or role.held_for}


def role_said(role: str, organisation: str) -> str:
    """*anggota perangkat daerah, DLH*"""
    label: Any = dict(Role.Kind.choices).get(role, "")
    return ", ".join(filter(None, [str(label), organisation]))
