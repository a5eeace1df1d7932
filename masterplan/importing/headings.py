"""Headings as people make them: by a style, by bold letters, by a number typed in front."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from masterplan.importing.cells import clean_title
from masterplan.importing.names import dimension_of, dimensions_in, number_of, plain, unnumbered
from masterplan.importing.tables import Block, Heading, Paragraph

MAX_HEADING = 140
_CHAPTER = re.compile(r"\s*(?:bab|bagian|lampiran)\s+(?:[ivxlc]{1,6}|\d{1,2})\b", re.IGNORECASE)
_DECIMAL = re.compile(r"\s*\d{1,2}(?:\.\d{1,3}){1,5}\.?\s+\S")
NAMED = re.compile(
    r"\s*(?:program|inovasi|inisiatif|quick win|usulan)(?:\s+(?:unggulan|prioritas|smart city))*"
    r"\s*(?:ke)?[\s-]*\d{0,2}\s*[:.–-]\s+",
    re.IGNORECASE,
)
"""What stands before the name of a programme in a heading: `Program 3: `."""
_LABEL = re.compile(r"[^:]{2,60}\s*:\s*\S")
_CAPTION = re.compile(r"\s*(tabel|gambar|grafik|table|figure|bagan)\s*[\divxlc.]", re.IGNORECASE)

_PROGRAMME = re.compile(r"(program|inovasi|inisiatif|quick wins?|usulan|layanan)\b")
_GENERAL = re.compile(
    r"\b(pendahuluan|latar belakang|kesimpulan|penutup|visi|misi|strategi|roadmap|peta jalan|analisis|daftar|dasar hukum|"
    r"maksud|tujuan|sasaran|ruang lingkup|metodologi|gambaran umum|kondisi|bab|lampiran|kerangka|tata kelola|kelembagaan|"
    r"pembiayaan|indikator|monitoring|evaluasi|isu|permasalahan|masalah|swot|kesiapan|arah kebijakan|pengantar|sambutan|"
    r"rekomendasi|program|inisiatif|inovasi|kegiatan|rencana aksi|rencana|jadwal|anggaran|dimensi|smart city|profil)\b"
)
_PART_OF_ONE = re.compile(
    r"(kebutuhan|rincian|perincian|matriks|tabel|ringkasan|rekap\w*|pelaksanaan|pelaksana|waktu|sumber|tahapan|estimasi|"
    r"perkiraan|pagu|total|jumlah|arah|hasil|dukungan|penanggung jawab)\b"
)
"""`Kebutuhan Anggaran` is a part of the programme that a heading above names."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The name of a programme in a heading; unsure where a general word stands in it."""

    title: str
    sure: bool
    part: bool
    """`Kebutuhan Anggaran`: of the programme above."""


def with_headings(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with those paragraphs as headings that people see as headings."""
    return [_seen(block) if isinstance(block, Paragraph) else block for block in blocks]


def is_caption(text: str) -> bool:
    return bool(_CAPTION.match(text))


def _seen(block: Paragraph) -> Paragraph | Heading:
    text = block.text
    if len(text) > MAX_HEADING or "\n" in text or _LABEL.match(text) or is_caption(text):
        return block
    if text.rstrip().endswith((".", ";", ":", ",")) and not _CHAPTER.match(text):
        return block
    if _CHAPTER.match(text):
        return Heading(1, text, block.where)
    if _DECIMAL.match(text) and not block.item and len(unnumbered(text)) <= 100:
        return Heading(number_of(text).strip(".").count(".") + 1, text, block.where)
    if block.bold and not block.item:
        return Heading(_bold_level(text), text, block.where)
    return block


def _bold_level(text: str) -> int:
    """Capitals stand above a letter or a number, and these above bold words alone."""
    number = number_of(text)
    if re.fullmatch(r"[ivxIVX]{1,5}[.)]?", number):
        return 4
    if text.isupper() and not number:
        return 3
    return 5 if re.fullmatch(r"[A-Z][.)]", number) else 6 if number else 7


def dimension_above(stack: Sequence[Heading]) -> tuple[str, Heading] | None:
    """The dimension of the nearest heading that names exactly one."""
    for heading in reversed(stack):
        named = dimensions_in(heading.text)
        dimension = named.pop() if len(named) == 1 else None if named else dimension_of(heading.text)
        if dimension:
            return dimension, heading
        if named:
            return None
    return None


def programme_named(stack: Sequence[Heading]) -> Naming | None:
    """What the last of these headings names, where it may be a programme: so it says, or so say those above it."""
    text = unnumbered(stack[-1].text)
    words, told = plain(text), bool(NAMED.match(text))
    if dimension_of(stack[-1].text) or dimensions_in(stack[-1].text) or len(words) > 120:
        return None
    if not told:
        above = any(_PROGRAMME.search(plain(heading.text)) for heading in stack[:-1])
        if _GENERAL.match(words) or not (above or dimension_above(stack)):
            return None
    title = clean_title(NAMED.sub("", text))
    if title is None:
        return None
    name = plain(title)
    return Naming(title, told or not _GENERAL.search(name), bool(_PART_OF_ONE.match(name)))
