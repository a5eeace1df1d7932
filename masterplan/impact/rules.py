"""The plan's hard rules, and which of them a choice breaks, in words with numbers.

Each check looks at the *portfolio*: what is chosen and has a scheduled start.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from masterplan.impact.wording import DIMENSIONS, NOTHING, innovations, listed, money, span, spans
from masterplan.language import Words

if TYPE_CHECKING:
    from masterplan.document.types import Agency, Innovation, Plan
    from masterplan.impact.money import Account


@dataclass(frozen=True, slots=True)
class Broken:
    """A broken rule. `rule`: period, window, requires, alternative_group, parallel_projects,
    minimum_per_dimension, minimum_quick_wins or ceiling; `about`: whom it concerns (innovation, group,
    agency, dimension or source, then the others); `excess`: rupiah beyond a ceiling."""

    rule: str
    about: tuple[str, ...]
    words: Words
    year: int | None = None
    excess: float = 0.0


Portfolio = dict[str, "Scheduled"]


class Scheduled(NamedTuple):
    """A chosen innovation: built in the years `start` ≤ y < `works`."""

    innovation: Innovation
    start: int
    works: int


def of_choice(plan: Plan) -> Iterator[Broken]:
    """Every broken rule but those of money, in the order of IMPACT.md."""
    portfolio = scheduled(plan)
    yield from _starts(plan, portfolio)
    yield from _requires(portfolio)
    yield from _alternatives(portfolio)
    yield from _parallel_projects(plan, portfolio)
    yield from _dimensions(plan, portfolio)
    yield from _quick_wins(plan, portfolio)


def scheduled(plan: Plan) -> Portfolio:
    return {
        innovation.id: Scheduled(innovation, start, start + (innovation.duration_years or 1))
        for innovation in plan.innovations or ()
        if innovation.decision == "chosen" and (start := innovation.scheduled_start) is not None
    }


def needed_by(plan: Plan, chosen: Collection[str], innovation: str) -> list[str]:
    """Those chosen that require an innovation: it stays for their sake, however little it brings itself."""
    return [
        one.id for one in plan.innovations or () if one.id in chosen and innovation in (one.requires or ())
    ]


def of_money(first_year: int, accounts: dict[str | None, Account]) -> Iterator[Broken]:
    """The years in which more is spent than a ceiling allows; the source None is all money together."""
    for source, account in accounts.items():
        yield from _overspent(source, first_year, account)


def _overspent(source: str | None, first_year: int, account: Account) -> Iterator[Broken]:
    words = Words(
        "Belanja {source}{year} sebesar {spent} melebihi pagu {most}{carried}, lebih {excess}.",
        "Spending {source}in {year}, {spent}, exceeds the ceiling of {most}{carried} by {excess}.",
    )
    for position in account.excess.nonzero()[0]:
        year, excess = first_year + int(position), float(account.excess[position])
        most = float(account.available[position])
        left = most - float(account.ceiling[position])
        carried = Words(" (termasuk sisa {left})", " (with {left} left over)").with_(left=money(left))
        said = words.with_(
            source=Words(f"{source} ", f"from {source} ") if source is not None else NOTHING,
            year=year, spent=money(most + excess), most=money(most), excess=money(excess),
            carried=carried if left > 0 else NOTHING,
        )  # fmt: skip
        yield Broken("ceiling", () if source is None else (source,), said, year, excess)


def _starts(plan: Plan, portfolio: Portfolio) -> Iterator[Broken]:
    first, last = plan.period.first_year, plan.period.last_year
    outside = Words(
        "{key} mulai {start}, di luar masa rencana {years}.",
        "{key} starts in {start}, outside the plan's period {years}.",
    )
    untimely = Words(
        "{key} mulai {start}, di luar rentang mulainya {years}.",
        "{key} starts in {start}, outside its start window {years}.",
    )
    for key, one in portfolio.items():
        if not first <= one.start <= last:
            words = outside.with_(key=key, start=one.start, years=span(first, last))
            yield Broken("period", (key,), words, one.start)
        window = one.innovation.start
        if window and not window.earliest <= one.start <= window.latest:
            words = untimely.with_(key=key, start=one.start, years=span(window.earliest, window.latest))
            yield Broken("window", (key,), words, one.start)


def _requires(portfolio: Portfolio) -> Iterator[Broken]:
    missing = Words(
        "{key} mensyaratkan {required}, tetapi {required} tidak dipilih dengan tahun mulai.",
        "{key} requires {required}, but {required} is not chosen with a start year.",
    )
    late = Words(
        "{key} mulai {start}, tetapi {required} yang disyaratkannya baru berjalan {works}.",
        "{key} starts in {start}, but {required}, which it requires, works only from {works}.",
    )
    for key, one in portfolio.items():
        for required in dict.fromkeys(one.innovation.requires or ()):
            other = portfolio.get(required)
            if other is None:
                yield Broken(
                    "requires", (key, required), missing.with_(key=key, required=required), one.start
                )
            elif other.works > one.start:
                words = late.with_(key=key, start=one.start, required=required, works=other.works)
                yield Broken("requires", (key, required), words, one.start)


def _alternatives(portfolio: Portfolio) -> Iterator[Broken]:
    groups: dict[str, list[str]] = defaultdict(list)
    for key, one in portfolio.items():
        if one.innovation.alternative_group is not None:
            groups[one.innovation.alternative_group].append(key)
    words = Words(
        "Dari kelompok pilihan “{group}” hanya satu boleh dipilih, terpilih {count}: {members}.",
        "Only one of the alternatives “{group}” may be chosen, but {count} are: {members}.",
    )
    for group, members in groups.items():
        if len(members) > 1:
            said = words.with_(group=group, count=len(members), members=listed(members))
            yield Broken("alternative_group", (group, *members), said)


def _parallel_projects(plan: Plan, portfolio: Portfolio) -> Iterator[Broken]:
    led = defaultdict(list)
    for key, one in portfolio.items():
        led[one.innovation.lead_agency].append((key, one))
    for agency in plan.agencies or ():
        if agency.parallel_projects is not None:
            yield from _capacity(plan, agency, agency.parallel_projects, led[agency.code])


def _capacity(plan: Plan, agency: Agency, limit: int, mine: list[tuple[str, Scheduled]]) -> Iterator[Broken]:
    """One sentence an agency: the years beyond its limit, and what it builds in the worst of them."""
    years = range(plan.period.first_year, plan.period.last_year + 1)
    building = Counter(year for _, one in mine for year in range(one.start, one.works))
    over = [year for year in years if building[year] > limit]
    if not over:
        return
    worst = max(over, key=lambda year: building[year])
    names = [key for key, one in mine if one.start <= worst < one.works]
    others = [year for year in over if year != worst]
    also = Words("; lewat batas juga pada {years}", "; beyond it also in {years}")
    words = Words(
        "{agency} hanya dapat membangun {limit} sekaligus, tetapi pada {worst} ada {count} ({names}){also}.",
        "{agency} can build only {limit} at once, but in {worst} builds {count} ({names}){also}.",
    ).with_(
        agency=agency.name, limit=innovations(limit), worst=worst,
        count=len(names), names=listed(names),
        also=also.with_(years=spans(others)) if others else NOTHING,
    )  # fmt: skip
    yield Broken("parallel_projects", (agency.code, *names), words, worst)


def _dimensions(plan: Plan, portfolio: Portfolio) -> Iterator[Broken]:
    least = (plan.settings and plan.settings.minimum_per_dimension) or 0
    words = Words(
        "Dimensi {dimension}: terpilih {chosen}, paling sedikit {least}{short}.",
        "Dimension {dimension}: {chosen} chosen, at least {least} needed{short}.",
    )
    short = Words(
        "; dimensi ini hanya punya {there}, kurang dari batas itu",
        "; the dimension has only {there}, fewer than that minimum",
    )
    there = Counter(innovation.dimension for innovation in plan.innovations or ())
    counted = Counter(one.innovation.dimension for one in portfolio.values())
    for dimension, name in DIMENSIONS.items():
        if there[dimension] and (chosen := counted[dimension]) < least:
            lacking = (
                short.with_(there=innovations(there[dimension])) if there[dimension] < least else NOTHING
            )
            said = words.with_(dimension=name, chosen=innovations(chosen), least=least, short=lacking)
            yield Broken("minimum_per_dimension", (dimension,), said)


def _quick_wins(plan: Plan, portfolio: Portfolio) -> Iterator[Broken]:
    least, first = (plan.settings and plan.settings.minimum_quick_wins) or 0, plan.period.first_year
    found = [key for key, one in portfolio.items() if one.innovation.quick_win and one.start == first]
    if len(found) < least:
        words = Words(
            "Program cepat yang mulai pada tahun pertama ({first}): {count}, paling sedikit {least}.",
            "Quick wins that start in the first year ({first}): {count}, at least {least} needed.",
        ).with_(first=first, count=len(found), least=least)
        yield Broken("minimum_quick_wins", tuple(found), words, first)
