"""The change of a service, one text of an innovation, taken apart into before and after without losing a letter.

People write it in many ways: "Sebelumnya: … Sesudahnya: …", "Dulu …, kini …", "… → …", "…; sebelumnya …". Where the
text does not tell two halves for sure it stays in one piece: showing it whole does no harm, showing a promise where
none was made does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_OPENING = re.compile(
    r"\s*(?:(?:sebelumnya|sebelum\s+ini|selama\s+ini|semula|mulanya|dulunya|dulu|dahulu)\b\s*[:,]?|sebelum\s*:)\s*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:(?:sesudah|setelah)(?:nya|\s+ini)?|sekarang|kini|nanti(?:nya)?|menjadi)\s*:\s*", re.IGNORECASE
)
_AFTER = re.compile(r"\b(?:(?:sesudah|setelah)(?:nya|\s+ini)|sekarang|kini|menjadi)\b\s*,?\s*", re.IGNORECASE)
_BECOMES = re.compile(r"\bmenjadi\b\s*", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:sebelumnya|sebelum\s+ini|selama\s+ini|semula|mulanya|dulunya|dulu|dahulu)\b\s*[:,]?\s*",
    re.IGNORECASE,
)
_ARROW = re.compile(r"(?:→|⇒|->|=>)\s*")
_JOINTS = frozenset(";,→⇒–—-=>")  # what joins two halves and belongs to neither
_STOPS = frozenset(".!?")  # what ends a half and belongs to it

_Span = tuple[int, int]


@dataclass(frozen=True)
class ServiceChange:
    """`before` and `after` as their author wrote them, both `None` where the text is in one piece; `said`: all of it."""

    before: str | None
    after: str | None
    said: str

    @property
    def halves(self) -> tuple[str, str] | None:
        return None if self.before is None or self.after is None else (self.before, self.after)


@lru_cache(maxsize=1024)
def split(text: str) -> ServiceChange:
    """A service change in its two halves; a half that was left open is empty, and so are both of an empty text."""
    if not text.strip():
        return ServiceChange("", "", text)
    halves = _halves(text)
    if halves is None:
        return ServiceChange(None, None, text)
    before, after = halves
    return ServiceChange(text[slice(*before)], text[slice(*after)], text)


def joined(before: str, after: str) -> str:
    """One text from two halves, in the form that `split` always takes apart again; empty where both are."""
    before, after = before.strip(), after.strip()
    return f"Sebelumnya: {before} Sesudahnya: {after}".strip() if before or after else ""


def rewritten(text: str, before: str, after: str) -> str:
    """The text with these halves in its author's own form; in the form of `joined` where that cannot hold them.

    `rewritten(text, *split(text).halves) == text` for every text that has halves.
    """
    halves = _halves(text)
    if halves is None or not (before.strip() or after.strip()):
        return text if (before, after) == ("", "") and not text.strip() else joined(before, after)
    (first, first_said), (second, second_said) = sorted(zip(halves, (before, after), strict=True))
    kept = text[: first[0]] + first_said + text[first[1] : second[0]] + second_said + text[second[1] :]
    again = split(kept)
    return kept if (again.before, again.after) == (before, after) else joined(before, after)


def _halves(text: str) -> tuple[_Span, _Span] | None:
    """Where the halves stand, before and after, whichever comes first."""
    opening = _OPENING.match(text)
    if opening is None:
        return _about(text, 0, _only(_ARROW, text, 0)) or _turned(text)
    start = opening.end()
    if label := _LABEL.search(text, start):
        return _trimmed(text, start, label.start()), _trimmed(text, label.end(), len(text))
    told = next((mark for mark in _AFTER.finditer(text, start) if _at_joint(text, mark.start())), None)
    return (
        _about(text, start, told)
        or _about(text, start, _only(_ARROW, text, start))
        or _with_figures(text, _about(text, start, _only(_BECOMES, text, start)))
    )


def _turned(text: str) -> tuple[_Span, _Span] | None:
    """The halves of "what is new; sebelumnya what was"."""
    marks = [mark for mark in _BEFORE.finditer(text) if _at_joint(text, mark.start(), but=",")]
    halves = _about(text, 0, marks[0] if len(marks) == 1 else None)
    return (halves[1], halves[0]) if halves else None


def _only(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The one place where it stands; `None` where it stands nowhere or twice: then nobody knows which is meant."""
    found = pattern.finditer(text, start)
    first = next(found, None)
    return first if next(found, None) is None else None


def _about(text: str, start: int, mark: re.Match[str] | None) -> tuple[_Span, _Span] | None:
    """What stands on both sides of a mark, where something does."""
    if mark is None:
        return None
    left, right = _trimmed(text, start, mark.start()), _trimmed(text, mark.end(), len(text))
    return (left, right) if left[0] < left[1] and right[0] < right[1] else None


def _with_figures(text: str, halves: tuple[_Span, _Span] | None) -> tuple[_Span, _Span] | None:
    """ "Semula 2 jam menjadi 15 menit" has a figure on both sides; "semula ia menjadi korban" tells no after."""
    told = halves and all(re.search(r"\d", text[slice(*half)]) for half in halves)
    return halves if told else None


def _trimmed(text: str, start: int, end: int) -> _Span:
    last = end == len(text)
    while end > start and (text[end - 1].isspace() or (not last and text[end - 1] in _JOINTS)):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _at_joint(text: str, at: int, but: str = "") -> bool:
    """Whether a half has ended before this place: a stop, a semicolon, a dash, an arrow or the end of a line."""
    end = at
    while end > 0 and text[end - 1].isspace():
        end -= 1
    if "\n" in text[end:at]:
        return True
    before = text[end - 1 : end]
    return before in (_JOINTS | _STOPS) - {but} and not (before == "-" and end == at)
