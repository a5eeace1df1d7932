"""Problems that people feel."""

from __future__ import annotations

from tests.lint.judged import found, problem


def test_MSL101_asks_how_many_people_have_it() -> None:
    assert found("MSL101", problems=[problem()]) == [("MS-01", "people_affected")]
    assert found("MSL101", problems=[problem(people_affected=18_000)]) == []
    assert found("MSL101", problems=[problem(people_affected=0)]) == []
