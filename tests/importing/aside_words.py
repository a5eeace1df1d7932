"""Three Word files set aside: written before the reader was, and never looked at while it was built."""

from __future__ import annotations

from tests.importing.making import Expected, Foreign, Key, document_bytes, fake_heading, new_document, table

KOMINFO = "Dinas Komunikasi dan Informatika"


def labelled_blocks() -> Foreign:
    """No table and no heading style: bold lines and "label : value" paragraphs with tabs."""
    document = new_document()
    fake_heading(document, "USULAN INISIATIF KOTA CERDAS")
    document.add_paragraph("Kota Angan (rekaan), disusun oleh tim pelaksana pada bulan Mei 2024.")
    blocks = [
        ("Puskesmas Tanpa Antre", "Smart Living", "Dinas Kesehatan", "2026 – 2028", "Rp 2,5 Miliar"),
        ("Perpustakaan Perahu", "Smart Society", "Dinas Perpustakaan", "2025", "Rp. 375.000.000,-"),
        ("Rute Angkot Jujur", "Smart Living", "Dinas Perhubungan, Diskominfo", "2026", "Rp 640 juta"),
        ("Cap Rasa Asli", "Smart Branding", "Dinas Perindustrian", "2025 s.d. 2027", "Rp 1.150.000.000"),
        ("Laut Bersih Bersama", "Smart Environment", "Dinas Lingkungan Hidup", "2027", "Rp 98,5 juta"),
        ("Kredit Ketua RT", "Smart Economy", "Bagian Perekonomian Setda", "2028-2029", "Rp 210 jt"),
    ]
    for number, (title, dimension, agency, years, money) in enumerate(blocks, 1):
        fake_heading(document, f"Inisiatif {number}")
        document.add_paragraph(f"Nama inisiatif\t: {title}")
        document.add_paragraph(f"Dimensi\t\t: {dimension}")
        document.add_paragraph(f"OPD penanggung jawab\t: {agency}")
        document.add_paragraph(f"Periode\t\t: {years}")
        document.add_paragraph(f"Kebutuhan dana\t: {money}")
        document.add_paragraph("Uraian\t\t: Warga merasakan layanan yang lebih dekat dan pasti.")
    key = Key(
        (
            Expected("Puskesmas Tanpa Antre", "living", "Dinas Kesehatan", (), (2026, 2028), {0: 2_500_000_000}),
            Expected("Perpustakaan Perahu", "society", "Dinas Perpustakaan", (), (2025, 2025), {0: 375_000_000}),
            Expected("Rute Angkot Jujur", "living", "Dinas Perhubungan", (KOMINFO,), (2026, 2026), {0: 640_000_000}),
            Expected("Cap Rasa Asli", "branding", "Dinas Perindustrian", (), (2025, 2027), {0: 1_150_000_000}),
            Expected("Laut Bersih Bersama", "environment", "Dinas Lingkungan Hidup", (), (2027, 2027), {0: 98_500_000}),
            Expected("Kredit Ketua RT", "economy", "Bagian Perekonomian Setda", (), (2028, 2029), {0: 210_000_000}),
        )
    )  # fmt: skip
    return Foreign("usulan inisiatif.docx", document_bytes(document), key)


