"""What each sheet asks, column by column: people and services first, technology last.

A new field of an element is one line here; how it is shown and read follows from its type in the document.
"""

from __future__ import annotations

from dataclasses import dataclass

from masterplan.language import Words


@dataclass(frozen=True)
class Ask:
    """One column: where its value stands, what it is called, the question in the note, its width."""

    path: str
    label: Words
    question: Words
    width: float = 14


def _ask(path: str, label: tuple[str, str], question: tuple[str, str], width: float = 14) -> Ask:
    return Ask(path, Words(*label), Words(*question), width)


_ID = _ask(
    "id",
    ("Kode", "Code"),
    (
        "Kode tetap, tidak pernah diubah. Kosongkan pada baris baru; kodenya diberikan saat dibaca.",
        "A stable code that never changes. Leave it empty in a new row; it is given when the file is read.",
    ),
    9,
)
_SOURCES = _ask(
    "sources",
    ("Sumber", "Sources"),
    (
        "Dari dokumen atau laman mana ini diketahui? Satu sumber satu baris, dari lembar Sumber.",
        "From which document or page is this known? One source a line, from the sheet Sources.",
    ),
    24,
)
_DIMENSION = _ask(
    "dimension",
    ("Dimensi", "Dimension"),
    ("Salah satu dari enam dimensi kota cerdas.", "One of the six smart-city dimensions."),
    15,
)
_EVIDENCE = _ask(
    "evidence",
    ("Tingkat bukti", "Evidence"),
    (
        "A diukur di sini, B diukur di tempat lain, C taksiran ahli, D anggapan.",
        "A measured here, B measured elsewhere, C expert estimate, D assumption.",
    ),
    20,
)
_INDICATOR = (
    _ask("indicator.name", ("Indikator", "Indicator"), ("Apa yang diukur?", "What is measured?"), 30),
    _ask(
        "indicator.unit",
        ("Satuan", "Unit"),
        ("Misalnya menit, persen, kasus per tahun.", "For example minutes, percent, cases per year."),
        12,
    ),
    _ask(
        "indicator.better",
        ("Arah yang lebih baik", "Better when"),
        ("Makin kecil atau makin besar yang lebih baik?", "Is it better when lower or when higher?"),
        17,
    ),
    _ask(
        "indicator.baseline",
        ("Nilai awal", "Baseline"),
        (
            "Nilai pada tahun nilai awal. Kosongkan bila belum diukur.",
            "The value in the year of the baseline. Leave it empty while it is not measured.",
        ),
        12,
    ),
    _ask(
        "indicator.baseline_year",
        ("Tahun nilai awal", "Baseline year"),
        ("Tahun pengukurannya.", "The year it was measured."),
        10,
    ),
    _ask(
        "indicator.standard",
        ("Standar", "Standard"),
        (
            "Standar yang diikuti, misalnya ISO 37120 7.4, SDG 3.8.1, SPM.",
            "The standard it follows, e.g. ISO 37120 7.4, SDG 3.8.1, SPM.",
        ),
        16,
    ),
)

