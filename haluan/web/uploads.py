"""A limit on what a page takes in, asked before anything of it is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from .errors import page

AROUND = 100_000
"""Bytes of the other fields of a form."""


def at_most(size: int) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A view that takes files of `size` bytes together: more is refused by its announced length.

    The forgery token stands in the body, so it is looked for after that, by the view's own protection.
    """

    def limiting(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        protected = csrf_protect(view)

        @wraps(view)
        def limited(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
            told = request.META.get("CONTENT_LENGTH") or "0"
            if not told.isdecimal() or int(told) > size + AROUND:
                why = _("Berkasnya lebih dari %(mb)s MB. Perkecil dahulu, lalu kirim lagi.")
                return page(request, 413, _("Berkas terlalu besar"), why % {"mb": size // 1_000_000})
            return protected(request, *arguments, **named)

        return csrf_exempt(limited)

    return limiting
