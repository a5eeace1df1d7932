"""What the plan does for people, opened down to its formula, its inputs and its sources."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.labels import CHOICES
from haluan.plans.words import lang
from masterplan.document.types import Problem
from masterplan.impact import Estimate, Explanation, by_district, explain

from . import said
from .overview import FIRST, evidence, gaps, problem_row, share_of
from .plan import Reading, weight


def impact(reading: Reading) -> dict[str, Any]:
    found = relieved(reading)
    most = max((estimate.high for _one, estimate in found), default=0)
    told = explanations(reading)
    rows = [row(reading, one, estimate, most, told) for one, estimate in found]
    return {
        "name": _("Manfaat"),
        "heading": heading(reading),
        "lead": lead(reading),
        "trouble": reading.trouble.say(lang()) if reading.trouble else "",
        "person_years": reading.person_years,
        "unweighted": reading.impact.unweighted_person_years if reading.impact else None,
        "potential": reading.impact.potential
        if reading.impact and reading.impact.potential.high > 0
        else None,
        "finding": finding(found, reading),
        "rows": rows[:FIRST],
        "more": rows[FIRST:],
        "all": rows,
        "untouched": untouched(reading),
        "evidence": evidence(reading),
        "discount": reading.plan.settings.discount_rate if reading.plan.settings else None,
        "places": places(reading),
        "gaps": gaps(reading),
        "counted": sum(weight(one) is not None for one in reading.problems.values()),
        "shares": sum(
            each.share is not None for one in reading.innovations.values() for each in one.addresses or ()
        ),
        "relations": sum(len(one.addresses or ()) for one in reading.innovations.values()),
        "problems": len(reading.problems),
    }


def heading(reading: Reading) -> str:
    """The figure with its range, or that nobody knows it."""
    found = reading.person_years
    if found is None:
        return _("Berapa warga yang akan terbantu belum diketahui")
    values = {"figure": said.about(found.expected), "between": said.between(found)}
    if values["between"]:
        return _("%(figure)s orang-tahun terbantu, %(between)s") % values
    return _("%(figure)s orang-tahun terbantu") % values


def lead(reading: Reading) -> str:
    found = evidence(reading)["finding"]
    if reading.impact is None or reading.person_years is None:
        return f"{found}."
    plain = said.about(reading.impact.unweighted_person_years.expected)
    return _("Tanpa bobot pemerataan %(plain)s. %(evidence)s.") % {"plain": plain, "evidence": found}


def relieved(reading: Reading) -> list[tuple[Problem, Estimate]]:
    """Problems that get less, the most relieved first."""
    found = [
        (one, estimate) for key, one in reading.problems.items() if (estimate := reading.of_problem(key))
    ]
    return sorted(found, key=lambda pair: -pair[1].expected)


def untouched(reading: Reading) -> list[dict[str, str]]:
    """Problems of which nothing chosen takes anything away."""
    return [reading.link(key) for key in reading.problems if reading.of_problem(key) is None]


def finding(found: list[tuple[Problem, Estimate]], reading: Reading) -> str:
    total = sum(estimate.expected for _one, estimate in found)
    if total <= 0:
        return ""
    half, few = 0.0, 0
    while half < total / 2:
        half, few = half + found[few][1].expected, few + 1
    values = {
        "few": few,
        "all": len(found),
        "left": len(reading.problems) - len(found),
        "part": said.share(half / total),
    }
    if len(found) == 1:
        return _("Seluruh manfaat yang terhitung datang dari satu masalah")
    if not values["left"]:
        return _("%(part)s manfaat datang dari %(few)s dari %(all)s masalah yang berkurang") % values
    return (
        _(
            "%(part)s manfaat datang dari %(few)s dari %(all)s masalah yang berkurang; %(left)s masalah belum tersentuh"
        )
        % values
    )


def explanations(reading: Reading) -> dict[str, Explanation]:
    """The calculation of each innovation that counts, by its id."""
    return {one.id: explain(reading.plan, one.id) for one in reading.scheduled} if reading.impact else {}


def row(
    reading: Reading, one: Problem, estimate: Estimate, most: float, told: dict[str, Explanation]
) -> dict[str, Any]:
    assert reading.impact is not None
    plain = reading.impact.unweighted_per_problem[one.id]
    return {
        **problem_row(reading, one),
        "estimate": estimate, "unweighted": plain, "weighted": round(plain.expected, 6) != round(estimate.expected, 6),
        "low": said.coordinate(100 * estimate.low / most), "mid": said.coordinate(100 * estimate.expected / most),
        "high": said.coordinate(100 * estimate.high / most),
        "equity": 1 if one.equity_weight is None else one.equity_weight, "yearly": weight(one),
        "grade": str(CHOICES[one.evidence or "D"]), "sources": reading.sources_of(one.sources),
        "lines": [
            {**reading.link(key), "words": line.words.say(lang()).partition(": ")[2]}
            for key, explanation in told.items() for line in explanation.lines if line.problem == one.id
        ],
    }  # fmt: skip


def places(reading: Reading) -> dict[str, Any]:
    """Person-years by district, per thousand residents where the residents are counted."""
    if not reading.districts or reading.impact is None or reading.person_years is None:
        return {"rows": [], "finding": ""}
    spread = by_district(reading.plan, reading.impact)
    rows = [
        {"name": one.name, "estimate": spread.districts[code], "population": one.population,
         "rate": 1000 * spread.districts[code].expected / one.population if one.population else None}
        for code, one in reading.districts.items() if code in spread.districts
    ]  # fmt: skip
    if not rows:
        return {"rows": [], "finding": ""}
    rows.sort(key=lambda each: -(each["rate"] or 0))
    most = max(each["rate"] or 0 for each in rows)
    for each in rows:
        each["part"] = share_of(each["rate"] or 0, most)
    unplaced = (
        spread.unplaced.expected / reading.person_years.expected if reading.person_years.expected else 0
    )
    return {"rows": rows, "finding": places_finding(rows), "unplaced": unplaced if unplaced > 1e-9 else None}


def places_finding(rows: list[dict[str, Any]]) -> str:
    rated = [each for each in rows if each["rate"]]
    if len(rated) < 2:
        return _("Manfaat menurut kecamatan, sejauh sebaran warganya diketahui")
    values = {
        "most": rated[0]["name"],
        "least": rated[-1]["name"],
        "times": said.whole(round(rated[0]["rate"] / rated[-1]["rate"], 1)),
    }
    return _("Per seribu warga, %(most)s terbantu %(times)s kali %(least)s") % values
