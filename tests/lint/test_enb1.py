"""Technology before the service: the words of an innovation."""

from __future__ import annotations

from typing import Any

import pytest

from masterplan.document import load
from masterplan.lint import lint
from tests.lint.judged import enabler, found, innovation, message, plan


def codes(title: str, service: str = "", needs: tuple[dict[str, Any], ...] = ()) -> set[str]:
    """The rules ENB1xx that speak about an innovation of these words."""
    said = {"service_change": service} if service else {}
    one = innovation(title=title, enablers=[need["id"] for need in needs], **said)
    report = lint(load(plan(innovations=[one], enablers=list(needs))), select=["ENB1"])
    assert all(finding.element == "IN-01" for finding in report.findings)
    return {finding.code for finding in report.findings}


@pytest.mark.parametrize(
    ("code", "title", "service"),
    [
        ("ENB101", "Dashboard Kinerja Daerah", ""),
        ("ENB101", "Super Apps Daerah", "Urusan kota dari satu genggaman"),
        ("ENB102", "Kota Aman", "Pengadaan dan pemasangan 200 unit CCTV di titik strategis"),
        ("ENB102", "Balai Kota", "Pembangunan gedung pusat inovasi yang representatif"),
        ("ENB103", "Kota Tanggap", "Tersedianya ruang kendali dengan layar 24 panel"),
        ("ENB104", "Antrean", "Tersedianya sistem antrean online di mal pelayanan publik"),
        ("ENB105", "Kinerja", "Pimpinan dapat memantau kinerja OPD secara real time melalui dashboard"),
        ("ENB106", "Gercep", "Mewujudkan pelayanan prima berbasis teknologi informasi"),
        ("ENB107", "SIPANDAI", "Masyarakat dapat mengunduh aplikasi SIPANDAI di Play Store"),
        (
            "ENB108",
            "SIMPATI",
            "Sebelumnya pelayanan dilakukan secara manual, sekarang sudah menggunakan aplikasi",
        ),
        ("ENB109", "MANTAP", "Aplikasi yang memudahkan masyarakat dalam mengakses informasi"),
        ("ENB110", "Wisata", "Aplikasi wisata dengan augmented reality kelas dunia"),
        ("ENB111", "Layanan Online", "Layanan online 24 jam"),
        ("ENB114", "Absensi", "Absensi ASN menggunakan face recognition"),
    ],
)
def test_what_puts_technology_first_is_told_once_and_by_the_rule_that_knows_why(
    code: str, title: str, service: str
) -> None:
    assert codes(title, service) == {code}


@pytest.mark.parametrize(
    ("title", "service"),
    [
        ("Janji temu puskesmas", ""),
        ("Bayar pajak lewat aplikasi", ""),
        (
            "Lampu hijau bagi ambulans",
            "Kamera di 12 simpang memberi lampu hijau; pasien tiba dalam 11 menit, dulu 24 menit",
        ),
        (
            "Satu nomor darurat",
            "Satu nomor dijawab di command center dan ambulans berangkat menjemput korban dalam tiga menit",
        ),
        (
            "SIPANDAI",
            "Orang tua mendaftarkan anaknya dari rumah lewat aplikasi, tidak perlu lagi antre sejak subuh",
        ),
        ("Lapor", "Warga menyampaikan keluhan dari telepon genggam dan dijawab dalam tiga hari"),
        ("Surat desa", "Antre 3 jam → 20 menit"),
        ("Pelayanan kesehatan", "Pelayanan kesehatan ditingkatkan bersama"),
    ],
)
def test_a_device_in_a_sentence_that_tells_what_people_live_through_is_no_purchase(
    title: str, service: str
) -> None:
    assert codes(title, service) == set()


def test_ENB112_names_the_product_in_the_title_or_in_what_is_needed() -> None:
    assert codes("Oracle Smart Government", "Warga menerima suratnya dalam 15 menit") == {"ENB112"}
    brand = enabler(title="Aplikasi TaniPlus Pro v3")
    served = "Petani menjual langsung ke pembeli dan dibayar hari itu juga"
    assert codes("Pasar tani", served, (brand,)) == {"ENB112"}
    assert codes("Pasar tani", served, (enabler(title="Pesan singkat lewat WhatsApp"),)) == set()
    assert "TaniPlus" in message(
        "ENB112", innovations=[innovation(service_change=served, enablers=["EN-01"])], enablers=[brand]
    )


def test_ENB113_speaks_where_only_devices_are_needed_and_no_service_is_told() -> None:
    screen, centre = enabler("EN-01", title="Layar besar"), enabler("EN-02", "data", title="Pusat data")
    clerk = enabler("EN-03", "people", title="Petugas")
    assert "ENB113" in codes("Pusat kendali", "Ruang kendali yang canggih", (screen, centre))
    assert "ENB113" not in codes("Pusat kendali", "Ruang kendali yang canggih", (screen, clerk))
    assert (
        codes("Janji temu", "Pasien dilayani pada jamnya, paling lama 20 menit kemudian", (screen,)) == set()
    )
    assert codes("Janji temu puskesmas", "", (screen,)) == set()


def test_the_finding_quotes_the_words_and_says_what_to_write() -> None:
    said = message(
        "ENB102", innovations=[innovation(service_change="Pengadaan dan pemasangan 200 unit CCTV")]
    )
    assert "Pengadaan" in said
    assert "sebelumnya warga" in said


def test_words_are_judged_again_only_where_they_changed() -> None:
    assert found("ENB106", innovations=[innovation(service_change="Mendukung terwujudnya smart city")]) == (
        [("IN-01", "service_change")]
    )
