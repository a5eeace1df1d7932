"""The road map: what is built when, from when it is felt, and what each is worth."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.words import lang
from masterplan.document.types import Innovation

from . import said
from .overview import share_of, starts_finding, works
from .plan import Reading, dimensions


def roadmap(reading: Reading) -> dict[str, Any]:
    groups = []
    most = max(
        (estimate.expected for one in reading.scheduled if (estimate := reading.of_innovation(one.id))),
        default=0,
    )
    for code, name in [*dimensions(), (None, _("Belum berdimensi"))]:
        rows = [bar(reading, one, most) for one in reading.scheduled if one.dimension == code]
        if rows:
            groups.append({"code": code or "", "name": name, "rows": rows})
    return {
        "name": _("Peta jalan"),
        "heading": starts_finding(reading),
        "lead": lead(reading),
        "finding": finding(reading),
        "years": list(reading.years),
        "count": len(reading.years),
        "groups": groups,
        "waiting": [reading.link(one.id) for one in reading.chosen if one.scheduled_start is None],
        "proposed": [{**reading.link(one.id), "window": window(one)} for one in reading.proposed],
        "refused": [
            reading.link(one.id) for one in reading.innovations.values() if one.decision == "not_chosen"
        ],
        "broken": [one.words.say(lang()) for one in reading.impact.broken if one.rule != "ceiling"]
        if reading.impact
        else [],
    }


def lead(reading: Reading) -> str:
    """How many of the promises have a time."""
    values = {
        "scheduled": len(reading.scheduled), "chosen": len(reading.chosen), "period": reading.period,
        "quick": sum(bool(one.quick_win) for one in reading.scheduled),
    }  # fmt: skip
    if not reading.chosen:
        return _("Belum ada inovasi yang dipilih untuk %(period)s, jadi belum ada jadwal.") % values
    if not reading.scheduled:
        return (
            _("%(chosen)s inovasi dipilih untuk %(period)s, tetapi tahun mulainya belum diketahui.") % values
        )
    return (
        _(
            "%(scheduled)s dari %(chosen)s inovasi terpilih punya tahun mulai dalam rencana "
            "%(period)s; %(quick)s di antaranya program cepat."
        )
        % values
    )


def finding(reading: Reading) -> str:
    """When most is being built at once, and from when everything works."""
    building = {
        year: sum((one.scheduled_start or 0) <= year < (works(one) or 0) for one in reading.scheduled) for year in reading.years
    }  # fmt: skip
    busiest = max(building, key=lambda year: building[year], default=0)
    done = max((works(one) or 0 for one in reading.scheduled), default=0)
    if not building.get(busiest):
        return _("Tidak ada yang masih dibangun dalam masa rencana")
    if len(reading.scheduled) == 1:
        begin = reading.scheduled[0].scheduled_start or 0
        return _("Dibangun %(built)s, dirasakan mulai %(works)s") % {
            "built": said_years(begin, done - 1),
            "works": done,
        }
    values = {"year": busiest, "count": building[busiest], "done": done, "last": reading.years[-1]}
    if done in reading.years:
        return (
            _("Paling banyak dibangun pada %(year)s, %(count)s inovasi; sejak %(done)s semuanya dirasakan")
            % values
        )
    return (
        _(
            "Paling banyak dibangun pada %(year)s, %(count)s inovasi; "
            "tidak semuanya dirasakan sebelum %(last)s berakhir"
        )
        % values
    )


def window(one: Innovation) -> str:
    return f"{one.start.earliest}–{one.start.latest}" if one.start else ""


def bar(reading: Reading, one: Innovation, most: float) -> dict[str, Any]:
    """One row: building and working as parts of the plan's years, and the same in words."""
    begin, work = one.scheduled_start or 0, works(one) or 0
    estimate = reading.of_innovation(one.id)
    return {
        **reading.link(one.id),
        "build": span(reading.years, begin, work),
        "work": span(reading.years, work, reading.years.stop),
        "at": min(max(begin - reading.years.start, 0), len(reading.years) - 1),
        "quick": bool(one.quick_win),
        "start": begin,
        "built": said_years(begin, work - 1),
        "works": work,
        "felt": said_years(work, reading.years[-1]) if work in reading.years else "",
        "assumed": one.duration_years is None,
        "agency": reading.agency(one.lead_agency),
        "person_years": estimate,
        "part": share_of(estimate.expected, most) if estimate else "0%",
    }


def span(years: range, first: int, after: int) -> dict[str, str] | None:
    """From the start of `first` to the start of `after`, in years after the plan's first; None where outside."""
    first, after = max(first, years.start), min(after, years.stop)
    if after <= first:
        return None
    return {"x": said.coordinate(first - years.start), "w": said.coordinate(after - first)}


def said_years(first: int, last: int) -> str:
    return str(first) if first >= last else f"{first}–{last}"
