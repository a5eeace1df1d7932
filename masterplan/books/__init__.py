"""Buku I–III, typeset: a plan document in, one PDF out (PDF/A-2a and PDF/UA-1 in one file)."""

from masterplan.books.render import BookError, render

__all__ = ["BookError", "render"]
