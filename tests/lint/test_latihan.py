"""Kabupaten Latihan: each planted flaw is found, and once they are mended hardly anything is left to say."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from masterplan.document import ChangeSet, apply, load, parse
from masterplan.lint import Report, lint

ROOT = Path(__file__).parents[2]
PLAN = parse((ROOT / "haluan/plans/data/kabupaten-latihan.json").read_bytes())
MENDED = ChangeSet.from_data(json.loads((ROOT / "tests/data/latihan-mended.json").read_text()))
FLAWS = json.loads((ROOT / "tests/data/latihan-flaws.json").read_text())["flaws"]

CODES = {
    "technology_first": "ENB202",
    "output_not_outcome": "IND101",
    "no_service_change": "CHN103",
    "relieves_nothing": "CHN101",
    "outcome_without_baseline": "IND102",
    "operating_costs_forgotten": "ANG103",
    "target_worse_than_baseline": "IND105",
    "contradicts_own_baseline": "IND112",
    "narrow_triangle_weak_evidence": "DAT102",
    "share_too_high": "DAT103",
    "funding_does_not_add_up": "ANG101",
    "quick_win_too_long": "JDW109",
    "problem_without_source": "MSL103",
    "problem_without_people": "MSL101",
    "problem_nobody_addresses": "CHN102",
    "agency_overloaded": "JDW107",
    "unused_enabler": "ENB201",
    "cost_without_source": "ANG110",
}


@cache
def report() -> Report:
    return lint(load(PLAN))


@pytest.mark.parametrize(
    "flaw", [flaw for flaw in FLAWS if flaw["kind"] in CODES], ids=lambda flaw: flaw["sentence"][:50]
)
def test_a_planted_flaw_is_found_where_it_is(flaw: dict[str, Any]) -> None:
    found = {(one.code, one.element, one.field) for one in report().findings}
    assert (CODES[flaw["kind"]], flaw["element"], flaw["field"]) in found


def test_the_mended_plan_has_no_error_and_at_most_ten_other_findings() -> None:
    left = lint(load(apply(PLAN, MENDED))).findings
    told = [f"{one.code} {one.element} {one.message.id}" for one in left]
    assert [one for one in left if one.severity == "error"] == [], told
    assert len(left) <= 10, told


def test_the_real_plans_are_not_drowned() -> None:
    for name in ("kota-bontang", "kabupaten-demak", "kabupaten-tabalong"):
        plan = parse((ROOT / f"haluan/plans/data/{name}.json").read_bytes())
        codes = Counter(one.code for one in lint(load(plan)).findings)
        assert max(codes.values()) <= 6, codes.most_common(3)
