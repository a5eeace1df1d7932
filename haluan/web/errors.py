"""Refusals and failures: what happened, what is safe, the way on."""

from __future__ import annotations

import logging
import secrets
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

log = logging.getLogger(__name__)


class Refused(PermissionDenied):
    """A refusal that says why, and where to go instead. `instead` is a list of (address, words)."""

    def __init__(self, why: str, *, title: str = "", instead: list[tuple[str, str]] | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.title = title
        self.instead = instead or []


def page(request: HttpRequest, status: int, title: str, why: str, instead: Any = ()) -> HttpResponse:
    """The page; only its sentence for a script that asked for JSON and shows it where somebody is writing."""
    if request.headers.get("Accept", "").startswith("application/json"):
        return HttpResponse(why, status=status, content_type="text/plain; charset=utf-8")
    return render(
        request,
        "web/error.html",
        {"status": status, "title": title, "why": why, "instead": instead},
        status=status,
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(
        request,
        400,
        _("Permintaan ini tidak dapat dibaca"),
        _("Muat ulang halaman sebelumnya, lalu coba lagi."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, Refused):
        return page(
            request,
            403,
            exception.title or _("Bagian ini bukan untuk peran Anda"),
            exception.why,
            [*sign_in(request), *exception.instead],
        )
    return page(
        request,
        403,
        _("Bagian ini bukan untuk peran Anda"),
        _("Minta izin kepada koordinator daerah atau kantor program."),
        sign_in(request) or [(reverse("work"), _("Pekerjaan saya"))],
    )


def sign_in(request: HttpRequest) -> list[tuple[str, str]]:
    """The way in, for whoever may only have forgotten to sign in; back to where that person was going."""
    user = getattr(request, "user", None)
    if user is None or user.is_authenticated:
        return []
    back = f"?{urlencode({'next': request.get_full_path()})}" if request.method in ("GET", "HEAD") else ""
    return [(reverse("account_login") + back, _("Masuk"))]


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return page(
        request, 403, _("Halaman ini sudah terlalu lama terbuka"),
        _("Kembali, muat ulang, lalu kirim lagi. Yang Anda ketik masih ada di halaman sebelumnya."),
    )  # fmt: skip


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(
        request,
        404,
        _("Halaman ini tidak ada, atau sudah pindah"),
        _("Cari daerah atau rencananya di bawah ini."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    report = secrets.token_hex(2).upper()
    log.error("Report %s: %s %s, its traceback follows", report, request.method, request.path)
    why = _(
        "Yang sudah tersimpan tetap aman. Coba lagi sebentar lagi; bila berulang, sebutkan laporan %(report)s."
    )
    return page(request, 500, _("Kesalahan ada pada kami"), why % {"report": report})
