"""Every number opens: its formula with the plan's own values, who set them, and their sources."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from haluan.plans import rules as plan_rules
from haluan.plans.labels import field_label
from haluan.plans.models import ChangeSet, Plan
from haluan.plans.reading import said
from haluan.plans.reading.plan import Reading
from haluan.plans.words import lang
from masterplan.impact import explain
from masterplan.impact.rules import needed_by
from masterplan.impact.worked import Item, Worked, spent_in, worked
from masterplan.language import number, rounded, rupiah

from .. import rules
from ..asked import turned
from ..assumed import few
from ..choice import Choice, choice_of
from .shared import seen

Input = tuple[str, str, str]
"""Collection, element and field."""


@require_safe
def figure(request: HttpRequest, slug: str) -> HttpResponse:
    """`?apa=nilai`, `?apa=IN-07` or `?apa=2028`, of the portfolio that the address names."""
    plan = seen(request, slug)
    choice = choice_of(plan, request.GET)
    reading, what = choice.reading, request.GET.get("apa", "nilai")
    if reading.impact is None:
        about: dict[str, Any] = {
            "kind": "trouble",
            "heading": _("Belum dapat dihitung"),
            "trouble": reading.trouble.say(lang()),
        }  # type: ignore[union-attr]
    elif what == "nilai":
        about = whole(reading)
    elif what in reading.innovations:
        about = innovation(plan, choice, what)
    elif what.isdecimal() and len(what) == 4 and int(what) in reading.years:
        about = year(reading, int(what))
    else:
        raise Http404
    shared = {
        "plan": plan,
        "fictional": plan.fictional,
        "section": "plans",
        "here": "budget",
        "may_write": plan_rules.may_write(request.user, plan),
        "may_run": rules.may_run(request.user, plan),
    }
    return render(request, "impact/figure.html", {**shared, "choice": choice, "reading": reading, **about})


# -- the whole value


def whole(reading: Reading) -> dict[str, Any]:
    impact = reading.impact
    assert impact is not None
    rows = sorted((problem(reading, one) for one in worked(reading.plan)), key=lambda row: -row["amount"])
    values = {"years": said.about(impact.person_years.expected)}
    return {
        "kind": "whole",
        "heading": _("Dari mana %(years)s orang-tahun") % values,
        "rows": rows,
        "total": exact(impact.person_years.expected),
        "plain": exact(impact.unweighted_person_years.expected),
        "low": said.about(impact.person_years.low),
        "high": said.about(impact.person_years.high),
        "discount": reading.plan.settings.discount_rate if reading.plan.settings else None,
    }


def problem(reading: Reading, one: Worked) -> dict[str, Any]:
    item = one.problem
    return {
        **reading.link(item.id),
        "people": said.whole(item.people_affected) if item.people_affected is not None else "",
        "severity": said.whole(item.severity) if item.severity is not None else "",
        "equity": exact(one.equity),
        "relieved": exact(one.relieved),
        "amount": one.person_years,
        "person_years": exact(one.person_years),
        "plain": exact(one.unweighted),
        "evidence": item.evidence or "D",
        "sources": reading.sources_of(item.sources),
        "years": [
            {
                "year": each.year,
                "felt": " · ".join(f"{key} {exact(share)}" for key, share in each.felt),
                "product": " × ".join(f"(1 {chr(8722)} {exact(share)})" for _key, share in each.felt),
                "taken": exact(each.taken),
                "discount": exact(each.discount),
            }
            for each in one.years
            if each.felt
        ],
        "blame": [
            {
                "label": field_label("problems", field),
                "url": blame_address(reading.slug, ("problems", item.id, field)),
            }
            for field in ("people_affected", "severity", "equity_weight")
            if getattr(item, field) is not None
        ],
    }


def exact(figure: float) -> str:
    """Six significant digits: enough to recognise the calculator's answer; the finding above stays rounded."""
    return rounded(figure, lang(), 6)


# -- one innovation


def innovation(plan: Plan, choice: Choice, key: str) -> dict[str, Any]:
    reading = choice.reading
    one, told = reading.innovations[key], explain(reading.plan, key)
    inside = key in choice.portfolio
    wanted: list[Input] = [
        ("innovations", key, field)
        for field in ("addresses", "duration_years")
        if getattr(one, field) is not None
    ]
    for line in told.lines:
        item = reading.problems[line.problem]
        wanted += [
            ("problems", item.id, field)
            for field in ("people_affected", "severity", "equity_weight")
            if getattr(item, field) is not None
        ]
    values = {"key": key, "years": said.about(told.added)}
    return {
        "kind": "innovation",
        "heading": (
            _("%(key)s menambah %(years)s orang-tahun")
            if inside
            else _("%(key)s akan menambah %(years)s orang-tahun")
        )
        % values,
        "one": reading.link(key),
        "told": told,
        "inside": inside,
        "added": exact(told.added),
        "alone": exact(told.alone.expected),
        "alone_range": said.span(told.alone),
        "lines": [line_of(reading, line) for line in told.lines],
        "inputs": set_by(plan, reading, wanted),
        "sources": reading.sources_of(one.sources),
        "unweighted": plain_of(reading, told),
        **turn_of(choice, key),
    }


