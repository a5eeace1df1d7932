"""Small pieces of the sentences about impact, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from masterplan.document.types import Dimension
from masterplan.language import Words, listing, rupiah

NOTHING = Words("", "")

DIMENSIONS: dict[Dimension, Words] = {
    "governance": Words("Tata kelola", "Governance"),
    "branding": Words("Citra daerah", "Branding"),
    "economy": Words("Ekonomi", "Economy"),
    "living": Words("Kehidupan", "Living"),
    "society": Words("Masyarakat", "Society"),
    "environment": Words("Lingkungan", "Environment"),
}


def money(amount: float) -> Words:
    """In full, to the rupiah: who checks a ceiling subtracts these."""
    return Words(rupiah(round(amount), "id"), rupiah(round(amount), "en"))


def listed(items: Sequence[str]) -> Words:
    return Words(listing(list(items), "id"), listing(list(items), "en"))


def span(first: int, last: int) -> str:
    """`2026–2029`, or one year alone."""
    return str(first) if first == last else f"{first}–{last}"


def spans(years: Sequence[int]) -> Words:
    """Years in order, neighbours joined: `2026–2028 dan 2031`."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return listed([span(first, last) for first, last in runs])


def innovations(count: int) -> Words:
    return Words(f"{count} inovasi", f"{count} innovation" + ("" if count == 1 else "s"))
