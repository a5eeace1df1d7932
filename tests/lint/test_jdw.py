"""Schedule."""

from __future__ import annotations

from typing import Any

from tests.lint.judged import agency, chosen, enabler, found, innovation, many, message, problem, relief


def between(earliest: int, latest: int, key: str = "IN-01", **fields: Any) -> dict[str, Any]:
    return innovation(key, start={"earliest": earliest, "latest": latest}, **fields)


def test_JDW101_JDW102_years_run_forward() -> None:
    assert found("JDW101", period={"first_year": 2030, "last_year": 2026}) == [(None, "period")]
    assert found("JDW101") == []
    assert found("JDW102", innovations=[between(2029, 2028)]) == [("IN-01", "start")]
    assert found("JDW102", innovations=[between(2028, 2028)]) == []


def test_JDW103_the_window_lies_within_the_plan() -> None:
    assert found("JDW103", innovations=[between(2025, 2028)]) == [("IN-01", "start")]
    assert found("JDW103", innovations=[between(2028, 2031)]) == [("IN-01", "start")]
    assert found("JDW103", innovations=[between(2026, 2030)]) == []


def test_JDW104_the_start_is_one_that_is_possible() -> None:
    window = {"earliest": 2028, "latest": 2029}
    assert found("JDW104", innovations=[chosen(start=2027)]) == []
    assert found("JDW104", innovations=[chosen(start=2031)]) == [("IN-01", "scheduled_start")]
    early = {**chosen(), "scheduled_start": 2027, "start": window}
    assert found("JDW104", innovations=[early]) == [("IN-01", "scheduled_start")]


def test_JDW105_a_prerequisite_works_in_time() -> None:
    def pair(start: int) -> list[dict[str, Any]]:
        return [chosen(start=start, requires=["IN-02"]), chosen("IN-02", duration_years=2)]

    assert found("JDW105", innovations=pair(2027)) == [("IN-01", "scheduled_start")]
    assert found("JDW105", innovations=pair(2028)) == []


def test_JDW106_windows_can_follow_one_another() -> None:
    first = between(2027, 2030, "IN-02", duration_years=2)
    assert found("JDW106", innovations=[between(2026, 2028, requires=["IN-02"]), first]) == [
        ("IN-01", "start")
    ]
    assert found("JDW106", innovations=[between(2026, 2029, requires=["IN-02"]), first]) == []


def test_JDW107_four_works_in_two_years_are_too_many_for_one_hand() -> None:
    four = [between(2027, 2028, f"IN-0{number}", lead_agency="DINKES") for number in (1, 2, 3, 4)]
    parts = {"agencies": [agency(parallel_projects=1)]}
    assert found("JDW107", innovations=four, **parts) == [("DINKES", "parallel_projects")]
    said = message("JDW107", innovations=four, **parts)
    assert said == "IN-01, IN-02, IN-03, dan IN-04 menuntut 4 tahun kerja pada 2027–2028, kesanggupannya 2."
    assert found("JDW107", innovations=four[:2], **parts) == []
    assert (
        found("JDW107", innovations=[*four[:2], between(2026, 2030, "IN-05", lead_agency="DINKES")], **parts)
        == []
    )
    alternatives = [{**one, "alternative_group": "satu"} for one in four]
    assert found("JDW107", innovations=alternatives, **parts) == []


def test_JDW108_the_schedule_keeps_to_what_the_agency_can_build() -> None:
    two = [chosen(lead_agency="DINKES"), chosen("IN-02", lead_agency="DINKES")]
    assert found("JDW108", innovations=two, agencies=[agency(parallel_projects=1)]) == [
        ("DINKES", "parallel_projects")
    ]
    assert found("JDW108", innovations=two, agencies=[agency(parallel_projects=2)]) == []


def test_JDW109_a_quick_win_is_felt_within_a_year() -> None:
    parts = {"problems": [problem()]}
    assert found("JDW109", innovations=[innovation(quick_win=True, duration_years=3)]) == [
        ("IN-01", "quick_win")
    ]
    late = innovation(quick_win=True, addresses=[relief(lag_years=2)])
    assert found("JDW109", innovations=[late], **parts) == [("IN-01", "quick_win")]
    assert (
        found("JDW109", innovations=[innovation(quick_win=True, addresses=[relief(lag_years=0)])], **parts)
        == []
    )
    assert found("JDW109", innovations=[innovation(duration_years=3)]) == []


def test_JDW110_a_quick_win_is_no_building() -> None:
    gate = enabler(kind="infrastructure", title="Gerbang", capital=3_000_000_000)
    quick = innovation(quick_win=True, enablers=["EN-01"])
    assert found("JDW110", innovations=[quick], enablers=[gate]) == [("IN-01", "quick_win")]
    assert found("JDW110", innovations=[quick], enablers=[{**gate, "exists": True}]) == []
    assert found("JDW110", innovations=[{**quick, "quick_win": False}], enablers=[gate]) == []


def test_JDW111_not_everything_waits_for_the_end() -> None:
    late = many(chosen, 5, "IN", start=2030)
    assert found("JDW111", innovations=late) == [(None, "innovations")]
    assert found("JDW111", innovations=[*late[:2], *(chosen(f"IN-1{number}") for number in range(3))]) == []
    assert found("JDW111", innovations=late[:4]) == []


def test_JDW112_something_is_felt_in_the_first_year() -> None:
    five = many(chosen, 5, "IN")
    assert found("JDW112", innovations=five) == [(None, "innovations")]
    assert found("JDW112", innovations=[*five[:4], chosen("IN-09", quick_win=True)]) == []
    settings = {"minimum_quick_wins": 2}
    assert found("JDW112", innovations=[chosen(quick_win=True)], settings=settings) == [(None, "innovations")]
