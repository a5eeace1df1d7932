"""A lost second factor: asking, verifying, cancelling, the one-time link."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.stagekit import clear_login, get_pending_stage
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from .. import recovery as recoveries
from ..forms import RecoveryForm, VerifyForm
from ..models import Recovery
from ..models.invitation import hash_of
from ..models.recovery import waiting_period
from ..rules import may


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Open only to somebody whose password was right a moment ago and who stands before the second factor."""
    stage = get_pending_stage(request)
    if stage is None or stage.urlname != "mfa_authenticate" or stage.login.user is None:
        messages.warning(request, _("Masuk dahulu dengan kata sandi, lalu pilih “Faktor kedua hilang”."))
        return redirect("account_login")
    user = stage.login.user
    open_one = Recovery.objects.open().filter(user=user).first()
    form = RecoveryForm(request.POST or None)
    if request.method == "POST" and open_one is None and form.is_valid():
        recoveries.ask(user, form.cleaned_data["reason"])
        clear_login(request)
        return render(
            request, "accounts/recovery_asked.html", {"email": user.email, "wait": waiting_period()}
        )
    return render(request, "accounts/recovery_ask.html", {"form": form, "open": open_one})


@require_http_methods(["GET", "POST"])
@login_required
def recovery(request: HttpRequest, pk: int) -> HttpResponse:
    """For the person responsible: who asks, why, and how he was known."""
    found = get_object_or_404(Recovery.objects.select_related("user", "verified_by", "ended_by"), pk=pk)
    may(request.user, "accounts.verify_recovery", found)
    form = VerifyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        how = form.cleaned_data["how"]
        if "tolak" in request.POST:
            recoveries.refuse(found, request.user, how)
            messages.success(request, _("Permintaan ditolak. %(name)s diberi tahu.") % {"name": found.user})
        else:
            recoveries.verify(found, request.user, how)
            messages.success(
                request, _("Dipastikan. Tautan masuk dikirim ke alamat %(name)s.") % {"name": found.user}
            )
        return redirect("work")
    roles = found.user.roles.current().select_related("region", "institution")
    return render(request, "accounts/recovery.html", {"recovery": found, "form": form, "roles": roles})


@never_cache
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """From the letter: it wasn't me, or I found it again."""
    found = recoveries.recovery_to_cancel(token)
    if request.method == "POST":
        found.cancel()
        messages.success(
            request, _("Permintaan pemulihan dibatalkan. Ganti kata sandi Anda bila bukan Anda yang meminta.")
        )
        return redirect("account_login")
    return render(request, "accounts/recovery_cancel.html", {"recovery": found})


@never_cache
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Opening shows a button, so that a mail scanner uses nothing up; pressing it signs in once."""
    found = get_object_or_404(Recovery.objects.select_related("user"), token_hash=hash_of(token))
    if request.method == "GET":
        return render(request, "accounts/recovery_link.html", {"recovery": found})
    user = recoveries.use(found)
    record_authentication(request, user, method="recovery", reauthenticated=True)
    messages.success(request, _("Faktor kedua yang lama sudah dihapus. Pasang yang baru sekarang."))
    return perform_login(request, Login(user=user, redirect_url=reverse("mfa_index")))
