"""When things happen: the road map by dimension, and the quick wins."""

from __future__ import annotations

from masterplan.books.innovation import service_change
from masterplan.books.money import works_from
from masterplan.books.reading import Data, Reading, cut
from masterplan.document.types import Innovation

ALT_LENGTH = 12_000  # characters; PDF/A allows 32767 bytes in one string, and the table says it all again


def roadmap(reading: Reading) -> Data:
    """Bars as shares of the plan's width (0 to 1), by dimension, with the same in words; what has no start
    yet.
    """
    period = reading.plan.period
    years = list(range(period.first_year, period.last_year + 1))
    scheduled = [one for one in reading.chosen if one.scheduled_start is not None and years]
    groups = []
    for key in reading.used_dimensions():
        rows = [_row(reading, one, years) for one in scheduled if one.dimension == key]
        if rows:
            name = reading.dimension(key)
            alt = cut(f"{name}. {'; '.join(row['alt'] for row in rows)}.", ALT_LENGTH)
            groups.append({"key": key, "name": name, "rows": rows, "alt": alt})
    first = sum(one.scheduled_start == period.first_year for one in scheduled)
    return {
        "years": [str(year) for year in years],
        "groups": groups,
        "lead": reading.say("roadmap-lead", scheduled=len(scheduled), first=first, year=period.first_year),
        "unscheduled": [reading.link(one.id) for one in reading.chosen if one.scheduled_start is None],
    }


def _row(reading: Reading, innovation: Innovation, years: list[int]) -> Data:
    start, works = innovation.scheduled_start or 0, works_from(innovation) or 0
    schedule = reading.schedule(innovation) or ""
    quick = f" ({reading.say('quick-win')})" if innovation.quick_win else ""
    return {
        "innovation": reading.link(innovation.id),
        "title": cut(innovation.title, 200),
        "quick_win": bool(innovation.quick_win),
        "building": _span(start, works, years),
        "working": _span(works, years[-1] + 1, years) if years else None,
        "built": reading.years(start, works - 1),
        "works": str(works),
        "assumed": innovation.duration_years is None,
        "alt": f"{innovation.id} {cut(innovation.title, 200)}{quick}: {schedule}",
    }


def _span(first: int, after: int, years: list[int]) -> list[float] | None:
    """From the start of year `first` to the start of year `after`, as [from, width] in shares of the plan."""
    if not years:
        return None
    inside_first, inside_after = max(first, years[0]), min(after, years[-1] + 1)
    if inside_after <= inside_first:
        return None
    return [(inside_first - years[0]) / len(years), (inside_after - inside_first) / len(years)]


def quick_wins(reading: Reading) -> list[Data]:
    """Quick wins that are not refused: what changes, who leads, when."""
    return [
        {
            "innovation": reading.link(one.id),
            "dimension": reading.dimension(one.dimension),
            "key": one.dimension,
            "change": service_change(one.service_change),
            "lead": reading.agency(one.lead_agency),
            "schedule": reading.schedule(one),
            "assumed": one.scheduled_start is not None and one.duration_years is None,
            "standing": reading.standing(one),
        }
        for one in reading.innovations
        if one.quick_win and one.decision != "not_chosen"
    ]
