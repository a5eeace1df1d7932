"""The last six files from regions of fiction; written before their author had read the reader."""

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
from tests.importing.unseen_first import DESA, DIDIK, HUBUNG, KOMINFO, LINGKUNGAN, PERIZINAN, SEHAT, WISATA

BENCANA = "Badan Penanggulangan Bencana Daerah"


def answers_of_a_form() -> Foreign:
    """What an on-line form leaves: a time stamp, who filled it in, long questions as heads."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Form Responses 1"
    put(sheet, 1, [
        ["Timestamp", "Email Address", "Nama Perangkat Daerah", "Nama Narahubung", "Nomor WhatsApp",
         "Apa judul inovasi yang diusulkan?", "Inovasi termasuk dimensi apa?", "Kapan mulai dilaksanakan? (tahun)",
         "Perkiraan kebutuhan anggaran (Rp)", "Jelaskan masalah yang ingin diselesaikan"],
        ["3/4/2024 9:12:01", "a@contoh.id", "Dinas Kesehatan", "Si A", "080000000001", "Rujukan Satu Pintu", "Smart Living",
         2025, 450000000, "Pasien ditolak karena kamar penuh"],
        ["3/4/2024 10:40:37", "b@contoh.id", "DLH Kota", "Si B", "080000000002", "Truk Sampah Terlacak", "Smart Environment",
         "2025", "Rp 210.000.000", "Sampah tidak terangkut"],
        ["3/5/2024 8:03:55", "c@contoh.id", "Dinas Perpustakaan", "Si C", "080000000003", "Pojok Baca Terminal", "Smart Society",
         2026, "belum dihitung", "Penumpang menunggu lama"],
        ["3/5/2024 8:59:10", "d@contoh.id", "Disparbud", "Si D", "080000000004", "Peta Kuliner Malam", "Smart Branding",
         2025, 65000000, "Wisatawan pulang sebelum malam"],
    ])  # fmt: skip
    key = Key((
        Expected("Rujukan Satu Pintu", "living", SEHAT, (), (2025, None), {0: 450_000_000}),
        Expected("Truk Sampah Terlacak", "environment", LINGKUNGAN, (), (2025, None), {0: 210_000_000}),
        Expected("Pojok Baca Terminal", "society", "Dinas Perpustakaan", (), (2026, None)),
        Expected("Peta Kuliner Malam", "branding", WISATA, (), (2025, None), {0: 65_000_000}),
    ), problems=frozenset({"Pasien ditolak karena kamar penuh", "Sampah tidak terangkut", "Penumpang menunggu lama",
                           "Wisatawan pulang sebelum malam"}))  # fmt: skip
    return Foreign("jawaban formulir.xlsx", saved(book), key, (2025, 2029))


def road_map_grid() -> Foreign:
    """Years down, dimensions across, in each cell the programmes of that year, one a line."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Roadmap"
    put(sheet, 1, [
        ["PETA JALAN SMART CITY KOTA TANAH BIRU (REKAAN) 2025-2027"],
        [],
        ["Tahun", "Smart Governance", "Smart Living", "Smart Environment"],
        [2025, "Tanda Tangan Elektronik Lurah", "Puskesmas Tanpa Map", "Sumur Resapan Sekolah"],
        [2026, "Lelang Terbuka Desa", None, "Taman Bekas Tambang"],
        [2027, None, "Trotoar Tanpa Lubang", None],
    ])  # fmt: skip
    key = Key((
        Expected("Tanda Tangan Elektronik Lurah", "governance", years=(2025, None)),
        Expected("Lelang Terbuka Desa", "governance", years=(2026, None)),
        Expected("Puskesmas Tanpa Map", "living", years=(2025, None)),
        Expected("Trotoar Tanpa Lubang", "living", years=(2027, None)),
        Expected("Sumur Resapan Sekolah", "environment", years=(2025, None)),
        Expected("Taman Bekas Tambang", "environment", years=(2026, None)),
    ))  # fmt: skip
    return Foreign("peta jalan.xlsx", saved(book), key, (2025, 2029))


