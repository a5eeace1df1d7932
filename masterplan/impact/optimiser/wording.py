"""Rules that cannot hold together, each in one sentence with its numbers; and what would mend them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from masterplan.impact.optimiser.selection import Rule
from masterplan.impact.wording import DIMENSIONS, NOTHING, innovations, listed, money, span
from masterplan.language import Words

if TYPE_CHECKING:
    from masterplan.document.types import Plan
    from masterplan.impact.optimiser.conflict import Mend


def said(plan: Plan, rule: Rule, fixed: dict[str, int]) -> Words:
    """One rule as a sentence."""
    settings = plan.settings
    by_id = {one.id: one for one in plan.innovations or ()}
    match rule.kind:
        case "fixed":
            return _FIXED.with_(key=rule.about, year=fixed.get(rule.about, ""))
        case "minimum_quick_wins":
            least = (settings and settings.minimum_quick_wins) or 0
            quick = [one.id for one in by_id.values() if one.quick_win]
            known = listed(quick) if 0 < len(quick) <= 8 else innovations(len(quick))
            return _QUICK.with_(least=least, first=plan.period.first_year, there=known)
        case "minimum_per_dimension":
            least = (settings and settings.minimum_per_dimension) or 0
            members = [one.id for one in by_id.values() if one.dimension == rule.about]
            return _DIMENSION.with_(
                least=innovations(least),
                dimension=_dimension(rule.about),
                there=listed(members) if len(members) <= 8 else innovations(len(members)),
            )
        case "window":
            window = by_id[rule.about].start
            return _WINDOW.with_(key=rule.about, years=span(window.earliest, window.latest) if window else "")
        case "requires":
            return _REQUIRES.with_(key=rule.about, other=rule.more)
        case "alternative_group":
            members = [one.id for one in by_id.values() if one.alternative_group == rule.about]
            return _GROUP.with_(group=rule.about, members=listed(members))
        case "parallel_projects":
            agency = next(one for one in plan.agencies or () if one.code == rule.about)
            return _CREW.with_(agency=agency.name, limit=innovations(agency.parallel_projects or 0))
    amount = sum(
        one.amount
        for one in plan.budget or ()
        if (one.source or "") == rule.about and str(one.year) == rule.more
    )
    source = Words(f" dari {rule.about}", f" from {rule.about}") if rule.about else NOTHING
    return _CEILING.with_(source=source, year=rule.more, amount=money(amount))


def _dimension(name: str) -> Words | str:
    return next((words for dimension, words in DIMENSIONS.items() if dimension == name), name)


def _together(mend: Mend) -> float:
    """More of a source is more of all money too: not counted twice."""
    years = {year for _, year in mend.money}
    of_sources = {
        year: sum(amount for (source, when), amount in mend.money.items() if source and when == year)
        for year in years
    }
    return sum(max(mend.money.get((None, year), 0.0), of_sources[year]) for year in years)


def mending(mend: Mend) -> Words | None:
    """What extra money would make a choice possible, or None where it would not."""
    if not mend.money:
        return None
    parts: Sequence[tuple[tuple[str | None, int], float]] = sorted(
        mend.money.items(), key=lambda item: (item[0][1], item[0][0] or "")
    )
    lines = [
        (f"{source or 'seluruh dana'} {year}", f"{source or 'all money'} {year}", amount)
        for (source, year), amount in parts
    ]
    listing = [
        listed([f"{names[lang]} +{money(names[2]).say('id' if lang == 0 else 'en')}" for names in lines])
        for lang in (0, 1)
    ]
    return _MEND.with_(total=money(_together(mend)), parts=Words(listing[0].id, listing[1].en))


_FIXED = Words("{key} sudah dimulai {year} dan tetap", "{key} started in {year} and stays")
_QUICK = Words(
    "Paling sedikit {least} program cepat mulai {first} (ada {there})",
    "At least {least} quick wins start in {first} (there are {there})",
)
_DIMENSION = Words(
    "Paling sedikit {least} di dimensi {dimension} (ada {there})",
    "At least {least} in the dimension {dimension} (there are {there})",
)
_WINDOW = Words("{key} hanya boleh mulai {years}", "{key} may only start in {years}")
_REQUIRES = Words("{key} menunggu {other} berjalan", "{key} waits until {other} works")
_GROUP = Words(
    "Paling banyak satu dari kelompok “{group}”: {members}", "At most one of the group “{group}”: {members}"
)
_CREW = Words("{agency} membangun paling banyak {limit} sekaligus", "{agency} builds at most {limit} at once")
_CEILING = Words("Pagu{source} {year}: {amount}", "Ceiling{source} {year}: {amount}")
_MEND = Words(
    "Tambahan dana paling kecil yang membuatnya mungkin: {total} ({parts}).",
    "The least extra money that makes it possible: {total} ({parts}).",
)
