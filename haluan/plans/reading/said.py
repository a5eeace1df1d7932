"""Figures as the pages say them: two or three significant digits, in the reader's language."""

from __future__ import annotations

import math

from django.utils.translation import gettext as _

from haluan.plans.words import lang
from masterplan.impact import Estimate
from masterplan.language import listing, number, percent, rounded, rupiah_short

MILLION, BILLION = 10**6, 10**9


def money(amount: float) -> str:
    """`Rp1,25 miliar`, `Rp26,7 miliar`, `Rp354 miliar`."""
    size = abs(amount)
    scale = 10 ** (3 * (int(math.log10(size)) // 3)) if size >= 1 else 1
    return rupiah_short(amount, lang(), max(0, 2 - int(math.log10(max(size / scale, 1)))))


def about(figure: float) -> str:
    """`326.000`"""
    return rounded(figure, lang())


def whole(figure: float) -> str:
    """`148.000`, as the document has it."""
    return number(figure, lang())


def share(part: float) -> str:
    """`35 %`, with one decimal below ten percent; what is there is never called nothing."""
    if 0 < part < 0.001:
        return _("kurang dari %(least)s") % {"least": percent(0.001, lang(), 1)}
    whole_percent = part >= 0.1 or abs(part * 100 - round(part * 100)) < 0.05
    return percent(part, lang(), 0 if whole_percent else 1)


def between(estimate: Estimate) -> str:
    """`antara 270.000 dan 380.000`; empty where the shares are given without a range."""
    low, high = about(estimate.low), about(estimate.high)
    return _("antara %(low)s dan %(high)s") % {"low": low, "high": high} if low != high else ""


def years(found: list[int]) -> str:
    return listing([str(year) for year in found], lang())


def unit_of(largest: float) -> tuple[str, int]:
    """The unit of a table of money, and its size."""
    if largest >= BILLION:
        return _("Rp miliar"), BILLION
    return (_("Rp juta"), MILLION) if largest >= MILLION else ("Rp", 1)


def in_unit(amount: float | None, size: int) -> str:
    """A cell of such a table; `–` where there is no amount."""
    return "–" if amount is None else number(amount / size, lang(), 1 if size > 1 else 0).replace("-", "−")


def coordinate(place: float) -> str:
    """A length in a drawing: short, and with a point in every language."""
    return f"{place:.2f}".rstrip("0").rstrip(".")
