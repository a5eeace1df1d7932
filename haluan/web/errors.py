"""Refusals and failures: what happened, what is safe, the way on."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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
            exception.instead,
        )
    return page(
        request,
        403,
        _("Bagian ini bukan untuk peran Anda"),
        _("Minta izin kepada koordinator daerah atau kantor program."),
    )


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
