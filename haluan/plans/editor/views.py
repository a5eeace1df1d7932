"""Pages of the desk: where to begin, one element, the list of a collection, the chain of a dimension."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from haluan.plans.labels import CHOICES, collection_label, field_label
from haluan.plans.library.taking import money_beside
from haluan.plans.models import ChangeSet, Plan
from haluan.plans.rules import PLAN_ITSELF, may_write
from haluan.plans.tables.kinds import TABLES
from haluan.plans.together.marks import own_parts, talk_about, with_threads
from haluan.plans.words import headline, summary
from haluan.web.errors import Refused
from haluan.web.offline import kept
from haluan.web.templatetags.haluan import DIMENSIONS
from masterplan.document import COLLECTIONS, keys_of

from . import forms
from .acts import MADE_ELSEWHERE, act, back_to
from .addresses import COLLECTION_PATHS
from .answers import answer, conflict_said, errors_said
from .boards import BOARDS, board_of
from .chains import chain_of
from .judging import judged
from .lists import LISTS
from .outline import outline
from .page import Page, element_url
from .pictures import figures_of
from .prose import preview
from .saving import HALVES, Outcome, Posted, reading, save, stored

Data = dict[str, Any]


def writable(request: HttpRequest, slug: str, collection: str | None = None, key: str | None = None) -> Plan:
    """The plan, for somebody who may write there; refused with the reason otherwise.

    `""` is the plan's own fields; without a collection it is enough to write anything of the plan.
    """
    plan = get_object_or_404(Plan.objects.select_related("region"), slug=slug)
    answer = may_write(request.user, plan, PLAN_ITSELF if collection == "" else collection, key)
    if not answer:
        if (
            request.headers.get("Accept", "").startswith("application/json")
            and not request.user.is_authenticated
        ):
            raise SignedOut
        raise Refused(
            answer.reason,
            title=_("Bagian ini tidak dapat Anda ubah"),
            instead=[(plan.get_absolute_url(), _("Baca rencananya"))],
        )
    return plan


class SignedOut(Exception):
    """A save came in after the session ended; the page keeps what was typed."""


def found(data: Data, collection: str, key: str) -> Data:
    """The element of the document with this key; 404 when there is none (any more)."""
    if not collection:
        return data
    items = data.get(collection, [])
    for at, item in zip(keys_of(collection, items), items, strict=True):
        if at == key:
            return item
    raise Http404


@require_GET
@login_required
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """To the first thing that needs writing: a problem where none is written, else the first innovation with a gap."""
    plan = writable(request, slug)
    data = plan.document()
    _judgement, pressing = judged(plan, data, "", "")
    for collection in ("problems", "innovations"):
        if not data.get(collection):
            return redirect("desk-list", slug, collection)
    mine = [
        one for one in data["innovations"] if may_write(request.user, plan, "innovations", one["id"])
    ] or data["innovations"]
    gaps = [one for one in mine if pressing[one["id"]]] or mine
    return redirect(element_url(plan, "innovations", gaps[0]["id"]))


@require_http_methods(["GET", "HEAD", "POST"])
def element(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """One element: asked in the right order, saved field by field."""
    at = "" if not collection else key
    try:
        plan = writable(request, slug, collection, at or None)
    except SignedOut:
        return JsonResponse({"signed_out": True}, status=401)
    if request.method == "POST":
        return post(request, plan, collection, at)
    return shown(request, plan, collection, at)


def post(request: HttpRequest, plan: Plan, collection: str, key: str) -> HttpResponse:
    data = plan.document() if not collection else {}
    here = data if not collection else stored(plan, collection, key)
    if here is None:
        raise Http404
    posted = reading(without_theirs(request.POST), collection, key, here)
    outcome = save(plan, posted, by=request.user, client=client_of(request))
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse(answer(request, plan, collection, key, posted, outcome))
    if outcome.errors or outcome.conflicts:
        return shown(
            request, plan, collection, key, posted, outcome, status=409 if outcome.conflicts else 422
        )
    return act(request, plan, collection, key) or redirect(
        back_to(plan, collection, key, on_board=request.POST.get("papan"))
    )


def without_theirs(post: Any) -> Any:
    """After a conflict: the field whose other value was taken (`do=theirs:<path>`) is left as it is."""
    verb, _colon, path = post.get("do", "").partition(":")
    if verb != "theirs":
        return post
    return {name: text for name, text in post.items() if name.partition(":")[2] != path}


def client_of(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.headers.get("X-Client-Id", ""))
    except ValueError:
        return None


def shown(
    request: HttpRequest,
    plan: Plan,
    collection: str,
    key: str,
    posted: Posted | None = None,
    outcome: Outcome | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of one element; after a refusal with what was typed, what is wrong, and what others wrote."""
    data = plan.document()
    found(data, collection, key)
    judgement, pressing = judged(plan, data, collection, key)
    context = {
        **frame(plan, data, collection, key, judgement, pressing, request.user),
        **document(request, plan, data, collection, key, posted, outcome),
        "recent": recent(request, plan, collection, key),
    }
    drawn = render(request, SPECIAL.get(collection, "plans/editor/element.html"), context, status=status)
    return kept(drawn) if status == 200 else drawn