PLAN = (
    _ask("title", ("Judul rencana", "Title of the plan"), (
        "Nama resmi rencana ini.", "The official name of this plan.")),
    _ask("region.name", ("Nama daerah", "Name of the region"), (
        "Nama resmi, misalnya Kota Bontang.", "The official name, e.g. Kota Bontang.")),
    _ask("region.code", ("Kode daerah", "Code of the region"), (
        "Kode Kementerian Dalam Negeri, misalnya 64.74.", "Code of the Ministry of Home Affairs, e.g. 64.74.")),
    _ask("region.population", ("Jumlah penduduk", "Residents"), (
        "Jumlah penduduk menurut sumber terakhir.", "Residents, from the latest source.")),
    _ask("period.first_year", ("Tahun pertama", "First year"), (
        "Tahun pertama masa rencana.", "The first year of the plan.")),
    _ask("period.last_year", ("Tahun terakhir", "Last year"), (
        "Tahun terakhir masa rencana, termasuk.", "The last year of the plan, included.")),
    _ask("vision", ("Visi", "Vision"), (
        "Keadaan yang ingin dicapai, sebagaimana dirasakan warga.", "What is wanted, as residents would feel it.")),
    _ask("legal_basis", ("Dasar hukum", "Legal basis"), (
        "Peraturan yang menetapkan rencana ini.", "The regulation that enacts the plan.")),
    _ask("settings.price_year", ("Tahun harga", "Year of prices"), (
        "Semua uang ditulis dalam harga tahun ini.", "All money is in prices of this year.")),
    _ask("settings.discount_rate", ("Potongan manfaat per tahun", "Discount of impact a year"), (
        "Manfaat tahun depan bernilai sedikit kurang daripada tahun ini; 0 sampai 20 %.",
        "Impact next year counts a little less than this year; 0 to 20%.")),
    _ask("settings.carry_over", ("Sisa pagu pindah tahun", "Unspent money carries over"), (
        "Apakah sisa pagu boleh dipakai tahun berikutnya?", "May unspent money be used the next year?")),
    _ask("settings.minimum_per_dimension", ("Inovasi paling sedikit per dimensi", "Innovations per dimension, at least"), (
        "Inovasi terpilih paling sedikit di tiap dimensi.", "The fewest chosen innovations in each dimension.")),
    _ask("settings.minimum_quick_wins", ("Program cepat paling sedikit", "Quick wins, at least"), (
        "Program cepat paling sedikit yang mulai di tahun pertama.",
        "The fewest quick wins that start in the first year.")),
    _ask("settings.cost_error", ("Ketidakpastian biaya", "Uncertainty of costs"), (
        "20 % berarti biaya sebenarnya dapat 20 % lebih rendah atau lebih tinggi.",
        "20% means that the true cost may be 20% lower or higher.")),
)  # fmt: skip

