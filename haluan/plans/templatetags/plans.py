"""What the pages of a plan's history ask of one line of change."""

from __future__ import annotations

from django import template
from django.urls import reverse

from ..words import Line

register = template.Library()


@register.filter
def blame_url(line: Line, slug: str) -> str:
    """Where it stands who wrote this field."""
    return reverse("plan-blame", args=[slug, line.collection or "rencana", line.element or "-", line.field])


@register.filter
def called(line: Line, titles: dict[tuple[str, str], str]) -> str:
    """What the element of a line is called now."""
    return titles.get((line.collection, line.element), "")
