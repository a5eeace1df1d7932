"""One door to the books: `render(plan, book)` gives the bytes of a file, PDF, Word or HTML of one content."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from masterplan.books.content import content
from masterplan.books.pictures import Cleaned, PictureError, clean
from masterplan.document.types import Plan

FORMS = ("pdf", "docx", "html")


class BookError(Exception):
    """The book cannot be made; the message is one sentence for people that says why and what to do."""


def render(
    plan: Plan,
    book: int,
    *,
    form: str = "pdf",
    lang: str = "id",
    training: bool = False,
    made_on: date | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """Buku `book` of a plan as `form`: `pdf` (PDF/A-2a and PDF/UA-1), `docx` or `html`, in Indonesian (`id`) or
    English (`en`).

    `training` marks every page as fictional. `made_on` is printed in the colophon and stored as the file's
    date; without it no date is printed and the file carries the Unix epoch, so equal input always gives equal
    bytes. `pictures` holds the bytes of the plan's figures by digest; one that is not there is said to be.
    Raises `BookError` for a book, a form or a language there is none of.
    """
    if lang not in ("id", "en"):
        raise BookError(f'Bahasa "{lang}" tidak ada; pilih "id" atau "en".')
    if book not in (1, 2, 3):
        raise BookError("Pilih Buku 1, 2, atau 3." if lang == "id" else "Choose book 1, 2 or 3.")
    made = content(plan, book, lang=lang, training=training, made_on=made_on)
    known = _usable(pictures or {})
    if form == "pdf":
        from masterplan.books import typesetting

        return typesetting.pdf(made, known, made_on)
    if form == "docx":
        from masterplan.books import word

        return word.docx(made, known, made_on)
    if form == "html":
        from masterplan.books import web_page

        return web_page.page(made, known)
    raise BookError(f'Bentuk "{form}" tidak ada; pilih pdf, docx, atau html.')


def _usable(pictures: Mapping[str, bytes]) -> dict[str, Cleaned]:
    """Those that are pictures; the book says of the others that they are not there."""
    found = {}
    for digest, handed_in in pictures.items():
        with suppress(PictureError):
            found[digest] = clean(handed_in)
    return found