def chapters_with_tables() -> Foreign:
    """Heading styles, a table a dimension with merged agencies, one table going on without a head, a SWOT."""
    document = new_document()
    document.add_heading("BAB III ANALISIS", 1)
    document.add_heading("3.1 Visi dan Misi", 2)
    document.add_paragraph("Visi smart city Kabupaten Khayalan (rekaan) adalah:")
    document.add_paragraph("“Khayalan yang melayani sampai ke dusun terjauh”")
    document.add_paragraph("Misi:")
    for mission in ("Mendekatkan layanan ke dusun", "Membuka pasar bagi usaha kecil"):
        document.add_paragraph(mission, style="List Number")
    document.add_heading("3.2 Analisis SWOT", 2)
    table(
        document,
        [
            ["Kekuatan (Strengths)", "Kelemahan (Weaknesses)"],
            ["1. Sudah ada jaringan serat optik ke semua kecamatan\n2. Kader desa aktif",
             "1. Data kependudukan belum padan"],
            ["Peluang (Opportunities)", "Ancaman (Threats)"],
            ["1. Minat wisata sungai naik", "1. Banjir tahunan memutus jalan"],
        ],
    )  # fmt: skip
    document.add_heading("BAB IV PROGRAM SMART CITY", 1)
    document.add_heading("4.1 Dimensi Tata Kelola", 2)
    document.add_paragraph("Tabel 4.1 Rencana program tata kelola cerdas (dalam juta rupiah)")
    table(
        document,
        [
            ["No", "Program", "Penanggung Jawab", "Tahun", "Anggaran"],
            [
                "1",
                "Surat Selesai di Balai Desa",
                "Dinas Pemberdayaan Masyarakat dan Desa",
                "2025-2026",
                "560",
            ],
            ["2", "Rapat Desa Terbuka", None, "2026", "75,5"],
        ],
    )
    document.add_paragraph()
    table(document, [["3", "Pajak Tercatat Jelas", "Badan Pendapatan Daerah", "2027", "310"]])
    document.add_heading("4.2 Dimensi Masyarakat", 2)
    document.add_paragraph("Tabel 4.2 Rencana program masyarakat cerdas (dalam juta rupiah)")
    table(
        document,
        [
            ["No", "Program", "Penanggung Jawab", "Tahun", "Anggaran"],
            ["1", "Kelas Orang Tua Baru", "Dinas Kesehatan", "2025", "125"],
            ["2", "Magang Desa", "Disnaker", "2026-2028", "1.050"],
            ["Jumlah", "<", "<", "<", "1.175"],
        ],
    )
    document.add_heading("4.3 Dimensi Ekonomi", 2)
    table(
        document,
        [
            ["No", "Program", "Penanggung Jawab", "Tahun", "Anggaran (Rp)"],
            ["1", "Warung Timbang Jujur", "Dinas Perdagangan", "2025", "45.000.000"],
            ["2", "Jalan Tani Kering", "Dinas PUPR", "2026-2027", "3.900.000.000"],
        ],
    )
    key = Key(
        (
            Expected("Surat Selesai di Balai Desa", "governance", "Dinas Pemberdayaan Masyarakat dan Desa", (),
                     (2025, 2026), {0: 560_000_000}),
            Expected("Rapat Desa Terbuka", "governance", "Dinas Pemberdayaan Masyarakat dan Desa", (),
                     (2026, 2026), {0: 75_500_000}),
            Expected("Pajak Tercatat Jelas", "governance", "Badan Pendapatan Daerah", (), (2027, 2027),
                     {0: 310_000_000}),
            Expected("Kelas Orang Tua Baru", "society", "Dinas Kesehatan", (), (2025, 2025), {0: 125_000_000}),
            Expected("Magang Desa", "society", "Disnaker", (), (2026, 2028), {0: 1_050_000_000}),
            Expected("Warung Timbang Jujur", "economy", "Dinas Perdagangan", (), (2025, 2025), {0: 45_000_000}),
            Expected("Jalan Tani Kering", "economy", "Dinas PUPR", (), (2026, 2027), {0: 3_900_000_000}),
        ),
        vision="Khayalan yang melayani sampai ke dusun terjauh",
        missions=("Mendekatkan layanan ke dusun", "Membuka pasar bagi usaha kecil"),
        issues=frozenset(
            {
                ("strength", "Sudah ada jaringan serat optik ke semua kecamatan"),
                ("strength", "Kader desa aktif"),
                ("weakness", "Data kependudukan belum padan"),
                ("opportunity", "Minat wisata sungai naik"),
                ("threat", "Banjir tahunan memutus jalan"),
            }
        ),
    )  # fmt: skip
    return Foreign("masterplan bab 3-4.docx", document_bytes(document), key)


_STORIES = (
    ("Smart Governance", "governance", [
        ("Balai Aduan Keliling", "Bagian Organisasi Setda", "tahun 2025", (2025, 2025), "Rp 150.000.000,-", 150_000_000),
        ("Data Desa Satu Pintu", KOMINFO, "tahun 2026 sampai dengan 2027", (2026, 2027), "Rp 850.000.000,-",
         850_000_000),
    ]),
    ("Smart Living", "living", [
        ("Lansia Ditengok Tiap Pekan", "Dinas Sosial", "tahun 2025 hingga 2029", (2025, 2029), "Rp 1,75 miliar",
         1_750_000_000),
        ("Jalan Sekolah Aman", "Dinas Perhubungan", "tahun 2027", (2027, 2027), "Rp 430 juta", 430_000_000),
    ]),
    ("Smart Environment", "environment", [
        ("Kompos Pulang ke Kebun", "Dinas Lingkungan Hidup", "tahun 2026–2028", (2026, 2028), "Rp 265 juta",
         265_000_000),
    ]),
)  # fmt: skip


def told_in_prose() -> Foreign:
    """Numbered headings typed by hand; who, when and how much stand in sentences."""
    document = new_document()
    fake_heading(document, "BAB III PERMASALAHAN DAN PROGRAM")
    fake_heading(document, "3.1 Permasalahan")
    document.add_paragraph("Permasalahan yang dihadapi warga Kota Angan (rekaan) antara lain:")
    problems = ("Keluhan warga tidak pernah dijawab", "Lansia sendirian tidak tercatat")
    for problem in problems:
        document.add_paragraph(problem, style="List Bullet")
    fake_heading(document, "3.2 Program")
    expected = []
    for chapter, (name, dimension, stories) in enumerate(_STORIES, 1):
        fake_heading(document, f"3.2.{chapter} {name}")
        for number, (title, agency, when, years, money, rupiah) in enumerate(stories, 1):
            fake_heading(document, f"3.2.{chapter}.{number} {title}")
            document.add_paragraph(
                "Warga selama ini menunggu tanpa kepastian. Dengan program ini petugas datang."
            )
            document.add_paragraph(
                f"Program ini dilaksanakan oleh {agency} pada {when} dengan kebutuhan anggaran sebesar {money}."
            )
            expected.append(Expected(title, dimension, agency, (), years, {0: rupiah}))
    fake_heading(document, "3.3 Penutup")
    document.add_paragraph(
        "Pada tahun 2023 telah dibelanjakan Rp 5 miliar untuk infrastruktur oleh Dinas PUPR."
    )
    key = Key(tuple(expected), problems=frozenset(problems))
    return Foreign("naskah program.docx", document_bytes(document), key)


FILES = (labelled_blocks, chapters_with_tables, told_in_prose)
