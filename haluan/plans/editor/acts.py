"""What is done with a button: rows of a table, references, adding, moving and removing elements; who is here."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from haluan.plans.labels import field_label, one_label
from haluan.plans.models import ChangeSet, Plan, Presence
from haluan.plans.rules import may_write, may_write_all
from haluan.plans.words import headline
from haluan.web.errors import Refused
from masterplan.document import (
    ABSENT,
    COLLECTIONS,
    ConflictError,
    DocumentError,
    PathError,
    get_field,
    keys_of,
)
from masterplan.document.order import predecessors

from . import forms
from .boards import BOARDS
from .newcomers import free_id, uses_of, without
from .page import element_url
from .pictures import placing
from .saving import KEY, stored
from .values import as_text

Data = dict[str, Any]

GROUPED = {
    **{name: (board.group,) for name, board in BOARDS.items()},
    "chapters": ("book", "place"),
    "budget": ("year",),
}
"""Collections shown under headings, and the fields that say under which."""
MADE_ELSEWHERE = frozenset({"figures", "acceptances"})
"""With their picture; from the finding that is accepted."""


def back_to(plan: Plan, collection: str, key: str, anchor: str = "", on_board: Any = "") -> str:
    """The element's own page; the page of its collection for what was sent from there."""
    if on_board and collection in GROUPED:
        return list_url(plan, collection) + f"#{key}"
    return element_url(plan, collection, key) + (f"#{anchor}" if anchor else "")


def list_url(plan: Plan, collection: str) -> str:
    """The page of a collection: on the desk, or where changes become a suggestion."""
    return reverse(f"{plan.desk}-list", args=[plan.slug, collection])


def act(request: HttpRequest, plan: Plan, collection: str, key: str) -> HttpResponse | None:
    """The button beside the save: `pick:<list>` adds what was chosen, `drop:<list>:<entry>` takes it away."""
    verb, _colon, rest = request.POST.get("do", "").partition(":")
    if verb == "split":
        return redirect(back_to(plan, collection, key) + "?belah=1#layanan")
    if not rest:
        return None
    here = (stored(plan, collection, key) if collection else plan.document()) or {}
    change = pressed(request.POST, collection, here)
    if change is None:
        return None
    path = rest.partition(":")[0]
    apply(plan, [at(collection, key, change)], request.user)
    return redirect(back_to(plan, collection, key, step_of(collection, path)))


def pressed(post: Any, collection: str, here: Data) -> Data | None:
    """What a button asks of a list of the element: an entry more, one less, one a place up."""
    verb, _colon, rest = post.get("do", "").partition(":")
    path, _colon, entry = rest.partition(":")
    if verb not in {"pick", "drop", "lift"} or not is_list(collection, path):
        return None
    try:
        if verb == "pick":
            return picked(post, collection, here, path)
        return dropped(collection, here, path, entry) if verb == "drop" else lifted(here, path, entry)
    except PathError:  # an entry no list can have
        return None


def is_list(collection: str, path: str) -> bool:
    """Whether the path is a table of the form, or a list of references."""
    return path in forms.tables(collection) or (
        path in forms.fields(collection) and forms.kind(collection, path) == "many"
    )


def apply(plan: Plan, changes: list[Data], by: Any, **more: Any) -> None:
    """Through the door; a row that somebody changed in this very moment is left as it is now."""
    try:
        ChangeSet.apply(plan=plan, changes=changes, by=by, **more)
    except (ConflictError, DocumentError):
        return


def at(collection: str, key: str, change: Data) -> Data:
    place = {"collection": collection, "element": key} if collection else {}
    return {"op": "set", **place, **{name: value for name, value in change.items() if value is not ABSENT}}


def step_of(collection: str, path: str) -> str:
    """The question that a field belongs to: where the page comes back to."""
    for step in forms.STEPS[collection]:
        if any(part.path == path for part in step.parts):
            return step.slug
    return ""


def picked(post: Any, collection: str, here: Data, path: str) -> Data | None:
    chosen = post.get(f"pick:{path}", "")
    was = get_field(here, path)
    if path in forms.tables(collection):
        return new_entry(collection, here, path, chosen, was)
    if not chosen:
        return None
    return {"field": path, "was": was, "now": [*(was or []), chosen]}


