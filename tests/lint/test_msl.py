"""Problems that people feel."""

from __future__ import annotations

import pytest

from tests.lint.judged import found, many, message, problem

INDICATOR = {"name": "Waktu tunggu", "unit": "menit"}


def test_MSL101_asks_how_many_people_have_it() -> None:
    assert found("MSL101", problems=[problem()]) == [("MS-01", "people_affected")]
    assert found("MSL101", problems=[problem(people_affected=18_000)]) == []
    assert found("MSL101", problems=[problem(people_affected=0)]) == []


def test_what_nearly_all_lack_is_said_once_for_the_plan() -> None:
    problems = many(problem, 9, "MS")
    assert found("MSL101", problems=problems) == [(None, "problems")]
    assert (
        message("MSL101", problems=problems) == "Belum satu pun dari 9 masalah punya jumlah warga terdampak."
    )
    problems[0]["people_affected"] = 10
    assert message("MSL101", problems=problems).startswith("8 dari 9 masalah belum punya jumlah warga")
    for one in problems[:6]:
        one["people_affected"] = 10
    assert [place for place, _ in found("MSL101", problems=problems)] == ["MS-07", "MS-08", "MS-09"]


def test_MSL102_MSL103_MSL105_ask_for_measure_source_and_severity() -> None:
    whole = problem(indicator=INDICATOR, sources=["S1"], severity=0.2)
    sources = [{"id": "S1", "title": "Survei"}]
    for code, field in (("MSL102", "indicator"), ("MSL103", "sources"), ("MSL105", "severity")):
        assert found(code, problems=[problem()]) == [("MS-01", field)]
        assert found(code, problems=[whole], sources=sources) == []


def test_MSL104_refuses_more_people_than_residents() -> None:
    assert found("MSL104", problems=[problem(people_affected=400_001)]) == [("MS-01", "people_affected")]
    assert found("MSL104", problems=[problem(people_affected=400_000)]) == []
    assert "400.001" in message("MSL104", problems=[problem(people_affected=400_001)])


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("Belum adanya aplikasi antrean puskesmas", True),
        ("Kurangnya CCTV di persimpangan", True),
        ("Belum tersedia dashboard pimpinan", True),
        ("Pasien menunggu tiga jam karena belum ada dokter tetap", False),
        ("Belum ada air bersih di empat desa", False),
        ("Jalan rusak tidak dilaporkan warga", False),
    ],
)
def test_MSL106_hears_an_answer_dressed_as_a_problem(title: str, wrong: bool) -> None:
    assert bool(found("MSL106", problems=[problem(title=title)])) is wrong


def test_MSL107_adds_up_the_districts() -> None:
    districts = [{"code": "99.01.01", "name": "Hulu"}, {"code": "99.01.02", "name": "Hilir"}]

    def spread(one: int, other: int) -> list[dict[str, object]]:
        people = {"99.01.01": one, "99.01.02": other}
        return [problem(people_affected=1000, people_by_district=people)]

    assert found("MSL107", problems=spread(700, 800), districts=districts) == [
        ("MS-01", "people_by_district")
    ]
    assert found("MSL107", problems=spread(500, 460), districts=districts) == []


def test_MSL108_asks_where_it_is_felt_once_the_districts_are_listed() -> None:
    districts = [{"code": "99.01.01", "name": "Hulu"}]
    assert found("MSL108", problems=[problem()], districts=districts) == [("MS-01", "districts")]
    assert found("MSL108", problems=[problem(districts=["99.01.01"])], districts=districts) == []
    assert found("MSL108", problems=[problem()]) == []


def test_MSL109_sees_the_same_problem_in_other_order() -> None:
    twins = [
        problem(title="Lama antrean di puskesmas"),
        problem("MS-02", title="Antrean puskesmas yang lama"),
    ]
    assert found("MSL109", problems=twins) == [("MS-02", "title")]
    assert found("MSL109", problems=[twins[0], problem("MS-02", title="Antrean pasar yang lama")]) == []


def test_MSL110_refuses_more_people_than_the_district_has() -> None:
    districts = [{"code": "99.01.01", "name": "Hulu", "population": 900}]
    bad, good = problem(people_by_district={"99.01.01": 901}), problem(people_by_district={"99.01.01": 900})
    assert found("MSL110", problems=[bad], districts=districts) == [("MS-01", "people_by_district[99.01.01]")]
    assert found("MSL110", problems=[good], districts=districts) == []
