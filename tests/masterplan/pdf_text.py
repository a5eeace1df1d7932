"""The text of a PDF as its fonts map it back, page by page: enough to see that words arrived as they were
written.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pikepdf


def pages(pdf: bytes) -> list[str]:
    """The text of each page, in the order it is drawn; lines are not told apart."""
    with pikepdf.open(BytesIO(pdf)) as file:
        fonts: dict[tuple[int, int], dict[int, str]] = {}
        return [_page(page, fonts) for page in file.pages]


def bare(text: str) -> str:
    """What is left to compare when lines break and words are hyphenated: no spaces, no hyphens."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]+", "", text)


def _page(page: pikepdf.Page, fonts: dict[tuple[int, int], dict[int, str]]) -> str:
    parts: list[str] = []
    glyphs: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "Tf":
            font = page.resources.Font[instruction.operands[0]]
            if font.objgen not in fonts:
                fonts[font.objgen] = _unicode(font)
            glyphs = fonts[font.objgen]
        elif operator in ("Tj", "TJ"):
            shown = instruction.operands[0]
            for piece in shown if operator == "TJ" else [shown]:
                if isinstance(piece, pikepdf.String):
                    parts.append(_decoded(bytes(piece), glyphs))
    return "".join(parts)


def _decoded(raw: bytes, glyphs: dict[int, str]) -> str:
    return "".join(glyphs.get(int.from_bytes(raw[at : at + 2], "big"), "?") for at in range(0, len(raw), 2))


def _unicode(font: Any) -> dict[int, str]:
    """Glyph number to text, from the font's ToUnicode map."""
    source = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        for glyph, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(glyph, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start = int.from_bytes(bytes.fromhex(text), "big")
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(start + step)
    return found