def new_entry(collection: str, here: Data, path: str, chosen: str, was: Any) -> Data | None:
    """An entry with its key alone; for a list without keys, the whole list with one more entry."""
    shape = forms.shape(collection, path)
    if shape.key == "offset":
        chosen = str(max([entry["offset"] for entry in was or []], default=-1) + 1)
    chosen = " ".join(chosen.split())[:40]
    if shape.key:
        if not chosen or get_field(here, f"{path}[{chosen}]") is not ABSENT:
            return None
        entry = {shape.key: int(chosen) if shape.key == "offset" else chosen} | (
            {"share": 0} if path == "funding" else {}
        )
        return {"field": f"{path}[{chosen}]", "was": ABSENT, "now": entry}
    return {"field": path, "was": was, "now": [*(was or []), blank(path)]}


def blank(path: str) -> Data:
    """The least entry that is valid: what must be there, to be written over."""
    return {
        "outcomes": {"indicator": {"name": _("indikator baru"), "unit": "–"}},
        "governance": {"role": _("kursi baru")},
        "alignment": {"document": "RPJMD"},
    }[path]


def dropped(collection: str, here: Data, path: str, entry: str) -> Data | None:
    was = get_field(here, path)
    if was is ABSENT:
        return None
    if path in forms.tables(collection) and forms.shape(collection, path).key:
        stored = get_field(here, f"{path}[{entry}]")
        return None if stored is ABSENT else {"field": f"{path}[{entry}]", "was": stored, "now": ABSENT}
    left = [one for place, one in enumerate(was) if entry not in (one, str(place))]
    return {"field": path, "was": was, "now": left}


def lifted(here: Data, path: str, entry: str) -> Data | None:
    """An entry of a list without keys, one place up."""
    was = get_field(here, path)
    place = int(entry) if entry.isdecimal() and len(entry) < 5 else 0
    if was is ABSENT or not 0 < place < len(was):
        return None
    now = [*was[: place - 1], was[place], was[place - 1], *was[place + 1 :]]
    return {"field": path, "was": was, "now": now}


# -- elements that come, go and move


def writable_element(request: HttpRequest, slug: str, collection: str, key: str | None = None) -> Plan:
    """The plan for somebody who may write this element; 404 for the plan itself, which neither comes nor goes."""
    from .views import writable

    if not collection:
        raise Http404
    return writable(request, slug, collection, key)


@require_POST
@login_required
def add(request: HttpRequest, slug: str, collection: str) -> HttpResponse:
    """A new element with its name; its page opens."""
    if collection in MADE_ELSEWHERE:
        raise Http404
    plan = writable_element(request, slug, collection)
    try:
        with transaction.atomic():
            Plan.objects.select_for_update().get(pk=plan.pk)  # of two who add at once, each gets an id
            change = addition(request.POST, plan, plan.document(), collection)
            ChangeSet.apply(plan=plan, changes=[change], by=request.user)
    except (DocumentError, ConflictError, ValueError) as error:
        return refused(request, plan, collection, error)
    return redirect(after_adding(plan, collection, change))


def after_adding(plan: Plan, collection: str, change: Data) -> str:
    """To the page of the new element; on a board to where the next one is added, under the same heading."""
    if collection in BOARDS:
        group = change["value"][BOARDS[collection].group]
        return list_url(plan, collection) + f"?tambah={group}#tambah-{group}"
    return back_to(plan, collection, change["element"], on_board=collection == "budget")


def addition(post: Any, plan: Plan, data: Data, collection: str) -> Data:
    """The change that puts a new element at the end of its collection."""
    value = fresh(post, data, collection, plan)
    items = data.get(collection, [])
    keys = keys_of(collection, items)
    change = {
        "op": "add",
        "collection": collection,
        "element": keys_of(collection, [*items, value])[-1],
        "value": value,
    }
    return change | ({"after": keys[-1]} if keys else {})


