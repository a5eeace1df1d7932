"""Six more files from regions of fiction, of other habits; written before their author had read the reader."""

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


def quarters() -> Foreign:
    """A bar chart of quarters under each year, the ceiling in thousands, titles beside numbers with letters."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Jadwal"
    quarter = ["TW I", "TW II", "TW III", "TW IV"]
    put(sheet, 2, [
        ["JADWAL DAN PAGU PROGRAM SMART CITY KAB. LEMBAH SERIBU (REKAAN)"],
        ["Pagu dalam Rp. 000,-"],
        ["NO.", "NAMA PROGRAM", "SKPD", 2024, None, None, None, 2025, None, None, None, "PAGU INDIKATIF"],
        [None, None, None, *quarter, *quarter, None],
        ["I", "SMART LIVING"],
        ["I.1", "Klinik Telekonsultasi Pulau", "Dinas Kesehatan", None, None, "X", "X", "X", "X", None, None, 560000],
        ["I.2", "Parkir Tanpa Karcis", "Dinas Perhubungan", "X", "X", None, None, None, None, None, None, 145750],
        ["II", "SMART SOCIETY"],
        ["II.1", "Kelas Digital Ibu Nelayan", "DPMD", None, None, None, None, None, "X", "X", "X", 90000],
        [None, "JUMLAH PAGU", None, None, None, None, None, None, None, None, None, 795750],
    ])  # fmt: skip
    for cells in ("A2:L2", "D4:G4", "H4:K4", "A4:A5", "B4:B5", "C4:C5", "L4:L5"):
        sheet.merge_cells(cells)
    key = Key((
        Expected("Klinik Telekonsultasi Pulau", "living", SEHAT, (), (2024, 2025), {0: 560_000_000}),
        Expected("Parkir Tanpa Karcis", "living", HUBUNG, (), (2024, 2024), {0: 145_750_000}),
        Expected("Kelas Digital Ibu Nelayan", "society", DESA, (), (2025, 2025), {0: 90_000_000}),
    ))  # fmt: skip
    return Foreign("jadwal dan pagu.xlsx", saved(book), key, (2024, 2028))


def terms() -> Foreign:
    """Terms (short, middle, long) instead of years, the dimension merged down, no money, offices with slashes."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Usulan"
    put(sheet, 1, [
        ["DAFTAR PROGRAM UNGGULAN"],
        ["Dimensi", "Elemen", "Program Unggulan", "Sasaran Penerima", "Instansi Pelaksana", "Jangka Waktu"],
        ["Smart Environment", "Waste", "Kompos Kampung", "Rumah tangga", "DLH", "Pendek"],
        [None, "Energy", "Surya Atap Sekolah", "SD dan SMP", "Dinas Pendidikan/DLH", "Menengah"],
        ["Smart Economy", "Industry", "Etalase Anyaman", "Perajin", "Dinas Perindustrian dan Perdagangan", "Pendek"],
        [None, "Welfare", "Tani Tanpa Tengkulak", "Petani", "Dinas Pertanian", "Panjang"],
        [None, "Transaction", "Retribusi Nontunai", "Pedagang", "Bapenda", "Pendek"],
        ["Keterangan: pendek = 1 tahun; menengah = 5 tahun; panjang = 10 tahun"],
    ])  # fmt: skip
    for cells in ("A3:A4", "A5:A7", "A8:F8", "A1:F1"):
        sheet.merge_cells(cells)
    key = Key((
        Expected("Kompos Kampung", "environment", LINGKUNGAN),
        Expected("Surya Atap Sekolah", "environment", DIDIK, (LINGKUNGAN,)),
        Expected("Etalase Anyaman", "economy", "Dinas Perindustrian dan Perdagangan"),
        Expected("Tani Tanpa Tengkulak", "economy", "Dinas Pertanian"),
        Expected("Retribusi Nontunai", "economy", "Bapenda"),
    ))  # fmt: skip
    return Foreign("program unggulan.xlsx", saved(book), key, (2024, 2028))


