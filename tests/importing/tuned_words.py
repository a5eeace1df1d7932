"""Three Word files the reader was built against, for regions that do not exist."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.importing.making import Expected, Foreign, Key, document_bytes, fake_heading, new_document, table

KOMINFO = "Dinas Komunikasi dan Informatika"
DESA = "Dinas Pemberdayaan Masyarakat dan Desa"
PERIZINAN = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"


def master_plan() -> Foreign:
    """Chapters by style: visions of region and of smart city, readiness, SWOT, tables over pages, what exists already."""
    document = new_document()
    document.add_heading("BAB I PENDAHULUAN", 1)
    document.add_paragraph(
        "Kabupaten Rekaan (fiktif) menyusun rencana induk ini pada tahun 2024 dengan biaya Rp 300 juta."
    )
    document.add_heading("BAB II VISI", 1)
    document.add_heading("2.1 Visi RPJMD", 2)
    document.add_paragraph("Visi Bupati Rekaan adalah “Rekaan maju dan sejahtera bersama rakyat”.")
    document.add_heading("2.2 Visi Smart City", 2)
    document.add_paragraph("Visi smart city Kabupaten Rekaan adalah “Layanan dekat, warga merasa ditolong”.")
    document.add_paragraph("Misi smart city:")
    missions = ("Mendekatkan layanan dasar ke desa", "Menjaga alam bersama warga")
    for number, mission in enumerate(missions, 1):
        document.add_paragraph(f"{number}. {mission};")
    document.add_heading("BAB III ANALISIS", 1)
    document.add_heading("3.1 Kesiapan Daerah", 2)
    table(
        document,
        [
            ["No", "Elemen", "Aspek", "Level (1-5)", "Kondisi Saat Ini"],
            ["1", "Struktur", "Sumber daya manusia TIK", "2", "Hanya 11 pranata komputer"],
            ["2", "Infrastruktur", "Jaringan desa", "3", "Serat optik sampai kecamatan"],
            ["3", "Suprastruktur", "Peraturan", "1", "Belum ada peraturan bupati"],
        ],
    )
    document.add_heading("3.2 Matriks SWOT", 2)
    table(
        document,
        [
            ["Faktor", "Uraian"],
            ["Kekuatan", "• Kader posyandu di semua desa\n• Pasar induk ramai"],
            ["Kelemahan", "• Sinyal lemah di pesisir"],
            ["Peluang", "• Dana desa boleh dipakai untuk layanan digital"],
            ["Ancaman", "• Banjir rob tiap tahun"],
        ],
    )
    document.add_heading("3.3 Aplikasi yang sudah ada", 2)
    table(document, [["No", "Nama Aplikasi", "OPD", "Tahun"], ["1", "E-Lama", "Diskominfo", "2019"],
                     ["2", "Si Kuno", "Dinas Kesehatan", "2020"]])  # fmt: skip
    document.add_heading("BAB IV PROGRAM", 1)
    document.add_paragraph("Tabel 4.1 Program prioritas smart city (Rp juta)")
    table(
        document,
        [
            ["No", "Dimensi", "Program Smart City", "Perangkat Daerah", "Waktu", "Anggaran"],
            ["1", "Smart Governance", "Surat Selesai di Balai Desa", "DPMD", "2025 s.d. 2027", "1.540"],
            ["2", None, "Satu Loket Perizinan", "DPMPTSP / Diskominfo", "2026", "320,5"],
            [
                "3",
                "Smart Branding",
                "Jejak Batik Pesisir",
                "Dinas Pariwisata dan Kebudayaan",
                "2026-2028",
                "275",
            ],
        ],
    )
    document.add_paragraph("Lanjutan Tabel 4.1")
    table(
        document,
        [
            ["No", "Dimensi", "Program Smart City", "Perangkat Daerah", "Waktu", "Anggaran"],
            ["4", "Smart Society", "Kelas Rawat Lansia", "Dinas Sosial", "2027", "95"],
            [
                "5",
                "Smart Environment",
                "Tanggul Hidup Bakau",
                "Dinas Lingkungan Hidup\nBPBD",
                "2025-2029",
                "2.100",
            ],
            ["Jumlah", "<", "<", "<", "<", "4.330,5"],
        ],
    )
    document.add_heading("BAB V PENUTUP", 1)
    document.add_paragraph(
        "Demikian rencana induk ini disusun untuk dilaksanakan oleh seluruh perangkat daerah."
    )
    key = Key(
        (
            Expected("Surat Selesai di Balai Desa", "governance", DESA, (), (2025, 2027), {0: 1_540_000_000}),
            Expected("Satu Loket Perizinan", "governance", PERIZINAN, (KOMINFO,), (2026, 2026), {0: 320_500_000}),
            Expected("Jejak Batik Pesisir", "branding", "Dinas Pariwisata dan Kebudayaan", (), (2026, 2028),
                     {0: 275_000_000}),
            Expected("Kelas Rawat Lansia", "society", "Dinas Sosial", (), (2027, 2027), {0: 95_000_000}),
            Expected("Tanggul Hidup Bakau", "environment", "Dinas Lingkungan Hidup",
                     ("Badan Penanggulangan Bencana Daerah",), (2025, 2029), {0: 2_100_000_000}),
        ),
        vision="Layanan dekat, warga merasa ditolong",
        missions=missions,
        issues=frozenset(
            {
                ("strength", "Kader posyandu di semua desa"),
                ("strength", "Pasar induk ramai"),
                ("weakness", "Sinyal lemah di pesisir"),
                ("opportunity", "Dana desa boleh dipakai untuk layanan digital"),
                ("threat", "Banjir rob tiap tahun"),
            }
        ),
        readiness=frozenset({"Sumber daya manusia TIK", "Jaringan desa", "Peraturan"}),
    )  # fmt: skip
    return Foreign("rencana induk.docx", document_bytes(document), key)


def a_table_a_programme() -> Foreign:
    """Bold headings with letters; each programme a table of labels and values; money by year in one cell."""
    document = new_document()
    fake_heading(document, "RINCIAN PROGRAM UNGGULAN")
    programmes = (
        ("A. SMART LIVING", (
            (("Nama Program", "Bidan Siaga Dusun"), ("Perangkat Daerah Pelaksana", "Dinas Kesehatan"),
             ("Instansi Pendukung", "DPMD; Dinas Perhubungan"), ("Tahun Pelaksanaan", "2025 s/d 2026"),
             ("Anggaran", "2025: Rp 400.000.000; 2026: Rp 250.000.000"), ("Sumber Dana", "APBD"),
             ("Deskripsi", "Sebelumnya ibu hamil menunggu ambulans berjam-jam. Sesudahnya bidan datang dalam 30 menit.")),
            (("Nama Program", "Trotoar Ramah Kursi Roda"), ("Perangkat Daerah Pelaksana", "Dinas PUPR"),
             ("Tahun Pelaksanaan", "2027"), ("Anggaran", "Rp 3,4 Miliar"), ("Sumber Dana", "DAK"),
             ("Deskripsi", "Warga berkursi roda sampai ke pasar tanpa dibantu.")),
        )),
        ("B. SMART ECONOMY", (
            (("Nama Program", "Titip Jual Ikan Asap"), ("Perangkat Daerah Pelaksana", "Dinas Perikanan"),
             ("Tahun Pelaksanaan", "Tahun ke-2"), ("Anggaran", "Rp185.750.000"), ("Sumber Dana", "CSR"),
             ("Deskripsi", "Perajin menjual lewat koperasi tanpa tengkulak.")),
            (("Nama Program", "Belanja Kantor di Warung"), ("Perangkat Daerah Pelaksana", "Bagian Pengadaan Setda"),
             ("Tahun Pelaksanaan", "2025-2029"), ("Anggaran", "menyesuaikan"), ("Sumber Dana", "-"),
             ("Deskripsi", "Kantor desa wajib belanja makanan rapat di warung setempat.")),
        )),
    )  # fmt: skip
    for section, rows in programmes:
        fake_heading(document, section)
        for labels in rows:
            document.add_paragraph("Rincian program adalah sebagai berikut.")
            table(document, [[label, ":", value] for label, value in labels])
            document.add_paragraph()
    key = Key(
        (
            Expected("Bidan Siaga Dusun", "living", "Dinas Kesehatan", (DESA, "Dinas Perhubungan"), (2025, 2026),
                     {0: 400_000_000, 1: 250_000_000}),
            Expected("Trotoar Ramah Kursi Roda", "living", "Dinas PUPR", (), (2027, 2027), {0: 3_400_000_000}),
            Expected("Titip Jual Ikan Asap", "economy", "Dinas Perikanan", (), (2026, 2026), {0: 185_750_000}),
            Expected("Belanja Kantor di Warung", "economy", "Bagian Pengadaan Setda", (), (2025, 2029)),
        )
    )  # fmt: skip
    return Foreign("rincian program.docx", document_bytes(document), key)


def lines_lists_and_sentences() -> Foreign:
    """One-line blocks, a list with dashes, sentences, problems, a tracked change: many hands in one file."""
    document = new_document()
    fake_heading(document, "1.1 Permasalahan")
    document.add_paragraph("Masalah utama warga Kota Rekaan (fiktif) adalah sebagai berikut:")
    problems = ("Air bersih mati tiap sore", "Antrean rumah sakit sampai lima jam")
    for letter, problem in zip("ab", problems, strict=True):
        document.add_paragraph(f"{letter}. {problem}.")
    fake_heading(document, "1.2 Usulan Program Smart Environment")
    document.add_paragraph(
        "Program: Air Mengalir Sampai Malam / Pelaksana: Perumda Air Minum / Tahun: 2026-2028 / Anggaran: Rp 4,25 miliar"
    )
    document.add_paragraph(
        "Program: Pilah dari Dapur / Pelaksana: DLH / Tahun: 2025 / Anggaran: Rp 120.000.000,00 / Lokasi: 12 kelurahan"
    )
    fake_heading(document, "1.3 Usulan Program Smart Living")
    document.add_paragraph(
        "Rumah Sakit Tanpa Kertas – RSUD Rekaan, 2025-2026, Rp 760 juta", style="List Bullet"
    )
    document.add_paragraph(
        "Jemput Pasien Cuci Darah – Dinas Kesehatan, 2026, Rp 340 juta", style="List Bullet"
    )
    document.add_paragraph("Perlu dipikirkan: kerja sama dengan kampus", style="List Bullet")
    fake_heading(document, "1.4 Usulan Program Smart Society")
    fake_heading(document, "1.4.1 Taman Baca Bergilir")
    paragraph = document.add_paragraph("Taman baca dikelola oleh ")
    _tracked(paragraph, "w:del", "Dinas Sosial")
    _tracked(paragraph, "w:ins", "Dinas Pendidikan")
    paragraph.add_run(" mulai tahun 2026 sampai dengan 2028 dengan anggaran Rp 215.000.000.")
    document.add_paragraph("Pada tahun 2023 telah dibelanjakan Rp 80 juta untuk rak buku.")
    fake_heading(document, "1.4.2 Sekolah Ramah Hujan")
    document.add_paragraph(
        "Sekolah di bantaran sungai diliburkan dengan pesan singkat. Biaya belum dihitung."
    )
    key = Key(
        (
            Expected(
                "Air Mengalir Sampai Malam",
                "environment",
                "Perumda Air Minum",
                (),
                (2026, 2028),
                {0: 4_250_000_000},
            ),
            Expected(
                "Pilah dari Dapur",
                "environment",
                "Dinas Lingkungan Hidup",
                (),
                (2025, 2025),
                {0: 120_000_000},
            ),
            Expected("Rumah Sakit Tanpa Kertas", "living", "RSUD Rekaan", (), (2025, 2026), {0: 760_000_000}),
            Expected(
                "Jemput Pasien Cuci Darah", "living", "Dinas Kesehatan", (), (2026, 2026), {0: 340_000_000}
            ),
            Expected(
                "Taman Baca Bergilir", "society", "Dinas Pendidikan", (), (2026, 2028), {0: 215_000_000}
            ),
        ),
        problems=frozenset(problems),
    )
    return Foreign("catatan rapat.docx", document_bytes(document), key)


def _tracked(paragraph: object, tag: str, text: str) -> None:
    """A run that somebody added or took away with *track changes* on."""
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText" if tag == "w:del" else "w:t")
    words.text = text
    run.append(words)
    change = OxmlElement(tag)
    change.set(qn("w:id"), "1")
    change.set(qn("w:author"), "rekaan")
    change.append(run)
    paragraph._p.append(change)  # type: ignore[attr-defined]


FILES = (master_plan, a_table_a_programme, lines_lists_and_sentences)