def refused(request: HttpRequest, plan: Plan, collection: str, error: Exception) -> HttpResponse:
    sentences = [fault.say(get_language() or "id") for fault in getattr(error, "faults", [])] or [str(error)]
    context = {
        "plan": plan,
        "fictional": plan.fictional,
        "title": _("Belum dapat ditambahkan"),
        "sentences": sentences,
        "back": list_url(plan, collection),
        "typed": request.POST.get("name", ""),
    }
    return render(request, "plans/editor/refused.html", context, status=422)


def fresh(post: Any, data: Data, collection: str, plan: Plan) -> Data:
    """The new element, from its name (or code, or year); ids are never used twice in the life of a plan."""
    name = " ".join(post.get("name", "").split())
    info = COLLECTIONS[collection]
    if collection == "budget":
        return budget_line(post)
    if not name:
        raise ValueError(_("Tulis dahulu namanya."))
    if info.prefix is None:
        code = post.get("code", "").strip().upper()
        return {"code": code, forms.TITLE[collection]: name}
    value = {"id": free_id(plan, data, collection), forms.TITLE[collection]: name}
    if collection == "readiness":
        value["element"] = post.get("kind", "structure")
    elif collection == "chapters":
        value |= {name: post[name] for name in ("book", "place") if post.get(name)}
        value.setdefault("book", "I")
    elif collection in {"issues", "enablers"}:
        value["kind"] = post.get("kind") or ("strength" if collection == "issues" else "people")
    elif collection in {"innovations", "problems"} and post.get("dimension"):
        value["dimension"] = post["dimension"]
    return value


def budget_line(post: Any) -> Data:
    from .values import read

    amount = read(post.get("amount", ""), "money")
    if amount is ABSENT:
        raise ValueError(_("Tulis besarnya pagu dalam rupiah."))
    value: Data = {"year": read(post.get("year", ""), "year")}
    if source := post.get("source", "").strip():
        value["source"] = source
    return value | {"amount": amount}


