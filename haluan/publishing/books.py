"""The books of a plan as its page shows them: a table for each version that has, gets or may get them."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from haluan.plans.models import Plan
from haluan.plans.rules import Answer

from . import rules
from .models import BookAsker, BookRun

HERE = "books"  # in the session of somebody not signed in: [[run, second of asking], …]
A_WHILE = 600.0
OFTEN = 9  # three books in three forms
CROWD = 40
Runs = dict[tuple[int, int, str], BookRun]
"""By version, book and form."""
ABOUT = {
    BookRun.Book.ANALYSIS: gettext_lazy(
        "Analisis strategis: masa depan, kesiapan, kesenjangan, SWOT, dan masalah warga."
    ),
    BookRun.Book.MASTER_PLAN: gettext_lazy(
        "Rencana induk: masalah, inovasi, peta jalan, anggaran, risiko, dan sumbernya."
    ),
    BookRun.Book.SUMMARY: gettext_lazy("Ringkasan eksekutif: paling banyak delapan halaman untuk dibagikan."),
}


@dataclass(frozen=True)
class Wanted:
    """Which book, in which form and language; unless one is named, Buku II as PDF in the language of the page."""

    book: int
    form: str
    language: str

    @classmethod
    def of(cls, request: HttpRequest, default: str = "") -> Wanted:
        asked = request.POST if request.method == "POST" else request.GET
        book, form = asked.get("buku", ""), asked.get("bentuk", "")
        language = asked.get("bahasa") or default or get_language()
        return cls(
            int(book) if book in {"1", "2", "3"} else BookRun.Book.MASTER_PLAN,
            form if form in BookRun.Form.values else BookRun.Form.PDF,
            "en" if language == "en" else "id",
        )


@dataclass(frozen=True)
class Place:
    """One book of one version in one form: its run if there is one, and what the person who looks may do."""

    number: int
    title: str
    book: int
    form: str
    run: BookRun | None
    may_ask: Answer
    may_cancel: bool

    @property
    def state(self) -> str:
        return self.run.state if self.run else ""

    @property
    def name(self) -> str:
        """ "Buku II (Word)"."""
        return (self.run or BookRun(book=self.book, form=self.form)).name


@dataclass(frozen=True)
class Version:
    """One version of the plan: how it is called, and for each book a place in each form."""

    number: int
    title: str
    may_ask: Answer
    books: list[tuple[str, str, list[Place]]]


def versions(request: HttpRequest, plan: Plan, language: str) -> list[Version]:
    """The present version first, then named ones and those that were made or are being made, newest first.

    Three queries and the roles, however many versions there are.
    """
    names: dict[int, list[str]] = defaultdict(list)
    for number, name in plan.named_versions.order_by("id").values_list("number", "name"):
        names[number].append(name)
    runs = latest_runs(plan, language)
    older = sorted({*names, *made_or_making(runs)} - {plan.version}, reverse=True)
    found = [version(request, plan, number, names.get(number, []), runs) for number in [plan.version, *older]]
    BookAsker.looked(request.user, list(runs.values()))
    return found


def version(request: HttpRequest, plan: Plan, number: int, names: list[str], runs: Runs) -> Version:
    title, may_ask = title_of(plan, number, names), rules.may_ask(request.user, plan, number)
    books = []
    for book in BookRun.Book:
        places = [
            place(request, Wanted(book, form, ""), number, title, may_ask, runs.get((number, book, form)))
            for form in BookRun.Form
        ]
        books.append((book.label, ABOUT[book], places))
    return Version(number, title, may_ask, books)


def place_of(request: HttpRequest, plan: Plan, number: int, wanted: Wanted) -> Place:
    """One of them."""
    names = list(plan.named_versions.filter(number=number).order_by("id").values_list("name", flat=True))
    runs = latest_runs(plan, wanted.language, number=number, book=wanted.book, form=wanted.form)
    run = runs.get((number, wanted.book, wanted.form))
    BookAsker.looked(request.user, [run] if run else [])
    may_ask = rules.may_ask(request.user, plan, number)
    return place(request, wanted, number, title_of(plan, number, names), may_ask, run)


def place(
    request: HttpRequest, wanted: Wanted, number: int, title: str, may_ask: Answer, run: BookRun | None
) -> Place:
    may_cancel = bool(run and run.live and rules.may_cancel(request.user, run, asked_here(request, run)))
    return Place(number, title, wanted.book, wanted.form, run, may_ask, may_cancel)


def title_of(plan: Plan, number: int, names: list[str]) -> str:
    if number == plan.version:
        names = [_("Versi sekarang"), *names]
    return ", ".join(names or [_("Versi lama")])


def latest_runs(plan: Plan, language: str, **only: Any) -> Runs:
    """The newest run of each version, book and form; what came to nothing only counts until there is another."""
    found = BookRun.objects.filter(plan=plan, language=language, **only).exclude(state="cancelled")
    found = found.select_related("file").defer("file__content").prefetch_related("askings")
    runs: Runs = {}
    for run in found.order_by("asked_at", "id"):
        run.plan = plan
        runs[run.number, run.book, run.form] = run
    return runs


def made_or_making(runs: Runs) -> set[int]:
    """Versions that are being made, and of each book in each form the newest there is: the one to read while the
    present one is made."""
    newest: dict[tuple[int, str], int] = {}
    for (number, book, form), run in runs.items():
        if run.state == BookRun.State.DONE:
            newest[book, form] = max(number, newest.get((book, form), 0))
    return {number for (number, _book, _form), run in runs.items() if run.live} | set(newest.values())


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
