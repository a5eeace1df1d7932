"""What a proposed element says, field by field, in words somebody reads beside the file: money by year, names for codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.words import lang, spoken
from masterplan.language import number, rupiah_short

Data = dict[str, Any]
Names = Mapping[str, Mapping[str, str]]
"""By collection: key → what people call it."""


def spelled(name: str, value: Any, element: Data, names: Names) -> str:
    """One field of an element, for people; what it refers to is told by name."""
    match name:
        case "costs":
            return "; ".join(_cost(cost, element) for cost in value)
        case "start":
            return _span(value)
        case "funding":
            return ", ".join(f"{one['source']} {_percent(one['share'])}" for one in value)
        case "outcomes":
            return "; ".join(map(_outcome, value))
        case "addresses":
            return "; ".join(_called(one["problem"], names["problems"]) for one in value)
        case "lead_agency":
            return _called(value, names["agencies"])
        case "partner_agencies":
            return ", ".join(_called(code, names["agencies"]) for code in value)
        case "sub_activities":
            return "; ".join(" ".join(filter(None, [one["code"], one.get("name")])) for one in value)
    return spoken(name, value)


def _called(key: str, names: Mapping[str, str]) -> str:
    return names.get(key, key)


def _cost(cost: Data, element: Data) -> str:
    first = element.get("start", {}).get("earliest")
    if first is None:
        year = _("tahun ke-%(n)s") % {"n": cost["offset"] + 1}
    else:
        year = str(first + cost["offset"])
    told = {"capital": _("modal"), "operating": _("operasi")}
    amounts = [f"{told[kind]} {rupiah_short(cost[kind], lang())}" for kind in told if kind in cost]
    return f"{year}: {', '.join(amounts)}"


def _span(start: Data) -> str:
    years = dict.fromkeys(str(start[name]) for name in ("earliest", "latest") if name in start)
    return "–".join(years)


def _percent(share: float) -> str:
    return f"{number(round(share * 100, 1), lang())}%"


def _outcome(outcome: Data) -> str:
    indicator = outcome["indicator"]
    said = f"{indicator['name']} ({indicator['unit']})"
    if "baseline" in indicator:
        said += ", " + _("kini %(value)s") % {"value": number(indicator["baseline"], lang())}
    targets = [f"{year}: {number(value, lang())}" for year, value in outcome.get("targets", {}).items()]
    return said + (", " + ", ".join(targets) if targets else "")