@require_POST
@login_required
def move(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """One place up or down in its list; on a board past the next one under the same heading."""
    plan = writable_element(request, slug, collection, key)
    data = plan.document()
    before = keys_of(collection, data.get(collection, []))
    order = order_after(request.POST, data, collection, key)
    if order != before:
        change: Data = {"op": "move", "collection": collection, "element": key}
        for name, after in (("was_after", predecessors(before)[key]), ("after", predecessors(order)[key])):
            change |= {name: after} if after else {}
        apply(plan, [change], request.user)
    return redirect(back_to(plan, collection, key, on_board=request.POST.get("papan")))


def order_after(post: Any, data: Data, collection: str, key: str) -> list[str]:
    """The keys of a collection after one element went a place up or down; 404 for one that is not there."""
    items = data.get(collection, [])
    keys = keys_of(collection, items)
    if key not in keys:
        raise Http404
    place = keys.index(key)
    target = neighbour(collection, items, place, -1 if post.get("to") == "up" else 1)
    others = [each for each in keys if each != key]
    return [*others[:target], key, *others[target:]]


def neighbour(collection: str, items: list[Data], place: int, step: int) -> int:
    """The place of the next element in this direction that stands under the same heading; its own where none does."""
    fields = GROUPED.get(collection, ())
    at = place + step
    while 0 <= at < len(items):
        if all(items[at].get(name) == items[place].get(name) for name in fields):
            return at
        at += step
    return place


@require_POST
@login_required
def answered(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """An innovation comes to answer a finding or an issue, or answers it no more."""
    from .views import found, writable

    plan = writable(request, slug)
    if collection not in BOARDS:
        raise Http404
    data = plan.document()
    found(data, collection, key)
    change = answering(request.POST, data, collection, key)
    if change is not None:
        allowed = may_write(request.user, plan, "innovations", change["element"])
        if not allowed:
            raise Refused(
                allowed.reason, instead=[(back_to(plan, collection, key, on_board=True), _("Kembali"))]
            )
        apply(plan, [change], request.user)
    return redirect(back_to(plan, collection, key, on_board=True))


def answering(post: Any, data: Data, collection: str, key: str) -> Data | None:
    """The change that makes an innovation answer a card of a board, or answer it no more."""
    innovation = post.get("innovation", "").partition(" ")[0]
    here = next((one for one in data.get("innovations", []) if one["id"] == innovation), None)
    if here is None:
        return None
    path = BOARDS[collection].answered_by
    left = [one for one in here.get(path, []) if one != key]
    now = left if post.get("do") == "drop" else [*left, key]
    return at("innovations", innovation, {"field": path, "was": here.get(path, ABSENT), "now": now})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def remove(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """Named confirmation, then gone together with what refers to it; the history can bring it back."""
    from .views import found

    plan = writable_element(request, slug, collection, key)
    data = plan.document()
    here = found(data, collection, key)
    uses = uses_of(data, collection, key)
    changes = without(data, collection, key, uses)
    answer = may_write_all(request.user, plan, changes)
    if not answer:
        raise Refused(
            _("Unsur ini dirujuk di tempat lain, jadi menghapusnya juga mengubah yang lain.")
            + " "
            + answer.reason,
            title=_("%(name)s tidak dapat Anda hapus") % {"name": headline(here)},
            instead=[(element_url(plan, collection, key), _("Kembali"))],
        )
    if request.method == "POST":
        try:
            ChangeSet.apply(
                plan=plan, changes=changes, by=request.user, reason=_("Dihapus bersama rujukannya")
            )
        except (ConflictError, DocumentError) as error:
            return refused(request, plan, collection, error)
        return redirect("desk-list", plan.slug, collection)
    return asked_to_remove(request, plan, data, collection, key)


def asked_to_remove(request: HttpRequest, plan: Plan, data: Data, collection: str, key: str) -> HttpResponse:
    """The page that names what goes, and what lets go of it."""
    from .views import found

    context = {
        "plan": plan,
        "fictional": plan.fictional,
        "collection": collection,
        "key": key,
        "suggesting": plan.desk == "suggest",
        "name": headline(found(data, collection, key)),
        "kind": one_label(collection),
        "uses": uses_of(data, collection, key),
        "placing": placing(plan, data, key) if collection == "figures" else [],
        "back": element_url(plan, collection, key),
    }
    return render(request, "plans/editor/remove.html", context)


# -- who is here


@require_POST
def presence(request: HttpRequest, slug: str) -> HttpResponse:
    """A sign of life, answered with who else is here and what changed on this page since."""
    from .addresses import BY_PATH
    from .views import SignedOut, writable

    try:
        plan = writable(request, slug)
    except SignedOut:
        return JsonResponse({"signed_out": True}, status=401)
    collection = BY_PATH.get(request.POST.get("collection", ""), "")
    key = request.POST.get("key", "").replace("\0", "")
    since = request.POST.get("since", "0")
    Presence.here(plan, request.user, collection, key, request.POST.get("field", ""))
    others = Presence.others(plan, request.user)
    here = [one for one in others if (one.collection, one.key) == (collection, key) and one.field]
    return JsonResponse(
        {
            "who": render_to_string(
                "plans/editor/_who.html", {"others": others, "user": request.user}, request
            ),
            "people": [
                {"field": one.field, "says": _("%(name)s sedang menulis di sini") % {"name": one.user.name}}
                for one in here
            ],
            "number": plan.version,
            "changes": changed(
                plan, collection, key, int(since) if since.isdecimal() and len(since) < 10 else plan.version
            ),
        }
    )


def changed(plan: Plan, collection: str, key: str, since: int) -> list[Data]:
    """Fields of this element that changed after change set `since`, as the texts that now stand in them."""
    if since >= plan.version:
        return []
    sets = ChangeSet.objects.filter(plan=plan, number__gt=since)
    if collection:
        sets = sets.filter(changes__contains=[{"collection": collection, "element": key}])
    paths = {
        change["field"]
        for one in sets.order_by("number")[:50]
        for change in one.changes
        if change["op"] == "set"
        and change.get("collection", "") == collection
        and change.get("element", "") == key
    }
    here = (stored(plan, collection, key) if collection else plan.document()) or {}
    found = []
    for path in sorted(paths):
        general = KEY.sub("[]", path)
        if general in forms.fields(collection) and path != "service_change":
            found.append(
                {
                    "path": path,
                    "text": as_text(get_field(here, path), forms.kind(collection, general)),
                    "label": field_label(collection or None, path),
                }
            )
    return found
