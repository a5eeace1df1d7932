"""Gates and profiles: named selections of rules with their thresholds, kept as data beside this file.

A gate opens a workshop, a book or the enactment; a profile is how one supporting ministry reads the same plan.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from masterplan.language import Words
from masterplan.lint.rule import SEVERITIES, Severity

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Gate:
    """A selection of rules by codes or their beginnings.

    `severities` says which rules weigh more or less here, `at_most` how many findings of a severity may stand,
    `forbidden` which findings cannot be accepted with a reason.
    """

    name: str
    title: Words
    about: Words
    select: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    severities: Mapping[Severity, tuple[str, ...]] = field(default_factory=dict)
    at_most: Mapping[Severity, int] = field(default_factory=dict)
    forbidden: tuple[str, ...] = ()

    def asks(self, code: str) -> bool:
        """Rules about the findings themselves are asked everywhere."""
        return code.startswith("TMN") or (
            code.startswith(self.select) and not (self.ignore and code.startswith(self.ignore))
        )

    def severity(self, code: str, usual: Severity) -> Severity:
        """What a finding of this rule weighs here: the longest beginning of its code decides."""
        named = [
            (len(start), severity)
            for severity, starts in self.severities.items()
            for start in starts
            if code.startswith(start)
        ]
        return max(named, key=lambda pair: pair[0])[1] if named else usual

    def forbids(self, code: str) -> bool:
        return bool(self.forbidden) and code.startswith(self.forbidden)


@cache
def gates() -> dict[str, Gate]:
    """In the order a plan passes them."""
    return _read("gates.toml")


@cache
def profiles() -> dict[str, Gate]:
    return _read("profiles.toml")


def _read(name: str) -> dict[str, Gate]:
    tables = tomllib.loads((HERE / name).read_text("utf-8"))
    return {key: _gate(key, table) for key, table in tables.items()}


def _gate(name: str, table: dict[str, Any]) -> Gate:
    return Gate(
        name=name,
        title=Words(**table["title"]),
        about=Words(**table["about"]),
        select=tuple(table["select"]),
        ignore=tuple(table.get("ignore", ())),
        severities={one: tuple(table[one]) for one in SEVERITIES if one in table},
        at_most={one: table["at_most"][one] for one in SEVERITIES if one in table.get("at_most", {})},
        forbidden=tuple(table.get("not_acceptable", ())),
    )
