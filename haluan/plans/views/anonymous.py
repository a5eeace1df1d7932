"""Whole pages for readers without an account: made once for a version, sent compressed as they are kept.

Nothing of a visitor is in them: they are asked for by address, language and appearance alone, and a page
that took a token of its visitor is sent once and not kept.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Hashable
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language

from haluan.web.context import theme_of

from ..reading.kept import Kept


class Page(NamedTuple):
    packed: bytes
    """The HTML, compressed with gzip."""
    tag: str
    """Its entity tag."""


PAGES: Kept[Page] = Kept(600)


def is_anonymous(request: HttpRequest) -> bool:
    """Whether the answer depends on nothing but the address, the language and the appearance."""
    return not (
        request.user.is_authenticated
        or settings.SESSION_COOKIE_NAME in request.COOKIES
        or "messages" in request.COOKIES
        or request.META.get("QUERY_STRING")
    )


def kept_for_all(
    request: HttpRequest, version: Callable[[], Hashable], make: Callable[[], HttpResponse]
) -> HttpResponse:
    """The page of this version as it was made before, or made now. `version` is asked again after `make`,
    which may have read a newer one. The caller has already decided that this person may read it."""
    if not is_anonymous(request):
        return make()
    rest = (request.path, get_language(), theme_of(request))
    page = PAGES.get((version(), rest))
    if page is None:
        response = make()
        if response.status_code != 200 or "CSRF_COOKIE_NEEDS_UPDATE" in request.META:
            return response
        page = pack(response.content)
        PAGES.put((version(), rest), page)
    return sent(request, page)


def pack(content: bytes) -> Page:
    return Page(gzip.compress(content, 9, mtime=0), f'W/"{hashlib.sha256(content).hexdigest()[:32]}"')


def sent(request: HttpRequest, page: Page) -> HttpResponse:
    """The page, or 304 where the browser has it."""
    if page.tag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponse(status=304)
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(page.packed, headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(page.packed))
    response["ETag"] = page.tag
    patch_cache_control(response, private=True, no_cache=True)
    patch_vary_headers(response, ["Cookie", "Accept-Encoding"])
    return response
