"""Three spreadsheets the reader was built against: what regions hand in, for regions that do not exist."""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook

from tests.importing.making import Expected, Foreign, Key, ods, put, saved

KOMINFO = "Dinas Komunikasi dan Informatika"
PERIZINAN = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"


def programme_matrix() -> Foreign:
    """Titles in rows 1–4, a head of three rows, sections, subtotals, a hidden row, merged agencies, signatures."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Matrik Program"
    put(
        sheet,
        1,
        [
            ["MATRIK PROGRAM DAN KEGIATAN MASTERPLAN SMART CITY"],
            ["KABUPATEN REKAAN (DATA FIKTIF)"],
            ["PERIODE 2025 – 2029"],
        ],
    )
    put(
        sheet,
        5,
        [
            ["No", "Nama Program / Inovasi", None, "Deskripsi", "SKPD", None, "Kebutuhan Dana (Rp juta)", None,
             None, None, None, "Jumlah", "Sumber Dana", "Ket"],
            [None, None, None, None, "Penanggung Jawab", "Terkait", 2025, 2026, 2027, 2028, 2029],
            [f"({number})" for number in range(1, 15)],
        ],
    )  # fmt: skip
    for cells in ("A5:A6", "B5:C6", "D5:D6", "E5:F5", "G5:K5", "L5:L6", "M5:M6", "N5:N6"):
        sheet.merge_cells(cells)
    rows: list[list[Any]] = [
        ["A.", "SMART GOVERNANCE"],
        [1, "Surat Selesai di Balai Desa", None, "Surat selesai sekali datang", "Dinas PMD", "Dinas Kominfo, Bappeda",
         "250", "1.250,5", "-", None, None, 1500.5, "APBD", None],
        [2, "Keluhan Dijawab Tiga Hari", None, None, "Diskominfo", None, 175, 60, 60, 60, 60, 415, "APBD", "lanjutan"],
        [None, "Jumlah Smart Governance", None, None, None, None, 425, 1310.5, 60, 60, 60, 1915.5],
        ["B.", "SMART LIVING"],
        [3, "Ibu Hamil Tak Terlambat Rujuk", None, "Ambulans dipanggil bidan desa", "Dinas Kesehatan",
         "Dinas Perhubungan\nRSUD Rekaan", None, 900, 450, None, None, 1350, "APBD, DAK", None],
        [4, "Obat Diantar untuk Lansia", None, None, None, None, None, 120, 120, None, None, 240, "APBD", None],
        [5, "Program Rahasia Yang Dibatalkan", None, None, "Dinas Kesehatan", None, 999, None, None, None, None, 999],
        ["", "Jumlah Smart Living", None, None, None, None, 0, 1020, 570, 0, 0, 1590],
        ["C.", "SMART ENVIRONMENT"],
        [6, "Sungai Bebas Popok", None, None, "Dinas Lingkungan Hidup", "PKK", 35, 35, None, None, None, 70, "CSR"],
        [None, "TOTAL", None, None, None, None, 1459, 2365.5, 630, 60, 60, 4574.5],
        [],
        [None, None, None, None, None, None, "Rekaan, 12 Januari 2025"],
        [None, None, None, None, None, None, "Kepala Bappeda Kabupaten Rekaan"],
    ]  # fmt: skip
    put(sheet, 8, rows)
    sheet.merge_cells("E13:E14")
    sheet.merge_cells("B8:N8")
    sheet.row_dimensions[15].hidden = True
    key = Key(
        (
            Expected("Surat Selesai di Balai Desa", "governance", "Dinas Pemberdayaan Masyarakat dan Desa",
                     (KOMINFO, "Badan Perencanaan Pembangunan Daerah"), (2025, None),
                     {0: 250_000_000, 1: 1_250_500_000}),
            Expected("Keluhan Dijawab Tiga Hari", "governance", KOMINFO, (), (2025, None),
                     {0: 175_000_000, 1: 60_000_000, 2: 60_000_000, 3: 60_000_000, 4: 60_000_000}),
            Expected("Ibu Hamil Tak Terlambat Rujuk", "living", "Dinas Kesehatan",
                     ("Dinas Perhubungan", "RSUD Rekaan"), (2026, None), {0: 900_000_000, 1: 450_000_000}),
            Expected("Obat Diantar untuk Lansia", "living", "Dinas Kesehatan", (), (2026, None),
                     {0: 120_000_000, 1: 120_000_000}),
            Expected("Sungai Bebas Popok", "environment", "Dinas Lingkungan Hidup", (), (2025, None),
                     {0: 35_000_000, 1: 35_000_000}),
        )
    )  # fmt: skip
    return Foreign("matrik program.xlsx", saved(book), key)


def strategic_plan_and_timeline() -> Foreign:
    """Programme, activity and sub-activity under national codes; a second sheet with ticks and `Rp 1,2 M`."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Renstra"
    put(sheet, 1, [["RENCANA PROGRAM, KEGIATAN, INDIKATOR KINERJA DAN PENDANAAN"], ["Kota Rekaan (fiktif)"]])
    put(
        sheet,
        4,
        [
            ["Kode", "Program / Kegiatan / Sub Kegiatan", "Indikator Kinerja", "Satuan", "Kondisi Awal", "2025",
             None, "2026", None, "Perangkat Daerah Penanggung Jawab"],
            [None, None, None, None, None, "Target", "Rp", "Target", "Rp"],
            ["2.16", "URUSAN KOMUNIKASI DAN INFORMATIKA"],
            ["2.16.02", "PROGRAM INFORMASI DAN KOMUNIKASI PUBLIK", "Keluhan yang dijawab tepat waktu", "persen", 41,
             60, "1.450.000.000,00", 75, "1.600.000.000,00", "Dinas Komunikasi dan Informatika"],
            ["2.16.02.2.01", "Pengelolaan Informasi dan Komunikasi Publik", "Dokumen", "dokumen", 1, 2, 1450000000,
             2, 1600000000],
            ["2.16.02.2.01.0003", "Pengelolaan Konten dan Perencanaan Media", "Konten", "konten", 10, 20, 900000000,
             30, 1000000000],
            ["2.16.02.2.01.0011", "Pelayanan Pengaduan Masyarakat", "Aduan", "aduan", 5, 9, 550000000, 9, 600000000],
            ["1.02", "URUSAN KESEHATAN"],
            ["1.02.02", "PROGRAM PEMENUHAN UPAYA KESEHATAN PERORANGAN", "Ibu bersalin ditolong tepat waktu",
             "persen", 88, 92, 3250000000, 95, 3100000000, "Dinas Kesehatan"],
        ],
    )  # fmt: skip
    for cells in ("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "F4:G4", "H4:I4", "J4:J5"):
        sheet.merge_cells(cells)
    second = book.create_sheet("Jadwal")
    put(
        second,
        2,
        [
            ["JADWAL PELAKSANAAN INOVASI"],
            [],
            ["No", "Inovasi", "Dimensi", "OPD", 2025, 2026, 2027, 2028, "Perkiraan Biaya"],
            [1, "Antrean Ramah Puskesmas", "Smart Living", "Dinkes", "v", "v", None, None, "Rp 1,2 M"],
            [2, "Parkir Sekali Bayar", "Smart Living", "Dishub", None, "√", "√", "√", "Rp. 450.000.000,-"],
            [
                3,
                "Kelas Malam Nelayan",
                "Smart Society",
                "Dinas Pendidkan",
                None,
                None,
                "v",
                None,
                "Rp 85 juta",
            ],
            [
                4,
                "Cerita Kampung",
                "Smart Branding",
                "Dinas Pariwisata",
                "x",
                None,
                None,
                None,
                "belum dihitung",
            ],
            ["Total", None, None, None, None, None, None, None, "Rp 1,735 M"],
        ],
    )
    note = book.create_sheet("Catatan lama")
    note["A1"] = "tidak dipakai"
    note.sheet_state = "hidden"
    key = Key(
        (
            Expected("PROGRAM INFORMASI DAN KOMUNIKASI PUBLIK", None, KOMINFO, (), (2025, None),
                     {0: 1_450_000_000, 1: 1_600_000_000}),
            Expected("PROGRAM PEMENUHAN UPAYA KESEHATAN PERORANGAN", None, "Dinas Kesehatan", (), (2025, None),
                     {0: 3_250_000_000, 1: 3_100_000_000}),
            Expected("Antrean Ramah Puskesmas", "living", "Dinas Kesehatan", (), (2025, 2026), {0: 1_200_000_000}),
            Expected("Parkir Sekali Bayar", "living", "Dinas Perhubungan", (), (2026, 2028), {0: 450_000_000}),
            Expected("Kelas Malam Nelayan", "society", "Dinas Pendidikan", (), (2027, 2027), {0: 85_000_000}),
            Expected("Cerita Kampung", "branding", "Dinas Pariwisata dan Kebudayaan", (), (2025, 2025)),
        )
    )  # fmt: skip
    return Foreign("renstra dan jadwal.xlsx", saved(book), key)


def agencies_as_sections() -> Foreign:
    """An .ods: a sheet a dimension, sections of agencies, `Tahun ke-1 …`, thousands, a recapitulation."""
    years = [f"Tahun ke-{number}" for number in range(1, 6)]
    head = [
        ["", "", ""],
        ["", "USULAN PROGRAM", ""],
        ["", "(dalam ribuan rupiah)", ""],
        [None, "NO.", "PROGRAM", "SASARAN PENGGUNA", *years, "TOTAL"],
    ]
    living = [
        *head,
        [None, "I", "DINAS KESEHATAN"],
        [None, 1, "Gizi Anak Terpantau", "Balita 12 puskesmas", 350000, 200000, None, None, None, 550000],
        [None, 2, "Dokter Datang ke Pulau", None, None, "1.100.000", "850.000", None, None, 1950000],
        [None, None, "Sub Total", None, 350000, 1300000, 850000, None, None, 2500000],
        [None, "II", "DINAS PERHUBUNGAN"],
        [None, 1, "Halte Aman Perempuan", "Pekerja pulang malam", None, None, 275000, "-", None, 275000],
        [None, None, "Sub Total", None, None, None, 275000, None, None, 275000],
    ]
    economy = [
        *head,
        [None, "I", "DISPERINDAG"],
        [None, 1, "Harga Pasar Terbuka", "Pedagang dan pembeli", 64500, 64500, 64500, 64500, 64500, 322500],
        [None, "II", "DPMPTSP"],
        [None, 1, "Izin Warung Sehari", None, 90000, None, None, None, None, 90000],
        [None, None, "JUMLAH", None, 154500, 64500, 64500, 64500, 64500, 412500],
        [None, None, "Catatan: angka masih sementara"],
    ]
    recap = [
        ["REKAPITULASI"],
        ["Dimensi", "Program", "Total"],
        ["Smart Living", 3, 2775000],
        ["Smart Economy", 2, 412500],
    ]
    content = ods({"Smart Living": living, "Smart Economy": economy, "Rekap": recap})
    key = Key(
        (
            Expected("Gizi Anak Terpantau", "living", "Dinas Kesehatan", (), (2025, None), {0: 350_000_000, 1: 200_000_000}),
            Expected("Dokter Datang ke Pulau", "living", "Dinas Kesehatan", (), (2026, None),
                     {0: 1_100_000_000, 1: 850_000_000}),
            Expected("Halte Aman Perempuan", "living", "Dinas Perhubungan", (), (2027, None), {0: 275_000_000}),
            Expected("Harga Pasar Terbuka", "economy", "DISPERINDAG", (), (2025, None), dict.fromkeys(range(5), 64_500_000)),
            Expected("Izin Warung Sehari", "economy", PERIZINAN, (), (2025, None), {0: 90_000_000}),
        )
    )  # fmt: skip
    return Foreign("usulan per dimensi.ods", content, key)


FILES = (programme_matrix, strategic_plan_and_timeline, agencies_as_sections)
