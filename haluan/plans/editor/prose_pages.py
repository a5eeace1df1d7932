"""The lists of chapters and of figures: by book and place; as pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.labels import CHOICES
from haluan.plans.models import Plan

from . import forms
from .page import element_url
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


def figures_page(plan: Plan, data: Data, around: Data) -> tuple[str, Data]:
    return "plans/editor/figures.html", {**around, "figures": figures_of(plan, data)}


PROSE_PAGES: dict[str, Callable[[Plan, Data, Data], tuple[str, Data]]] = {
    "chapters": chapters_page,
    "figures": figures_page,
}