def work_plan() -> Foreign:
    """Offices as section rows, the dimension in a narrow column of letters, last year's money beside the coming."""
    book = Workbook()
    sheet = book.active
    sheet.title = "RENJA 2025"
    put(sheet, 1, [
        ["RENCANA KERJA SMART CITY TAHUN 2025"],
        ["KABUPATEN PADANG ILALANG (REKAAN)"],
        [],
        ["No", "Program Smart City", "Dimensi", "Lokasi", "Anggaran (Rp)", None, "Sumber Dana"],
        [None, None, None, None, "Realisasi 2024", "Pagu 2025", None],
        ["DINAS PERHUBUNGAN"],
        [1, "Angkot Berjadwal", "Smart Living", "Kec. Kota", 120000000, 310000000, "APBD"],
        [2, "Rambu Surya", "Smart Environment", "Jalan desa", None, 88000000, "APBD"],
        [None, "Sub Total", None, None, 120000000, 398000000, None],
        ["DINAS PENDIDIKAN"],
        [3, "Rapor Sampai Rumah", "Smart Society", "54 SMP", 40000000, 95000000, "BOS"],
        [None, "Sub Total", None, None, 40000000, 95000000, None],
        [None, "Grand Total", None, None, 160000000, 493000000, None],
        ["Dicetak tanggal 02/01/2025 halaman 1 dari 1"],
    ])  # fmt: skip
    for cells in ("E4:F4", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "G4:G5", "A6:G6", "A10:G10"):
        sheet.merge_cells(cells)
    key = Key((
        Expected("Angkot Berjadwal", "living", HUBUNG, (), (2025, None), {0: 310_000_000}),
        Expected("Rambu Surya", "environment", HUBUNG, (), (2025, None), {0: 88_000_000}),
        Expected("Rapor Sampai Rumah", "society", DIDIK, (), (2025, None), {0: 95_000_000}),
    ))  # fmt: skip
    return Foreign("renja 2025.xlsx", saved(book), key, (2025, 2029))


def minutes() -> Foreign:
    """Minutes: what each office proposes in a list, among arguments that propose nothing."""
    document = new_document()
    document.add_heading("NOTULEN FORUM GRUP DISKUSI", 1)
    document.add_paragraph("Hari/tanggal: Kamis, 6 Juni 2024. Tempat: Ruang Rapat Bappeda.")
    document.add_heading("Usulan perangkat daerah", 2)
    for text in (
        "Kelas Ibu Hamil Daring – Dinas Kesehatan, 2025, Rp 150 juta",
        "Lapor Jalan Rusak – Dinas PUPR, 2025-2026, Rp 320 juta",
        "Wisata Tanpa Tunai – Disparbud, 2026, Rp 95.000.000",
    ):
        document.add_paragraph(text, style="List Bullet")
    document.add_heading("Tanggapan", 2)
    for text in (
        "Bappeda: anggaran tahun 2025 hanya Rp 2 miliar untuk seluruh dinas",
        "Diskominfo – siap mendukung server",
        "Inspektorat: mohon setiap usulan dilengkapi KAK paling lambat Juli 2024",
    ):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph("Notulis,")
    key = Key((
        Expected("Kelas Ibu Hamil Daring", None, SEHAT, (), (2025, 2025), {0: 150_000_000}),
        Expected("Lapor Jalan Rusak", None, "Dinas PUPR", (), (2025, 2026), {0: 320_000_000}),
        Expected("Wisata Tanpa Tunai", None, WISATA, (), (2026, 2026), {0: 95_000_000}),
    ))  # fmt: skip
    return Foreign("notulen.docx", document_bytes(document), key, (2025, 2029))


