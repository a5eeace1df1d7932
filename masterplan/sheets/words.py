"""Names of the sheets and of coded values, Indonesian and English."""

from __future__ import annotations

from masterplan.language import Words


def _sheet(names: tuple[str, str], about: tuple[str, str]) -> tuple[Words, Words]:
    return Words(*names), Words(*about)


SHEETS: dict[str, tuple[Words, Words]] = {
    "plan": _sheet(("Rencana", "Plan"), (
        "Nama, masa, arah, dan aturan hitung rencana.", "Name, years, direction and rules of the plan.")),
    "missions": _sheet(("Misi", "Missions"), (
        "Satu baris satu misi; urutan baris adalah urutan misi.", "One row a mission; the rows' order is theirs.")),
    "governance": _sheet(("Tata kelola", "Governance"), (
        "Siapa duduk di Dewan Smart City dan Tim Pelaksana.", "Who sits in the council and the executive team.")),
    "readiness": _sheet(("Kesiapan", "Readiness"), (
        "Satu baris satu temuan kesiapan.", "One row a readiness finding.")),
    "issues": _sheet(("Isu", "Issues"), (
        "Satu baris satu isu strategis.", "One row a strategic issue.")),
    "problems": _sheet(("Masalah", "Problems"), (
        "Satu baris satu masalah yang dirasakan warga.", "One row a problem people feel.")),
    "problems.people_by_district": _sheet(("Sebaran", "Spread"), (
        "Berapa warga terdampak di tiap kecamatan; kosong berarti belum diketahui.",
        "How many people are affected in each district; empty means not known yet.")),
    "innovations": _sheet(("Inovasi", "Innovations"), (
        "Satu baris satu perubahan layanan publik.", "One row a change in a public service.")),
    "innovations.addresses": _sheet(("Pengaruh", "Relief"), (
        "Satu baris satu masalah yang dikurangi oleh satu inovasi.", "One row a problem that an innovation relieves.")),
    "innovations.costs": _sheet(("Biaya", "Costs"), (
        "Biaya membangun per tahun sejak mulai; tahun ke-0 adalah tahun mulai.",
        "Costs by year after the start; year 0 is the start year.")),
    "innovations.funding": _sheet(("Pendanaan", "Funding"), (
        "Bagian tiap sumber dana; jumlah satu baris 100 %.", "The share of each source; a row adds up to 100%.")),
    "innovations.outcomes": _sheet(("Sasaran", "Targets"), (
        "Satu baris satu ukuran keberhasilan, dengan sasaran per tahun.",
        "One row a measure of success, with its targets by year.")),
    "innovations.alignment": _sheet(("Keselarasan", "Alignment"), (
        "Rencana lebih tinggi yang sudah menyebutnya.", "The higher plans that foresee it.")),
    "innovations.sub_activities": _sheet(("Subkegiatan", "Sub-activities"), (
        "Tempat inovasi dalam anggaran tahunan.", "Where an innovation stands in the yearly budget.")),
    "enablers": _sheet(("Pemungkin", "Enablers"), (
        "Satu baris satu hal yang diperlukan inovasi.", "One row something that innovations need.")),
    "agencies": _sheet(("Perangkat daerah", "Agencies"), (
        "Satu baris satu perangkat daerah.", "One row an agency.")),
    "districts": _sheet(("Kecamatan", "Districts"), (
        "Satu baris satu kecamatan.", "One row a district.")),
    "budget": _sheet(("Pagu", "Ceilings"), (
        "Uang yang tersedia per tahun dan sumber.", "Money available by year and source.")),
    "risks": _sheet(("Risiko", "Risks"), (
        "Satu baris satu risiko dan langkah menghadapinya.", "One row a risk and the answer to it.")),
    "chapters": _sheet(("Bab", "Chapters"), (
        "Naskah bab ketiga buku.", "The prose of the three books.")),
    "figures": _sheet(("Gambar", "Figures"), (
        "Keterangan gambar; gambarnya sendiri diunggah di Haluan.", "Captions; the pictures themselves are uploaded in Haluan.")),
    "acceptances": _sheet(("Temuan diterima", "Accepted findings"), (
        "Temuan pemeriksaan yang diterima beserta alasannya.", "Findings that are accepted, with the reason.")),
    "sources": _sheet(("Sumber", "Sources"), (
        "Satu baris satu dokumen atau laman.", "One row a document or page.")),
}  # fmt: skip
"""In the order of the workbook: name and what the sheet is, by the key of the table."""

