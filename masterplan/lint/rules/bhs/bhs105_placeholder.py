"""BHS105: a placeholder left standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language.tokens import words
from masterplan.lint.rule import Found, rule
from masterplan.lint.texts import texts


@rule(
    "BHS105",
    severity="error",
    title=Words("Teks sementara masih tertinggal", "A placeholder left standing"),
    what=Words(
        "“Lorem ipsum”, “xxx”, “diisi kemudian”, “TBD”, “asdf”, dan isian lain yang bukan isi.",
        "“Lorem ipsum”, “xxx”, “to be filled in”, “TBD”, “asdf” and other stand-ins.",
    ),
    why=Words(
        "Isian sementara yang ikut dicetak lebih memalukan daripada isian yang kosong, dan pemeriksa lain mengira "
        "tempat itu sudah terisi.",
        "A stand-in that gets printed shames more than an empty field, and other checks take the place as filled.",
    ),
    example=Words(
        "Perubahan layanan: diisi kemudian",
        "Service change: to be filled in",
    ),
    instead=Words(
        "Kosongkan saja sampai diketahui; yang kosong akan ditanyakan pada waktunya.",
        "Leave it empty until known; what is empty is asked for in time.",
    ),
    source="Skema rencana: yang tidak ada berarti belum diketahui",
)
def placeholder(context: Context) -> Iterator[Found]:
    for text in texts(context):
        if (said := _placeholder(text.said)) is not None:
            yield text.found(MESSAGE.with_(said=said))


@lru_cache(maxsize=8192)
def _placeholder(text: str) -> str | None:
    if (
        len(text) > 16
        and _OPENINGS.isdisjoint(words(text))
        and not any(mark in text for mark in ("???", "[", "<"))
    ):
        return None
    found = _STANDS_IN.search(text) or (_NOTHING.fullmatch(text) if len(text) < 16 else None)
    return found.group().strip() if found else None


_OPENINGS = frozenset(
    (
        "lorem",
        "dolor",
        "xxx",
        "xxxx",
        "xxxxx",
        "diisi",
        "isi",
        "tulis",
        "tbd",
        "tba",
        "tbc",
        "to",
        "asdf",
        "asdfgh",
    )
)
_OPENINGS |= {"qwerty", "belum", "copy"}
_STANDS_IN = re.compile(
    r"lorem ipsum|dolor sit amet|\b[xX]{3,}\b|\b(?:akan )?diisi (?:kemudian|nanti|menyusul|oleh)\b|\bbelum diisi\b"
    r"|\b(?:isi|tulis) di sini\b|\bTB[DAC]\b|\bto be (?:determined|confirmed|filled)\b|\basdf\w*|\bqwerty\w*|\?{3,}"
    r"|\[(?:nama|isi|jumlah|tanggal|\.{2,})[^\]]{0,60}\]|\bcopy paste\b|<(?:nama|isi|jumlah)[^>]{0,60}>",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\s*(?:-+|\.+|…|n/?a|nihil|idem|sda|menyusul|tes|test|coba|contoh|dst\.?|draf|draft|judul|kosong)\s*\.?",
    re.IGNORECASE,
)
MESSAGE = Words(
    "“{said}” masih teks sementara. Isi, atau kosongkan sampai diketahui.",
    "“{said}” is still a placeholder. Fill it in, or leave it empty until known.",
)
