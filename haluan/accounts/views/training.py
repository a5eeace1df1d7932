"""Pages that exist in training only."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import authenticate, login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST


@require_POST
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """One click signs in a fictional person; the page that asked for a sign-in comes next."""
    user = authenticate(request, training_person=request.POST.get("siapa", ""))
    if user is None:
        raise Http404
    login(request, user)
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return redirect(target if safe else resolve_url(settings.LOGIN_REDIRECT_URL))
