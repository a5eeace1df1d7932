"""The judgement at the right: what the element is worth, from what, and what nobody knows yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from haluan.plans.findings.judging import Said, accepted_said, finding_said, pressing
from haluan.plans.findings.judging import judged as findings_of
from haluan.plans.words import headline
from masterplan.document import DocumentError, Plan
from masterplan.impact import ImpactError, explain, potential, value
from masterplan.language import rounded
from masterplan.lint import Context

from .page import element_url

SHOWN = 8
"""So many unknowns the panel names."""


@dataclass
class Judgement:
    """What the panel shows. Figures are texts with two or three significant digits."""

    title: str = ""
    person_years: str = ""
    raw: float = 0.0
    low: str = ""
    high: str = ""
    why: str = ""
    lines: list[str] = field(default_factory=list)
    chosen: str = ""
    unknown: list[dict[str, str]] = field(default_factory=list)
    findings: list[Said] = field(default_factory=list)
    accepted: list[Said] = field(default_factory=list)

    @property
    def unknown_more(self) -> int:
        """How many unknowns are not shown."""
        return len(self.unknown) - SHOWN


def judged(plan: Any, data: dict[str, Any], collection: str, key: str) -> tuple[Judgement, Counter[str]]:
    """The judgement of one element, and for the outline how much of each element has to be mended."""
    try:
        found = findings_of(plan, data)
    except DocumentError as error:
        return Judgement(title=_("Manfaat"), why=str(error)), Counter()
    report = found.report()
    judgement = _worth(plan, found.context, data, collection, key)
    judgement.findings = [finding_said(plan, one) for one in report.findings if (one.element or "") == key]
    judgement.accepted = [
        accepted_said(plan, one) for one in report.accepted if (one.finding.element or "") == key
    ]
    return judgement, pressing(report)


def _worth(plan: Any, context: Context, data: dict[str, Any], collection: str, key: str) -> Judgement:
    """What the element, or the whole plan, is worth, and what nobody knows of it."""
    lang = get_language() or "id"
    if context.impact is None:
        return Judgement(title=_("Manfaat"), why=_trouble(context.plan, lang))
    said = context.impact.to_data(lang=lang)
    typed = context.plan
    worth = _of_innovation(typed, key, lang) if collection == "innovations" and key else _of_plan(typed, lang)
    places = {
        one["id"]: (name, headline(one)) for name in ("innovations", "problems") for one in data.get(name, [])
    }
    here = [one for one in said["unknown"] if not key or one["element"] == key]
    worth.unknown = [_unknown(plan, one, places, key) for one in here]
    worth.chosen = rounded(said["person_years"], lang) if said["person_years"] else ""
    return worth


def _trouble(typed: Plan, lang: str) -> str:
    try:
        value(typed)
    except ImpactError as error:
        return error.words.say(lang)
    return ""


def _of_plan(typed: Plan, lang: str) -> Judgement:
    total = potential(typed)
    return Judgement(
        title=_("Manfaat bila semua usulan berjalan"),
        raw=total,
        person_years=rounded(total, lang) if total else "",
        why=_("Warga terdampak, beratnya, atau bagian yang terbantu belum ada."),
    )


def _of_innovation(typed: Plan, key: str, lang: str) -> Judgement:
    told = explain(typed, key)
    found = Judgement(
        title=_("Manfaat bila berjalan mulai %(year)s") % {"year": told.start},
        raw=told.alone.expected,
        lines=[line.words.say(lang) for line in told.lines],
    )
    if told.alone.expected:
        found.person_years = rounded(told.alone.expected, lang)
        found.low, found.high = rounded(told.alone.low, lang), rounded(told.alone.high, lang)
    else:
        found.why = _("Isi dahulu masalah, warga terdampak, beratnya, dan bagian yang terbantu.")
    return found


def _unknown(plan: Any, one: dict[str, Any], places: dict[str, tuple[str, str]], key: str) -> dict[str, str]:
    element = one["element"]
    if element == key or element not in places:
        return {"why": one["why"], "name": "", "url": ""}
    collection, name = places[element]
    return {"why": one["why"], "name": name, "url": element_url(plan, collection, element)}
