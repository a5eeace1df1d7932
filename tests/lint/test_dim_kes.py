"""Balance over the dimensions; readiness and strategic issues."""

from __future__ import annotations

from typing import Any

from tests.lint.judged import chosen, found, innovation, many, message

SIX = ("governance", "branding", "economy", "living", "society", "environment")


def ready(key: str = "RD-01", element: str = "structure", **fields: Any) -> dict[str, Any]:
    return {"id": key, "element": element, "aspect": "Keterampilan petugas", **fields}


def issue(key: str = "SW-01", kind: str = "weakness") -> dict[str, Any]:
    return {"id": key, "kind": kind, "text": "Tenaga terampil sedikit."}


def each(*dimensions: str) -> list[dict[str, Any]]:
    return [innovation(f"IN-{number:02d}", dimension=one) for number, one in enumerate(dimensions, 1)]


def test_DIM101_names_the_empty_dimensions() -> None:
    assert found("DIM101", innovations=each(*SIX[:5], "living")) == [(None, "innovations")]
    assert (
        message("DIM101", innovations=each(*SIX[:4], "living", "living"))
        == "Tanpa inovasi: Masyarakat dan Lingkungan."
    )
    assert found("DIM101", innovations=each(*SIX)) == []
    assert found("DIM101", innovations=[*each(*SIX[:5], "living"), innovation("IN-09")]) == []


def test_DIM102_DIM107_ask_for_dimension_and_sub_dimension() -> None:
    whole = innovation(dimension="living", sub_dimension="kesehatan")
    for code, field in (("DIM102", "dimension"), ("DIM107", "sub_dimension")):
        assert found(code, innovations=[innovation()]) == [("IN-01", field)]
        assert found(code, innovations=[whole]) == []


def test_DIM103_one_dimension_does_not_hold_most() -> None:
    assert found("DIM103", innovations=each(*(["governance"] * 6), *SIX[1:5])) == [(None, "innovations")]
    assert found("DIM103", innovations=each(*(["governance"] * 5), *SIX[1:])) == []


def test_DIM104_a_dimension_has_what_was_promised() -> None:
    two = [chosen(dimension="living"), innovation("IN-02", dimension="economy")]
    assert found("DIM104", innovations=two, settings={"minimum_per_dimension": 1}) == [(None, "innovations")]
    assert found("DIM104", innovations=two[:1], settings={"minimum_per_dimension": 1}) == []


def test_DIM105_a_gap_is_closed_by_an_innovation() -> None:
    gap = [ready(level=2, target_level=4)]
    assert found("DIM105", readiness=gap) == [("RD-01", "target_level")]
    assert found("DIM105", readiness=gap, innovations=[innovation(readiness=["RD-01"])]) == []
    assert found("DIM105", readiness=[ready(level=4, target_level=4)]) == []


def test_DIM106_the_money_is_not_all_in_one_dimension() -> None:
    def spread(living: int) -> list[dict[str, Any]]:
        amounts = {"living": living, "economy": 1_000_000_000, "society": 1_000_000_000}
        return [
            chosen(f"IN-{name.upper()}", dimension=name, costs=[{"offset": 0, "capital": amount}])
            for name, amount in amounts.items()
        ]

    assert found("DIM106", innovations=spread(9_000_000_000)) == [(None, "innovations")]
    assert found("DIM106", innovations=spread(2_000_000_000)) == []


def test_DIM108_a_level_now_asks_for_a_level_wanted() -> None:
    assert found("DIM108", readiness=[ready(level=2)]) == [("RD-01", "target_level")]
    assert found("DIM108", readiness=[ready(level=2, target_level=3)]) == []
    assert found("DIM108", readiness=[ready()]) == []


def test_KES101_all_five_components_are_looked_at() -> None:
    five = ("nature", "structure", "infrastructure", "superstructure", "culture")
    whole = [ready(f"RD-0{number}", element) for number, element in enumerate(five)]
    assert found("KES101") == [(None, "readiness")]
    assert message("KES101", readiness=whole[:3]) == "Belum dilihat: suprastruktur dan budaya."
    assert found("KES101", readiness=whole) == []


def test_KES102_a_finding_has_a_level() -> None:
    assert found("KES102", readiness=[ready()]) == [("RD-01", "level")]
    assert found("KES102", readiness=[ready(level=1)]) == []


def test_KES103_weaknesses_and_threats_are_answered() -> None:
    parts = {"issues": [issue(), issue("SW-02", "threat"), issue("SW-03", "strength")]}
    assert found("KES103", innovations=[innovation()], **parts) == [("SW-01", "id"), ("SW-02", "id")]
    assert found("KES103", innovations=[innovation(issues=["SW-01", "SW-02"])], **parts) == []


def test_KES104_all_four_quadrants_hold_something() -> None:
    four = [
        issue(f"SW-0{number}", kind)
        for number, kind in enumerate(("strength", "weakness", "opportunity", "threat"))
    ]
    assert found("KES104") == [(None, "issues")]
    assert message("KES104", issues=four[:3]) == "Belum ada isinya: ancaman."
    assert found("KES104", issues=four) == []


def test_KES105_low_readiness_is_raised() -> None:
    low = [ready(level=2)]
    assert found("KES105", readiness=low, innovations=[innovation()]) == [("RD-01", "level")]
    assert found("KES105", readiness=low, innovations=[innovation(readiness=["RD-01"])]) == []
    assert found("KES105", readiness=[ready(level=3)], innovations=[innovation()]) == []


def test_a_sparse_plan_hears_each_thing_once() -> None:
    assert found("DIM102", innovations=many(innovation, 12, "IN")) == [(None, "innovations")]
