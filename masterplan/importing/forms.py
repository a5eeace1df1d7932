"""A form of one programme that closes with its years side by side, and what each of them costs below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from masterplan.importing.names import plain
from masterplan.importing.tables import Row
from masterplan.importing.years import span_of

_LABEL = re.compile(r"(tahun|thn|th|ta)( (ke|anggaran|pelaksanaan))?")
YearRow = dict[int, int]
"""Column → year."""


def years_across(row: Row) -> YearRow:
    """The years of a row `Tahun | 2027 | 2028 | …`; empty where it is another row."""
    texts = row.own()
    if len(texts) < 3 or not _LABEL.fullmatch(plain(texts[0][1].text)):
        return {}
    rest = texts[1:]
    spans = [(x, span_of(cell)) for x, cell in rest]
    years = {x: span.first for x, span in spans if span and span.length == 1}
    return years if len(set(years.values())) == len(rest) else {}


def form_width(rows: Sequence[Row]) -> int:
    """How many cells of its own a row has at the most, beside years and what stands below them."""
    width, years = 0, False
    for row in rows:
        own = len(row.own())
        years = bool(years_across(row)) or (years and own > 2)
        width = max(width, 0 if years else own)
    return width
