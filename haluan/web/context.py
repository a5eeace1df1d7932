"""What every template may use."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

THEMES = frozenset({"light", "dark"})


def everywhere(request: HttpRequest) -> dict[str, object]:
    return {"training_mode": settings.TRAINING, "theme": theme_of(request)}


def theme_of(request: HttpRequest) -> str:
    """`light` or `dark` as chosen; empty: as the device has it."""
    chosen = request.COOKIES.get("tema", "")
    return chosen if chosen in THEMES else ""
