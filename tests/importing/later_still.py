"""Six more files, written after the reader had learned from the harder ones: more hands, more habits."""

from __future__ import annotations

from openpyxl import Workbook

from tests.importing.making import Expected, Foreign, Key, document_bytes, new_document, put, saved, table

KOMINFO = "Dinas Komunikasi dan Informatika"
PERIZINAN = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"


def yearly_work_plan() -> Foreign:
    """Programme, activity and sub-activity in columns without codes, next year's forecast beside this year's money."""
    book = Workbook()
    sheet = book.active
    sheet.title = "RKPD"
    put(
        sheet,
        1,
        [
            ["RENCANA KERJA PEMERINTAH DAERAH TAHUN 2026 (REKAAN)"],
            [],
            ["No", "Program", "Kegiatan", "Sub Kegiatan", "Lokasi", "Pagu Indikatif 2026 (Rp)", "Prakiraan Maju 2027 (Rp)",
             "Sumber Dana", "SKPD Pelaksana"],
            [1, "Program Rujukan Cepat", "Rujukan ibu", "Pengadaan alat bidan", "12 kecamatan", 250000000, 275000000, "APBD",
             "Dinas Kesehatan"],
            [None, None, None, "Pelatihan bidan", "12 kecamatan", 50000000, None, "APBD", "Dinas Kesehatan"],
            [2, "Program Angkutan Sekolah", "Bus perintis", "Operasional bus", "Rekaan Utara", 900000000, 900000000, "APBD",
             "Dinas Perhubungan"],
            ["JUMLAH", None, None, None, None, 1200000000, 1175000000],
        ],
    )  # fmt: skip
    key = Key(
        (
            Expected(
                "Program Rujukan Cepat",
                None,
                "Dinas Kesehatan",
                (),
                (2026, None),
                {0: 300_000_000, 1: 275_000_000},
            ),
            Expected(
                "Program Angkutan Sekolah",
                None,
                "Dinas Perhubungan",
                (),
                (2026, None),
                {0: 900_000_000, 1: 900_000_000},
            ),
        )
    )
    return Foreign("rkpd.xlsx", saved(book), key)


def english_heads() -> Foreign:
    """A consultant's list: English heads, millions as `IDR mn`, dates for years."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Initiatives"
    put(
        sheet,
        1,
        [
            ["#", "Initiative", "Pillar", "Owner", "Start", "End", "Budget (IDR million)"],
            [1, "Open Harbour Permit", "Smart Economy", "DPMPTSP", "Jan 2025", "Dec 2026", 480],
            [2, "Night Clinic", "Smart Living", "Dinas Kesehatan", "Jul 2026", "Jul 2028", 1350.5],
            [3, "Citizen Radio", "Smart Governance", "Diskominfo", "2027", None, 95],
        ],
    )
    key = Key(
        (
            Expected("Open Harbour Permit", "economy", PERIZINAN, (), (2025, 2026), {0: 480_000_000}),
            Expected("Night Clinic", "living", "Dinas Kesehatan", (), (2026, 2028), {0: 1_350_500_000}),
            Expected("Citizen Radio", "governance", KOMINFO, (), (2027, None), {0: 95_000_000}),
        )
    )
    return Foreign("initiatives.xlsx", saved(book), key)


def grouped_by_agency() -> Foreign:
    """Agencies merged at the left, `Tahun 1 …` in thousands with dots as text, letters spaced out in the total."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Form A"
    put(
        sheet,
        1,
        [
            ["RENCANA INOVASI PERANGKAT DAERAH"],
            ["Tahun 2025 s.d. 2027"],
            [],
            [
                "Perangkat Daerah",
                "Nama Inovasi",
                "Dimensi Smart City",
                "Rencana Anggaran (dalam ribuan Rp)",
                None,
                None,
            ],
            [None, None, None, "Tahun 1", "Tahun 2", "Tahun 3"],
            ["Dinas Lingkungan Hidup", "Bank Popok", "Lingkungan", "45.000", "30.000", "-"],
            [None, "Pohon Kelahiran", "Lingkungan", "-", "12.500", "12.500"],
            ["Dinas Kearsipan", "Ijazah Tak Hilang", "Tata Kelola", "60.000", "-", "-"],
            ["T O T A L", None, None, "105.000", "42.500", "12.500"],
        ],
    )
    for cells in ("A4:A5", "B4:B5", "C4:C5", "D4:F4", "A6:A7"):
        sheet.merge_cells(cells)
    key = Key(
        (
            Expected("Bank Popok", "environment", "Dinas Lingkungan Hidup", (), (2025, None), {0: 45_000_000, 1: 30_000_000}),
            Expected("Pohon Kelahiran", "environment", "Dinas Lingkungan Hidup", (), (2026, None),
                     {0: 12_500_000, 1: 12_500_000}),
            Expected("Ijazah Tak Hilang", "governance", "Dinas Kearsipan", (), (2025, None), {0: 60_000_000}),
        )
    )  # fmt: skip
    return Foreign("form inovasi.xlsx", saved(book), key)


