"""Running text: what becomes an element, with the paragraph beside it, and what is left alone."""

from __future__ import annotations

import pytest

from tests.importing.making import document_bytes, fake_heading, new_document
from tests.importing.tables import Read

BLOCK = "Program: Air Sampai Malam\nPelaksana: DLH\nTahun: 2026 s.d. 2027\nAnggaran: Rp 1,2 M\n"


def document(*paragraphs: str, heading: str = "3.1 Program Smart Living") -> bytes:
    result = new_document()
    fake_heading(result, heading)
    for paragraph in paragraphs:
        result.add_paragraph(paragraph)
    return document_bytes(result)


def test_pasted_text_is_read_and_each_piece_has_its_line() -> None:
    read = Read(f"Dimensi: Smart Living\n{BLOCK}".encode())
    air = read.innovation("Air Sampai Malam")
    assert (air["dimension"], air["lead_agency"], air["duration_years"]) == ("living", "DLH", 2)
    assert air["costs"] == [{"offset": 0, "capital": 1_200_000_000}]
    (seen,) = read.seen("lead_agency")
    assert (seen["where"], seen["text"]) == ("baris 3", "DLH")


def test_a_table_pasted_from_excel_is_a_table() -> None:
    text = "No\tProgram\tOPD\tTahun\tAnggaran (Rp juta)\n1\tAir Sampai Malam\tDLH\t2026\t300\n"
    read = Read(text.encode())
    assert read.innovation("Air Sampai Malam")["costs"] == [{"offset": 0, "capital": 300_000_000}]
    assert read.seen("title")[0]["where"] == "Tabel 1 baris 2"


def test_a_sentence_needs_two_of_who_when_and_how_much() -> None:
    sure = "Layanan ini dilaksanakan oleh Dinas Kesehatan mulai tahun 2026 dengan biaya Rp 90 juta."
    read = Read(document(sure, heading="3.1.1 Smart Living"))
    assert read.new == []
    result = new_document()
    fake_heading(result, "3.1 Program Smart Living")
    fake_heading(result, "3.1.1 Dokter Keliling Pasar")
    result.add_paragraph(sure)
    fake_heading(result, "3.1.2 Kebun Kota Kecil")
    result.add_paragraph("Kebun ini akan dirawat warga dengan biaya Rp 5 juta.")
    read = Read(document_bytes(result))
    assert read.new == ["Dokter Keliling Pasar"]
    assert read.seen("costs[0].capital")[0]["text"].startswith(
        "Layanan ini dilaksanakan oleh Dinas Kesehatan"
    )
    assert '"Kebun Kota Kecil" kurang pasti' in read.left


@pytest.mark.parametrize(
    ("sentences", "field"),
    [
        ("Dikelola oleh Dinas Kesehatan pada tahun 2026 dengan biaya Rp 90 juta. Biaya lain sebesar Rp 4 juta.", "costs"),
        ("Dikelola oleh Dinas Kesehatan dengan biaya Rp 9 juta. Dimulai tahun 2026. Diselesaikan tahun 2028.", "start"),
        ("Dikelola oleh Dinas Kesehatan. Dilaksanakan oleh Dinas Perhubungan tahun 2026 dengan biaya Rp 9 juta.",
         "lead_agency"),
    ],
)  # fmt: skip
def test_what_two_sentences_tell_differently_is_left(sentences: str, field: str) -> None:
    result = new_document()
    fake_heading(result, "3.1 Program Smart Living")
    fake_heading(result, "3.1.1 Dokter Keliling Pasar")
    result.add_paragraph(sentences)
    read = Read(document_bytes(result))
    assert field not in read.innovation("Dokter Keliling Pasar")
    assert "tidak dipakai" in read.left


@pytest.mark.parametrize(
    "sentence",
    [
        "Pada tahun 2023 telah dibangun oleh Dinas PUPR jalan senilai Rp 5 miliar.",
        "Realisasi tahun 2024 oleh Dinas Kesehatan sebesar Rp 3 miliar.",
        "Kabupaten lain membangun pusat kendali dengan biaya Rp 30 miliar.",
    ],
)
def test_what_has_happened_already_is_not_the_plan(sentence: str) -> None:
    result = new_document()
    fake_heading(result, "3.1 Program Smart Living")
    fake_heading(result, "3.1.1 Kondisi jalan desa")
    result.add_paragraph(sentence)
    read = Read(document_bytes(result))
    assert (read.new, read.result.changes.changes) == ([], ())


def test_two_visions_are_left_to_people() -> None:
    read = Read(b"Visi: Kota yang ramah bagi semua warganya\n\nVisi: Kota yang hijau dan sehat bagi semua\n")
    assert "vision" not in read.after
    assert "visi lebih dari satu" in read.left


def test_labels_without_a_programme_are_left() -> None:
    read = Read(b"Pelaksana: Dinas Kesehatan\nAnggaran: Rp 90 juta\n")
    assert read.new == []
    assert '"Pelaksana: Dinas Kesehatan" tanpa nama program' in read.left


@pytest.mark.parametrize(
    "noise",
    ["Selamat pagi, rapat ditunda.", "1\n2\n3", "a\tb\tc\n" * 20, ":::", "Visi:", "Program:", "Misi:\n1."],
)
def test_text_about_nothing_changes_nothing(noise: str) -> None:
    assert Read(noise.encode()).result.changes.changes == ()


def test_a_line_with_facts_outside_any_programme_is_left() -> None:
    line = "1. Air Sampai Malam, Dinas Sosial, 2025, Rp 40 juta"
    assert Read(document(line, heading="Lampiran surat")).new == []
    assert Read(document(line)).new == ["Air Sampai Malam"]


def test_an_agency_is_never_the_name_of_an_innovation() -> None:
    read = Read(
        document("1. Dinas Sosial, Dinas Kesehatan, 2025, Rp 40 juta", "Program: Dinas Sosial\nTahun: 2026")
    )
    assert read.new == []
