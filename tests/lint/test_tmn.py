"""Findings and the answers to them."""

from __future__ import annotations

from masterplan.document import load
from masterplan.lint import lint
from tests.lint.judged import plan, problem


def answer(**fields: str) -> dict[str, str]:
    return {"id": "TM-01", "code": "MSL101", "reason": "Didata bulan depan oleh Dinas Kesehatan.", **fields}


def test_an_answered_finding_no_longer_stands_and_its_reason_stays_visible() -> None:
    report = lint(load(plan(problems=[problem()], acceptances=[answer(element="MS-01")])), select=["MSL101"])
    assert report.findings == ()
    assert report.accepted[0].acceptance.reason.startswith("Didata")


def test_an_answer_about_another_element_or_field_answers_nothing() -> None:
    for other in (answer(element="MS-02"), answer(), answer(element="MS-01", field="title")):
        report = lint(load(plan(problems=[problem()], acceptances=[other])), select=["MSL101"])
        assert [finding.code for finding in report.findings] == ["MSL101"]


def test_TMN101_names_the_answer_that_no_finding_needs() -> None:
    data = plan(problems=[problem(people_affected=7)], acceptances=[answer(element="MS-01")])
    report = lint(load(data), select=["MSL101", "TMN101"])
    assert [(one.code, one.element) for one in report.findings] == [("TMN101", "TM-01")]
    assert lint(load(data), select=["TMN101"]).findings == ()  # MSL101 was not asked


def test_TMN102_closes_the_gate_when_too_much_is_left_standing() -> None:
    known = [problem(f"MS-1{number}", people_affected=1) for number in range(10, 70)]
    many = [*known, *(problem(f"MS-{number}") for number in range(10, 61))]
    report = lint(load(plan(problems=many)), gate="bimtek-1", select=["MSL101", "TMN"])
    assert report.findings[0].code == "TMN102"
    assert "paling banyak 15 peringatan; ada 51" in report.findings[0].message.id
    assert not report.passed


def test_TMN103_a_reason_has_some_words() -> None:
    short, long = answer(reason="Sudah sesuai."), answer()
    for one, expected in ((short, ["TMN103"]), (long, [])):
        report = lint(load(plan(acceptances=[one])), select=["TMN103"])
        assert [finding.code for finding in report.findings] == expected


def test_a_gate_may_refuse_an_answer() -> None:
    data = plan(
        innovations=[{"id": "IN-01", "title": "Inovasi", "funding": [{"source": "APBD", "share": 0.9}]}],
        acceptances=[answer(code="ANG101", element="IN-01", reason="Sisanya dibicarakan tahun depan saja.")],
    )
    assert lint(load(data), select=["ANG101"]).findings == ()
    assert [one.code for one in lint(load(data), select=["ANG101"], gate="penetapan").findings] == ["ANG101"]
