"""The package's own data of regions, put into the database. Fictional training regions are left alone."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import models

from .models import Institution, Province, Region

DATA = Path(__file__).resolve().parent / "data"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def upsert(model: type[models.Model], objects: Iterable[Any], by: list[str]) -> None:
    """Insert or update in one statement; `by` names the fields that identify a row."""
    fields = [f.name for f in model._meta.concrete_fields if not f.auto_created and f.name not in by]
    model._default_manager.bulk_create(objects, update_conflicts=True, unique_fields=by, update_fields=fields)


def load_regions() -> None:
    """38 provinces, 514 regencies and cities, and the institutions of the programme's announcement."""
    regions = rows(DATA / "regions.csv")
    provinces = {row["province_code"]: row["province"] for row in regions}
    upsert(Province, [Province(code=code, name=name) for code, name in provinces.items()], ["code"])
    upsert(
        Region,
        [
            Region(code=row["code"], name=row["name"], kind=row["kind"], province_id=row["province_code"])
            for row in regions
        ],
        ["code"],
    )
    upsert(Institution, [Institution(**row) for row in rows(DATA / "partners.csv")], ["name"])
