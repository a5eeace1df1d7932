"""Figures as people write them: `1.250,5`, `1,250.5`, `Rp1,25 miliar`, `1,5 jt`, `35 %`, `(1.000)`.

Exact, by `Decimal`; what could mean two things is not guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal

from masterplan.language import Words

_SCALES = {
    10**3: ("ribu", "rb", "rbu", "thousand"),
    10**6: ("juta", "jt", "jta", "million"),
    10**9: ("miliar", "milyar", "mlr", "miliard", "m", "billion", "bn"),
    10**12: ("triliun", "trilyun", "trilliun", "t", "trillion"),
}
SCALES = {word: scale for scale, words in _SCALES.items() for word in words}
"""Words after a figure. *M* is miliar, as budgets are written here."""

_CURRENCY = re.compile(r"^(?:rp\.?|idr)\s*|\s*(?:rupiah|idr)$")
_GROUPED = {mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:\{mark}[0-9]{{3}})+") for mark in ".,"}
_DIGITS = re.compile(r"[0-9]+")
MAX_LENGTH = 60


class AmountError(ValueError):
    """A text that is no figure, or could be two; the sentence says how to write it."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.id)
        self.words = words


def read_amount(text: str) -> Decimal:
    """The figure a text stands for; a percentage is its hundredth. Raises `AmountError`."""
    plain = " ".join(text.lower().replace("\u00a0", " ").replace("\u202f", " ").replace("−", "-").split())
    if not plain or len(plain) > MAX_LENGTH:
        raise AmountError(_NO_FIGURE)
    negative = plain.startswith("(") and plain.endswith(")")
    plain = plain[1:-1].strip() if negative else plain
    if plain.startswith("-"):
        negative, plain = not negative, plain[1:].strip()
    plain = _CURRENCY.sub("", plain).strip()
    plain = re.sub(r"[,.]\s?-{1,2}$", "", plain)  # Rp1.000.000,-
    divisor = 100 if plain.endswith("%") else 1
    plain, multiple = _scaled(plain.removesuffix("%").strip())
    exact = read_figure(plain, scale=multiple) * multiple / divisor
    return -exact if negative else exact


def _scaled(plain: str) -> tuple[str, int]:
    found = re.fullmatch(r"(.*?[0-9])\s*([a-z]+)\.?", plain)
    if not found:
        return plain, 1
    if found[2] not in SCALES:
        raise AmountError(_NO_FIGURE)
    return found[1], SCALES[found[2]]


def read_figure(text: str, *, scale: int = 1, english: bool = False, strict: bool = True) -> Decimal:
    """Digits with their marks, as written here or in English. Raises `AmountError`.

    A lone mark before three digits may group or divide: `1.250` groups here, `1,250` in English. Before a word like
    *juta* a strict reader refuses both; another takes the mark for what it is here, but not `1.250 miliar`.
    """
    group = "," if english else "."
    whole, decimals = text, ""
    marks = [mark for mark in text if mark in ".,"]
    if len(set(marks)) == 2:  # 1.250,5 or 1,250.5: the last mark is the decimal one
        whole, _, decimals = text.rpartition(marks[-1])
        if not _GROUPED[marks[0]].fullmatch(whole):
            raise AmountError(_NO_FIGURE)
    elif len(marks) > 1:
        if not _GROUPED[marks[0]].fullmatch(text):
            raise AmountError(_NO_FIGURE)
    elif marks:
        mark, scaled = marks[0], scale > 1
        if not _GROUPED[mark].fullmatch(text) or (mark != group and scaled and not strict and mark == ","):
            whole, _, decimals = text.partition(mark)
        elif mark != group or (scaled and (strict or (scale >= 10**9 and not text.endswith("000")))):
            raise AmountError(_TWO_WAYS.with_(text=text))
    digits = re.sub("[.,]", "", whole)
    if not _DIGITS.fullmatch(digits) or (decimals and not _DIGITS.fullmatch(decimals)):
        raise AmountError(_NO_FIGURE)
    return Decimal(f"{digits}.{decimals or 0}")


_NO_FIGURE = Words(
    "bukan angka; tulis angka saja, misalnya 1.250.000 atau 1,25 juta",
    "is no figure; write a figure only, for example 1250000 or 1.25 million",
)
_TWO_WAYS = Words(
    '"{text}" dapat dibaca dua cara; tulis tanpa tanda ribuan',
    '"{text}" can be read in two ways; write it without a thousands mark',
)
