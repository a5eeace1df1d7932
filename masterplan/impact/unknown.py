"""What a plan does not say and so counts as zero, and what it says but falls outside what is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from masterplan.impact.wording import NOTHING, money, span, spans
from masterplan.language import Words

if TYPE_CHECKING:
    from masterplan.document.types import Enabler, Innovation, Plan
    from masterplan.impact.arrays import Floats
    from masterplan.impact.money import Account, Spending


@dataclass(frozen=True, slots=True)
class Remark:
    """`element` None is the plan itself; `field` is a path as in change sets, e.g.
    `addresses[MS-03].share`."""

    element: str | None
    field: str
    why: Words

    def to_data(self, lang: str) -> dict[str, str | None]:
        return {"element": self.element, "field": self.field, "why": self.why.say(lang)}


PEOPLE = Words(
    "Warga terdampak belum diketahui, dihitung nol.", "People affected are not known, counted as zero."
)
SEVERITY = Words("Berat masalah belum diketahui, dihitung nol.", "Severity is not known, counted as zero.")
SHARE = Words(
    "Bagian terbantu belum diketahui, dihitung nol.", "The share relieved is not known, counted as zero."
)
START = Words("Dipilih tanpa tahun mulai, dihitung nol.", "Chosen without a start year, counted as zero.")
COSTS = Words("Biaya belum diketahui, dihitung nol.", "Costs are not known, counted as zero.")
CAPITAL = Words("Biaya modal belum diketahui, dihitung nol.", "Capital is not known, counted as zero.")
OUTSIDE = Words(
    "{amount} jatuh di luar masa rencana {period} dan tidak dihitung.",
    "{amount} falls outside the plan's period {period} and is not counted.",
)
UNLIMITED = Words(
    "Tanpa pagu{source} pada {years}: belanja dianggap tidak dibatasi.",
    "No ceiling{source} in {years}: spending is taken as unlimited.",
)
UNUSED = Words(
    "Pagu{source} {year} sebesar {amount} di luar masa rencana {period}, tidak dipakai.",
    "The ceiling{source} of {amount} in {year} is outside the plan's period {period} and not used.",
)


def counted_as_zero(plan: Plan) -> Iterator[Remark]:
    """What nobody knows yet: of every problem, of every innovation in play, and the costs of what is
    chosen."""
    for problem in plan.problems or ():
        if problem.people_affected is None:
            yield Remark(problem.id, "people_affected", PEOPLE)
        if problem.severity is None:
            yield Remark(problem.id, "severity", SEVERITY)
    needed: set[str] = set()
    for innovation in plan.innovations or ():
        if innovation.decision != "not_chosen":
            yield from _of_innovation(innovation)
        if innovation.decision == "chosen" and innovation.scheduled_start is not None:
            needed.update(innovation.enablers or ())
    for enabler in plan.enablers or ():
        if enabler.id in needed and enabler.capital is None and not enabler.exists:
            yield Remark(enabler.id, "capital", CAPITAL)


def left_out(plan: Plan, accounts: dict[str | None, Account], spending: Spending) -> Iterator[Remark]:
    """Money outside the plan's years, years without a ceiling, ceilings outside the plan's years."""
    yield from _outside(plan, plan.innovations or [], "costs", spending.ignored)
    yield from _outside(plan, plan.enablers or [], "capital", spending.ignored_enablers)
    years = range(plan.period.first_year, plan.period.last_year + 1)
    for source, account in accounts.items():
        unlimited = [year for year, ceiling in zip(years, account.ceiling, strict=True) if np.isnan(ceiling)]
        if unlimited:
            yield Remark(None, "budget", UNLIMITED.with_(source=_of(source), years=spans(unlimited)))
    period = span(years[0], years[-1])
    for ceiling in plan.budget or ():
        if ceiling.year not in years:
            amount, source_of = money(ceiling.amount), _of(ceiling.source)
            words = UNUSED.with_(source=source_of, year=ceiling.year, amount=amount, period=period)
            yield Remark(None, "budget", words)


def _of_innovation(innovation: Innovation) -> Iterator[Remark]:
    for relief in innovation.addresses or ():
        if relief.share is None:
            yield Remark(innovation.id, f"addresses[{relief.problem}].share", SHARE)
    if innovation.decision == "chosen":
        if innovation.scheduled_start is None:
            yield Remark(innovation.id, "scheduled_start", START)
        if innovation.costs is None and innovation.operating_per_year is None:
            yield Remark(innovation.id, "costs", COSTS)


def _outside(
    plan: Plan, group: list[Innovation] | list[Enabler], field: str, ignored: Floats
) -> Iterator[Remark]:
    period = span(plan.period.first_year, plan.period.last_year)
    for position in np.flatnonzero(ignored):
        words = OUTSIDE.with_(amount=money(float(ignored[position])), period=period)
        yield Remark(group[position].id, field, words)


def _of(source: str | None) -> Words:
    return NOTHING if source is None else Words(f" {source}", f" for {source}")
