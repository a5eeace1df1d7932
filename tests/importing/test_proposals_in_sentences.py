"""A memo that asks for innovations in sentences: what is taken, and what such a memo also lists."""

from __future__ import annotations

import pytest

from tests.importing.tables import Read

LETTER = "PEMERINTAH KABUPATEN REKAAN\nDINAS PERHUBUNGAN\nBersama ini kami sampaikan usulan inovasi sebagai berikut:\n"


def memo(*entries: str, lead: str = LETTER, end: str = "") -> Read:
    return Read((lead + "\n".join(f"{n}. {entry}" for n, entry in enumerate(entries, 1)) + end).encode())


@pytest.mark.parametrize(
    ("entry", "title", "lead", "year", "cost"),
    [
        ("Halte Pintar. Kami mengusulkan papan jadwal, mulai tahun 2026 dan selesai 2028, dengan total biaya Rp 1,5 miliar.",
         "Halte Pintar", "DISHUB", 2026, 1500),
        ("Dinkes mengajukan “Antar Obat” (ANTO), dengan biaya Rp 50 juta per tahun, mulai 2026 s.d. 2027.",
         "Antar Obat (ANTO)", "DINKES", 2026, 100),
        ("Dari Dinas Lingkungan Hidup diterima usulan Kebun Kota guna menata rawa, dikerjakan tahun 2027, biaya Rp 75 juta.",
         "Kebun Kota", "DLH", 2027, 75),
        ("Pos Siaga — layanan dusun; pelaksana Dinas Kesehatan; 2025-2026; Rp 4 miliar, di antaranya Rp 1 miliar hibah.",
         "Pos Siaga", "DINKES", 2025, 4000),
        ("Peta Rawa. Tahun 2026 disediakan Rp 90 juta, dilanjutkan Rp 60 juta pada tahun 2027 oleh DLH.",
         "Peta Rawa", "DLH", 2026, 150),
        ("e-Parkir Pasar. Waktu: 2027. Pelaksana: Dinas Perhubungan. Biaya: Rp 80 juta.",
         "e-Parkir Pasar", "DISHUB", 2027, 80),
    ],
)  # fmt: skip
def test_an_entry_tells_its_name_who_when_and_how_much(
    entry: str, title: str, lead: str, year: int, cost: int
) -> None:
    read = memo(entry)
    assert read.new == [title]
    found = read.innovation(title)
    assert (found["lead_agency"], found["start"]["earliest"]) == (lead, year)
    assert sum(item["capital"] for item in found["costs"]) == cost * 10**6


@pytest.mark.parametrize(
    "entry",
    [
        "Aplikasi Lapor yang sudah berjalan sejak 2022 dengan biaya Rp 300 juta tetap dilanjutkan.",
        "pembangunan jaringan desa oleh Dinas Perhubungan tahun 2026 sebesar Rp 2 miliar.",
        "Studi Banding ke Kota Lain oleh Dinas Kesehatan tahun 2026, biaya Rp 150 juta.",
        "Jumlah seluruh usulan sebesar Rp 9 miliar untuk tahun 2026.",
        "Dinas Kesehatan, tahun 2026, Rp 20 juta",
        "Taman Dengar akan dibahas kemudian.",
    ],
)
def test_what_is_no_proposal_with_a_certain_name_is_left(entry: str) -> None:
    read = memo(entry)
    assert read.new == []
    assert read.left


@pytest.mark.parametrize(
    "entry",
    [
        "Rute Aman, Rp 100 juta s.d. Rp 150 juta, tahun 2026, Dinas Perhubungan.",
        "Lampu Jalan. Semula dianggarkan Rp 500 juta, diubah menjadi Rp 350 juta, tahun 2026, Dinas Perhubungan.",
        "Pekan Raya oleh Dinas Kesehatan tahun 2026, diharapkan menambah pendapatan Rp 2 miliar.",
    ],
)
def test_amounts_that_are_no_cost_or_two_are_not_taken(entry: str) -> None:
    read = memo(entry)
    assert all("costs" not in read.innovation(title) for title in read.new)


@pytest.mark.parametrize(
    "lead",
    [
        "Agenda rapat membahas usulan program sebagai berikut:\n",
        "Rencana mitigasi program adalah sebagai berikut:\n",
        "Program yang sudah berjalan sebagai berikut:\n",
        "Pihak yang akan terlibat dalam program ini:\n",
        "Usulan anggaran program terdiri atas:\n",
        "Inovasi yang diusulkan menghasilkan keluaran:\n",
        "Mohon perkenan Bapak untuk:\n",
    ],
)
def test_lists_of_other_things_are_no_proposals(lead: str) -> None:
    assert memo("Papan Jadwal, Dinas Perhubungan, 2026, Rp 20 juta", lead=lead).new == []


def test_the_end_of_the_letter_is_no_part_of_the_last_entry() -> None:
    read = memo(
        "Kebun Kota, Dinas Lingkungan Hidup, Rp 10 juta.",
        end="\nDemikian, rapat pada tahun 2026 oleh Dinkes.",
    )
    assert read.innovation("Kebun Kota")["lead_agency"] == "DLH"
    assert "start" not in read.innovation("Kebun Kota")


def test_two_agencies_that_answer_for_it_are_none() -> None:
    read = memo("Kebun Kota. Diusulkan Dinas Kesehatan. Dilaksanakan DLH tahun 2026, biaya Rp 10 juta.")
    assert "lead_agency" not in read.innovation("Kebun Kota")
    assert "beberapa pelaksana" in read.left
