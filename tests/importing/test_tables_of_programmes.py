"""Tables as regions make them: what is an innovation, what is a section, a sum, an activity or a note."""

from __future__ import annotations

import pytest

from tests.importing.tables import Read, book

HEAD = ["No", "Program", "OPD", "Tahun", "Anggaran (Rp juta)"]


def test_the_unit_in_the_head_is_used_and_said() -> None:
    read = Read(book(HEAD, [1, "Air Sampai Malam", "Dinas Kesehatan", 2026, "1.250,5"]))
    assert read.innovation("Air Sampai Malam")["costs"] == [{"offset": 0, "capital": 1_250_500_000}]
    (seen,) = read.seen("costs[0].capital")
    assert seen["where"] == "Lembar1!E2"
    assert seen["note"] == "dikalikan 1.000.000 karena kepala tabel menyebut juta"


def test_an_amount_without_a_unit_is_left() -> None:
    read = Read(book([*HEAD[:4], "Anggaran"], [1, "Air Sampai Malam", "Dinas Kesehatan", 2026, 1250]))
    assert "costs" not in read.innovation("Air Sampai Malam")
    assert 'Lembar1!E2: jumlah "1250" tidak dipakai: satuannya' in read.left


@pytest.mark.parametrize("text", ["1,250", "Rp 450.000.000", "500 - 750", "1.2.3"])
def test_an_amount_that_may_be_read_in_two_ways_is_left(text: str) -> None:
    read = Read(book(HEAD, [1, "Air Sampai Malam", "Dinas Kesehatan", 2026, text]))
    assert "costs" not in read.innovation("Air Sampai Malam")
    assert "Lembar1!E2" in read.left


def test_an_english_column_is_known_by_its_other_figures() -> None:
    head = [*HEAD[:4], "Anggaran (Rp)"]
    rows = [
        [1, "Air Sampai Malam", "Dinas Kesehatan", 2026, "1,250,000,000"],
        [2, "Lampu Gang", "DLH", 2026, "750,000,000.00"],
    ]
    read = Read(book(head, *rows))
    assert read.innovation("Air Sampai Malam")["costs"][0]["capital"] == 1_250_000_000
    assert read.innovation("Lampu Gang")["costs"][0]["capital"] == 750_000_000


def test_sums_and_sections_and_signatures_are_no_innovations() -> None:
    read = Read(
        book(
            HEAD,
            ["I", "SMART LIVING", None, None, 300],
            [1, "Air Sampai Malam", "Dinas Kesehatan", 2026, 300],
            [None, "Sub Total", None, None, 300],
            [None, "Grand Total", None, None, 300],
            [None, "Rekaan, 2 Januari 2025"],
            [None, "Kepala Bappeda"],
        )
    )
    assert read.new == ["Air Sampai Malam"]
    assert read.innovation("Air Sampai Malam")["dimension"] == "living"


def test_activities_below_a_programme_add_no_innovation_and_no_money() -> None:
    read = Read(
        book(
            HEAD,
            [1, "Air Sampai Malam", "Dinas Kesehatan", 2026, 300],
            ["a", "Sosialisasi", None, None, 100],
            ["b", "Pengadaan pipa", None, None, 200],
            [2, "Lampu Gang", "DLH", "2026-2027", 90],
        )
    )
    assert read.new == ["Air Sampai Malam", "Lampu Gang"]
    assert read.innovation("Air Sampai Malam")["costs"] == [{"offset": 0, "capital": 300_000_000}]


def test_activities_bring_the_money_a_programme_does_not_tell() -> None:
    read = Read(
        book(
            HEAD,
            [1, "Air Sampai Malam", "Dinas Kesehatan", 2026, None],
            ["a", "Sosialisasi", None, None, 100],
            ["b", "Pengadaan pipa", None, None, 200],
        )
    )
    assert read.innovation("Air Sampai Malam")["costs"] == [{"offset": 0, "capital": 300_000_000}]


