"""The table view: shown, sorted and filtered by its address; saved by blocks; taken back by change sets."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from haluan.plans.editor.views import SignedOut, client_of, writable
from haluan.plans.labels import CHOICES
from haluan.plans.models import ChangeSet, Plan
from haluan.plans.rules import Answer, may_write, may_write_each
from haluan.web.errors import Refused

from .base import Row, Table
from .cells import Column, Names
from .drawing import body, texts, url_of
from .kinds import TABLES
from .saving import NotYours, Outcome, TooLarge, block_of, save
from .shown import A_PAGE, Asked, columns_shown, rows_shown
from .undoing import Undone, undo

Data = dict[str, Any]
MOST_SETS = 200
"""Change sets a page may have missed; beyond, it is loaded again."""


class TableConverter:
    """`biaya` in an address is the table of costs by year."""

    regex = "|".join(TABLES)

    def to_python(self, value: str) -> Table:
        return TABLES[value]

    def to_url(self, value: Table | str) -> str:
        return value if isinstance(value, str) else value.slug


@require_http_methods(["GET", "HEAD", "POST"])
def table(request: HttpRequest, slug: str, table: Table) -> HttpResponse:
    """The page; as JSON what others changed since `sejak`; a POST saves a block of cells."""
    try:
        plan = writable(request, slug)
        if request.method == "POST":
            return post(request, plan, table)
        if wants_json(request):
            return JsonResponse(news(request, plan, table, request.GET.get("sejak", "")))
    except SignedOut:
        return JsonResponse({"signed_out": True}, status=401)
    return page(request, plan, table)


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def page(request: HttpRequest, plan: Plan, table: Table) -> HttpResponse:
    version, data = plan.snapshot()
    columns, rows = table.columns(data), table.rows(data)
    asked = Asked.of(request.GET, columns)
    shown = columns_shown(columns, asked)
    found = Paginator(rows_shown(table, columns, rows, asked), A_PAGE).get_page(asked.page)
    may_add = table.adds and may_write(request.user, plan, table.collection)
    context = {
        "plan": plan,
        "fictional": plan.fictional,
        "table": table,
        "place": table.label,
        "heading": table.heading(columns, rows),
        "columns": [heading(column, asked) for column in shown],
        "widths": widths(shown),
        "all_columns": columns,
        "groups": dict.fromkeys(column.group for column in columns if column.group),
        "body": body(plan, table, shown, list(found.object_list), allowed(request, plan, table, rows)),
        "rows": found,
        "count": len(rows),
        "asked": asked,
        "version": version,
        "last_saved": plan.changesets.order_by("-number").values_list("at", flat=True).first(),
        "tables": [
            {"label": one.label, "url": address(plan, one), "current": one is table}
            for one in TABLES.values()
        ],
        "adds": bool(may_add),
        "about": told_to_script(plan, table, shown, data, bool(may_add), asked),
    }
    return render(request, "plans/tables/table.html", context)


def address(plan: Plan, table: Table) -> str:
    return reverse("desk-table", args=[plan.slug, table])


WIDTHS = {
    "prose": 18,
    "counts": 18,
    "text": 12,
    "money": 9.5,
    "many": 9.5,
    "one": 9.5,
    "choice": 8.5,
    "integer": 8,
}


def widths(columns: list[Column]) -> str:
    """The tracks of every row: the key, the name, and each column as wide as its kind needs (rem)."""
    first, *others = [
        f"{18 if column.once and column.refers else WIDTHS.get(column.kind, 6.5)}rem" for column in columns
    ]
    return " ".join(["var(--key)", first if columns[0].numeric else "var(--title)", *others])


def heading(column: Column, asked: Asked) -> Data:
    """The head of a column: pressed once it sorts, twice the other way, three times not at all."""
    ways = {column.name: f"-{column.name}", f"-{column.name}": ""}
    return {
        "column": column,
        "sort": {column.name: "ascending", f"-{column.name}": "descending"}.get(asked.order, ""),
        "url": asked.query(urut=ways.get(asked.order, column.name)),
    }


def allowed(request: HttpRequest, plan: Plan, table: Table, rows: list[Row]) -> dict[str, Answer]:
    elements = {row.element: row.item for row in rows}
    if not table.elements:  # who may write a row follows from the innovation it is part of
        elements = dict(plan.elements.filter(collection="innovations").values_list("key", "fields"))
    return may_write_each(request.user, plan, table.collection, elements)


def told_to_script(
    plan: Plan, table: Table, columns: list[Column], data: Data, adds: bool, asked: Asked
) -> Data:
    """What the page's script must know: kinds of columns, and what cells may be chosen from."""
    names = Names(data)
    refers = {column.refers for column in columns if column.refers and not column.fixed}
    return {
        "columns": [
            {
                "name": one.name,
                "kind": one.kind,
                "label": one.label,
                "hint": one.hint,
                "refers": one.refers,
                "choices": [str(CHOICES.get(value, value)) for value in one.choices],
                "fixed": one.fixed,
                "once": one.once,
                "numeric": one.numeric,
            }
            for one in columns
        ],
        "names": {collection: list(names.of(collection).items()) for collection in refers},
        "key": "" if table.collection == "budget" else key_name(table, adds),
        "adds": adds,
        "filtered": asked.filtered,
    }