def amounts_in_words() -> Foreign:
    """Two tables below each other with captions, amounts as people write them, two that are none."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    head = ["No", "Inovasi", "Dimensi", "Penanggungjawab", "Tahun", "Biaya"]
    put(sheet, 1, [
        ["1. Program jangka pendek (Quick Win)"],
        head,
        [1, "Info Harga Pasar Pagi", "Economy", "Disperindag", 2023, "750 jt"],
        [2, "Relawan Jaga Sungai", "Environment", "Dinas LH", 2023, "menyesuaikan"],
        [],
        ["2. Program jangka menengah"],
        head,
        [1, "Gelanggang Pemuda Kreatif", "Society", "Dispora", "2024 - 2026", "Rp 1,5 Milyar"],
        [2, "Festival Perahu Hias", "Branding", "Dispar", "2024 - 2025", "± 400 juta"],
        [3, "Pusat Kendali Kota", "Governance", "Diskominfo", "2025", "2.300.000.000"],
        [],
        ["Mengetahui,"],
        ["Kepala Bappeda"],
    ])  # fmt: skip
    key = Key((
        Expected("Info Harga Pasar Pagi", "economy", "Disperindag", (), (2023, 2023), {0: 750_000_000}),
        Expected("Relawan Jaga Sungai", "environment", LINGKUNGAN, (), (2023, 2023)),
        Expected("Gelanggang Pemuda Kreatif", "society", "Dispora", (), (2024, 2026), {0: 1_500_000_000}),
        Expected("Festival Perahu Hias", "branding", WISATA, (), (2024, 2025), {0: 400_000_000}),
        Expected("Pusat Kendali Kota", "governance", KOMINFO, (), (2025, 2025), {0: 2_300_000_000}),
    ))  # fmt: skip
    return Foreign("usulan program.xlsx", saved(book), key, (2023, 2027))


def numbered_list() -> Foreign:
    """Programmes as a list with labelled lines below, dimensions as bold capitals, a preface and a budget ceiling."""
    document = new_document()
    fake_heading(document, "KATA PENGANTAR")
    document.add_paragraph(
        "Puji syukur kami panjatkan. Penyusunan dokumen dibiayai APBD Tahun 2022 sebesar Rp 200 juta."
    )
    fake_heading(document, "SMART GOVERNANCE")
    lists = {
        "Surat Warga Tanpa Antre": ("Dinas Kependudukan dan Pencatatan Sipil", "Tahun 2023 – 2024",
         "Rp 250.000.000,- (dua ratus lima puluh juta rupiah)"),
        "Dasbor Bupati": ("Diskominfo", "Tahun 2023", "Rp 87.500.000,-"),
    }  # fmt: skip
    _listed(document, lists)
    fake_heading(document, "SMART BRANDING")
    _listed(
        document,
        {
            "Gerbang Kopi Gunung": (
                "Dinas Pariwisata dan Kebudayaan",
                "Tahun 2024 – 2026",
                "Rp 1.100.000.000,-",
            )
        },
    )
    fake_heading(document, "DAFTAR PUSTAKA")
    document.add_paragraph("1. Panduan Rekaan, Penerbit Contoh, 2021, Rp 50 ribu")
    key = Key((
        Expected("Surat Warga Tanpa Antre", "governance", "Dinas Kependudukan dan Pencatatan Sipil", (), (2023,
         2024), {0: 250_000_000}),
        Expected("Dasbor Bupati", "governance", KOMINFO, (), (2023, 2023), {0: 87_500_000}),
        Expected("Gerbang Kopi Gunung", "branding", WISATA, (), (2024, 2026), {0: 1_100_000_000}),
    ))  # fmt: skip
    return Foreign("daftar program.docx", document_bytes(document), key, (2022, 2026))


def _listed(document: object, programmes: dict[str, tuple[str, str, str]]) -> None:
    for title, (agency, time, money) in programmes.items():
        document.add_paragraph(f"Nama inovasi: {title}", style="List Number")  # type: ignore[attr-defined]
        for text in (f"Penanggung jawab: {agency}", f"Waktu pelaksanaan: {time}", f"Perkiraan biaya: {money}",
                     "Penerima manfaat: warga dan pelaku usaha"):  # fmt: skip
            document.add_paragraph(text)  # type: ignore[attr-defined]


def initiatives_with_steps() -> Foreign:
    """An initiative merged over the rows of its steps; money a year in words, in the step's row."""
    document = new_document()
    document.add_heading("Peta Jalan Smart Economy", 1)
    table(document, [
        ["No", "Inisiatif Strategis", "Kegiatan", "Leading Sector", "Tahun Pelaksanaan", "<", "<", "Ket."],
        [None, None, None, None, "2024", "2025", "2026", None],
        ["1", "Rumah Produksi Bersama", "Penyediaan mesin", "Disperindag", "Rp. 200 Jt", "Rp. 150 Jt", "", "DAK"],
        [None, None, "Pelatihan operator", None, "", "Rp. 60 Jt", "Rp. 60 Jt", "APBD"],
        ["2", "Kartu Petani Cerdas", "Pendataan petani", "Dinas Pertanian", "Rp. 95 Jt", "", "", "APBD"],
        [None, None, "Pencetakan kartu", None, "", "Rp. 310 Jt", "", "APBD"],
    ])  # fmt: skip
    document.add_paragraph("Catatan: angka bersifat indikatif.")
    key = Key((
        Expected("Rumah Produksi Bersama", "economy", "Disperindag", (), (2024, None),
                 {0: 200_000_000, 1: 210_000_000, 2: 60_000_000}),
        Expected("Kartu Petani Cerdas", "economy", "Dinas Pertanian", (), (2024, None), {0: 95_000_000, 1: 310_000_000}),
    ))  # fmt: skip
    return Foreign("peta jalan ekonomi.docx", document_bytes(document), key, (2024, 2028))


