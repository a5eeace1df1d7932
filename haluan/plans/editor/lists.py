"""Lists that show more than names: chapters by book and place, figures as pictures, ceilings by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, get_args

from django.utils.translation import gettext as _

from haluan.plans.labels import CHOICES
from haluan.plans.models import Plan
from haluan.plans.words import lang
from masterplan.document import keys_of
from masterplan.document.types import FundingSource
from masterplan.language import rupiah_short

from . import forms
from .page import Page, element_url
from .pictures import figures_of
from .prose import words_in

Data = dict[str, Any]


def chapters_page(plan: Plan, data: Data, around: Data) -> tuple[str, Data]:
    """Chapters under their book and their place in it, in the order in which they are printed."""
    placed = defaultdict(list)
    for one in data.get("chapters", []):
        placed[one["book"], one.get("place", "")].append(
            {
                "key": one["id"],
                "title": one["title"],
                "url": element_url(plan, "chapters", one["id"]),
                "words": words_in(one.get("body", "")),
            }
        )
    places = [(code, CHOICES[code]) for code in forms.shape("chapters", "place").choices]
    books = [
        {
            "code": book,
            "name": CHOICES[book],
            "places": [
                {"name": name, "chapters": placed[book, code]}
                for code, name in [*places, ("", _("belum ditempatkan"))]
                if placed[book, code]
            ],
        }
        for book in forms.shape("chapters", "book").choices
    ]
    return "plans/editor/chapters.html", {**around, "books": books, "places": places}


def budget_page(plan: Plan, data: Data, around: Data) -> tuple[str, Data]:
    """Ceilings by year, each written in its place, with the sum of the year."""
    years: dict[int, list[Data]] = defaultdict(list)
    items = data.get("budget", [])
    for key, item in zip(keys_of("budget", items), items, strict=True):
        amount = Page(plan, data, "budget", key, item).line(forms.Line("amount"))
        amount.within = key
        years[item["year"]].append(
            {
                "key": key,
                "source": item.get("source", ""),
                "url": element_url(plan, "budget", key),
                "amount": amount,
                "value": item["amount"],
            }
        )
    period = range(data["period"]["first_year"], data["period"]["last_year"] + 1)
    return "plans/editor/budget.html", {
        **around,
        "ceilings": [{"year": year, "lines": lines, **sums(lines)} for year, lines in sorted(years.items())],
        "years": period,
        "missing": [year for year in period if year not in years] if years else [],
        "sources": get_args(FundingSource),
    }


def sums(lines: list[Data]) -> Data:
    """The money of a year: what is said for all sources, else the sources together; both where they differ."""
    whole = sum(one["value"] for one in lines if not one["source"])
    parts = sum(one["value"] for one in lines if one["source"])
    differ = bool(whole and parts) and whole != parts
    return {
        "sum": rupiah_short(whole or parts, lang()),
        "parts": rupiah_short(parts, lang()) if differ else "",
    }


def figures_page(plan: Plan, data: Data, around: Data) -> tuple[str, Data]:
    return "plans/editor/figures.html", {**around, "figures": figures_of(plan, data)}


LISTS: dict[str, Callable[[Plan, Data, Data], tuple[str, Data]]] = {
    "budget": budget_page,
    "chapters": chapters_page,
    "figures": figures_page,
}
