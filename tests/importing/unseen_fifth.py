"""Six more files with heads of forms in use, of performance, funding and proposals; fictional content."""

from __future__ import annotations

from openpyxl import Workbook

from tests.importing.making import (
    Expected,
    Foreign,
    Key,
    document_bytes,
    new_document,
    put,
    saved,
    table,
)
from tests.importing.unseen_first import DESA, HUBUNG, KOMINFO, LINGKUNGAN, SEHAT, WISATA


def performance_actions() -> Foreign:
    """Actions below aims and indicators, a target for every quarter, who answers for it last."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Renaksi"
    put(sheet, 1, [
        ["RENCANA AKSI SMART LIVING KABUPATEN BATU LAYAR (REKAAN)"],
        ["Tujuan", "Sasaran", "Indikator", "Rencana Aksi", "Satuan", "Baseline", "Tahun", "Target 2025", "Target Triwulan",
         None, None, None, "Penanggung Jawab"],
        [None, None, None, None, None, None, None, None, "I", "II", "III", "IV", None],
        ["Warga sehat", "Balita tumbuh", "Balita tertimbang", "Timbangan Balita Keliling", "persen", 61, 2025,
         80, 65, 70, 75, 80, "Dinkes"],
        [None, None, "Ibu hamil dipantau", "Gelang Ibu Hamil", "orang", 0, 2025, 400, 100, 200, 300, 400, "Dinkes"],
        ["Jalan aman", "Kecelakaan turun", "Titik rawan tertangani", "Cermin Tikungan Desa", "titik", 3, 2026,
         20, 0, 5, 10, 20, "Dishub"],
    ])  # fmt: skip
    for cells in (*(f"{x}2:{x}3" for x in "ABCDEFGHM"), "I2:L2", "A4:A5", "B4:B5", "A1:M1"):
        sheet.merge_cells(cells)
    key = Key((
        Expected("Timbangan Balita Keliling", "living", SEHAT, (), (2025, 2025)),
        Expected("Gelang Ibu Hamil", "living", SEHAT, (), (2025, 2025)),
        Expected("Cermin Tikungan Desa", "living", HUBUNG, (), (2026, 2026)),
    ))  # fmt: skip
    return Foreign("renaksi.xlsx", saved(book), key)


def main_activities() -> Foreign:
    """A main activity over its actions, targets and money each by year, in million."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Matriks"
    put(sheet, 1, [
        ["MATRIKS RENCANA AKSI KOTA TANJUNG CEMARA (REKAAN) 2025-2027"],
        ["No", "Kegiatan Utama", "Rencana Aksi", "Indikator", "Satuan", "Target", None, None, "Anggaran (Juta Rp)", None, None,
         "Instansi Pelaksana", "Instansi Pendukung"],
        [None, None, None, None, None, 2025, 2026, 2027, 2025, 2026, 2027, None, None],
        [1, "Kota bersih", "Sungai Tanpa Sampah", "Sampah terangkut", "ton", 12, 20, 30, 250, 300, 350, "DLH", "Dinas PUPR"],
        [2, None, "Kantong Guna Ulang Pasar", "Pasar ikut serta", "pasar", 2, 4, 6, 45, 45, None, "DLH", "Disperindag"],
        [3, "Kota dikenal", "Panggung Musik Pelabuhan", "Pengunjung", "orang", None, 900, 1500, None, 180, 200,
         "Disparbud", None],
        [None, "Total", None, None, None, None, None, None, 295, 525, 550, None, None],
    ])  # fmt: skip
    for cells in (*(f"{x}2:{x}3" for x in "ABCDELM"), "F2:H2", "I2:K2", "B4:B5", "A1:M1"):
        sheet.merge_cells(cells)
    key = Key((
        Expected("Sungai Tanpa Sampah", None, LINGKUNGAN, ("Dinas PUPR",), (2025, None),
                 {0: 250_000_000, 1: 300_000_000, 2: 350_000_000}),
        Expected("Kantong Guna Ulang Pasar", None, LINGKUNGAN, ("Disperindag",), (2025, None), {0: 45_000_000, 1: 45_000_000}),
        Expected("Panggung Musik Pelabuhan", None, WISATA, (), (2026, None), {0: 180_000_000, 1: 200_000_000}),
    ))  # fmt: skip
    return Foreign("matriks renaksi.xlsx", saved(book), key)


def funding_table() -> Foreign:
    """Codes and programmes, this year's indication and what later years need, in million rupiah."""
    document = new_document()
    document.add_heading("Indikasi Pendanaan Smart Governance Kabupaten Muara Gading (rekaan)", 1)
    document.add_paragraph("(dalam juta rupiah)")
    table(document, [
        ["Kode", "Program", "Indikasi Pendanaan Tahun 2025", "Prakiraan Kebutuhan", "<", "Pelaksana"],
        [None, None, None, "2026", "2027", None],
        ["01", "Kantor Desa Daring", "900", "950", "1.000", "DPMD"],
        ["02", "Gerbang Data Terbuka", "325,5", "300", "-", "Diskominfo"],
        ["", "Jumlah", "1.225,5", "1.250", "1.000", ""],
    ])  # fmt: skip
    key = Key((
        Expected("Kantor Desa Daring", "governance", DESA, (), (2025, None),
                 {0: 900_000_000, 1: 950_000_000, 2: 1_000_000_000}),
        Expected("Gerbang Data Terbuka", "governance", KOMINFO, (), (2025, None), {0: 325_500_000, 1: 300_000_000}),
    ))  # fmt: skip
    return Foreign("indikasi pendanaan.docx", document_bytes(document), key)


