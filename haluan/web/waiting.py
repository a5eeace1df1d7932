"""The registry *what waits for me*: later stages add their questions, `/kerja/` asks them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Waiting:
    """One thing a person is asked to do: the words, why, until when, and the one click that starts it."""

    what: str
    why: str
    url: str
    verb: str
    due: date | None = None
    first: bool = False


Source = Callable[[Any], Iterable[Waiting]]
_sources: list[Source] = []


def waits(source: Source) -> Source:
    """Register a function that takes a user and yields what waits for that user (constant queries)."""
    _sources.append(source)
    return source


Part = Callable[[Any], dict[str, Any] | None]
_parts: list[tuple[str, Part]] = []


def part_of_work(template: str) -> Callable[[Part], Part]:
    """Register a part of `/kerja/` below what waits: a function from a user to the template's context, or `None`."""

    def register(part: Part) -> Part:
        _parts.append((template, part))
        return part

    return register


def parts_for(user: Any) -> list[dict[str, Any]]:
    """The parts of `/kerja/` that have something to show this user, each with its template."""
    found = [(template, part(user)) for template, part in _parts]
    return [{"template": template, **context} for template, context in found if context]


def waiting_for(user: Any) -> list[Waiting]:
    """Everything that waits for a user, the dated first, by date."""
    found = [item for source in _sources for item in source(user)]
    return sorted(found, key=lambda item: (not item.first, item.due or date.max))
