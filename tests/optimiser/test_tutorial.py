"""docs/tutorial.ipynb runs from top to bottom, and `import masterplan` alone is light."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import masterplan
from masterplan.document import DocumentError
from masterplan.impact.optimiser.optimise import Optimum
from tests.masterplan.test_latihan import PLAN
from tests.optimiser.tiny_plans import tiny

DOCS = Path(__file__).parents[2] / "docs"


def cells() -> list[str]:
    notebook = json.loads((DOCS / "tutorial.ipynb").read_text(encoding="utf-8"))
    assert (notebook["nbformat"], len({cell["id"] for cell in notebook["cells"]})) == (
        4,
        len(notebook["cells"]),
    )
    assert not any(cell.get("outputs") for cell in notebook["cells"])
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def test_the_tutorial_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(DOCS)
    names: dict[str, Any] = {}
    for number, cell in enumerate(cells()):
        for statement in ast.parse(cell).body:
            exec(compile(ast.Module([statement], []), f"cell {number}", "exec"), names)
    assert names["best"].value > names["drafted"].person_years.expected
    assert names["best"].gap <= 0.03
    assert names["fair"].greatest[0] >= names["fair"].floor
    assert "person-years more than as drafted" in capsys.readouterr().out


def test_an_answer_shows_itself_as_a_table() -> None:
    found = Optimum("feasible", 1234.5, None, None, 1.0, "time", {"IN-<2>": 2028, "IN-1": 2027})
    html = found._repr_html_()
    assert html.index("IN-1") < html.index("IN-&lt;2&gt;")
    assert "1.230 orang-tahun" in html or "1.235 orang-tahun" in html
    data = tiny(2) | {"settings": {"minimum_quick_wins": 4}}
    assert "<p>" in masterplan.optimise(data)._repr_html_()


def test_a_plan_is_read_from_whatever_holds_it() -> None:
    plan = masterplan.read(PLAN)
    assert masterplan.read(str(PLAN)) == masterplan.read(PLAN.read_bytes()) == masterplan.read(plan) == plan
    assert masterplan.read(json.loads(PLAN.read_bytes())) == plan
    with pytest.raises(DocumentError):
        masterplan.read({"format": "haluan-plan/1"})
    with pytest.raises(AttributeError):
        masterplan.nothing_of_the_kind  # noqa: B018


def test_importing_it_waits_for_nothing_heavy() -> None:
    script = "import sys, masterplan; sys.exit(bool({'numpy', 'highspy', 'pydantic'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], timeout=60, check=False).returncode == 0
