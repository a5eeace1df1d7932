"""The workbook in the hands of LibreOffice itself: opened and saved it says nothing, edited it says the edit.

Skipped only where LibreOffice (`soffice`) is not on the machine.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from masterplan.document import parse
from masterplan.sheets import Reading, read, write
from tests.masterplan.sheet_books import Book, full_plan
from tests.masterplan.test_sheet_round_trip import strange_plan
from tests.masterplan.whole_plan import LATIHAN

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PATIENCE = 240
"""Seconds that LibreOffice may take to start and to save everything on a busy machine."""
FORMS = ("xlsx", "ods")
EDITS: list[tuple[str, str, str, Any, str, Any]] = [
    ("Inovasi", "IN-01", "Nama inovasi", "Janji temu", "title", "Janji temu"),
    ("Inovasi", "IN-01", "Biaya operasi per tahun", "Rp 1,5 jt", "operating_per_year", 1500000),
    ("Inovasi", "IN-02", "Biaya operasi per tahun", "=250000000*2", "operating_per_year", 500000000),
    ("Inovasi", "IN-02", "Dimensi", "Living", "dimension", "living"),
    ("Inovasi", "IN-03", "Biaya operasi per tahun", 175000000, "operating_per_year", 175000000),
]
"""Sheet, element, label, what is written; the field, and what it comes back as."""
PLANS = {
    "everything": full_plan,
    "strange": lambda: strange_plan(1),
    "latihan": lambda: parse(LATIHAN.read_bytes()),
}

pytestmark = [
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not on this machine"),
    pytest.mark.xdist_group("soffice"),
]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every workbook of this file, opened and saved by LibreOffice in both forms, two starts in all."""
    home = tmp_path_factory.mktemp("libreoffice")
    for name, document in PLANS.items():
        (home / f"{name}.xlsx").write_bytes(write(document()))
    (home / "edited.xlsx").write_bytes(edited(full_plan()))
    for form in FORMS:
        subprocess.run(
            [str(OFFICE), "--headless", f"-env:UserInstallation=file://{home}/profile", "--convert-to", form,
             "--outdir", str(home / form), *sorted(map(str, home.glob("*.xlsx")))],
            check=True, capture_output=True, timeout=PATIENCE,
        )  # fmt: skip
    return home


def edited(document: dict[str, Any]) -> bytes:
    """The workbook with some cells written anew, everything else of it as it was."""
    places = Book(document)
    book = openpyxl.load_workbook(io.BytesIO(write(document)))
    for sheet, key, label, value, *_ in EDITS:
        book[sheet].cell(places.row(sheet, key) + 1, places.column(sheet, label) + 1).value = value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def said(home: Path, name: str, form: str, document: dict[str, Any]) -> Reading:
    reading = read(document, (home / form / f"{name}.{form}").read_bytes())
    assert [fault.located() for fault in reading.refusals] == []
    assert [fault.located() for fault in reading.left] == []
    return reading


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", PLANS)
def test_a_workbook_saved_by_libreoffice_says_nothing(saved: Path, name: str, form: str) -> None:
    assert [change.to_data() for change in said(saved, name, form, PLANS[name]()).changes.changes] == []


@pytest.mark.parametrize("form", FORMS)
def test_edits_survive_libreoffice(saved: Path, form: str) -> None:
    found = said(saved, "edited", form, full_plan()).changes.changes
    told = {(change.element, change.field, change.now) for change in found}
    assert told == {(key, field, value) for _, key, _, _, field, value in EDITS}
