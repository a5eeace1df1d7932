"""Sources and roles in the language of the page."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from haluan.regions.phrases import in_indonesian

register = template.Library()


@register.filter
def said(text: str) -> str:
    """A source or role of the package's data, in the language that is read."""
    return text if get_language() == "en" else in_indonesian(text)
