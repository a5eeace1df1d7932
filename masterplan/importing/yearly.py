"""An amount for every year: `Rp640 juta per tahun selama 4 (empat) tahun`, `setiap tahun s.d. 2031`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from masterplan.importing.amounts import located_amounts
from masterplan.importing.years import Span

_PER = re.compile(
    r"(?:\bper|\bsetiap|\btiap|/)\s*(?:tahun|thn|th)(?:nya)?\b|\bpertahun\b|[x×]\s*\d{1,2}\s*(?:tahun|thn|th)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:total|jumlah|seluruhnya|keseluruhan)(?:nya)?[\s:=]*(?:sebesar\s*)?$", re.IGNORECASE
)
_WORDS = {
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
}
_COUNT = re.compile(
    rf"(?:\bselama\s+|[x×]\s*|^\s*)(\d{{1,2}}|{'|'.join(_WORDS)})\s*(?:\([^()]*\)\s*)?(?:tahun|thn|th)\b",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?:\bs\.?\s?/?\s?d\.?|\bsampai(?:\s+dengan)?|\bhingga)\s*(?:akhir\s+)?(?:(?:tahun|thn|th|ta)\.?\s*)?(20[1-5]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Yearly:
    """How long an amount comes back every year, as far as it is told."""

    count: int | None = None
    last: int | None = None

    def years(self, span: Span | None) -> range | None:
        """The years it is for; None where no end, or two different ends, are told."""
        if span is None:
            return None
        told = {self.last, span.last, span.first + self.count - 1 if self.count else None} - {None}
        last = told.pop() if len(told) == 1 else None
        return range(span.first, last + 1) if last and span.first <= last <= span.first + 20 else None


def yearly_in(text: str) -> Yearly | None:
    """Whether a text says that its amount is for every year."""
    if not _PER.search(text):
        return None
    last = {int(year) for year in _LAST.findall(text)}
    return Yearly(years_long(text), last.pop() if len(last) == 1 else None)


def yearly_with_total(text: str) -> tuple[int, Yearly] | None:
    """`Rp40 juta per tahun (total Rp120 juta)`: the amount of a year, and in how many years it makes up the whole."""
    named = located_amounts(text)
    if len(named) != 2:
        return None
    for (amount, _, end), (whole, begin, _) in (named, named[::-1]):
        each, total = _PER.match(text[end:].lstrip(" ,.-–")), _WHOLE.search(text[:begin])
        if each and total and whole > amount and whole % amount == 0:
            return amount, Yearly(whole // amount)
    return None


def years_long(text: str) -> int | None:
    """How many years a text says something takes: `selama 4 (empat) tahun`, `5 tahun`."""
    counts = {_WORDS.get(count.lower()) or int(count) for count in _COUNT.findall(text)}
    return counts.pop() if len(counts) == 1 else None
