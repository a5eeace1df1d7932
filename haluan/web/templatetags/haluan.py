"""Filters and tags that every page may use: numbers as Indonesians write them, dimensions with their names."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()

DIMENSIONS = {
    "governance": _("Tata kelola"),
    "branding": _("Citra daerah"),
    "economy": _("Ekonomi"),
    "living": _("Kehidupan"),
    "society": _("Masyarakat"),
    "environment": _("Lingkungan"),
}


@register.filter
def dimension_name(code: str) -> Any:
    return DIMENSIONS.get(code, code)