def test_programme_and_activity_columns_make_one_innovation_a_programme() -> None:
    head = ["No", "Program", "Kegiatan", "OPD", "Tahun", "Anggaran (Rp)"]
    rows = [
        [1, "Air Sampai Malam", "Sosialisasi", "Dinas Kesehatan", 2026, 100_000_000],
        [None, None, "Pengadaan pipa", "DLH", 2027, 200_000_000],
        [2, "Lampu Gang", "Survei", "DLH", 2026, 90_000_000],
    ]
    read = Read(book(head, *rows, merged=["B2:B3"]))
    assert read.new == ["Air Sampai Malam", "Lampu Gang"]
    air = read.innovation("Air Sampai Malam")
    assert (air["lead_agency"], air["partner_agencies"]) == ("DINKES", ["DLH"])
    assert sum(cost["capital"] for cost in air["costs"]) == 300_000_000
    assert (air["start"], air["duration_years"]) == ({"earliest": 2026, "latest": 2026}, 2)


def test_a_repeated_head_and_a_second_table_with_another_head_are_understood() -> None:
    read = Read(
        book(
            ["SMART LIVING"],
            HEAD,
            [1, "Air Sampai Malam", "Dinas Kesehatan", 2026, 300],
            HEAD,
            [2, "Lampu Gang", "DLH", 2026, 90],
            [],
            ["SMART ECONOMY"],
            ["No", "Inovasi", "Penanggung Jawab", "Waktu"],
            [1, "Warung Jujur", "Dinas Perdagangan", "2027"],
        )
    )
    assert read.new == ["Air Sampai Malam", "Lampu Gang", "Warung Jujur"]
    assert [read.innovation(title)["dimension"] for title in read.new] == ["living", "living", "economy"]


def test_several_agencies_in_a_cell_lead_and_help() -> None:
    read = Read(
        book(HEAD, [1, "Air Sampai Malam", "1. Dinas Kesehtan (koordinator)\n2. Dinas Kominfo", 2026, 3])
    )
    air = read.innovation("Air Sampai Malam")
    assert (air["lead_agency"], air["partner_agencies"]) == ("DINKES", ["DISKOMINFO"])


def test_an_unknown_agency_is_proposed_once_and_everybody_is_nobody() -> None:
    read = Read(
        book(
            HEAD,
            [1, "Air Sampai Malam", "Dinas Perikanan", 2026, 3],
            [2, "Lampu Gang", "Dinas Perikanan", 2026, 3],
            [3, "Pos Ronda", "Semua OPD terkait", 2026, 3],
        )
    )
    new = [agency for agency in read.after["agencies"] if agency["name"] == "Dinas Perikanan"]
    assert len(new) == 1
    assert "lead_agency" not in read.innovation("Pos Ronda")
    assert '"Semua OPD terkait" bukan nama perangkat daerah' in read.left


def test_an_innovation_the_plan_knows_is_updated_and_a_similar_one_is_told() -> None:
    read = Read(
        book(
            HEAD,
            [1, "ANTREAN RAMAH PUSKESMAS", "Dinas Kesehatan", 2026, 400],
            [2, "Surat Selesai di Balai Dusun", "DPMD", 2026, 90],
        )
    )
    assert read.new == ["Surat Selesai di Balai Dusun"]
    assert read.innovation("Antrean Ramah Puskesmas")["costs"] == [{"offset": 0, "capital": 400_000_000}]
    assert "mirip dengan IN-02" in read.left


def test_the_same_title_told_twice_differently_stands_as_told_first() -> None:
    read = Read(book(HEAD, [1, "Air Malam", "DLH", 2026, 400], [2, "Air Malam", "DLH", 2028, 90]))
    assert read.innovation("Air Malam")["start"]["earliest"] == 2026
    assert "sudah ada di Lembar1!B2 dengan isi lain" in read.left


def test_what_exists_already_and_what_others_did_is_not_the_plan() -> None:
    for title in ("Daftar aplikasi eksisting", "Realisasi program 2024", "Studi banding daerah lain"):
        read = Read(book([title], [], HEAD, [1, "Air Malam", "DLH", 2026, 400]))
        assert read.new == []
        assert title in read.left


