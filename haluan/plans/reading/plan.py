"""One version of a plan, read and judged: what the public pages draw from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from haluan.web.templatetags.haluan import DIMENSIONS
from masterplan.books.money import Spending, spending
from masterplan.document import load
from masterplan.document.service import split
from masterplan.document.types import Innovation, Problem
from masterplan.document.types import Plan as Document
from masterplan.impact import Estimate, Impact, ImpactError, value
from masterplan.language import Words

from .kept import Kept

if TYPE_CHECKING:
    from haluan.plans.models import Plan


class Reading:
    """The document with its value. `impact` is None where it cannot be counted, and `trouble` says why."""

    def __init__(self, slug: str, version: int, data: dict[str, Any], plan: Document | None = None) -> None:
        """`plan` is given where another choice than that of the document is judged."""
        self.slug = slug
        self.version = version
        self.data = data
        self.plan: Document = plan or load(data)
        self.impact: Impact | None = None
        self.trouble: Words | None = None
        try:
            self.impact = value(self.plan)
        except ImpactError as error:
            self.trouble = error.words

    @cached_property
    def innovations(self) -> dict[str, Innovation]:
        return {one.id: one for one in self.plan.innovations or ()}

    @cached_property
    def problems(self) -> dict[str, Problem]:
        return {one.id: one for one in self.plan.problems or ()}

    @cached_property
    def enablers(self) -> dict[str, Any]:
        return {one.id: one for one in self.plan.enablers or ()}

    @cached_property
    def agencies(self) -> dict[str, str]:
        return {one.code: one.name for one in self.plan.agencies or ()}

    @cached_property
    def districts(self) -> dict[str, Any]:
        return {one.code: one for one in self.plan.districts or ()}

    @cached_property
    def sources(self) -> dict[str, Any]:
        return {one.id: one for one in self.plan.sources or ()}

    @cached_property
    def spending(self) -> Spending:
        """Capital and operating by year; only meaningful where the years can be counted (`impact` is there)."""
        return spending(self.plan)

    @property
    def years(self) -> range:
        return range(self.plan.period.first_year, self.plan.period.last_year + 1)

    @property
    def period(self) -> str:
        return f"{self.plan.period.first_year}–{self.plan.period.last_year}"

    @cached_property
    def chosen(self) -> list[Innovation]:
        return [one for one in self.innovations.values() if one.decision == "chosen"]

    @cached_property
    def decided(self) -> bool:
        """Whether the plan says of any innovation what was decided; if not, which are chosen is unknown."""
        return any(one.decision for one in self.innovations.values())

    @cached_property
    def scheduled(self) -> list[Innovation]:
        """Chosen with a start year: what counts."""
        return [one for one in self.chosen if one.scheduled_start is not None]

    @cached_property
    def proposed(self) -> list[Innovation]:
        return [one for one in self.innovations.values() if one.decision not in ("chosen", "not_chosen")]

    @cached_property
    def quick_wins(self) -> list[Innovation]:
        """Those that are not refused; chosen ones first, the earliest first."""
        found = [one for one in self.innovations.values() if one.quick_win and one.decision != "not_chosen"]
        return sorted(found, key=lambda one: (one.decision != "chosen", one.scheduled_start or 9999))

    @cached_property
    def answering(self) -> dict[str, list[Innovation]]:
        """For each problem the innovations that name it, refused ones too."""
        found: dict[str, list[Innovation]] = {key: [] for key in self.problems}
        for one in self.innovations.values():
            for relief in one.addresses or ():
                found[relief.problem].append(one)
        return found

    @cached_property
    def answered(self) -> list[Problem]:
        """Problems that something chosen relieves."""
        return [
            one for key, one in self.problems.items() if any(each.decision == "chosen" for each in self.answering[key])
        ]  # fmt: skip

    @property
    def priced(self) -> bool:
        """Whether anything chosen has a price."""
        return self.impact is not None and self.spending.priced > 0

    @property
    def cost(self) -> float | None:
        """Rupiah over the whole period; None while nothing chosen has a price."""
        return sum(self.impact.spending.values()) if self.impact is not None and self.priced else None

    @property
    def person_years(self) -> Estimate | None:
        """None while nothing can be counted: an unknown is never shown as 0."""
        return (
            self.impact.person_years
            if self.impact is not None and self.impact.person_years.high > 0
            else None
        )

    def of_innovation(self, key: str) -> Estimate | None:
        found = self.impact.per_innovation.get(key) if self.impact else None
        return found if found is not None and found.high > 0 else None

    def of_problem(self, key: str) -> Estimate | None:
        found = self.impact.per_problem.get(key) if self.impact else None
        return found if found is not None and found.high > 0 else None

    def url(self, collection: str, key: str) -> str:
        """Where an element is read; the plan itself where it has no page of its own."""
        name = {"innovations": "plan-innovation", "problems": "plan-problem"}.get(collection)
        return reverse(name, args=[self.slug, key]) if name else reverse("plan", args=[self.slug])

    def link(self, key: str) -> dict[str, str]:
        """Id, name and address of whatever has this id."""
        for collection, found in (("innovations", self.innovations), ("problems", self.problems)):
            if key in found:
                return {"id": key, "name": found[key].title, "url": self.url(collection, key)}
        enabler = self.enablers.get(key)
        return {"id": key, "name": enabler.title if enabler else "", "url": ""}

    def sources_of(self, keys: Iterable[str] | None) -> list[Any]:
        return [self.sources[key] for key in keys or () if key in self.sources]

    def agency(self, code: str | None) -> str:
        return self.agencies.get(code or "", code or "")


def weight(problem: Problem) -> float | None:
    """Person-years a problem costs in one year, equity-weighted; None where people or severity are not known."""
    if problem.people_affected is None or problem.severity is None:
        return None
    equity = 1 if problem.equity_weight is None else problem.equity_weight
    return problem.people_affected * problem.severity * equity


def dimensions() -> list[tuple[str, str]]:
    return [(code, str(name)) for code, name in DIMENSIONS.items()]


def told(text: str | None) -> dict[str, str]:
    """A service change as `before` and `after` where it is written so, else `whole`; sentences with capital and stop."""
    if not text:
        return {}
    halves = split(text).halves
    parts = {"whole": text} if halves is None else {"before": halves[0], "after": halves[1]}
    return {part: sentence(words) for part, words in parts.items() if words.strip()}


def sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text[-1:] in {".", "!", "?", ""} else ".")


READINGS: Kept[Reading] = Kept(24)
Key = tuple[Any, ...]


def version_key(plan: Plan) -> Key:
    """What says which plan at which version: a plan made anew under an old number is another."""
    return (plan.pk, plan.created_at, plan.version)


def reading_of(plan: Plan) -> Reading:
    """The plan as it is now; one query where this version was not read before. `plan.version` is brought up to date."""
    found = READINGS.get(version_key(plan))
    if found is None:
        plan.version, data = plan.snapshot()
        found = Reading(plan.slug, plan.version, data)
        READINGS.put(version_key(plan), found)
    return found
