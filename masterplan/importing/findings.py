"""What was understood in a foreign file, each piece with the place it comes from, before it meets the plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from masterplan.importing.agencies import Named
from masterplan.importing.yearly import Yearly
from masterplan.importing.years import Span
from masterplan.language import Words


@dataclass(frozen=True, slots=True)
class Found:
    """A value, where it stands, the words there, and what was done to it."""

    value: Any
    where: str
    text: str = ""
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """Rupiah; without a year it stands for the whole."""

    amount: int
    where: str
    text: str
    year: int | None = None
    kind: Literal["capital", "operating"] = "capital"
    note: Words | None = None
    yearly: Yearly | None = None
    """The amount comes back every year."""


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator with what a row tells of it."""

    name: Found
    unit: Found | None = None
    baseline: Found | None = None
    targets: tuple[tuple[int, Found], ...] = ()


@dataclass(slots=True)
class Proposal:
    """One innovation as a foreign file tells it."""

    title: Found
    texts: dict[str, Found] = field(default_factory=dict)
    """service_change, beneficiaries, sub_dimension, dimension, quick_win, funding."""
    agencies: list[tuple[Named, str]] = field(default_factory=list)
    """The first is the lead."""
    partners: list[tuple[Named, str]] = field(default_factory=list)
    span: Found | None = None
    money: list[Money] = field(default_factory=list)
    total: Money | None = None
    operating_per_year: Found | None = None
    problems: list[Found] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    sub_activities: list[Found] = field(default_factory=list)

    def facts(self) -> int:
        """How much is known beside the title."""
        return bool(self.agencies) + bool(self.span) + bool(self.money or self.total)

    def span_value(self) -> Span | None:
        return self.span.value if self.span else None


@dataclass(slots=True)
class Findings:
    """Everything understood in a file, and what was not (`left`, each with its place)."""

    innovations: list[Proposal] = field(default_factory=list)
    problems: list[Found] = field(default_factory=list)
    issues: list[tuple[str, Found]] = field(default_factory=list)
    readiness: list[dict[str, Found]] = field(default_factory=list)
    visions: list[Found] = field(default_factory=list)
    missions: list[Found] = field(default_factory=list)
    left: list[tuple[str, Words]] = field(default_factory=list)

    def leave(self, where: str, words: Words, **values: object) -> None:
        self.left.append((where, words.with_(**values) if values else words))


def quote(text: str, limit: int = 120) -> str:
    """A text as it may stand in a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
