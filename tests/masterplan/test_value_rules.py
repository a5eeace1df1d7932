"""Each hard rule, kept and broken, and what is said when it is broken."""

from __future__ import annotations

from typing import Any

from masterplan.document.types import Plan
from masterplan.impact import Impact, value

Data = dict[str, Any]


def judge(*innovations: Data, **parts: Any) -> Impact:
    return value(
        Plan.model_validate(
            {
                "format": "haluan-plan/1",
                "region": {"name": "Kabupaten Contoh"},
                "title": "Contoh (fiktif)",
                "period": {"first_year": 2027, "last_year": 2030},
                "innovations": list(innovations),
                **parts,
            }
        )
    )


def innovation(key: str = "IN-1", start: int | None = 2027, **fields: Any) -> Data:
    one = {"id": key, "title": key, "decision": "chosen", **fields}
    return one if start is None else {**one, "scheduled_start": start}


def broken(impact: Impact) -> list[str]:
    return [one.words.id for one in impact.broken]


def test_a_start_lies_in_the_plan_and_in_its_window() -> None:
    window = {"earliest": 2028, "latest": 2032}
    assert broken(judge(innovation(start=2030))) == []
    assert broken(judge(innovation(start=2026))) == ["IN-1 mulai 2026, di luar masa rencana 2027–2030."]
    assert broken(judge({**innovation(), "start": window})) == [
        "IN-1 mulai 2027, di luar rentang mulainya 2028–2032."
    ]
    assert broken(judge({**innovation(), "scheduled_start": 2032, "start": window})) == [
        "IN-1 mulai 2032, di luar masa rencana 2027–2030."
    ]


def test_what_is_required_is_chosen_too_and_works_by_then() -> None:
    needs = innovation("IN-2", 2029, requires=["IN-1"])
    assert broken(judge(innovation(duration_years=2), needs)) == []
    assert broken(judge(innovation(duration_years=3), needs)) == [
        "IN-2 mulai 2029, tetapi IN-1 yang disyaratkannya baru berjalan 2030."
    ]
    missing = ["IN-2 mensyaratkan IN-1, tetapi IN-1 tidak dipilih dengan tahun mulai."]
    assert broken(judge(innovation() | {"decision": "proposed"}, needs)) == missing
    assert broken(judge(innovation(start=None), needs)) == missing


def test_at_most_one_of_a_group_is_chosen() -> None:
    one, two = innovation("IN-1", alternative_group="loket"), innovation("IN-2", alternative_group="loket")
    assert broken(judge(one, two | {"decision": "not_chosen"})) == []
    assert broken(judge(one, two)) == [
        "Dari kelompok pilihan “loket” hanya satu boleh dipilih, terpilih 2: IN-1 dan IN-2."
    ]


def test_an_agency_builds_no_more_at_once_than_it_can() -> None:
    agency = {"agencies": [{"code": "DISDIK", "name": "Dinas Pendidikan", "parallel_projects": 1}]}
    first = innovation("IN-1", 2027, lead_agency="DISDIK", duration_years=2)
    assert broken(judge(first, innovation("IN-2", 2029, lead_agency="DISDIK"), **agency)) == []
    clash = judge(first, innovation("IN-2", 2028, lead_agency="DISDIK"), **agency)
    assert broken(clash) == [
        "Dinas Pendidikan hanya dapat membangun 1 inovasi sekaligus, tetapi pada 2028 ada 2 (IN-1 dan IN-2)."
    ]
    assert clash.to_data("en")["broken"] == [
        "Dinas Pendidikan can build only 1 innovation at once, but in 2028 builds 2 (IN-1 and IN-2)."
    ]


def test_an_agency_without_a_limit_builds_as_much_as_it_likes() -> None:
    agency = {"agencies": [{"code": "DISDIK", "name": "Dinas Pendidikan"}]}
    many = [innovation(f"IN-{n}", lead_agency="DISDIK") for n in range(9)]
    assert broken(judge(*many, **agency)) == []


def test_each_dimension_that_has_innovations_gets_its_minimum() -> None:
    settings = {"settings": {"minimum_per_dimension": 2}}
    one, two, three = (innovation(f"IN-{n}", dimension="living") for n in range(3))
    assert broken(judge(one, two, **settings)) == []
    assert broken(
        judge(one, two | {"decision": "proposed"}, three | {"decision": "proposed"}, **settings)
    ) == ["Dimensi Kehidupan: terpilih 1 inovasi, paling sedikit 2."]
    assert broken(judge(one, **settings)) == [
        "Dimensi Kehidupan: terpilih 1 inovasi, paling sedikit 2;"
        " dimensi ini hanya punya 1 inovasi, kurang dari batas itu."
    ]


def test_enough_quick_wins_start_in_the_first_year() -> None:
    settings = {"settings": {"minimum_quick_wins": 1}}
    assert broken(judge(innovation(quick_win=True), **settings)) == []
    assert broken(judge(innovation(start=2028, quick_win=True), innovation("IN-2"), **settings)) == [
        "Program cepat yang mulai pada tahun pertama (2027): 0, paling sedikit 1."
    ]


def test_text_from_a_plan_is_never_read_as_a_template() -> None:
    rude = [innovation(f"IN-{n}", alternative_group="{excess.__class__}") for n in range(2)]
    assert "“{excess.__class__}”" in broken(judge(*rude))[0]