def strategy_and_actions() -> Foreign:
    """Vision, missions and a strategy table that are no programmes; then the actions, money in thousands by caption."""
    document = new_document()
    document.add_heading("BAB III STRATEGI", 1)
    document.add_heading("3.1 Visi Smart City", 2)
    document.add_paragraph("Pulau Kelapa yang melayani, mandiri dan lestari")
    document.add_heading("3.2 Strategi", 2)
    table(document, [["Dimensi", "Sasaran", "Strategi"],
                     ["Smart Governance", "Layanan publik cepat", "Mengintegrasikan layanan perizinan"],
                     ["Smart Living", "Warga sehat", "Mendekatkan layanan kesehatan"]])  # fmt: skip
    document.add_heading("3.3 Rencana Aksi", 2)
    document.add_paragraph("Tabel 3.2 Rencana Aksi dan Pendanaan (dalam ribuan rupiah)")
    table(document, [
        ["Dimensi", "Rencana Aksi", "Penanggung Jawab", "Pendanaan", "<", "<"],
        [None, None, None, "2024", "2025", "2026"],
        ["Smart Governance", "Izin Tambak Daring", "DPMPTSP", "120.000", "80.000", "-"],
        [None, "Arsip Desa Aman", "DPMD dan Diskominfo", "-", "65.500", "65.500"],
        ["Smart Living", "Apotek Terapung", "Dinas Kesehatan", "450.000", "450.000", "500.000"],
        ["Jumlah", "<", "<", "570.000", "595.500", "565.500"],
    ])  # fmt: skip
    key = Key((
        Expected("Izin Tambak Daring", "governance", PERIZINAN, (), (2024, None), {0: 120_000_000, 1: 80_000_000}),
        Expected("Arsip Desa Aman", "governance", DESA, (KOMINFO,), (2025, None), {0: 65_500_000, 1: 65_500_000}),
        Expected("Apotek Terapung", "living", SEHAT, (), (2024, None), {0: 450_000_000, 1: 450_000_000, 2: 500_000_000}),
    ), vision="Pulau Kelapa yang melayani, mandiri dan lestari")  # fmt: skip
    return Foreign("bab iii.docx", document_bytes(document), key, (2024, 2028))


def cards() -> Foreign:
    """A card a programme: its name in a wide cell above, pairs of labels and values beside each other below."""
    document = new_document()
    fake_heading(document, "KARTU INOVASI KOTA RIMBA DAMAI (REKAAN)")
    for title, dimension, lead, start, end, money in (
        ("Sekolah Siaga Asap", "Smart Environment", "BPBD", "2024", "2026", "Rp 530.000.000"),
        ("Kamar Kosong Rumah Sakit", "Smart Living", "Dinas Kesehatan", "2025", "2025", "Rp 72.500.000"),
        ("Sepeda Sewa Kampus", "Smart Living", "Dinas Perhubungan", "2025", "2027", "Rp 1.025.000.000"),
    ):
        table(document, [
            ["Judul Inovasi", title, "<", "<"],
            ["Dimensi", dimension, "Perangkat Daerah", lead],
            ["Tahun Mulai", start, "Tahun Selesai", end],
            ["Total Anggaran", money, "Status", "Usulan"],
        ])  # fmt: skip
        document.add_paragraph("")
    key = Key((
        Expected("Sekolah Siaga Asap", "environment", BENCANA, (), (2024, 2026), {0: 530_000_000}),
        Expected("Kamar Kosong Rumah Sakit", "living", SEHAT, (), (2025, 2025), {0: 72_500_000}),
        Expected("Sepeda Sewa Kampus", "living", HUBUNG, (), (2025, 2027), {0: 1_025_000_000}),
    ))  # fmt: skip
    return Foreign("kartu inovasi.docx", document_bytes(document), key, (2024, 2028))


FILES = (answers_of_a_form, road_map_grid, work_plan, minutes, strategy_and_actions, cards)
