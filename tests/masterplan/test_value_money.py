"""What a choice spends, and when a ceiling is broken; sums by hand, in millions (juta) of rupiah."""

from __future__ import annotations

from typing import Any

import pytest

from masterplan.document.types import Plan
from masterplan.impact import Impact, value

Data = dict[str, Any]
JUTA = 10**6


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


def innovation(key: str = "IN-1", start: int = 2027, **fields: Any) -> Data:
    return {"id": key, "title": key, "decision": "chosen", "scheduled_start": start, **fields}


def enabler(key: str = "EN-1", **fields: Any) -> Data:
    return {
        "id": key,
        "kind": "data",
        "title": key,
        "capital": 100 * JUTA,
        "operating_per_year": 10 * JUTA,
        **fields,
    }


def ceilings(*amounts: int | None, source: str | None = None) -> list[Data]:
    """A ceiling in juta for each year from 2027; None leaves a year without one."""
    named = {} if source is None else {"source": source}
    return [{"year": 2027 + k, "amount": a * JUTA, **named} for k, a in enumerate(amounts) if a is not None]


def juta(impact: Impact) -> list[float]:
    return [amount / JUTA for amount in impact.spending.values()]


def broken(impact: Impact) -> list[str]:
    return [one.words.id for one in impact.broken]


def test_costs_follow_the_start_and_operation_begins_when_it_works() -> None:
    costs = [{"offset": 0, "capital": 50 * JUTA, "operating": 5 * JUTA}, {"offset": 1, "capital": 20 * JUTA}]
    # start 2028: 55, then 20; works 2029: 7 a year in 2030 (duration 2) only
    impact = judge(innovation(start=2028, costs=costs, operating_per_year=7 * JUTA, duration_years=2))
    assert juta(impact) == [0, 55, 20, 7]


def test_what_falls_outside_the_plan_is_ignored_and_reported() -> None:
    costs = [
        {"offset": 0, "capital": 50 * JUTA},
        {"offset": 2, "capital": 20 * JUTA},
        {"offset": 9, "capital": JUTA},
    ]
    impact = judge(innovation(start=2025, costs=costs, operating_per_year=7 * JUTA))
    # 2025: 50 ignored; 2026: 7 of operation ignored; 2027: 20 + 7; 2034: 1 ignored
    assert juta(impact) == [27, 7, 7, 7]
    assert "Rp58.000.000 jatuh di luar masa rencana 2027–2030" in impact.ignored[0].why.id
    assert impact.to_data()["unknown"][-2]["element"] == "IN-1"


def test_a_shared_enabler_is_bought_once_when_first_needed() -> None:
    first, second = (
        innovation("IN-1", 2029, enablers=["EN-1"]),
        innovation("IN-2", 2028, enablers=["EN-1", "EN-1"]),
    )
    assert juta(judge(first, second, enablers=[enabler()])) == [0, 110, 10, 10]


def test_an_enabler_that_exists_still_costs_its_upkeep() -> None:
    assert juta(judge(innovation(enablers=["EN-1"]), enablers=[enabler(exists=True)])) == [10, 10, 10, 10]


def test_an_enabler_of_what_is_not_chosen_costs_nothing() -> None:
    rejected = innovation(enablers=["EN-1"]) | {"decision": "not_chosen"}
    assert juta(judge(rejected, enablers=[enabler()])) == [0, 0, 0, 0]


def test_a_source_pays_its_share_of_innovations_and_nothing_of_enablers() -> None:
    funded = innovation(
        costs=[{"offset": 0, "capital": 50 * JUTA}], enablers=["EN-1"],
        funding=[{"source": "APBD", "share": 0.6}, {"source": "CSR", "share": 0.2}],
    )  # fmt: skip
    impact = judge(funded, enablers=[enabler(operating_per_year=0)])
    assert juta(impact)[0] == 150
    assert impact.spending_by_source["APBD"][2027] == pytest.approx(30 * JUTA)
    assert impact.spending_by_source["CSR"][2027] == pytest.approx(10 * JUTA)
    # the fifth without a source, and the enabler
    assert impact.spending_by_source[None][2027] == pytest.approx(110 * JUTA)


def test_a_ceiling_is_broken_by_more_than_one_rupiah() -> None:
    def spend(amount: float) -> list[str]:
        return broken(judge(innovation(costs=[{"offset": 0, "capital": amount}]), budget=ceilings(50)))

    assert spend(50 * JUTA + 1) == []
    assert spend(50 * JUTA + 2) == [
        "Belanja 2027 sebesar Rp50.000.002 melebihi pagu Rp50.000.000, lebih Rp2."
    ]


