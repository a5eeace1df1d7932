"""The book's own words, Indonesian and English side by side."""

from __future__ import annotations

from datetime import date

from masterplan.books.names import NAMES
from masterplan.books.sentences import SENTENCES
from masterplan.books.sentences_analysis import ANALYSIS
from masterplan.books.sentences_summary import SUMMARY


def say(lang: str, key: str, **values: object) -> str:
    """The sentence called `key` in `lang`, with its values filled in."""
    indonesian, english = WORDS[key]
    text = indonesian if lang == "id" else english
    return text.format(**values) if values else text


def day(date: date, lang: str) -> str:
    """24 November 2026."""
    return f"{date.day} {_MONTHS[lang].split()[date.month - 1]} {date.year}"


_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}

WORDS = NAMES | SENTENCES | ANALYSIS | SUMMARY
