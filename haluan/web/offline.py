"""What a device may show without a network: a page says so here, the worker of the browser keeps it for its person."""

from __future__ import annotations

import json

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

KEEP, PERSON = "X-Keep", "X-Person"


def kept(response: HttpResponse) -> HttpResponse:
    """The page may be kept on the device of whoever opened it, until that person signs out."""
    response.headers[KEEP] = "yes"
    return response


@require_GET
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """The script that stands between pages and the network; a new version with every change of the static files."""
    names = sorted(
        name
        for name in getattr(staticfiles_storage, "hashed_files", {})
        if name.startswith("js/") or name in {"haluan.css", "mark.svg"}
    )
    context = {
        "version": getattr(staticfiles_storage, "manifest_hash", ""),
        "files": json.dumps([staticfiles_storage.url(name) for name in names]),
        "static": settings.STATIC_URL,
    }
    return render(request, "web/worker.js", context, content_type="text/javascript; charset=utf-8")


@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """What stands on this device, for who opens a page that is not kept while there is no network."""
    return render(request, "web/offline.html")