def document(
    request: HttpRequest,
    plan: Plan,
    data: Data,
    collection: str,
    key: str,
    posted: Posted | None = None,
    outcome: Outcome | None = None,
) -> Data:
    """The middle of the desk: one element of `data` as a form."""
    here = found(data, collection, key)
    page = Page(
        plan, data, collection, key, here, posted.typed if posted else {}, outcome.errors if outcome else {}
    )
    if "belah" in request.GET and "service_change" in here:
        page.typed |= {HALVES[0]: here["service_change"], HALVES[1]: ""}
    talk = talk_about(request.user, plan, collection, key)
    page.threads = talk["threads"]
    title = page.title_field()
    return {
        **talk,
        **special(plan, data, collection, key, page),
        "element": here,
        "heading": (title and title.text.strip()) or headline(here) or key,
        "title_field": title,
        "steps": page.steps(),
        "dimension": here.get("dimension"),
        "lead": lead(data, here),
        "theirs": money_beside(plan, here) if here.get("adopted_from") else None,
        "conflicts": [conflict_said(request, plan, collection, key, each) for each in outcome.conflicts]
        if outcome
        else [],
        "trouble": outcome and bool(outcome.errors or outcome.conflicts),
        "errors": errors_said(collection, outcome),
    }


SPECIAL = {"chapters": "plans/editor/chapter.html", "figures": "plans/editor/figure.html"}
"""Elements whose page shows more than their fields."""


def special(plan: Plan, data: Data, collection: str, key: str, page: Page) -> Data:
    if collection == "chapters":
        body = page.typed.get("body", page.element.get("body", ""))
        return {"preview": preview(plan, body), "figures": figures_of(plan, data), "judge_url": ""}
    if collection == "figures":
        return {"figure": next(one for one in figures_of(plan, data) if one["key"] == key)}
    return {}


@require_POST
@login_required
def preview_of(request: HttpRequest, slug: str) -> HttpResponse:
    """What is being typed, as the book will set it; nothing is kept."""
    plan = writable(request, slug, "chapters")
    context = {"plan": plan, "preview": preview(plan, request.POST.get("body", ""))}
    return render(request, "plans/editor/_preview.html", context)


def frame(
    plan: Plan, data: Data, collection: str, key: str, judgement: Any, pressing: Any, user: Any = None
) -> Data:
    """What every page of the desk shows around its document."""
    last = plan.changesets.order_by("-number").first()
    groups = outline(plan, data, collection, key, pressing)
    links = [link for group in groups for link in group["links"]]
    with_threads(plan, user, links)
    return {
        **neighbours(links),
        "plan": plan,
        "fictional": plan.fictional,
        "collection": collection,
        "key": key,
        "judge": judgement,
        "place": key or collection_label(collection),
        "outline": [*own_parts(plan, user, data), *groups],
        "last_saved": last.at if last else None,
        "judge_url": reverse("desk-judge", args=[plan.slug, collection, key or "semua"]),
    }


def lead(data: Data, here: Data) -> str:
    code = here.get("lead_agency")
    return (
        next((each["name"] for each in data.get("agencies", []) if each["code"] == code), "") if code else ""
    )


def neighbours(links: list[Data]) -> Data:
    at = next((place for place, link in enumerate(links) if link["current"]), None)
    if at is None:
        return {}
    return {"previous": links[at - 1] if at else None, "next": links[at + 1] if at + 1 < len(links) else None}


def recent(request: HttpRequest, plan: Plan, collection: str, key: str) -> list[Data]:
    """The last changes of this element, with what one's own can be undone by."""
    sets = ChangeSet.objects.filter(plan=plan)
    if collection:
        sets = sets.filter(changes__contains=[{"collection": collection, "element": key}])
    return [
        {
            "at": one.at,
            "who": _("Anda") if one.author_id == request.user.pk else one.author_name,
            "number": one.number,
            "what": summary(one.changes),
            "mine": one.author_id == request.user.pk,
        }
        for one in sets.order_by("-number")[:4]
    ]


