"""Six whole files with much around the programmes: teams, risks, price lists, letters. Written last of all."""

from __future__ import annotations

from openpyxl import Workbook

from tests.importing.making import (
    Expected,
    Foreign,
    Key,
    document_bytes,
    new_document,
    ods,
    put,
    saved,
    table,
)

WISATA = "Dinas Pariwisata dan Kebudayaan"
BENCANA = "Badan Penanggulangan Bencana Daerah"


def workbook_of_a_team() -> Foreign:
    """Cover, team, problems, programmes with the problem beside them, risks."""
    book = Workbook()
    cover = book.active
    cover.title = "Sampul"
    put(cover, 3, [["RENCANA INDUK KABUPATEN CERDAS"], ["Kabupaten Khayalan (rekaan)"], ["2025"]])
    put(book.create_sheet("Tim"), 1, [["No", "Nama", "Jabatan dalam Tim", "Instansi"], [1, "A. Rekaan", "Ketua", "Bappeda"],
                                      [2, "B. Rekaan", "Anggota", "Dinas Sosial"]])  # fmt: skip
    problems = ("Ambulans datang terlambat", "Sawah kering di musim tanam")
    issues = [[1, problems[0], "Living", "31 menit"], [2, problems[1], "Economy", "2.100 ha"]]
    put(book.create_sheet("Masalah"), 1, [["No", "Permasalahan", "Dimensi", "Data pendukung"], *issues])
    sheet = book.create_sheet("Program")
    put(
        sheet,
        1,
        [
            [
                "No",
                "Permasalahan",
                "Program",
                "Tujuan",
                "OPD Pelaksana",
                "Pentahapan dan Anggaran (juta rupiah)",
                None,
                None,
            ],
            [None, None, None, None, None, "2025", "2026", "2027"],
            [1, problems[0], "Ambulans Desa Siaga", "Waktu tunggu turun", "Dinas Kesehatan", 640, 320, None],
            [2, problems[1], "Kalender Air Petani", "Gagal panen turun", "Dinas Pertanian", None, 275, 275],
            [3, None, "Sirine Sawah", "Hama terpantau", "Dinas Pertanian", None, None, 80],
        ],
    )
    for cells in ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:H1"):
        sheet.merge_cells(cells)
    risk = [1, "Bidan pindah tugas", "Ambulans Desa Siaga", "Pelatihan ulang", "Dinas Kesehatan"]
    put(book.create_sheet("Risiko"), 1, [["No", "Risiko", "Program", "Mitigasi", "Penanggung Jawab"], risk])
    key = Key(
        (
            Expected(
                "Ambulans Desa Siaga",
                None,
                "Dinas Kesehatan",
                (),
                (2025, None),
                {0: 640_000_000, 1: 320_000_000},
            ),
            Expected(
                "Kalender Air Petani",
                None,
                "Dinas Pertanian",
                (),
                (2026, None),
                {0: 275_000_000, 1: 275_000_000},
            ),
            Expected("Sirine Sawah", None, "Dinas Pertanian", (), (2027, None), {0: 80_000_000}),
        ),
        problems=frozenset(problems),
    )
    return Foreign("kertas kerja tim.xlsx", saved(book), key)


def small_master_plan() -> Foreign:
    """Rules, gaps, a SWOT in lists, programmes with lists of their own, an agenda of workshops."""
    document = new_document()
    document.add_heading("BAB I PENDAHULUAN", 1)
    document.add_heading("1.1 Dasar Hukum", 2)
    table(document, [["No", "Nama Peraturan", "Tahun"], ["1", "Undang-undang rekaan tentang kota", "2014"]])
    document.add_heading("1.2 Jadwal Pendampingan", 2)
    table(document, [["No", "Kegiatan", "Waktu", "Penanggung Jawab"], ["1", "Bimtek 1", "Mei 2025", "Diskominfo"],
                     ["2", "Bimtek 2", "Juni 2025", "Diskominfo"]])  # fmt: skip
    document.add_heading("BAB II ANALISIS", 1)
    document.add_heading("2.1 Analisis Kesenjangan", 2)
    table(
        document,
        [["Layanan", "Kondisi saat ini", "Kondisi yang diharapkan"], ["Perizinan", "14 hari", "2 hari"]],
    )
    document.add_heading("2.2 Kekuatan", 2)
    document.add_paragraph("Desa sudah punya kader digital", style="List Bullet")
    document.add_heading("2.3 Ancaman", 2)
    document.add_paragraph("Longsor memutus jaringan", style="List Bullet")
    document.add_heading("BAB III PROGRAM", 1)
    document.add_heading("3.1 Smart Environment", 2)
    for title, agency, years, money in (
        ("Lereng Terjaga", "BPBD", "2025-2026", "Rp 520 juta"),
        ("Sungai Tanpa Jamban", "Dinas Perkim", "2026", "Rp 1.450.000.000"),
    ):
        document.add_heading(title, 3)
        for text in (
            f"Penanggung jawab: {agency}",
            f"Tahun pelaksanaan: {years}",
            f"Kebutuhan anggaran: {money}",
        ):
            document.add_paragraph(text, style="List Bullet")
    document.add_heading("3.2 Smart Branding", 2)
    document.add_heading("Kampung Lesung", 3)
    document.add_paragraph("Penanggung jawab: Dinas Pariwisata. Sasaran: wisatawan muda.")
    key = Key(
        (
            Expected("Lereng Terjaga", "environment", BENCANA, (), (2025, 2026), {0: 520_000_000}),
            Expected(
                "Sungai Tanpa Jamban", "environment", "Dinas Perkim", (), (2026, 2026), {0: 1_450_000_000}
            ),
            Expected("Kampung Lesung", "branding", WISATA),
        ),
        issues=frozenset(
            {("strength", "Desa sudah punya kader digital"), ("threat", "Longsor memutus jaringan")}
        ),
    )
    return Foreign("masterplan ringkas.docx", document_bytes(document), key)


