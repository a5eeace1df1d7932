"""Pages that belong to no stage: health, my work, language and theme, the gallery of pieces."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_GET, require_POST

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


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    response = back(request)
    code = request.POST.get("bahasa", "")
    if check_for_language(code):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, max_age=A_YEAR, secure=request.is_secure(), samesite="Lax"
        )
    return response


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    response = back(request)
    chosen = request.POST.get("tema", "")
    if chosen in {"light", "dark"}:
        response.set_cookie("tema", chosen, max_age=A_YEAR, secure=request.is_secure(), samesite="Lax")
    else:
        response.delete_cookie("tema")
    return response


def back(request: HttpRequest) -> HttpResponse:
    """To the page the form stood on, never to another site."""
    target = request.POST.get("kembali", "/")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if safe else "/")  # `redirect` would take it for the name of a page
