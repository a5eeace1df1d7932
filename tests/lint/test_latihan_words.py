"""Kabupaten Latihan is written with flaws; the rules about words find each of theirs and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from masterplan.document import load
from masterplan.lint import lint

ROOT = Path(__file__).parents[2]
LATIHAN = ROOT / "haluan" / "plans" / "data" / "kabupaten-latihan.json"
FLAWS = ROOT / "tests" / "data" / "latihan-flaws.json"

KINDS = {
    "boast_instead_of_service": ("ENB10", "service_change"),
    "empty_superlatives": ("BHS101", "service_change"),
    "near_duplicate": ("SLR301", "title"),
    "text_of_another_region": ("BHS103", "service_change"),
    "brand_in_enabler": ("BHS110", "title"),
}
SPOILED = {"IN-14", "IN-15", "IN-16", "IN-24", "IN-43", "IN-57", "EN-55"}


def test_each_flaw_of_words_is_found_at_its_place_and_elsewhere_nothing() -> None:
    findings = lint(load(json.loads(LATIHAN.read_text("utf-8"))), select=["ENB1", "BHS", "SLR3"]).findings
    places = {(finding.code, finding.element, finding.field) for finding in findings}
    for flaw in json.loads(FLAWS.read_text("utf-8"))["flaws"]:
        if flaw["kind"] in KINDS:
            code, field = KINDS[flaw["kind"]]
            assert any(
                one.startswith(code) and element == flaw["element"] and where == field
                for one, element, where in places
            ), flaw
    assert {element for _, element, _ in places} <= SPOILED
    assert {("ENB113", key, "enablers") for key in ("IN-14", "IN-15", "IN-16")} <= places
    assert ("ENB101", "IN-16", "title") in places