def test_the_tolerance_of_a_huge_ceiling_is_a_billionth_of_it() -> None:
    def spend(amount: float) -> list[str]:
        return broken(judge(innovation(costs=[{"offset": 0, "capital": amount}]), budget=ceilings(10**6)))

    assert spend(10**12 + 900) == []
    assert len(spend(10**12 + 1100)) == 1


def test_ceilings_of_one_year_and_source_add_up() -> None:
    spend = innovation(costs=[{"offset": 0, "capital": 90 * JUTA}], funding=[{"source": "DAK", "share": 1}])
    assert broken(judge(spend, budget=ceilings(50, source="DAK") + ceilings(40, source="DAK"))) == []
    assert broken(judge(spend, budget=ceilings(50, source="DAK") + ceilings(39, source="DAK"))) == [
        "Belanja DAK 2027 sebesar Rp90.000.000 melebihi pagu Rp89.000.000, lebih Rp1.000.000."
    ]


def test_what_is_left_moves_on_only_when_asked() -> None:
    spend = innovation(costs=[{"offset": 0, "capital": 20 * JUTA}, {"offset": 1, "capital": 70 * JUTA}])
    assert len(broken(judge(spend, budget=ceilings(50, 50, 50, 50)))) == 1
    # 2027 leaves 30, so 2028 has 80
    kept = judge(spend, budget=ceilings(50, 50, 50, 50), settings={"carry_over": True})
    assert broken(kept) == []
    assert kept.ceilings[None] == {2027: 50 * JUTA, 2028: 80 * JUTA, 2029: 60 * JUTA, 2030: 110 * JUTA}


def test_what_is_left_passes_an_unlimited_year_unchanged() -> None:
    costs = [
        {"offset": 0, "capital": 20 * JUTA},
        {"offset": 1, "capital": 900 * JUTA},
        {"offset": 2, "capital": 81 * JUTA},
    ]
    impact = judge(innovation(costs=costs), budget=ceilings(50, None, 50, 0), settings={"carry_over": True})
    # 2027 leaves 30; 2028 is unlimited; 2029 has 50 + 30 and spends 81
    assert broken(impact) == [
        "Belanja 2029 sebesar Rp81.000.000 melebihi pagu Rp80.000.000 (termasuk sisa Rp30.000.000),"
        " lebih Rp1.000.000."
    ]
    assert impact.ceilings[None][2028] is None
    assert "Tanpa pagu pada 2028: belanja dianggap tidak dibatasi." in [one.why.id for one in impact.ignored]


def test_an_overspent_year_takes_nothing_from_the_next() -> None:
    costs = [{"offset": 0, "capital": 90 * JUTA}, {"offset": 1, "capital": 50 * JUTA}]
    impact = judge(innovation(costs=costs), budget=ceilings(50, 50, 50, 50), settings={"carry_over": True})
    assert [one.year for one in impact.broken] == [2027]


def test_each_source_keeps_its_own_left_over() -> None:
    def paid(source: str, start: int, capital: int) -> Data:
        costs = [{"offset": 0, "capital": capital * JUTA}]
        return innovation(
            f"IN-{source[:1]}{start}", start, costs=costs, funding=[{"source": source, "share": 1}]
        )

    budget = ceilings(50, 50, 0, 0, source="APBD") + ceilings(50, 50, 0, 0, source="CSR")
    impact = judge(
        paid("APBD", 2027, 10),
        paid("CSR", 2027, 50),
        paid("CSR", 2028, 60),
        budget=budget,
        settings={"carry_over": True},
    )
    assert [(one.about, one.year, one.excess) for one in impact.broken] == [(("CSR",), 2028, 10 * JUTA)]


def test_a_ceiling_outside_the_plan_is_not_used_and_says_so() -> None:
    outside = [{"year": 2026, "amount": 500 * JUTA}]
    spend = innovation(costs=[{"offset": 0, "capital": 51 * JUTA}])
    impact = judge(spend, budget=ceilings(50, 50, 50, 50) + outside, settings={"carry_over": True})
    assert [one.year for one in impact.broken] == [2027]
    assert [(one.element, one.field) for one in impact.ignored] == [(None, "budget")]
    assert "Pagu 2026 sebesar Rp500.000.000 di luar masa rencana 2027–2030" in impact.ignored[0].why.id


def test_a_start_that_never_works_costs_money_and_brings_nothing() -> None:
    late = innovation(
        start=2030, duration_years=5, costs=[{"offset": 0, "capital": 9 * JUTA}], operating_per_year=JUTA
    )
    assert juta(judge(late)) == [0, 0, 0, 9]
    assert broken(judge(late)) == []
