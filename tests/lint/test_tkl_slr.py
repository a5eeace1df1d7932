"""Governance; alignment with other plans."""

from __future__ import annotations

from typing import Any

from tests.lint.judged import chosen, enabler, found, innovation, many, message, problem, relief


def seat(role: str, name: str = "", body: str = "council") -> dict[str, Any]:
    return {"role": role, "name": name, "body": body}


WHOLE = [
    seat("Ketua", "Bupati Latihan"),
    seat("Anggota, unsur akademisi", "Rektor Universitas Latihan"),
    seat("Anggota, unsur usaha", "Ketua Kadin"),
    seat("Anggota, unsur masyarakat", "Ketua Forum Kader"),
    seat("Anggota, unsur media", "Radio Latihan"),
]


def aligned(*documents: str, **fields: Any) -> dict[str, Any]:
    return chosen(alignment=[{"document": one, "reference": "Misi 1"} for one in documents], **fields)


def test_TKL101_somebody_answers_for_it() -> None:
    assert found("TKL101", innovations=[innovation()]) == [("IN-01", "lead_agency")]
    led = innovation(lead_agency="DINKES")
    assert found("TKL101", innovations=[led], agencies=[{"code": "DINKES", "name": "Dinkes"}]) == []


def test_TKL102_the_head_sits_in_the_council() -> None:
    assert found("TKL102", governance=[seat("Ketua", "Kepala Diskominfo")]) == [(None, "governance")]
    for head in ("Bupati Demak", "Wali Kota Bontang", "Walikota"):
        assert found("TKL102", governance=[seat("Ketua", head)]) == []
    assert found("TKL102") == []


def test_TKL103_the_council_has_all_its_seats() -> None:
    assert found("TKL103", governance=WHOLE) == []
    assert message("TKL103", governance=WHOLE[:3]) == "Belum ada unsur masyarakat dan media."


def test_TKL104_council_and_team_are_written() -> None:
    five = many(innovation, 5, "IN")
    assert found("TKL104", innovations=five) == [(None, "governance")]
    assert message("TKL104", innovations=five, governance=WHOLE) == "Belum ada Tim Pelaksana."
    assert found("TKL104", innovations=five, governance=[*WHOLE, seat("Ketua", body="executive_team")]) == []


def test_TKL105_one_agency_does_not_lead_everything() -> None:
    codes = ["A1", "B1", "C1", "D1"]
    agencies = [{"code": code, "name": code} for code in codes]

    def led(*leads: str) -> list[dict[str, Any]]:
        return [innovation(f"IN-{number:02d}", lead_agency=lead) for number, lead in enumerate(leads)]

    assert found(
        "TKL105",
        innovations=led(*["A1", "A1", "A1", "A1", "B1", "B1", "C1", "C1", "D1", "D1"]),
        agencies=agencies,
    ) == [("A1", "code")]
    assert (
        found(
            "TKL105",
            innovations=led(*["A1", "A1", "A1", "B1", "B1", "B1", "C1", "C1", "D1", "D1"]),
            agencies=agencies,
        )
        == []
    )


def test_TKL106_TKL107_a_plan_has_a_regulation_and_risks() -> None:
    five = many(innovation, 5, "IN")
    risk = {"id": "RS-01", "title": "Lelang gagal"}
    assert found("TKL106", innovations=five) == [(None, "legal_basis")]
    assert found("TKL106", innovations=five, legal_basis="Perbup 107/2019") == []
    assert found("TKL107", innovations=five) == [(None, "risks")]
    assert found("TKL107", innovations=five, risks=[risk]) == []


def test_TKL108_a_risk_is_somebodys() -> None:
    agencies = [{"code": "DINKES", "name": "Dinkes"}]
    risk = {"id": "RS-01", "title": "Lelang gagal", "response": "Pakai katalog."}
    assert found("TKL108", risks=[risk]) == [("RS-01", "response")]
    assert found("TKL108", risks=[{**risk, "owner": "DINKES"}], agencies=agencies) == []


def test_SLR101_SLR102_SLR104_link_to_the_five_year_plan() -> None:
    assert found("SLR101", innovations=[innovation()]) == [("IN-01", "alignment")]
    assert found("SLR101", innovations=[aligned("SDGs")]) == []
    assert found("SLR102", innovations=[aligned("SDGs")]) == [("IN-01", "alignment")]
    assert found("SLR102", innovations=[aligned("Renstra")]) == []
    assert found("SLR104", innovations=[innovation(alignment=[{"document": "RPJMD"}])]) == [
        ("IN-01", "alignment")
    ]
    assert found("SLR104", innovations=[aligned("RPJMD")]) == []


def test_SLR103_new_technology_knows_the_architecture() -> None:
    three = many(enabler, 3, "EN")
    assert found("SLR103", innovations=[aligned("RPJMD")], enablers=three) == [(None, "innovations")]
    assert found("SLR103", innovations=[aligned("SPBE")], enablers=three) == []
    assert found("SLR103", innovations=[aligned("RPJMD")], enablers=three[:2]) == []


def test_SLR105_two_agencies_do_not_build_the_same() -> None:
    parts = {
        "problems": [problem()],
        "enablers": many(enabler, 3, "EN"),
        "agencies": [{"code": "DINKES", "name": "Dinkes"}, {"code": "RSUD", "name": "RSUD"}],
    }
    one = innovation(addresses=[relief()], enablers=["EN-01", "EN-02"], lead_agency="DINKES")
    other = {**one, "id": "IN-02", "lead_agency": "RSUD"}
    assert found("SLR105", innovations=[one, other], **parts) == [("IN-02", "lead_agency")]
    assert found("SLR105", innovations=[one, {**other, "lead_agency": "DINKES"}], **parts) == []
    assert found("SLR105", innovations=[one, {**other, "enablers": ["EN-03"]}], **parts) == []
    either = [{**each, "alternative_group": "satu"} for each in (one, other)]
    assert found("SLR105", innovations=either, **parts) == []


def test_SLR106_a_sub_activity_belongs_to_one_agency() -> None:
    agencies = [{"code": "DINKES", "name": "Dinkes"}, {"code": "RSUD", "name": "RSUD"}]
    line = [{"code": "1.02.02.2.02.0001"}]
    one, other = (
        innovation(lead_agency="DINKES", sub_activities=line),
        innovation("IN-02", lead_agency="RSUD", sub_activities=line),
    )
    place = [("IN-02", "sub_activities[1.02.02.2.02.0001]")]
    assert found("SLR106", innovations=[one, other], agencies=agencies) == place
    assert found("SLR106", innovations=[one, {**other, "lead_agency": "DINKES"}], agencies=agencies) == []
