"""Years as regions write them: `2025-2027`, `2025 s.d. 2027`, `TA 2026`, `Tahun ke-1`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from masterplan.importing.tables import Cell

_YEAR = r"20[1-5]\d"
_TO = r"(?:-|–|—|s\.?\s?/?\s?d\.?|sd|sampai(?: dengan)?|hingga|ke|/)"
_SPAN = re.compile(rf"({_YEAR})\s*{_TO}\s*(?:tahun\s+|th\.?\s+)?({_YEAR}|\d\d(?!\d))", re.IGNORECASE)
_ONE = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
_SHORT = re.compile(r"(?<!\w)['’‘`´]([1-5]\d)(?!\d)")
"""`'27` at the head of a narrow column."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NTH = re.compile(r"(?:tahun|thn|th|year|y)[\s.]*(?:ke)?[\s.-]*(\d{1,2}|[ivx]{1,4})(?!\d|\w)", re.IGNORECASE)
_NTH_SPAN = re.compile(
    rf"(?:tahun|thn|th)[\s.]*(?:ke)?[\s.-]*(\d{{1,2}}|[ivx]{{1,4}})\s*{_TO}\s*(?:ke[\s-]*)?(\d{{1,2}}|[ivx]{{1,4}})(?!\d|\w)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(mulai|dimulai|sejak|dst|seterusnya|berkelanjutan|setiap tahun|tiap tahun)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last year, both included; `last` is None where the text leaves it open."""

    first: int
    last: int | None

    @property
    def length(self) -> int | None:
        return None if self.last is None else self.last - self.first + 1


def span_of(cell: Cell, first_year: int | None = None) -> Span | None:
    """The years of one cell; None where there are none, or several that are no span.

    `first_year` is what `Tahun ke-1` means.
    """
    if cell.number is not None:
        whole = cell.number == int(cell.number) and 2010 <= cell.number <= 2059
        return Span(int(cell.number), int(cell.number)) if whole else None
    return span_in(cell.text, first_year)


def span_in(text: str, first_year: int | None = None) -> Span | None:
    """The one span of years a text names."""
    text = _SHORT.sub(r"20\1", text)
    spans = {_closed(match[1], match[2]) for match in _SPAN.finditer(text)}
    rest = _SPAN.sub(" ", text)
    years = sorted({int(year) for year in _ONE.findall(rest)})
    if spans:
        return spans.pop() if len(spans) == 1 and not years else None
    if years:
        if years[-1] - years[0] != len(years) - 1:
            return None
        return Span(years[0], None if _OPEN.search(text) else years[-1])
    return _numbered(text, first_year)


def years_in(text: str) -> list[int]:
    """Every year a text names, spans by their ends."""
    return [int(year) for year in _ONE.findall(_SHORT.sub(r"20\1", text))]


def year_of_head(text: str, first_year: int | None = None) -> int | None:
    """The one year a column is for: `Anggaran 2025`, `Tahun ke-2`."""
    years = set(years_in(text))
    if len(years) == 1:
        return years.pop()
    match = None if years or _NTH_SPAN.search(text) else _NTH.search(text)
    if match and first_year and (nth := _nth(match[1])):
        return first_year + nth - 1
    return None


def nth_in(text: str) -> bool:
    """Whether a text counts years from the first (`Tahun ke-1`) instead of naming them."""
    return not years_in(text) and bool(_NTH.search(text))


def _closed(first: str, last: str) -> Span | None:
    start = int(first)
    end = int(last) if len(last) == 4 else start // 100 * 100 + int(last)
    return Span(start, end) if start <= end <= start + 30 else None


def _numbered(text: str, first_year: int | None) -> Span | None:
    if first_year is None:
        return None
    if match := _NTH_SPAN.search(text):
        first, last = _nth(match[1]), _nth(match[2])
        if first and last and first <= last:
            return Span(first_year + first - 1, first_year + last - 1)
        return None
    numbers = {_nth(match[1]) for match in _NTH.finditer(text)}
    number = numbers.pop() if len(numbers) == 1 else None
    return Span(first_year + number - 1, first_year + number - 1) if number else None


def _nth(text: str) -> int | None:
    number = int(text) if text.isdigit() else _ROMAN.get(text.lower(), 0)
    return number if 1 <= number <= 20 else None