_COMMON: dict[str, tuple[str, str]] = {
    "nature": ("alam", "nature"),
    "structure": ("struktur", "structure"),
    "infrastructure": ("infrastruktur", "infrastructure"),
    "superstructure": ("suprastruktur", "superstructure"),
    "culture": ("budaya", "culture"),
    "strength": ("kekuatan", "strength"),
    "weakness": ("kelemahan", "weakness"),
    "opportunity": ("peluang", "opportunity"),
    "threat": ("ancaman", "threat"),
    "governance": ("tata kelola", "governance"),
    "branding": ("citra daerah", "branding"),
    "economy": ("ekonomi", "economy"),
    "living": ("kehidupan", "living"),
    "society": ("masyarakat", "society"),
    "environment": ("lingkungan", "environment"),
    "technology": ("teknologi", "technology"),
    "data": ("data", "data"),
    "regulation": ("regulasi", "regulation"),
    "people": ("sumber daya manusia", "people"),
    "organisation": ("organisasi", "organisation"),
    "partnership": ("kemitraan", "partnership"),
    "lower": ("makin kecil", "lower"),
    "higher": ("makin besar", "higher"),
    "proposed": ("diusulkan", "proposed"),
    "chosen": ("terpilih", "chosen"),
    "not_chosen": ("tidak terpilih", "not chosen"),
    "council": ("Dewan Smart City", "Smart City Council"),
    "executive_team": ("Tim Pelaksana", "Executive Team"),
    "A": ("A, diukur di sini", "A, measured here"),
    "B": ("B, diukur di tempat lain", "B, measured elsewhere"),
    "C": ("C, taksiran ahli", "C, expert estimate"),
    "D": ("D, anggapan", "D, assumption"),
    "opening": ("pembuka", "opening"),
    "analysis": ("analisis", "analysis"),
    "strategy": ("strategi", "strategy"),
    "programme": ("program", "programme"),
    "closing": ("penutup", "closing"),
    "hibah": ("hibah", "grant"),
    "lainnya": ("lainnya", "other"),
}


def choice(code: str) -> Words:
    """The word for a coded value; a code without one is its own word."""
    return Words(*_COMMON.get(code, (code, code)))


YES = Words("ya", "yes")
NO = Words("tidak", "no")
DELETE = Words("Hapus", "Delete")
DELETE_QUESTION = Words(
    "Tulis x untuk menghapus baris ini dari rencana.", "Write x to remove this row from the plan."
)
CAPITAL = Words("Modal tahun ke-{offset}", "Capital, year {offset}")
OPERATING = Words("Operasi tahun ke-{offset}", "Operating, year {offset}")
CAPITAL_QUESTION = Words(
    "Rupiah sekali pakai pada tahun ke-{offset} sejak mulai; 0 adalah tahun mulai.",
    "Rupiah spent once in year {offset} after the start; 0 is the start year.",
)
OPERATING_QUESTION = Words(
    "Rupiah untuk menjalankan pada tahun ke-{offset}, selama masih dibangun.",
    "Rupiah to run it in year {offset}, while it is being built.",
)
TARGET_QUESTION = Words("Nilai yang ingin dicapai pada {year}.", "The value wanted in {year}.")
FUNDING_QUESTION = Words("Bagian biaya dari {source}.", "The share of the cost from {source}.")
PEOPLE_QUESTION = Words("Warga terdampak di {district}.", "People affected in {district}.")
FICTIONAL = Words(
    "Data latihan. Daerah ini tidak ada; semua nama dan angka rekaan.",
    "Training data. This region does not exist; all names and figures are fictional.",
)
