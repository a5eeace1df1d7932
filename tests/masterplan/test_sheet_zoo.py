"""Spoiled and edited workbooks in one table: what is done to the file, and the sentence or the change that comes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from masterplan.document import apply
from masterplan.opening import OpeningError
from masterplan.sheets import Reading, read, write
from tests.masterplan.sheet_books import Book, Formula, full_plan, parts_of, respell, with_part, zipped

Spoil = Callable[[Book], object]
"""What is done to a workbook; where it gives bytes, these are the file."""


def edited(spoil: Spoil, document: dict[str, Any] | None = None) -> Reading:
    document = document or full_plan()
    book = Book(document)
    raw = spoil(book)
    return read(document, raw if isinstance(raw, bytes) else book.xlsx())


def cell(sheet: str, key: str, label: str, value: Any) -> Spoil:
    return lambda book: book.set(sheet, key, label, value)


# Files that are not opened at all: what is done, the sentence
CLOSED: dict[str, tuple[Spoil, str]] = {
    "empty": (lambda book: b"", "berkas kosong"),
    "plain text": (lambda book: b"kode;nama\n", "bukan berkas .xlsx, .ods, atau .docx"),
    "old form": (lambda book: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "bentuknya lama (.xls atau .doc)"),
    "password": (
        lambda book: bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
        "terkunci kata sandi",
    ),
    "cut short": (lambda book: book.xlsx()[:-900], "rusak atau terpotong"),
    "a byte changed": (lambda book: _flipped(book.xlsx()), 'bagian "xl/worksheets/sheet3.xml"'),
    "macro": (lambda book: with_part(book.xlsx(), "xl/vbaProject.bin", b"\xcc\x61"), "memuat makro"),
    "macro by type": (
        lambda book: respell(book.xlsx(), b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main", "Types].xml"),
        "memuat makro",
    ),
    "external link": (
        lambda book: with_part(book.xlsx(), "xl/externalLinks/externalLink1.xml", "<externalLink/>"),
        "terhubung ke berkas atau sumber data lain",
    ),
    "embedded object": (
        lambda book: with_part(book.xlsx(), "xl/embeddings/oleObject1.bin", b"x"),
        "objek tersemat dari program lain (OLE)",
    ),
    "archive inside": (lambda book: with_part(book.xlsx(), "xl/media/a.zip", b"PK"), 'arsip "xl/media/a.zip"'),
    "entities": (
        lambda book: respell(book.xlsx(), b"<worksheet ", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet ', "sheet3.xml"),
        "definisi entitas (DOCTYPE)",
    ),
    "a path out of the zip": (lambda book: with_part(book.xlsx(), "../x.xml", "<a/>"), 'bernama "../x.xml"'),
    "command as a formula": (
        cell("Inovasi", "IN-01", "Nama inovasi", Formula("=cmd|' /C calc'!A0", 1)),
        "Inovasi!D5: rumus memanggil program atau jaringan",
    ),
    "question to the network": (
        cell("Inovasi", "IN-01", "Nama inovasi", Formula('=WEBSERVICE("http://a.id")', "x")),
        "Inovasi!D5: rumus memanggil program atau jaringan",
    ),
    "a cell at the end of the world": (
        lambda book: respell(book.xlsx(), b'<c r="B5"', b'<c r="XFD1048576"', "sheet9.xml"),
        'lembar "Inovasi" membentang sampai sel XFD1048576',
    ),
    "Word": (lambda book: _word(), "ini naskah Word"),
    "another zip": (lambda book: zipped({"a.txt": "x"}), "arsip zip, bukan berkas"),
    "somebody's own sheet": (lambda book: _own_sheet(), "tidak memuat lembar rencana Haluan"),
    "another plan's workbook": (
        lambda book: write({**full_plan(), "region": {"code": "64.74", "name": "Kota Bontang"}, "title": "Lain"}),
        'dibuat dari rencana lain ("Lain")',
    ),
}  # fmt: skip


def _flipped(raw: bytes) -> bytes:
    at = raw.index(b"xl/worksheets/sheet3.xml") + 200
    return raw[:at] + bytes([raw[at] ^ 0xFF]) + raw[at + 1 :]


def _word() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    return zipped({"[Content_Types].xml": types, "word/document.xml": "<document/>"})


def _own_sheet() -> bytes:
    book = Book(full_plan())
    book.sheets = {"Sheet1": [["DAFTAR PROGRAM"], ["No", "Program", "Pagu"], [1, "Layanan", 5]]}
    return book.xlsx()


@pytest.mark.parametrize("name", CLOSED)
def test_a_file_that_is_not_opened_says_why_in_one_sentence(name: str) -> None:
    spoil, sentence = CLOSED[name]
    with pytest.raises(OpeningError) as refused:
        edited(spoil)
    assert sentence in refused.value.words.id
    assert "\n" not in refused.value.words.id
    assert refused.value.words.en != refused.value.words.id


# Refused by cell: what is done, the cell, words of the sentence
REFUSED: dict[str, tuple[Spoil, str, str]] = {
    "required emptied": (cell("Inovasi", "IN-01", "Nama inovasi", ""), "Inovasi!D5", "wajib diisi"),
    "no number": (cell("Inovasi", "IN-01", "Biaya operasi per tahun", "kira-kira"), "Inovasi!N5", '"kira-kira" bukan angka'),
    "two readings": (cell("Biaya", "IN-01", "Modal tahun ke-0", "1,250"), "Biaya!C5", "dapat dibaca dua cara"),
    "too large": (cell("Masalah", "MS-01", "Bobot keadilan", 11), "Masalah!J5", "terlalu besar"),
    "share between one and two": (
        cell("Masalah", "MS-01", "Beratnya bagi satu orang", 1.5), "Masalah!I5", "dapat berarti dua hal",
    ),
    "no year": (cell("Inovasi", "IN-01", "Tahun mulai", "segera"), "Inovasi!Q5", '"segera" bukan tahun'),
    "no choice": (cell("Inovasi", "IN-01", "Dimensi", "tata klola"), "Inovasi!E5", 'mungkin maksudnya "tata kelola"'),
    "no yes": (cell("Inovasi", "IN-01", "Program cepat", "mungkin"), "Inovasi!O5", "bukan ya atau tidak"),
    "unknown reference": (
        cell("Inovasi", "IN-01", "Penanggung jawab", "DUKCAPILL"), "Inovasi!I5",
        'mungkin maksudnya "DUKCAPIL · Dinas Kependudukan"',
    ),
    "one of many unknown": (
        cell("Inovasi", "IN-01", "Pemungkin yang diperlukan", "EN-01\nEN-77"), "Inovasi!X5",
        '"EN-77" tidak ada di lembar Pemungkin',
    ),
    "code twice": (
        lambda book: book.sheets["Inovasi"].append(list(book.sheets["Inovasi"][5])), "Inovasi!B8",
        "kode IN-02 sudah ada di Inovasi!B6",
    ),
    "code changed": (cell("Inovasi", "IN-02", "Kode", "IN-09"), "Inovasi!B6", "kode IN-02 diubah"),
    "code cleared": (cell("Inovasi", "IN-02", "Kode", ""), "Inovasi!B6", "kode IN-02 terhapus"),
    "code of another kind in use": (
        lambda book: book.add("Inovasi", Kode="EN-01", Nama_inovasi="Baru"), "Inovasi!B8", "kode EN-01 sudah pernah dipakai",
    ),
    "agency without a code": (
        lambda book: book.add("Perangkat daerah", Nama_perangkat_daerah="Dinas Baru"), "Perangkat daerah!B7",
        "kodenya belum diisi",
    ),
    "new figure": (lambda book: book.add("Gambar", Keterangan="Foto"), "Gambar!B6", "unggah gambarnya di Haluan"),
    "row emptied": (lambda book: _emptied(book, "Inovasi", "IN-03"), "Inovasi!B7", "baris IN-03 dikosongkan"),
    "deleted but still needed": (lambda book: book.delete("Inovasi", "IN-01"), "Inovasi!S5", '"IN-01"'),
    "problem deleted, relief left": (lambda book: book.delete("Masalah", "MS-02"), "Pengaruh!C6", '"MS-02"'),
    "circle": (cell("Inovasi", "IN-01", "Harus didahului", "IN-02"), "Inovasi!S6", "berputar"),
    "error in a formula": (
        cell("Inovasi", "IN-01", "Biaya operasi per tahun", Formula("=1/0", "#DIV/0!")), "Inovasi!N5", "menghasilkan kesalahan",
    ),
    "formula nobody calculated": (
        cell("Inovasi", "IN-01", "Biaya operasi per tahun", Formula("=2*3")), "Inovasi!N5", "belum dihitung",
    ),
    "merged": (lambda book: book.merges.append(("Inovasi", "E5:E6")), "Inovasi!E5:E6", "sel gabungan"),
    "two columns": (lambda book: _doubled(book, "Inovasi", "Dimensi"), "Inovasi!Z4", 'kolom "Dimensi" ada dua'),
    "two sheets": (lambda book: _copied(book, "Inovasi"), "Inovasi (2)", 'salinan dari "Inovasi"'),
    "row of costs gone": (lambda book: book.delete("Biaya", "IN-01"), "Biaya", "baris IN-01 hilang"),
    "costs without an innovation": (cell("Pengaruh", "MS-02", "Inovasi", ""), "Pengaruh!B6", "kolom Inovasi kosong"),
    "text like a command": (cell("Inovasi", "IN-01", "Subdimensi", "=cmd|' /C calc'!A0"), "Inovasi!F5", "menjalankan program"),
    "start without its end": (cell("Inovasi", "IN-01", "Mulai paling lambat", ""), "Inovasi!L5", "wajib diisi"),
    "date where a number belongs": (
        cell("Masalah", "MS-01", "Warga terdampak", datetime.date(2025, 1, 2)), "Masalah!H5", '"2025-01-02" bukan angka',
    ),
    "new row half filled": (lambda book: book.add("Kesiapan", Yang_dilihat="Listrik"), "Kesiapan!D6", "wajib diisi"),
}  # fmt: skip


def _emptied(book: Book, sheet: str, key: str) -> None:
    row, code = book.row(sheet, key), book.column(sheet, "Kode")
    book.sheets[sheet][row] = [v if at in (0, code) else "" for at, v in enumerate(book.sheets[sheet][row])]


def _doubled(book: Book, sheet: str, label: str) -> None:
    at = book.column(sheet, label)
    for row in book.sheets[sheet]:
        row.append(row[at] if len(row) > at else "")


def _copied(book: Book, sheet: str) -> None:
    book.sheets[f"{sheet} (2)"] = [list(row) for row in book.sheets[sheet]]


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_meant_is_refused_at_its_cell(name: str) -> None:
    spoil, place, sentence = REFUSED[name]
    reading = edited(spoil)
    told = [fault.located() for fault in reading.refusals]
    assert any(line.startswith(f"{place}: ") and sentence in line for line in told), told
    assert all("\n" not in line and len(line) < 400 for line in told)


# Understood: what is done, the element, the field, the value
UNDERSTOOD: dict[str, tuple[Spoil, str, str, Any]] = {
    "title": (cell("Inovasi", "IN-01", "Nama inovasi", "Janji temu"), "IN-01", "title", "Janji temu"),
    "rupiah in words": (cell("Biaya", "IN-01", "Modal tahun ke-0", "Rp1,25 miliar"), "IN-01", "costs[0].capital", None),
    "juta": (cell("Inovasi", "IN-01", "Biaya operasi per tahun", "1,5 jt"), "IN-01", "operating_per_year", 1500000),
    "thousand points": (
        cell("Inovasi", "IN-01", "Biaya operasi per tahun", "Rp 1.250.000,-"), "IN-01", "operating_per_year", 1250000,
    ),
    "decimal comma": (cell("Masalah", "MS-01", "Bobot keadilan", "1,5"), "MS-01", "equity_weight", 1.5),
    "percent text": (cell("Masalah", "MS-01", "Beratnya bagi satu orang", "35 %"), "MS-01", "severity", 0.35),
    "percent number": (cell("Masalah", "MS-01", "Beratnya bagi satu orang", 35), "MS-01", "severity", 0.35),
    "tick": (cell("Inovasi", "IN-02", "Program cepat", "✓"), "IN-02", "quick_win", True),
    "boolean": (cell("Inovasi", "IN-01", "Program cepat", False), "IN-01", "quick_win", False),
    "choice in English": (cell("Inovasi", "IN-02", "Dimensi", "Living"), "IN-02", "dimension", "living"),
    "code only": (cell("Inovasi", "IN-02", "Penanggung jawab", "kominfo"), "IN-02", "lead_agency", "KOMINFO"),
    "name only": (cell("Inovasi", "IN-02", "Penanggung jawab", "Dinas Kominfo"), "IN-02", "lead_agency", "KOMINFO"),
    "several": (cell("Inovasi", "IN-02", "Pemungkin yang diperlukan", "EN-02; en-01"), "IN-02", "enablers", ["EN-02", "EN-01"]),
    "formula": (cell("Inovasi", "IN-02", "Biaya operasi per tahun", Formula("=2*3", 6)), "IN-02", "operating_per_year", 6),
    "year as text": (cell("Inovasi", "IN-02", "Tahun mulai", "Tahun 2028"), "IN-02", "scheduled_start", 2028),
    "year as a date": (cell("Inovasi", "IN-02", "Tahun mulai", datetime.date(2028, 1, 1)), "IN-02", "scheduled_start", 2028),
    "date": (cell("Sumber", "S1", "Tanggal", datetime.date(2025, 8, 17)), "S1", "date", "2025-08-17"),
    "serial date": (cell("Sumber", "S1", "Tanggal", 45886), "S1", "date", "2025-08-17"),
    "number in a text": (cell("Sumber", "S1", "Halaman atau bagian", 12), "S1", "page", "12"),
    "emptied": (cell("Inovasi", "IN-01", "Subdimensi", ""), "IN-01", "sub_dimension", None),
    "target of a year": (cell("Sasaran", "IN-01", "2029", "33,5"), "IN-01", "outcomes", None),
    "people of a district": (
        cell("Sebaran", "MS-01", "99.01.02 Pesisir", "1.200"), "MS-01", "people_by_district[99.01.02]", 1200,
    ),
    "funding": (cell("Pendanaan", "IN-02", "DAK", 0.4), "IN-02", "funding", [{"source": "DAK", "share": 0.4}]),
    "level": (cell("Kesiapan", "RD-01", "Tingkat kini", "3"), "RD-01", "level", 3),
}  # fmt: skip


@pytest.mark.parametrize("name", UNDERSTOOD)
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_what_people_write_is_understood(name: str, form: str) -> None:
    spoil, element, path, value = UNDERSTOOD[name]
    document = full_plan()
    book = Book(document)
    spoil(book)
    reading = read(document, getattr(book, form)())
    assert [fault.located() for fault in reading.refusals] == []
    if name in ("rupiah in words", "emptied"):  # what stood there already
        assert not reading.changes
        return
    (change,) = reading.changes.changes
    assert (change.element, change.field) == (element, path)
    if value is not None:
        assert change.now == value and type(change.now) is type(value)
    assert reading.seen[0]["where"].partition("!")[0] in book.sheets
    apply(document, reading.changes)


def test_every_refusal_is_gathered_and_the_rest_is_still_understood() -> None:
    def spoil(book: Book) -> None:
        book.set("Inovasi", "IN-01", "Tahun mulai", "segera")
        book.set("Inovasi", "IN-01", "Subdimensi", "layanan")
        book.set("Masalah", "MS-01", "Warga terdampak", "banyak")

    reading = edited(spoil)
    assert [fault.path for fault in reading.refusals] == ["Masalah!H5", "Inovasi!Q5"]
    assert [(c.element, c.field, c.now) for c in reading.changes.changes] == [
        ("IN-01", "sub_dimension", "layanan")
    ]


def test_new_rows_get_ids_that_were_never_used_and_are_known_by_name_on_other_sheets() -> None:
    document = full_plan()
    book = Book(document)
    book.add("Inovasi", at=5, Nama_inovasi="Antar akta", Penanggung_jawab="Dinas Baru")
    book.add("Perangkat daerah", Kode="BARU", Nama_perangkat_daerah="Dinas Baru")
    book.add("Pengaruh", Inovasi="Antar akta", Masalah="MS-02", Paling_mungkin="20%")
    reading = read(document, book.xlsx(), used=["IN-17"])
    assert [fault.located() for fault in reading.refusals] == []
    after = apply(document, reading.changes)
    assert [item["id"] for item in after["innovations"]] == ["IN-01", "IN-18", "IN-02", "IN-03"]
    assert after["innovations"][1] == {
        "id": "IN-18",
        "title": "Antar akta",
        "lead_agency": "BARU",
        "addresses": [{"problem": "MS-02", "share": {"mode": 0.2}}],
    }


def test_a_deleted_innovation_takes_what_belongs_to_it_along() -> None:
    document = full_plan()
    for how in (lambda book: book.delete("Inovasi", "IN-03"), cell("Inovasi", "IN-03", "Hapus", "x")):
        reading = edited(how, document)
        assert reading.refusals == ()
        assert [(c.op, c.element) for c in reading.changes.changes] == [("remove", "IN-03")]


def test_entries_are_added_deleted_and_moved_to_another_innovation() -> None:
    document = full_plan()
    book = Book(document)
    book.delete("Keselarasan", "RPJMD")
    book.set("Pengaruh", "MS-02", "Inovasi", "IN-03")
    book.add("Misi", Misi="Misi tiga")
    reading = read(document, book.xlsx())
    assert reading.refusals == ()
    after = apply(document, reading.changes)
    first, second, third = after["innovations"]
    assert "alignment" not in first
    assert second["addresses"] == [{"problem": "MS-01"}]
    assert third["addresses"] == [{"problem": "MS-02"}]
    assert after["missions"] == ["Misi satu", "Misi dua", "Misi tiga"]


def test_sorted_rows_moved_columns_and_renamed_sheets_say_nothing() -> None:
    document = full_plan()
    book = Book(document)
    rows = book.sheets["Inovasi"]
    rows[4:] = rows[:3:-1]
    for row in rows:
        row[1:] = row[:0:-1]
    book.sheets = {f"{at} {name}"[:31]: rows for at, (name, rows) in enumerate(reversed(book.sheets.items()))}
    reading = read(document, book.xlsx())
    assert (reading.changes.changes, reading.refusals, reading.left) == ((), (), ())


def test_a_workbook_without_its_hidden_rows_columns_and_sheets_is_read_by_its_heads() -> None:
    document = full_plan()
    book = Book(document)
    book.set("Inovasi", "IN-02", "Subdimensi", "kesehatan")
    book.set("Pagu", 4, "Besarnya pagu", 1)
    book.sheets = {
        name: [row[1:] for row in rows[2:]] for name, rows in book.sheets.items() if not name.startswith("_")
    }
    reading = read(document, book.xlsx())
    assert [fault.located() for fault in reading.refusals] == []
    assert [(c.element, c.field, c.now) for c in reading.changes.changes] == [
        ("IN-02", "sub_dimension", "kesehatan"),
        ("2027", "amount", 1),
    ]


@pytest.mark.parametrize("label", ["Kursi", "Misi", "Kode", "Nama inovasi", "Inovasi", "Indikator", "Tahun"])
def test_a_deleted_column_leaves_what_the_plan_has_there(label: str) -> None:
    document = full_plan()
    book = Book(document)
    for name in [n for n in book.sheets if n not in ("Petunjuk", "Rencana") and not n.startswith("_")]:
        heads = [str(value).removesuffix(" *") for value in book.sheets[name][book.head(name)]]
        if label in heads:
            for row in book.sheets[name]:
                del row[heads.index(label) : heads.index(label) + 1]
    reading = read(document, book.xlsx())
    assert (reading.changes.changes, reading.refusals) == ((), ())


def test_a_column_of_ones_own_is_told_and_left() -> None:
    def spoil(book: Book) -> None:
        rows = book.sheets["Inovasi"]
        rows[book.head("Inovasi")].append("Catatan saya")
        rows[4].append("tanyakan")

    reading = edited(spoil)
    assert not reading.changes and not reading.refusals
    assert [fault.located() for fault in reading.left] == ['Inovasi!Z4: kolom "Catatan saya" tidak dibaca']


def test_a_plan_that_moved_meanwhile_keeps_what_others_did() -> None:
    """The base of the change set is the plan the workbook was made from; each `was` decides."""
    before = full_plan()
    book = Book(before)
    book.set("Inovasi", "IN-02", "Nama inovasi", "Obat diantar")
    now = full_plan()
    now["innovations"][0]["title"] = "Diubah orang lain"
    now["innovations"].append({"id": "IN-04", "title": "Ditambah orang lain"})
    reading = read(now, book.xlsx())
    assert len(reading.changes.changes) == 1
    after = apply(now, reading.changes)
    assert [item["title"] for item in after["innovations"]] == [
        "Diubah orang lain", "Obat diantar", "Loket malam", "Ditambah orang lain",
    ]  # fmt: skip


def test_an_english_workbook_is_read_against_an_indonesian_plan() -> None:
    document = full_plan()
    book = Book(document, lang="en")
    book.set("Innovations", "IN-02", "Dimension", "kehidupan")
    reading = read(document, book.xlsx())
    assert [(c.field, c.now) for c in reading.changes.changes] == [("dimension", "living")]


def test_the_zoo_is_large_enough() -> None:
    assert len(CLOSED) + len(REFUSED) >= 45
    assert parts_of(write(full_plan()))
