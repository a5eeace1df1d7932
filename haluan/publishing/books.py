"""The books of a plan as its page shows them: one row for each version that has, gets or may get one."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from haluan.plans.models import Plan
from haluan.plans.rules import Answer

from . import rules
from .models import BookAsker, BookRun

HERE = "books"  # in the session of somebody not signed in: [[run, second of asking], …]
A_WHILE = 600.0
OFTEN = 3
CROWD = 20


@dataclass(frozen=True)
class Row:
    """One version: how it is called, its run if there is one, and what the person who looks may do."""

    number: int
    title: str
    run: BookRun | None
    may_ask: Answer
    may_cancel: bool

    @property
    def state(self) -> str:
        return self.run.state if self.run else ""


def language_of(request: HttpRequest, default: str = "") -> str:
    """The language of the book that is asked for: that of the page, unless one is named."""
    asked = request.POST.get("bahasa") or request.GET.get("bahasa") or default or get_language()
    return "en" if asked == "en" else "id"


def rows(request: HttpRequest, plan: Plan, language: str) -> list[Row]:
    """The present version first, then named ones and those that were made or are being made, newest first.

    Three queries and the roles, however many versions there are.
    """
    names: dict[int, list[str]] = defaultdict(list)
    for number, name in plan.named_versions.order_by("id").values_list("number", "name"):
        names[number].append(name)
    runs = latest_runs(plan, language)
    older = sorted({*names, *made_or_making(runs)} - {plan.version}, reverse=True)
    found = [
        row(request, plan, number, names.get(number, []), runs.get(number))
        for number in [plan.version, *older]
    ]
    BookAsker.looked(request.user, [one.run for one in found if one.run])
    return found


def row_of(request: HttpRequest, plan: Plan, number: int, language: str) -> Row:
    """One of them."""
    names = list(plan.named_versions.filter(number=number).order_by("id").values_list("name", flat=True))
    run = latest_runs(plan, language, number=number).get(number)
    BookAsker.looked(request.user, [run] if run else [])
    return row(request, plan, number, names, run)


def latest_runs(plan: Plan, language: str, **only: Any) -> dict[int, BookRun]:
    """The newest run of each version; what came to nothing only counts until there is another."""
    found = BookRun.objects.filter(plan=plan, language=language, book=2, **only).exclude(state="cancelled")
    found = found.select_related("file").defer("file__content").prefetch_related("askings")
    runs: dict[int, BookRun] = {}
    for run in found.order_by("asked_at", "id"):
        run.plan = plan
        runs[run.number] = run
    return runs


def made_or_making(runs: dict[int, BookRun]) -> set[int]:
    """Versions that are being made, and the newest that was: the one to read while the present one is made."""
    done = [number for number, run in runs.items() if run.state == BookRun.State.DONE]
    return {number for number, run in runs.items() if run.live} | set(sorted(done)[-1:])


def row(request: HttpRequest, plan: Plan, number: int, names: list[str], run: BookRun | None) -> Row:
    if number == plan.version:
        names = [_("Versi sekarang"), *names]
    title = ", ".join(names or [_("Versi lama")])
    may_cancel = bool(run and run.live and rules.may_cancel(request.user, run, asked_here(request, run)))
    return Row(number, title, run, rules.may_ask(request.user, plan, number), may_cancel)


# Somebody not signed in is known by the session, which is made when the first book is asked for.


def asked_here(request: HttpRequest, run: BookRun) -> bool:
    return any(pk == run.pk for pk, _at in request.session.get(HERE, []))


def too_often(request: HttpRequest) -> str:
    """A sentence when this browser, or all that are not signed in together, ask for more than is fair."""
    if request.user.is_authenticated:
        return ""
    lately = [at for _pk, at in request.session.get(HERE, []) if at > time.time() - A_WHILE]
    if len(lately) >= OFTEN:
        return _("Anda sudah meminta beberapa buku. Tunggu sepuluh menit, atau masuk dengan akun Anda.")
    if BookRun.objects.filter(asked_by=None, state__in=BookRun.LIVE).count() >= CROWD:
        return _("Antrean buku sedang penuh. Coba lagi beberapa menit lagi.")
    return ""


def remember(request: HttpRequest, run: BookRun) -> None:
    asked = [entry for entry in request.session.get(HERE, []) if entry[0] != run.pk]
    request.session[HERE] = [*asked[-9:], [run.pk, time.time()]]
