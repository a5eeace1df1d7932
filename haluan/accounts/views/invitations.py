"""Inviting people, and answering an invitation."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ..forms import InvitationForm, NewAccountForm
from ..mail import address_of, send_letter
from ..models import Invitation, Role, User
from ..models.invitation import hash_of
from ..rules import holds, invitable_kinds, may, regions_of

Kind = Role.Kind


@require_GET
@login_required
def invitations(request: HttpRequest) -> HttpResponse:
    """What I (or my office, or my region) invited, each with its state."""
    may(request.user, "accounts.invite")
    page = Paginator(visible_to(request.user), 50).get_page(request.GET.get("hal"))
    kinds = [(kind, Kind(kind).label) for kind in invitable_kinds(request.user)]
    return render(request, "accounts/invitations.html", {"page": page, "kinds": kinds})


def visible_to(user: User) -> QuerySet[Invitation]:
    sent = Invitation.objects.select_related("region", "institution", "invited_by")
    if holds(user, Kind.OFFICE):
        return sent
    mine = Q(invited_by=user) | Q(
        region__in=regions_of(user, Kind.HEAD, Kind.COORDINATOR),
        kind__in=[Kind.HEAD, Kind.COORDINATOR, Kind.MEMBER],
    )
    return sent.filter(mine)


@require_http_methods(["GET", "POST"])
@login_required
def invite(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in Kind.values:
        raise Http404
    may(request.user, "accounts.invite")
    if kind not in invitable_kinds(request.user):
        may(request.user, "accounts.invite", Role(kind=kind))
    form = InvitationForm(request.POST or None, kind=kind, inviter=request.user)
    if request.method == "POST" and form.is_valid():
        role = form.role()
        may(request.user, "accounts.invite", Role(**role))
        send_invitation(form.cleaned_data["email"], by=request.user, **role)
        messages.success(request, _("Undangan dikirim ke %(email)s.") % {"email": form.cleaned_data["email"]})
        return redirect("invitations")
    return render(request, "accounts/invite.html", {"form": form, "kind": kind, "label": Kind(kind).label})


def send_invitation(email: str, by: User | None, **role: Any) -> Invitation:
    invitation, token = Invitation.objects.offer(email=email, by=by, **role)
    mail_invitation(invitation, token)
    return invitation


def mail_invitation(invitation: Invitation, token: str) -> None:
    link = address_of(reverse("invitation", args=[token]))
    send_letter(invitation.email, "invitation", invitation=invitation, link=link)


@require_POST
@login_required
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(Invitation.objects.select_related("region", "institution"), pk=pk)
    may(request.user, "accounts.revoke_invitation", invitation)
    invitation.revoke()
    messages.success(request, _("Undangan untuk %(email)s dicabut.") % {"email": invitation.email})
    return redirect("invitations")


@require_GET
@login_required
def my_invitations(request: HttpRequest) -> HttpResponse:
    """The invitations to my address that wait for my answer."""
    waiting = Invitation.objects.open().filter(email=request.user.email)
    waiting = waiting.select_related("region", "institution", "invited_by")
    return render(request, "accounts/my_invitations.html", {"invitations": waiting})


@require_POST
@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(Invitation, pk=pk, email=request.user.email)
    if request.POST.get("jawab") == "tolak":
        invitation.decline(request.user)
        messages.success(request, _("Undangan ditolak."))
        return redirect("work")
    role = invitation.accept(request.user)
    messages.success(request, _("Peran Anda bertambah: %(role)s.") % {"role": role})
    return redirect("me")


@never_cache
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The address in the letter: a new account, or a role for the account of this address."""
    found = Invitation.objects.select_related("region", "institution", "invited_by")
    offered = get_object_or_404(found, token_hash=hash_of(token))
    owner = User.objects.filter(email=offered.email).first()
    known = owner is not None and owner.has_verified_address
    mine = request.user.is_authenticated and request.user.email == offered.email
    context = {"invitation": offered, "known": known, "mine": mine}
    if not offered.is_open or known or request.user.is_authenticated:
        # Nothing to fill in: a person with this address answers by `answer_invitation`.
        return render(request, "accounts/invitation.html", context)
    form = NewAccountForm(request.POST or None, email=offered.email)
    if request.method == "POST" and form.is_valid():
        user = offered.accept_as_new(form.cleaned_data["name"], form.cleaned_data["password"])
        messages.success(request, _("Akun Anda siap. Peran Anda: %(role)s.") % {"role": offered})
        return perform_login(request, Login(user=user))
    return render(request, "accounts/invitation.html", context | {"form": form})