ELEMENTS: dict[str, tuple[Ask, ...]] = {
    "readiness": (
        _ID,
        _ask("element", ("Unsur kesiapan", "Element"), (
            "Alam, struktur, infrastruktur, suprastruktur, atau budaya.",
            "Nature, structure, infrastructure, superstructure or culture."), 16),
        _ask("aspect", ("Yang dilihat", "Aspect"), ("Apa yang dilihat?", "What was looked at?"), 30),
        _ask("level", ("Tingkat kini", "Level now"), (
            "1 belum ada sampai 5 teladan.", "1 absent to 5 exemplary."), 9),
        _ask("note", ("Temuan", "Finding"), ("Keadaan yang ditemukan.", "What was found."), 48),
        _ask("target_level", ("Tingkat yang dituju", "Level wanted"), (
            "Tingkat yang ingin dicapai di akhir rencana, 1 sampai 5.", "Level wanted at the end of the plan, 1 to 5."), 9),
        _ask("gap", ("Kesenjangan", "Gap"), (
            "Apa yang kurang antara keadaan kini dan yang dituju?",
            "What is missing between the level now and the level wanted?"), 40),
        _SOURCES,
    ),
    "issues": (
        _ID,
        _ask("kind", ("Jenis", "Kind"), (
            "Kekuatan, kelemahan, peluang, atau ancaman.", "Strength, weakness, opportunity or threat."), 14),
        _ask("text", ("Isu", "Issue"), (
            "Satu isu dalam satu atau dua kalimat.", "One issue in one or two sentences."), 80),
        _SOURCES,
    ),
    "problems": (
        _ID,
        _ask("title", ("Masalah", "Problem"), (
            "Masalahnya, dengan kata-kata orang yang mengalaminya.", "The problem, in the words of those who have it."), 36),
        _DIMENSION,
        _ask("description", ("Siapa, di mana, sejak kapan", "Who, where, since when"), (
            "Siapa yang mengalaminya, di mana, sejak kapan?", "Who has it, where, since when?"), 44),
        _ask("group", ("Kelompok warga", "Group"), (
            "Misalnya keluarga miskin, difabel, warga pulau.", "For example poor families, people with disabilities."), 18),
        _ask("people_affected", ("Warga terdampak", "People affected"), (
            "Jumlah orang yang mengalaminya dalam satu tahun biasa.", "How many people have it in an ordinary year."), 12),
        _ask("severity", ("Beratnya bagi satu orang", "Severity"), (
            "Berapa bagian dari hari-harinya yang rusak? 0 % tidak terasa, 100 % seluruhnya.",
            "How much of a person's year does it spoil? 0% nothing, 100% all of it."), 11),
        _ask("equity_weight", ("Bobot keadilan", "Equity weight"), (
            "1 bila biasa; lebih untuk mereka yang tidak boleh tertinggal (0,1 sampai 10).",
            "1 is neutral; more for people the plan must not leave behind (0.1 to 10)."), 10),
        _ask("districts", ("Kecamatan yang merasakan", "Districts"), (
            "Di kecamatan mana? Satu kecamatan satu baris.", "In which districts? One a line."), 24),
        *_INDICATOR, _EVIDENCE, _SOURCES,
    ),
    "innovations": (
        _ID,
        _ask("title", ("Nama inovasi", "Innovation"), (
            "Nama perubahan layanannya, bukan nama barang atau aplikasinya.",
            "The name of the change in a service, not of a thing or an application."), 36),
        _DIMENSION,
        _ask("sub_dimension", ("Subdimensi", "Sub-dimension"), (
            "Misalnya pelayanan publik, mobilitas, sampah.", "For example public service, mobility, waste."), 16),
        _ask("service_change", ("Perubahan layanan", "Service change"), (
            "Apa yang akan dialami warga, yang hari ini belum? Sebelumnya: … Sesudahnya: …",
            "What will residents experience that they do not today? Before: … After: …"), 52),
        _ask("beneficiaries", ("Penerima manfaat", "Beneficiaries"), ("Siapa yang tertolong?", "Who is helped?"), 28),
        _ask("lead_agency", ("Penanggung jawab", "Lead agency"), (
            "Perangkat daerah yang memimpin.", "The agency that leads."), 24),
        _ask("partner_agencies", ("Perangkat daerah mitra", "Partner agencies"), (
            "Perangkat daerah lain yang harus ikut bergerak; satu per baris.", "Other agencies that must act; one a line."), 26),
        _ask("start.earliest", ("Mulai paling awal", "Earliest start"), (
            "Tahun paling awal dapat dimulai.", "The earliest year it can start."), 9),
        _ask("start.latest", ("Mulai paling lambat", "Latest start"), (
            "Tahun paling lambat harus dimulai.", "The latest year it must start."), 9),
        _ask("duration_years", ("Lama membangun (tahun)", "Years to build"), (
            "Berapa tahun dari mulai sampai berjalan?", "How many years from the start until it works?"), 11),
        _ask("operating_per_year", ("Biaya operasi per tahun", "Operating cost a year"), (
            "Rupiah setiap tahun sejak berjalan sampai akhir rencana.",
            "Rupiah each year once it works, until the end of the plan."), 18),
        _ask("quick_win", ("Program cepat", "Quick win"), (
            "Terasa warga dalam dua belas bulan, dengan menajamkan layanan yang sudah ada? ya atau tidak",
            "Felt by the public within twelve months, by sharpening a service that exists? yes or no"), 9),
        _ask("decision", ("Putusan", "Decision"), (
            "Diusulkan, terpilih, atau tidak terpilih.", "Proposed, chosen or not chosen."), 14),
        _ask("scheduled_start", ("Tahun mulai", "Start year"), (
            "Tahun mulai bila terpilih.", "The year it starts when chosen."), 9),
        _ask("alternative_group", ("Kelompok pilihan", "Alternatives"), (
            "Paling banyak satu inovasi dari kelompok yang sama dipilih.",
            "At most one innovation of the same group is chosen."), 14),
        _ask("requires", ("Harus didahului", "Requires"), (
            "Inovasi lain yang harus berjalan lebih dahulu; satu per baris.",
            "Innovations that must work first; one a line."), 26),
        _ask("readiness", ("Kesiapan yang diperbaiki", "Readiness improved"), (
            "Temuan kesiapan yang kesenjangannya ditutup; satu per baris.",
            "Readiness findings whose gap it closes; one a line."), 26),
        _ask("issues", ("Isu yang dijawab", "Issues answered"), (
            "Isu strategis yang dijawab; satu per baris.", "Strategic issues it answers; one a line."), 26),
        _ask("adopted_from.region", ("Sudah berjalan di", "Already works in"), (
            "Daerah yang sudah menjalankannya; kosongkan bila belum ada.", "The region where it works; empty if none."), 18),
        _ask("adopted_from.title", ("Nama di daerah asal", "Its name there"), (
            "Namanya di daerah itu.", "What it is called there."), 18),
        _ask("enablers", ("Pemungkin yang diperlukan", "Enablers"), (
            "Orang, aturan, lembaga, data; teknologi terakhir. Satu per baris, dari lembar Pemungkin.",
            "People, rules, organisation, data; technology last. One a line, from the sheet Enablers."), 28),
        _SOURCES,
    ),
    "enablers": (
        _ID,
        _ask("kind", ("Jenis", "Kind"), (
            "Orang, aturan, lembaga, data, kemitraan, prasarana, atau teknologi.",
            "People, regulation, organisation, data, partnership, infrastructure or technology."), 22),
        _ask("title", ("Nama tanpa merek", "Name, without brand"), (
            "Apa yang diperlukan, tanpa nama produk.", "What is needed, without a product's name."), 36),
        _ask("description", ("Penjelasan", "Description"), (
            "Gunanya apa, standar terbukanya apa, siapa yang menjalankan?",
            "What does it do, which open standards, who runs it?"), 48),
        _ask("exists", ("Sudah ada", "Already there"), (
            "Bila sudah ada, modalnya tidak dihitung lagi.", "When it is there its capital is not counted again."), 9),
        _ask("capital", ("Biaya modal", "Capital"), (
            "Rupiah sekali, pada tahun pertama diperlukan.", "Rupiah once, in the first year it is needed."), 18),
        _ask("operating_per_year", ("Biaya operasi per tahun", "Operating cost a year"), (
            "Rupiah setiap tahun.", "Rupiah each year."), 18),
        _SOURCES,
    ),
    "agencies": (
        _ask("code", ("Kode", "Code"), (
            "Singkatan tetap, huruf besar, misalnya DISKOMINFO.", "A stable short code in capitals, e.g. DISKOMINFO."), 18),
        _ask("name", ("Nama perangkat daerah", "Agency"), ("Nama resmi.", "The official name."), 52),
        _ask("parallel_projects", ("Inovasi bersamaan", "Innovations at a time"), (
            "Berapa inovasi yang sanggup dibangunnya pada waktu yang sama?",
            "How many innovations can it be building at the same time?"), 12),
    ),
    "districts": (
        _ask("code", ("Kode", "Code"), (
            "Kode Kementerian Dalam Negeri, misalnya 64.74.01.", "Code of the Ministry of Home Affairs, e.g. 64.74.01."), 14),
        _ask("name", ("Nama kecamatan", "District"), ("Nama resmi.", "The official name."), 36),
        _ask("population", ("Jumlah penduduk", "Residents"), (
            "Jumlah penduduk menurut sumber terakhir.", "Residents, from the latest source."), 14),
    ),
    "budget": (
        _ask("year", ("Tahun", "Year"), ("Tahun anggaran.", "The budget year."), 9),
        _ask("source", ("Sumber dana", "Source of money"), (
            "Kosongkan bila pagunya untuk semua sumber bersama.", "Leave it empty when the ceiling is for all together."), 20),
        _ask("amount", ("Besarnya pagu", "Ceiling"), ("Rupiah yang tersedia.", "Rupiah that are available."), 24),
    ),
    "risks": (
        _ID,
        _ask("title", ("Risiko", "Risk"), ("Apa yang mungkin terjadi?", "What may happen?"), 40),
        _ask("likelihood", ("Kemungkinan", "Likelihood"), (
            "1 jarang sampai 5 hampir pasti.", "1 rare to 5 almost certain."), 12),
        _ask("impact", ("Dampak", "Impact"), (
            "1 hampir tidak terasa sampai 5 rencana gagal.", "1 hardly felt to 5 the plan fails."), 9),
        _ask("response", ("Langkah", "Response"), (
            "Apa yang dilakukan untuk mencegahnya, dan bila terjadi?", "What is done to prevent it, and when it happens?"), 48),
        _ask("owner", ("Penanggung jawab", "Owner"), ("Perangkat daerah.", "An agency."), 24),
        _ask("innovations", ("Inovasi yang terancam", "Innovations threatened"), (
            "Inovasi yang terancam; satu per baris.", "What it threatens; one a line."), 28),
        _SOURCES,
    ),
    "chapters": (
        _ID,
        _ask("book", ("Buku", "Book"), ("Buku I, II, atau III.", "Book I, II or III."), 8),
        _ask("place", ("Tempat", "Place"), (
            "Bagian buku yang dibukanya.", "The part of the book it opens."), 16),
        _ask("title", ("Judul", "Heading"), ("Judul bab.", "The heading."), 36),
        _ask("body", ("Isi", "Text"), (
            "Markdown sederhana: paragraf, #judul, - daftar, |tabel|; ![](GB-01) menempatkan gambar.",
            "Plain Markdown: paragraphs, #headings, - lists, |tables|; ![](GB-01) places a figure."), 100),
    ),
    "figures": (
        _ID,
        _ask("title", ("Keterangan", "Caption"), ("Keterangan di bawah gambar.", "The caption."), 48),
        _ask("alternative", ("Uraian gambar", "What it shows"), (
            "Apa yang terlihat, untuk mereka yang tidak dapat melihatnya?",
            "What does it show, for those who cannot see it?"), 60),
        _SOURCES,
    ),
    "acceptances": (
        _ID,
        _ask("code", ("Aturan", "Rule"), ("Kode aturan, misalnya ENB101.", "Code of the rule, e.g. ENB101."), 10),
        _ask("element", ("Unsur", "Element"), (
            "Kode unsurnya, misalnya IN-07; kosong untuk seluruh rencana.",
            "Code of the element, e.g. IN-07; empty for the whole plan."), 10),
        _ask("field", ("Isian", "Field"), (
            "Nama isian; kosong untuk semua isian.", "Name of the field; empty for every field."), 16),
        _ask("reason", ("Alasan diterima", "Reason"), ("Mengapa ini benar di sini?", "Why is it right here?"), 60),
        _ask("by", ("Oleh", "By"), ("Jabatan yang bertanggung jawab.", "The office that answers for it."), 24),
        _ask("date", ("Tanggal", "Date"), ("Misalnya 2026-03-31.", "For example 2026-03-31."), 12),
    ),
    "sources": (
        _ask("id", ("Kode", "Code"), (
            "Kode tetap, misalnya S1. Kosongkan pada baris baru.", "A stable code, e.g. S1. Leave it empty in a new row."), 9),
        _ask("title", ("Judul", "Title"), ("Judul dokumen atau laman.", "Title of the document or page."), 60),
        _ask("publisher", ("Penerbit", "Publisher"), ("Siapa yang menerbitkannya?", "Who published it?"), 30),
        _ask("date", ("Tanggal", "Date"), ("Tahun atau tanggal, misalnya 2025-08-17.", "Year or date, e.g. 2025-08-17."), 12),
        _ask("page", ("Halaman atau bagian", "Page or section"), ("Di mana tepatnya?", "Where exactly?"), 18),
    ),
}  # fmt: skip

