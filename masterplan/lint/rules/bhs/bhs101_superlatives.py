"""BHS101: empty superlatives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language.lexicon import entries
from masterplan.lint.language.reading import read
from masterplan.lint.language.tokens import words
from masterplan.lint.rule import Found, rule
from masterplan.lint.texts import texts


@rule(
    "BHS101",
    severity="warning",
    title=Words("Pujian yang kosong", "Empty superlatives"),
    what=Words(
        "Kata seperti terbaik, terdepan, kelas dunia, atau paripurna di inovasi, pemungkin, atau visi.",
        "Words such as best, leading, world class or all-round in innovations, enablers or the vision.",
    ),
    why=Words(
        "Pujian tidak dapat diperiksa, dan pembaca menjadi curiga kepada angka di sebelahnya.",
        "Praise cannot be checked, and makes readers doubt the figures beside it.",
    ),
    example=Words(
        "Satu kartu multifungsi kelas dunia, terdepan dan terbaik di Indonesia",
        "One world-class card, leading and best in the country",
    ),
    instead=Words(
        "Satu kartu untuk bus, pustaka, dan berobat; tidak perlu lagi membawa tiga.",
        "One card for bus, library and clinic; no more carrying three.",
    ),
    source="UU 12/2011 Lampiran II: ragam bahasa peraturan lugas, objektif, tanpa ungkapan perasaan",
)
def superlatives(context: Context) -> Iterator[Found]:
    for text in texts(context, "innovations", "enablers"):
        if said := _superlatives(text.said):
            yield text.found(MESSAGE.with_(said="”, “".join(said[:3])))


@lru_cache(maxsize=8192)
def _superlatives(text: str) -> list[str]:
    if OPENINGS.isdisjoint(words(text)):
        return []
    reading = read(text)
    return [
        reading.said(unit)
        for at, unit in enumerate(reading.units)
        if unit.is_("superlatives") and not (at and reading.units[at - 1].low in EARNED)
    ]


EARNED = entries("earned")
OPENINGS = frozenset(said.split()[0] for said in entries("superlatives"))
MESSAGE = Words(
    "“{said}” hanya pujian. Hapus, atau ganti dengan yang dapat dibuktikan: berapa lama, berapa orang, dibanding apa.",
    "“{said}” is praise only. Drop it, or say what can be shown: how long, how many people, compared with what.",
)
