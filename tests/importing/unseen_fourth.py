"""Six files whose heads are those of forms in use (Renja, Renstra, matrices, the profile of an innovation); fictional content."""

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


def yearly_form() -> Foreign:
    """The yearly work plan: codes over five columns, this year's ceiling, next year's estimate, the office above."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Renja"
    gap = [None] * 4
    put(sheet, 1, [
        ["RUMUSAN RENCANA PROGRAM DAN KEGIATAN PERANGKAT DAERAH TAHUN 2025 DAN PRAKIRAAN MAJU TAHUN 2026"],
        ["KABUPATEN TELAGA WARNA (REKAAN)"],
        ["Nama Perangkat Daerah : Dinas Komunikasi dan Informatika"],
        ["Kode", *gap, "Urusan/ Bidang Urusan Pemerintahan Daerah Dan Program/ Kegiatan", "Indikator Kinerja",
         "Rencana Tahun 2025", None, None, None, "Catatan Penting", "Prakiraan Maju Rencana Tahun 2026", None],
        [None, *gap, None, None, "Lokasi", "Target Capaian Kinerja", "Pagu Indikatif (Rp.)", "Sumber Dana", None,
         "Target Capaian Kinerja", "Pagu Indikatif (Rp.)"],
        [1, *gap, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        ["2", None, None, None, None, "URUSAN PEMERINTAHAN WAJIB", None, None, None, 1610000000, None, None, None, 1750000000],
        ["2", "16", None, None, None, "KOMUNIKASI DAN INFORMATIKA", None, None, None, 1610000000, None, None, None, 1750000000],
        ["2", "16", "02", None, None, "Program Informasi dan Komunikasi Publik", "Warga terlayani informasi", "Kabupaten",
         "80 %", 610000000, "APBD", None, "85 %", 650000000],
        ["2", "16", "02", "2.01", None, "Pengelolaan Informasi Publik", "Dokumen", "Kabupaten", "12 dokumen", 610000000,
         "APBD", None, "12 dokumen", 650000000],
        ["2", "16", "03", None, None, "Program Aplikasi Informatika", "Layanan terpadu", "Kabupaten", "40 %", 1000000000,
         "APBD", None, "60 %", 1100000000],
        ["2", "16", "03", "2.02", None, "Pengelolaan e-government", "Aplikasi", "Kabupaten", "3 aplikasi", 1000000000, "APBD",
         None, "3 aplikasi", 1100000000],
        ["TOTAL", *gap, None, None, None, None, 1610000000, None, None, None, 1750000000],
    ])  # fmt: skip
    for cells in (
        "A1:N1",
        "A2:N2",
        "A3:N3",
        "A4:E5",
        "A6:E6",
        "F4:F5",
        "G4:G5",
        "H4:K4",
        "L4:L5",
        "M4:N4",
        "A13:E13",
    ):
        sheet.merge_cells(cells)
    key = Key((
        Expected("Program Informasi dan Komunikasi Publik", None, KOMINFO, (), (2025, None), {0: 610_000_000, 1: 650_000_000}),
        Expected("Program Aplikasi Informatika", None, KOMINFO, (), (2025, None), {0: 1_000_000_000, 1: 1_100_000_000}),
    ))  # fmt: skip
    return Foreign("renja.xlsx", saved(book), key, (2025, 2029))


def strategic_form() -> Foreign:
    """The strategic plan of an office: years counted from the first, target and money each, the end of the period last."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Renstra"
    put(sheet, 1, [
        ["Rencana Program, Kegiatan, dan Pendanaan Dinas Perhubungan Kota Arung Samudra (rekaan) 2025-2029"],
        ["Tujuan", "Sasaran", "Indikator Sasaran", "Kode", "Program, Kegiatan dan Sub Kegiatan",
         "Indikator Kinerja Program (Outcome)", "Data Capaian Pada Tahun Awal Perencanaan",
         "Target Kinerja Program dan Kerangka Pendanaan", None, None, None, None, None,
         "Unit Kerja Perangkat Daerah Penanggungjawab", "Lokasi"],
        [None, None, None, None, None, None, None, "Tahun-1", None, "Tahun-2", None,
         "Kondisi Kinerja pada Akhir Periode Renstra", None, None, None],
        [None, None, None, None, None, None, None, "Target", "Rp", "Target", "Rp", "Target", "Rp", None, None],
        ["Lalu lintas lancar", "Perjalanan cepat", "Waktu tempuh", "2.15.02",
         "Program Angkutan Kota Terjadwal", "Bus tepat waktu",
         "55 %", "65 %", 1250000000, "75 %", 1400000000, "90 %", 6800000000, "Dinas Perhubungan", "Kota"],
        [None, None, None, "2.15.03", "Program Parkir Terukur", "Titik parkir nontunai", "4 titik", "10 titik", 300000000,
         "18 titik", 275000000, "40 titik", 1500000000, "Dinas Perhubungan", "Kota"],
    ])  # fmt: skip
    for cells in (
        *(f"{x}2:{x}4" for x in "ABCDEFGNO"),
        "H2:M2",
        "H3:I3",
        "J3:K3",
        "L3:M3",
        "A5:A6",
        "B5:B6",
        "C5:C6",
    ):
        sheet.merge_cells(cells)
    key = Key((
        Expected("Program Angkutan Kota Terjadwal", None, HUBUNG, (), (2025, None), {0: 1_250_000_000, 1: 1_400_000_000}),
        Expected("Program Parkir Terukur", None, HUBUNG, (), (2025, None), {0: 300_000_000, 1: 275_000_000}),
    ))  # fmt: skip
    return Foreign("renstra.xlsx", saved(book), key, (2025, 2029))


