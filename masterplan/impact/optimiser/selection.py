"""What the optimiser chooses from: a plan's innovations and their possible starts, as arrays.

The *project selection problem* of IMPACT.md. Sizes as in `impact/arrays.py`, and A accounts: all money
together first, then each source that has a ceiling. A *start* is a plan year, 0…Y−1, or OUT for an
innovation that is not chosen; `Starts` [N] is one whole answer.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from masterplan.impact import arrays, money, relief
from masterplan.impact.arrays import Bools, Calendar, Costs, Floats, Ints, Reliefs
from masterplan.impact.errors import UnknownReference

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from masterplan.document.types import Plan

OUT = -1


@dataclass(frozen=True, slots=True)
class Quota:
    """At least, or at most, so many of the `members` (rows of innovations)."""

    about: str
    limit: int
    members: Ints


@dataclass(frozen=True, slots=True)
class Ledger:
    """Money as inequalities: what a start adds to each account and year, and how much fits.

    `spend` [N, Y, A, Y]: rupiah that innovation n started in year s adds to account a by year y; `enabler`
    [E, Y + 1, Y]: what enabler e first needed in year f adds to all money together (f = Y: nothing);
    `most` [A, Y]: how much fits, tolerance included; infinite where the account has no ceiling. With
    carry-over each year stands for the sum of the ceilinged years up to it: what was left earlier may be
    spent later, and never the reverse.
    """

    accounts: tuple[str | None, ...]
    spend: Floats
    enabler: Floats
    most: Floats


@dataclass(frozen=True, slots=True)
class Selection:
    """`allowed` [N, Y]: which starts are possible at all; `required` [R, 2]: an innovation, and one that
    must work before it starts; `alternatives`: at most one of each; `crews`: at most so many built by one
    agency at once; `minimums`: at least so many chosen of each dimension; `quick_wins`: at least so many
    started in the first year; `forced` [N]: must be chosen."""

    keys: tuple[str, ...]
    calendar: Calendar
    reliefs: Reliefs
    costs: Costs
    ceilings: dict[str | None, Floats]
    carry_over: bool
    allowed: Bools
    required: Ints
    alternatives: tuple[Quota, ...]
    crews: tuple[Quota, ...]
    minimums: tuple[Quota, ...]
    quick_wins: Quota
    forced: Bools
    problems: tuple[str, ...] = field(default=())

    @property
    def size(self) -> tuple[int, int]:
        """Innovations and years."""
        return len(self.keys), self.calendar.years

    def row(self, innovation: str) -> int:
        return self.keys.index(innovation)

    def nobody(self) -> Ints:
        """The empty answer."""
        return np.full(len(self.keys), OUT)

    def without(self, starts: Ints, row: int) -> Ints:
        """An answer less one innovation and all that waits for it."""
        left = starts.copy()
        gone = [row]
        while gone:
            one = gone.pop()
            left[one] = OUT
            gone += [
                waiting for waiting, other in self.required.tolist() if other == one and left[waiting] != OUT
            ]
        return left

    def with_ceilings(self, factor: float) -> Selection:
        """The same with every ceiling times `factor`."""
        return replace(self, ceilings={source: most * factor for source, most in self.ceilings.items()})

    def struck(self, row: int) -> Selection:
        allowed = self.allowed.copy()
        allowed[row] = False
        return replace(self, allowed=allowed)

    def forcing(self, row: int) -> Selection:
        forced = self.forced.copy()
        forced[row] = True
        return replace(self, forced=forced)

    def fixed(self, starts: Mapping[int, int]) -> Selection:
        """These innovations start in these years, whatever else is chosen; impossible outside their window."""
        allowed, forced = self.allowed.copy(), self.forced.copy()
        for row, year in starts.items():
            allowed[row] &= np.arange(self.calendar.years) == year
            forced[row] = True
        return replace(self, allowed=allowed, forced=forced)


class Rule(NamedTuple):
    """One rule of IMPACT.md that can be left out to see what it costs. `kind` as in `rules.Broken`, and
    `fixed`; `about`: the innovation, group, agency, dimension or source; `more`: the innovation required,
    or the year of a ceiling."""

    kind: str
    about: str = ""
    more: str = ""


def selection(
    plan: Plan, fixed: Mapping[str, int] | None = None, without: Collection[Rule] = ()
) -> Selection:
    """The problem a plan poses. `fixed`: innovations that start in a given calendar year, come what may.

    Raises ImpactError for what cannot be counted.
    """
    calendar, costs = arrays.calendar(plan), arrays.costs(plan)
    arrays.starts(plan, calendar)  # refuses inverted windows
    innovations, settings = plan.innovations or [], plan.settings
    row = {innovation.id: position for position, innovation in enumerate(innovations)}
    for innovation in innovations:
        for other in innovation.requires or ():
            if other not in row:
                raise UnknownReference(innovation.id, "requires", other)
    required = [
        (row[innovation.id], row[other])
        for innovation in innovations
        for other in innovation.requires or ()
        if Rule("requires", innovation.id, other) not in without
    ]
    fixed = {key: year for key, year in (fixed or {}).items() if Rule("fixed", key) not in without}
    led = _grouped((one.lead_agency, row[one.id]) for one in innovations)
    members = _grouped((one.dimension, row[one.id]) for one in innovations)
    least = (settings and settings.minimum_per_dimension) or 0
    quick_least = (settings and settings.minimum_quick_wins) or 0
    if Rule("minimum_quick_wins") in without:
        quick_least = 0
    quick = [row[one.id] for one in innovations if one.quick_win]
    found = Selection(
        keys=tuple(row),
        calendar=calendar,
        reliefs=arrays.reliefs(plan),
        costs=costs,
        ceilings=_ceilings(plan, calendar, without),
        carry_over=bool(settings and settings.carry_over),
        allowed=_windows(plan, calendar, without),
        required=np.array(sorted(set(required)), np.int64).reshape(-1, 2),
        alternatives=tuple(
            Quota(name, 1, _rows(rows))
            for name, rows in _grouped((one.alternative_group, row[one.id]) for one in innovations).items()
            if len(rows) > 1 and Rule("alternative_group", name) not in without
        ),
        crews=tuple(
            Quota(agency.code, agency.parallel_projects, _rows(led.get(agency.code, ())))
            for agency in plan.agencies or ()
            if agency.parallel_projects is not None
            and agency.code in led
            and Rule("parallel_projects", agency.code) not in without
        ),
        minimums=tuple(
            Quota(name, least, _rows(rows))
            for name, rows in members.items()
            if least > 0 and Rule("minimum_per_dimension", name) not in without
        ),
        quick_wins=Quota("quick_wins", quick_least, _rows(quick)),
        forced=np.zeros(len(row), bool),
        problems=tuple(problem.id for problem in plan.problems or ()),
    )
    return (
        found.fixed({row[key]: year - calendar.first_year for key, year in fixed.items()}) if fixed else found
    )


def all_rules(plan: Plan, fixed: Collection[str] = ()) -> list[Rule]:
    """Every rule that binds the plan, demands first: without these an empty choice would do."""
    settings, innovations = plan.settings, plan.innovations or []
    found = [Rule("fixed", key) for key in fixed]
    if settings and settings.minimum_quick_wins:
        found.append(Rule("minimum_quick_wins"))
    if settings and settings.minimum_per_dimension:
        there = dict.fromkeys(one.dimension for one in innovations if one.dimension is not None)
        found += [Rule("minimum_per_dimension", dimension) for dimension in there]
    found += [Rule("window", one.id) for one in innovations if one.start]
    found += [Rule("requires", one.id, other) for one in innovations for other in one.requires or ()]
    groups = dict.fromkeys(one.alternative_group for one in innovations if one.alternative_group is not None)
    found += [Rule("alternative_group", group) for group in groups]
    found += [
        Rule("parallel_projects", agency.code)
        for agency in plan.agencies or ()
        if agency.parallel_projects is not None
    ]
    pots = dict.fromkeys((ceiling.source or "", str(ceiling.year)) for ceiling in plan.budget or ())
    found += [Rule("ceiling", source, year) for source, year in pots]
    return list(dict.fromkeys(found))


def ledger(selection: Selection) -> Ledger:
    number, years = selection.size
    costs, calendar = selection.costs, selection.calendar
    accounts = (None, *(source for source in selection.ceilings if source is not None))
    each = np.zeros((number, years, years))
    enabler = np.zeros((len(costs.capital), years + 1, years))
    for start in range(years):
        everyone = money.spending(costs, calendar, np.full(number, start), np.ones(number, bool))
        each[:, start] = everyone.innovations
        enabler[:, start, start] = costs.capital
        enabler[:, start, start:] += costs.upkeep[:, None]
    column = {source: position for position, source in enumerate(costs.sources)}
    share = np.zeros((number, len(accounts)))
    share[:, 0] = 1.0
    for position, source in enumerate(accounts):
        if source is not None and source in column:
            share[:, position] = costs.funding[:, column[source]]
    spend = each[:, :, None, :] * share[:, None, :, None]
    unlimited = np.full(years, np.nan)
    most = np.stack([selection.ceilings.get(source, unlimited) for source in accounts])
    limited = ~np.isnan(most)
    spend, enabler = np.where(limited, spend, 0.0), np.where(limited[0], enabler, 0.0)
    most = np.where(limited, most, 0.0)
    tolerance = np.where(limited, np.maximum(money.LEAST_EXCESS, money.RELATIVE_EXCESS * most), 0.0)
    if selection.carry_over:
        spend, enabler = spend.cumsum(axis=3), enabler.cumsum(axis=2)
        most, tolerance = most.cumsum(axis=1), tolerance.cumsum(axis=1)
    return Ledger(accounts, spend, enabler, np.where(limited, most + tolerance, np.inf))


def person_years(selection: Selection, starts: Ints, share: Floats | None = None) -> float:
    """V of an answer, by the formula of `value`."""
    return float(per_problem(selection, starts, share).sum())


def per_problem(selection: Selection, starts: Ints, share: Floats | None = None) -> Floats:
    """V of each problem [P]."""
    reliefs, calendar = selection.reliefs, selection.calendar
    felt = relief.felt_from(reliefs, calendar, starts, starts != OUT)
    taken = relief.together(reliefs, calendar, felt, reliefs.share if share is None else share).taken()
    years: Floats = relief.discounted(calendar, taken) * reliefs.weight
    return years


def spent(selection: Selection, starts: Ints) -> money.Spending:
    return money.spending(selection.costs, selection.calendar, starts, starts != OUT)


def affordable(selection: Selection, starts: Ints) -> bool:
    """Whether every ceiling holds, to the rupiah, as `value` counts it."""
    accounts = money.accounts(
        selection.ceilings, selection.costs, spent(selection, starts), selection.carry_over
    )
    return not any(account.excess.any() for account in accounts.values())


def demands_met(selection: Selection, starts: Ints) -> bool:
    """Whether what must be chosen is: the forced, enough of each dimension, enough quick wins."""
    chosen, quick = starts != OUT, selection.quick_wins
    return not (
        (selection.forced & ~chosen).any()
        or any(chosen[minimum.members].sum() < minimum.limit for minimum in selection.minimums)
        or (starts[quick.members] == 0).sum() < quick.limit
    )


def permitted(selection: Selection, starts: Ints) -> bool:
    """Whether an answer keeps every rule, money included."""
    years = selection.size[1]
    chosen = starts != OUT
    if not demands_met(selection, starts) or not selection.allowed[chosen, starts[chosen]].all():
        return False
    duration = selection.costs.duration
    for innovation, other in selection.required:
        if chosen[innovation] and not (
            chosen[other] and starts[other] + duration[other] <= starts[innovation]
        ):
            return False
    if any(chosen[group.members].sum() > group.limit for group in selection.alternatives):
        return False
    year = np.arange(years)
    for crew in selection.crews:
        mine = crew.members[chosen[crew.members]]
        building = (starts[mine, None] <= year) & (year < (starts + duration)[mine, None])
        if (building.sum(axis=0) > crew.limit).any():
            return False
    return affordable(selection, starts)


def _windows(plan: Plan, calendar: Calendar, without: Collection[Rule]) -> Bools:
    allowed = np.ones((len(plan.innovations or ()), calendar.years), bool)
    year = np.arange(calendar.first_year, calendar.first_year + calendar.years)
    for position, innovation in enumerate(plan.innovations or ()):
        if innovation.start and Rule("window", innovation.id) not in without:
            allowed[position] = (innovation.start.earliest <= year) & (year <= innovation.start.latest)
    return allowed


def _ceilings(plan: Plan, calendar: Calendar, without: Collection[Rule]) -> dict[str | None, Floats]:
    found = arrays.ceilings(plan, calendar)
    for rule in without:
        if rule.kind == "ceiling" and (rule.about or None) in found:
            year = int(rule.more) - calendar.first_year
            if 0 <= year < calendar.years:
                found[rule.about or None][year] = np.nan
    return found


def _grouped(pairs: Iterable[tuple[str | None, int]]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for name, row in pairs:
        if name is not None:
            groups[name].append(row)
    return groups


def _rows(rows: Iterable[int]) -> Ints:
    return np.array(list(rows), np.int64)
