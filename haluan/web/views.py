"""Pages that belong to no stage: health, my work, language and theme, the gallery of pieces."""

from __future__ import annotations

import functools
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from .context import THEMES
from .errors import Refused
from .waiting import parts_for, waiting_for

A_YEAR = 365 * 24 * 3600


@require_GET
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers; for the supervisor and for whoever watches the service."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})


@require_GET
@login_required
def work(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "web/work.html",
        {"waiting": waiting_for(request.user), "parts": parts_for(request.user), "section": "work"},
    )


@require_GET
def pieces(request: HttpRequest) -> HttpResponse:
    """Every piece in every state, so that it is looked at in one place."""
    return render(request, "web/pieces.html")


def only_from_here(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """POST from a page of this site, told by what every browser says of where a form stood.

    Instead of a token, so that pages that carry such a form are the same for every visitor; only for what
    sets a harmless cookie."""

    @functools.wraps(view)
    def answered(request: HttpRequest) -> HttpResponse:
        own = {f"{request.scheme}://{request.get_host()}", settings.ORIGIN}
        site = request.headers.get("Sec-Fetch-Site")
        if site != "same-origin" and (site or request.headers.get("Origin") not in own):
            why = _("Bahasa dan tampilan hanya dapat diganti dari halaman Haluan sendiri.")
            raise Refused(why, instead=[(reverse("home"), _("Halaman muka"))])
        return view(request)

    return csrf_exempt(require_POST(answered))


@only_from_here
def language(request: HttpRequest) -> HttpResponse:
    response = back(request)
    code = request.POST.get("bahasa", "")
    if check_for_language(code):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, max_age=A_YEAR, secure=request.is_secure(), samesite="Lax"
        )
    return response


@only_from_here
def theme(request: HttpRequest) -> HttpResponse:
    response = back(request)
    chosen = request.POST.get("tema", "")
    if chosen in THEMES:
        response.set_cookie("tema", chosen, max_age=A_YEAR, secure=request.is_secure(), samesite="Lax")
    else:
        response.delete_cookie("tema")
    return response


def back(request: HttpRequest) -> HttpResponse:
    """To the page the form stood on, never to another site."""
    target = request.POST.get("kembali", "/")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if safe else "/")  # `redirect` would take it for the name of a page