ENTRIES: dict[tuple[str, str], tuple[Ask, ...]] = {
    ("innovations", "addresses"): (
        _ask("problem", ("Masalah", "Problem"), (
            "Masalah mana yang dikurangi?", "Which problem does it relieve?"), 36),
        _ask("share.low", ("Paling sedikit", "At least"), (
            "Bagian warga terdampak yang tertolong, perkiraan terendah.",
            "Share of those affected who are helped, lowest estimate."), 10),
        _ask("share.mode", ("Paling mungkin", "Most likely"), (
            "Bagian warga terdampak yang tertolong, paling mungkin. Kosongkan bila belum diketahui.",
            "Share of those affected who are helped, most likely. Leave it empty while it is not known."), 10),
        _ask("share.high", ("Paling banyak", "At most"), (
            "Bagian warga terdampak yang tertolong, perkiraan tertinggi.",
            "Share of those affected who are helped, highest estimate."), 10),
        _ask("lag_years", ("Tunda (tahun)", "Delay (years)"), (
            "Berapa tahun penuh setelah selesai sampai terasa?", "How many full years after completion until it is felt?"), 9),
        _EVIDENCE,
        _ask("note", ("Mengapa sebanyak itu", "Why this much"), (
            "Dari mana perkiraannya?", "Where does the estimate come from?"), 48),
    ),
    ("innovations", "outcomes"): _INDICATOR,
    ("innovations", "alignment"): (
        _ask("document", ("Dokumen", "Document"), (
            "Rencana yang lebih tinggi.", "The higher plan."), 14),
        _ask("reference", ("Rujukan", "Reference"), (
            "Program, pasal, atau halaman.", "Programme, article or page."), 60),
    ),
    ("innovations", "sub_activities"): (
        _ask("code", ("Kode subkegiatan", "Code of the sub-activity"), (
            "Kode menurut nomenklatur nasional, misalnya 2.16.03.2.02.0011.",
            "Code in the national nomenclature, e.g. 2.16.03.2.02.0011."), 22),
        _ask("name", ("Subkegiatan", "Sub-activity"), ("Nama subkegiatan.", "Name of the sub-activity."), 36),
        _ask("programme", ("Program", "Programme"), ("Nama programnya.", "Name of its programme."), 30),
        _ask("activity", ("Kegiatan", "Activity"), ("Nama kegiatannya.", "Name of its activity."), 30),
        _ask("share", ("Bagian biaya", "Share of the cost"), (
            "Bagian biaya inovasi yang dibawanya.", "Share of the innovation's cost that it carries."), 10),
    ),
    ("", "missions"): (
        _ask("mission", ("Misi", "Mission"), ("Satu misi satu baris, urut.", "One mission a row, in order."), 100),
    ),
    ("", "governance"): (
        _ask("role", ("Kursi", "Role"), (
            "Misalnya ketua, anggota dari dunia usaha.", "For example chair, member for business."), 44),
        _ask("name", ("Pejabat atau nama", "Office or person"), ("Siapa yang mendudukinya?", "Who holds it?"), 44),
        _ask("body", ("Lembaga", "Body"), (
            "Dewan Smart City atau Tim Pelaksana.", "The council or the executive team."), 22),
    ),
}  # fmt: skip

OWNERS: dict[str, Ask] = {
    "innovations": _ask("", ("Inovasi", "Innovation"), (
        "Inovasi yang dimaksud: kodenya, atau nama inovasi baru persis seperti di lembar Inovasi.",
        "The innovation: its code, or the name of a new one exactly as on the sheet Innovations."), 36),
    "problems": _ask("", ("Masalah", "Problem"), (
        "Masalah yang dimaksud: kodenya, atau nama masalah baru persis seperti di lembar Masalah.",
        "The problem: its code, or the name of a new one exactly as on the sheet Problems."), 36),
}  # fmt: skip
