"""My long jobs; for the programme office, everybody's and whether the workers are well."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from procrastinate.contrib.django.models import ProcrastinateWorker

from .. import rules
from ..models import BookAsker, BookRun

A_PAGE = 50
SILENT = 30


@require_safe
@login_required
def jobs(request: HttpRequest) -> HttpResponse:
    office = rules.sees_all_jobs(request.user)
    everybody = office and request.GET.get("milik") == "semua"
    found = BookRun.objects.select_related("plan__region", "file", "asked_by").defer("file__content")
    found = found if everybody else found.filter(askers=request.user)
    found = found.prefetch_related("askings")
    state = request.GET.get("keadaan", "")
    shown = found.filter(state=state) if state in BookRun.State.values else found
    page = Paginator(shown, A_PAGE).get_page(request.GET.get("halaman"))
    for run in page.object_list:
        run.may_cancel = run.live and bool(rules.may_cancel(request.user, run, False))
    BookAsker.looked(request.user, list(page.object_list))
    context = {
        "section": "work",
        "page": page,
        "office": office,
        "everybody": everybody,
        "state": state,
        "states": counted(found),
        "worker": worker() if office else None,
    }
    return render(request, "publishing/jobs.html", context)


def counted(found: object) -> list[tuple[str, str, int]]:
    """Each state there is a run in: its value, its name and how many."""
    counts = dict(found.order_by().values_list("state").annotate(Count("id", distinct=True)))  # type: ignore[attr-defined]
    return [(state.value, state.label, counts[state]) for state in BookRun.State if state in counts]


def worker() -> dict[str, object]:
    """How many workers there are, and how long ago one gave its last sign of life."""
    seen = ProcrastinateWorker.objects.aggregate(count=Count("id"), last=Max("last_heartbeat"))
    seconds = int((timezone.now() - seen["last"]).total_seconds()) if seen["last"] else None
    return {"count": seen["count"], "seconds": seconds, "well": seconds is not None and seconds < SILENT}
