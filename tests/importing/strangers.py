"""Three times six files of strangers who never saw the reader, with their own answers, in `tests/data/strangers`.

Each is read into a plan that knows the agencies of its region and those of the training region beside them: names
that are nearly alike stand side by side, as in a plan that many write. Regions and people in them are fiction.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from masterplan.document import apply, faults
from masterplan.importing import understand
from tests.importing.scoring import Score

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests/data/strangers"
FILES = sorted(path for path in DATA.glob("*.*") if path.suffix != ".json")
SECOND = sorted(path for path in (DATA / "second").glob("*.*") if path.suffix != ".json")
THIRD = sorted(path for path in (DATA / "third").glob("*.*") if path.suffix != ".json")
FIRST_YEARS = {"3-peta-jalan": 2026}
SAME_TITLE = 88


def scored(path: Path) -> Score:
    """How much of a file arrives right; titles may differ in capitals and marks."""
    key = json.loads(path.with_suffix(".json").read_text())
    plan = plan_for(key, FIRST_YEARS.get(path.stem, 2027))
    after = apply(plan, understand(plan, path.read_bytes()).changes)
    assert not list(faults(after))
    names = {agency["code"]: agency["name"] for agency in after["agencies"]}
    arrived = list(after.get("innovations", []))
    result = Score(path.stem)
    for wanted in key:
        title = wanted["title"]
        found = max(arrived, key=lambda item: _alike(item["title"], title), default=None)
        if found and _alike(found["title"], title) < SAME_TITLE:
            found = None
        arrived = [item for item in arrived if item is not found]
        item = found or {}
        result.count("titles", title, title if found else None, title)
        result.count("dimensions", wanted["dimension"], item.get("dimension"), title)
        result.count("agencies", wanted["agency"], names.get(item.get("lead_agency", "")), title)
        result.count("years", wanted["year"], _year(item), title)
        result.count("rupiah", wanted["rupiah"], _money(item), title)
    result.false += [f"innovation {item['title']!r}" for item in arrived]
    return result


def plan_for(key: list[dict[str, Any]], first_year: int) -> dict[str, Any]:
    training = json.loads((ROOT / "haluan/plans/data/kabupaten-latihan.json").read_text())
    agencies = [{"code": agency["code"], "name": agency["name"]} for agency in training["agencies"]]
    known = {agency["name"] for agency in agencies}
    own = sorted({wanted["agency"] for wanted in key if wanted["agency"]} - known)
    agencies += [{"code": f"OPD-{number:02}", "name": name} for number, name in enumerate(own, 1)]
    return {
        "format": "haluan-plan/1",
        "region": {"name": "Kabupaten Rekaan"},
        "title": "Rencana",
        "period": {"first_year": first_year, "last_year": first_year + 4},
        "innovations": [],
        "agencies": agencies,
    }


def _alike(title: str, other: str) -> float:
    return fuzz.ratio(title.lower(), other.lower())


def _year(item: dict[str, Any]) -> int | None:
    start = item.get("start")
    return start["earliest"] if start and start["earliest"] == start["latest"] else None


def _money(item: dict[str, Any]) -> int | None:
    costs = item.get("costs")
    return sum(cost.get("capital", 0) + cost.get("operating", 0) for cost in costs) if costs else None
