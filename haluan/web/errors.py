"""Refusals and failures: what happened, what is safe, the way on."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _


class Refused(PermissionDenied):
    """A refusal that says why, and where to go instead. `instead` is a list of (address, words)."""

    def __init__(self, why: str, *, title: str = "", instead: list[tuple[str, str]] | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.title = title
        self.instead = instead or []


def page(request: HttpRequest, status: int, title: str, why: str, instead: Any = ()) -> HttpResponse:
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
    """A refusal with its reason, and always a way on: for whoever is not signed in, first to the sign-in and back."""
    title = why = ""
    instead: list[tuple[str, str]] = []
    if isinstance(exception, Refused):
        title, why, instead = exception.title, exception.why, exception.instead
    return page(
        request,
        403,
        title or _("Bagian ini bukan untuk peran Anda"),
        why or _("Minta izin kepada koordinator daerah atau kantor program."),
        [*way_in(request), *instead] or [(reverse("work"), _("Ke pekerjaan saya"))],
    )


def way_in(request: HttpRequest) -> list[tuple[str, str]]:
    if request.user.is_authenticated:
        return []
    back = urlencode({"next": request.get_full_path() if request.method == "GET" else "/"})
    return [(f"{resolve_url(settings.LOGIN_URL)}?{back}", _("Masuk"))]


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
    why = _(
        "Yang sudah tersimpan tetap aman. Coba lagi sebentar lagi; bila berulang, sebutkan laporan %(report)s."
    )
    return page(request, 500, _("Kesalahan ada pada kami"), why % {"report": report})