def action_plan_table() -> Foreign:
    """A table of actions below rows that name the programme; who, when and money belong to each action."""
    document = new_document()
    document.add_heading("Rencana Aksi Smart Branding", 1)
    table(
        document,
        [
            ["No", "Rencana Aksi", "Keluaran", "Waktu", "Anggaran (Rp)", "Penanggung Jawab", "Pendukung"],
            [
                "1",
                "Rute Sepeda Candi",
                "Rute 14 km",
                "2025-2026",
                "350.000.000",
                "Dinas Pariwisata",
                "Dinas Perhubungan, Kepolisian",
            ],
            [
                "2",
                "Oleh-oleh Asli Desa",
                "40 produk",
                "2026",
                "125.000.000",
                "Dinas Koperasi dan UKM",
                "DPMD",
            ],
            ["3", "Pemandu Muda", "60 pemandu", "2025-2027", "Rp90 juta per tahun", "Dinas Pariwisata", "-"],
        ],
    )
    key = Key(
        (
            Expected("Rute Sepeda Candi", "branding", "Dinas Pariwisata dan Kebudayaan", ("Dinas Perhubungan",),
                     (2025, 2026), {0: 350_000_000}),
            Expected("Oleh-oleh Asli Desa", "branding", "Dinas Koperasi dan UKM",
                     ("Dinas Pemberdayaan Masyarakat dan Desa",), (2026, 2026), {0: 125_000_000}),
            Expected("Pemandu Muda", "branding", "Dinas Pariwisata dan Kebudayaan", (), (2025, 2027),
                     {0: 90_000_000, 1: 90_000_000, 2: 90_000_000}),
        )
    )  # fmt: skip
    return Foreign("rencana aksi.docx", document_bytes(document), key)


def a_heading_an_innovation() -> Foreign:
    """Heading styles down to the third level; below each innovation labels in its own words, some in a list."""
    document = new_document()
    document.add_heading("Dimensi Smart Society", 1)
    document.add_heading("Inovasi 1: Rumah Belajar Malam", 2)
    document.add_paragraph("Latar belakang: Anak buruh kebun pulang larut dan tertinggal pelajaran.")
    document.add_paragraph("Pelaksana: Dinas Pendidikan bersama Dinas Sosial")
    document.add_paragraph("Waktu pelaksanaan: Juli 2025 sampai Desember 2026")
    document.add_paragraph("Estimasi biaya: ± Rp 275 juta")
    document.add_heading("Inovasi 2: Guru Tamu Nelayan", 2)
    for text in ("OPD: Dinas Pendidikan", "Tahun: 2027", "Anggaran: Rp. 48.500.000,- (APBD)"):
        document.add_paragraph(text, style="List Bullet")
    document.add_heading("Dimensi Smart Living", 1)
    document.add_heading("Inovasi 3: Becak Lansia", 2)
    document.add_paragraph(
        "Lansia diantar ke puskesmas tanpa bayar. Pelaksana kegiatan adalah Dinas Sosial. "
        "Kegiatan dimulai tahun 2026 dan membutuhkan anggaran Rp 130 juta."
    )
    document.add_heading("Penutup", 1)
    document.add_paragraph("Seluruh inovasi dievaluasi tiap tahun.")
    key = Key(
        (
            Expected(
                "Rumah Belajar Malam",
                "society",
                "Dinas Pendidikan",
                ("Dinas Sosial",),
                (2025, 2026),
                {0: 275_000_000},
            ),
            Expected("Guru Tamu Nelayan", "society", "Dinas Pendidikan", (), (2027, 2027), {0: 48_500_000}),
            Expected("Becak Lansia", "living", "Dinas Sosial", (), (2026, None), {0: 130_000_000}),
        )
    )
    return Foreign("bab inovasi.docx", document_bytes(document), key)


def proposal_forms() -> Foreign:
    """The form every agency fills in: numbered labels in a table of three columns, one form a page."""
    document = new_document()
    for title, dimension, agency, time, money in (
        ("Pasar Pagi Tanpa Plastik", "Smart Environment", "DLH", "1 (satu) tahun, 2026", "Rp 66.000.000,00"),
        (
            "Loket Difabel",
            "Smart Governance",
            "Dinas Kependudukan dan Pencatatan Sipil",
            "2025 – 2026",
            "Rp 1.150.000.000",
        ),
    ):
        document.add_paragraph("FORMULIR USULAN INOVASI SMART CITY (REKAAN)")
        table(
            document,
            [
                ["1.", "Judul Inovasi", title],
                ["2.", "Dimensi", dimension],
                ["3.", "Perangkat Daerah Pengusul", agency],
                ["4.", "Jangka Waktu", time],
                ["5.", "Kebutuhan Anggaran", money],
                ["6.", "Permasalahan yang Dihadapi", f"Warga kesulitan sebelum ada {title.lower()}"],
            ],
        )
        document.add_page_break()
    problems = (
        "Warga kesulitan sebelum ada pasar pagi tanpa plastik",
        "Warga kesulitan sebelum ada loket difabel",
    )
    key = Key(
        (
            Expected("Pasar Pagi Tanpa Plastik", "environment", "Dinas Lingkungan Hidup", (), (2026, 2026), {0: 66_000_000}),
            Expected("Loket Difabel", "governance", "Dinas Kependudukan dan Pencatatan Sipil", (), (2025, 2026),
                     {0: 1_150_000_000}),
        ),
        problems=frozenset(problems),
    )  # fmt: skip
    return Foreign("formulir usulan.docx", document_bytes(document), key)


FILES = (
    yearly_work_plan,
    english_heads,
    grouped_by_agency,
    action_plan_table,
    a_heading_an_innovation,
    proposal_forms,
)
