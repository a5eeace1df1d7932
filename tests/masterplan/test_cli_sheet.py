"""`haluan sheet write` and `sheet read` from the shell: what is printed, what is written, how refusals are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from masterplan.document import ChangeSet, apply, digest, parse
from tests.masterplan.sheet_books import Book, full_plan
from tests.masterplan.test_cli_table import haluan, write

assert haluan  # a fixture


def save(book: Book, name: str = "suntingan.xlsx") -> str:
    return write(name, book.ods() if name.endswith(".ods") else book.xlsx())


def test_a_workbook_that_nobody_edited_is_an_empty_change_set(haluan: Any, tmp_path: Path) -> None:
    plan = write("rencana.json", full_plan())
    assert (haluan("sheet", "write", plan, "-o", "r.xlsx").code, haluan("check", plan).code) == (0, 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.xlsx", "rencana.json"]
    answer = haluan("sheet", "read", plan, "r.xlsx")
    assert (answer.code, answer.err) == (0, "")
    assert answer.data == {"format": "haluan-changes/1", "base": digest(full_plan()), "changes": []}


@pytest.mark.parametrize("name", ["suntingan.xlsx", "suntingan.ods"])
def test_the_edits_are_a_change_set_that_can_be_applied(haluan: Any, name: str) -> None:
    plan = write("rencana.json", full_plan())
    book = Book(full_plan())
    book.set("Inovasi", "IN-02", "Nama inovasi", "Obat diantar")
    answer = haluan("sheet", "read", plan, save(book, name))
    assert answer.code == 0
    assert answer.data["seen"] == [{"element": "IN-02", "field": "title", "where": "Inovasi!D6"}]
    write("perubahan.json", answer.out)
    after = parse(haluan("apply", plan, "perubahan.json").out)
    assert after["innovations"][1]["title"] == "Obat diantar"
    assert apply(full_plan(), ChangeSet.parse(answer.out)) == after


def test_refusals_are_told_all_at_once_and_nothing_else_is_printed(haluan: Any) -> None:
    plan = write("rencana.json", full_plan())
    book = Book(full_plan())
    book.set("Inovasi", "IN-01", "Tahun mulai", "segera")
    book.set("Masalah", "MS-01", "Warga terdampak", "banyak")
    file = save(book)
    answer = haluan("sheet", "read", plan, file)
    assert answer.code == 2
    assert [line.partition(":")[0] for line in answer.out.splitlines()] == ["Masalah!H5", "Inovasi!Q5"]
    assert answer.err.startswith('suntingan.xlsx: Masalah!H5: "banyak" bukan angka; tulis angka saja')
    assert answer.err.endswith("(dan 1 penolakan lain)\n")
    told = haluan("sheet", "read", plan, file, "--format", "json", "--lang", "en").data
    assert told["ok"] is False
    assert [error["path"] for error in told["errors"]] == ["Masalah!H5", "Inovasi!Q5"]
    assert told["errors"][1]["message"] == '"segera" is no year; write four digits, e.g. 2027'


def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(haluan: Any) -> None:
    plan = write("rencana.json", full_plan())
    for raw in (b"", b"PK\3\4", b"{}", json.dumps(full_plan()).encode()):
        answer = haluan("sheet", "read", plan, write("x.xlsx", raw))
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert answer.err.startswith("x.xlsx: ")


def test_an_invalid_plan_writes_no_workbook(haluan: Any, tmp_path: Path) -> None:
    answer = haluan("sheet", "write", write("rencana.json", "{}"), "-o", "r.xlsx")
    assert answer.code == 2 and not (tmp_path / "r.xlsx").exists()


def test_the_workbook_is_in_the_asked_language(haluan: Any) -> None:
    plan = write("rencana.json", full_plan())
    assert haluan("--lang", "en", "sheet", "write", plan, "-o", "r.xlsx").code == 0
    assert haluan("sheet", "read", plan, "r.xlsx").data["changes"] == []
