"""Small plans whose answer a pocket calculator gives; the sums stand in the comments."""

from __future__ import annotations

from typing import Any

import pytest

from masterplan.document.types import Plan
from masterplan.impact import explain, potential, value

Data = dict[str, Any]


def plan(**parts: Any) -> Plan:
    """Five years, 2027–2031; one problem of 1,000 people at half a year each: 500 person-years a year."""
    return Plan.model_validate(
        {
            "format": "haluan-plan/1",
            "region": {"name": "Kabupaten Contoh"},
            "title": "Contoh (fiktif)",
            "period": {"first_year": 2027, "last_year": 2031},
            "problems": [{"id": "MS-1", "title": "Antre", "people_affected": 1000, "severity": 0.5}],
            **parts,
        }
    )


def innovation(key: str, share: float | Data | None = 0.3, start: int | None = 2027, **fields: Any) -> Data:
    relief: Data = {"problem": "MS-1"}
    if share is not None:
        relief["share"] = share if isinstance(share, dict) else {"mode": share}
    one = {"id": key, "title": key, "addresses": [relief], "decision": "chosen", **fields}
    return one if start is None else {**one, "scheduled_start": start}


def person_years(*innovations: Data, **parts: Any) -> float:
    return float(value(plan(innovations=list(innovations), **parts)).to_data()["person_years"])


def test_an_innovation_is_felt_from_the_year_after_it_started_to_the_end() -> None:
    # 1000 × 0.5 × 0.3 × 4 years (2028–2031) = 600
    assert person_years(innovation("IN-1")) == pytest.approx(600)


def test_duration_and_lag_postpone_what_is_felt() -> None:
    late = innovation("IN-1", duration_years=2)
    late["addresses"][0]["lag_years"] = 1
    # felt 2027 + 2 + 1 = 2030 and 2031: 500 × 0.3 × 2 = 300
    assert person_years(late) == pytest.approx(300)


def test_two_that_take_30_percent_each_take_51_together_and_not_60() -> None:
    # 500 × (1 − 0.7 × 0.7) × 4 = 500 × 0.51 × 4 = 1020
    assert person_years(innovation("IN-1"), innovation("IN-2")) == pytest.approx(1020)


def test_the_value_of_one_is_what_is_lost_without_it() -> None:
    impact = value(plan(innovations=[innovation("IN-1"), innovation("IN-2", 0.5)]))
    # together 500 × (1 − 0.7 × 0.5) × 4 = 1300; without IN-1: 500 × 0.5 × 4 = 1000; without IN-2: 600
    assert impact.to_data()["per_innovation"] == pytest.approx({"IN-1": 300, "IN-2": 700})


def test_beside_one_that_takes_everything_another_adds_nothing() -> None:
    impact = value(plan(innovations=[innovation("IN-1"), innovation("IN-2", 1)]))
    # everything: 500 × 1 × 4 = 2000; without IN-2: 500 × 0.3 × 4 = 600
    assert impact.to_data()["person_years"] == pytest.approx(2000)
    assert impact.to_data()["per_innovation"] == pytest.approx({"IN-1": 0, "IN-2": 1400})


def test_a_triangle_counts_by_its_mean_and_one_end_alone_does_not_count() -> None:
    # (0.2 + 0.35 + 0.45) / 3 = 1/3; 500 × 1/3 × 4 = 666.67
    assert person_years(innovation("IN-1", {"low": 0.2, "mode": 0.35, "high": 0.45})) == pytest.approx(
        2000 / 3
    )
    # without low: the mode, 500 × 0.35 × 4 = 700
    assert person_years(innovation("IN-1", {"mode": 0.35, "high": 0.45})) == pytest.approx(700)


def test_the_range_takes_all_shares_low_and_all_high() -> None:
    estimate = value(
        plan(innovations=[innovation("IN-1", {"low": 0.2, "mode": 0.35, "high": 0.45})])
    ).person_years
    # 500 × 0.2 × 4 = 400 and 500 × 0.45 × 4 = 900
    assert (estimate.low, estimate.high) == pytest.approx((400, 900))


def test_equity_weighs_and_the_unweighted_figure_stands_beside_it() -> None:
    weighted = plan(
        innovations=[innovation("IN-1")],
        problems=[
            {"id": "MS-1", "title": "Antre", "people_affected": 1000, "severity": 0.5, "equity_weight": 2}
        ],
    )
    # 600 as it is, 600 × 2 weighted
    assert value(weighted).to_data()["person_years"] == pytest.approx(1200)
    assert value(weighted).to_data()["unweighted_person_years"] == pytest.approx(600)
    assert value(weighted).unweighted_per_problem["MS-1"].expected == pytest.approx(600)


