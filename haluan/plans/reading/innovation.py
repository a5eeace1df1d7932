"""One innovation as a page to read: the service first, technology last, then money, time and proof."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.labels import CHOICES
from haluan.plans.words import lang
from masterplan.books.money import spending
from masterplan.document.types import Enabler, Innovation, Outcome, Relief
from masterplan.impact import explain

from . import said
from .budget import source_name
from .overview import works
from .plan import Reading, told, weight
from .roadmap import said_years


def innovation(reading: Reading, key: str) -> dict[str, Any]:
    """Raises KeyError for an id the plan does not have."""
    one = reading.innovations[key]
    return {
        "heading": one.title,
        "lead": lead(reading, one),
        "one": one,
        "dimension": one.dimension or "",
        "decision": CHOICES.get(one.decision or "proposed"),
        "change": told(one.service_change),
        "problems": [relief(reading, each) for each in one.addresses or ()],
        "enablers": [enabler(each) for each in technology_last(reading, one.enablers)],
        "cost": cost(reading, one),
        "funding": [{"name": source_name(each.source), "share": each.share} for each in one.funding or ()],
        "agency": reading.agency(one.lead_agency),
        "partners": [reading.agency(code) for code in one.partner_agencies or ()],
        "schedule": schedule(one),
        "window": said_years(one.start.earliest, one.start.latest) if one.start else "",
        "requires": [reading.link(each) for each in one.requires or ()],
        "required_by": [
            reading.link(each.id) for each in reading.innovations.values() if key in (each.requires or ())
        ],
        "alternatives": alternatives(reading, one),
        "outcomes": [outcome(each) for each in one.outcomes or ()],
        "alignment": [(source_name(each.document), each.reference or "") for each in one.alignment or ()],
        "worth": worth(reading, one),
        "sources": reading.sources_of(one.sources),
    }


def lead(reading: Reading, one: Innovation) -> str:
    """Where it stands and from when it is felt, with its figure or that there is none."""
    standing = {
        "chosen": _("Dipilih"), "not_chosen": _("Diputuskan tidak dipilih"),
    }.get(one.decision or "", _("Masih berupa usul"))  # fmt: skip
    if one.decision == "chosen":
        begin = works(one)
        standing = (
            _("Dipilih; dirasakan warga mulai %(year)s") % {"year": begin}
            if begin
            else _("Dipilih; tahun mulainya belum diketahui")
        )
    estimate = reading.of_innovation(one.id)
    if estimate is None:
        return (
            _("%(standing)s. Berapa warga yang terbantu belum diketahui.") % {"standing": standing}
            if one.decision == "chosen"
            else f"{standing}."
        )
    values = {
        "standing": standing,
        "figure": said.about(estimate.expected),
        "between": said.between(estimate),
    }
    if values["between"]:
        return (
            _("%(standing)s. Tanpa inovasi ini hilang kira-kira %(figure)s orang-tahun, %(between)s.")
            % values
        )
    return _("%(standing)s. Tanpa inovasi ini hilang kira-kira %(figure)s orang-tahun.") % values


def relief(reading: Reading, each: Relief) -> dict[str, Any]:
    """A problem it relieves: how many people × how hard, and the part it takes away."""
    problem = reading.problems[each.problem]
    return {
        **reading.link(each.problem),
        "people": problem.people_affected,
        "severity": problem.severity,
        "group": problem.group or "",
        "yearly": weight(problem),
        "share": triangle(each),
        "lag": each.lag_years,
        "note": each.note or "",
        "grade": str(CHOICES[each.evidence]) if each.evidence else "",
    }


def triangle(each: Relief) -> str:
    """`35 % (20 %–45 %)`; empty while nobody knows."""
    share = each.share
    if share is None:
        return ""
    if share.low is None or share.high is None:
        return said.share(share.mode)
    return f"{said.share(share.mode)} ({said.share(share.low)}–{said.share(share.high)})"


def technology_last(reading: Reading, keys: Iterable[str] | None) -> list[Enabler]:
    found = [reading.enablers[key] for key in keys or ()]
    return sorted(found, key=lambda each: (each.kind == "technology", each.kind == "data"))


def enabler(each: Enabler) -> dict[str, Any]:
    return {
        "id": each.id, "name": each.title, "kind": CHOICES.get(each.kind, each.kind), "description": each.description or "",
        "exists": bool(each.exists), "capital": each.capital, "yearly": each.operating_per_year,
    }  # fmt: skip


def schedule(one: Innovation) -> str:
    begin, work = one.scheduled_start, works(one)
    if begin is None or work is None:
        return ""
    return _("Dibangun %(built)s, dirasakan mulai %(works)s") % {
        "built": said_years(begin, work - 1),
        "works": work,
    }


def alternatives(reading: Reading, one: Innovation) -> list[dict[str, str]]:
    """The others of which at most one is chosen."""
    if not one.alternative_group:
        return []
    same = (each for each in reading.innovations.values() if each.alternative_group == one.alternative_group)
    return [reading.link(each.id) for each in same if each.id != one.id]


def cost(reading: Reading, one: Innovation) -> dict[str, Any]:
    """Its own spending by year (enablers apart), as planned or as if it began in its first possible year."""
    if (not one.costs and one.operating_per_year is None) or reading.impact is None:
        return {"rows": []}
    start = explain(reading.plan, one.id).start
    alone = one.model_copy(update={"decision": "chosen", "scheduled_start": start})
    spent = spending(reading.plan.model_copy(update={"innovations": [alone], "enablers": []}))
    amounts = [(year, spent.capital[year], spent.operating[year]) for year in spent.years]
    largest = max((capital + operating for _year, capital, operating in amounts), default=0)
    unit, size = said.unit_of(largest)
    rows = [bar(place, *amount, largest, size) for place, amount in enumerate(amounts)]
    total = sum(capital + operating for _year, capital, operating in amounts)
    return {
        "rows": rows, "unit": unit, "count": len(rows), "supposed": one.scheduled_start is None or one.decision != "chosen",
        "start": start, "total": total, "finding": cost_finding(amounts, total, reading),
    }  # fmt: skip


def cost_finding(amounts: list[tuple[int, float, float]], total: float, reading: Reading) -> str:
    capital = sum(each[1] for each in amounts)
    values = {
        "total": said.money(total),
        "period": reading.period,
        "capital": said.money(capital),
        "operating": said.money(total - capital),
    }
    if not total:
        return _("Tidak ada biaya dalam masa rencana %(period)s") % values
    return _("%(total)s selama %(period)s: %(capital)s membangun, %(operating)s menjalankan") % values


def bar(place: int, year: int, capital: float, operating: float, largest: float, size: int) -> dict[str, Any]:
    low, high = (10 * part / largest if largest else 0 for part in (operating, capital))
    return {
        "year": year, "x": said.coordinate(place + 0.18), "low": said.coordinate(low), "low_y": said.coordinate(10 - low),
        "high": said.coordinate(high), "high_y": said.coordinate(10 - low - high), "capital": said.in_unit(capital, size),
        "operating": said.in_unit(operating, size), "total": said.in_unit(capital + operating, size),
    }  # fmt: skip


def outcome(each: Outcome) -> dict[str, Any]:
    """An indicator with its way from baseline to targets, drawn small."""
    indicator = each.indicator
    targets = sorted((int(year), value) for year, value in (each.targets or {}).items())
    return {
        "name": indicator.name, "unit": indicator.unit, "baseline": indicator.baseline, "year": indicator.baseline_year,
        "better": CHOICES.get(indicator.better, "") if indicator.better else "", "standard": indicator.standard or "",
        "targets": [(year, said.whole(value)) for year, value in targets],
        "spark": spark(indicator.baseline, indicator.baseline_year, targets),
    }  # fmt: skip


def spark(
    baseline: float | None, year: int | None, targets: list[tuple[int, float]]
) -> dict[str, Any] | None:
    """Points of a line in a drawing 120 × 36, the first one the baseline; None with fewer than two."""
    points = ([(year, baseline)] if baseline is not None and year else []) + targets
    if len(points) < 2:
        return None
    first, last = points[0][0], points[-1][0]
    low, high = min(value for _year, value in points), max(value for _year, value in points)
    placed = [
        (
            said.coordinate(4 + 112 * (at - first) / max(last - first, 1)),
            said.coordinate(32 - 28 * (value - low) / (high - low or 1)),
        )
        for at, value in points
    ]
    return {
        "line": " ".join(f"{x},{y}" for x, y in placed),
        "points": placed[1:],
        "start": placed[0],
        "measured": baseline is not None and bool(year),
    }


def worth(reading: Reading, one: Innovation) -> dict[str, Any]:
    """Its person-years alone and in the plan, with the calculation of each problem for a pocket calculator."""
    if reading.impact is None or not one.addresses:
        return {}
    found = explain(reading.plan, one.id)
    return {
        "alone": found.alone if found.alone.high > 0 else None, "added": reading.of_innovation(one.id), "start": found.start,
        "lines": [line.words.say(lang()) for line in found.lines],
    }  # fmt: skip
