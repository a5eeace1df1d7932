"""Which word an Indonesian word is made from: me-, di-, ber-, ter-, per-, pe-, ke-an, -kan, -i, -nya and doubling.

A confix stripper in the manner of Nazief and Adriani (Adriani et al. 2007, "Stemming Indonesian: A Confix-Stripping
Approach"). There is no list of all roots: the free ones are licensed for non-commercial use only. The roots known are
the words of `words.toml`; what is not among them keeps its own form, which does no harm, since nobody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from masterplan.lint.language.lexicon import NO_VERBS, NOUNS, VERBS

Voice = Literal["active", "passive", "state", "middle", "noun", ""]
"""me- · di- · ter-, ke-an · ber- · pe-an, per-an, -an · none."""

_CLITICS = ("lah", "kah", "tah", "pun", "nya", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")

_PREFIXES: tuple[tuple[str, tuple[str, ...], Voice], ...] = (
    # prefix, what the root may have lost to it, what the word is then
    ("memper", ("",), "active"),
    ("diper", ("",), "passive"),
    ("teper", ("",), "state"),
    ("keter", ("",), "noun"),
    ("keber", ("",), "noun"),
    ("pember", ("",), "noun"),
    ("penge", ("",), "noun"),
    ("menge", ("",), "active"),
    ("meng", ("", "k"), "active"),
    ("meny", ("s",), "active"),
    ("mem", ("", "p"), "active"),
    ("men", ("", "t"), "active"),
    ("me", ("",), "active"),
    ("peng", ("", "k"), "noun"),
    ("peny", ("s",), "noun"),
    ("pem", ("", "p"), "noun"),
    ("pen", ("", "t"), "noun"),
    ("per", ("",), "noun"),
    ("pel", ("",), "noun"),
    ("pe", ("",), "noun"),
    ("ber", ("",), "middle"),
    ("bel", ("",), "middle"),
    ("be", ("",), "middle"),
    ("ter", ("",), "state"),
    ("te", ("",), "state"),
    ("di", ("",), "passive"),
    ("ke", ("",), "state"),
    ("se", ("",), ""),
    ("", ("",), ""),
)


@dataclass(frozen=True, slots=True)
class Form:
    """A word taken apart. `known`: its root is one of ours; otherwise `root` is the word without its clitic."""

    root: str
    voice: Voice
    known: bool
    suffix: str = ""
    clitic: str = ""

    @property
    def is_verb(self) -> bool:
        """Whether it says what somebody does or has done to him."""
        return self.voice in ("active", "passive", "middle", "state")


@lru_cache(maxsize=32_768)
def form(word: str) -> Form:
    """The form of one word in small letters."""
    word = _single(word)
    for whole, clitic in _without_clitic(word):
        if whole in NOUNS or whole in VERBS:
            return Form(whole, "", True, clitic=clitic)
        best = max(_made_from(whole, clitic), key=_trust, default=None)
        if best is not None:
            return best
    return _guessed(word)


def _made_from(word: str, clitic: str) -> Iterator[Form]:
    for root, voice, suffix in _taken_apart(word):
        if root in VERBS or root in NOUNS:
            yield Form(root, voice, True, suffix, clitic)


def _trust(form: Form) -> tuple[bool, int]:
    """Of several readings, one that comes from a verb, and then the one that strips least, is the likeliest."""
    return form.root in VERBS, len(form.root)


def stem(word: str) -> str:
    """The root of a word: "pelayanannya" → "layan". A word whose root is not known comes back without -nya."""
    return form(word.lower()).root


def _single(word: str) -> str:
    """ "anak-anak" → "anak", "mondar-mandir" as it is, "sendiri-sendiri" → "sendiri"."""
    left, dash, right = word.partition("-")
    if dash and left and right and (left == right or right.startswith(left) or left.endswith(right)):
        return right if right.startswith(left) else left
    return word


def _without_clitic(word: str) -> Iterator[tuple[str, str]]:
    yield word, ""
    if word.endswith(_CLITICS):
        for clitic in _CLITICS:
            if word.endswith(clitic) and len(word) - len(clitic) >= 3:
                yield word[: -len(clitic)], clitic


def _taken_apart(word: str) -> Iterator[tuple[str, Voice, str]]:
    for prefix, lost, voice in _BY_LETTER.get(word[0], _NO_PREFIX):
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        noun = prefix in _MAKES_NOUNS
        for body, suffix in ((rest, ""), *_without_suffix(rest)):
            if len(body) > 1:
                for letter in lost:
                    yield letter + body, "noun" if noun and suffix == "an" else voice, suffix


_MAKES_NOUNS = frozenset(("ke", "per", "pe", "peng", "pem", "pen", "peny", "pel", ""))
_NO_PREFIX = (_PREFIXES[-1],)
_BY_LETTER = {
    letter: tuple(one for one in _PREFIXES if one[0][:1] in (letter, ""))
    for letter in {one[0][:1] for one in _PREFIXES} - {""}
}


def _without_suffix(word: str) -> Iterator[tuple[str, str]]:
    if not word.endswith(_SUFFIXES):
        return
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            yield word[: -len(suffix)], suffix


_SHAPES: tuple[tuple[tuple[str, ...], Voice], ...] = (
    (("menge", "meng", "meny", "mem", "men", "mel", "mer", "mew", "mey", "ng", "ny"), "active"),
    (("di",), "passive"),
    (("ber",), "middle"),
    (("ter",), "state"),
)


def _guessed(word: str) -> Form:
    """A word whose root nobody listed: what it looks like, from its beginning."""
    bare, clitic = word, ""
    if word.endswith("nya") and len(word) > 6:
        bare, clitic = word[:-3], "nya"
    if len(bare) >= 6 and bare not in NO_VERBS:
        for starts, voice in _SHAPES:
            if bare.startswith(starts) and not (voice == "passive" and bare.endswith("si")):
                return Form(bare, voice, False, clitic=clitic)
    return Form(bare, "", False, clitic=clitic)
