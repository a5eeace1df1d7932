"""Small plans for the rules: `found("MSL101", problems=[problem(...)])` is where the rule sees a fault."""

from __future__ import annotations

from typing import Any

from masterplan.document import load
from masterplan.lint import lint

Place = tuple[str | None, str | None]
"""Element and field of a finding."""

Data = dict[str, Any]


def plan(**parts: Any) -> Data:
    """A plan of five years with these parts and nothing else."""
    return {
        "format": "haluan-plan/1",
        "region": {"code": "99.01", "name": "Kabupaten Latihan", "population": 400_000},
        "title": "Rencana",
        "period": {"first_year": 2026, "last_year": 2030},
        **parts,
    }


def problem(key: str = "MS-01", **fields: Any) -> Data:
    return {"id": key, "title": "Warga menunggu tiga jam di puskesmas", **fields}


def innovation(key: str = "IN-01", **fields: Any) -> Data:
    return {"id": key, "title": "Janji temu puskesmas", **fields}


def chosen(key: str = "IN-01", start: int = 2026, **fields: Any) -> Data:
    return innovation(key, decision="chosen", scheduled_start=start, **fields)


def relief(key: str = "MS-01", low: float = 0.1, mode: float = 0.3, high: float = 0.5, **fields: Any) -> Data:
    return {"problem": key, "share": {"low": low, "mode": mode, "high": high}, **fields}


def enabler(key: str = "EN-01", kind: str = "technology", **fields: Any) -> Data:
    return {"id": key, "kind": kind, "title": "Pencatatan janji temu", **fields}


def outcome(
    name: str = "Waktu tunggu pasien", unit: str = "menit", targets: Any = None, **fields: Any
) -> Data:
    found: Data = {"indicator": {"name": name, "unit": unit, **fields}}
    return found if targets is None else {**found, "targets": targets}


def agency(code: str = "DINKES", **fields: Any) -> Data:
    return {"code": code, "name": "Dinas Kesehatan", **fields}


def many(make: Any, count: int, prefix: str, **fields: Any) -> list[Data]:
    """So many elements alike: MS-01, MS-02 …"""
    return [make(f"{prefix}-{number:02d}", **fields) for number in range(1, count + 1)]


def found(code: str, **parts: Any) -> list[Place]:
    """Where this rule alone finds fault with a plan of these parts."""
    report = lint(load(plan(**parts)), select=[code])
    assert all(finding.code == code for finding in report.findings)
    return [(finding.element, finding.field) for finding in report.findings]


def message(code: str, **parts: Any) -> str:
    """The sentence of the only finding of this rule."""
    (finding,) = lint(load(plan(**parts)), select=[code]).findings
    return finding.message.id
