"""`haluan import`: the change set on standard output, refusals in one sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from masterplan.cli import main
from tests.importing.making import base_plan
from tests.importing.tables import book

ROWS = (["No", "Program", "OPD", "Tahun", "Anggaran (Rp juta)"], [1, "Air Malam", "DLH", 2026, 300])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("rencana.json").write_text(json.dumps(base_plan()))
    Path("asing.xlsx").write_bytes(book(*ROWS))
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    code = main(["import", *arguments])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, json.loads(out) if out else None, err


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_change_set_with_seen_and_left_in_every_format(
    folder: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    code, data, err = told(capsys, "rencana.json", "asing.xlsx", "--format", form)
    assert (code, data["format"], data["origin"]) == (0, "haluan-changes/1", "import")
    assert {"element": "IN-03", "field": "title", "where": "Lembar1!B2", "text": "Air Malam"} in data["seen"]
    assert bool(err) is (form == "text")


def test_the_change_set_can_be_applied(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, data, _ = told(capsys, "rencana.json", "asing.xlsx")
    Path("ubah.json").write_text(json.dumps(data))
    assert main(["apply", "rencana.json", "ubah.json"]) == 0
    assert "Air Malam" in capsys.readouterr().out


def test_a_guess_can_be_printed_mended_and_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, mapping, _ = told(capsys, "rencana.json", "asing.xlsx", "--guess")
    cost = next(column for column in mapping["tables"][0]["columns"] if column["role"] == "cost")
    cost["unit"] = 1000
    Path("peta.json").write_text(json.dumps(mapping))
    code, data, _ = told(capsys, "rencana.json", "asing.xlsx", "--map", "peta.json")
    added = next(change["value"] for change in data["changes"] if change["element"] == "IN-03")
    assert (code, added["costs"][0]["capital"]) == (0, 300_000)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("rencana.json", "tidak-ada.docx"), "tidak-ada.docx: berkas tidak ada"),
        (("rencana.json", "rencana.json"), "rencana.json: bukan lembar kerja atau naskah"),
        (("asing.xlsx", "asing.xlsx"), "asing.xlsx: "),
        (("rencana.json", "asing.xlsx", "--map", "rencana.json"), "rencana.json: bukan pemetaan"),
        (("-", "-"), "hanya satu berkas"),
    ],
)
def test_refusals_are_one_sentence_and_exit_2(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    code, data, err = told(capsys, *arguments)
    assert (code, data, err.count("\n")) == (2, None, 1)
    assert err.startswith(words)
