"""Brings in the plans that come with the package: real ones whole, the training one with its history."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from haluan.accounts.models import User
from haluan.accounts.training import DOMAIN
from haluan.regions.models import Region
from masterplan.document import Data, diff, parse

from .models import ChangeSet, Credit, Plan

PLACE = Path(__file__).resolve().parent / "data"
REAL = ("kabupaten-demak", "kabupaten-tabalong", "kota-bontang")
TRAINING = "kabupaten-latihan"
COORDINATOR = "bappeda"
OPEN_SOURCES = "Sumber terbuka"
NAMED = {"Draf Bimtek 2": date(2026, 10, 12), "Rancangan Bimtek 3": date(2026, 11, 9)}
"""Versions of the training plan that are frozen: what it said at the end of these days."""


class MissingRegion(Exception):
    """A plan's region is not in the database; its message is the region's name."""


def load() -> dict[str, int]:
    """Load what is not there yet, each plan whole or not at all; slug → version of those loaded now.

    Raises `MissingRegion` when the regions were not loaded before.
    """
    wanted = [*REAL, TRAINING] if settings.TRAINING else list(REAL)
    there = set(Plan.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    return {slug: _load(slug).version for slug in wanted if slug not in there}


@transaction.atomic
def _load(slug: str) -> Plan:
    history = PLACE / f"{slug}-history.json"
    if history.exists():
        return _with_history(slug, json.loads(history.read_text()))
    document = parse((PLACE / f"{slug}.json").read_bytes())
    plan = Plan.start(slug=slug, region=_region(document), document=document, public=True)
    changes = diff(plan.document(), document)
    ChangeSet.apply(
        plan=plan, changes=changes, by=None, origin=ChangeSet.Origin.LOAD, credit=Credit(OPEN_SOURCES)
    )
    return plan


def _region(document: Data) -> Region:
    region = Region.objects.filter(code=document["region"].get("code", "")).first()
    if region is None:
        raise MissingRegion(document["region"]["name"])
    return region


def _with_history(slug: str, history: dict[str, Any]) -> Plan:
    """The steps one after another, each signed by its fictional author at its own time."""
    plan = Plan.start(slug=slug, region=_region(history["start"]), document=history["start"], public=True)
    people = {user.email: user for user in User.objects.filter(training=True)}
    names = dict(NAMED)
    for step in history["steps"]:
        at = datetime.fromisoformat(step["at"])
        for name in [name for name, day in names.items() if day < at.date()]:
            del names[name]
            namer = f"{COORDINATOR}@{DOMAIN}"
            plan.name_version(
                name, people.get(namer), history["authors"][COORDINATOR]["name"], plan.history()[0].at
            )
        author = history["authors"][step["author"]]
        ChangeSet.apply(
            plan=plan,
            changes=step["changes"],
            by=people.get(f"{step['author']}@{DOMAIN}"),
            reason=step.get("reason", ""),
            origin=step.get("origin", ChangeSet.Origin.LOAD),
            credit=Credit(author["name"], author.get("agency", ""), at),
        )
    return plan
