"""One problem as a page to read: who has it, how hard it is, what relieves it and how much of it stays."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.labels import CHOICES
from masterplan.document.types import Problem

from . import said
from .innovation import triangle
from .overview import share_of
from .plan import Reading, weight


def problem(reading: Reading, key: str) -> dict[str, Any]:
    """Raises KeyError for an id the plan does not have."""
    one = reading.problems[key]
    return {
        "heading": one.title,
        "lead": lead(one),
        "one": one,
        "dimension": one.dimension or "",
        "grade": str(CHOICES[one.evidence]) if one.evidence else "",
        "better": CHOICES.get(one.indicator.better, "") if one.indicator and one.indicator.better else "",
        "places": places(reading, one),
        "answers": [answer(reading, each, key) for each in reading.answering[key]],
        "rest": rest(reading, one),
        "sources": reading.sources_of(one.sources),
    }


def lead(one: Problem) -> str:
    heavy = weight(one)
    if heavy is not None:
        return _("%(people)s warga merasakannya; bebannya kira-kira %(burden)s orang-tahun setiap tahun.") % {
            "people": said.whole(one.people_affected or 0), "burden": said.about(heavy),
        }  # fmt: skip
    if one.people_affected is not None:
        return _("%(people)s warga merasakannya; seberapa berat bagi mereka belum diketahui.") % {
            "people": said.whole(one.people_affected)
        }
    return _("Berapa warga yang merasakannya belum diketahui.")


def places(reading: Reading, one: Problem) -> list[dict[str, Any]]:
    """Where it is felt: people by district where they are counted, else the names alone."""
    people = one.people_by_district or {}
    most = max(people.values(), default=0)
    codes = list(dict.fromkeys([*people, *(one.districts or ())]))
    found = [
        {"name": reading.districts[code].name if code in reading.districts else code, "people": people.get(code),
         "part": share_of(people.get(code, 0), most)}
        for code in codes
    ]  # fmt: skip
    return sorted(found, key=lambda each: -(each["people"] or 0))


def answer(reading: Reading, each: Any, key: str) -> dict[str, Any]:
    """An innovation that relieves it, and by how much."""
    relief = next(one for one in each.addresses if one.problem == key)
    return {
        **reading.link(each.id),
        "decision": each.decision or "proposed",
        "share": triangle(relief),
        "start": each.scheduled_start,
        "grade": str(CHOICES[relief.evidence]) if relief.evidence else "",
        "note": relief.note or "",
    }


def rest(reading: Reading, one: Problem) -> dict[str, Any] | None:
    """The burden of the whole period, what is taken from it and what stays; None while the burden is not known."""
    heavy = weight(one)
    if not heavy or reading.impact is None:
        return None
    rate = (reading.plan.settings and reading.plan.settings.discount_rate) or 0
    burden = heavy * sum((1 + rate) ** -place for place in range(len(reading.years)))
    taken = reading.impact.per_problem[one.id]
    return {
        "burden": burden, "taken": taken, "left": burden - taken.expected, "part": (burden - taken.expected) / burden,
        "v": share_of(burden - taken.expected, burden), "period": reading.period, "discounted": bool(rate),
    }  # fmt: skip
