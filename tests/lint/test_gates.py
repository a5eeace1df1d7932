"""Gates and profiles: what each workshop asks for, and how each ministry reads the same plan."""

from __future__ import annotations

from typing import Any

import pytest

from masterplan.document import apply, load
from masterplan.lint import Gate, Report, by_code, gates, lint, profiles
from tests.lint.test_latihan import MENDED, PLAN

READY = apply(PLAN, MENDED)
EVERY = {**gates(), **profiles()}


def judged(data: dict[str, Any], **options: Any) -> Report:
    return lint(load(data), **options)


def without(*names: str) -> dict[str, Any]:
    return {name: value for name, value in READY.items() if name not in names}


@pytest.mark.parametrize("gate", EVERY.values(), ids=lambda gate: gate.name)
def test_every_beginning_of_a_code_names_a_rule(gate: Gate) -> None:
    starts = [
        *gate.select,
        *gate.ignore,
        *gate.forbidden,
        *(one for many in gate.severities.values() for one in many),
    ]
    assert [start for start in starts if not any(code.startswith(start) for code in by_code())] == []


@pytest.mark.parametrize("name", gates())
def test_a_plan_that_is_ready_passes(name: str) -> None:
    report = judged(READY, gate=name)
    assert report.passed, [one.message.id for one in report.findings]


@pytest.mark.parametrize(
    ("name", "lacking", "code"),
    [
        ("bimtek-1", "readiness", "KES101"),
        ("bimtek-1", "issues", "KES104"),
        ("bimtek-3", "budget", "ANG113"),
        ("bimtek-4", "governance", "TKL104"),
        ("penetapan", "legal_basis", "TKL106"),
    ],
)
def test_a_gate_stays_closed_while_its_workshop_has_not_done_its_work(
    name: str, lacking: str, code: str
) -> None:
    data = without(lacking)
    data["innovations"] = [
        {field: value for field, value in one.items() if field not in ("readiness", "issues")}
        for one in data["innovations"]
    ]
    errors = {one.code for one in judged(data, gate=name).findings if one.severity == "error"}
    assert code in errors


def test_an_early_gate_does_not_ask_what_comes_later() -> None:
    draft = without("innovations", "enablers", "budget", "governance", "legal_basis", "risks")
    assert judged(draft, gate="bimtek-1").passed
    assert not judged(draft, gate="bimtek-4").passed


def test_each_ministry_reads_the_same_plan_with_its_own_eyes() -> None:
    seen = {name: {one.code for one in judged(PLAN, profile=name).findings} for name in profiles()}
    assert "ANG101" in seen["keuangan"] and "IND101" not in seen["keuangan"]
    assert "IND101" in seen["aparatur"] and "ANG101" not in seen["aparatur"]
    assert len({frozenset(codes) for codes in seen.values()}) == len(seen)


def test_a_profile_says_what_weighs_more_for_it() -> None:
    (usual,) = judged(PLAN, select=["ANG103"]).findings
    (there,) = judged(PLAN, select=["ANG103"], profile="keuangan").findings
    assert (usual.severity, there.severity) == ("warning", "error")