def test_later_years_are_discounted() -> None:
    # 150 × (1/1.1 + 1/1.21 + 1/1.331 + 1/1.4641) = 150 × 3.169865 = 475.4798
    assert person_years(innovation("IN-1"), settings={"discount_rate": 0.1}) == pytest.approx(
        475.4798, abs=1e-4
    )


def test_nothing_is_counted_for_years_outside_the_plan() -> None:
    # started 2020: felt in all five years, 150 × 5 = 750; started 2031: never
    assert person_years(innovation("IN-1", start=2020)) == pytest.approx(750)
    assert person_years(innovation("IN-1", start=2031)) == 0


def test_what_is_chosen_without_a_start_counts_zero_and_says_so() -> None:
    told = value(plan(innovations=[innovation("IN-1", start=None)])).to_data()
    assert told["person_years"] == 0
    assert told["per_innovation"] == {}
    assert {
        "element": "IN-1",
        "field": "scheduled_start",
        "why": "Dipilih tanpa tahun mulai, dihitung nol.",
    } in told["unknown"]


def test_what_is_not_known_counts_zero_and_says_so() -> None:
    told = value(
        plan(innovations=[innovation("IN-1", None)], problems=[{"id": "MS-1", "title": "Antre"}])
    ).to_data("en")
    named = {(one["element"], one["field"]) for one in told["unknown"]}
    assert told["person_years"] == 0
    assert {("MS-1", "people_affected"), ("MS-1", "severity"), ("IN-1", "addresses[MS-1].share")} <= named
    assert all("zero" in one["why"] for one in told["unknown"] if one["element"])


def test_potential_counts_all_but_the_rejected_at_their_scheduled_or_earliest_start() -> None:
    draft = plan(
        innovations=[
            innovation("IN-1", 0.3, decision="proposed"),
            {
                **innovation("IN-2", 0.5, start=None),
                "decision": "proposed",
                "start": {"earliest": 2029, "latest": 2030},
            },
            innovation("IN-3", 0.9, decision="not_chosen"),
        ]
    )
    # 2028, 2029: 500 × 0.3 × 2 = 300; 2030, 2031: 500 × (1 − 0.7 × 0.5) × 2 = 650
    assert potential(draft) == pytest.approx(950)
    assert value(draft).to_data()["potential"] == pytest.approx(950)
    assert value(draft).to_data()["person_years"] == 0


def test_evidence_is_split_by_strength_and_the_worse_grade_counts() -> None:
    first, second = innovation("IN-1", 0.3), innovation("IN-2", 0.51)
    first["addresses"][0]["evidence"], second["addresses"][0]["evidence"] = "A", "C"
    graded = plan(
        innovations=[first, second],
        problems=[
            {"id": "MS-1", "title": "Antre", "people_affected": 1000, "severity": 0.5, "evidence": "B"}
        ],
    )
    # −ln 0.7 : −ln 0.49 = 1 : 2, so a third on B (the problem is worse than A) and two thirds on C
    assert value(graded).to_data()["evidence"] == pytest.approx({"A": 0, "B": 1 / 3, "C": 2 / 3, "D": 0})
    # V = 500 × (1 − 0.7 × 0.49) × 4 = 1314
    assert sum(value(graded).evidence.values()) == pytest.approx(1314)


def test_evidence_that_is_not_given_is_an_assumption() -> None:
    assert value(plan(innovations=[innovation("IN-1")])).to_data()["evidence"] == {
        "A": 0,
        "B": 0,
        "C": 0,
        "D": 1,
    }


def test_the_line_of_one_innovation_can_be_checked_with_a_calculator() -> None:
    told = explain(
        plan(
            innovations=[
                innovation("IN-1", {"low": 0.2, "mode": 0.35, "high": 0.45}),
                innovation("IN-2", 0.5),
            ]
        ),
        "IN-1",
    )
    assert told.lines[0].words.id == (
        "MS-1: 1.000 warga × berat 0,5 × bagian terbantu (0,2 + 0,35 + 0,45) ÷ 3 × 4 tahun (2028–2031)"
        " = 666,7 orang-tahun, antara 400 dan 900."
    )
    assert told.lines[0].words.en.startswith(
        "MS-1: 1,000 people × severity 0.5 × share relieved (0.2 + 0.35 + 0.45) ÷ 3"
    )
    # beside IN-2, which takes half, it adds half of 666.67
    assert (told.start, told.works, told.added) == (2027, 2028, pytest.approx(1000 / 3))


def test_the_line_says_what_is_not_known_or_comes_too_late() -> None:
    assert explain(plan(innovations=[innovation("IN-1", None)]), "IN-1").lines[0].words.id == (
        "MS-1: Bagian terbantu belum diketahui, dihitung nol."
    )
    assert (
        "sesudah masa rencana berakhir pada 2031"
        in explain(plan(innovations=[innovation("IN-1", start=2031)]), "IN-1").lines[0].words.id
    )
