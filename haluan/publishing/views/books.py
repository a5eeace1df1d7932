"""The books of a plan: what there is, asking for one, how far it is, stopping it, the PDF."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from haluan.plans.models import Plan
from haluan.plans.views.shared import readable
from haluan.web.errors import Refused, page
from haluan.web.views import back

from .. import rules
from ..books import asked_here, language_of, remember, row_of, rows, too_often
from ..models import BookFile, BookRun


@require_http_methods(["GET", "HEAD", "POST"])
def books(request: HttpRequest, slug: str) -> HttpResponse:
    plan = readable(request, slug)
    if request.method == "POST":
        return ask(request, plan)
    language = language_of(request)
    context = {
        "plan": plan,
        "fictional": plan.fictional,
        "section": "plans",
        "rows": rows(request, plan, language),
        "language": language,
    }
    return render(request, "publishing/books.html", context)


def ask(request: HttpRequest, plan: Plan) -> HttpResponse:
    """For the version that was on the page; what was the present then, without a name, is the present now."""
    number = wanted_number(request, plan)
    answer = rules.may_ask(request.user, plan, number)
    if not answer:
        raise Refused(answer.reason, instead=[(reverse("plan-book", args=[plan.slug]), _("Kembali ke buku"))])
    why_not = too_often(request)
    if why_not:
        instead = [(reverse("plan-book", args=[plan.slug]), _("Kembali ke buku"))]
        return page(request, 429, _("Terlalu banyak permintaan"), why_not, instead)
    by = request.user if request.user.is_authenticated else None
    run = BookRun.ask(plan, number, language=language_of(request), by=by)
    if by is None and run.live:
        remember(request, run)
    return redirect(run)


def wanted_number(request: HttpRequest, plan: Plan) -> int:
    asked = request.POST.get("versi", "")
    if not asked.isdecimal() or len(asked) > 9:
        return plan.version
    number = int(asked)
    named = plan.named_versions.filter(number=number).exists()
    again = request.user.is_authenticated and plan.book_runs.filter(number=number).exists()
    return number if named or again else plan.version


@never_cache
@require_safe
def state(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One row of the page, for `job.js`; a person who comes here is shown the page."""
    plan = readable(request, slug)
    if "X-Fragment" not in request.headers:
        return redirect("plan-book", slug)
    language = language_of(request)
    row = row_of(request, plan, number, language)
    if row.run is None and number != plan.version:
        raise Http404
    return render(request, "publishing/_book.html", {"plan": plan, "row": row, "language": language})


@require_POST
def cancel(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    plan = readable(request, slug)
    runs = BookRun.objects.filter(plan=plan, number=number, language=language_of(request))
    run = runs.filter(state__in=BookRun.LIVE).prefetch_related("askings").first()
    if run is None:
        messages.info(request, _("Pembuatan buku itu sudah selesai atau sudah dibatalkan."))
        return back(request)
    run.plan = plan
    answer = rules.may_cancel(request.user, run, asked_here(request, run))
    if not answer:
        raise Refused(answer.reason, instead=[(run.get_absolute_url(), _("Kembali ke buku"))])
    if run.cancel():
        messages.success(request, _("Penyusunan Buku II dibatalkan. Buku yang sudah ada tidak berubah."))
    return back(request)


@require_safe
def file(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The PDF of a version, whole or not at all; the page where it can be asked for while there is none."""
    plan = readable(request, slug)
    language = language_of(request, default="id")
    done = BookRun.objects.filter(plan=plan, number=number, language=language, book=2, state="done")
    found = done.values_list("file", "file__sha256").first()
    if found is None:
        return redirect("plan-book", slug)
    pk, sha256 = found
    etag = f'"{sha256}"'
    response = get_conditional_response(request, etag=etag) or pdf(plan, number, language, pk)
    response["ETag"] = etag
    # A version never changes, so its book is fetched once; a draft's stays out of every shared memory.
    public = "public, max-age=31536000, immutable"
    response["Cache-Control"] = public if plan.public else "private, no-store"
    if request.user.is_authenticated:
        BookRun.objects.get(file=pk).seen_by(request.user)
    return response


def pdf(plan: Plan, number: int, language: str, pk: int) -> HttpResponse:
    content = BookFile.objects.values_list("content", flat=True).get(pk=pk)
    response = HttpResponse(bytes(content), content_type="application/pdf")
    marks = [
        plan.slug,
        f"v{number}",
        *(["en"] if language == "en" else []),
        *(["latihan"] if plan.fictional else []),
    ]
    response["Content-Disposition"] = f'attachment; filename="buku-2-{"-".join(marks)}.pdf"'
    response["Content-Language"] = language
    if plan.fictional:
        response["X-Haluan-Data"] = "rekaan; data latihan, daerah ini tidak ada"
    return response
