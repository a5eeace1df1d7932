"""The chain problem → innovation → enabler → outcome."""

from __future__ import annotations

from tests.lint.judged import chosen, enabler, found, innovation, message, outcome, problem, relief


def test_CHN101_an_innovation_answers_a_problem() -> None:
    assert found("CHN101", innovations=[innovation()]) == [("IN-01", "addresses")]
    assert found("CHN101", innovations=[innovation(addresses=[relief()])], problems=[problem()]) == []


def test_CHN102_a_problem_is_answered_by_what_is_still_in_play() -> None:
    answered = innovation(addresses=[relief()])
    assert found("CHN102", problems=[problem()], innovations=[innovation()]) == [("MS-01", "id")]
    assert found("CHN102", problems=[problem()], innovations=[answered]) == []
    rejected = [{**answered, "decision": "not_chosen"}, innovation("IN-02")]
    assert found("CHN102", problems=[problem()], innovations=rejected) == [("MS-01", "id")]
    assert found("CHN102", problems=[problem()]) == []  # no innovations yet: nothing to say


def test_CHN103_CHN104_CHN105_ask_for_change_measure_and_needs() -> None:
    whole = innovation(
        service_change="Sebelumnya antre. Sesudahnya tidak.", outcomes=[outcome()], enablers=["EN-01"]
    )
    for code, field in (("CHN103", "service_change"), ("CHN104", "outcomes"), ("CHN105", "enablers")):
        assert found(code, innovations=[innovation()]) == [("IN-01", field)]
        assert found(code, innovations=[whole], enablers=[enabler()]) == []
    for code in ("CHN104", "CHN105"):
        assert found(code, innovations=[innovation(decision="not_chosen")]) == []
    assert found("CHN103", innovations=[innovation(service_change="  ")]) == [("IN-01", "service_change")]


def test_CHN106_asks_how_much_goes_away() -> None:
    parts = {"problems": [problem()]}
    assert found("CHN106", innovations=[innovation(addresses=[{"problem": "MS-01"}])], **parts) == [
        ("IN-01", "addresses")
    ]
    assert found("CHN106", innovations=[innovation(addresses=[relief()])], **parts) == []


def test_CHN107_wonders_at_problems_of_another_dimension() -> None:
    one = innovation(dimension="branding", addresses=[relief()])
    assert found("CHN107", innovations=[one], problems=[problem(dimension="living")]) == [
        ("IN-01", "dimension")
    ]
    assert "Citra daerah" in message("CHN107", innovations=[one], problems=[problem(dimension="living")])
    assert found("CHN107", innovations=[one], problems=[problem(dimension="branding")]) == []
    assert found("CHN107", innovations=[one], problems=[problem()]) == []


def test_CHN108_what_comes_first_is_chosen_too() -> None:
    both = [chosen(requires=["IN-02"]), innovation("IN-02")]
    assert found("CHN108", innovations=both) == [("IN-01", "requires")]
    assert found("CHN108", innovations=[chosen(start=2028, requires=["IN-02"]), chosen("IN-02")]) == []


def test_CHN109_what_is_chosen_has_a_start() -> None:
    assert found("CHN109", innovations=[innovation(decision="chosen")]) == [("IN-01", "scheduled_start")]
    assert found("CHN109", innovations=[chosen(), innovation("IN-02")]) == []
