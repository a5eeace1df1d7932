"""Dates as Indonesians write them, also when something took two days."""

from __future__ import annotations

from datetime import date

from django.utils.dateformat import format as written


def span(start: date | None, end: date | None) -> str:
    """`22–23 Mei 2017`, `30 Juli – 1 Agustus 2019`, `8 Mei 2018`; empty when unknown."""
    if start is None:
        return ""
    if end is None or end == start:
        return written(start, "j F Y")
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{written(end, 'j F Y')}"
    return f"{written(start, 'j F' if start.year == end.year else 'j F Y')} – {written(end, 'j F Y')}"
