"""Reading version numbers from an address."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from ..models import Plan


def asked_version(request: HttpRequest, name: str, plan: Plan) -> int | None:
    """The version asked for in the query, None when none is; 404 for what has never been."""
    text = request.GET.get(name, "")
    if not text:
        return None
    if not text.isascii() or not text.isdecimal() or len(text) > 9 or int(text) > plan.version:
        raise Http404
    return int(text)
