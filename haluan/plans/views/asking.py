"""Reading what an address asks for; whatever it holds, there is an answer."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from masterplan.document import COLLECTIONS, PathError
from masterplan.document.paths import shape_at
from masterplan.document.shape import PLAN

from ..models import Plan


def asked_version(request: HttpRequest, name: str, plan: Plan) -> int | None:
    """The version asked for in the query, None when none is; 404 for what has never been."""
    text = request.GET.get(name, "")
    if not text:
        return None
    if not text.isascii() or not text.isdecimal() or len(text) > 9 or int(text) > plan.version:
        raise Http404
    return int(text)


def asked_text(request: HttpRequest, name: str) -> str:
    """A short text of the query; NUL, which the database cannot compare, is left out."""
    return request.GET.get(name, "").replace("\0", "").strip()[:200]


def known_field(collection: str | None, field: str) -> str:
    """A field path of an address, or 404 where it is none of the collection's (None: of the plan's own)."""
    try:
        shape_at(COLLECTIONS[collection].shape if collection else PLAN, field)
    except (KeyError, PathError):
        raise Http404 from None
    return field