def turn_of(choice: Choice, key: str) -> dict[str, Any]:
    """What was asked of the optimum about this innovation: nothing where another portfolio is looked at."""
    run = choice.optimisation
    if run is None or choice.moved:
        return {"run": None}
    asked = run.inquiries.filter(kind="turn", about=key).exclude(state="cancelled").order_by("-id").first()
    done = asked is not None and asked.state == "done"
    if asked:
        asked.optimisation = run
    return {
        "run": run,
        "inquiry": asked,
        "turned": [*leaning(choice, key), *turned(asked.result["data"], key in run.portfolio)]
        if asked and done
        else [],
    }


def leaning(choice: Choice, key: str) -> list[str]:
    """What of the choice waits for an innovation: it stays for their sake."""
    found = needed_by(choice.reading.plan, choice.portfolio, key)
    return [_("Yang terpilih dan memerlukannya: %(keys)s.") % {"keys": few(found)}] if found else []


def line_of(reading: Reading, line: Any) -> dict[str, Any]:
    item = reading.problems[line.problem]
    return {
        **reading.link(line.problem),
        "words": line.words.say(lang()).partition(": ")[2],
        "added": exact(line.added),
        "sources": reading.sources_of(item.sources),
    }


def plain_of(reading: Reading, told: Any) -> str:
    """The same addition without equity weights: each problem's part divided by its weight."""
    total = 0.0
    for line in told.lines:
        equity = reading.problems[line.problem].equity_weight
        total += line.added / float(equity) if equity else line.added
    return said.about(total)


def set_by(plan: Plan, reading: Reading, wanted: list[Input]) -> list[dict[str, Any]]:
    """Who last set each input and when. One query however many."""
    condition = Q()
    for collection, key in {(collection, key) for collection, key, _field in wanted}:
        condition |= Q(changes__contains=[{"collection": collection, "element": key}])
    history = list(plan.history().filter(condition)) if wanted else []
    return [
        {
            "label": field_label(collection, field),
            "element": key,
            "url": blame_address(reading.slug, (collection, key, field)),
            "by": next((one for one in history if touched(one, collection, key, field)), None),
        }
        for collection, key, field in wanted
    ]


def touched(one: ChangeSet, collection: str, key: str, field: str) -> bool:
    return bool(one.changes_to(collection, key, field))


def blame_address(slug: str, given: Input) -> str:
    return reverse("plan-blame", args=[slug, *given])


# -- one year's money


def year(reading: Reading, year: int) -> dict[str, Any]:
    impact = reading.impact
    assert impact is not None
    items = spent_in(reading.plan, year)
    limit = impact.ceilings[None][year]
    own = reading.spending.ceilings.get(None, {}).get(year)
    spent = impact.spending[year]
    return {
        "kind": "year",
        "heading": _("Belanja %(year)s: %(amount)s") % {"year": year, "amount": said.money(spent)},
        "rows": [item_of(reading, one, year) for one in items],
        "total": rupiah(round(sum(one.amount for one in items)), lang()),
        "ceiling": None if own is None else rupiah(round(own), lang()),
        "available": None if limit is None else rupiah(round(limit), lang()),
        "left": None if limit is None else number(round(limit - spent), lang()),
        "sources": [
            {
                "name": source or _("pemungkin bersama dan yang belum ada sumbernya"),
                "amount": rupiah(round(amounts[year]), lang()),
            }
            for source, amounts in impact.spending_by_source.items()
            if round(amounts[year])
        ],
    }


def item_of(reading: Reading, one: Item, year: int) -> dict[str, Any]:
    field = {
        "building": "costs",
        "running": "costs",
        "operating": "operating_per_year",
        "enabler": "capital",
        "upkeep": "operating_per_year",
    }[one.kind]
    collection = "enablers" if one.kind in ("enabler", "upkeep") else "innovations"
    return {
        **reading.link(one.id),
        "what": kind_said(one.kind),
        "since": one.since,
        "amount": rupiah(round(one.amount), lang()),
        "blame": blame_address(reading.slug, (collection, one.id, field)),
    }


def kind_said(kind: str) -> str:
    return {
        "building": _("modal"),
        "running": _("operasi tahun itu"),
        "operating": _("operasi tiap tahun"),
        "enabler": _("modal pemungkin"),
        "upkeep": _("operasi pemungkin tiap tahun"),
    }[kind]
