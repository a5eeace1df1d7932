"""Six files written when the reader was done, to be hard on it: layouts nobody thought of while building."""

from __future__ import annotations

from openpyxl import Workbook

from tests.importing.making import (
    Expected,
    Foreign,
    Key,
    document_bytes,
    fake_heading,
    new_document,
    ods,
    put,
    saved,
    table,
)

KOMINFO = "Dinas Komunikasi dan Informatika"
DESA = "Dinas Pemberdayaan Masyarakat dan Desa"
WISATA = "Dinas Pariwisata dan Kebudayaan"


def a_sheet_a_year() -> Foreign:
    """Each year a sheet with the same programmes again; what a year costs stands under `Pagu`."""
    book = Workbook()
    book.remove(book.active)
    for year, rows in (
        (
            2025,
            [
                ["Kios Ikan Segar", "Ekonomi", "Dinas Perikanan", 210],
                ["Kelas Ibu", "Masyarakat", "Dinkes", 75],
            ],
        ),
        (
            2026,
            [
                ["Kios Ikan Segar", "Ekonomi", "Dinas Perikanan", 90],
                ["Peta Jalan Rusak", "Kehidupan", "DPUPR", 1200],
            ],
        ),
    ):
        sheet = book.create_sheet(str(year))
        put(sheet, 1, [[f"USULAN TAHUN ANGGARAN {year}"], ["Dalam Juta Rupiah"], [],
                       ["Usulan Program", "Dimensi", "Pengusul", "Pagu"], *rows])  # fmt: skip
    key = Key(
        (
            Expected(
                "Kios Ikan Segar",
                "economy",
                "Dinas Perikanan",
                (),
                (2025, None),
                {0: 210_000_000, 1: 90_000_000},
            ),
            Expected("Kelas Ibu", "society", "Dinas Kesehatan", (), (2025, None), {0: 75_000_000}),
            Expected("Peta Jalan Rusak", "living", "DPUPR", (), (2026, None), {0: 1_200_000_000}),
        )
    )
    return Foreign("satu lembar satu tahun.xlsx", saved(book), key)


def sources_as_columns() -> Foreign:
    """Money by source instead of by year, a head of three rows, sections at the right of empty columns."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Lamp. 2"
    put(
        sheet,
        2,
        [
            [None, "LAMPIRAN II PERATURAN BUPATI KHAYALAN (REKAAN)"],
            [],
            [None, "No", "Inisiatif Strategis", "OPD Pengampu", "Tahun Pelaksanaan", "Perkiraan Pembiayaan (Rp Juta)",
             None, None, None],
            [None, None, None, None, None, "Sumber", None, None, "Jumlah"],
            [None, None, None, None, None, "APBD", "APBN", "CSR", None],
            [None, None, "Pilar Lingkungan"],
            [None, 1, "Sekolah Panen Hujan", "Dinas Pendidikan", "2025 dan 2026", 150, None, 50, 200],
            [None, 2, "Becak Sampah Listrik", "DLH", "2027", 80, 320, None, 400],
            [None, None, "Pilar Citra Daerah"],
            [None, 3, "Pasar Terapung Malam", "Dinas Pariwisata", "2026 s.d 2029", 500, None, None, 500],
        ],
    )  # fmt: skip
    sheet.merge_cells("F4:I4")
    sheet.merge_cells("F5:H5")
    key = Key(
        (
            Expected(
                "Sekolah Panen Hujan", "environment", "Dinas Pendidikan", (), (2025, 2026), {0: 200_000_000}
            ),
            Expected(
                "Becak Sampah Listrik",
                "environment",
                "Dinas Lingkungan Hidup",
                (),
                (2027, 2027),
                {0: 400_000_000},
            ),
            Expected("Pasar Terapung Malam", "branding", WISATA, (), (2026, 2029), {0: 500_000_000}),
        )
    )
    return Foreign("lampiran peraturan.xlsx", saved(book), key)


def unit_below_the_table() -> Foreign:
    """Abbreviated heads, the unit only in a note below, an agency before its programmes in the first column."""
    rows = [
        ["REKAP USULAN"],
        ["SKPD", "Nama Kegiatan Inovatif", "Kelompok", "Thn", "Pagu Indikatif"],
        ["Dinas Sosial", "Makan Siang Lansia", "Smart Society", "2025-26", 480],
        [None, "Data Miskin Diperbarui Warga", "Smart Governance", "2025", 95],
        ["BPBD", "Sirene Sungai", "Smart Environment", "2026", 610],
        [None, None, None, "Jumlah", 1185],
        ["*) dalam juta rupiah"],
    ]
    key = Key(
        (
            Expected("Makan Siang Lansia", "society", "Dinas Sosial", (), (2025, 2026), {0: 480_000_000}),
            Expected(
                "Data Miskin Diperbarui Warga",
                "governance",
                "Dinas Sosial",
                (),
                (2025, 2025),
                {0: 95_000_000},
            ),
            Expected(
                "Sirene Sungai",
                "environment",
                "Badan Penanggulangan Bencana Daerah",
                (),
                (2026, 2026),
                {0: 610_000_000},
            ),
        )
    )
    return Foreign("usulan skpd.ods", ods({"Sheet1": rows}), key)


def programmes_as_columns() -> Foreign:
    """A Word table lying on its side: a row an attribute, a column a programme."""
    document = new_document()
    document.add_heading("Program Unggulan Smart Living", 2)
    table(
        document,
        [
            ["Nama program", "Dokter Pulau", "Taksi Laut Aman"],
            ["Pelaksana", "Dinas Kesehatan", "Dinas Perhubungan"],
            ["Tahun", "2025-2027", "2026"],
            ["Anggaran", "Rp 2,1 miliar", "Rp 640.000.000"],
        ],
    )
    document.add_heading("Program Unggulan Smart Economy", 2)
    table(
        document,
        [
            ["Nama program", "Lelang Ikan Terbuka"],
            ["Pelaksana", "Dinas Perikanan"],
            ["Tahun", "2028"],
            ["Anggaran", "Rp 310 juta"],
        ],
    )
    key = Key(
        (
            Expected("Dokter Pulau", "living", "Dinas Kesehatan", (), (2025, 2027), {0: 2_100_000_000}),
            Expected("Taksi Laut Aman", "living", "Dinas Perhubungan", (), (2026, 2026), {0: 640_000_000}),
            Expected("Lelang Ikan Terbuka", "economy", "Dinas Perikanan", (), (2028, 2028), {0: 310_000_000}),
        )
    )
    return Foreign("program unggulan.docx", document_bytes(document), key)


def minutes_of_a_meeting() -> Foreign:
    """Bullets in a secretary's own order: the agency speaks first, money before years, brackets everywhere."""
    document = new_document()
    fake_heading(document, "NOTULA RAPAT USULAN INOVASI (REKAAN)")
    fake_heading(document, "Smart Governance")
    for line in (
        "Sapa Warga Lewat Radio (Diskominfo; 2025–2026; Rp 85 juta)",
        "Arsip Tanah Desa, DPMD, Rp 240 juta, 2027",
    ):
        document.add_paragraph(line, style="List Bullet")
    fake_heading(document, "Smart Branding")
    document.add_paragraph(
        "Dinas Pariwisata dan Kebudayaan mengusulkan Pekan Gamelan Anak pada tahun 2026 dengan dana Rp 150 juta."
    )
    fake_heading(document, "Smart Society")
    document.add_paragraph("3) Kamus Bahasa Ibu: Dinas Pendidikan, tahun 2025, biaya Rp 60.000.000,-")
    key = Key(
        (
            Expected("Sapa Warga Lewat Radio", "governance", KOMINFO, (), (2025, 2026), {0: 85_000_000}),
            Expected("Arsip Tanah Desa", "governance", DESA, (), (2027, 2027), {0: 240_000_000}),
            Expected("Pekan Gamelan Anak", "branding", WISATA, (), (2026, 2026), {0: 150_000_000}),
            Expected("Kamus Bahasa Ibu", "society", "Dinas Pendidikan", (), (2025, 2025), {0: 60_000_000}),
        )
    )
    return Foreign("notula.docx", document_bytes(document), key)