def house_of_innovation() -> Foreign:
    """The register of a house of innovation: pillar, innovator, contact persons nowhere."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Rumah Inovasi"
    put(sheet, 1, [
        ["No", "Nama Inovasi", "Pilar Smart City", "Inovator", "Deskripsi Inovasi", "Tahun Mulai", "Kebutuhan Anggaran"],
        [1, "Beras Bersubsidi Tepat Alamat", "Smart Society", "Dinas Sosial", "Pendataan penerima", 2025, "Rp510.000.000"],
        [2, "Tiket Kapal Rakyat", "Smart Living", "Dinas Perhubungan", "Pemesanan tiket", 2026, "Rp1.300.000.000"],
        [3, "Batik Bercerita", "Smart Branding", "Disparbud", "Kode batang pada kain", 2025, "Rp88.000.000"],
    ])  # fmt: skip
    key = Key((
        Expected("Beras Bersubsidi Tepat Alamat", "society", "Dinas Sosial", (), (2025, None), {0: 510_000_000}),
        Expected("Tiket Kapal Rakyat", "living", HUBUNG, (), (2026, None), {0: 1_300_000_000}),
        Expected("Batik Bercerita", "branding", WISATA, (), (2025, None), {0: 88_000_000}),
    ))  # fmt: skip
    return Foreign("rumah inovasi.xlsx", saved(book), key)


def proposal_sheets() -> Foreign:
    """Proposals as lines of labels below a heading, each on its page, with the money of the project as a number."""
    document = new_document()
    document.add_heading("LEMBAR USULAN", 1)
    for title, dimension, office, years, fund, money in (
        ("Jembatan Sensor Getar", "Smart Living", "Dinas PUPR", "2026 s.d. 2028", "APBD", "12.500.000.000"),
        (
            "Pasar Terapung Bercahaya",
            "Smart Branding",
            "Dinas Pariwisata dan Kebudayaan",
            "2025",
            "CSR",
            "640.000.000",
        ),
    ):
        for text in (f"Judul Usulan: {title}", f"Dimensi: {dimension}", f"Perangkat Daerah Pengusul: {office}",
                     "Lokasi Detail: Kecamatan Contoh", f"Tahun Pelaksanaan: {years}", f"Indikasi Pendanaan: {fund}",
                     f"Nilai Proyek (Rp): {money}", "Status: menunggu verifikasi Bappeda"):  # fmt: skip
            document.add_paragraph(text)
        document.add_page_break()
    key = Key((
        Expected("Jembatan Sensor Getar", "living", "Dinas PUPR", (), (2026, 2028), {0: 12_500_000_000}),
        Expected("Pasar Terapung Bercahaya", "branding", WISATA, (), (2025, 2025), {0: 640_000_000}),
    ))  # fmt: skip
    return Foreign("lembar usulan.docx", document_bytes(document), key)


def follow_up() -> Foreign:
    """Short lists of actions, and beside them what was found last year and its follow-up."""
    document = new_document()
    document.add_heading("A. Evaluasi dan Tindak Lanjut", 1)
    table(document, [["Aspek", "Temuan Utama", "Rencana Aksi", "Status"],
                     ["Layanan", "Antrean panjang", "Menambah loket", "selesai"],
                     ["Data", "Tidak sama", "Menyatukan data", "berjalan"]])  # fmt: skip
    document.add_heading("B. Rencana Aksi Smart Environment", 1)
    table(
        document,
        [
            ["No", "Rencana Aksi", "Pelaksana", "Waktu", "Target"],
            ["1", "Tanam Bakau Bersama", "DLH", "2025-2029", "40 ha"],
            ["2", "Sekolah Tanpa Plastik", "Dinas Pendidikan", "2026", "30 sekolah"],
            ["3", "Peringatan Dini Rob", "BPBD", "2025", "5 titik"],
        ],
    )
    document.add_paragraph("Keterangan: target dapat ditinjau setiap tahun.")
    key = Key((
        Expected("Tanam Bakau Bersama", "environment", LINGKUNGAN, (), (2025, 2029)),
        Expected("Sekolah Tanpa Plastik", "environment", "Dinas Pendidikan", (), (2026, 2026)),
        Expected("Peringatan Dini Rob", "environment", "Badan Penanggulangan Bencana Daerah", (), (2025, 2025)),
    ))  # fmt: skip
    return Foreign("tindak lanjut.docx", document_bytes(document), key)


FILES = (performance_actions, main_activities, funding_table, house_of_innovation, proposal_sheets, follow_up)
