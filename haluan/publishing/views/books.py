"""The books of a plan: what there is, asking for one, how far it is, stopping it, the file."""

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
from masterplan.books.programme_table import xlsx
from masterplan.document import load

from .. import rules
from ..books import Wanted, asked_here, place_of, remember, too_often, versions
from ..models import BookFile, BookRun

OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    "pdf": "application/pdf",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}


@require_http_methods(["GET", "HEAD", "POST"])
def books(request: HttpRequest, slug: str) -> HttpResponse:
    plan = readable(request, slug)
    if request.method == "POST":
        return ask(request, plan)
    language = Wanted.of(request).language
    context = {
        "plan": plan,
        "fictional": plan.fictional,
        "section": "plans",
        "versions": versions(request, plan, language),
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
    wanted = Wanted.of(request)
    run = BookRun.ask(plan, number, book=wanted.book, form=wanted.form, language=wanted.language, by=by)
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
    """One place of the page, for `job.js`; a person who comes here is shown the page."""
    plan = readable(request, slug)
    if "X-Fragment" not in request.headers:
        return redirect("plan-book", slug)
    wanted = Wanted.of(request)
    place = place_of(request, plan, number, wanted)
    if place.run is None and number != plan.version:
        raise Http404
    context = {"plan": plan, "place": place, "language": wanted.language}
    return render(request, "publishing/_book.html", context)


@require_POST
def cancel(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    plan = readable(request, slug)
    wanted = Wanted.of(request)
    runs = BookRun.objects.filter(plan=plan, number=number, book=wanted.book, form=wanted.form)
    runs = runs.filter(language=wanted.language)
    run = runs.filter(state__in=BookRun.LIVE).prefetch_related("askings").first()
    if run is None:
        messages.info(request, _("Pembuatan buku itu sudah selesai atau sudah dibatalkan."))
        return back(request)
    run.plan = plan
    answer = rules.may_cancel(request.user, run, asked_here(request, run))
    if not answer:
        raise Refused(answer.reason, instead=[(run.get_absolute_url(), _("Kembali ke buku"))])
    if run.cancel():
        said = _("Penyusunan %(book)s dibatalkan. Buku yang sudah ada tidak berubah.")
        messages.success(request, said % {"book": run.name})
    return back(request)


@require_safe
def file(request: HttpRequest, slug: str, number: int, book: int, form: str) -> HttpResponse:
    """The book of a version, whole or not at all; the page where it can be asked for while there is none."""
    plan = readable(request, slug)
    language = Wanted.of(request, default="id").language
    done = BookRun.objects.filter(
        plan=plan, number=number, book=book, form=form, language=language, state="done"
    )
    run = done.select_related("file").defer("file__content").first()
    if run is None:
        return redirect("plan-book", slug)
    etag = f'"{run.file.sha256}"'
    response = get_conditional_response(request, etag=etag) or content_of(plan, run)
    response["ETag"] = etag
    # A version never changes, so its book is fetched once; a draft's stays out of every shared memory.
    public = "public, max-age=31536000, immutable"
    response["Cache-Control"] = public if plan.public else "private, no-store"
    if request.user.is_authenticated:
        run.seen_by(request.user)
    return response


def content_of(plan: Plan, run: BookRun) -> HttpResponse:
    content = BookFile.objects.values_list("content", flat=True).get(pk=run.file_id)
    marks = [f"v{run.number}", *(["en"] if run.language == "en" else [])]
    name = f"buku-{run.book}-{plan.slug}-{'-'.join(marks)}"
    response = download(bytes(content), plan, name, run.form)
    response["Content-Language"] = run.language
    return response


@require_safe
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """The present version as the programme–activity–sub-activity table of regional planning."""
    plan = readable(request, slug)
    language = Wanted.of(request).language
    content = xlsx(load(plan.document_at(plan.version)), lang=language)
    return download(content, plan, f"tabel-program-{plan.slug}-v{plan.version}", "xlsx")


def download(content: bytes, plan: Plan, name: str, form: str) -> HttpResponse:
    """A file to keep; that of a fictional region says so in its name and its head."""
    response = HttpResponse(content, content_type=TYPES[form])
    marked = f"{name}-latihan" if plan.fictional else name
    response["Content-Disposition"] = f'attachment; filename="{marked}.{form}"'
    if plan.fictional:
        response["X-Haluan-Data"] = "rekaan; data latihan, daerah ini tidak ada"
    return response