def who_does_what_when() -> Foreign:
    """A road map: years as columns with the amount in words, the dimension merged down, a table of quick wins."""
    document = new_document()
    document.add_heading("BAB V PETA JALAN", 1)
    document.add_heading("5.1 Peta jalan inovasi", 2)
    table(
        document,
        [
            ["Dimensi", "Inovasi", "Penanggung jawab", "2025", "2026", "2027"],
            [
                "Smart Environment",
                "Hutan Mini Sekolah",
                "Dinas Pendidikan dan DLH",
                "Rp 45 juta",
                "Rp 45 juta",
                "-",
            ],
            [None, "Sumur Resapan Gang", "Dinas Perkim", "-", "Rp 1,3 M", "Rp 700 juta"],
            ["Smart Society", "Sekolah Orang Tua", "Disdik", "Rp 30 juta", "-", "-"],
        ],
    )
    document.add_heading("5.2 Quick win", 2)
    table(
        document,
        [
            ["No.", "Quick Win", "Dimensi", "Leading sector", "Target selesai"],
            ["1", "Nomor Antre Lewat SMS", "Smart Living", "Dinas Kesehatan", "Desember 2025"],
        ],
    )
    key = Key(
        (
            Expected("Hutan Mini Sekolah", "environment", "Dinas Pendidikan", ("Dinas Lingkungan Hidup",), (2025, None),
                     {0: 45_000_000, 1: 45_000_000}),
            Expected("Sumur Resapan Gang", "environment", "Dinas Perkim", (), (2026, None),
                     {0: 1_300_000_000, 1: 700_000_000}),
            Expected("Sekolah Orang Tua", "society", "Dinas Pendidikan", (), (2025, None), {0: 30_000_000}),
            Expected("Nomor Antre Lewat SMS", "living", "Dinas Kesehatan"),
        )
    )  # fmt: skip
    return Foreign("peta jalan.docx", document_bytes(document), key)


FILES = (a_sheet_a_year, sources_as_columns, unit_below_the_table, programmes_as_columns, minutes_of_a_meeting,
         who_does_what_when)  # fmt: skip