def key_name(table: Table, adds: bool) -> str:
    """The name of the first column, where new rows bring their own code."""
    from masterplan.document import COLLECTIONS

    info = COLLECTIONS[table.collection]
    return info.key_fields[0] if adds and not info.prefix else ""


def post(request: HttpRequest, plan: Plan, table: Table) -> HttpResponse:
    try:
        block = block_of(request.POST.get("ubah", ""))
    except TooLarge as error:
        return JsonResponse(refusal(str(error)), status=413)
    except ValueError:
        return JsonResponse(
            refusal(_("Kiriman ini tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.")), status=400
        )
    client: UUID | None = client_of(request)
    try:
        outcome = save(plan, table, block, by=request.user, client=client)
    except NotYours as error:
        raise refused(plan, table, str(error)) from None
    seen = request.POST.get("dilihat", "")
    extra = [*block.cells, *outcome.made.values()]
    return JsonResponse(said(outcome) | news(request, plan, table, seen, extra, list(outcome.made.values())))


def refused(plan: Plan, table: Table, why: str) -> Refused:
    back = [(address(plan, table), _("Kembali ke tabel"))]
    return Refused(why, title=_("Sebagian baris ini tidak dapat Anda ubah"), instead=back)


def refusal(sentence: str) -> Data:
    return {"refused": sentence, "errors": {}, "conflicts": []}


def said(outcome: Outcome) -> Data:
    for conflict in outcome.conflicts:
        at = conflict.get("at")
        conflict["at"] = timezone.localtime(at).strftime("%H.%M") if at else ""
    return {
        "number": outcome.number,
        "saved": timezone.localtime().strftime("%H.%M"),
        "made": outcome.made,
        "errors": outcome.errors,
        "conflicts": outcome.conflicts,
        "refused": outcome.refused,
    }


def news(
    request: HttpRequest,
    plan: Plan,
    table: Table,
    since: str,
    keys: list[str] | None = None,
    made: list[str] | None = None,
) -> Data:
    """Rows as they stand now: those named in `keys`, and those that changed after change set `since`.

    Seven queries at most. Where too much happened meanwhile the page is told to load again.
    """
    version, data = plan.snapshot()
    seen = int(since) if since.isascii() and since.isdecimal() and len(since) < 10 else version
    sets = ChangeSet.objects.filter(plan=plan, number__gt=seen, number__lte=version).order_by("number")
    lists = list(sets.values_list("changes", flat=True)[: MOST_SETS + 1])
    touched = (
        {
            str(change["element"])
            for changes in lists
            for change in changes
            if change.get("collection") == table.collection
        }
        | set(keys or [])
        | set(made or [])
    )
    columns, rows = table.columns(data), table.rows(data)
    whole = table.collection == "budget" and bool(touched)
    before = {row.key: rows[place - 1].key if place else "" for place, row in enumerate(rows)}
    wanted = [row for row in rows if whole or row.element in touched or row.key in touched]
    may = allowed(request, plan, table, wanted)
    there = {row.key for row in rows} | {row.element for row in rows}
    return {
        "version": version,
        "heading": table.heading(columns, rows),
        "reload": len(lists) > MOST_SETS,
        "rows": [
            {
                "key": row.key,
                "element": row.element,
                "after": before[row.key],
                "url": url_of(plan, table, row),
                "why": may[row.element].reason,
                "cells": dict(zip([one.name for one in columns], texts(table, row, columns), strict=True)),
            }
            for row in wanted
        ],
        "parts": [] if table.elements else sorted(touched),
        "gone": [key for key in touched if key not in there and not key.startswith("+")],
    }


@require_POST
def take_back(request: HttpRequest, slug: str, table: Table, number: int) -> HttpResponse:
    """Undo one of one's own change sets; what others changed since is left, after asking."""
    try:
        plan = writable(request, slug)
    except SignedOut:
        return JsonResponse({"signed_out": True}, status=401)
    changeset = get_object_or_404(plan.history(), number=number)
    try:
        undone = undo(plan, changeset, by=request.user, standing=request.POST.get("yang") == "utuh")
    except NotYours as error:
        raise refused(plan, table, str(error)) from None
    seen = request.POST.get("dilihat", "")
    told = {"saved": timezone.localtime().strftime("%H.%M"), "errors": {}, "conflicts": []}
    return JsonResponse(told | answer_of(undone) | news(request, plan, table, seen or str(number)))


def answer_of(undone: Undone) -> Data:
    return {
        "number": undone.number,
        "refused": undone.refused,
        "asks": undone.asks,
        "touched": undone.touched,
        "left": undone.left,
    }
