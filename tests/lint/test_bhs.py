"""How things are said."""

from __future__ import annotations

from typing import Any

import pytest

from masterplan.document import apply, load
from masterplan.lint import lint
from tests.lint.judged import enabler, found, innovation, message, plan, problem


def fixed(**parts: Any) -> Any:
    """The plan with every safe fix of the language rules."""
    data = plan(**parts)
    return apply(data, lint(load(data), select=["BHS"]).fixed(data))


def test_BHS101_asks_to_drop_empty_superlatives() -> None:
    assert found("BHS101", innovations=[innovation(service_change="Kartu kelas dunia yang terdepan")]) == (
        [("IN-01", "service_change")]
    )
    assert found("BHS101", innovations=[innovation(service_change="Guru terbaik mengajar di pulau")]) == []
    assert (
        found("BHS101", innovations=[innovation(service_change="Bibit terbaik dibagikan praktik terbaik")])
        == []
    )


def test_BHS102_asks_who_lives_what_where_a_sentence_only_improves() -> None:
    assert found(
        "BHS102",
        innovations=[innovation(service_change="Meningkatkan mutu pelayanan kesehatan secara optimal")],
    ) == ([("IN-01", "service_change")])
    assert (
        found(
            "BHS102",
            innovations=[innovation(service_change="Pasien dilayani paling lama 20 menit setelah jamnya")],
        )
        == []
    )
    assert found("BHS102", innovations=[innovation()]) == []


@pytest.mark.parametrize(
    "said",
    [
        "Seluruh sekolah di Kota Bontang memakai satu jadwal",
        "Warga Banyuwangi mengurus surat di desa",
        "Murid Kota Latihan Baru belajar dengan dukungan Dinas Pendidikan Kota Latihan Baru",
    ],
)
def test_BHS103_finds_the_text_of_another_region(said: str) -> None:
    assert found("BHS103", innovations=[innovation(service_change=said)]) == [("IN-01", "service_change")]


@pytest.mark.parametrize(
    "said",
    [
        "Surat selesai di desa, seperti di Kabupaten Banyuwangi",
        "Hasil studi banding ke Kota Bontang dipakai di sini",
        "Ikan dikirim ke Kota Surabaya dua kali seminggu",
        "Warga Kabupaten Latihan mengurus surat di desa",
        "Kabupaten Layak Anak diperiksa anak-anak sendiri",
        "Bus Tanjung–Banjarmasin berangkat tiap jam",
    ],
)
def test_BHS103_lets_other_regions_be_examples_and_destinations(said: str) -> None:
    assert found("BHS103", innovations=[innovation(service_change=said)]) == []


def test_BHS103_knows_what_was_taken_over_openly() -> None:
    one = innovation(
        service_change="Warga Banyuwangi mengurus surat di desa",
        adopted_from={"region": "Kabupaten Banyuwangi"},
    )
    assert found("BHS103", innovations=[one]) == []


def test_BHS104_asks_once_for_an_abbreviation_that_is_nowhere_explained() -> None:
    said = [problem(description="Data dikumpulkan TPKJM"), problem("MS-02", description="TPKJM terlambat")]
    assert found("BHS104", problems=said) == [("MS-01", "description")]
    said[1]["description"] = "Tim kesehatan jiwa masyarakat (TPKJM) terlambat"
    assert found("BHS104", problems=said) == []
    assert found("BHS104", problems=[problem(description="KTP dan BPJS diurus di RSUD")]) == []


@pytest.mark.parametrize(
    "said",
    ["Lorem ipsum dolor sit amet", "diisi kemudian", "xxx", "TBD", "-", "Petugas [nama petugas] datang"],
)
def test_BHS105_finds_placeholders(said: str) -> None:
    assert found("BHS105", innovations=[innovation(service_change=said)]) == [("IN-01", "service_change")]


@pytest.mark.parametrize(
    "said",
    ["Formulir diisi bersama pemohon", "Surat menyusul dalam dua hari", "Contoh darah diambil di rumah"],
)
def test_BHS105_lets_the_same_words_be_said_in_earnest(said: str) -> None:
    assert found("BHS105", innovations=[innovation(service_change=said)]) == []


def test_BHS106_finds_sentences_that_have_to_be_read_twice() -> None:
    assert found("BHS106", innovations=[innovation(service_change="warga datang " * 24)]) == [
        ("IN-01", "service_change")
    ]
    assert found("BHS106", innovations=[innovation(service_change="Warga datang. " * 24)]) == []


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Warga membayar Rp 25.000 , sekali", "Warga membayar Rp25.000, sekali"),
        ("Warga  datang,lalu dilayani", "Warga datang, lalu dilayani"),
        ("Tarif Rp. 5.000 sehari ", "Tarif Rp5.000 sehari"),
    ],
)
def test_BHS107_mends_spacing_and_nothing_else(said: str, right: str) -> None:
    assert found("BHS107", innovations=[innovation(service_change=said)]) == [("IN-01", "service_change")]
    assert fixed(innovations=[innovation(service_change=said)])["innovations"][0]["service_change"] == right


def test_BHS107_leaves_figures_and_lists_alone() -> None:
    for said in ("Pukul 06.00–18.00, 1,5 km, a/b, Rp1.000", "Satu\ndua\n\ntiga", "Antre 3 jam → 20 menit"):
        assert found("BHS107", innovations=[innovation(service_change=said)]) == []


def test_BHS108_spells_words_right_and_keeps_names() -> None:
    said = innovation(
        title="Antrian SIPANDAI",
        service_change="Dimana warga menunggu ijin, di karenakan Antrian SIPANDAI penuh",
    )
    assert found("BHS108", innovations=[said]) == [("IN-01", "service_change")]
    assert fixed(innovations=[said])["innovations"][0] == {
        **said,
        "service_change": "Di mana warga menunggu izin, dikarenakan Antrian SIPANDAI penuh",
    }


def test_BHS107_and_BHS108_mend_one_text_together() -> None:
    said = innovation(service_change="Warga  menunggu ijin Rp 5.000")
    assert fixed(innovations=[said])["innovations"][0]["service_change"] == "Warga menunggu izin Rp5.000"


def test_BHS109_offers_the_indonesian_word() -> None:
    one = innovation(service_change="Petugas melakukan monitoring dan update data tiap pagi")
    assert "“monitoring” → “pemantauan”" in message("BHS109", innovations=[one])
    assert found("BHS109", innovations=[innovation(title="Dashboard Monitoring")]) == []


def test_BHS110_names_the_product_in_an_enabler_that_nothing_needs() -> None:
    brand = enabler(title="Aplikasi TaniPlus Pro v3")
    assert found("BHS110", enablers=[brand]) == [("EN-01", "title")]
    assert found("BHS110", enablers=[brand], innovations=[innovation(enablers=["EN-01"])]) == []
    assert found("BHS110", enablers=[enabler(title="Pencatatan panen, Industri 4.0")]) == []


def test_BHS111_asks_for_a_sentence_instead_of_capitals() -> None:
    said = "PASIEN MEMILIH JAM DAN DILAYANI TEPAT WAKTU"
    assert found("BHS111", innovations=[innovation(service_change=said)]) == [("IN-01", "service_change")]
    assert found("BHS111", innovations=[innovation(title="SIPANDAI")]) == []
