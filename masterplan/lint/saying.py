"""Small pieces of the linter's sentences, and the plain look at words that structure rules need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from masterplan.language import Words, number, percent, rupiah_short

_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset(
    [
        "yang",
        "di",
        "ke",
        "dari",
        "dan",
        "atau",
        "untuk",
        "dengan",
        "pada",
        "dalam",
        "bagi",
        "oleh",
        "para",
        "suatu",
        "sebuah",
        "ini",
        "itu",
        "nya",
        "masih",
        "belum",
        "tidak",
        "adalah",
        "karena",
        "serta",
        "juga",
        "lebih",
        "sangat",
    ]
)


def count(figure: float) -> Words:
    """A whole or decimal figure, grouped."""
    return Words(number(figure, "id"), number(figure, "en"))


def share(part: float) -> Words:
    """A share between 0 and 1 as a percentage."""
    return Words(percent(part, "id"), percent(part, "en"))


def money(amount: float) -> Words:
    """An amount as people say it: Rp1,25 miliar."""
    return Words(rupiah_short(amount, "id"), rupiah_short(amount, "en"))


def words(text: str) -> list[str]:
    """The words of a text in lower case, without figures."""
    return _WORD.findall(text.lower())


def content_words(text: str) -> list[str]:
    """The words that carry meaning: without particles, and without a final -nya."""
    return [word.removesuffix("nya") for word in words(text) if word not in _EMPTY]


class Titled(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...


def said_before(elements: Iterable[Titled]) -> Iterator[tuple[str, str]]:
    """The id of each element whose title uses the words of an earlier one, and the id of that one."""
    seen: dict[frozenset[str], str] = {}
    for element in elements:
        said = frozenset(content_words(element.title))
        other = seen.setdefault(said, element.id) if len(said) > 1 else element.id
        if other != element.id:
            yield element.id, other
