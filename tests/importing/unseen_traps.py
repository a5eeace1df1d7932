"""Six files with much that looks like programmes and is none, and a little that is; fictional content."""

from __future__ import annotations

from openpyxl import Workbook

from tests.importing.making import (
    Expected,
    Foreign,
    Key,
    document_bytes,
    fake_heading,
    new_document,
    put,
    saved,
    table,
)
from tests.importing.unseen_first import HUBUNG, KOMINFO, LINGKUNGAN, SEHAT


def budget_form() -> Foreign:
    """A budget form with account codes: what is bought, not what is planned."""
    book = Workbook()
    sheet = book.active
    sheet.title = "DPA"
    put(sheet, 1, [
        ["DOKUMEN PELAKSANAAN ANGGARAN TAHUN ANGGARAN 2026"],
        ["Perangkat Daerah: Dinas Komunikasi dan Informatika"],
        ["Program: Program Aplikasi Informatika"],
        ["Kode Rekening", "Uraian", "Koefisien", "Satuan", "Harga", "Jumlah (Rp)"],
        ["5", "BELANJA DAERAH", None, None, None, 310000000],
        ["5.1.02.01", "Belanja Alat Tulis Kantor", "12", "bulan", 500000, 6000000],
        ["5.1.02.02", "Belanja Jasa Tenaga Ahli", "4", "orang bulan", 15000000, 60000000],
        ["5.2.02.05", "Belanja Modal Komputer", "8", "unit", 30500000, 244000000],
        [None, "Jumlah", None, None, None, 310000000],
    ])  # fmt: skip
    return Foreign("dpa.xlsx", saved(book), Key(()), (2025, 2029))


