"""Random plans and random edits, seeded and fast: a hundred thousand cases in a few seconds.

Every document made here is valid; half of them use numbers written as floats, empty lists, absent fields,
duplicate budget rows and unsorted nested lists.
"""

from __future__ import annotations

import random
from typing import Any

Data = dict[str, Any]
WORDS = ["layanan", "warga", "antrean", "pesisir", "ibu", "anak", "sampah", "air", "jalan", "data", "cepat"]
DIMENSIONS = ["governance", "branding", "economy", "living", "society", "environment"]
FUNDS = ["APBD", "APBN", "CSR", "BLUD", "hibah"]


def words(rng: random.Random, most: int = 6) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(1, most)))


def number(rng: random.Random) -> float:
    return rng.choice([0, 1, 2.0, 1500000000, 1500000000.0, 0.5, 1e16, 12345678901234567890, 0.1])


def some(rng: random.Random, items: list[str], most: int = 2) -> list[str]:
    return rng.sample(items, min(len(items), rng.randint(0, most)))


def problem(rng: random.Random, key: str, plan: Data) -> Data:
    districts = [item["code"] for item in plan.get("districts", [])]
    value: Data = {"id": key, "title": words(rng)}
    if rng.random() < 0.5:
        value |= {"people_affected": rng.choice([0, 10, 400]), "severity": rng.choice([0, 0.5, 1, 1.0])}
    if rng.random() < 0.5:
        value["description"] = words(rng, 12)
    if rng.random() < 0.4:
        value["people_by_district"] = {code: rng.randint(0, 99) for code in some(rng, districts)}
    if rng.random() < 0.3:
        value["indicator"] = {"name": words(rng), "unit": "persen", "baseline": number(rng)}
    return value


def innovation(rng: random.Random, key: str, plan: Data) -> Data:
    problems = [item["id"] for item in plan.get("problems", [])]
    value: Data = {"id": key, "title": words(rng)}
    if rng.random() < 0.6:
        value["addresses"] = [
            {"problem": name} | ({"share": {"mode": rng.choice([0.1, 0.3])}} if rng.random() < 0.6 else {})
            for name in some(rng, problems, 3)
        ]
    if rng.random() < 0.5:
        offsets = rng.sample(range(4), rng.randint(0, 3))
        value["costs"] = [
            {"offset": k, "capital": number(rng)}
            for k in (sorted(offsets) if rng.random() < 0.7 else offsets)
        ]
    if rng.random() < 0.4:
        value["funding"] = [{"source": name, "share": 0.5} for name in some(rng, FUNDS)]
    if rng.random() < 0.4:
        value["service_change"] = words(rng, 15)
    if rng.random() < 0.3:
        value["start"] = {"earliest": rng.randint(2020, 2023), "latest": rng.randint(2020, 2025)}
    if rng.random() < 0.3:
        value["quick_win"] = rng.random() < 0.5
    return value


def agency(rng: random.Random, key: str, plan: Data) -> Data:
    return {"code": key, "name": words(rng)} | ({"parallel_projects": 2} if rng.random() < 0.3 else {})


def district(rng: random.Random, key: str, plan: Data) -> Data:
    return {"code": key, "name": words(rng)}


def ceiling(rng: random.Random, key: str, plan: Data) -> Data:
    value: Data = {"year": rng.choice([2021, 2022]), "amount": number(rng)}
    return value | ({"source": rng.choice(["APBD", "a/b", "x#2"])} if rng.random() < 0.5 else {})


MAKERS: dict[str, Any] = {
    "districts": (district, "64.74.{:02}"),
    "problems": (problem, "MS-{:02}"),
    "innovations": (innovation, "IN-{:02}"),
    "agencies": (agency, "OPD-{:02}"),
    "budget": (ceiling, "{}"),
}


def make(rng: random.Random, size: int = 3) -> Data:
    """A valid plan of up to `size` elements in each collection."""
    plan: Data = {
        "format": "haluan-plan/1",
        "region": {"name": words(rng)},
        "title": words(rng),
        "period": {"first_year": 2020, "last_year": 2025},
    }
    if rng.random() < 0.5:
        plan["vision"] = words(rng, 15)
    if rng.random() < 0.5:
        plan["settings"] = {"discount_rate": 0.05} if rng.random() < 0.5 else {}
    if rng.random() < 0.4:
        plan["missions"] = [words(rng) for _ in range(rng.randint(0, 2))]
    for name, (maker, pattern) in MAKERS.items():
        if rng.random() < 0.75:
            keys = rng.sample(range(1, 9), rng.randint(0, size))
            plan[name] = [maker(rng, pattern.format(key), plan) for key in keys]
    if rng.random() < 0.05:
        plan["period"] = {"first_year": 2020.0, "last_year": 2025}
        for ceiling_ in plan.get("budget", []):
            ceiling_["year"] = float(ceiling_["year"])
    return plan


def edit(rng: random.Random, plan: Data, times: int = 3) -> Data:
    """Another valid plan, a few random edits away."""
    plan = {name: _copied(value) for name, value in plan.items()}
    for _ in range(rng.randint(1, times)):
        rng.choice(EDITS)(rng, plan)
    mend(plan)
    return plan


def _copied(value: Any) -> Any:
    """Two levels deep: edits replace whole fields of an element, never what is inside them."""
    if not isinstance(value, list):
        return value
    return [dict(item) if isinstance(item, dict) else item for item in value]


