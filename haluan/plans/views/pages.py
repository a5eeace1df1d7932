"""The list of plans, and the document of one."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from masterplan.document import canonical

from ..models import Plan
from .asking import asked_text, asked_version
from .shared import readable

SORTS = {"nama": "region__name", "baru": "-changed_at", "inovasi": "-innovations"}
A_PAGE = 50


@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """Every plan this person may read: searched by region or title, sorted, a page at a time."""
    asked = asked_text(request, "q")
    sort = request.GET.get("urut", "nama")
    found = Plan.objects.readable_by(request.user).named_like(asked).with_counts().select_related("region")
    found = found.order_by(SORTS.get(sort, SORTS["nama"]), "slug")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("halaman"))
    query = urlencode({"q": asked, "urut": sort})
    context = {"page": page, "query": query, "asked": asked, "sort": sort, "section": "plans"}
    return render(request, "plans/plans.html", context)


@require_safe
def download(request: HttpRequest, slug: str) -> HttpResponse:
    """The canonical JSON, as it is or as it was at `?versi=`. A fictional one says so."""
    found = readable(request, slug)
    number = asked_version(request, "versi", found)
    document = found.document() if number is None else found.document_at(number)
    version = found.version if number is None else number
    response = HttpResponse(canonical(document), content_type="application/json; charset=utf-8")
    mark = "-latihan" if found.fictional else ""
    response["Content-Disposition"] = f'attachment; filename="{slug}-{version}{mark}.json"'
    if found.fictional:
        response["X-Haluan-Data"] = "rekaan; data latihan, daerah ini tidak ada"
    return response
