"""Three spreadsheets set aside: written before the reader was, and never looked at while it was built."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Font

from tests.importing.making import Expected, Foreign, Key, ods, put, saved


def action_matrix() -> Foreign:
    """One sheet, roman sections for dimensions, thousands of rupiah, subtotals, a head of two rows."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Matriks RA"
    sheet["B1"] = "MATRIKS RENCANA AKSI KABUPATEN CERDAS"
    sheet["B2"] = "KABUPATEN KHAYALAN (REKAAN) TAHUN 2025 - 2029"
    sheet["B1"].font = Font(bold=True, size=14)
    sheet.merge_cells("B1:I1")
    sheet.merge_cells("B2:I2")
    put(
        sheet,
        4,
        [
            [
                "NO",
                "PROGRAM / INOVASI",
                "URAIAN SINGKAT",
                "PERANGKAT DAERAH",
                None,
                "WAKTU PELAKSANAAN",
                "PAGU INDIKATIF (Rp. 000)",
                "SUMBER DANA",
                "KET.",
            ],
            [None, None, None, "PENGAMPU", "PENDUKUNG"],
        ],
        first_column=1,
    )
    sheet.merge_cells("D4:E4")
    for column in "ABCFGHI":
        sheet.merge_cells(f"{column}4:{column}5")
    put(
        sheet,
        6,
        [
            ["I", "TATA KELOLA CERDAS (SMART GOVERNANCE)"],
            [
                1,
                "Loket Malam Kecamatan",
                "Loket buka sampai pukul 20.00 dua malam sepekan",
                "Bagian Pemerintahan Setda",
                "Diskominfo",
                "2025 - 2026",
                425000,
                "APBD",
                None,
            ],
            [
                2,
                "Jawab Tiga Hari",
                "Setiap keluhan warga dijawab paling lama tiga hari",
                "Dinas Kominfo",
                "Bagian Organisasi Setda",
                "2025",
                "187.500",
                "APBD",
                "lanjutan",
            ],
            [None, "Jumlah I", None, None, None, None, 612500, None, None],
            ["II", "EKONOMI CERDAS (SMART ECONOMY)"],
            [
                3,
                "Pasar Tani Langsung Antar",
                "Petani menjual langsung ke warung",
                "Dinas Pertanian",
                None,
                "2026 s/d 2028",
                1250000,
                "APBD, CSR",
                None,
            ],
            [
                4,
                "Modal Bergulir Warung",
                None,
                "Dinas Koperasi dan UKM",
                "Bappeda",
                "2027",
                90000,
                "CSR",
                None,
            ],
            [None, "Jumlah II", None, None, None, None, 1340000, None, None],
            ["III", "LINGKUNGAN CERDAS (SMART ENVIRONMENT)"],
            [
                5,
                "Sampah Dijemput Terjadwal",
                "Warga tahu jam jemput sampahnya",
                "DLH",
                "DPMD",
                "2025-2029",
                "2.400.000",
                "APBD",
                None,
            ],
            [
                6,
                "Siaga Banjir Hulu",
                "Peringatan dua jam sebelum air datang",
                "BPBD",
                "Dinas PUPR",
                "2026-2027",
                775250,
                "DAK",
                None,
            ],
            [None, "Jumlah III", None, None, None, None, 3175250, None, None],
            [None, "JUMLAH KESELURUHAN", None, None, None, None, 5127750, None, None],
        ],
    )
    put(sheet, 21, [[None, "Khayalan, 3 Maret 2025"], [None, "Kepala Bappeda"], [None, "(nama rekaan)"]])
    kominfo = "Dinas Komunikasi dan Informatika"
    key = Key(
        (
            Expected("Loket Malam Kecamatan", "governance", "Bagian Pemerintahan Setda", (kominfo,),
                     (2025, 2026), {0: 425_000_000}),
            Expected("Jawab Tiga Hari", "governance", kominfo, ("Bagian Organisasi Setda",),
                     (2025, 2025), {0: 187_500_000}),
            Expected("Pasar Tani Langsung Antar", "economy", "Dinas Pertanian", (), (2026, 2028),
                     {0: 1_250_000_000}),
            Expected("Modal Bergulir Warung", "economy", "Dinas Koperasi dan UKM",
                     ("Badan Perencanaan Pembangunan Daerah",), (2027, 2027), {0: 90_000_000}),
            Expected("Sampah Dijemput Terjadwal", "environment", "Dinas Lingkungan Hidup",
                     ("Dinas Pemberdayaan Masyarakat dan Desa",), (2025, 2029), {0: 2_400_000_000}),
            Expected("Siaga Banjir Hulu", "environment", "Badan Penanggulangan Bencana Daerah",
                     ("Dinas PUPR",), (2026, 2027), {0: 775_250_000}),
        )
    )  # fmt: skip
    return Foreign("matriks rencana aksi.xlsx", saved(book), key)


_BY_SHEET = {
    "Gov": ("governance", [
        ("Tanda Tangan Camat Jarak Jauh", "Diskominfo", (120, 80, None, None, None)),
        ("Arsip Desa Terbuka", "Dinas Kearsipan", (None, 45.5, 45.5, None, None)),
    ]),
    "Branding": ("branding", [
        ("Kalender Wisata Sungai", "Dinas Pariwisata & Kebudayaan", (75, 75, 75, 75, 75)),
    ]),
    "Eko": ("economy", [
        ("Koperasi Nelayan Tunai", "Dinas Perikanan", (None, None, 310, 150, None)),
        ("Galeri Tenun Bersama", "Dinas Perindustrian", (60, None, None, None, None)),
    ]),
    "Living": ("living", [
        ("Antrean Ramah Puskesmas", "Dinas Kesehatan", (200, 100, 100, None, None)),
        ("Bus Pelajar Tepat Waktu", "Dinas Perhubungan", (None, 1500, 900, 900, 900)),
    ]),
    "Society": ("society", [
        ("Guru Keliling Pulau", "Disdik", (None, 250, 250, 250, None)),
    ]),
    "Env": ("environment", [
        ("Bank Sampah Dusun", "Dinas Lingkungan Hidup", (90, 90, 40, 40, 40)),
    ]),
}  # fmt: skip


