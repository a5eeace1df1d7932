"""Evidence and sources; equity."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lint.judged import chosen, found, innovation, many, message, problem, relief

SHARE = [("IN-01", "addresses[MS-01].share")]


def with_share(**fields: Any) -> dict[str, Any]:
    return {"innovations": [innovation(addresses=[relief(**fields)])], "problems": [problem()]}


def test_DAT101_a_number_has_a_grade() -> None:
    assert found("DAT101", problems=[problem(people_affected=5)]) == [("MS-01", "evidence")]
    assert found("DAT101", problems=[problem(people_affected=5, evidence="D")]) == []
    assert found("DAT101", problems=[problem()]) == []


def test_DAT102_an_assumption_has_a_wide_range() -> None:
    assert found("DAT102", **with_share(low=0.38, mode=0.4, high=0.42, evidence="D")) == SHARE
    assert found("DAT102", **with_share(low=0.38, mode=0.4, high=0.42, evidence="A")) == []
    assert found("DAT102", **with_share(low=0.2, mode=0.4, high=0.6, evidence="D")) == []


def test_DAT103_half_a_problem_needs_better_evidence() -> None:
    assert found("DAT103", **with_share(mode=0.5, high=0.9, evidence="D")) == SHARE
    assert "bukti yang belum ditulis" in message("DAT103", **with_share(mode=0.5, high=0.9))
    assert found("DAT103", **with_share(mode=0.6, high=0.9, evidence="C")) == []
    assert found("DAT103", **with_share(mode=0.8, high=0.9, evidence="A")) == []


def test_DAT104_what_was_measured_can_be_opened() -> None:
    assert found("DAT104", problems=[problem(evidence="A")]) == [("MS-01", "evidence")]
    sources = [{"id": "S1", "title": "Survei"}]
    assert found("DAT104", problems=[problem(evidence="A", sources=["S1"])], sources=sources) == []
    assert found("DAT104", problems=[problem(evidence="C")]) == []


def test_DAT105_DAT106_DAT107_sources_are_given_used_and_dated() -> None:
    bare = [{"id": "SW-01", "kind": "threat", "text": "Rob"}]
    whole = [{"id": "S1", "title": "Survei", "publisher": "Bappeda", "date": "2025"}]
    assert found("DAT105", issues=bare) == [("SW-01", "sources")]
    assert found("DAT105", issues=[{**bare[0], "sources": ["S1"]}], sources=whole) == []
    assert found("DAT106", sources=whole) == [("S1", "id")]
    assert found("DAT106", sources=whole, problems=[problem(sources=["S1"])]) == []
    assert found("DAT107", sources=[{"id": "S1", "title": "Survei", "date": "2025"}]) == [("S1", "date")]
    assert found("DAT107", sources=whole) == []


def test_DAT108_an_estimate_has_a_range() -> None:
    single = innovation(addresses=[{"problem": "MS-01", "share": {"mode": 0.3}, "evidence": "C"}])
    assert found("DAT108", innovations=[single], problems=[problem()]) == SHARE
    assert found("DAT108", **with_share(evidence="C")) == []


@pytest.mark.parametrize(("grade", "expected"), [("D", [(None, "innovations")]), ("B", [])])
def test_DAT109_says_when_the_worth_is_assumed(grade: str, expected: list[Any]) -> None:
    people = problem(people_affected=1000, severity=0.5, sources=["S1"], evidence=grade)
    helping = chosen(addresses=[relief(evidence=grade)])
    sources = [{"id": "S1", "title": "Survei"}]
    assert found("DAT109", innovations=[helping], problems=[people], sources=sources) == expected


def test_DAT110_a_baseline_is_not_too_old() -> None:
    def since(year: int) -> list[dict[str, Any]]:
        return [problem(indicator={"name": "Antre", "unit": "menit", "baseline": 9, "baseline_year": year})]

    assert found("DAT110", problems=since(2020)) == [("MS-01", "indicator")]
    assert found("DAT110", problems=since(2021)) == []


DISTRICTS = [
    {"code": "99.01.01", "name": "Latihan Kota", "population": 10_000},
    {"code": "99.01.02", "name": "Hulu", "population": 90_000},
]


def test_KSA101_names_the_districts_left_out() -> None:
    helping = [innovation(addresses=[relief()])]
    one = [problem(districts=["99.01.01"]), problem("MS-02", districts=["99.01.02"])]
    assert found("KSA101", innovations=helping, problems=one, districts=DISTRICTS) == [(None, "districts")]
    assert (
        message("KSA101", innovations=helping, problems=one, districts=DISTRICTS) == "Tidak kebagian: Hulu."
    )
    both = [problem(districts=["99.01.01", "99.01.02"])]
    assert found("KSA101", innovations=helping, problems=both, districts=DISTRICTS) == []
    assert found("KSA101", innovations=helping, problems=[problem()], districts=DISTRICTS) == []


def test_KSA102_somebody_thought_of_those_who_are_not_online() -> None:
    ten = many(innovation, 10, "IN", beneficiaries="Warga")
    assert found("KSA102", innovations=ten) == [(None, "problems")]
    assert found("KSA102", innovations=ten[:9]) == []
    assert found("KSA102", innovations=[*ten, innovation("IN-99", beneficiaries="Lansia di pulau")]) == []


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Sesudahnya warga mengurus semuanya melalui aplikasi.", True),
        ("Izin diajukan secara daring dan terbit dalam tiga hari.", True),
        ("Warga mendaftar lewat aplikasi atau di loket kantor desa.", False),
        ("Kader mencatat di rumah warga; hasilnya dikirim melalui aplikasi.", False),
        ("Warga menerima surat dalam 15 menit.", False),
    ],
)
def test_KSA103_looks_for_another_door(text: str, only: bool) -> None:
    assert bool(found("KSA103", innovations=[innovation(service_change=text)])) is only


def test_KSA104_somebody_comes_first() -> None:
    five = many(problem, 5, "MS", people_affected=10)
    assert found("KSA104", problems=five) == [(None, "problems")]
    assert found("KSA104", problems=[*five[:4], problem("MS-09", people_affected=10, equity_weight=2)]) == []
    assert found("KSA104", problems=five[:4]) == []


def test_KSA105_one_district_does_not_gain_most() -> None:
    def spread(here: int, there: int) -> dict[str, Any]:
        people = {"99.01.01": here, "99.01.02": there}
        felt = problem(people_affected=here + there, severity=0.5, people_by_district=people)
        return {"problems": [felt], "innovations": [chosen(addresses=[relief()])], "districts": DISTRICTS}

    assert found("KSA105", **spread(800, 200)) == [(None, "districts")]
    assert found("KSA105", **spread(200, 800)) == []


def test_KSA106_asks_who_is_served() -> None:
    assert found("KSA106", innovations=[innovation()]) == [("IN-01", "beneficiaries")]
    assert found("KSA106", innovations=[innovation(beneficiaries="Ibu hamil di pesisir")]) == []
