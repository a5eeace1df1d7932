"""What the rules ENB1xx share: one judgement of an innovation's words, and one voice to say it."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.language import Kind, Signal, signal
from masterplan.lint.rule import Found


def heard(innovation: Innovation) -> Signal | None:
    """What in the innovation's title and service change puts technology first."""
    return signal(innovation.title, innovation.service_change or "")


def speaks(kind: Kind, innovation: Innovation, message: Words) -> Iterator[Found]:
    """The finding where this kind of signal is the most telling one; `{said}` are the words that gave it away."""
    found = heard(innovation)
    if found is not None and found.kind == kind:
        yield Found(found.field, message.with_(said=_short(found.said)))


def _short(said: str) -> str:
    return said if len(said) <= 90 else said[:87].rstrip() + "…"