@require_GET
@login_required
def judge(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """The panel alone, asked for again after each save."""
    at = "" if not collection or key == "semua" else key
    plan = writable(request, slug, collection, at or None)
    data = plan.document()
    if at:
        found(data, collection, at)
    judgement, _counts = judged(plan, data, collection, at)
    context = {"plan": plan, "judge": judgement, "recent": recent(request, plan, collection, at)}
    return render(request, "plans/editor/_judge.html", context)


@require_GET
@login_required
def elements(request: HttpRequest, slug: str, collection: str) -> HttpResponse:
    """The elements of one collection, and the form that adds one."""
    if not collection:
        return redirect(element_url(get_object_or_404(Plan, slug=slug), "", ""))
    plan = writable(request, slug)
    data = plan.document()
    judgement, pressing = judged(plan, data, "", "")
    may_add = may_write(request.user, plan, collection)
    around = frame(plan, data, collection, "", judgement, pressing, request.user)
    if collection in BOARDS:
        return board(request, plan, data, around)
    if collection in LISTS:
        context = {**around, "may_add": may_add, "heading": collection_label(collection)}
        return render(request, *LISTS[collection](plan, data, context))
    context = {
        **around,
        **listing(plan, data, collection, pressing),
        "may_add": may_add,
        "add_url": reverse("desk-add", args=[slug, collection]),
    }
    return kept(render(request, "plans/editor/list.html", context))


def listing(plan: Plan, data: Data, collection: str, pressing: Any) -> Data:
    """The middle of a list's page: every element with what it lacks, and what is asked for a new one."""
    items = data.get(collection, [])
    rows = [
        {
            "key": key,
            "name": headline(item),
            "url": element_url(plan, collection, key),
            "missing": pressing[key],
            "item": item,
        }
        for key, item in zip(keys_of(collection, items), items, strict=True)
    ]
    asked, choices = kinds_of(collection)
    return {
        "rows": rows,
        "choices": choices,
        "choices_name": asked,
        "choices_label": field_label(collection, FIRST_CHOICE.get(collection, "")),
        "name": collection_label(collection),
        "table_url": table_url(plan, collection),
        "made_elsewhere": collection in MADE_ELSEWHERE,
        "prefix": COLLECTIONS[collection].prefix,
        "heading": collection_label(collection),
    }


def table_url(plan: Plan, collection: str) -> str:
    """Where the collection is written as a table; empty where it is not."""
    path = COLLECTION_PATHS[collection]
    return reverse("desk-table", args=[plan.slug, path]) if path in TABLES else ""


def board(request: HttpRequest, plan: Plan, data: Data, around: Data) -> HttpResponse:
    """A collection that is written on one page: readiness, SWOT."""
    shown = BOARDS[around["collection"]]
    context = {
        **around,
        **board_of(shown, plan, data, by_distance=request.GET.get("urut") == "kesenjangan"),
        "heading": collection_label(shown.collection),
        "adding": request.GET.get("tambah", ""),
    }
    return render(request, shown.template, context)


FIRST_CHOICE = {
    "innovations": "dimension",
    "problems": "dimension",
    "readiness": "element",
    "issues": "kind",
    "enablers": "kind",
}


def kinds_of(collection: str) -> tuple[str, list[tuple[str, Any]]]:
    """The one choice asked together with the name of a new element: its dimension or its kind."""
    path = FIRST_CHOICE.get(collection)
    if not path:
        return "", []
    choices = [(value, CHOICES.get(value, value)) for value in forms.shape(collection, path).choices]
    return ("dimension" if path == "dimension" else "kind"), choices


@require_GET
@login_required
def chain(request: HttpRequest, slug: str, dimension: str) -> HttpResponse:
    """Problem → innovation → enabler → outcome of one dimension, as a picture with its table."""
    if dimension not in DIMENSIONS:
        raise Http404
    plan = writable(request, slug)
    data = plan.document()
    judgement, pressing = judged(plan, data, "", "")
    context = {
        **frame(plan, data, "innovations", "", judgement, pressing, request.user),
        "dimension": dimension,
        "heading": DIMENSIONS[dimension],
        "place": DIMENSIONS[dimension],
        "chain": chain_of(plan, data, dimension),
    }
    return kept(render(request, "plans/editor/chain.html", context))