def price_list() -> Foreign:
    """What one programme buys, item by item: no innovation at all."""
    rows = [
        ["RENCANA ANGGARAN BIAYA"],
        ["Program: Ambulans Desa Siaga"],
        ["No", "Uraian", "Volume", "Satuan", "Harga Satuan (Rp)", "Jumlah (Rp)"],
        [1, "Ambulans roda tiga", 4, "unit", 85000000, 340000000],
        [2, "Pelatihan pengemudi", 12, "orang", 2500000, 30000000],
        [None, "Total", None, None, None, 370000000],
    ]
    return Foreign("rab.ods", ods({"RAB": rows}), Key(()))


def letter() -> Foreign:
    """A letter that speaks of money, offices and years and proposes nothing."""
    document = new_document()
    for text in (
        "Yth. Kepala Dinas Kesehatan Kabupaten Rekaan",
        "Menindaklanjuti rapat tanggal 4 Maret 2025, dengan ini kami sampaikan pagu indikatif sebesar Rp 2 miliar.",
        "Program: mohon segera disampaikan kepada Bappeda paling lambat 20 Maret 2025.",
        "1. Dinas Sosial, 2025, Rp 40 juta",
        "Kepala Bappeda",
    ):
        document.add_paragraph(text)
    return Foreign("surat.docx", document_bytes(document), Key(()))


def indicators_and_targets() -> Foreign:
    """Dimension and sub-dimension merged down, indicators with targets by year, no money at all."""
    document = new_document()
    document.add_heading("Matriks Program dan Target", 1)
    table(
        document,
        [
            ["Dimensi", "Sub Dimensi", "Program", "Indikator", "Satuan", "Target 2025", "Target 2026", "OPD"],
            [
                "Smart Living",
                "Kesehatan",
                "Posyandu Malam",
                "Balita ditimbang",
                "persen",
                "70",
                "85",
                "Dinas Kesehatan",
            ],
            [
                None,
                "Mobilitas",
                "Ojek Resmi Pasar",
                "Pengemudi terdaftar",
                "orang",
                "120",
                "300",
                "Dinas Perhubungan",
            ],
            [
                "Smart Society",
                "Literasi",
                "Buku Naik Bus",
                "Buku dipinjam",
                "buku",
                "400",
                "900",
                "Disdik, Dishub",
            ],
        ],
    )
    key = Key(
        (
            Expected("Posyandu Malam", "living", "Dinas Kesehatan"),
            Expected("Ojek Resmi Pasar", "living", "Dinas Perhubungan"),
            Expected("Buku Naik Bus", "society", "Dinas Pendidikan", ("Dinas Perhubungan",)),
        )
    )
    return Foreign("matriks target.docx", document_bytes(document), key)


def two_tables_on_a_sheet() -> Foreign:
    """What was spent last year above, what is planned below, and a chart's figures at the right."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Data"
    put(
        sheet,
        1,
        [
            ["A. REALISASI TAHUN 2024"],
            ["No", "Program", "OPD", "Anggaran (Rp)", "Realisasi (Rp)"],
            [1, "Layanan Lama", "Dinas Sosial", 90000000, 88000000],
            [],
            ["B. RENCANA TAHUN 2025-2026"],
            ["No", "Program", "OPD", "Tahun", "Anggaran (Rp)"],
            [1, "Rumah Singgah Ramah", "Dinas Sosial", "2025-2026", 410000000],
            [2, "Kursi Roda Pinjam", "Dinas Sosial", 2026, "62.500.000"],
        ],
    )
    put(sheet, 2, [["Tahun", "Nilai"], [2023, 51], [2024, 64]], first_column=9)
    key = Key(
        (
            Expected("Rumah Singgah Ramah", None, "Dinas Sosial", (), (2025, 2026), {0: 410_000_000}),
            Expected("Kursi Roda Pinjam", None, "Dinas Sosial", (), (2026, 2026), {0: 62_500_000}),
        )
    )
    return Foreign("data sosial.xlsx", saved(book), key)


FILES = (
    workbook_of_a_team,
    small_master_plan,
    price_list,
    letter,
    indicators_and_targets,
    two_tables_on_a_sheet,
)
