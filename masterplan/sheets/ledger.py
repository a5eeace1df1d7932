"""What a reading gathers on its way: refusals by cell, where each change was seen, what was left unread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from masterplan.document import Data, Fault
from masterplan.language import Words

MOST_REFUSALS = 500
Place = Callable[[str], str]
"""The cell of a field in a row, empty where it has none; of the empty path, the row itself."""


@dataclass
class Ledger:
    """Refusals in the order they were met; `where` knows the cell of a place in the document."""

    refusals: list[Fault] = field(default_factory=list)
    seen: list[Data] = field(default_factory=list)
    left: list[Fault] = field(default_factory=list)
    where: dict[str, Place] = field(default_factory=dict)

    def refuse(self, place: str, words: Words) -> None:
        if len(self.refusals) < MOST_REFUSALS and Fault(place, words) not in self.refusals[-20:]:
            self.refusals.append(Fault(place, words))

    def leave(self, place: str, words: Words) -> None:
        self.left.append(Fault(place, words))

    def saw(self, element: str, path: str, place: str) -> None:
        self.seen.append({"element": element, "field": path, "where": place})

    def know(self, where: str, place: Place) -> None:
        """Where a part of the document stands (`innovations[IN-07]`), and the cells of its fields."""
        self.where[where] = place

    def blame(self, faults: Iterable[Fault]) -> None:
        """Faults of the whole document, told at the cells they come from."""
        for fault in faults:
            self.refuse(self._cell(fault.path), fault.words)

    def _cell(self, path: str) -> str:
        """The cell of a path, or of the nearest place above it that has one."""
        above = path
        while above and above not in self.where:
            above = _shorter(above)
        if not above:
            return ""
        field = path[len(above) :].lstrip(".")
        while field and not self.where[above](field):
            field = _shorter(field)
        return self.where[above](field)


def _shorter(path: str) -> str:
    return path[: max(path.rfind("."), path.rfind("["), 0)]


@dataclass(frozen=True)
class Edit:
    """One changed cell: the value it means for a field, and where it stands."""

    path: str
    value: Any
    place: str
