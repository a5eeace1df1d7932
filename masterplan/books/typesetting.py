"""A book as PDF, by Typst: PDF/A-2a and PDF/UA-1 in one file.

What users wrote reaches Typst only as JSON, never as source; the compiler sees our templates, this JSON, the
pictures it is given and nothing else, and only the fonts it carries itself, so the same plan gives the same
bytes anywhere.
"""

from __future__ import annotations

import dataclasses
import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from masterplan.books import words
from masterplan.books.blocks import Book, Text
from masterplan.books.letters import Letters
from masterplan.books.pictures import Cleaned

TEMPLATES = Path(__file__).parent / "templates"
MOST_LETTERS = 40  # undrawn characters named in the colophon


def pdf(book: Book, pictures: Mapping[str, Cleaned], made_on: date | None) -> bytes:
    """The bytes of the PDF; its date is `made_on`, or the Unix epoch."""
    from typst import TypstError  # heavy: only where a book is made

    try:
        return _compile(book, pictures, Letters(), made_on)
    except TypstError:
        # A letter the table of glyphs promises and the installed fonts lack: draw only what every Latin font
        # has.
        return _compile(book, pictures, Letters(latin_only=True), made_on)


def drawn(svgs: Sequence[str]) -> list[bytes]:
    """Each SVG as a PNG, for readers that cannot be trusted with SVG."""
    if not svgs:
        return []
    from typst import compile as typeset

    letters = Letters()
    files = {
        "main.typ": (TEMPLATES / "drawings.typ").read_bytes(),
        "data.json": json.dumps([letters.drawable(svg) for svg in svgs]).encode(),
    }
    made: Any = files  # its types do not know yet that many files may be given
    pages: Any = typeset(made, ignore_system_fonts=True, format="png", ppi=220)
    return [bytes(page) for page in (pages if isinstance(pages, list) else [pages])]


def _compile(book: Book, pictures: Mapping[str, Cleaned], letters: Letters, made_on: date | None) -> bytes:
    from typst import compile as typeset

    data = letters.clean(tree(book))
    lost = letters.lost()[:MOST_LETTERS]
    data["letters"] = ", ".join(f"{letter} ({times}×)" for letter, times in lost)
    data["words"] = {key: words.say(book.lang, key) for key in _WORDS}
    data["pictures"] = {
        digest: {"svg": _framed(picture), "width": picture.millimetres[0]}
        for digest, picture in pictures.items()
    }
    day = made_on or date(1970, 1, 1)
    files = {path.name: path.read_bytes() for path in TEMPLATES.glob("*.typ")}
    files["main.typ"] = files.pop("book.typ")
    files["data.json"] = json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    made: Any = files  # its types do not know yet that many files may be given
    return bytes(
        typeset(
            made,
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
    )


def _framed(picture: Cleaned) -> str:
    """Files given in memory must be text: the picture goes inside an SVG."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{picture.width}" height="{picture.height}">'
        f'<image width="{picture.width}" height="{picture.height}" '
        f'href="data:{picture.media_type};base64,{b64encode(picture.content).decode()}"/></svg>'
    )


def tree(value: Any) -> Any:
    """Blocks as JSON: the name of their kind beside their fields; a text without a look is a string."""
    if isinstance(value, Text):
        marks = {name: mark for name in _MARKS if (mark := getattr(value, name))}
        if value.url:
            marks["shown"] = value.url
        return {"text": value.text, **marks} if marks else value.text
    if dataclasses.is_dataclass(value):
        found = {name: tree(getattr(value, name)) for name in value.__dataclass_fields__}
        return {"kind": type(value).__name__, **found}
    if isinstance(value, tuple | list):
        return [tree(one) for one in value]
    return value


_MARKS = ("strong", "emphasis", "code", "tone", "to", "url")
_WORDS = ("before", "after", "colophon-type", "colophon-type-text", "colophon-letters")
