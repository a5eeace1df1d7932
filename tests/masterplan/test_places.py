"""Value by district: split like the people, never equally, and nothing lost."""

from __future__ import annotations

import pytest

from masterplan.document.types import Plan
from masterplan.impact import by_district, value
from tests.plans import realistic_data
from tests.strange_plans import strange_data

PLAN = {
    "format": "haluan-plan/1",
    "region": {"name": "Kabupaten Contoh"},
    "title": "Rencana contoh",
    "period": {"first_year": 2026, "last_year": 2027},
    "districts": [{"code": "A", "name": "Hulu"}, {"code": "B", "name": "Hilir"}],
    "innovations": [
        {
            "id": "IN-01", "title": "Layanan", "decision": "chosen", "scheduled_start": 2026,
            "addresses": [{"problem": key, "share": {"mode": 0.5}} for key in ("MS-01", "MS-02")],
        }
    ],
}  # fmt: skip


def spread(**people: dict[str, int]):
    problems = [
        {
            "id": key.replace("_", "-"),
            "title": key,
            "people_affected": 1000,
            "severity": 0.1,
            **({"people_by_district": parts} if parts else {}),
        }
        for key, parts in people.items()
    ]
    plan = Plan.model_validate({**PLAN, "problems": problems})
    return by_district(plan, value(plan))


def test_each_district_gets_its_part_of_the_people_and_the_rest_stays_unplaced():
    found = spread(MS_01={"A": 600, "B": 100}, MS_02={})
    assert found.districts["A"].expected == pytest.approx(0.6 * 50)
    assert found.districts["B"].expected == pytest.approx(0.1 * 50)
    assert found.unplaced.expected == pytest.approx(0.3 * 50 + 50)


def test_districts_that_count_more_people_than_there_are_share_the_whole():
    found = spread(MS_01={"A": 3000, "B": 1000}, MS_02={"B": 1000})
    assert found.districts["A"].expected == pytest.approx(0.75 * 50)
    assert found.districts["B"].expected == pytest.approx(0.25 * 50 + 50)
    assert found.unplaced.expected == pytest.approx(0)


@pytest.mark.parametrize("seed", range(40))
def test_districts_and_what_is_unplaced_add_up_to_the_value(seed):
    data = strange_data(seed) if seed % 2 else realistic_data(innovations=12, years=5, seed=seed)
    plan = Plan.model_validate(data)
    impact = value(plan)
    found = by_district(plan, impact)
    for part in range(3):
        total = sum(estimate[part] for estimate in found.districts.values()) + found.unplaced[part]
        assert total == pytest.approx(impact.person_years[part])
