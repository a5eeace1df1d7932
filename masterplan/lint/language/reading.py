"""A text read: its words and set phrases in order, what each may be, and where clauses and sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from masterplan.lint.language.lexicon import (
    ALONE,
    BARE,
    BOUGHT,
    EASE,
    LIVED,
    LONGER,
    PHRASES,
    VAGUE,
    WATCHING,
    Phrase,
)
from masterplan.lint.language.morphology import Form, form
from masterplan.lint.language.tokens import Token, ends_sentence, tokens

_NONE: frozenset[str] = frozenset()
_ELECTRONIC = re.compile(r"(?:e|i)-(?!ktp|book|el\b|mail)[a-z]{2,}")
_NO_VERBS = frozenset(
    [
        "technology",
        "light_technology",
        "means",
        "clauses",
        "negations",
        "people",
        "staff",
        "owners",
        "objects",
        "generic",
    ]
) | {"numbers", "units"}
_UNKNOWN = frozenset(("verb", "unknown"))
_VERB_LISTS = {"lived": LIVED, "vague": VAGUE, "bought": BOUGHT, "ease": EASE, "watching": WATCHING}
_CLASSES = {
    root: frozenset(name for name, roots in _VERB_LISTS.items() if root in roots)
    for root in frozenset().union(*_VERB_LISTS.values())
}
"""Root of a verb → the lists it stands in."""
_BREAKS = frozenset(",;:()→⇒–—…") | {"->", "=>"}


class Unit(NamedTuple):
    """One word or set phrase. `tags`: the lists it stands in, and for verbs the classes of their roots."""

    low: str
    start: int
    end: int
    tags: frozenset[str]
    form: Form
    kind: str
    clause: int
    sentence: int

    def is_(self, *names: str) -> bool:
        """Whether it stands in one of these lists."""
        return not self.tags.isdisjoint(names)


@dataclass(frozen=True)
class Reading:
    """A text and its units."""

    text: str
    units: tuple[Unit, ...]

    def said(self, first: Unit, last: Unit | None = None) -> str:
        """The words from one unit to another, as they were written."""
        return self.text[first.start : (last or first).end]

    @cached_property
    def tags(self) -> frozenset[str]:
        """Everything that some unit is."""
        return frozenset().union(*{unit.tags for unit in self.units})

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word and set phrase, for a quick look before a slow one."""
        return frozenset(unit.low for unit in self.units)

    def first(self, *names: str) -> Unit | None:
        """The first unit that stands in one of these lists."""
        if self.tags.isdisjoint(names):
            return None
        return next((unit for unit in self.units if unit.is_(*names)), None)

    def clauses(self) -> Iterator[tuple[Unit, ...]]:
        """The units clause by clause, without marks."""
        start = 0
        for at in range(1, len(self.units) + 1):
            if at == len(self.units) or self.units[at].clause != self.units[start].clause:
                yield self.units[start:at]
                start = at


@lru_cache(maxsize=1024)
def read(text: str) -> Reading:
    """The reading of a text; remembered, since many rules look at the same one."""
    found = tokens(text)
    units: list[Unit] = []
    clause = sentence = at = 0
    before: Token | None = None
    lines = "\n" in text
    while at < len(found):
        token = found[at]
        if token.kind == "mark":
            if token.low in _BREAKS:
                clause += 1
            elif ends_sentence(text, token, before):
                clause += 1
                sentence += 1
            before, at = token, at + 1
            continue
        if lines and before is not None and "\n" in text[before.end : token.start]:
            clause, sentence = clause + 1, sentence + 1
        word = _word(token.low)
        low, length, tags, shape, last = token.low, 1, word.tags, word.form, token
        if word.phrases and (phrase := _phrase(word, found, at)) is not None:
            (names, tags), length = phrase, len(phrase[0])
            last = found[at + length - 1]
            low, shape = " ".join(names), _word(last.low).form
        if "clauses" in tags and units and units[-1].clause == clause:
            clause += 1
        units.append(Unit(low, token.start, last.end, tags, shape, token.kind, clause, sentence))
        before, at = last, at + length
    return Reading(text, tuple(units))


class _Word(NamedTuple):
    """What is known of a word wherever it stands; `phrases`: second word → the longer entries that begin with both."""

    bare: str
    tags: frozenset[str]
    form: Form
    phrases: dict[str, list[Phrase]]


@lru_cache(maxsize=32_768)
def _word(low: str) -> _Word:
    bare = _bare(low)
    tags, shape = ALONE.get(bare, _NONE), form(low)
    if tags.isdisjoint(_NO_VERBS):
        tags = tags | _verb_tags(low, shape)
    return _Word(bare, tags, shape, LONGER.get(bare, {}))


def _phrase(word: _Word, found: list[Token], at: int) -> Phrase | None:
    """The longest listed phrase that stands here."""
    if at + 1 == len(found):
        return None
    for phrase, names in word.phrases.get(_word(found[at + 1].low).bare, ()):
        end = at + len(phrase)
        if end <= len(found) and all(
            _word(token.low).bare == one for token, one in zip(found[at + 2 : end], phrase[2:], strict=True)
        ):
            return phrase, names
    return None


def _bare(word: str) -> str:
    """A word without -nya and the like where only then it is a listed one."""
    if word in PHRASES:
        return word
    half, _, other = word.partition("-")
    if other in PHRASES and half in (other, "ber", "di", "ter"):
        return other  # "anak-anak", "ber-GPS"
    for clitic in ("nya", "lah", "pun", "ku", "mu"):
        if word.endswith(clitic) and word[: -len(clitic)] in PHRASES:
            return word[: -len(clitic)]
    return word


def _verb_tags(word: str, shape: Form) -> frozenset[str]:
    """ "verb" for what is done or happens, "deed" for its noun; and the classes of its root."""
    if not shape.known:
        tags = _UNKNOWN if shape.is_verb else _NONE
        return tags | {"technology"} if _ELECTRONIC.fullmatch(word) else tags
    tags = _CLASSES.get(shape.root, _NONE)
    if shape.voice == "noun" and not shape.suffix and shape.root in LIVED and word.startswith("pe"):
        return frozenset({"people"})  # "pengusul", "pelapor": who does it
    if tags:
        bare = shape.voice == "" and not shape.suffix and shape.root in LIVED and shape.root not in BARE
        return tags | {"deed" if bare or shape.voice == "noun" else "verb"}
    return tags
