"""What people say to each other about a plan: on an element, on a field, on a suggestion."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, OuterRef, Prefetch, Q, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from haluan.accounts.notices import notify_all
from haluan.plans.editor import forms
from haluan.plans.editor.addresses import COLLECTION_PATHS
from haluan.plans.labels import field_label, one_label
from haluan.plans.models import Plan, Remark, Thread
from haluan.plans.models.thread import LONGEST_WORDS
from haluan.plans.reading.plan import reading_of
from haluan.plans.rules import may_discuss, may_see_suggestion
from haluan.plans.views.asking import asked_text, known_field
from haluan.plans.words import headline

from .finding import items_by_place, name_of, page, plan_for, refuse_unless
from .people import mentioned_in, people_of, speakers_in
from .told import Said

Data = dict[str, Any]
A_PAGE = 20


# -- all threads of a plan


@require_safe
@login_required
def threads(request: HttpRequest, slug: str) -> HttpResponse:
    """The unresolved ones, newest words first; `keadaan=selesai|semua`, `milik=saya` (spoke or mentioned), `unsur=IN-06`."""
    plan = plan_for(request, slug, may_discuss)
    chosen = {name: asked_text(request, name) for name in ("keadaan", "milik", "unsur")}
    pages = Paginator(filtered(plan, request.user, chosen), A_PAGE).get_page(request.GET.get("halaman"))
    names = items_by_place(reading_of(plan).data)
    rows = [
        {
            "thread": one,
            "place": place_said(one),
            "name": headline(names[one.collection, one.key]) if (one.collection, one.key) in names else "",
            "gone": bool(one.collection) and (one.collection, one.key) not in names,
        }
        for one in pages.object_list
    ]
    kept = request.GET.copy()
    kept.pop("halaman", None)
    waiting = plan.threads.unresolved().count()
    heading = (
        _("%(n)d percakapan belum selesai") % {"n": waiting} if waiting else _("Semua percakapan selesai")
    )
    return page(
        request, "threads.html", plan, heading=heading, rows=rows, page=pages, chosen=chosen, query=kept.urlencode()
    )  # fmt: skip


def filtered(plan: Plan, user: Any, chosen: dict[str, str]) -> Any:
    said = Remark.objects.filter(thread=OuterRef("pk")).exclude(text="").order_by("-at", "-id")
    found = plan.threads.select_related("suggestion").annotate(
        remarks_count=Count("remarks", filter=~Q(remarks__text=""), distinct=True),
        last_words=Subquery(said.values("text")[:1]),
        last_name=Subquery(said.values("author_name")[:1]),
    )
    found = found.order_by("-said_at", "-pk")
    if chosen["keadaan"] == "selesai":
        found = found.exclude(resolved_at=None)
    elif chosen["keadaan"] != "semua":
        found = found.unresolved()
    if chosen["milik"]:
        own = Remark.objects.filter(Q(author=user) | Q(mentioned=user)).values("thread")
        found = found.filter(pk__in=own)
    if chosen["unsur"]:
        found = found.filter(key__iexact=chosen["unsur"])
    return found


def place_said(thread: Thread) -> str:
    """*Masalah MS-02 · Warga terdampak*"""
    if thread.suggestion_id:
        return _("Usul %(number)s") % {"number": thread.suggestion_id}
    where = " ".join(filter(None, [one_label(thread.collection), thread.key]))
    return " · ".join(
        filter(None, [where, thread.field and field_label(thread.collection or None, thread.field)])
    )


# -- the threads of one element, and a new one


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def of_element(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """Threads of an element, also of one that is gone; and the form that begins another."""
    plan = plan_for(request, slug, may_discuss)
    key = key if collection else ""
    name, there = name_of(plan, plan.document(), collection, key)
    people, error = people_of(plan), ""
    field = field_asked(request, collection)
    if request.method == "POST":
        text = words_in(request)
        if text:
            return redirect(begin(request, plan, text, people, collection=collection, key=key, field=field))
        error = _("Tulis dahulu yang ingin Anda sampaikan.")
    found = list(
        plan.threads.filter(collection=collection, key=key, suggestion=None).prefetch_related(remarks())
    )
    where = " ".join(filter(None, [one_label(collection), key]))
    return page(
        request, "element_threads.html", plan, status=422 if error else 200,
        heading=name, there=there, threads=[shown(one, request.user) for one in found], where=where, field=field,
        fields=fields_of(collection), people=people, error=error, collection=collection, key=key or "semua",
        writable=there and collection in COLLECTION_PATHS,
    )  # fmt: skip


def field_asked(request: HttpRequest, collection: str) -> str:
    """The field named in the form or the address; empty for the whole element. 404 for one that cannot be."""
    asked = request.POST.get("isian") if request.method == "POST" else request.GET.get("isian")
    field = (asked or "").replace("\0", "")[:200]
    return known_field(collection or None, field) if field else ""


def fields_of(collection: str) -> list[tuple[str, str]]:
    """What can be talked about by itself: the fields of the desk, tables as a whole."""
    paths = [forms.TITLE.get(collection, "")]
    paths += [part.path for step in forms.STEPS.get(collection, ()) for part in step.parts]
    return [(path, field_label(collection or None, path)) for path in paths if path]


def words_in(request: HttpRequest) -> str:
    return request.POST.get("kata", "").replace("\0", "").replace("\r\n", "\n").strip()[:LONGEST_WORDS]


def begin(request: HttpRequest, plan: Plan, text: str, people: list[Any], **about: Any) -> str:
    """A new thread with its first words; the address of these."""
    with transaction.atomic():
        thread = Thread.objects.create(plan=plan, **about)
        said = thread.say(request.user, text, mentioned_in(text, people))
    assert said
    tell(said, thread, request.user, also=[])
    return said.get_absolute_url()


def tell(said: Remark, thread: Thread, by: Any, also: list[Any]) -> None:
    """A notice to who is mentioned, and another to who spoke before (or made the suggestion)."""
    place, url = place_said(thread), said.get_absolute_url()
    mentioned = [one for one in said.mentioned.all() if one.pk != by.pk]
    others = {one.pk: one for one in also if one.pk != by.pk and one not in mentioned}
    why = said.text[:300]
    if mentioned:
        what = Said(gettext_lazy("%(who)s menyebut Anda: %(place)s"), who=by.name, place=place)
        notify_all(mentioned, what=what, why=why, url=url)
    if others:
        what = Said(gettext_lazy("%(who)s menjawab: %(place)s"), who=by.name, place=place)
        notify_all(others.values(), what=what, why=why, url=url)


# -- one thread


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def thread(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One thread; a POST answers, and with `do=selesai` or `do=buka` resolves or opens it again."""
    found = thread_for(request, slug, pk)
    plan, error = found.plan, ""
    if request.method == "POST":
        error = answered(request, found)
        if not error:
            return redirect(found.suggestion if found.suggestion_id else found)
    name, there = name_of(plan, reading_of(plan).data, found.collection, found.key)
    return page(
        request, "thread.html", plan, status=422 if error else 200,
        heading=place_said(found), lead="" if found.suggestion_id else name, there=there, error=error,
        one=shown(found, request.user), people=people_of(plan, found.suggestion), crumb=_("Percakapan"),
        collection=found.collection, key=found.key or "semua", writable=there and found.collection in COLLECTION_PATHS,
    )  # fmt: skip


