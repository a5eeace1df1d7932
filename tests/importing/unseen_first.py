"""Six files as offices make them, from six regions of fiction; written before their author had read the reader."""

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

KOMINFO = "Dinas Komunikasi dan Informatika"
WISATA = "Dinas Pariwisata dan Kebudayaan"
PERIZINAN = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"
SEHAT = "Dinas Kesehatan"
LINGKUNGAN = "Dinas Lingkungan Hidup"
HUBUNG = "Dinas Perhubungan"
DESA = "Dinas Pemberdayaan Masyarakat dan Desa"
DIDIK = "Dinas Pendidikan"


def action_matrix() -> Foreign:
    """Five years of ticks, money in thousands, section rows with letters, totals, a foot note and a signature."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Lamp. II"
    rows = [
        ["LAMPIRAN II PERATURAN BUPATI TANJUNG LESTARI (REKAAN)"],
        ["MATRIKS RENCANA AKSI SMART CITY KABUPATEN TANJUNG LESTARI TAHUN 2021 – 2025"],
        [],
        ["No", "Rencana Aksi", "Keluaran (Output)", "PD Penanggung Jawab", "PD Pendukung",
         "Tahun Pelaksanaan", None, None, None, None, "Estimasi Biaya (ribu Rp)", "Ket."],
        [None, None, None, None, None, 2021, 2022, 2023, 2024, 2025, None, None],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
        ["A", "SMART GOVERNANCE"],
        [1, "Integrasi Data Kependudukan Desa", "1 sistem", "Diskominfo", "DPMD", "√", "√", None, None, None, 375000, "APBD"],
        [2, "Loket Izin Keliling", "2 mobil layanan", "DPMPTSP", "Kecamatan", None, "√", "√", "√", None, 1250000, "APBD"],
        [None, "Jumlah A", None, None, None, None, None, None, None, None, 1625000, None],
        ["B", "SMART ENVIRONMENT"],
        [1, "Bank Sampah Berjenjang", "14 unit", "DLH", None, None, None, "√", "√", "√", 840500, None],
        [2, "Sensor Banjir Kali Anyar *)", "6 titik", "BPBD", "Dishub", "√", None, None, None, None, 96000, None],
        [None, "Jumlah B", None, None, None, None, None, None, None, None, 936500, None],
        ["TOTAL A + B", None, None, None, None, None, None, None, None, None, 2561500],
        ["*) menunggu hibah"],
        [],
        [None, None, None, None, None, None, None, None, "Tanjung Lestari, 12 Januari 2021"],
        [None, None, None, None, None, None, None, None, "BUPATI TANJUNG LESTARI"],
        [None, None, None, None, None, None, None, None, "ttd"],
    ]  # fmt: skip
    put(sheet, 1, rows)
    for cells in ("A1:L1", "A2:L2", "F4:J4", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "K4:K5", "L4:L5",
                  "B7:L7", "B11:L11", "A15:J15"):  # fmt: skip
        sheet.merge_cells(cells)
    key = Key((
        Expected("Integrasi Data Kependudukan Desa", "governance", KOMINFO, (DESA,), (2021, 2022), {0: 375_000_000}),
        Expected("Loket Izin Keliling", "governance", PERIZINAN, ("Kecamatan",), (2022, 2024), {0: 1_250_000_000}),
        Expected("Bank Sampah Berjenjang", "environment", LINGKUNGAN, (), (2023, 2025), {0: 840_500_000}),
        Expected("Sensor Banjir Kali Anyar", "environment", "Badan Penanggulangan Bencana Daerah", (HUBUNG,),
                 (2021, 2021), {0: 96_000_000}),
    ))  # fmt: skip
    return Foreign("lampiran perbup.xlsx", saved(book), key, (2021, 2025))


def a_sheet_each_dimension() -> Foreign:
    """Short sheet names, a summary and a legend beside, start and end in columns, rupiah as numbers."""
    book = Workbook()
    cover = book.active
    cover.title = "REKAP"
    put(cover, 1, [["REKAPITULASI INOVASI PER DIMENSI"], ["Dimensi", "Jumlah Inovasi", "Pagu (Rp)"],
                   ["Smart Governance", 2, 655000000], ["Smart Living", 2, 1120000000],
                   ["Smart Economy", 1, 300000000], ["Total", 5, 2075000000]])  # fmt: skip
    head = [
        "No.",
        "Nama Inovasi",
        "Uraian Singkat",
        "Manfaat",
        "OPD Pengampu",
        "Mulai",
        "Selesai",
        "Pagu (Rp)",
    ]
    sheets = {
        "1. Gov": [
            [1, "Meja Aduan Sembilan Kanal", "Satu nomor untuk semua aduan", "Aduan selesai cepat",
             "Dinas Kominfo", 2023, 2024, 455000000],
            [2, "Arsip Tanah Nagari", "Pemindaian warkah", "Sengketa turun",
             "Dinas Perpustakaan dan Kearsipan", 2024, 2024, 200000000],
        ],
        "2. Liv": [
            [1, "Halte Teduh Pintar", "Halte dengan papan waktu", "Penumpang naik", "Dishub", 2023, 2025, 870000000],
            [2, "Bidan Panggil", "Pemesanan kunjungan bidan", "Kematian ibu turun", "Dinkes", 2024, 2026, 250000000],
        ],
        "3. Eco": [
            [1, "Pasar Ikan Daring", "Lelang ikan lewat gawai", "Harga nelayan naik", "Dinas Perikanan", 2025, 2026, 300000000],
        ],
    }  # fmt: skip
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        put(sheet, 1, [["DAFTAR INOVASI SMART CITY KOTA MUARA ELOK (REKAAN)"], [], head, *rows])
        last = 4 + len(rows)
        put(sheet, last, [["Jumlah", None, None, None, None, None, None, sum(row[-1] for row in rows)]])
        sheet.merge_cells(f"A{last}:G{last}")
    legend = [["Keterangan"], ["Gov", "Smart Governance"], ["Liv", "Smart Living"], ["Eco", "Smart Economy"]]
    put(book.create_sheet("Legenda"), 1, legend)
    key = Key((
        Expected("Meja Aduan Sembilan Kanal", "governance", KOMINFO, (), (2023, 2024), {0: 455_000_000}),
        Expected("Arsip Tanah Nagari", "governance", "Dinas Perpustakaan dan Kearsipan", (), (2024, 2024), {0: 200_000_000}),
        Expected("Halte Teduh Pintar", "living", HUBUNG, (), (2023, 2025), {0: 870_000_000}),
        Expected("Bidan Panggil", "living", SEHAT, (), (2024, 2026), {0: 250_000_000}),
        Expected("Pasar Ikan Daring", "economy", "Dinas Perikanan", (), (2025, 2026), {0: 300_000_000}),
    ))  # fmt: skip
    return Foreign("inovasi per dimensi.xlsx", saved(book), key, (2023, 2027))


def medium_term_plan() -> Foreign:
    """Target and money a year as in a medium-term plan, heads over three rows, money in million."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Tabel 6.1"
    put(sheet, 1, [
        ["Tabel 6.1 Program Prioritas Kota Cerdas Kota Bukit Permai (rekaan)"],
        ["Program Prioritas", "Indikator Kinerja", "Kondisi Awal (2022)", "Capaian Kinerja Program dan Kerangka Pendanaan",
         None, None, None, None, None, "Perangkat Daerah Penanggung Jawab"],
        [None, None, None, "2023", None, "2024", None, "2025", None, None],
        [None, None, None, "Target", "Rp (juta)", "Target", "Rp (juta)", "Target", "Rp (juta)", None],
        ["Dimensi: Smart Economy"],
        ["Warung Naik Kelas", "Warung berizin", "120 unit", "200 unit", 350, "300 unit", 425.5, "400 unit",
         500, "Dinas Koperasi, UKM dan Perdagangan"],
        ["Peta Panen Cabai", "Petani terdata", "0 %", "40 %", "1.250,0", "60 %", "1.300,0", "90 %", "-", "Dinas Pertanian"],
        ["Dimensi: Smart Branding"],
        ["Kalender Pesta Rakyat", "Kunjungan", "12.000 orang", "-", "-", "15.000 orang", 275, "20.000 orang", 300, "Disparbud"],
        ["Jumlah", None, None, None, 1600, None, 2000.5, None, 800, None],
    ])  # fmt: skip
    for cells in ("A2:A4", "B2:B4", "C2:C4", "D2:I2", "J2:J4", "D3:E3", "F3:G3", "H3:I3", "A5:J5", "A8:J8"):
        sheet.merge_cells(cells)
    key = Key((
        Expected("Warung Naik Kelas", "economy", "Dinas Koperasi, UKM dan Perdagangan", (), (2023, None),
                 {0: 350_000_000, 1: 425_500_000, 2: 500_000_000}),
        Expected("Peta Panen Cabai", "economy", "Dinas Pertanian", (), (2023, None), {0: 1_250_000_000, 1: 1_300_000_000}),
        Expected("Kalender Pesta Rakyat", "branding", WISATA, (), (2024, None), {0: 275_000_000, 1: 300_000_000}),
    ))  # fmt: skip
    return Foreign("tabel program prioritas.xlsx", saved(book), key, (2023, 2027))


