"""What the public pages draw from a plan: nothing breaks on strange plans, every finding is true of its plan."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from django.utils.translation import override

from haluan.plans.reading import budget, dimension, impact, innovation, overview, problem, roadmap
from haluan.plans.reading.kept import Kept
from haluan.plans.reading.plan import Reading
from masterplan.document.types import Plan
from masterplan.impact import value
from masterplan.language import rounded
from tests.plans import realistic_data
from tests.strange_plans import strange_data

LATIHAN = Path(__file__).parents[2] / "haluan/plans/data/kabupaten-latihan.json"


def reading(data: dict) -> Reading:
    return Reading("contoh", 1, data)


@pytest.fixture(scope="module")
def latihan() -> Reading:
    return reading(json.loads(LATIHAN.read_text()))


def everything(found: Reading) -> list[dict]:
    pages = [overview.overview(found), roadmap.roadmap(found), budget.budget(found), impact.impact(found)]
    pages += [dimension.dimension(found, code) for code in ("governance", "environment")]
    pages += [innovation.innovation(found, key) for key in found.innovations]
    return pages + [problem.problem(found, key) for key in found.problems]


@pytest.mark.parametrize("seed", range(60))
def test_every_page_of_a_strange_plan_can_be_drawn_in_both_languages(seed):
    for lang in ("id", "en"):
        with override(lang):
            for page in everything(reading(strange_data(seed))):
                assert page["heading"] and page["lead"] is not None


@pytest.mark.parametrize("seed", range(6))
def test_capital_and_operating_of_each_year_are_what_value_spends(seed):
    found = reading(realistic_data(innovations=40, years=8, seed=seed))
    for row in budget.by_year(found):
        assert row["capital"] + row["operating"] == pytest.approx(
            found.impact.spending[row["year"]], rel=1e-12
        )


def test_figures_are_those_of_haluan_value(latihan):
    judged = value(Plan.model_validate(latihan.data)).to_data()
    shown = overview.overview(latihan)["figures"]
    assert shown["person_years"].expected == judged["person_years"]
    assert shown["unweighted"] == judged["unweighted_person_years"]
    assert shown["cost"] == sum(judged["spending"].values())
    assert shown["potential"].expected == judged["potential"]
    rows = {row["id"]: row["estimate"].expected for row in impact.impact(latihan)["all"]}
    assert rows == {key: worth for key, worth in judged["per_problem"].items() if worth}
    lanes = {
        row["id"]: row["person_years"]
        for group in roadmap.roadmap(latihan)["groups"]
        for row in group["rows"]
    }
    assert {key: one.expected for key, one in lanes.items() if one} == judged["per_innovation"]


def test_headings_say_the_figure_with_its_range(latihan):
    figure, low, high = (rounded(part) for part in latihan.person_years)
    assert impact.heading(latihan) == f"{figure} orang-tahun terbantu, antara {low} dan {high}"
    assert "76 % di antaranya untuk menjalankan" in budget.heading(latihan)


def test_the_chosen_of_one_dimension_are_drawn_in_its_lane(latihan):
    groups = {group["code"]: group["rows"] for group in roadmap.roadmap(latihan)["groups"]}
    first = groups["governance"][0]
    assert first["id"] == "IN-01"
    assert first["build"] == {"x": "0", "w": "1"} and first["work"] == {"x": "1", "w": "9"}
    assert sum(len(rows) for rows in groups.values()) == len(latihan.scheduled)


def priced(total: int, *ceilings: int, carry: bool = False) -> Reading:
    """Three years that spend `total` each, against the given ceilings."""
    return reading({
        "format": "haluan-plan/1", "region": {"name": "Kabupaten Contoh"}, "title": "Rencana",
        "period": {"first_year": 2026, "last_year": 2028}, "settings": {"carry_over": carry},
        "innovations": [{
            "id": "IN-01", "title": "Layanan", "decision": "chosen", "scheduled_start": 2026,
            "costs": [{"offset": 0, "operating": total}], "operating_per_year": total,
        }],
        "budget": [{"year": 2026 + place, "amount": amount} for place, amount in enumerate(ceilings)],
    })  # fmt: skip


BILLION = 10**9


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (priced(5 * BILLION), "Belanja paling besar pada 2026, Rp5 miliar; pagunya belum diketahui"),
        (
            priced(5 * BILLION, 8 * BILLION, 6 * BILLION, 9 * BILLION),
            "Belanja di bawah pagu setiap tahun; paling sempit pada 2027, tersisa Rp1 miliar",
        ),
        (
            priced(5 * BILLION, 8 * BILLION, 4 * BILLION, 3 * BILLION),
            "Belanja melampaui pagu pada 2027 dan 2028; paling jauh pada 2028, lebih Rp2 miliar",
        ),
        (
            priced(5 * BILLION, 8 * BILLION, 4 * BILLION, 4 * BILLION, carry=True),
            "Belanja 2027 dan 2028 melebihi pagu tahunnya dan ditutup sisa tahun sebelumnya; "
            "paling sempit pada 2028, tersisa Rp1 miliar",
        ),
        (
            priced(5 * BILLION, 8 * BILLION, 5_100_000_000, 9 * BILLION),
            "Belanja hampir menyentuh pagu pada 2027, tersisa Rp100 juta; tidak ada tahun yang melampauinya",
        ),
    ],
)
def test_the_budget_is_titled_with_what_it_shows(plan, said):
    assert budget.budget(plan)["finding"] == said


def test_evidence_that_is_mostly_assumed_says_so(latihan):
    data = copy.deepcopy(latihan.data)
    for one in data["innovations"]:
        for relief in one.get("addresses", []):
            relief["evidence"] = "D"
    assert overview.evidence(reading(data))["finding"].startswith(
        "100 % manfaat masih bertumpu pada taksiran dan anggapan"
    )


def test_what_stays_of_a_problem_and_what_is_taken_are_its_whole_burden(latihan):
    rest = problem.rest(latihan, latihan.problems["MS-01"])
    assert rest["burden"] == pytest.approx(148_000 * 0.02 * 10)
    assert rest["left"] + rest["taken"].expected == pytest.approx(rest["burden"])


def test_only_the_values_used_last_are_kept():
    kept = Kept[int](2)
    kept.put("a", 1)
    kept.put("b", 2)
    assert kept.get("a") == 1
    kept.put("c", 3)
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (1, None, 3)