def official_report() -> Foreign:
    """The minutes of a meeting: who came, what runs already, and a table of what was agreed."""
    document = new_document()
    document.add_paragraph("BERITA ACARA KESEPAKATAN PROGRAM SMART CITY")
    document.add_paragraph(
        "Pada hari ini Selasa tanggal 14 Mei 2024 bertempat di Aula Bappeda telah dilaksanakan rapat."
    )
    document.add_paragraph("A. Daftar Hadir")
    table(document, [["No", "Nama", "Jabatan", "Instansi", "Tanda Tangan"],
                     ["1", "Si Fulan", "Kepala Bidang", "Dinas Kesehatan", ""],
                     ["2", "Si Fulanah", "Kasubbag", "DLH", ""]])  # fmt: skip
    document.add_paragraph("B. Aplikasi eksisting")
    table(document, [["No", "Nama Aplikasi", "Pengelola", "Tahun Pembuatan", "Biaya Pemeliharaan"],
                     ["1", "Laman Resmi Kota", "Diskominfo", "2015", "Rp 50.000.000"]])  # fmt: skip
    document.add_paragraph("C. Program yang disepakati")
    table(document, [
        ["No", "Program yang Disepakati", "Dimensi Smart City", "OPD Pelaksana", "Mitra", "Tahun Mulai", "Rencana Anggaran (Rp)"],
        ["1", "Pantau Udara Pabrik", "Smart Environment", "DLH", "Dinas Kesehatan", "2025", "620.000.000"],
        ["2", "Izin Praktik Sekali Klik", "Smart Governance", "DPMPTSP", "Dinas Kesehatan; Diskominfo", "2025", "175.000.000"],
        ["3", "Siaga Gempa Kampung", "Smart Living", "BPBD", "PMI", "2026", "240.250.000"],
    ])  # fmt: skip
    document.add_paragraph("Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.")
    table(
        document,
        [["Pihak Pertama", "Pihak Kedua"], ["Kepala Bappeda", "Kepala Dinas Kominfo"], ["(…………)", "(…………)"]],
        None,
    )
    key = Key((
        Expected("Pantau Udara Pabrik", "environment", LINGKUNGAN, (SEHAT,), (2025, None), {0: 620_000_000}),
        Expected("Izin Praktik Sekali Klik", "governance", PERIZINAN, (SEHAT, KOMINFO), (2025, None), {0: 175_000_000}),
        Expected("Siaga Gempa Kampung", "living", BENCANA, ("PMI",), (2026, None), {0: 240_250_000}),
    ))  # fmt: skip
    return Foreign("berita acara.docx", document_bytes(document), key, (2025, 2029))


FILES = (quarters, terms, amounts_in_words, numbered_list, initiatives_with_steps, official_report)
