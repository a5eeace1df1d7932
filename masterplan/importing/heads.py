"""Where a table begins and what each of its columns is: judged by the words of the head and by what stands below.

A column is taken only where head and content agree; one that is not understood is left, and said to be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from masterplan.importing.agencies import is_agency_name
from masterplan.importing.amounts import unit_in
from masterplan.importing.names import dimension_of, plain
from masterplan.importing.tables import Row, Table
from masterplan.importing.years import nth_in, year_of_head, years_in

Role = Literal[
    "ignore", "number", "code", "title", "programme", "activity", "sub_activity", "dimension", "sub_dimension",
    "problem", "service_change", "beneficiaries", "lead", "partners", "years", "start", "end", "mark", "cost",
    "operating_per_year", "total", "funding", "indicator", "unit", "baseline", "target", "quick_win",
]  # fmt: skip
ROLES: tuple[str, ...] = get_args(Role)
MAX_HEAD_AT = 40
MAX_HEAD_ROWS = 4
LONG = 70

_MONEY = (
    r"anggaran|pagu|biaya|dana|pendanaan|pembiayaan|rp|rupiah|"
    r"nilai (?:anggaran|kontrak|rp|pekerjaan|proyek|usulan)|belanja|investasi|alokasi|"
    r"budget|cost"
)
_AGENCY = (
    r"opd|skpd|perangkat daerah|pelaksana|penanggung\s?jawab|pengampu|leading sector|instansi|unit kerja|pic|pj|koordinator|"
    r"pemilik program|dinas|badan pelaksana|pengelola|lead|owner|penyelenggara|leader"
)
_NOT_READ = (
    r"tujuan|strategi|sasaran strategis|misi|arah kebijakan|kebijakan|risiko|prioritas|status|lokasi|realisasi|capaian|ket|"
    r"keterangan|catatan|volume|dasar hukum|prasyarat|bobot|tanggal|paraf|kendala|"
    r"(?:bidang )?urusan(?!.*\bprogram\b)|sasaran|output|"
    r"keluaran|hasil|outcome|manfaat|dampak|link|tautan|kontak|"
    r"(?:waktu|tahun) (?:uji coba|penyusunan|pengusulan|pengisian)"
)
_YEARS = r"tahun|thn|waktu|periode|jadwal|timeline|kurun|target waktu|jangka waktu|rencana pelaksanaan|th"
_TITLE = r"inovasi|inisiatif|judul|aplikasi|layanan smart|nama layanan|initiatives?|title"
_BEFORE_TITLE = (
    r"nama|judul|usulan|daftar|rencana|program|proyek|aksi|ide|gagasan|apa|apakah|tuliskan|sebutkan|siapa|smart|city|kota|"
    r"cerdas|dan|atau|strategis|unggulan|prioritas|quick|wins?|project|name|of|the|proposed|uraian|deskripsi|rincian|digital"
)
"""What may stand before *inovasi* in the head of its names; `Tahapan Inovasi`, `Inisiator Inovasi` name something of it."""
_DESCRIPTION = (
    r"uraian (?:singkat|ringkas)|deskripsi|penjelasan|gambaran|ringkasan|perubahan layanan|perubahan|description|detail|"
    r"rincian inovasi"
)
_WORDS: tuple[tuple[Role, float, str], ...] = (  # the first that fits the whole head decides
    ("number", 1.0, r"no|nomor|no urut|nr|id|nu"),
    ("code", 0.9, r".*\b(kode|kd|rekening)\b.*"),
    (
        "funding",
        1.0,
        r".*\bsumber\b.*\b(dana|biaya|anggaran|pendanaan|pembiayaan)\b.*|sumber|pendanaan sumber|funding.*",
    ),
    ("title", 1.0, r"(nama|judul)( program| inovasi| kegiatan)? quick\s?wins?"),
    ("quick_win", 1.0, r".*\bquick\s?wins?\b.*|program cepat.*|percepatan.*"),
    ("sub_dimension", 1.0, r"sub\s?dimensi.*|sub pilar.*"),
    (
        "dimension",
        1.0,
        r"(?!.*\b(program|inisiatif|inovasi|kegiatan|sasaran|tujuan)\b).*\b(dimensi|pilar)\b.*|smart|dimension",
    ),
    (
        "beneficiaries",
        1.0,
        r".*\b(penerima manfaat|kelompok sasaran|sasaran pengguna|target pengguna|pemanfaat|pengguna|beneficiar\w*)\b.*",
    ),
    ("ignore", 0.9, rf"({_NOT_READ}).*"),
    ("unit", 0.9, r"(?!.*unit kerja)(satuan|unit)\b.*|.*\bsatuan"),
    ("indicator", 1.0, r".*\b(indikator|tolok ukur|tolak ukur|ukuran keberhasilan|kpi|iku)\b.*"),
    ("baseline", 0.9, r".*\b(baseline|kondisi awal|data awal|kinerja awal|data dasar)\b.*"),
    ("years", 1.0, r"tahun anggaran|thn anggaran|t ?a"),
    (
        "operating_per_year",
        1.0,
        r".*(operasional|pemeliharaan|operasi|opex).*(tahun|thn).*|.*tahunan.*(operasional|pemeliharaan).*",
    ),
    ("target", 0.9, rf"(?!.*\b({_MONEY}|pengguna|penerima)\b).*\b(target|sasaran tahun)\b.*"),
    ("total", 0.9, rf"(jumlah|total|jml|grand total)(\s+({_MONEY}|keseluruhan|juta|seluruhnya|akhir)\b.*)?"),
    ("total", 0.9, rf".*\b(total|jumlah)\b.*\b({_MONEY})\b.*|.*\b({_MONEY})\b.*\b(total|jumlah)\b.*"),
    (
        "cost",
        1.0,
        rf"(?!.*\b(target|sumber|realisasi|serapan|terserap|capaian|satuan)\b).*\b({_MONEY})\b.*|capex",
    ),
    ("start", 1.0, r".*\b(mulai|awal|start)\b.*"),
    ("end", 1.0, r".*\b(selesai|akhir|berakhir|end|finish)\b.*"),
    (
        "partners",
        1.0,
        r".*\b(pendukung|terkait|mitra|kolaborator|kolaborasi|kerja ?sama|terlibat|partner|supporting)\b.*",
    ),
    ("lead", 1.0, rf".*\b({_AGENCY})\b.*"),
    ("years", 1.0, rf".*\b({_YEARS})\b.*|pelaksanaan"),
    ("problem", 0.9, r".*\b(masalah|permasalahan|persoalan|problem|isu)\b.*"),
    (
        "service_change",
        0.7,
        rf"(?!.*\b(kegiatan|program)\s*$).*\b({_DESCRIPTION})\b.*|uraian (program|inovasi|inisiatif)",
    ),
    (
        "title",
        1.0,
        rf"(?!.*\b(jenis|bentuk|tema|jumlah|kegiatan)\b)(?:(?:{_BEFORE_TITLE})\s+)*({_TITLE})\b.*",
    ),
    (
        "title",
        1.0,
        r".*program smart( city)?.*|.*program.*\binovasi\b.*|rencana aksi.*|nama (program|proyek).*|proyek.*",
    ),
    ("title", 1.0, r"usulan( program| kegiatan)?|program (unggulan|kerja).*"),
    ("title", 0.8, r"(bidang )?urusan\b.*\bprogram\b.*\bkegiatan\b.*"),
    ("sub_activity", 0.9, r".*\bsub\s?kegiatan\b.*"),
    ("programme", 0.9, r"(?!.*\bkegiatan\b)(nama )?program.*"),
    ("activity", 0.8, r"(nama )?(kegiatan|aktivitas|aktifitas|langkah|tahapan).*"),
    ("title", 0.6, r"nama|uraian|program dan kegiatan|.*program.*kegiatan.*"),
)
_PATTERNS = [(role, weight, re.compile(pattern)) for role, weight, pattern in _WORDS]
_EITHER = re.compile(
    r"(?:nama )?(?=.*\b(?:inovasi|inisiatif)\b)(?:(?:kegiatan|aksi|inovasi|inisiatif|atau) ?){2,}"
)
"""`Kegiatan/Inovasi` names what its rows are in two words; `Kegiatan Inovasi` are steps of one."""
_KEYS = {"title", "programme", "activity", "sub_activity"}


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds: its role, the year it is for, the unit its money is in, how sure that is."""

    index: int
    head: str
    role: Role
    confidence: float = 0.0
    year: int | None = None
    unit: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The rows of a head (from, up to) and its columns."""

    first: int
    last: int
    columns: tuple[Column, ...]

    def of(self, *roles: str) -> list[Column]:
        return [column for column in self.columns if column.role in roles]


@lru_cache(maxsize=5000)
def role_of(head: str) -> tuple[Role, float]:
    """The role that the words of a head name, `ignore` with no confidence where they name none."""
    words = plain(re.sub(r"\b(?:19|20)\d\d\b", " ", head))
    if not words or len(words) > 140:
        return "ignore", 0.0
    if _EITHER.fullmatch(words) and re.search(r"/|\batau\b", head):
        return "title", 0.95
    for role, weight, pattern in _PATTERNS:
        if pattern.fullmatch(words):
            return role, weight
    return "ignore", 0.0


def label_role(label: str) -> Role | None:
    """The role of a label before a colon: `OPD penanggung jawab`; None where it is no label we know."""
    if len(label) > 60:
        return None
    role, weight = role_of(label)
    if is_agency_name(label) and "/" not in label and role_of(plain(label).partition(" ")[2])[1] == 0:
        return None  # `Dinas Kesehatan` is an agency, `Dinas Pelaksana` asks for one
    return role if weight >= 0.6 and (role != "ignore" or weight > 0) else None


def find_heads(table: Table) -> list[tuple[int, int]]:
    """The rows of every head in a table: first, and the first below it."""
    heads: list[tuple[int, int]] = []
    y = 0
    while y < len(table.rows):
        if (heads or y < MAX_HEAD_AT) and _starts_head(table.rows[y]):
            end = _head_end(table.rows, y)
            heads.append((y, end))
            y = end
        else:
            y += 1
    return heads


def columns_of(table: Table, first: int, last: int, first_year: int | None) -> Head:
    """The columns of the head in these rows."""
    texts = [_combined(table.rows[first:last], x) for x in range(table.width)]
    unit_above = next(filter(None, map(unit_in, reversed(table.before))), None)
    columns = [_column(x, text, unit_above, first_year) for x, text in enumerate(texts)]
    return Head(first, last, tuple(columns))


def columns_headed(table: Table, heads: Sequence[str]) -> tuple[int, int, list[tuple[int, str]]] | None:
    """The rows (as numbered) and columns of the head with just these words, in any order."""
    for first in range(min(len(table.rows), MAX_HEAD_AT)):
        for last in range(first + 1, min(len(table.rows), first + MAX_HEAD_ROWS) + 1):
            rows = table.rows[first:last]
            texts = [(x, text) for x in range(table.width) if (text := _combined(rows, x))]
            if sorted(plain(text) for _, text in texts) == list(heads):
                return rows[0].number, rows[-1].number, texts
    return None


def cost_kind(head: str) -> str | None:
    """Whether a column of money names capital or operating cost."""
    words = plain(head)
    if re.search(r"\b(modal|investasi|capex|pembangunan|pengadaan)\b", words):
        return "capital"
    return "operating" if re.search(r"\b(operasi\w*|opex|pemeliharaan|barang dan jasa)\b", words) else None


def is_numbering(row: Row) -> bool:
    """The row `(1) (2) (3)` below many official heads."""
    texts = [re.sub(r"[()\s.]", "", cell.text) for _, cell in row.own()]
    if len(texts) < 3 or not all(re.fullmatch(r"\d{1,2}([=+x*\d]+)?[a-z]?", text) for text in texts):
        return False
    leading = [int(match[0]) for text in texts if (match := re.match(r"\d{1,2}", text))]
    return leading == sorted(leading) and leading[0] <= 2 and leading[-1] - leading[0] <= len(leading) + 3


def _starts_head(row: Row) -> bool:
    """A row of short texts that name at least two roles, one of them what the rows are about."""
    own = row.own()
    if len(own) < 2 or row.hidden:
        return False
    roles = [role_of(cell.text) for _, cell in own if cell.number is None and len(cell.text) <= LONG]
    named = [role for role, weight in roles if weight >= 0.6]
    if len(named) < 2 or len(named) * 2 < len([cell for _, cell in own if not years_in(cell.text)]):
        return False
    keys = any(role in _KEYS | {"problem", "indicator", "service_change", "quick_win"} for role in named)
    return keys and len(set(named)) >= 2


def _head_end(rows: Sequence[Row], first: int) -> int:
    """The head goes on below while rows only tell its columns apart."""
    end = first + 1
    while end < min(len(rows), first + MAX_HEAD_ROWS) and _continues(rows[end], rows[end - 1]):
        end += 1
    return end


def _continues(row: Row, above: Row) -> bool:
    if is_numbering(row):
        return True
    own = row.own()
    if not own or any(len(cell.text) > LONG for _, cell in own) or _is_section(row):
        return False
    for x, cell in own:
        year = cell.number is not None and 2010 <= cell.number <= 2059
        named = role_of(cell.text)[1] >= 0.6 or year or bool(years_in(cell.text)) or nth_in(cell.text)
        split = bool(_SPLIT.fullmatch(plain(cell.text)))
        if not named and not split:
            return False
        if (
            not split
            and not year
            and x < len(above.cells)
            and above.cells[x].text
            and not above.cells[x].copy
        ):
            nextcell = above.cell(x + 1)
            if not (nextcell.copy == "left" or not nextcell.text or len(row.own()) == len(above.own())):
                return False
    blank = [x for x, _ in own if row.cells[x].text]
    return len(blank) >= 1 and any(cell.copy == "up" for cell in row.cells) | _is_lower_half(row, above)


def _is_section(row: Row) -> bool:
    """One text alone that names a dimension or an agency, or stretches over the whole table, is no head."""
    texts = [cell.text for _, cell in row.own()]
    if len(texts) != 1:
        return False
    whole = len(row.cells) > 1 and all(cell.text == texts[0] for cell in row.cells)
    return whole or dimension_of(texts[0]) is not None or is_agency_name(texts[0])


_SPLIT = re.compile(
    r"(target|rp|rp juta|rp ribu|k|fisik|uang|juta|satuan|utama|awal|akhir|mulai|selesai|[1-5]|i{1,3}|iv|v|ke \d|"
    r"(tw|triwulan|kuartal|q|semester|sem|smt|caturwulan) ?[ivx\d]{1,3}|"
    r"(jan|feb|mar|apr|mei|may|jun|jul|ag|agu|agus|agust|aug|sep|sept|okt|oct|nov|des|dec)|"
    r"(januari|februari|maret|april|juni|juli|agustus|september|oktober|november|desember))"
)


def _is_lower_half(row: Row, above: Row) -> bool:
    """Without merged cells: what stands below fills gaps, or only names years and halves."""

    def telling(text: str) -> bool:
        return bool(years_in(text)) or nth_in(text) or bool(_SPLIT.fullmatch(plain(text)))

    own = row.own()
    if all(telling(cell.text) for _, cell in own):
        return True
    return len(own) < len(above.own()) and all(role_of(cell.text)[1] >= 0.6 for _, cell in own)


def _combined(rows: Sequence[Row], x: int) -> str:
    """What the head says of a column, from the top down; `(3)` says nothing."""
    parts: list[str] = []
    for index, row in enumerate(rows):
        text = row.cell(x).text
        if not text and index < len(rows) - 1 and not row.cell(x).copy:
            text = _from_left(rows, index, x)
        text = " ".join(text.split())
        if text and text not in parts and not is_numbering(row):
            parts.append(text)
    return " / ".join(parts)


def _from_left(rows: Sequence[Row], index: int, x: int) -> str:
    """A head that stretches over empty cells without being merged, where something stands below each."""
    if not any(row.cell(x).text for row in rows[index + 1 :]):
        return ""
    for left in range(x - 1, -1, -1):
        below = any(row.cell(left).text and not row.cell(left).copy for row in rows[index + 1 :])
        if not below:
            return ""
        if rows[index].cell(left).text:
            return rows[index].cell(left).text
    return ""


_SPENT = re.compile(r"^(?!.*\bpendanaan\b).*\b(realisasi|serapan|terserap|capaian)\b")
"""What was spent or reached is no plan; only the head of every medium-term plan says both in one."""


_FIRST_ONLY = re.compile(r"\b(tahun|tahap|termin) (pertama|awal)\b")
"""What the first year costs is not the whole."""


def _column(x: int, text: str, unit_above: int | None, first_year: int | None) -> Column:
    role, weight = role_of(text)
    year = year_of_head(text, first_year)
    unit = unit_in(text) or unit_above
    *above, last = text.split(" / ")
    if any(_SPENT.search(plain(part)) for part in (*above, last)):
        return Column(x, text, "ignore", 0.9)
    if above and (not year or role == "ignore"):
        lower, lower_weight = role_of(last)  # the lower half tells the column apart
        if lower_weight >= 0.9 and lower != "ignore" and not (role == "cost" and lower in ("years", "title")):
            role, weight = lower, lower_weight
    if role in ("cost", "total") and not year and _FIRST_ONLY.search(plain(text)):
        return Column(x, text, "ignore", 0.9)
    unknown = role == "ignore" and not weight
    if year and (unknown or role in ("years", "start", "end", "programme")):
        role, weight = "mark", 0.4  # a bare year: its content decides
    if role in ("cost", "total", "operating_per_year", "mark", "target"):
        return Column(x, text, role, weight, year, unit if role != "target" else None)
    return Column(x, text, role, weight)
