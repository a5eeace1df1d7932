"""A plan judged once for each of its versions, and only where it changed since the last."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from haluan.plans.editor.page import Field, element_url
from haluan.plans.labels import field_label
from haluan.plans.models import Plan
from haluan.plans.reading.kept import Kept
from masterplan.document import COLLECTIONS, Data, load
from masterplan.document.types import Acceptance
from masterplan.lint import Accepted, Finding, Gate, Judged, Memory, Report, Severity, gates, judge

_judged: Kept[tuple[Data, Judged]] = Kept(32)
_memories: Kept[Memory] = Kept(32)

CLASSES: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "advice"}
PLAN = "rencana"
"""In addresses and forms, the place of what is said about the whole plan."""


def judged(plan: Plan, data: Data) -> Judged:
    """Everything the rules find in `data`, which may also hold what somebody suggests. Raises `DocumentError`.

    What was found last is kept with the document it was found in, and given again for an equal one only.
    """
    kept = _judged.get(plan.pk)
    if kept is not None and kept[0] == data:
        return kept[1]
    memory = _memories.get(plan.pk) or Memory()
    like = (kept[0], kept[1].context.plan) if kept is not None else None
    found = judge(load(data, like), memory=memory)
    _memories.put(plan.pk, memory)
    _judged.put(plan.pk, (data, found))
    return found


def pressing(report: Report) -> Counter[str]:
    """For each element, and each collection as a whole, the findings that a mentor would not let pass."""
    return Counter(one.element or one.field or "" for one in report.findings if one.severity != "info")


@dataclass(frozen=True)
class Said:
    """A finding as a page shows it, in the language of the page."""

    code: str
    severity: str
    level: str
    message: str
    why: str
    instead: str
    collection: str
    element: str
    field: str
    label: str
    url: str
    fixable: bool
    reason: str = ""
    by: str = ""
    acceptance: str = ""


def finding_said(plan: Plan, finding: Finding, acceptance: Acceptance | None = None) -> Said:
    lang = get_language() or "id"
    field = finding.field or ""
    return Said(
        code=finding.code,
        severity=finding.severity,
        level=CLASSES[finding.severity],
        message=finding.message.say(lang),
        why=finding.rule.why.say(lang),
        instead=finding.rule.instead.say(lang),
        collection=finding.collection or "",
        element=finding.element or "",
        field=field,
        label=label_of(finding.collection, field),
        url=place_of(plan, finding),
        fixable=bool(finding.fix),
        reason=acceptance.reason if acceptance else "",
        by=(acceptance.by or "") if acceptance else "",
        acceptance=acceptance.id if acceptance else "",
    )


def accepted_said(plan: Plan, accepted: Accepted) -> Said:
    return finding_said(plan, accepted.finding, accepted.acceptance)


def label_of(collection: str | None, field: str) -> str:
    """The words for a field; empty for the element itself and where a field has no name of its own."""
    return str(field_label(collection, field)) if field and field not in ("id", "code") else ""


def place_of(plan: Plan, finding: Finding) -> str:
    """Where in the desk it is mended: the field, the list of a collection, or the plan itself."""
    collection, element, field = finding.collection or "", finding.element or "", finding.field or ""
    if not element and field in COLLECTIONS:
        return reverse("desk-list", args=[plan.slug, field])
    return f"{element_url(plan, collection, element)}#{Field(field, '', '').id}"


@dataclass(frozen=True)
class GateState:
    """One gate as the strip shows it."""

    name: str
    title: str
    about: str
    open: bool
    errors: int
    warnings: int


def gate_states(found: Judged) -> list[GateState]:
    return [_state(found, gate) for gate in gates().values()]


def _state(found: Judged, gate: Gate) -> GateState:
    report = found.report(gate=gate)
    lang = get_language() or "id"
    return GateState(
        name=gate.name,
        title=gate.title.say(lang),
        about=gate.about.say(lang),
        open=report.passed,
        errors=report.count("error"),
        warnings=report.count("warning"),
    )