def budget_matrix() -> Foreign:
    """A matrix of what is budgeted and what was spent, a programme over the rows of its parts."""
    document = new_document()
    fake_heading(document, "MATRIKS PROGRAM SMART LIVING KABUPATEN GUNUNG KELABU (REKAAN)")
    table(document, [
        ["No", "Tujuan Program", "Perangkat Daerah Pelaksana", "Kode", "Program", "Sub Kegiatan", "Alokasi Anggaran (Rp)",
         "Sumber Pembiayaan", "Realisasi Anggaran (Rp)", "Lokasi (Kecamatan/Kelurahan/Desa)", "Catatan"],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"],
        ["1", "Ibu selamat", "Dinas Kesehatan", "1.02.02", "Rumah Tunggu Kelahiran", "Sewa rumah", "120.000.000", "APBD",
         "60.000.000", "Kec. Hulu", ""],
        [None, None, None, None, None, "Honor pendamping", "80.000.000", "APBD", "40.000.000", "Kec. Hulu", ""],
        ["2", "Air bersih", "Dinas PUPR", "1.03.03", "Keran Umum Terpantau", "Pasang meter", "455.000.000", "DAK", "-",
         "Kec. Hilir", "lelang"],
        ["", "", "", "", "Total", "", "655.000.000", "", "100.000.000", "", ""],
    ])  # fmt: skip
    key = Key(
        (
            Expected("Rumah Tunggu Kelahiran", "living", SEHAT, money={0: 200_000_000}),
            Expected("Keran Umum Terpantau", "living", "Dinas PUPR", money={0: 455_000_000}),
        )
    )
    return Foreign("matriks living.docx", document_bytes(document), key, (2025, 2029))


def activities_and_costs() -> Foreign:
    """Activities only, with what they cost and when below one head; the office last."""
    document = new_document()
    document.add_heading("Usulan Smart Environment Kota Rawa Bening (rekaan)", 1)
    table(document, [
        ["No", "Nama Kegiatan", "Lokasi", "Biaya dan Sumber Pembiayaan", "<", "<", "<", "Pola Pelaksanaan",
         "Penanggung Jawab OPD"],
        [None, None, None, "Volume", "Dana", "Sumber", "Tahun", None, None],
        ["1", "Kolam Retensi Kampung", "Kel. Rawa", "2 unit", "Rp 780.000.000", "APBD", "2026", "Kontraktual", "DLH"],
        ["2", "Gerobak Sampah Listrik", "Kel. Bening", "15 unit", "Rp 225.000.000", "CSR", "2025", "Swakelola", "DLH"],
        ["3", "Alarm Kebakaran Gambut", "Kel. Rawa", "4 titik", "Rp 160.000.000", "APBN", "2025-2026", "Swakelola", "BPBD"],
    ])  # fmt: skip
    key = Key((
        Expected("Kolam Retensi Kampung", "environment", LINGKUNGAN, (), (2026, 2026), {0: 780_000_000}),
        Expected("Gerobak Sampah Listrik", "environment", LINGKUNGAN, (), (2025, 2025), {0: 225_000_000}),
        Expected("Alarm Kebakaran Gambut", "environment", "Badan Penanggulangan Bencana Daerah", (), (2025,
         2026), {0: 160_000_000}),
    ))  # fmt: skip
    return Foreign("usulan lingkungan.docx", document_bytes(document), key, (2025, 2029))


