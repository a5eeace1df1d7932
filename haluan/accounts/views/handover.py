"""Handing my roles over to a successor."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ..forms import HandoverForm
from ..mail import send_letter
from ..models import Handover, User
from ..notices import notify
from .invitations import mail_invitation


@require_http_methods(["GET", "POST"])
@login_required
def handover(request: HttpRequest) -> HttpResponse:
    """Choose roles and a successor, read what will happen, confirm."""
    form = HandoverForm(request.POST or None, user=request.user)
    context = {"form": form, "past": past_of(request.user)}
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/handover.html", context)
    if "pasti" not in request.POST:
        return render(request, "accounts/handover_confirm.html", context)
    roles = list(form.cleaned_data["roles"])
    email = form.cleaned_data["email"]
    done = Handover.objects.start(roles, email=email, by=request.user, note=form.cleaned_data["note"])
    for each in done:
        tell(each, request.user)
    if all(each.done_at for each in done):
        messages.success(
            request, _("Peran berpindah ke %(email)s. Yang menunggu ikut berpindah.") % {"email": email}
        )
    else:
        messages.success(
            request, _("Undangan dikirim ke %(email)s. Peran pindah saat diterima.") % {"email": email}
        )
    return redirect("me")


def tell(handover: Handover, giver: User) -> None:
    if handover.new_role:
        successor = handover.new_role.user
        notify(
            successor,
            what=gettext_lazy("Anda menerima peran baru"),
            why=_("%(role)s, diserahkan oleh %(name)s.") % {"role": handover.new_role, "name": giver},
            url=reverse("work"),
        )
        send_letter(successor.email, "handover", role=handover.new_role, giver=giver)
    elif handover.invitation:
        mail_invitation(handover.invitation, handover.token)


def past_of(user: User) -> list[Handover]:
    """Handovers from or to a person: done, waiting, cancelled."""
    involved = Q(role__user=user) | Q(new_role__user=user)
    found = Handover.objects.filter(involved).select_related(
        "role__region", "role__institution", "role__user"
    )
    return list(found[:20])
