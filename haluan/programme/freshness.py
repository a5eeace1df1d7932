"""Public pages that a browser need not fetch twice, and that are never older than what they show."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

PACKAGE = Path(__file__).resolve().parents[1]
View = Callable[..., HttpResponse]

# What else public pages are made of: each query gives one value. Later stages add theirs.
STAMPS: dict[str, str] = {
    "data": "(SELECT string_agg(checksum, '' ORDER BY name) FROM programme_loadeddata)",
    "fictional": "(SELECT count(*)::text FROM regions_region WHERE fictional)",
}


@functools.cache
def build() -> str:
    """Of the code, templates and translations that are running."""
    kinds = {".py", ".html", ".mo", ".css", ".js"}
    files = sorted(path for path in PACKAGE.rglob("*") if path.suffix in kinds)
    told = "".join(f"{path}{path.stat().st_mtime_ns}" for path in files)
    return hashlib.sha256(told.encode()).hexdigest()


def stamps(request: HttpRequest) -> dict[str, str | None]:
    """The present value of every stamp; one query for a request."""
    known: dict[str, str | None] | None = getattr(request, "stamps", None)
    if known is None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT " + ", ".join(STAMPS.values()))
            known = dict(zip(STAMPS, cursor.fetchone(), strict=True))
        request.stamps = known
    return known


def facts_version(request: HttpRequest) -> str:
    """Of the regions and the programme alone: what is built from these is remembered under it.

    Empty when no data was loaded; then nothing is to be remembered.
    """
    now = stamps(request)
    return f"{now['data']}|{now['fictional']}" if now["data"] else ""


def etag(request: HttpRequest) -> str:
    """The cookies that change a page are part of it: language, theme, and the token its forms carry."""
    cookies = [request.COOKIES.get(name, "") for name in ("tema", settings.CSRF_COOKIE_NAME)]
    parts = [
        build(),
        *map(str, stamps(request).values()),
        str(get_language()),
        request.get_full_path(),
        str(timezone.localdate()),
        *cookies,
    ]
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'


def public_page(view: View) -> View:
    """For GET and HEAD only. Anonymous readers get an entity tag and 304 when nothing changed."""

    @functools.wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if (
            request.user.is_authenticated
            or settings.SESSION_COOKIE_NAME in request.COOKIES
            or "messages" in request.COOKIES
        ):
            return view(request, *args, **kwargs)
        tag = etag(request)
        known = parse_etags(request.headers.get("If-None-Match", ""))
        response = HttpResponse(status=304) if tag in known else view(request, *args, **kwargs)
        if response.status_code in (200, 304):
            response["ETag"] = tag
            patch_cache_control(response, private=True, no_cache=True)
            patch_vary_headers(response, ["Cookie"])
        return response

    return require_safe(answered)
