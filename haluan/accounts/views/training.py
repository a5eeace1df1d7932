"""Pages that exist in training only."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import authenticate, login
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from ..models import Letter


@require_POST
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """One click signs in a fictional person; the page that asked for a sign-in comes next."""
    user = authenticate(request, training_person=request.POST.get("siapa", "").replace("\0", ""))
    if user is None:
        raise Http404
    login(request, user)
    UserSession.objects.create_from_request(request)
    # Nobody here has a password: as fresh as if it had just been typed.
    record_authentication(request, user, method="training", reauthenticated=True)
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if safe else resolve_url(settings.LOGIN_REDIRECT_URL))


@require_GET
def mailbox(request: HttpRequest) -> HttpResponse:
    """Letters that would have been e-mail: my own, or before signing in those to made-up addresses."""
    if not settings.TRAINING:
        raise Http404
    letters = Letter.objects.all()
    if request.user.is_authenticated:
        letters = letters.filter(to=request.user.email)
    else:
        letters = letters.filter(fictional_addresses())
    page = Paginator(letters, 20).get_page(request.GET.get("hal"))
    return render(request, "accounts/mailbox.html", {"page": page})


def fictional_addresses() -> Q:
    """Domains set aside for examples (RFC 2606), to which no real letter can go."""
    found = Q()
    for end in (".example", ".test", ".invalid", "@example.com", "@example.net", "@example.org"):
        found |= Q(to__endswith=end)
    return found