def _edit_plan(rng: random.Random, plan: Data) -> None:
    fresh = make(rng, 0)
    name = rng.choice(["vision", "settings", "missions", "title", "region"])
    plan.pop(name, None)
    if name in fresh:
        plan[name] = fresh[name]


def _edit_element(rng: random.Random, plan: Data) -> None:
    name = rng.choice(list(MAKERS))
    items = plan.get(name)
    if items:
        at = rng.randrange(len(items))
        key = items[at].get("id", items[at].get("code", ""))
        fresh = MAKERS[name][0](rng, key, plan)
        for field in rng.sample(sorted(fresh.keys() | items[at].keys()), 1):
            if field in fresh:
                items[at][field] = fresh[field]
            elif field not in ("year", "amount", "id", "code", "title", "name"):
                items[at].pop(field, None)


def _add(rng: random.Random, plan: Data) -> None:
    name = rng.choice(list(MAKERS))
    maker, pattern = MAKERS[name]
    items = plan.setdefault(name, [])
    taken = {item.get("id", item.get("code")) for item in items}
    key = pattern.format(rng.randint(10, 40))
    if key not in taken:
        items.insert(rng.randint(0, len(items)), maker(rng, key, plan))


def _remove(rng: random.Random, plan: Data) -> None:
    name = rng.choice(list(MAKERS))
    if plan.get(name):
        plan[name].pop(rng.randrange(len(plan[name])))
    elif name in plan:
        del plan[name]


def _reorder(rng: random.Random, plan: Data) -> None:
    items = plan.get(rng.choice(list(MAKERS)))
    if items and len(items) > 1:
        items.insert(rng.randint(0, len(items) - 1), items.pop(rng.randrange(len(items))))


EDITS = [_edit_plan, _edit_element, _edit_element, _edit_element, _add, _remove, _reorder]


def mend(plan: Data) -> None:
    """Takes out references to what an edit removed."""
    problems = {item["id"] for item in plan.get("problems", [])}
    districts = {item["code"] for item in plan.get("districts", [])}
    for item in plan.get("innovations", []):
        if "addresses" in item:
            item["addresses"] = [relief for relief in item["addresses"] if relief["problem"] in problems]
    for item in plan.get("problems", []):
        if "people_by_district" in item:
            spread = item["people_by_district"]
            item["people_by_district"] = {code: count for code, count in spread.items() if code in districts}


def large(count: int = 300, seed: int = 1) -> Data:
    """A plan with every field filled, as a region that worked hard would have it."""
    rng = random.Random(seed)
    return {
        "format": "haluan-plan/1",
        "region": {"code": "64.74", "name": "Kabupaten Contoh", "population": 500000},
        "title": "Rencana contoh",
        "period": {"first_year": 2025, "last_year": 2034},
        "settings": {"discount_rate": 0.05, "price_year": 2025, "carry_over": True},
        "problems": [
            {
                "id": f"MS-{n:03}",
                "title": words(rng),
                "dimension": rng.choice(DIMENSIONS),
                "description": words(rng, 40),
                "people_affected": rng.randint(100, 90000),
                "severity": 0.25,
                "people_by_district": {f"64.74.{d:02}": rng.randint(0, 900) for d in range(1, 11)},
                "sources": ["S1"],
            }
            for n in range(1, 101)
        ],
        "innovations": [_full(rng, n) for n in range(1, count + 1)],
        "enablers": [
            {
                "id": f"EN-{n:03}",
                "kind": "technology",
                "title": words(rng),
                "capital": 10**9,
                "sources": ["S1"],
            }
            for n in range(1, 101)
        ],
        "agencies": [{"code": f"OPD-{n:02}", "name": "OPD", "parallel_projects": 3} for n in range(1, 31)],
        "districts": [{"code": f"64.74.{n:02}", "name": words(rng)} for n in range(1, 11)],
        "budget": [{"year": year, "amount": 10**11} for year in range(2025, 2035)],
        "sources": [{"id": "S1", "title": "RPJMD"}],
    }


def _full(rng: random.Random, n: int) -> Data:
    return {
        "id": f"IN-{n:03}",
        "title": words(rng),
        "dimension": rng.choice(DIMENSIONS),
        "service_change": words(rng, 40),
        "beneficiaries": words(rng),
        "addresses": [
            {
                "problem": f"MS-{k:03}",
                "share": {"low": 0.1, "mode": 0.2, "high": 0.4},
                "lag_years": 1,
                "evidence": "C",
                "note": words(rng, 20),
            }
            for k in sorted(rng.sample(range(1, 101), 2))
        ],
        "enablers": [f"EN-{k:03}" for k in rng.sample(range(1, 101), 2)],
        "lead_agency": f"OPD-{rng.randint(1, 30):02}",
        "start": {"earliest": 2025, "latest": 2030},
        "duration_years": 2,
        "costs": [{"offset": k, "capital": 10**9 * k + 5, "operating": 2.5e8} for k in range(3)],
        "operating_per_year": 150000000,
        "funding": [{"source": "APBD", "share": 0.7}, {"source": "CSR", "share": 0.3}],
        "requires": [f"IN-{n - 1:03}"] if n > 1 and n % 5 == 0 else [],
        "quick_win": n % 10 == 0,
        "outcomes": [
            {
                "indicator": {"name": words(rng), "unit": "persen", "baseline": 10.5, "better": "higher"},
                "targets": {"2026": 20, "2030": 55.5},
            }
        ],
        "alignment": [{"document": "RPJMD", "reference": "Program 1"}],
        "decision": "chosen",
        "scheduled_start": 2026,
        "sources": ["S1"],
    }
