"""What is said after a save: what stands there now, what was refused, who wrote the same field."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from haluan.plans.labels import field_label
from haluan.plans.models import Plan
from haluan.plans.words import spoken
from masterplan.document import ABSENT, get_field
from masterplan.document.service import split

from . import forms
from .page import Field, money_said, years_of
from .saving import HALVES, KEY, Outcome, Posted, stored
from .values import as_text

Data = dict[str, Any]


def answer(
    request: HttpRequest, plan: Plan, collection: str, key: str, posted: Posted, outcome: Outcome
) -> Data:
    """What the page must know after a save: what stands there now, what was refused, who else wrote it."""
    now = plan.document() if not collection else (stored(plan, collection, key) or {})
    period = plan.fields["period"]
    fields, bases = {}, {}
    for path in posted.heard - {conflict["path"] for conflict in outcome.conflicts} - set(outcome.errors):
        general = KEY.sub("[]", path)
        if path == "service_change" or path in forms.tables(collection):
            bases[path] = base_of(now, path)
        else:
            fields[path] = as_text(get_field(now, path), forms.kind(collection, general))
    money = {
        path: money_said(text)
        for path, text in fields.items()
        if forms.kind(collection, KEY.sub("[]", path)) == "money"
    }
    return {
        "said": money,
        "number": outcome.number,
        "saved": timezone.localtime().strftime("%H.%M"),
        "fields": {
            path: text
            for path, text in (fields | spread(collection, now, bases, period)).items()
            if path not in outcome.errors
        },
        "bases": bases,
        "errors": outcome.errors,
        "conflicts": [conflict_said(request, plan, collection, key, each) for each in outcome.conflicts],
    }


def base_of(element: Data, path: str) -> str:
    value = get_field(element, path)
    if path == "service_change":
        return "" if value is ABSENT else str(value)
    return json.dumps([] if value is ABSENT else value, ensure_ascii=False)


def spread(collection: str, element: Data, bases: dict[str, str], period: Data) -> dict[str, str]:
    """The service change as its two fields, and every cell of a list that was saved whole."""
    said: dict[str, str] = {}
    if "service_change" in bases:
        both = split(bases["service_change"]).halves
        said |= dict(zip(HALVES, both, strict=True)) if both else {"service_change": bases["service_change"]}
    for path, table in forms.tables(collection).items():
        if path not in bases:
            continue
        for index, entry in enumerate(get_field(element, path) or []):
            for line in table.columns:
                kind = forms.kind(collection, f"{path}[].{line.path}")
                value, place = get_field(entry, line.path), f"{path}[{index}].{line.path}"
                if kind == "years":
                    stored = value or {}
                    years = years_of(period, stored)
                    said |= {f"{place}[{year}]": as_text(stored.get(year), "number") for year in years}
                else:
                    said[place] = as_text(value, kind)
    return said


def conflict_said(request: HttpRequest, plan: Plan, collection: str, key: str, conflict: Data) -> Data:
    path = conflict["path"]
    general = KEY.sub("[]", path)
    kind = (
        "prose"
        if path == "service_change"
        else "whole"
        if path in forms.tables(collection)
        else forms.kind(collection, general)
    )
    texts = {
        name: base_of({path: conflict[name]} if conflict[name] is not ABSENT else {}, path)
        if kind == "whole"
        else as_text(conflict[name], kind)
        for name in ("theirs", "mine")
    }
    last = next(iter(plan.blame(collection or None, key or None, path)), None)
    shown = {
        "path": path,
        "label": field_label(collection or None, path),
        "by": last,
        "words": {
            name: spoken(path, None if conflict[name] is ABSENT else conflict[name])
            for name in ("base", "theirs", "mine")
        },
    }
    html = render_to_string("plans/editor/_conflict.html", {"conflict": shown}, request)
    return {"path": path, "html": html, **texts}


def errors_said(collection: str, outcome: Outcome | None) -> list[Data]:
    errors = outcome.errors if outcome else {}
    return [
        {"id": Field(path, "", "").id, "label": field_label(collection or None, path), "sentence": sentence}
        for path, sentence in errors.items()
    ]
