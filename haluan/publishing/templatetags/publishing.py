"""How long a book takes, and how its making stands."""

from __future__ import annotations

from django import template
from django.utils.translation import ngettext

register = template.Library()


@register.filter
def spell_seconds(seconds: int) -> str:
    """`38 detik`, `4 menit`, `2 jam`, `3 hari`: whole units, rounded down."""
    if seconds < 60:
        return ngettext("%(n)s detik", "%(n)s detik", seconds) % {"n": seconds}
    if seconds < 3600:
        return ngettext("%(n)s menit", "%(n)s menit", seconds // 60) % {"n": seconds // 60}
    if seconds < 86400:
        return ngettext("%(n)s jam", "%(n)s jam", seconds // 3600) % {"n": seconds // 3600}
    return ngettext("%(n)s hari", "%(n)s hari", seconds // 86400) % {"n": seconds // 86400}


@register.filter
def state_shape(state: str) -> str:
    """The class of `.state` for the state of a run."""
    return {"done": "ok", "failed": "bad", "queued": "idle", "cancelled": "idle"}.get(state, "")
