"""Habits learned from a second stranger's files, each alone and in other words than the stranger's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importing.making import base_plan, document_bytes, new_document
from tests.importing.tables import Read, book
from tests.importing.test_habits_of_strangers import HEAD, agency, costs

# Which column holds the innovations --------------------------------------------------------------


def grouped(group: str, name: str, *, code: str = "No") -> Read:
    """Two innovations below one programme whose cell reaches over both."""
    return Read(
        book(
            (code, group, name, "Pelaksana", "Tahun", "Biaya (Rp)"),
            (1, "Warga Sehat", "Pos Siaga", "Dinkes", 2026, 90_000_000),
            (2, None, "Antar Obat", "Dinkes", 2027, 70_000_000),
            (3, "Rawa Lestari", "Kebun Kota", "DLH", 2025, 40_000_000),
            merged=("B2:B3",),
        )
    )


@pytest.mark.parametrize("name", ["Inovasi/Kegiatan", "Kegiatan / Inisiatif", "Nama Aksi atau Inovasi"])
def test_activities_or_innovations_below_a_programme_are_what_is_told(name: str) -> None:
    read = grouped("Program Daerah", name)
    assert read.new == ["Pos Siaga", "Antar Obat", "Kebun Kota"]
    assert [costs(read, title) for title in read.new] == [[90_000_000], [70_000_000], [40_000_000]]


def test_activities_counted_one_by_one_below_a_merged_programme_are_what_is_told() -> None:
    assert grouped("Program", "Kegiatan").new == ["Pos Siaga", "Antar Obat", "Kebun Kota"]


def test_activities_below_a_counted_programme_stay_its_parts() -> None:
    read = Read(
        book(
            ("No", "Program", "Kegiatan", "Pelaksana", "Tahun", "Biaya (Rp)"),
            (1, "Warga Sehat", "Pos Siaga", "Dinkes", 2026, 90_000_000),
            (None, None, "Antar Obat", "Dinkes", 2026, 70_000_000),
            (2, "Rawa Lestari", "Kebun Kota", "DLH", 2025, 40_000_000),
            merged=("A2:A3", "B2:B3"),
        )
    )
    assert read.new == ["Warga Sehat", "Rawa Lestari"]


def test_the_activities_of_an_innovation_are_not_its_name() -> None:
    raw = book(
        ("No", "Program", "Kegiatan Inovasi", "Pelaksana", "Biaya (Rp)"),
        (1, "Warga Sehat", "Latih kader", "Dinkes", 90_000_000),
        (2, "Rawa Lestari", "Tanam bakau", "DLH", 40_000_000),
    )
    assert Read(raw).new == ["Warga Sehat", "Rawa Lestari"]


# Titles of sheets and sums -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    ["KABUPATEN RAWA INDAH TAHUN 2025-2029", "Kota Rawa 2025 s.d. 2029", "Pemerintah Kota Rawa Tahun 2026"],
)
def test_a_region_and_its_years_are_no_innovation(line: str) -> None:
    rows = (HEAD, (1, line, "DLH", 2026, 90), (2, "Kota Layak Lansia", "DLH", 2026, 90))
    assert Read(book(*rows)).new == ["Kota Layak Lansia"]


def test_sums_by_agency_are_no_form() -> None:
    raw = book(
        ("Daftar Usulan Perangkat Daerah",),
        ("Warga Rawa Tahun 2026",),
        ("No", "Perangkat Daerah", "Banyaknya", "Anggaran (Rp)"),
        (1, "Dinas Kesehatan", 2, 90_000_000),
        (2, "Dinas Sosial", 1, 40_000_000),
        ("Total", None, 3, 130_000_000),
    )
    assert Read(raw).new == []


# Agencies ----------------------------------------------------------------------------------------


def read_with(known: list[str], named: str) -> Read:
    plan: dict[str, Any] = base_plan()
    plan["agencies"] += [{"code": f"OPD-{number}", "name": name} for number, name in enumerate(known, 1)]
    return Read(book(HEAD, (1, "Pekan Sungai", named, 2026, 90)), plan=plan)


@pytest.mark.parametrize(
    ("known", "named"),
    [
        ("Dinas Kependudukan dan Keluarga Berencana", "Dinas Kependudukan dan KB"),
        (
            "Dinas Perdagangan, Koperasi dan UMKM",
            "Dinas Perdagangan, Koperasi, Usaha Mikro, Kecil dan Menengah",
        ),
        ("Dinas Riset dan Teknologi Informasi", "Dinas Riset dan TI"),
    ],
)
def test_first_letters_stand_for_the_words_of_a_known_agency(known: str, named: str) -> None:
    assert agency(read_with([known], named), "Pekan Sungai") == known


def test_first_letters_that_two_agencies_bear_are_asked() -> None:
    read = read_with(
        ["Dinas Kependudukan dan Keluarga Berencana", "Dinas Kependudukan dan Kebun Bersama"],
        "Dinas Kependudukan dan KB",
    )
    assert agency(read, "Pekan Sungai") is None


def test_first_letters_alone_are_no_agency_of_the_plan() -> None:
    read = read_with(["Dinas Zakat dan Yayasan"], "Dinas ZY")
    assert agency(read, "Pekan Sungai") != "Dinas Zakat dan Yayasan"


# Money and headings ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("time", "cost", "expected"),
    [
        ("2025-2027", "Rp40.000.000 per tahun (total Rp120.000.000)", [40, 40, 40]),
        ("2025-2027", "Jumlah seluruhnya Rp120 juta, Rp40 juta/tahun", [40, 40, 40]),
        ("2025-2026", "Rp40.000.000 per tahun (total Rp120.000.000)", []),
        ("2025-2027", "Rp40.000.000 per tahun (total Rp130.000.000)", []),
    ],
)
def test_a_yearly_amount_beside_its_total_is_used_where_they_agree(
    time: str, cost: str, expected: list[int]
) -> None:
    raw = f"Nama inovasi: Pos Siaga\nPelaksana: Dinkes\nTahun: {time}\nAnggaran: {cost}\n"
    assert [amount // 10**6 for amount in costs(Read(raw.encode()), "Pos Siaga")] == expected
    rows = (("No", "Nama Inovasi", "Pelaksana", "Waktu", "Anggaran"), (1, "Pos Siaga", "Dinkes", time, cost))
    assert [amount // 10**6 for amount in costs(Read(book(*rows)), "Pos Siaga")] == expected


def headed(*titles: str, labels: tuple[str, ...]) -> list[str]:
    document = new_document()
    document.add_heading("B. Inovasi Terpilih", 1)
    for number, title in enumerate(titles, 1):
        document.add_heading(f"{number}. {title}", 2)
        for label in labels:
            document.add_paragraph(label)
    return Read(document_bytes(document)).new


def test_a_general_word_inside_a_heading_hides_no_innovation_that_its_labels_tell() -> None:
    labels = ("Perangkat Daerah: Dinas Kesehatan", "Waktu: 2026", "Biaya: Rp90.000.000")
    assert headed("Lapor Kondisi Jembatan", labels=labels) == ["Lapor Kondisi Jembatan"]
    assert headed("Kondisi Jembatan", labels=labels) == []
    assert headed("Rincian Anggaran", labels=labels) == []
    assert headed("Sumber Air Bersih", labels=labels) == ["Sumber Air Bersih"]


def test_a_heading_with_a_general_word_and_few_facts_is_left() -> None:
    assert headed("Tahap dan Jadwal", labels=("Waktu: 2026", "Biaya: Rp90.000.000")) == []
    assert headed("Lapor Kondisi Jembatan", labels=("Perangkat Daerah: Dinas Kesehatan",)) == []
