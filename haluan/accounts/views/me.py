"""My account: roles, security, notices, language, hand-over, signing out."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ..models import Invitation
from ..rules import invitable_kinds, roles_of


@require_GET
@login_required
def me(request: HttpRequest) -> HttpResponse:
    factors = list(request.user.authenticator_set.values_list("type", flat=True))
    context = {
        "section": "me",
        "roles": roles_of(request.user),
        "unread": request.user.notices.filter(read_at=None).count(),
        "offered": Invitation.objects.open().filter(email=request.user.email).count(),
        "invites": bool(invitable_kinds(request.user)),
        "passkeys": factors.count(Authenticator.Type.WEBAUTHN),
        "app": Authenticator.Type.TOTP in factors,
        "codes": Authenticator.Type.RECOVERY_CODES in factors,
    }
    return render(request, "accounts/me.html", context)
