"""Money."""

from __future__ import annotations

from typing import Any

from masterplan.document import ChangeSet, apply, load
from masterplan.lint import lint
from tests.lint.judged import chosen, enabler, found, innovation, message, plan, problem, relief


def funded(**shares: float) -> dict[str, Any]:
    return innovation(funding=[{"source": source, "share": share} for source, share in shares.items()])


def test_ANG101_the_sources_pay_all_of_it() -> None:
    assert found("ANG101", innovations=[funded(APBD=0.7, DAK=0.2)]) == [("IN-01", "funding")]
    assert message("ANG101", innovations=[funded(APBD=0.7, DAK=0.2)]).startswith(
        "Sumber dana berjumlah 90 %; 10 %"
    )
    assert "dibayar dua kali" in message("ANG101", innovations=[funded(APBD=0.7, DAK=0.5)])
    assert found("ANG101", innovations=[funded(APBD=0.7, DAK=0.3)]) == []
    assert found("ANG101", innovations=[funded(APBD=0.1, DAK=0.2, CSR=0.7)]) == []
    assert found("ANG101", innovations=[innovation(funding=[])]) == []


def test_a_rounding_is_mended_and_nothing_else() -> None:
    data = plan(innovations=[funded(APBD=0.33, DAK=0.33, CSR=0.33)])
    report = lint(load(data), select=["ANG101"])
    mended = apply(data, report.fixed(data))
    assert [part["share"] for part in mended["innovations"][0]["funding"]] == [0.34, 0.33, 0.33]
    assert lint(load(mended), select=["ANG101"]).findings == ()
    half = plan(innovations=[funded(APBD=0.7, DAK=0.2)])
    assert not lint(load(half), select=["ANG101"]).fixed(half)


def test_a_fix_is_a_change_set_that_anybody_can_apply() -> None:
    data = plan(innovations=[funded(APBD=0.33, DAK=0.33, CSR=0.33)])
    (finding,) = lint(load(data), select=["ANG101"]).findings
    told = finding.to_data()["fix"]
    parsed = ChangeSet.from_data({"format": "haluan-changes/1", "base": "", "changes": told})
    assert apply(data, parsed)["innovations"][0]["funding"][0]["share"] == 0.34


def test_ANG102_the_ceiling_holds() -> None:
    costly = chosen(costs=[{"offset": 0, "capital": 900_000_000}])
    assert found("ANG102", innovations=[costly], budget=[{"year": 2026, "amount": 800_000_000}]) == [
        (None, "budget")
    ]
    assert found("ANG102", innovations=[costly], budget=[{"year": 2026, "amount": 900_000_000}]) == []


def test_ANG103_running_it_costs_something_or_nothing_but_it_is_written() -> None:
    built = innovation(costs=[{"offset": 0, "capital": 11_200_000_000}])
    assert found("ANG103", innovations=[built]) == [("IN-01", "operating_per_year")]
    assert "Rp11,2 miliar" in message("ANG103", innovations=[built])
    assert found("ANG103", innovations=[{**built, "operating_per_year": 0}]) == []
    assert found("ANG103", innovations=[innovation(costs=[{"offset": 0, "operating": 5_000_000}])]) == []


def test_ANG104_what_is_chosen_has_costs() -> None:
    assert found("ANG104", innovations=[chosen()]) == [("IN-01", "costs")]
    assert found("ANG104", innovations=[chosen(operating_per_year=0)]) == []
    assert found("ANG104", innovations=[innovation()]) == []


def test_ANG105_low_likely_high_stand_in_order() -> None:
    def with_share(**share: float) -> dict[str, Any]:
        return {
            "innovations": [innovation(addresses=[{"problem": "MS-01", "share": share}])],
            "problems": [problem()],
        }

    assert found("ANG105", **with_share(low=0.4, mode=0.3, high=0.5)) == [("IN-01", "addresses[MS-01].share")]
    assert found("ANG105", **with_share(mode=0.3, high=0.2)) == [("IN-01", "addresses[MS-01].share")]
    assert found("ANG105", **with_share(low=0.3, mode=0.3, high=0.3)) == []


