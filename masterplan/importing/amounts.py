"""Rupiah as regions write it: `1.250.000,00`, `Rp 1,2 M`, `Rp. 450.000.000,-`, 425 under "(Rp juta)".

Every amount becomes whole rupiah, or nothing where two readings are possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from masterplan.amounts import SCALES, AmountError, read_figure
from masterplan.importing.tables import Cell

LARGEST = 10**14
"""A hundred trillion rupiah for one innovation is a misread unit, not a budget."""
SMALLEST = 10**6
"""An amount below a million in a column that names no unit may as well be thousands or millions."""

_SCALE_WORDS = r"triliun|trilyun|miliar|milyar|mlr|juta|jt|ribu|rb|[mt]"
_AMOUNT = re.compile(
    rf"(?:±|\+/-|kurang lebih|lebih kurang|sekitar)?\s*(?:rp|idr)?[.\s]*"
    rf"(?P<figure>\d[\d.,\s]*\d|\d)\s*(?P<scale>{_SCALE_WORDS})?(?:an)?\b"
    r"[\s.,]*(?:rupiah|idr)?[\s,.]*(?:-{1,2}|–|,-)?\s*(?:\([^\d()]*\))?",
)
_IN_TEXT = re.compile(
    rf"(?:rp|idr)\.?\s*(?P<figure>\d[\d.,]*\d|\d)(?:\s*(?P<scale>{_SCALE_WORDS})(?:an)?\b)?"
    rf"|(?P<figure2>\d[\d.,]*\d|\d)\s*(?P<scale2>triliun|trilyun|miliar|milyar|juta|ribu)\s+rupiah",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"[-–—.\s]*|0+([.,]0+)?|rp\.?\s*[-–0]?|n/?a|nihil|tbd|tidak ada|belum ada", re.IGNORECASE
)
_ENGLISH = re.compile(r"\d,\d{3},\d{3}|\d,\d{3}\.\d")

_UNITS = (
    (10**9, r"mili?aran|milyaran|mili?ar|milyar|billions?|bn|000\.000\.000"),
    (10**6, r"jutaan|juta|jt|millions?|mn|000[.,]000"),
    (10**3, r"ribuan|ribu|rb|thousands?|1[.,]?000(?![.,]\d)|000(?![.,]\d)"),
)
_UNIT = [
    (
        factor,
        re.compile(
            rf"(?:\bdalam|\(|\brp\b\.?|\bsatuan|\bx|×|\bidr)[\s:.(x×]*(?:(?:rp\.?|idr)\s*)?(?:1[.,])?(?:{words})"
            rf"(?:\b|\s|\)|$)|(?:^|[\s(])(?:{words})[\s.]*(?:rupiah|rp\b)"
        ),
    )
    for factor, words in _UNITS
]


def unit_in(text: str) -> int | None:
    """The unit a head or a title names: `(Rp juta)` → 1000000; a plain `(Rp)` → 1; nothing → None."""
    flat = " ".join(text.lower().split())
    for factor, pattern in _UNIT:
        if pattern.search(flat):
            return factor
    return 1 if re.search(r"\(\s*(dalam\s+)?(rp\.?|rupiah|idr)\s*\)|dalam rupiah", flat) else None


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no amount: empty, a dash, a zero."""
    return bool(_NOTHING.fullmatch(text.strip()))


def english_figures(cells: Iterable[Cell]) -> bool:
    """Whether a column groups thousands by commas, as an English Excel does."""
    return any(cell.number is None and _ENGLISH.search(cell.text) for cell in cells)


def amount_of(cell: Cell, unit: int | None, *, english: bool = False) -> int | None:
    """Whole rupiah, or None where it is no amount or may be read in two ways.

    `unit` is what the column's head names; a scale in the cell itself goes before it.
    """
    if cell.number is not None:
        return _sensible(Decimal(repr(cell.number)), unit)
    match = _AMOUNT.fullmatch(cell.text.strip().lower())
    if not match:
        return None
    return _scaled(match["figure"], match["scale"], unit, english, named="rp" in cell.text.lower())


def amounts_in(text: str) -> list[int]:
    """The amounts that a sentence names with `Rp` or `rupiah`."""
    return [amount for amount, _, _ in located_amounts(text)]


def located_amounts(text: str) -> list[tuple[int, int, int]]:
    """The same, each with the places where it begins and ends."""
    found = []
    for match in _IN_TEXT.finditer(text):
        figure, scale = match["figure"] or match["figure2"], match["scale"] or match["scale2"]
        value = _scaled(figure, scale, 1, english=False, named=True)
        if value is not None:
            found.append((value, match.start(), match.end()))
    return found


def figure_of(text: str, *, english: bool = False, scale: int = 1) -> Decimal | None:
    """A number as written in Indonesia (or in English); None where it can be read in two ways."""
    try:
        return read_figure(re.sub(r"\s", "", text), scale=scale, english=english, strict=False)
    except AmountError:
        return None


def _scaled(figure: str, scale: str | None, unit: int | None, english: bool, named: bool) -> int | None:
    factor = SCALES[scale.lower()] if scale else None
    value = figure_of(figure, english=english, scale=factor or 1)
    if value is None:
        return None
    if factor is None and named and value >= SMALLEST and unit not in (None, 1):
        return None  # "Rp 450.000.000" under "(Rp juta)": one of the two is wrong
    return _sensible(value, factor or unit)


def _sensible(value: Decimal, unit: int | None) -> int | None:
    if not value.is_finite() or value <= 0:
        return None
    if unit is None and value < SMALLEST:
        return None
    rupiah = int((value * (unit or 1)).to_integral_value())
    return rupiah if 0 < rupiah <= LARGEST else None