def thread_for(request: HttpRequest, slug: str, pk: int) -> Thread:
    """The thread, for those of the plan; that of a suggestion also for its author."""
    query = Thread.objects.select_related("plan__region", "suggestion__author", "suggestion__plan__region")
    found = get_object_or_404(query.prefetch_related(remarks()), pk=pk, plan__slug=slug)
    answer = (
        may_see_suggestion(request.user, found.suggestion)
        if found.suggestion
        else may_discuss(request.user, found.plan)
    )
    refuse_unless(answer, request, found.plan)
    return found


def answered(request: HttpRequest, thread: Thread) -> str:
    """Says it, resolves or reopens; a sentence when there was nothing to say."""
    act = {"selesai": Remark.Act.RESOLVE, "buka": Remark.Act.REOPEN}.get(request.POST.get("do", ""), "")
    text = words_in(request)
    if not text and not act:
        return _("Tulis dahulu jawabannya.")
    before = speakers_in(thread)
    people = people_of(thread.plan, thread.suggestion) if text else []
    said = thread.say(request.user, text, mentioned_in(text, people), act=act)
    if said is None:
        messages.warning(request, _("Sudah dilakukan orang lain."))
    else:
        also = [*before, thread.suggestion.author] if thread.suggestion else before
        tell(said, thread, request.user, also)
    return ""


@require_POST
@login_required
def mend(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Other words for what one said oneself, within minutes; the first ones stay in the history."""
    query = Remark.objects.select_related("thread__plan", "thread__suggestion__plan")
    said = get_object_or_404(query, pk=pk, thread__plan__slug=slug, author=request.user)
    thread_for(request, slug, said.thread_id)
    text = words_in(request)
    if not text:
        messages.warning(request, _("Tulis dahulu kata penggantinya."))
    elif not said.text or not said.mend(text):
        messages.warning(request, _("Kata hanya dapat diperbaiki dalam 15 menit. Tulis jawaban baru."))
    return redirect(said)


# -- how a thread is shown


def remarks() -> Prefetch:
    return Prefetch("remarks", Remark.objects.select_related("author"))


def shown(thread: Thread, user: Any) -> Data:
    """A thread with its remarks as the pages show them."""
    return {
        "thread": thread,
        "place": place_said(thread),
        "field": field_label(thread.collection or None, thread.field) if thread.field else "",
        "remarks": [{"remark": one, "mendable": one.mendable_by(user)} for one in thread.remarks.all()],
    }
