"""One door to the books: `render(plan, book)` gives the bytes of a PDF.

What users wrote reaches Typst only as JSON in `sys.inputs`, never as source; the compiler sees the folder
of templates and nothing else, and only the fonts it carries itself, so the same plan gives the same bytes
anywhere.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from masterplan.books import master_plan
from masterplan.books.letters import Letters
from masterplan.document.types import Plan

TEMPLATES = Path(__file__).parent / "templates"


class BookError(Exception):
    """The book cannot be made; the message is one sentence for people that says why and what to do."""


def render(
    plan: Plan, book: int, *, lang: str = "id", training: bool = False, made_on: date | None = None
) -> bytes:
    """The PDF of Buku `book` of a plan, PDF/A-2a and PDF/UA-1, in Indonesian (`id`) or English (`en`).

    `training` marks every page as fictional. `made_on` is printed in the colophon and stored as the file's
    date; without it no date is printed and the file carries the Unix epoch, so equal input always gives equal
    bytes.
    Raises `BookError` for a book that does not exist yet, and for a language there is none in.
    """
    if lang not in ("id", "en"):
        raise BookError(f'Bahasa "{lang}" tidak ada; pilih "id" atau "en".')
    if book != 2:
        raise BookError(_missing(book, lang))
    content = master_plan.content(plan, lang=lang, training=training, made_on=made_on)
    try:
        return _typeset(content, Letters(), made_on)
    except _typst_error():
        # A letter the table of glyphs promises and the installed fonts lack: draw only what every Latin font
        # has.
        return _typeset(content, Letters(latin_only=True), made_on)


def _missing(book: int, lang: str) -> str:
    if book not in (1, 3):
        return "Pilih Buku 1, 2, atau 3." if lang == "id" else "Choose book 1, 2 or 3."
    roman = {1: "I", 3: "III"}[book]
    if lang == "id":
        return f"Buku {roman} belum dapat dibuat; yang sudah ada Buku II (--book 2)."
    return f"Buku {roman} cannot be made yet; Buku II exists (--book 2)."


def _typst_error() -> type[Exception]:
    from typst import TypstError  # heavy: only where a book is made

    return TypstError


def _typeset(content: dict[str, Any], letters: Letters, made_on: date | None) -> bytes:
    import typst

    data = letters.clean(content)
    data["colophon"]["letters"] = letters.lost()
    day = made_on or date(1970, 1, 1)
    pdf: bytes = typst.compile(
        TEMPLATES / "master-plan.typ",
        root=TEMPLATES,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, allow_nan=False)},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )
    return pdf
