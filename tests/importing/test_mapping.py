"""A guess that people mend, keep, and use again on next year's file."""

from __future__ import annotations

import json
from typing import Any

import pytest

from masterplan.importing import Mapping, MappingError, guess, understand
from tests.importing.making import base_plan
from tests.importing.tables import Read, book
from tests.importing.tuned_sheets import programme_matrix

HEAD = ["No", "Nama", "Siapa", "Kapan", "Butuh"]
ROW = [1, "Air Sampai Malam", "Dinas Kesehatan", 2026, 1250]


def test_the_guess_shows_tables_columns_and_how_sure_it_is() -> None:
    found = guess(programme_matrix().content, base_plan())
    (table,) = found.tables
    assert (table.mapping.table, table.mapping.kind, table.mapping.head) == (
        "Matrik Program",
        "innovations",
        (5, 7),
    )
    roles = {column.head: (column.role, column.year, column.unit) for column in table.mapping.columns}
    assert roles["SKPD / Penanggung Jawab"] == ("lead", None, None)
    assert roles["SKPD / Terkait"] == ("partners", None, None)
    assert roles["Kebutuhan Dana (Rp juta) / 2026"] == ("cost", 2026, 1_000_000)
    assert all(0 <= column.confidence <= 1 for column in table.mapping.columns)
    assert table.sample[0][0] == "No"


def test_a_mapping_survives_json() -> None:
    mapping = guess(programme_matrix().content, base_plan()).mapping
    data = json.loads(json.dumps(mapping.to_data()))
    again = Mapping.from_data(data)
    assert (
        understand(base_plan(), programme_matrix().content, again).changes
        == understand(base_plan(), programme_matrix().content).changes
    )


def mended(raw: bytes, **roles: Any) -> dict[str, Any]:
    data: dict[str, Any] = {
        "format": "haluan-mapping/1",
        "tables": [{"table": "Lembar1", "kind": "innovations", "head": [1, 1], "columns": []}],
    }
    for number, (head, role) in enumerate(
        zip(HEAD, ("number", "title", "lead", "years", "cost"), strict=True), 1
    ):
        data["tables"][0]["columns"].append(
            {"column": number, "head": head, "role": role, **roles.get(role, {})}
        )
    return data


def test_a_mended_mapping_reads_what_the_guess_could_not() -> None:
    raw = book(HEAD, ROW)
    assert "costs" not in next(iter(Read(raw).after["innovations"][2:]), {})
    read = Read(raw, Mapping.from_data(mended(raw, cost={"unit": 1000})))
    air = read.innovation("Air Sampai Malam")
    assert (air["lead_agency"], air["start"]["earliest"]) == ("DINKES", 2026)
    assert air["costs"] == [{"offset": 0, "capital": 1_250_000}]


def test_a_kept_mapping_follows_its_columns_to_another_sheet_and_another_order() -> None:
    kept = Mapping.from_data(mended(book(HEAD, ROW), cost={"unit": 1000}))
    moved = book(["Judul lembar"], [], [HEAD[4], *HEAD[:4]], [ROW[4], *ROW[:4]], name="Tahun depan")
    for raw in (book(HEAD, ROW, name="Lain"), moved):
        read = Read(raw, kept)
        assert read.innovation("Air Sampai Malam")["costs"] == [{"offset": 0, "capital": 1_250_000}]
    with pytest.raises(MappingError, match="tidak cocok"):
        Read(book(["Hal", "Lain"], ["sama", "sekali"], name="Asing"), kept)


def test_names_of_agencies_are_remembered() -> None:
    data = mended(book(HEAD, ROW)) | {"agencies": {"Dinas Segala Urusan": "BAPPEDA"}}
    row = [1, "Air Sampai Malam", "Dinas Segala Urusan", 2026, None]
    read = Read(book(HEAD, row), Mapping.from_data(data))
    assert read.innovation("Air Sampai Malam")["lead_agency"] == "BAPPEDA"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "bukan pemetaan"),
        ({"format": "haluan-plan/1"}, "bukan pemetaan"),
        ({"format": "haluan-mapping/1", "tables": [{"kind": "?"}]}, "tables[#1].kind harus salah satu dari"),
        ({"format": "haluan-mapping/1", "tables": [{"kind": "ignore"}]}, "tables[#1].table"),
        (
            {
                "format": "haluan-mapping/1",
                "tables": [{"table": "A", "kind": "ignore", "columns": [{"role": "x"}]}],
            },
            "tables[#1].columns[#1].role",
        ),
        ({"format": "haluan-mapping/1", "agencies": {"A": 1}}, "agencies"),
    ],
)
def test_what_is_no_mapping_is_refused(data: Any, words: str) -> None:
    with pytest.raises(MappingError) as refusal:
        Mapping.parse(json.dumps(data).encode())
    assert words in refusal.value.say("id")