def test_ANG106_long_works_have_money_in_more_than_one_year() -> None:
    once = [{"offset": 0, "capital": 8_000_000_000}, {"offset": 1, "capital": 0}]
    assert found("ANG106", innovations=[innovation(duration_years=4, costs=once)]) == [("IN-01", "costs")]
    assert found("ANG106", innovations=[innovation(duration_years=2, costs=once)]) == []
    twice = [*once[:1], {"offset": 1, "capital": 500_000_000}]
    assert found("ANG106", innovations=[innovation(duration_years=4, costs=twice)]) == []


def test_ANG107_1250_is_not_rupiah() -> None:
    assert found("ANG107", enablers=[enabler(capital=1250)]) == [("EN-01", "capital")]
    assert found("ANG107", budget=[{"year": 2026, "source": "APBD", "amount": 32_670}]) == [
        ("2026/APBD", "amount")
    ]
    assert found("ANG107", enablers=[enabler(capital=0, operating_per_year=100_000)]) == []


def test_ANG108_zeros_too_many() -> None:
    assert found("ANG108", enablers=[enabler(capital=2_500_000_000_000_000)]) == [("EN-01", "capital")]
    budget = [{"year": 2026, "amount": 30_000_000_000}]
    assert found("ANG108", enablers=[enabler(capital=31_000_000_000)], budget=budget) == [
        ("EN-01", "capital")
    ]
    assert found("ANG108", enablers=[enabler(capital=30_000_000_000)], budget=budget) == []


def test_ANG109_every_source_in_use_has_a_ceiling() -> None:
    budget = [{"year": 2026, "source": "APBD", "amount": 9_000_000_000}]
    csr = chosen(funding=[{"source": "CSR", "share": 1}])
    assert found("ANG109", innovations=[csr], budget=budget) == [(None, "budget")]
    assert found("ANG109", innovations=[csr]) == []
    assert (
        found("ANG109", innovations=[chosen(funding=[{"source": "APBD", "share": 1}])], budget=budget) == []
    )


def test_ANG110_a_large_price_has_a_source() -> None:
    assert found("ANG110", enablers=[enabler(capital=3_200_000_000)]) == [("EN-01", "sources")]
    assert found("ANG110", enablers=[enabler(capital=400_000_000)]) == []
    sourced = enabler(capital=3_200_000_000, sources=["S1"])
    assert found("ANG110", enablers=[sourced], sources=[{"id": "S1", "title": "SSH"}]) == []


def test_ANG111_money_falls_within_the_period() -> None:
    late = chosen(
        start=2030, costs=[{"offset": 0, "capital": 1_000_000}, {"offset": 1, "capital": 2_000_000}]
    )
    assert found("ANG111", innovations=[late]) == [("IN-01", "costs")]
    assert found("ANG111", innovations=[{**late, "scheduled_start": 2029}]) == []


def test_ANG112_the_parts_fit_the_whole() -> None:
    def budget(csr: int) -> list[dict[str, Any]]:
        return [
            {"year": 2028, "amount": 30_000_000_000},
            {"year": 2028, "source": "APBD", "amount": 25_000_000_000},
            {"year": 2028, "source": "CSR", "amount": csr},
        ]

    assert found("ANG112", budget=budget(9_000_000_000)) == [(None, "budget")]
    assert found("ANG112", budget=budget(5_000_000_000)) == []


def test_ANG113_choosing_needs_ceilings() -> None:
    three = [chosen(f"IN-0{number}") for number in (1, 2, 3)]
    assert found("ANG113", innovations=three) == [(None, "budget")]
    assert found("ANG113", innovations=three[:2]) == []
    assert found("ANG113", innovations=three, budget=[{"year": 2026, "amount": 1_000_000_000}]) == []


def test_ANG114_wonders_at_44_million_a_person() -> None:
    def parts(people: int) -> dict[str, Any]:
        costly = innovation(costs=[{"offset": 0, "capital": 40_000_000_000}], addresses=[relief(mode=0.5)])
        return {"innovations": [costly], "problems": [problem(people_affected=people)]}

    assert found("ANG114", **parts(1800)) == [("IN-01", "costs")]
    assert found("ANG114", **parts(18_000)) == []
    assert found("ANG114", **parts(0)) == []
