"""Which word an Indonesian word is made from: me-, di-, ber-, ter-, per-, pe-, ke-an, -kan, -i, -nya and doubling.

A confix stripper in the manner of Nazief and Adriani (Adriani et al. 2007, "Stemming Indonesian: A Confix-Stripping
Approach"). There is no list of all roots: the free ones are licensed for non-commercial use only. The roots known are
the words of `words.toml`; what is not among them keeps its own form, which does no harm, since nobody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from masterplan.lint.language.lexicon import NO_VERBS, NOUNS, VERBS

Voice = Literal["active", "passive", "state", "middle", "noun", ""]
"""me- · di- · ter-, ke-an · ber- · pe-an, per-an, -an · none."""

_CLITICS = ("lah", "kah", "tah", "pun", "nya", "ku", "mu")
_SUFFIXES_OR_NONE = ("", "kan", "an", "i")

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
    ("nge", ("",), "active"),  # everyday speech: "ngecek", "ngurus", "nyari", "nunggu", "mesan"
    ("ng", ("", "k"), "active"),
    ("ny", ("s",), "active"),
    ("n", ("t",), "active"),
    ("m", ("p",), "active"),
    ("", ("",), ""),
)


class Form(NamedTuple):
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


_IS_VERB = dict.fromkeys(NOUNS, False) | dict.fromkeys(VERBS, True)
"""Every root we know, and whether it is a verb's."""


@lru_cache(maxsize=32_768)
def form(word: str) -> Form:
    """The form of one word in small letters."""
    word = _single(word)
    for whole, clitic in _without_clitic(word):
        if whole in _IS_VERB:
            return Form(whole, "", True, clitic=clitic)
        if (best := _made_from(whole, clitic)) is not None:
            return best
    return _guessed(word)


def _made_from(word: str, clitic: str) -> Form | None:
    """The likeliest reading: one that comes from a verb, and then the one that strips least."""
    best: Form | None = None
    trust = (False, 0)
    suffixes = [suffix for suffix in _SUFFIXES_OR_NONE if word.endswith(suffix)]
    for prefix, lost, voice in _BY_START.get(word[:2]) or _BY_START.get(word[0], _NO_PREFIX):
        if not word.startswith(prefix):
            continue
        for suffix in suffixes:
            body = word[len(prefix) : len(word) - len(suffix)]
            if len(body) < (3 if suffix else 2):
                continue
            for letter in lost:
                root = letter + body
                verb = _IS_VERB.get(root)
                if verb is not None and (verb, len(root)) > trust:
                    noun = suffix == "an" and prefix in _MAKES_NOUNS
                    best = Form(root, "noun" if noun else voice, True, suffix, clitic)
                    trust = (verb, len(root))
    return best


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


_MAKES_NOUNS = frozenset(("ke", "per", "pe", "peng", "pem", "pen", "peny", "pel", ""))
_NO_PREFIX = (_PREFIXES[-1],)
_BY_START = {
    start: tuple(
        one for one in _PREFIXES if start.startswith(one[0]) or (start[1:] and one[0].startswith(start))
    )
    for start in {one[0][:2] for one in _PREFIXES} - {""}
}
"""The first two letters of a word, or the first alone → the prefixes it can have."""


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
