"""Pictures for the prose of the books: sent in, drawn anew, kept, and named in the document by a change set."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from haluan.plans.drawn import LARGEST_FILE, PictureError, drawn
from haluan.plans.models import ChangeSet, Picture, Plan
from haluan.web.uploads import at_most
from masterplan.document import ConflictError, DocumentError

from .newcomers import free_id
from .page import element_url

Data = dict[str, Any]


@at_most(LARGEST_FILE)
@require_POST
@login_required
def upload(request: HttpRequest, slug: str) -> HttpResponse:
    """A new figure from a file, its caption and what it shows; or another picture for the figure `key`."""
    from .acts import refused
    from .views import found, writable

    plan = writable(request, slug, "figures")
    data = plan.document()
    key = request.POST.get("key", "")
    here = found(data, "figures", key) if key else None
    try:
        file = request.FILES.get("file")
        if file is None:
            raise PictureError(_("Pilih dahulu berkas gambarnya."))
        made = drawn(file)
        with transaction.atomic():
            kept = Picture.keep(plan, made, request.user)
            changes = replaced(here, kept) if here else [added(plan, data, request.POST, kept)]
            ChangeSet.apply(plan=plan, changes=changes, by=request.user)
    except (PictureError, DocumentError, ConflictError) as error:
        return refused(request, plan, "figures", error)
    if here:
        return redirect(element_url(plan, "figures", key))
    return redirect(reverse("desk-list", args=[slug, "figures"]) + f"#{changes[0]['element']}")


def added(plan: Plan, data: Data, post: Any, kept: Picture) -> Data:
    title = " ".join(post.get("name", "").split())
    if not title:
        raise PictureError(_("Tulis dahulu keterangan gambarnya."))
    value = {"id": free_id(plan, data, "figures"), "title": title}
    if alternative := " ".join(post.get("alternative", "").split()):
        value["alternative"] = alternative
    value |= {"media_type": kept.media_type, "digest": kept.digest}
    change = {"op": "add", "collection": "figures", "element": value["id"], "value": value}
    there = data.get("figures", [])
    return change | ({"after": there[-1]["id"]} if there else {})


def replaced(here: Data, kept: Picture) -> list[Data]:
    return [
        {
            "op": "set",
            "collection": "figures",
            "element": here["id"],
            "field": name,
            "was": here[name],
            "now": getattr(kept, name),
        }
        for name in ("media_type", "digest")
        if here[name] != getattr(kept, name)
    ]


def figures_of(plan: Plan, data: Data) -> list[Data]:
    """Every figure with where its picture is and how large, and the chapters that place it (one query)."""
    kept = {
        digest: {"width": width, "height": height, "size": size}
        for digest, width, height, size in plan.kept_pictures.values_list("digest", "width", "height", "size")
    }
    return [
        {
            "key": one["id"],
            "title": one["title"],
            "alternative": one.get("alternative", ""),
            "url": element_url(plan, "figures", one["id"]),
            "source": reverse("plan-picture", args=[plan.slug, one["digest"]])
            if one["digest"] in kept
            else "",
            "chapters": placing(plan, data, one["id"]),
            **kept.get(one["digest"], {}),
        }
        for one in data.get("figures", [])
    ]


def placing(plan: Plan, data: Data, key: str) -> list[Data]:
    """The chapters whose prose shows a figure."""
    return [
        {"name": one["title"], "url": element_url(plan, "chapters", one["id"])}
        for one in data.get("chapters", [])
        if f"]({key})" in one.get("body", "")
    ]
