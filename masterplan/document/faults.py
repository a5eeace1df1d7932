"""What is wrong with a document, told so that its author can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from masterplan.language import Words

MAX_FAULTS = 200
"""More than this many faults at once help nobody."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where (`innovations[IN-07].costs[0].capital`, empty for the whole), what, how to mend it."""

    path: str
    words: Words

    @property
    def message(self) -> str:
        """The sentence in Indonesian."""
        return self.words.id

    def say(self, lang: str = "id") -> str:
        return self.words.say(lang)

    def located(self, lang: str = "id") -> str:
        """The sentence with its place in front."""
        return f"{self.path}: {self.say(lang)}" if self.path else self.say(lang)

    def to_data(self, lang: str = "id") -> dict[str, str]:
        return {"path": self.path, "message": self.say(lang)}


class DocumentError(Exception):
    """A document (or a change set) that cannot be used as one; `faults` is never empty."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = list(faults)
        super().__init__(self.faults[0].located())

    def say(self, lang: str = "id") -> str:
        """The first fault in one sentence, and how many more there are."""
        more = len(self.faults) - 1
        first = self.faults[0].located(lang)
        if not more:
            return first
        return f"{first} ({more} more)" if lang == "en" else f"{first} (dan {more} kesalahan lain)"


def shorten(value: Any, limit: int = 40) -> str:
    """A value as it may be quoted in a sentence: on one line, never long, nested or half a character."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, int) and value.bit_length() > 200:
        return "…"
    text = str(value)[: limit + 1].encode("utf-8", "replace").decode()
    text = "".join(character if character.isprintable() else "·" for character in text)
    return text if len(text) <= limit else text[:limit] + "…"


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word somebody probably meant."""
    close = difflib.get_close_matches(word[:64].lower(), list(known), n=1, cutoff=cutoff)
    return close[0] if close else None
