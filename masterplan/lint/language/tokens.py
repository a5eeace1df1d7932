"""Indonesian text taken apart into words, figures and sentences, each with its place in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from masterplan.lint.language.lexicon import entries

Kind = Literal["word", "number", "mark"]

_TOKEN = re.compile(
    r"""
    (?P<number>(?:[Rr]p\.?\s?)?\d+(?:[.,:/]\d+)*(?:\s?%)?)
    | (?P<word>[^\W\d_]+(?:['’/-][^\W\d_]+|\d+|-\d+)*)
    | (?P<mark>→|⇒|->|=>|[.!?]+|[^\s\w])
    """,
    re.VERBOSE,
)

_MORE = re.compile(r"\S")
_SHORTENED = entries("shortened")
"""What may stand before a full stop that ends no sentence."""


class Token(NamedTuple):
    """One word, figure or mark; `low` is how it is looked up; text[start:end] is how it was written."""

    low: str
    kind: Kind
    start: int
    end: int
    text: str


def tokens(text: str) -> list[Token]:
    """Everything but the spaces. "Rp1.000", "21.00", "61 %" and "e-KTP" are one token each."""
    found = []
    for match in _TOKEN.finditer(text):
        said = match.group()
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        found.append(Token(said.lower().replace("’", "'"), kind, match.start(), match.end(), said))
    return found


def sentences(text: str) -> list[str]:
    """The sentences of a text, as written. Abbreviations, initials, figures and list numbers end none."""
    return [text[first.start : last.end] for first, last in _spans(text)]


def _spans(text: str) -> list[tuple[Token, Token]]:
    spans: list[tuple[Token, Token]] = []
    first: Token | None = None
    last: Token | None = None
    for token in tokens(text):
        if last is not None and "\n" in text[last.end : token.start] and first is not None:
            spans.append((first, last))
            first = None
        first = first or token
        if ends_sentence(text, token, last):
            spans.append((first, token))
            first = None
        last = token
    if first is not None and last is not None:
        spans.append((first, last))
    return spans


def ends_sentence(text: str, token: Token, before: Token | None) -> bool:
    """Whether this mark ends a sentence: a stop that is followed by a space and closes no abbreviation."""
    if token.kind != "mark" or token.low[0] not in ".!?":
        return False
    following = text[token.end : token.end + 1]
    if following and not following.isspace():
        return False
    if token.low != "." or before is None or before.end != token.start:
        return True
    if _MORE.search(text, token.end) is None:
        return True
    return not (before.low in _SHORTENED or (before.kind == "word" and len(before.low) == 1))


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[str, ...]:
    """The words alone, in small letters."""
    return tuple(word.replace("’", "'") for word in _WORD.findall(text.lower()))


_WORD = re.compile(r"[^\W\d_]+(?:['’/-][^\W\d_]+|\d+|-\d+)*")
