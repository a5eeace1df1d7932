"""BHS106: a sentence too long to be read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language.tokens import sentences, words
from masterplan.lint.rule import Found, rule
from masterplan.lint.texts import texts


@rule(
    "BHS106",
    severity="info",
    title=Words("Kalimat terlalu panjang", "A sentence too long"),
    what=Words(
        "Kalimat lebih dari 45 kata.",
        "Sentences of more than 45 words.",
    ),
    why=Words(
        "Kalimat yang harus dibaca dua kali biasanya menyembunyikan dua janji, dan salah satunya hilang.",
        "A sentence that has to be read twice usually hides two promises, and one gets lost.",
    ),
    example=Words(
        "Dalam rangka mewujudkan … sehingga … dengan … serta … guna … (61 kata)",
        "In order to … so that … with … as well as … for … (61 words)",
    ),
    instead=Words(
        "Satu kalimat, satu hal: siapa, apa, kapan.",
        "One sentence, one thing: who, what, when.",
    ),
    source="UU 12/2011 Lampiran II: ragam bahasa peraturan hemat kata, lugas, pasti",
)
def long_sentence(context: Context) -> Iterator[Found]:
    for text in texts(context):
        if (length := _longest(text.said)) > MOST_WORDS:
            yield text.found(MESSAGE.with_(length=length))


@lru_cache(maxsize=8192)
def _longest(text: str) -> int:
    if text.count(" ") < MOST_WORDS:
        return 0
    return max(len(words(part)) for said in sentences(text) for part in said.split(";"))


MOST_WORDS = 45
MESSAGE = Words(
    "Satu kalimat di sini berisi {length} kata. Pecah menjadi dua atau tiga: siapa, mengalami apa, sejak kapan.",
    "One sentence here has {length} words. Break it into two or three: who, lives what, since when.",
)