def chapter_four() -> Foreign:
    """A chapter: dimensions and programmes as numbered headings, sentences below, a table of applications in use."""
    document = new_document()
    document.add_heading("BAB IV PROGRAM PEMBANGUNAN SMART CITY", 1)
    document.add_paragraph(
        "Program disusun oleh 24 perangkat daerah pada tahun 2022 dengan dukungan Bappeda dan anggaran Rp 150 juta."
    )
    document.add_heading("4.1 Aplikasi yang Sudah Berjalan", 2)
    document.add_paragraph("Tabel 4.1 Aplikasi yang sudah berjalan sampai tahun 2021")
    table(document, [["No", "Nama Aplikasi", "OPD", "Tahun", "Keterangan"],
                     ["1", "e-Kinerja Lama", "BKPSDM", "2018", "aktif"],
                     ["2", "SIMPUS", "Dinkes", "2016", "tidak aktif"]])  # fmt: skip
    document.add_heading("4.2 Smart Society", 2)
    document.add_paragraph("Dimensi ini menjawab rendahnya minat baca.")
    document.add_heading("4.2.1 Perpustakaan Rumah Panggung", 3)
    document.add_paragraph(
        "Program ini dilaksanakan oleh Dinas Pendidikan bekerja sama dengan DPMD mulai tahun 2022 sampai dengan tahun 2024. "
        "Kebutuhan anggaran diperkirakan sebesar Rp 640.000.000 yang bersumber dari APBD."
    )
    document.add_heading("4.2.2 Sekolah Ramah Difabel", 3)
    document.add_paragraph("Pelaksana: Dinas Pendidikan")
    document.add_paragraph("Waktu: 2023")
    document.add_paragraph("Biaya: Rp 1,2 miliar")
    document.add_heading("4.3 Smart Living", 2)
    document.add_heading("4.3.1 Ambulans Perahu", 3)
    document.add_paragraph("Pelaksana: Dinas Kesehatan dan BPBD")
    document.add_paragraph("Waktu: 2023 – 2026")
    document.add_paragraph("Biaya: Rp 2.750 juta")
    document.add_heading("4.4 Penutup", 2)
    document.add_paragraph("Demikian bab ini disusun; pembiayaan lain sebesar Rp 90 juta dibahas pada Bab V.")
    key = Key((
        Expected("Perpustakaan Rumah Panggung", "society", DIDIK, (DESA,), (2022, 2024), {0: 640_000_000}),
        Expected("Sekolah Ramah Difabel", "society", DIDIK, (), (2023, 2023), {0: 1_200_000_000}),
        Expected("Ambulans Perahu", "living", SEHAT, ("Badan Penanggulangan Bencana Daerah",), (2023, 2026), {0: 2_750_000_000}),
    ))  # fmt: skip
    return Foreign("bab iv.docx", document_bytes(document), key, (2022, 2026))


