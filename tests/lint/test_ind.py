"""Indicators and targets."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lint.judged import found, innovation, message, outcome


def where(code: str, *outcomes: Any, **fields: Any) -> list[tuple[str | None, str | None]]:
    return found(code, innovations=[innovation(outcomes=list(outcomes), **fields)])


OUTCOMES = [("IN-01", "outcomes")]


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("Jumlah CCTV terpasang", True),
        ("Layar yang terpasang", True),
        ("Kartu yang dicetak", True),
        ("Dokumen SOP tersusun", True),
        ("Jumlah pelatihan yang dilaksanakan", True),
        ("Tersedianya aplikasi layanan", True),
        ("Waktu tunggu pasien", False),
        ("Jumlah pasien yang menunggu lebih dari satu jam", False),
        ("Warga yang memakai kartu untuk berobat", False),
        ("Jumlah kunjungan perpustakaan", False),
        ("Sampah yang sampai ke TPA", False),
        ("Jumlah kecelakaan di titik rawan", False),
        ("Jarak ke sekolah terdekat", False),
    ],
)
def test_IND101_tells_things_from_what_people_live_through(name: str, thing: bool) -> None:
    assert bool(where("IND101", outcome(name, "satuan"))) is thing


def test_IND102_IND107_IND110_ask_for_baseline_targets_and_direction() -> None:
    bare = outcome(targets={"2028": 30})
    whole = outcome(targets={"2028": 30}, baseline=95, baseline_year=2025, better="lower")
    for code in ("IND102", "IND110"):
        assert where(code, bare) == OUTCOMES
        assert where(code, whole) == []
    assert where("IND107", outcome(baseline=95)) == OUTCOMES
    assert where("IND107", whole) == []


def test_IND103_a_baseline_has_a_year_before_the_plan() -> None:
    assert where("IND103", outcome(baseline=95)) == OUTCOMES
    assert where("IND103", outcome(baseline=95, baseline_year=2027)) == OUTCOMES
    assert where("IND103", outcome(baseline=95, baseline_year=2026)) == []


@pytest.mark.parametrize(
    ("unit", "empty"), [("-", True), (" ", True), ("40", True), ("%", False), ("menit", False)]
)
def test_IND104_a_unit_says_something(unit: str, empty: bool) -> None:
    assert bool(where("IND104", outcome(unit=unit))) is empty


def test_IND105_a_target_is_better_than_the_baseline() -> None:
    worse = outcome(targets={"2028": 48, "2030": 50}, baseline=45, better="lower")
    assert where("IND105", worse) == OUTCOMES
    assert "nilai awal 45, sasaran 2030 50" in message("IND105", innovations=[innovation(outcomes=[worse])])
    assert where("IND105", outcome(targets={"2028": 48, "2030": 40}, baseline=45, better="lower")) == []
    assert where("IND105", outcome(targets={"2030": 50}, baseline=45, better="higher")) == []
    assert where("IND105", outcome(targets={"2030": 50}, baseline=45)) == []


@pytest.mark.parametrize(
    ("name", "unit", "figure", "wrong"),
    [
        ("Keluarga berjamban", "persen", 120, True),
        ("Kunjungan", "orang", -5, True),
        ("Pertumbuhan kunjungan", "persen", 120, False),
        ("Keluarga berjamban", "persen", 100, False),
        ("Suhu cadangan vaksin", "°C", -20, False),
        ("Kunjungan", "orang", 5000, False),
    ],
)
def test_IND106_a_target_is_possible(name: str, unit: str, figure: float, wrong: bool) -> None:
    assert bool(where("IND106", outcome(name, unit, {"2030": figure}))) is wrong


def test_IND108_targets_reach_towards_the_end() -> None:
    assert where("IND108", outcome(targets={"2026": 3})) == OUTCOMES
    assert where("IND108", outcome(targets={"2027": 3})) == []


def test_IND109_a_target_differs_from_the_baseline() -> None:
    assert where("IND109", outcome(targets={"2030": 12.0}, baseline=12)) == OUTCOMES
    assert where("IND109", outcome(targets={"2028": 12, "2030": 13}, baseline=12)) == []


def test_IND111_targets_move_one_way() -> None:
    assert where("IND111", outcome(targets={"2028": 30, "2029": 42, "2030": 25})) == OUTCOMES
    assert where("IND111", outcome(targets={"2030": 25, "2028": 42, "2029": 42})) == []


def test_IND112_the_sentence_and_the_baseline_agree() -> None:
    waiting = outcome("Waktu tunggu rawat jalan", "menit", {"2030": 20}, baseline=45)
    text = "Sebelumnya: pasien menunggu {}. Sesudahnya: pasien datang lima menit sebelum gilirannya."
    assert where("IND112", waiting, service_change=text.format("tiga jam")) == [("IN-01", "service_change")]
    for agreeing in ("hampir satu jam", "40 menit", "lama"):
        assert where("IND112", waiting, service_change=text.format(agreeing)) == []
    people = outcome("Pasien yang pulang", "orang", baseline=45)
    assert where("IND112", people, service_change=text.format("tiga jam")) == []


def test_IND113_targets_lie_within_the_plan() -> None:
    assert where("IND113", outcome(targets={"2028": 1, "2031": 2})) == OUTCOMES
    assert where("IND113", outcome(targets={"2026": 1, "2030": 2})) == []
