"""When something took place."""

from __future__ import annotations

from typing import Any

from django import template

from haluan.programme.dates import span

register = template.Library()


@register.filter
def when(event: Any) -> str:
    """The days of an event, or nothing when they are not known."""
    return span(event.starts_on, event.ends_on)
