"""The programme–activity–sub-activity table: levels from codes, money that adds up, nothing invented, no formula."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from masterplan.books.money import spending
from masterplan.books.programme_table import lines, xlsx
from masterplan.document import load
from masterplan.document.types import Plan
from tests.masterplan.whole_plan import whole_data, whole_plan


def changed(**first: Any) -> Plan:
    """The whole plan with only its first innovation, changed."""
    data = dict(whole_data())
    one = {**data["innovations"][0], **first}
    data["innovations"] = [{key: value for key, value in one.items() if value is not None}]
    data["risks"] = []
    return load(data)


def cells(content: bytes) -> list[str]:
    """All texts of the workbook."""
    with ZipFile(BytesIO(content)) as file:
        root = etree.fromstring(file.read("xl/sharedStrings.xml"))
        sheet = file.read("xl/worksheets/sheet1.xml")
        assert not [name for name in file.namelist() if "external" in name or "vba" in name.lower()]
    assert b"<f>" not in sheet and b"<f " not in sheet
    return ["".join(node.itertext()) for node in root]


def test_levels_follow_from_the_codes_and_add_up() -> None:
    plan = changed()
    rows = lines(plan)
    assert [(row.level, row.code) for row in rows if row.level != "sub-activity"] == [
        ("field", "2.13"),
        ("programme", "2.13.04"),
        ("activity", "2.13.04.2.01"),
        ("field", "2.16"),
        ("programme", "2.16.03"),
        ("activity", "2.16.03.2.02"),
    ]
    assert (
        next(row.name for row in rows if row.code == "2.16.03") == "Program Pengelolaan Aplikasi Informatika"
    )
    whole = spending(plan.model_copy(update={"enablers": []}))
    for year in whole.years:
        told = sum(row.money[year] for row in rows if row.level == "field" and row.money)
        assert told == pytest.approx(whole.total(year))


def test_money_is_told_once_however_many_outcomes_an_innovation_has() -> None:
    outcomes = (whole_data()["innovations"][0]["outcomes"]) * 2
    rows = [row for row in lines(changed(outcomes=outcomes)) if row.entry]
    assert [row.money is None for row in rows] == [False, True, False, True]


@pytest.mark.parametrize(
    ("first", "remark"),
    [
        ({"scheduled_start": None}, "tahun mulai belum ditetapkan"),
        ({"costs": None, "operating_per_year": None}, "biaya belum ditulis"),
        (
            {"sub_activities": [{"code": "2.16.03.2.02.0011"}, {"code": "2.16.03.2.02.0012"}]},
            "bagian biaya sub-kegiatan ini belum ditulis",
        ),
        ({"sub_activities": [{"code": "rapat", "share": 1}]}, "kode tidak mengikuti nomenklatur nasional"),
    ],
)
def test_what_is_not_known_stays_empty_and_is_remarked(first: dict[str, Any], remark: str) -> None:
    texts = cells(xlsx(changed(**first)))
    assert any(remark in text for text in texts)
    assert "0" not in texts


def test_innovations_without_a_code_come_last_and_are_said_to() -> None:
    rows = lines(whole_plan())
    loose = [row.level for row in rows].index("loose")
    assert all(row.level == "sub-activity" for row in rows[loose + 1 :])
    chosen = [one for one in whole_plan().innovations or [] if one.decision == "chosen"]
    assert {row.entry.innovation.id for row in rows if row.entry} == {one.id for one in chosen}
    assert "Belum dipetakan ke sub-kegiatan" in cells(xlsx(whole_plan()))


def test_nothing_written_can_be_run_as_a_formula() -> None:
    evil = "=cmd|' /C calc'!A0"
    content = xlsx(changed(title=evil, sub_activities=[{"code": "2.16.03.2.02.0011", "name": f"+{evil}"}]))
    assert any(evil in text for text in cells(content))


def test_a_plan_with_nothing_chosen_is_a_table_of_heads() -> None:
    texts = cells(xlsx(changed(decision="proposed"), lang="en"))
    assert {"Code", "Ceiling (Rp)", "Remarks"} <= set(texts)


def test_periods_the_wrong_way_round_have_no_years() -> None:
    plan = changed().model_copy(update={"period": changed().period.model_copy(update={"last_year": 2020})})
    assert cells(xlsx(plan))