def annual_report() -> Foreign:
    """What was reached last year, programme by programme, and one table of what comes next."""
    document = new_document()
    document.add_heading("BAB III AKUNTABILITAS KINERJA", 1)
    document.add_paragraph("Tabel 3.1 Capaian program tahun 2025")
    table(document, [
        ["No", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%"],
        ["1", "Program Lama Pelayanan", "500.000.000", "480.000.000", "96"],
        ["2", "Program Lama Data", "200.000.000", "199.000.000", "99,5"],
    ])  # fmt: skip
    document.add_paragraph(
        "Dinas Kominfo telah melaksanakan pelatihan pada tahun 2025 dengan anggaran Rp 75 juta."
    )
    document.add_heading("BAB IV RENCANA TINDAK", 1)
    document.add_paragraph("Tabel 4.1 Program smart city tahun 2026")
    table(document, [
        ["No", "Program Smart City", "Pelaksana", "Tahun", "Pagu (Rp)"],
        ["1", "Satu Pintu Pengaduan", "Diskominfo", "2026", "240.000.000"],
        ["2", "Angkutan Pelajar Gratis", "Dishub", "2026", "1.900.000.000"],
    ])  # fmt: skip
    key = Key((
        Expected("Satu Pintu Pengaduan", None, KOMINFO, (), (2026, 2026), {0: 240_000_000}),
        Expected("Angkutan Pelajar Gratis", None, HUBUNG, (), (2026, 2026), {0: 1_900_000_000}),
    ))  # fmt: skip
    return Foreign("laporan kinerja.docx", document_bytes(document), key, (2026, 2030))


def decree_of_a_team() -> Foreign:
    """A decree: who sits in the council and the teams of the dimensions, what each must do, and the rules it rests on."""
    document = new_document()
    for text in (
        "KEPUTUSAN BUPATI TENTANG TIM PELAKSANA SMART CITY",
        "Menimbang: bahwa pelaksanaan smart city tahun 2026 memerlukan tim;",
        "Mengingat: 1. Undang-Undang Rekaan Nomor 1 Tahun 2014;",
        "KESATU: Membentuk Tim Pelaksana dengan biaya dibebankan pada APBD Tahun Anggaran 2026.",
    ):
        document.add_paragraph(text)
    fake_heading(document, "SUSUNAN TIM PELAKSANA")
    table(document, [
        ["No", "Kedudukan dalam Tim", "Perangkat Daerah", "Tugas"],
        ["1", "Koordinator Smart Governance", "Dinas Kominfo", "Menyusun program"],
        ["2", "Koordinator Smart Living", "Dinas Kesehatan", "Menyusun program"],
    ])  # fmt: skip
    return Foreign("keputusan bupati.docx", document_bytes(document), Key(()), (2025, 2029))


def village_wishes() -> Foreign:
    """Wishes of villages, sorted out: accepted ones become programmes in the second sheet only."""
    book = Workbook()
    wishes = book.active
    wishes.title = "Rekap Usulan"
    put(wishes, 1, [
        ["REKAPITULASI USULAN MUSRENBANG"],
        ["No", "Usulan", "Desa Pengusul", "Jumlah Usulan", "Status"],
        [1, "Perbaikan jalan", "Desa Satu", 4, "ditolak"],
        [2, "Lampu jalan", "Desa Dua", 2, "diterima"],
    ])  # fmt: skip
    sheet = book.create_sheet("Program 2026")
    put(sheet, 1, [
        ["PROGRAM SMART CITY TAHUN 2026 (Rp ribu)"],
        ["No", "Nama Program", "Dimensi", "OPD", "Anggaran", "Prioritas"],
        [1, "Lampu Desa Bertenaga Surya", "Environment", "Dinas Perhubungan", 375000, "tinggi"],
        [2, "Kader Ambulans Motor", "Living", "Dinas Kesehatan", 92500, "sedang"],
        [None, "Jumlah", None, None, 467500, None],
        ["Disetujui oleh Kepala Bappeda, 5 Januari 2026"],
    ])  # fmt: skip
    key = Key((
        Expected("Lampu Desa Bertenaga Surya", "environment", HUBUNG, (), (2026, None), {0: 375_000_000}),
        Expected("Kader Ambulans Motor", "living", SEHAT, (), (2026, None), {0: 92_500_000}),
    ))  # fmt: skip
    return Foreign("usulan musrenbang.xlsx", saved(book), key, (2025, 2029))


def terms_of_reference() -> Foreign:
    """The terms of one work: stages, experts, what it costs; its name stands in one place."""
    document = new_document()
    document.add_paragraph("KERANGKA ACUAN KERJA")
    table(document, [
        ["Nama Program", ": Pantau Sungai Bersama"], ["Perangkat Daerah", ": Dinas Lingkungan Hidup"],
        ["Dimensi", ": Smart Environment"], ["Tahun Anggaran", ": 2026"], ["Nilai Pekerjaan", ": Rp 385.000.000"],
    ], None)  # fmt: skip
    document.add_heading("Tahapan Pekerjaan", 2)
    table(document, [["No", "Kegiatan", "Bulan 1", "Bulan 2", "Bulan 3"], ["1", "Survei lokasi", "x", "", ""],
                     ["2", "Pemasangan sensor", "", "x", "x"]])  # fmt: skip
    document.add_heading("Tenaga Ahli", 2)
    table(document, [["No", "Jabatan", "Pendidikan", "Jumlah", "Biaya (Rp)"],
                     ["1", "Ahli hidrologi", "S2", "1", "45.000.000"]])  # fmt: skip
    document.add_heading("Keluaran", 2)
    document.add_paragraph("Sensor terpasang", style="List Number")
    document.add_paragraph("Laporan akhir", style="List Number")
    key = Key((
        Expected("Pantau Sungai Bersama", "environment", LINGKUNGAN, (), (2026, 2026), {0: 385_000_000}),
    ))  # fmt: skip
    return Foreign("kak.docx", document_bytes(document), key, (2025, 2029))


def many_columns_of_money() -> Foreign:
    """Ceiling, change, realised and left, all of one year, and which of them is planned is told by one head only."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Monitoring"
    put(sheet, 1, [
        ["PEMANTAUAN PROGRAM SMART CITY KABUPATEN UJUNG PASIR (REKAAN) TAHUN 2026"],
        ["No", "Nama Program", "OPD", "Pagu 2026 (Rp)", "Realisasi s.d. Juni (Rp)", "Sisa (Rp)", "Capaian (%)"],
        [1, "Kasir Pasar Digital", "Disperindag", 400000000, 150000000, 250000000, 37.5],
        [2, "Ronda Banjir", "BPBD", 120000000, 120000000, 0, 100],
        [None, "Total", None, 520000000, 270000000, 250000000, None],
    ])  # fmt: skip
    key = Key((
        Expected("Kasir Pasar Digital", None, "Disperindag", (), (2026, None), {0: 400_000_000}),
        Expected("Ronda Banjir", None, "Badan Penanggulangan Bencana Daerah", (), (2026, None), {0: 120_000_000}),
    ))  # fmt: skip
    return Foreign("pemantauan.xlsx", saved(book), key, (2025, 2029))


FILES = (
    budget_form,
    annual_report,
    decree_of_a_team,
    village_wishes,
    terms_of_reference,
    many_columns_of_money,
)