def test_a_year_outside_the_time_of_the_innovation_is_left() -> None:
    head = ["No", "Program", "OPD", "Tahun", "Anggaran 2025 (Rp juta)", "Anggaran 2026 (Rp juta)"]
    read = Read(book(head, [1, "Air Malam", "DLH", "2026-2027", 55, 400]))
    assert read.innovation("Air Malam")["costs"] == [{"offset": 0, "capital": 400_000_000}]
    assert 'Lembar1!E2: jumlah "55" ada di luar tahun pelaksanaan' in read.left


def test_indicators_with_targets_by_year_become_outcomes() -> None:
    head = ["No", "Program", "OPD", "Indikator", "Satuan", "Kondisi Awal", "Target 2026", "Target 2027"]
    read = Read(book(head, [1, "Air Malam", "DLH", "Rumah berair 24 jam", "persen", 41, 55, "62,5"]))
    assert read.innovation("Air Malam")["outcomes"] == [
        {
            "indicator": {"name": "Rumah berair 24 jam", "unit": "persen", "baseline": 41},
            "targets": {"2026": 55, "2027": 62.5},
        }
    ]


def test_columns_that_are_not_understood_are_named() -> None:
    read = Read(book([*HEAD, "Koordinat"], [1, "Air Malam", "DLH", 2026, 400, "-7.1, 110.2"]))
    assert 'Lembar1: kolom yang tidak dibaca: "Koordinat"' in read.left


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (["No", "Nama", "Jabatan", "Instansi"], [1, "Warga Rekaan", "Ketua", "Dinas Kesehatan"]),
        (["No", "Nama Aplikasi", "OPD", "Tahun Pembuatan"], [1, "E-Lama", "Diskominfo", 2025]),
        (["No", "Nama Aplikasi", "OPD", "Tahun"], [1, "E-Lama", "Diskominfo", 2019]),
        (["No", "Kegiatan", "Waktu", "Penanggung Jawab"], [1, "Bimbingan teknis pertama", "2025", "Bappeda"]),
        (["No", "Nama Peraturan", "Tahun", "Tentang"], [1, "Peraturan Bupati 3", 2026, "Kota cerdas"]),
        (
            ["No", "Sasaran", "Indikator", "Satuan", "2025"],
            [1, "Warga sehat", "Angka harapan hidup", "tahun", 72],
        ),
    ],
)
def test_tables_about_something_else_bring_nothing(head: list[str], row: list[object]) -> None:
    read = Read(book(head, row, row))
    assert (read.new, read.result.changes.changes) == ([], ())
    assert "Lembar1: tidak dibaca" in read.left


def test_what_was_spent_is_not_what_is_planned() -> None:
    head = ["No", "Program", "OPD", "Realisasi Anggaran 2024 (Rp)", "Anggaran 2025 (Rp)", "Nilai SPBE"]
    read = Read(book(head, [1, "Air Malam", "DLH", 450_000_000, 500_000_000, 3]))
    assert read.innovation("Air Malam")["costs"] == [{"offset": 0, "capital": 500_000_000}]
    assert read.innovation("Air Malam")["start"] == {"earliest": 2025, "latest": 2025}


def test_money_below_an_empty_name_may_be_a_sum() -> None:
    read = Read(book(HEAD, [1, "Air Malam", "DLH", 2026, 300], [None, None, None, None, 300]))
    assert read.innovation("Air Malam")["costs"] == [{"offset": 0, "capital": 300_000_000}]
    assert "baris tanpa nama program" in read.left


def test_others_than_agencies_are_left() -> None:
    read = Read(book(HEAD, [1, "Air Malam", "Dinas Sosial, Kepolisian dan PT Air Rekaan", 2026, 300]))
    assert [a["name"] for a in read.after["agencies"]][-1] == "Dinas Sosial"
    assert '"Kepolisian" bukan nama perangkat daerah' in read.left
