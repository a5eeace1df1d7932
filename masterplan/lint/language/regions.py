"""Regions named in a text, and whether it speaks of them as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from masterplan.lint.language.lexicon import entries

_HEAD = (
    r"(?:Kota|Kabupaten|Kab\.|Pemkot|Pemkab|Pemerintah Kota|Pemerintah Kabupaten|Wali Kota|Walikota|Bupati)"
)
_NAME = r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3}"
_OWNED = re.compile(rf"\b(?:{_HEAD}|[Ww]arga|[Mm]asyarakat|[Pp]enduduk)\s({_NAME})")
_ELSEWHERE = re.compile(rf"\b(?:{'|'.join(sorted(entries('elsewhere')))})\b", re.IGNORECASE)
_COMMON = entries("common_names")
_HINTS = ("ota ", "abupaten ", "ab. ", "emkot ", "emkab ", "upati ", "arga ", "asyarakat ", "enduduk ")
_PEOPLE = ("warga", "masyarakat", "penduduk")


@cache
def _names() -> frozenset[str]:
    lines = (Path(__file__).parent / "regions.txt").read_text("utf-8").splitlines()
    return frozenset(bare(line) for line in lines if line and not line.startswith("#"))


def bare(name: str) -> str:
    """ "Kabupaten Latihan" → "latihan"."""
    return re.sub(r"^(?:kota|kabupaten|kab\.)\s+", "", name.strip().lower())


@lru_cache(maxsize=8192)
def claimed(text: str) -> tuple[str, ...]:
    """Regions that a text speaks of as if it were theirs: "warga Bontang", "Dinas Pendidikan Kota Bontang".

    A region that is in no list (a fictional one, a new one) counts where the text names it twice.
    """
    return tuple(_claimed(text)) if any(hint in text for hint in _HINTS) else ()


def _claimed(text: str) -> Iterator[str]:
    for found in _OWNED.finditer(text):
        if _ELSEWHERE.search(text[max(0, found.start() - 30) : found.start()]):
            continue
        words = found.group(1).lower().replace("’", "'").split()
        beginnings = (" ".join(words[:end]) for end in range(len(words), 0, -1))
        listed = next((name for name in beginnings if name in _names()), None)
        if listed is not None:
            yield listed
        elif (
            not found.group().lower().startswith(_PEOPLE)
            and words[0] not in _COMMON
            and text.count(found.group(1)) >= 2
        ):
            yield " ".join(words)
