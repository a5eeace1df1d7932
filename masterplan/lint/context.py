"""What rules ask of a plan, looked up once: who uses what, what it costs when, who answers for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from masterplan.document import COLLECTIONS
from masterplan.document.shape import keys_of
from masterplan.document.types import (
    Agency,
    Enabler,
    Innovation,
    Issue,
    Plan,
    Problem,
    Readiness,
)
from masterplan.impact import Broken, Impact, ImpactError, value
from masterplan.lint.costs import cost_of_enabler, cost_of_innovation


class Context:
    """One plan with its look-ups. Lists are in the order of the document; what is absent is empty."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.problems: list[Problem] = plan.problems or []
        self.innovations: list[Innovation] = plan.innovations or []
        self.enablers: list[Enabler] = plan.enablers or []
        self.agencies: list[Agency] = plan.agencies or []
        self.readiness: list[Readiness] = plan.readiness or []
        self.issues: list[Issue] = plan.issues or []
        self._keys: dict[str, list[str]] = {}
        self.first_year, self.last_year = plan.period.first_year, plan.period.last_year

    @cached_property
    def problem(self) -> dict[str, Problem]:
        return {one.id: one for one in self.problems}

    @cached_property
    def innovation(self) -> dict[str, Innovation]:
        return {one.id: one for one in self.innovations}

    @cached_property
    def enabler(self) -> dict[str, Enabler]:
        return {one.id: one for one in self.enablers}

    @cached_property
    def agency(self) -> dict[str, Agency]:
        return {one.code: one for one in self.agencies}

    def keys(self, collection: str) -> list[str]:
        """The key of each element of a collection: its id, its code, or its natural key."""
        if collection not in self._keys:
            self._keys[collection] = _keys(collection, getattr(self.plan, collection) or [])
        return self._keys[collection]

    @cached_property
    def in_play(self) -> list[Innovation]:
        """What the plan may still carry out: all but what it has decided against."""
        return [one for one in self.innovations if one.decision != "not_chosen"]

    @cached_property
    def impact(self) -> Impact | None:
        """The value of what is chosen; None where the plan cannot be counted as it stands."""
        try:
            return value(self.plan)
        except ImpactError:
            return None

    def broken(self, rule: str) -> list[Broken]:
        """The hard rules of this name that the choice breaks."""
        return [one for one in self.impact.broken if one.rule == rule] if self.impact else []

    @cached_property
    def place(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Collection and key of each element → where it stands in the document."""
        return {
            (name, key): (row, column)
            for row, name in enumerate(COLLECTIONS)
            for column, key in enumerate(self.keys(name))
        }

    def enablers_of(self, innovation: Innovation) -> list[Enabler]:
        return [self.enabler[key] for key in innovation.enablers or () if key in self.enabler]

    @cached_property
    def needed_by(self) -> dict[str, list[Innovation]]:
        """Enabler → the innovations that need it."""
        return _grouped((key, one) for one in self.innovations for key in one.enablers or ())

    @cached_property
    def relieved_by(self) -> dict[str, list[Innovation]]:
        """Problem → the innovations that address it."""
        return _grouped((relief.problem, one) for one in self.innovations for relief in one.addresses or ())

    @cached_property
    def innovation_cost(self) -> dict[str, float]:
        """Innovation → rupiah of its own costs and of running it to the end of the plan."""
        return {one.id: cost_of_innovation(one, self) for one in self.innovations}

    @cached_property
    def enabler_cost(self) -> dict[str, float]:
        """Enabler → rupiah once and of keeping it to the end of the plan."""
        return {one.id: cost_of_enabler(one, self) for one in self.enablers}

    @cached_property
    def led_by(self) -> dict[str, list[Innovation]]:
        """Agency → the innovations it leads."""
        return _grouped((one.lead_agency, one) for one in self.innovations if one.lead_agency)


def _keys(collection: str, elements: list[Any]) -> list[str]:
    fields = COLLECTIONS[collection].key_fields
    if len(fields) == 1:
        return [getattr(element, fields[0]) for element in elements]
    return keys_of(
        collection, [element.model_dump(include=set(fields), exclude_none=True) for element in elements]
    )


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return groups
