"""Slips of typing and spelling that have one right form, and English words that have an Indonesian one."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from masterplan.lint.language.tokens import words

_TABLES = tomllib.loads((Path(__file__).parent / "spelling.toml").read_text("utf-8"))
_RIGHT: dict[str, str] = _TABLES["words"]
_INDONESIAN: dict[str, str] = _TABLES["english"]


def _any_of(words: dict[str, str]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)


_WRONG = _any_of(_RIGHT)
_ENGLISH = _any_of(_INDONESIAN)
_OPENS_WRONG = frozenset(word.split()[0] for word in _RIGHT if not word.startswith("di ")) | frozenset(
    word.split()[1] for word in _RIGHT if word.startswith("di ")
)
_OPENS_ENGLISH = frozenset(
    part for word in _INDONESIAN for part in (word, word.split()[0], word.split("-")[0])
)

_SPACING: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\S)[ \t]{2,}(?=\S)"), " "),
    (re.compile(r"(?<=\w) +(?=[,;!?](?:\s|$))"), ""),  # before a comma
    (re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])"), ", "),  # after a comma between words
    (re.compile(r"\bRp\.? (?=\d)"), "Rp"),
    (re.compile(r"\bRp\.(?=\d)"), "Rp"),
    (re.compile(r"^\s+|\s+$"), ""),
)


_HINTS = ("  ", "\t", " ,", " ;", " !", " ?", "Rp ", "Rp.")
_TIGHT = re.compile(r",[^\W\d_]")
_SLIPS = re.compile("|".join(pattern.pattern for pattern, _ in _SPACING))


@lru_cache(maxsize=8192)
def misspelled(text: str) -> str | None:
    """The first word with another right spelling; names in capitals are left alone."""
    if _OPENS_WRONG.isdisjoint(words(text)):
        return None
    return next((found.group() for found in _WRONG.finditer(text) if _is_word(text, found)), None)


@lru_cache(maxsize=8192)
def badly_spaced(text: str) -> str | None:
    """Where the spacing slips, with the words around it."""
    slips = text != text.strip() or any(hint in text for hint in _HINTS) or _TIGHT.search(text) is not None
    if slips and (found := _SLIPS.search(text)) is not None:
        return text[max(0, found.start() - 12) : found.end() + 12].strip("\n")
    return None


@lru_cache(maxsize=1024)
def mended(text: str) -> str:
    """The text with its slips of spacing and spelling put right, and nothing else changed."""
    for pattern, right in _SPACING:
        text = pattern.sub(right, text)
    return _WRONG.sub(lambda found: _like(found.group()) if _is_word(text, found) else found.group(), text)


def right(word: str) -> str:
    """How a misspelled word is spelled."""
    return _like(word)


@lru_cache(maxsize=8192)
def english(text: str) -> tuple[tuple[str, str], ...]:
    """English words in a text with the Indonesian for each."""
    if _OPENS_ENGLISH.isdisjoint(words(text)):
        return ()
    found = {one.group().lower(): one.group() for one in _ENGLISH.finditer(text) if _is_word(text, one)}
    return tuple((said, _INDONESIAN[low]) for low, said in found.items())


def _is_word(text: str, found: re.Match[str]) -> bool:
    """Not a name: written small, or with a capital because it begins a sentence."""
    said = found.group()
    if said[1:] != said[1:].lower():
        return False
    return said[0].islower() or re.search(r"(?:^|[.!?:\n]\s*)$", text[: found.start()]) is not None


def _like(word: str) -> str:
    correct = _RIGHT[word.lower()]
    return correct[0].upper() + correct[1:] if word[0].isupper() else correct
