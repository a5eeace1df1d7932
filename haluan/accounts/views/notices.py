"""Notices: the list, reading, and when letters come."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ..forms import NoticeChoiceForm
from ..mail import choice_of
from ..models import Notice


@require_GET
@login_required
def notices(request: HttpRequest) -> HttpResponse:
    page = Paginator(request.user.notices.all(), 50).get_page(request.GET.get("hal"))
    unread = request.user.notices.filter(read_at=None).count()
    return render(request, "accounts/notices.html", {"page": page, "unread": unread})


@require_POST
@login_required
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Marks one as read and goes where it points."""
    notice = get_object_or_404(Notice, pk=pk, user=request.user)
    Notice.objects.filter(pk=notice.pk, read_at=None).update(read_at=timezone.now())
    safe = url_has_allowed_host_and_scheme(notice.url, None)
    return redirect(notice.url if safe else "notices")


@require_POST
@login_required
def read_all(request: HttpRequest) -> HttpResponse:
    request.user.notices.filter(read_at=None).update(read_at=timezone.now())
    return redirect("notices")


@require_http_methods(["GET", "POST"])
@login_required
def choice(request: HttpRequest) -> HttpResponse:
    form = NoticeChoiceForm(request.POST or None, instance=choice_of(request.user))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Pilihan Anda disimpan."))
        return redirect("notices")
    return render(request, "accounts/notice_choice.html", {"form": form})