def quick_win_sheets() -> Foreign:
    """One two-column table a quick win, with its team and stages below; a letter around them."""
    document = new_document()
    document.add_paragraph("PEMERINTAH KABUPATEN TELUK HARAPAN (REKAAN)")
    document.add_paragraph("DINAS KOMUNIKASI DAN INFORMATIKA")
    fake_heading(document, "FORMULIR QUICK WIN SMART CITY")
    wins = (
        ("Antar Obat Lansia", "Smart Living", "Dinas Kesehatan", "Dishub", "Maret – Desember 2024", "Rp. 185.000.000,-",
         [("Kepala Bidang Yankes", "Ketua"), ("Kasi Farmasi", "Anggota")]),
        ("Tiket Satu Pulau", "Smart Branding", "Disparbud", "-", "2024 s/d 2025",
         "Rp 320.000.000 (tiga ratus dua puluh juta rupiah)",
         [("Kabid Destinasi", "Ketua")]),
        ("Daftar Kapal Nelayan", "Smart Economy", "Dinas Kelautan dan Perikanan", "Diskominfo", "Tahun 2024", "Rp 75 juta",
         [("Kabid Tangkap", "Ketua")]),
    )  # fmt: skip
    for number, (title, dimension, lead, partner, time, money, team) in enumerate(wins, 1):
        fake_heading(document, f"Quick Win {number}")
        table(document, [
            ["Nama Quick Win", title], ["Dimensi", dimension], ["Latar Belakang", "Warga menunggu terlalu lama."],
            ["Tujuan", "Layanan dekat dengan rumah"], ["OPD Penanggung Jawab", lead], ["OPD Terkait", partner],
            ["Jadwal Pelaksanaan", time], ["Kebutuhan Anggaran", money], ["Sumber Dana", "APBD Kabupaten"],
        ])  # fmt: skip
        document.add_paragraph("Tim pelaksana:")
        table(document, [["Jabatan", "Kedudukan dalam Tim"], *map(list, team)])
    document.add_paragraph("Teluk Harapan, 3 Februari 2024")
    document.add_paragraph("Kepala Dinas Komunikasi dan Informatika")
    document.add_paragraph("NIP. 00000000 000000 0 000")
    key = Key((
        Expected("Antar Obat Lansia", "living", SEHAT, (HUBUNG,), (2024, 2024), {0: 185_000_000}),
        Expected("Tiket Satu Pulau", "branding", WISATA, (), (2024, 2025), {0: 320_000_000}),
        Expected("Daftar Kapal Nelayan", "economy", "Dinas Kelautan dan Perikanan", (KOMINFO,), (2024, 2024), {0: 75_000_000}),
    ))  # fmt: skip
    return Foreign("formulir quick win.docx", document_bytes(document), key, (2024, 2028))


