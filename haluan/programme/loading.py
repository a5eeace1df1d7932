"""The programme as it was really run, put into the database from the package's own files.

One transaction; a second run with the same files does nothing. Rows that the files no longer hold are
removed, rows of fictional cohorts and regions are never touched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction

from haluan.regions import loading as regions
from haluan.regions.loading import rows, upsert

from .models import (
    Announcement,
    Cohort,
    Highlight,
    Indicator,
    KnownInnovation,
    LoadedData,
    Named,
    Participation,
    StageEvent,
    Story,
)

DATA = Path(__file__).resolve().parent / "data"
NAME = "programme"


def checksum() -> str:
    """Of every file the database is filled from, and of the code that fills it."""
    here = Path(__file__).resolve()
    files = [*regions.DATA.glob("*.csv"), *DATA.glob("*.csv"), here, Path(regions.__file__)]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def load() -> bool:
    """Bring the database to what the files say. False when it was there already."""
    wanted = checksum()
    if LoadedData.objects.filter(name=NAME, checksum=wanted).exists():
        return False
    with transaction.atomic():
        LoadedData.objects.get_or_create(name=NAME, defaults={"checksum": ""})
        loaded = LoadedData.objects.select_for_update().get(name=NAME)
        if loaded.checksum == wanted:
            return False
        regions.load_regions()
        load_cohorts()
        load_facts()
        loaded.checksum = wanted
        loaded.save()
    return True


def load_cohorts() -> None:
    cohorts = [
        Cohort(year=row["year"], places=row["places"], finished=row["finished"] or None, source=row["source"])
        for row in rows(DATA / "cohorts.csv")
    ]
    upsert(Cohort, cohorts, ["year"])
    replace(Named, of_cohort(Named, "named.csv"))
    replace(Participation, of_cohort(Participation, "participants.csv"))
    replace(Story, of_cohort(Story, "stories.csv"))
    replace(StageEvent, list(events()))
    replace(
        Announcement,
        [Announcement(cohort_id=row.pop("cohort_year"), **row) for row in rows(DATA / "announcement.csv")],
    )


def load_facts() -> None:
    """What regions are known for: published figures and innovations."""
    figures = rows(DATA / "selection.csv") + rows(DATA / "evaluation.csv")
    Indicator.objects.filter(region__fictional=False).delete()
    Indicator.objects.bulk_create(
        Indicator(
            region_id=row["region_code"],
            kind=row["indicator"],
            year=row["year"],
            value=Decimal(row["value"]),
            source=row["source"],
        )
        for row in figures
    )
    Highlight.objects.all().delete()
    KnownInnovation.objects.filter(region__fictional=False).delete()
    known = {
        (row["region_code"], row["name"]): KnownInnovation(
            region_id=row.pop("region_code"), year=row.pop("year") or None, **without(row, "region")
        )
        for row in rows(DATA / "innovations.csv")
    }
    KnownInnovation.objects.bulk_create(known.values())
    Highlight.objects.bulk_create(
        Highlight(innovation=known[row.pop("region_code"), row.pop("innovation")], **row)
        for row in rows(DATA / "highlights.csv")
    )


def of_cohort(model: type[Any], file: str) -> list[Any]:
    return [
        model(
            cohort_id=row.pop("cohort_year"), region_id=row.pop("region_code"), **without(row, "region_name")
        )
        for row in rows(DATA / file)
    ]


def replace(model: type[Any], objects: list[Any]) -> None:
    """The rows of real cohorts and regions become exactly these."""
    real = model.objects.filter(cohort__fictional=False)
    if any(field.name == "region" for field in model._meta.fields):
        real = real.exclude(region__fictional=True)
    real.delete()
    model.objects.bulk_create(objects)


def events() -> Iterator[StageEvent]:
    members = {
        "named": membership("named.csv"),
        "participants": membership("participants.csv"),
    }
    for row in rows(DATA / "events.csv"):
        year = row.pop("cohort_year")
        codes = concerned(row.pop("regions_of").split(), {name: of[year] for name, of in members.items()})
        fields = {
            **row,
            "step": row["step"] or None,
            "regions": row["regions"] or None,
            "starts_on": day(row["starts_on"]),
            "ends_on": day(row["ends_on"]),
        }
        for code in codes or [None]:
            yield StageEvent(cohort_id=year, region_id=code, **fields)


def membership(file: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows(DATA / file):
        found.setdefault(row["cohort_year"], []).append(row["region_code"])
    return found


def concerned(words: list[str], members: dict[str, list[str]]) -> list[str]:
    """`participants -32.14` → the codes of every participant but that one; none for the cohort as a whole."""
    left_out = {word[1:] for word in words if word.startswith("-")}
    codes = [code for word in words if not word.startswith("-") for code in members.get(word, [word])]
    return [code for code in codes if code not in left_out]


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def without(row: dict[str, str], key: str) -> dict[str, str]:
    return {name: value for name, value in row.items() if name != key}