def innovation_profiles() -> Foreign:
    """The profile every region fills in for the index of innovation, twice, with long answers."""
    document = new_document()
    document.add_heading("PROFIL INOVASI DAERAH", 1)
    for title, office, tried, used, money in (
        ("Loket Malam Puskesmas", "Dinas Kesehatan", "02 Januari 2025", "01 Juli 2026", "Rp 96.000.000"),
        ("Kabel Optik Balai Warga", "Diskominfo", "03 Maret 2025", "05 Mei 2025", "Rp 410.000.000"),
    ):
        document.add_heading(title, 2)
        table(document, [
            ["Nama Inovasi", title], ["Tahapan Inovasi", "Inisiatif"], ["Inisiator Inovasi", "OPD"],
            ["Perangkat Daerah", office], ["Jenis Inovasi", "Digital"], ["Bentuk Inovasi", "Inovasi pelayanan publik"],
            ["Urusan Inovasi", "Urusan wajib"], ["Waktu Uji Coba Inovasi", tried], ["Waktu Penerapan Inovasi", used],
            ["Rancang Bangun", "Pada tahun 2019 layanan masih manual. Biaya lama Rp 20 juta."],
            ["Tujuan Inovasi", "Mempercepat layanan"], ["Manfaat Inovasi", "Warga tidak menunggu"],
            ["Hasil Inovasi", "Waktu layanan 10 menit"], ["Anggaran", money],
        ])  # fmt: skip
    key = Key(
        (
            Expected("Loket Malam Puskesmas", None, SEHAT, (), (2026, 2026), {0: 96_000_000}),
            Expected("Kabel Optik Balai Warga", None, KOMINFO, (), (2025, 2025), {0: 410_000_000}),
        )
    )
    return Foreign("profil inovasi.docx", document_bytes(document), key, (2025, 2029))


def dump_of_applications() -> Foreign:
    """What runs already, as a data base tells it, and how two plans agree: nothing to propose."""
    book = Workbook()
    sheet = book.active
    sheet.title = "aplikasi"
    put(sheet, 1, [
        ["id_app", "judul", "klasifikasi_aplikasi", "infofungsi", "dasarhukum", "unit_pengembang", "unit",
         "sts_aktif", "thn_pembuatan"],
        [1, "Peta Usang", 2, "Informasi tanah", "", "Diskominfo", "BPN", "naktif", "2014"],
        [2, "Absen Lama", 1, "Kehadiran", "", "BKPSDM", "Semua OPD", "aktif", "2017"],
        [3, "Siar Kota", 1, "Berita", "", "Diskominfo", "Warga", "aktif", "2025"],
    ])  # fmt: skip
    put(book.create_sheet("Form 1"), 1, [
        ["KONSISTENSI PROGRAM ANTARA RPJMD DAN RKPD TAHUN 2026"],
        ["NO.", "URUSAN/PROGRAM/OUTCOME RPJMD", "INDIKATOR", "TARGET DAN SATUAN", "URUSAN/PROGRAM/OUTCOME RKPD", "INDIKATOR",
         "TARGET DAN SATUAN", "KETERANGAN", "PERANGKAT DAERAH PENANGGUNG JAWAB"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
        [1, "Urusan Pendidikan"],
        [None, "Program Pengelolaan Pendidikan", "Angka partisipasi", "98 persen", "Program Pengelolaan Pendidikan",
         "Angka partisipasi", "97 persen", "konsisten", "Dinas Pendidikan"],
    ])  # fmt: skip
    return Foreign("data aplikasi.xlsx", saved(book), Key(()), (2025, 2029))


FILES = (
    yearly_form,
    strategic_form,
    budget_matrix,
    activities_and_costs,
    innovation_profiles,
    dump_of_applications,
)
