"""Sentences and figures for people, in Indonesian and English, without any framework.

Indonesian writes 1.250,5 and Rp1,25 miliar; English writes 1,250.5 and Rp1.25 billion.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Lang = Literal["id", "en"]

_SCALES: tuple[tuple[int, str, str], ...] = (
    (1_000_000_000_000, "triliun", "trillion"),
    (1_000_000_000, "miliar", "billion"),
    (1_000_000, "juta", "million"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in both languages; keyword values are filled in by `with_`."""

    id: str
    en: str

    def say(self, lang: str = "id") -> str:
        return self.en if lang == "en" else self.id

    def with_(self, **values: object) -> Words:
        """The same sentence with its `{placeholders}` filled in both languages.

        Values are never read as templates; one that is itself `Words` is said in the sentence's language.
        """
        return Words(self.id.format_map(_spoken(values, "id")), self.en.format_map(_spoken(values, "en")))

    def __str__(self) -> str:
        return self.id


def in_both(say: Callable[..., str]) -> Words:
    """What a function of the language says, in each."""
    return Words(say("id"), say("en"))


def _spoken(values: dict[str, object], lang: Lang) -> dict[str, object]:
    return {name: value.say(lang) if isinstance(value, Words) else value for name, value in values.items()}


def number(value: float, lang: str = "id", digits: int | None = None) -> str:
    """A figure with grouped thousands: 1250.5 → `1.250,5` (id), `1,250.5` (en).

    `digits` fixes the number of decimals (half is rounded up, as on a pocket calculator); without it
    a figure keeps the decimals it has.
    """
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    exact = Decimal(value) if isinstance(value, int) else Decimal(repr(value))
    if digits is not None:
        # The default context would refuse more than 28 significant digits.
        exact = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) if abs(exact) < 10**20 else exact
    elif exact == exact.to_integral_value():
        exact = Decimal(int(exact))
    text = f"{exact:,f}"
    return text if lang == "en" else text.translate(str.maketrans(",.", ".,"))


def rounded(value: float, lang: str = "id", significant: int = 3) -> str:
    """A figure without false precision: 123456 → `123.000`, 0.03456 → `0,0346`."""
    if not value or not math.isfinite(value):
        return number(value, lang)
    decimals = significant - 1 - math.floor(math.log10(abs(value)))
    if decimals > 0:
        return number(float(f"{value:.{significant}g}"), lang)
    return number(round(round(value), decimals), lang)


def percent(share: float, lang: str = "id", digits: int = 0) -> str:
    """A share between 0 and 1 as a percentage: 0.35 → `35 %` (id), `35%` (en)."""
    return number(share * 100, lang, digits) + ("%" if lang == "en" else " %")


def rupiah(amount: float, lang: str = "id") -> str:
    """An amount in full: 1250000 → `Rp1.250.000`."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{number(abs(amount), lang)}"


def rupiah_short(amount: float, lang: str = "id", digits: int = 2) -> str:
    """An amount as people say it: 1250000000 → `Rp1,25 miliar` (id), `Rp1.25 billion` (en)."""
    size = abs(amount)
    for unit, indonesian, english in _SCALES:
        if size >= unit:
            figure = number(round(size / unit, digits), lang)
            sign = "-" if amount < 0 else ""
            return f"{sign}Rp{figure} {english if lang == 'en' else indonesian}"
    return rupiah(round(amount) if isinstance(amount, float) and math.isfinite(amount) else amount, lang)


def listing(items: list[str], lang: str = "id") -> str:
    """`a`, `a dan b`, `a, b, dan c` — or with *and*."""
    if len(items) < 2:
        return "".join(items)
    word = "and" if lang == "en" else "dan"
    comma = "," if len(items) > 2 else ""
    return f"{', '.join(items[:-1])}{comma} {word} {items[-1]}"
