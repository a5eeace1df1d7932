"""Which portfolio a page is about: the plan's own, an optimum, a scenario, each with what was moved by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from haluan.plans.models import Plan
from haluan.plans.reading.plan import Reading, reading_of
from masterplan.document import Data
from masterplan.document.types import Plan as Document

from .models import Optimisation, Scenario

Portfolio = dict[str, int]
"""Start year of each chosen innovation."""
OWN = "rencana"
MOVED = "mulai:"
REF = re.compile(r"(hitungan|skenario)-([0-9]{1,18})")


@dataclass(frozen=True)
class Choice:
    """`ref` names where it comes from; `portfolio` is that with `moved` (None: out) done to it."""

    plan: Plan
    ref: str
    origin: Portfolio
    moved: dict[str, int | None]
    factor: float = 1.0
    source: Optimisation | Scenario | None = None

    @cached_property
    def portfolio(self) -> Portfolio:
        merged = {**self.origin, **self.moved}
        return {key: merged[key] for key in self.own_reading.innovations if merged.get(key) is not None}  # type: ignore[misc]

    @cached_property
    def own_reading(self) -> Reading:
        """The plan as it stands."""
        return reading_of(self.plan)

    @cached_property
    def reading(self) -> Reading:
        """The plan with this portfolio, under the ceilings it was looked for with."""
        return self._read(self.portfolio, self.factor)

    @cached_property
    def judged(self) -> Reading:
        """The same under the ceilings that the plan has, whatever ceilings it was looked for with."""
        return self.reading if self.factor == 1.0 else self._read(self.portfolio, 1.0)

    @cached_property
    def origin_judged(self) -> Reading:
        """The plan with the portfolio before anything was moved."""
        return self.judged if not self.moved else self._read(self.origin, 1.0)

    def _read(self, portfolio: Portfolio, factor: float) -> Reading:
        if factor == 1.0 and portfolio == own_portfolio(self.own_reading):
            return self.own_reading
        return with_portfolio(self.own_reading, portfolio, factor)

    @property
    def optimisation(self) -> Optimisation | None:
        return self.source if isinstance(self.source, Optimisation) else None

    @property
    def name(self) -> str:
        if isinstance(self.source, Scenario):
            return self.source.name
        return _("Susunan terbaik") if self.source else _("Rencana sekarang")

    @property
    def stale(self) -> bool:
        """Whether it was made for what the plan no longer says."""
        if self.source is None:
            return False
        if isinstance(self.source, Optimisation):
            return self.source.is_stale(self.own_reading.data)
        from .inputs import fingerprint

        return self.source.inputs != fingerprint(self.own_reading.data)

    @property
    def gone(self) -> list[str]:
        """Innovations of it that the plan has no longer."""
        return [key for key in self.origin if key not in self.own_reading.innovations]

    @property
    def query(self) -> str:
        """What addresses say of it."""
        moved = [(f"{MOVED}{key}", "" if year is None else year) for key, year in self.moved.items()]
        return urlencode([("pilihan", self.ref), *moved])


def own_portfolio(reading: Reading) -> Portfolio:
    return {one.id: one.scheduled_start for one in reading.scheduled if one.scheduled_start is not None}


def with_portfolio(reading: Reading, portfolio: Portfolio, factor: float = 1.0) -> Reading:
    """The same version judged with another choice, and with every ceiling times `factor`."""
    plan: Document = reading.plan
    innovations = [
        one.model_copy(
            update={
                "decision": "chosen" if one.id in portfolio else "not_chosen",
                "scheduled_start": portfolio.get(one.id),
            }
        )
        for one in plan.innovations or ()
    ]
    budget = plan.budget
    if factor != 1.0 and budget:
        budget = [one.model_copy(update={"amount": one.amount * factor}) for one in budget]
    changed = plan.model_copy(update={"innovations": innovations, "budget": budget})
    return Reading(reading.slug, reading.version, reading.data, changed)


def applied(document: Data, portfolio: Portfolio) -> Data:
    """The document with exactly this choice decided."""
    return {**document, "innovations": [decided(one, portfolio) for one in document.get("innovations", [])]}


def decided(one: Data, portfolio: Portfolio) -> Data:
    rest = {name: said for name, said in one.items() if name not in {"decision", "scheduled_start"}}
    year = portfolio.get(one["id"])
    if year is None:
        return {**rest, "decision": "not_chosen"}
    return {**rest, "decision": "chosen", "scheduled_start": year}


def choice_of(plan: Plan, asked: QueryDict | Mapping[str, Any]) -> Choice:
    """What an address or a form asks for; without a word the newest optimum, else the plan's own. Raises Http404."""
    ref = asked.get("pilihan", "")
    found = named(plan, ref) if ref else newest(plan)
    reading = reading_of(plan)
    if isinstance(found, Optimisation | Scenario):
        base = Choice(plan, found.ref, dict(found.portfolio), {}, found.factor, found)
    else:
        base = Choice(plan, OWN, own_portfolio(reading), {})
    moved = moves(reading, base.origin, asked)
    return Choice(plan, base.ref, base.origin, moved, base.factor, base.source) if moved else base


def named(plan: Plan, ref: str) -> Optimisation | Scenario | None:
    if ref == OWN:
        return None
    matched = REF.fullmatch(ref)
    if not matched:
        raise Http404
    model = Optimisation if matched[1] == "hitungan" else Scenario
    found = model.objects.filter(plan=plan, pk=matched[2]).select_related("plan__region").first()
    if found is None:
        raise Http404
    return found


def newest(plan: Plan) -> Optimisation | None:
    """The last optimisation that found something."""
    done = Optimisation.objects.filter(plan=plan, state="done", value__isnull=False)
    return done.order_by("-finished_at", "-id").select_related("plan__region").first()


def moves(reading: Reading, origin: Portfolio, asked: Mapping[str, Any]) -> dict[str, int | None]:
    """What was moved, of innovations that the plan has, to years of the plan; anything else is left out."""
    found: dict[str, int | None] = {}
    for name, said in asked.items():
        key = name.removeprefix(MOVED)
        if key == name or key not in reading.innovations:
            continue
        year = int(said) if said.isdecimal() and len(said) == 4 else None
        if said and year not in reading.years:
            continue
        if origin.get(key) != year:
            found[key] = year
    return found
