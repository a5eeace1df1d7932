"""Kabupaten Latihan, the fictional plan people learn on, holds what it promises: its planted flaws too."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from masterplan.document import ChangeSet, apply, canonical, check, get_field, load, parse
from masterplan.impact import Impact, value

Data = dict[str, Any]

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "haluan/plans/data"
PLAN = PLANS / "kabupaten-latihan.json"
FLAWS = json.loads((ROOT / "tests/data/latihan-flaws.json").read_text(encoding="utf-8"))["flaws"]

SUB_DIMENSIONS = {
    "governance": {"pelayanan publik", "birokrasi", "kebijakan publik yang efisien"},
    "branding": {"pariwisata", "bisnis", "wajah kota"},
    "economy": {"industri", "kesejahteraan", "transaksi"},
    "living": {"harmoni ruang hidup", "kesehatan", "mobilitas"},
    "society": {"komunitas", "pembelajaran", "keamanan"},
    "environment": {"perlindungan", "sampah", "energi"},
}
PROVINCES = {11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65}
PROVINCES |= {71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96}


@cache
def plan() -> Data:
    return parse(PLAN.read_bytes())


@cache
def judged() -> Impact:
    return value(load(plan()))


@cache
def history() -> Data:
    return json.loads((PLANS / "kabupaten-latihan-history.json").read_text(encoding="utf-8"))


def element(key: str) -> Data:
    rows = (row for name in ("problems", "innovations", "enablers", "agencies") for row in plan()[name])
    return next(row for row in rows if key in (row.get("id"), row.get("code")))


def chosen() -> list[Data]:
    return [row for row in plan()["innovations"] if row["decision"] == "chosen"]


# ---- the plan


def test_the_plan_is_valid_and_written_canonically() -> None:
    assert check(PLAN.read_bytes()) == []
    assert canonical(plan()) == PLAN.read_text(encoding="utf-8")


def test_the_chosen_portfolio_breaks_no_rule() -> None:
    assert [broken.words.say("id") for broken in judged().broken] == []
    assert judged().ignored == ()


def test_its_value_is_what_the_documentation_says() -> None:
    assert judged().person_years.expected == pytest.approx(326_435, abs=1)
    assert 200_000 < judged().person_years.low < judged().person_years.high < 450_000


def test_the_budget_is_smaller_than_what_is_asked_for() -> None:
    everything = {**plan(), "innovations": [_as_early_as_possible(row) for row in plan()["innovations"]]}
    asked = sum(value(load(everything)).spending.values())
    budget = sum(row["amount"] for row in plan()["budget"] if "source" not in row)
    spent = sum(judged().spending.values())
    assert 0.35 <= budget / asked <= 0.45
    assert 0.9 <= spent / budget <= 1


def test_every_dimension_and_sub_dimension_is_there() -> None:
    found: dict[str, set[str]] = {}
    for row in plan()["innovations"]:
        found.setdefault(row["dimension"], set()).add(row["sub_dimension"])
    assert found == SUB_DIMENSIONS
    assert min(Counter(row["dimension"] for row in chosen()).values()) >= 3


def test_all_five_elements_of_readiness_and_all_four_of_swot_are_there() -> None:
    assert len({row["element"] for row in plan()["readiness"]}) == 5
    assert Counter(row["kind"] for row in plan()["issues"]) == dict.fromkeys(
        ("strength", "weakness", "opportunity", "threat"), 4
    )


def test_it_says_that_it_is_fiction_and_uses_no_code_of_a_real_region() -> None:
    codes = [plan()["region"]["code"], *(row["code"] for row in plan()["districts"])]
    assert "rekaan" in plan()["title"]
    assert all(int(code[:2]) not in PROVINCES for code in codes)
    assert all(code.startswith(plan()["region"]["code"] + ".") for code in codes[1:])


def test_people_by_district_add_up_and_nowhere_exceed_the_residents() -> None:
    residents = {row["code"]: row["population"] for row in plan()["districts"]}
    assert sum(residents.values()) == plan()["region"]["population"]
    for problem in plan()["problems"]:
        spread = problem.get("people_by_district")
        assert problem.get("people_affected", 0) <= plan()["region"]["population"]
        if spread is not None:
            assert sum(spread.values()) == problem["people_affected"], problem["id"]
            assert all(people <= residents[code] for code, people in spread.items()), problem["id"]
            assert list(spread) == problem["districts"], problem["id"]


def test_every_service_change_of_the_portfolio_tells_before_and_after() -> None:
    for row in chosen():
        assert re.fullmatch(r"Sebelumnya: .+\. Sesudahnya: .+\.", row["service_change"]), row["id"]


def test_no_target_of_the_portfolio_is_due_before_the_service_works() -> None:
    for row in chosen():
        works = row["scheduled_start"] + row["duration_years"]
        due = [int(year) for outcome in row["outcomes"] for year in outcome["targets"]]
        assert due and min(due) >= works, row["id"]


# ---- the history


def test_applying_every_step_in_order_yields_exactly_the_plan() -> None:
    document = history()["start"]
    for step in history()["steps"]:
        changes = {"format": "haluan-changes/1", "base": "", "changes": step["changes"]}
        document = apply(document, ChangeSet.from_data(changes))
    assert canonical(document) == PLAN.read_text(encoding="utf-8")


def test_every_step_has_a_known_author_a_reason_and_a_later_time() -> None:
    steps = history()["steps"]
    times = [step["at"] for step in steps]
    assert times == sorted(set(times))
    assert {step["author"] for step in steps} == set(history()["authors"])
    assert all(step["reason"] and len(step["reason"]) <= 500 for step in steps)


def test_several_people_wrote_the_same_field_one_after_the_other() -> None:
    authors = [
        step["author"]
        for step in history()["steps"]
        for row in step["changes"]
        if row.get("element") == "IN-06" and row.get("field") == "operating_per_year"
    ]
    assert authors == ["bpkad", "mitra", "dlh", "dlh", "dinkes"]


# ---- the flaws


@pytest.mark.parametrize("flaw", FLAWS, ids=lambda flaw: f"{flaw['element']}-{flaw['kind']}")
def test_the_listed_flaw_is_in_the_plan(flaw: Data) -> None:
    row = element(flaw["element"])
    assert HAS[flaw["kind"]](row, get_field(row, flaw["field"]))
    assert flaw["sentence"]


def _as_early_as_possible(row: Data) -> Data:
    return {**row, "decision": "chosen", "scheduled_start": row["start"]["earliest"]}


def _kinds(row: Data) -> set[str]:
    return {element(key)["kind"] for key in row["enablers"]}


def _is_like_another(row: Data, _: object) -> bool:
    """Another agency answers the same problem with nearly the same words."""
    return any(
        other["lead_agency"] != row["lead_agency"]
        and {r["problem"] for r in other["addresses"]} == {r["problem"] for r in row["addresses"]}
        and _likeness(other["service_change"], row["service_change"]) > 0.6
        for other in plan()["innovations"]
        if other is not row and other["addresses"]
    )


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _is_worse_than_today(row: Data, outcomes: list[Data]) -> bool:
    return any(
        (target < today["baseline"]) is (today["better"] == "higher") and target != today["baseline"]
        for today, targets in ((outcome["indicator"], outcome["targets"]) for outcome in outcomes)
        for target in targets.values()
    )


def _cannot_start_them_all(row: Data, at_once: int) -> bool:
    led = [other for other in plan()["innovations"] if other["lead_agency"] == row["code"]]
    years = {
        year for other in led for year in range(other["start"]["earliest"], other["start"]["latest"] + 1)
    }
    return len(led) > at_once * len(years)


def _is_used(row: Data) -> bool:
    return any(
        row["id"] in other["enablers"] or row["id"] in [relief["problem"] for relief in other["addresses"]]
        for other in plan()["innovations"]
    )


def _relief(row: Data) -> Data:
    return row["addresses"][0]


HAS: dict[str, Callable[[Data, Any], bool]] = {
    "boast_instead_of_service": lambda _, text: "kebanggaan" in text and "warga" not in text.lower(),
    "empty_superlatives": lambda _, text: (
        {"kelas dunia", "terdepan", "terbaik", "paripurna"}
        <= set(re.findall(r"kelas dunia|terdepan|terbaik|paripurna", text))
    ),
    "no_service_change": lambda row, _: not row.get("service_change"),
    "technology_first": lambda row, _: "technology" in _kinds(row) and _kinds(row) <= {"technology", "data"},
    "output_not_outcome": lambda _, outcomes: all(
        outcome["indicator"]["unit"] in ("panel", "kartu", "unit") for outcome in outcomes
    ),
    "relieves_nothing": lambda _, addresses: addresses == [],
    "outcome_without_baseline": lambda _, outcomes: any(
        "baseline" not in outcome["indicator"] for outcome in outcomes
    ),
    "operating_costs_forgotten": lambda row, _: (
        "operating_per_year" not in row and not any("operating" in cost for cost in row["costs"])
    ),
    "target_worse_than_baseline": _is_worse_than_today,
    "near_duplicate": _is_like_another,
    "contradicts_own_baseline": lambda row, text: (
        "tiga jam" in text and row["outcomes"][0]["indicator"]["baseline"] < 180
    ),
    "narrow_triangle_weak_evidence": lambda row, share: (
        _relief(row)["evidence"] == "D" and share["high"] - share["low"] < 0.05
    ),
    "share_too_high": lambda row, share: _relief(row)["evidence"] == "D" and share["high"] >= 0.9,
    "text_of_another_region": lambda _, text: "Kota Latihan Baru" in text,
    "funding_does_not_add_up": lambda _, funding: abs(sum(part["share"] for part in funding) - 1) > 0.05,
    "quick_win_too_long": lambda row, quick: quick is True and row["duration_years"] > 1,
    "problem_without_source": lambda row, _: not row.get("sources"),
    "problem_without_people": lambda row, _: "people_affected" not in row,
    "problem_nobody_addresses": lambda row, _: not _is_used(row),
    "unused_enabler": lambda row, _: not _is_used(row),
    "agency_overloaded": _cannot_start_them_all,
    "brand_in_enabler": lambda _, title: bool(re.search(r"\bv\d", title)),
    "cost_without_source": lambda row, _: row["capital"] > 0 and not row.get("sources"),
}