def sheet_a_dimension() -> Foreign:
    """A sheet a dimension, a column a year in millions, a recapitulation and a page of instructions."""
    book = Workbook()
    guide = book.active
    guide.title = "Petunjuk"
    put(guide, 1, [["PETUNJUK PENGISIAN"], ["1. Isi kolom kuning"], ["2. Anggaran dalam juta rupiah"],
                   ["3. Kirim ke Bappelitbang paling lambat 12 Mei 2024"]])  # fmt: skip
    expected, recap = [], []
    names = {
        "Diskominfo": "Dinas Komunikasi dan Informatika",
        "Disdik": "Dinas Pendidikan",
        "Dinas Pariwisata & Kebudayaan": "Dinas Pariwisata dan Kebudayaan",
    }
    for name, (dimension, rows) in _BY_SHEET.items():
        sheet = book.create_sheet(name)
        put(sheet, 1, [[f"FORM 3. DAFTAR INISIATIF SMART {dimension.upper()}"], ["Kota Angan (rekaan)"],
                       ["Anggaran dalam jutaan rupiah"], [],
                       ["No.", "Nama Inisiatif", "Leading Sector", "Kebutuhan Anggaran", None, None, None,
                        None, "TOTAL"],
                       [None, None, None, 2025, 2026, 2027, 2028, 2029, None]])  # fmt: skip
        sheet.merge_cells("D5:H5")
        for column in "ABCI":
            sheet.merge_cells(f"{column}5:{column}6")
        at = 7
        for number, (title, lead, amounts) in enumerate(rows, 1):
            total = sum(amount or 0 for amount in amounts)
            put(sheet, at, [[number, title, lead, *amounts, total]])
            first = next(index for index, amount in enumerate(amounts) if amount)
            money = {index - first: int(amount * 1_000_000) for index, amount in enumerate(amounts) if amount}
            lead_name = names.get(lead, lead)
            expected.append(Expected(title, dimension, lead_name, (), (2025 + first, None), money))
            recap.append([f"Smart {dimension.title()}", 1, total])
            at += 1
        put(sheet, at, [[None, "JUMLAH", None, *(sum(row[2][y] or 0 for row in rows) for y in range(5))]])
    sheet = book.create_sheet("Rekap")
    put(
        sheet,
        1,
        [["REKAPITULASI PER DIMENSI"], [], ["Dimensi", "Jumlah Inisiatif", "Total (Rp juta)"], *recap],
    )
    return Foreign("form inisiatif per dimensi.xlsx", saved(book), Key(tuple(expected)))


def plain_register() -> Foreign:
    """An .ods somebody keeps for himself: first row is the head, English and Indonesian words mixed."""
    rows = [
        ["ID", "Judul Inovasi", "Pilar", "Masalah yang dijawab", "PIC", "Mulai", "Selesai",
         "Biaya Investasi (Rp)", "Biaya Operasional/Tahun (Rp)", "Quick Win"],
        ["A1", "Akta Lahir Dibawa Pulang", "Smart Society", "Akta kelahiran terlambat diurus",
         "Dinas Kependudukan dan Pencatatan Sipil", 2025, 2025, 85000000, 20000000, "Ya"],
        ["A2", "Izin Usaha Satu Kunjungan", "Smart Governance", "Pelaku usaha bolak-balik mengurus izin",
         "DPMPTSP", 2025, 2026, 240000000, 60000000, "Tidak"],
        ["A3", "Ambulans Desa Terpanggil", "Smart Living", "Ibu hamil terlambat sampai di puskesmas",
         "Dinkes", 2026, 2027, 1300000000, 350000000, "Tidak"],
        ["A4", "Festival Kopi Lereng", "Smart Branding", None, "Dinas Pariwisata dan Kebudayaan", 2026, 2026,
         175000000, None, "Ya"],
        ["A5", "Lapak Daring Perajin", "Smart Economy", "Perajin hanya menjual saat musim wisata",
         "Dinas Perdagangan", 2027, 2029, 410000000, 95000000, "Tidak"],
        ["A6", "Sumur Pantau Warga", "Smart Environment", "Air sumur keruh tanpa peringatan",
         "Dinas Lingkungan Hidup", 2028, None, 66500000, 12000000, "Tidak"],
        ["TOTAL", None, None, None, None, None, None, 2276500000, 537000000, None],
    ]  # fmt: skip
    leads = {"DPMPTSP": "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "Dinkes": "Dinas Kesehatan"}
    expected = tuple(
        Expected(row[1], row[2].removeprefix("Smart ").lower(), leads.get(row[4], row[4]), (),
                 (row[5], row[6]), {0: row[7]})
        for row in rows[1:-1]
    )  # fmt: skip
    problems = frozenset(row[3] for row in rows[1:-1] if row[3])
    return Foreign("daftar inovasi.ods", ods({"Sheet1": rows}), Key(expected, problems=problems))


FILES = (action_matrix, sheet_a_dimension, plain_register)