def continued_tables() -> Foreign:
    """A table a dimension, broken by pages: the head once more, and a table that goes on without one."""
    document = new_document()
    document.add_paragraph("RENCANA AKSI KOTA CERDAS SUNGAI RAYA BARU (REKAAN)")
    head = ["No", "Program/Inovasi", "Sasaran", "Pelaksana", "Tahun", "Anggaran"]
    fake_heading(document, "I. Tata Kelola Cerdas (Smart Governance)")
    table(document, [head, ["1", "Rapat Tanpa Kertas", "Semua SKPD", "Sekretariat Daerah", "2019-2020", "Rp350.000.000"],
                     ["2", "Nomor Antrean Kelurahan", "Warga kelurahan", "Bagian Tata Pemerintahan", "2020",
                      "Rp125.500.000"]])  # fmt: skip
    document.add_paragraph("")
    table(document, [head, ["3", "Peta Satu Kota", "Perencana", "Bappeda", "2020-2023", "Rp2.100.000.000"],
                     ["", "Jumlah", "", "", "", "Rp2.575.500.000"]])  # fmt: skip
    fake_heading(document, "II. Lingkungan Cerdas (Smart Environment)")
    table(
        document,
        [head, ["1", "Lampu Jalan Surya", "Jalan kota", "Dinas Perhubungan", "2019", "Rp980.000.000"]],
    )
    document.add_page_break()
    table(
        document,
        [["2", "Taman Resapan RT", "Kawasan genangan", "DLH, Dinas PUPR", "2021-2022", "Rp415.000.000"]],
    )
    document.add_paragraph("Sumber: olahan tim, 2019")
    key = Key((
        Expected("Rapat Tanpa Kertas", "governance", "Sekretariat Daerah", (), (2019, 2020), {0: 350_000_000}),
        Expected("Nomor Antrean Kelurahan", "governance", "Bagian Tata Pemerintahan", (), (2020, 2020), {0: 125_500_000}),
        Expected("Peta Satu Kota", "governance", "Badan Perencanaan Pembangunan Daerah", (), (2020, 2023), {0: 2_100_000_000}),
        Expected("Lampu Jalan Surya", "environment", HUBUNG, (), (2019, 2019), {0: 980_000_000}),
        Expected("Taman Resapan RT", "environment", LINGKUNGAN, ("Dinas PUPR",), (2021, 2022), {0: 415_000_000}),
    ))  # fmt: skip
    return Foreign("rencana aksi.docx", document_bytes(document), key, (2019, 2023))


FILES = (
    action_matrix,
    a_sheet_each_dimension,
    medium_term_plan,
    chapter_four,
    quick_win_sheets,
    continued_tables,
)
