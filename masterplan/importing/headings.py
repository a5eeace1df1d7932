"""Headings as people make them: by a style, by bold letters, by a number typed in front."""

from __future__ import annotations

import re
from collections.abc import Iterable

from masterplan.importing.names import number_of, unnumbered
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
