"""What cannot be counted is refused in one sentence that says what, where and how to mend it."""

from __future__ import annotations

from typing import Any

import pytest

from masterplan.document.types import Plan
from masterplan.impact import ImpactError, InvalidPeriod, explain, potential, value

Data = dict[str, Any]


def plan(**parts: Any) -> Plan:
    innovation = {
        "id": "IN-1",
        "title": "Inovasi",
        "addresses": [{"problem": "MS-1", "share": {"mode": 0.3}}],
    }
    return Plan.model_validate(
        {
            "format": "haluan-plan/1",
            "region": {"name": "Kabupaten Contoh"},
            "title": "Contoh (fiktif)",
            "period": {"first_year": 2027, "last_year": 2030},
            "problems": [{"id": "MS-1", "title": "Antre", "people_affected": 1000, "severity": 0.5}],
            "innovations": [innovation | parts.pop("innovation", {})],
            **parts,
        }
    )


REFUSED: dict[str, tuple[Plan, str]] = {
    "an inverted period": (
        plan(period={"first_year": 2030, "last_year": 2027}),
        "Masa rencana terbalik: period.last_year 2027 mendahului first_year 2030; tukar kedua tahun itu.",
    ),
    "an inverted window": (
        plan(innovation={"start": {"earliest": 2029, "latest": 2028}}),
        "Rentang mulai IN-1 terbalik: start.latest 2028 mendahului earliest 2029; tukar kedua tahun itu.",
    ),
    "an inverted triangle": (
        plan(
            innovation={"addresses": [{"problem": "MS-1", "share": {"low": 0.5, "mode": 0.3, "high": 0.4}}]}
        ),
        "Bagian terbantu IN-1 pada addresses[MS-1].share terbalik: low 0,5, mode 0,3, dan high 0,4;"
        " urutkan menjadi low ≤ mode ≤ high.",
    ),
    "an inverted half of a triangle": (
        plan(innovation={"addresses": [{"problem": "MS-1", "share": {"mode": 0.3, "high": 0.2}}]}),
        "Bagian terbantu IN-1 pada addresses[MS-1].share terbalik: mode 0,3 dan high 0,2;"
        " urutkan menjadi low ≤ mode ≤ high.",
    ),
    "a problem named twice": (
        plan(innovation={"addresses": [{"problem": "MS-1"}, {"problem": "MS-1", "share": {"mode": 0.1}}]}),
        "IN-1 menyebut masalah MS-1 dua kali di addresses; jadikan satu baris.",
    ),
    "a problem that is not there": (
        plan(problems=[]),
        "IN-1 menyebut MS-1 di addresses, tetapi rencana tidak memuatnya; tambahkan atau hapus sebutannya.",
    ),
    "more people than a computer counts": (
        plan(
            problems=[
                {
                    "id": "MS-1",
                    "title": "Antre",
                    "people_affected": 10**308,
                    "severity": 0.9,
                    "equity_weight": 9,
                }
            ]
        ),
        "Angka dalam rencana terlalu besar untuk dijumlahkan; periksa biaya, pagu, dan warga terdampak.",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_refuses(what: str) -> None:
    refused, sentence = REFUSED[what]
    for judge in (value, potential, lambda one: explain(one, "IN-1")):
        with pytest.raises(ImpactError) as caught:
            judge(refused)
        assert str(caught.value) == sentence
        assert caught.value.words.en != sentence


@pytest.mark.parametrize(
    "spending",
    [
        {"innovation": {"costs": [{"offset": 0, "capital": 1e308}, {"offset": 0, "operating": 1e308}]}},
        {"innovation": {"costs": [{"offset": 9, "capital": 1e308}, {"offset": 9, "operating": 1e308}]}},
        {"budget": [{"year": 2027, "amount": 1e308}, {"year": 2027, "amount": 10**308}]},
    ],
)
def test_it_refuses_money_beyond_counting(spending: Data) -> None:
    chosen = {"decision": "chosen", "scheduled_start": 2027, **spending.get("innovation", {})}
    with pytest.raises(ImpactError, match="terlalu besar"):
        value(plan(**{**spending, "innovation": chosen}))


def test_all_refusals_are_one_kind_and_a_period_has_its_own_name() -> None:
    with pytest.raises(InvalidPeriod):
        value(REFUSED["an inverted period"][0])


def test_it_refuses_to_explain_what_is_not_there() -> None:
    with pytest.raises(ImpactError, match="Tidak ada inovasi IN-9"):
        explain(plan(), "IN-9")


def test_a_refusal_comes_for_what_is_not_chosen_as_well() -> None:
    with pytest.raises(ImpactError):
        value(plan(innovation={"decision": "not_chosen", "start": {"earliest": 2029, "latest": 2028}}))
