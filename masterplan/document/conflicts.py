"""When two people changed the same thing: both values are shown, nobody's is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from masterplan.document.changes import Change
from masterplan.document.checking import Data
from masterplan.document.faults import Fault
from masterplan.document.paths import ABSENT
from masterplan.language import Words


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place that asks for a decision: what it was, what stands there now, what the change would make it.

    `fault` is given where no field clashes but the outcome would be no valid plan, e.g. a reference to an
    element that the other side removed.
    """

    change: Change | None
    path: str
    base: Any = ABSENT
    theirs: Any = ABSENT
    yours: Any = ABSENT
    fault: Fault | None = None

    def say(self, lang: str = "id") -> str:
        if self.fault:
            return _INVALID.with_(path=self.path, why=self.fault.words).say(lang)
        return _CLASH.with_(path=self.path).say(lang)

    def to_data(self, lang: str = "id") -> Data:
        """For programs; what is absent has no key."""
        data: Data = {"path": self.path, "message": self.say(lang)}
        if self.change:
            data["change"] = self.change.to_data()
        values = {"base": self.base, "theirs": self.theirs, "yours": self.yours}
        return data | {name: value for name, value in values.items() if value is not ABSENT}


class ConflictError(Exception):
    """Nothing was changed; `conflicts` is never empty."""

    def __init__(self, conflicts: Iterable[Conflict]) -> None:
        self.conflicts = list(conflicts)
        super().__init__(self.conflicts[0].say())


def same(x: Any, y: Any) -> bool:
    """Equal in value: 2 and 2.0 are, 1 and true are not."""
    return isinstance(x, bool) == isinstance(y, bool) and bool(x == y)


_CLASH = Words(
    "{path} sudah diubah orang lain; pilih salah satu nilainya",
    "{path} was changed by somebody else; choose one of the values",
)
_INVALID = Words(
    "{path} akan menjadi tidak sah karena perubahan di tempat lain: {why}",
    "{path} would become invalid because of a change elsewhere: {why}",
)
