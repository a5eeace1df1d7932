"""Taking an innovation over: what is theirs, what comes into one's own plan, and what is left to be found out here.

The service change, its enablers, measures and sources come; money, years, shares and figures stay behind: they are
theirs. One change set, of origin *reuse*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404
from django.utils.text import slugify
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from haluan.plans.editor.newcomers import changes_to, free_id, free_ids
from haluan.plans.models import ChangeSet, Element, Plan
from haluan.plans.rules import may_write_all
from haluan.plans.words import lang
from haluan.programme.models import KnownInnovation
from haluan.web.errors import Refused
from masterplan.document import ChangeSet as Changes
from masterplan.document import Data, get_field
from masterplan.language import rupiah_short

ALIKE = 88
"""From 0 to 100: names of enablers that mean the same."""
KINDS = {
    "technology": ("aplikasi", "sistem", "sensor", "kamera", "laman", "gawai", "perangkat lunak", "tanda tangan"),
    "infrastructure": ("serat optik", "jaringan", "gedung", "jalan", "kendaraan", "mobil", "menara"),
    "regulation": ("aturan", "perbup", "perwali", "perda", "regulasi", "keputusan", "sop"),
    "people": ("petugas", "kader", "pelatihan", "pendamping", "relawan", "tenaga"),
    "organisation": ("tim", "forum", "unit", "mal pelayanan", "loket"),
    "partnership": ("kerja sama", "mitra", "swasta", "universitas", "perguruan"),
    "data": ("data", "peta", "basis data"),
}  # fmt: skip
"""Words that tell what kind an enabler is, where its source does not say; who takes it over decides."""


@dataclass(frozen=True)
class TheirEnabler:
    """One enabler there; `mine`: the key of one that is here already, by its name."""

    title: str
    kind: str
    description: str = ""
    mine: str = ""


@dataclass
class Theirs:
    """An innovation of another region, as it is told there."""

    origin: str
    region: str
    title: str
    fields: Data = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    enablers: list[TheirEnabler] = field(default_factory=list)
    measures: list[Data] = field(default_factory=list)
    sources: list[Data] = field(default_factory=list)
    money: list[str] = field(default_factory=list)
    evidence: str = ""
    url: str = ""


def theirs(origin: str, plan: Plan, mine: Data) -> Theirs:
    """What an origin names, with what of it is here already; 404 for a draft, one's own, or nothing."""
    kind, _slash, rest = origin.partition("/")
    place, _slash, key = rest.partition("/")
    if kind == "rencana" and place != plan.slug:
        found = of_plan(origin, place, key)
    elif kind == "daerah":
        found = of_region(origin, place, key)
    else:
        raise Http404
    found.enablers = [matched(one, mine.get("enablers", [])) for one in found.enablers]
    return found


def of_plan(origin: str, slug: str, key: str) -> Theirs:
    from django.urls import reverse

    plan = (
        Plan.objects.filter(slug=slug, public=True, region__fictional=False).select_related("region").first()
    )
    data = plan.document() if plan else {}
    one = next((each for each in data.get("innovations", []) if each["id"] == key), None)
    if plan is None or one is None:
        raise Http404
    titles = {each["id"]: each["title"] for each in data.get("problems", [])}
    enablers = {each["id"]: each for each in data.get("enablers", [])}
    needed = [enablers[each] for each in one.get("enablers", []) if each in enablers]
    cited = [each for each in data.get("sources", []) if each["id"] in one.get("sources", [])]
    itself = {"title": plan.title, "publisher": plan.region.name, "page": f"{key}, {one['title']}"}
    return Theirs(
        origin,
        plan.region.name,
        one["title"],
        {
            name: one[name]
            for name in ("dimension", "sub_dimension", "service_change", "beneficiaries")
            if name in one
        },
        [titles[each["problem"]] for each in one.get("addresses", []) if each["problem"] in titles],
        [TheirEnabler(each["title"], each["kind"], each.get("description", "")) for each in needed],
        [measure(each["indicator"]) for each in one.get("outcomes", [])],
        [itself, *({name: value for name, value in each.items() if name != "id"} for each in cited)],
        money_of(one, needed),
        url=reverse("plan-innovation", args=[slug, key]),
    )


def measure(indicator: Data) -> Data:
    """What is measured there; the values are theirs and stay."""
    return {name: indicator[name] for name in ("name", "unit", "better", "standard") if name in indicator}


def money_of(one: Data, enablers: list[Data]) -> list[str]:
    """What it costs there, in sentences; empty where it is not told."""
    capital = sum(cost.get("capital", 0) for cost in one.get("costs", []))
    shared = sum(each.get("capital", 0) for each in enablers if not each.get("exists"))
    yearly = one.get("operating_per_year", 0)
    said = [
        (capital, _("%s untuk membangun")),
        (yearly, _("%s tiap tahun untuk menjalankan")),
        (shared, _("%s untuk pemungkinnya")),
    ]
    return [sentence % rupiah_short(amount, lang()) for amount, sentence in said if amount]


def of_region(origin: str, code: str, slug: str) -> Theirs:
    from django.urls import reverse

    known = KnownInnovation.objects.filter(region=code, region__fictional=False).select_related("region")
    one = next((each for each in known if slugify(each.name) == slug), None)
    if one is None:
        raise Http404
    fields = {"dimension": one.dimension, "service_change": one.service_change}
    parts = [part.strip() for part in one.enabler.split(";") if part.strip()]
    return Theirs(
        origin,
        one.region.name,
        one.name,
        {name: value for name, value in fields.items() if value},
        [one.problem] if one.problem else [],
        [TheirEnabler(part, guessed(part)) for part in parts],
        sources=[{"title": part.strip()} for part in one.source.split(";") if part.strip()],
        evidence=", ".join(filter(None, [str(one.year or ""), one.evidence])),
        url=reverse("region", args=[code]),
    )


def guessed(words: str) -> str:
    """The kind of an enabler by its words; empty where they don't tell."""
    return next((kind for kind, marks in KINDS.items() if any(mark in words.lower() for mark in marks)), "")


def matched(one: TheirEnabler, mine: list[Data]) -> TheirEnabler:
    alike = [
        (fuzz.token_sort_ratio(one.title.lower(), each["title"].lower()), each["id"])
        for each in mine
        if not one.kind or each["kind"] == one.kind
    ]
    best, key = max(alike, default=(0, ""))
    return TheirEnabler(one.title, one.kind, one.description, key if best >= ALIKE else "")


class Incomplete(ValueError):
    """Something must be chosen first; says what."""


def take(plan: Plan, found: Theirs, form: Mapping[str, str], *, by: Any) -> str:
    """The new innovation, in one change set; its id. Raises `Incomplete`, `Refused`, and what the door raises."""
    before = plan.document()
    after = dict(before)
    one: Data = {
        "id": free_id(plan, before, "innovations"),
        "title": (form.get("title") or found.title).strip()[:300],
    }
    one |= found.fields
    if relieved := problem(plan, after, found, form.get("masalah", "")):
        one["addresses"] = [{"problem": relieved}]
    if needed := enablers(plan, after, found, form):
        one["enablers"] = needed
    if found.measures:
        one["outcomes"] = [{"indicator": each} for each in found.measures]
    one["adopted_from"] = {"region": found.region, "title": found.title}
    one["sources"] = sources(plan, after, found)
    after["innovations"] = [*after.get("innovations", []), one]
    changes = Changes("", changes_to(before, after))
    answer = may_write_all(by, plan, [change.to_data() for change in changes.changes])
    if not answer:
        raise Refused(answer.reason)
    reason = _("Diambil dari %(region)s: %(title)s") % {"region": found.region, "title": found.title}
    ChangeSet.apply(plan=plan, changes=changes, by=by, reason=reason, origin=ChangeSet.Origin.REUSE)
    return str(one["id"])


def problem(plan: Plan, after: Data, found: Theirs, chosen: str) -> str:
    """The problem here that it relieves: one that is written already, or theirs as a beginning, without figures."""
    if chosen in {each["id"] for each in after.get("problems", [])}:
        return chosen
    if chosen != "baru" or not found.problems:
        return ""
    value: Data = {"id": free_id(plan, after, "problems"), "title": found.problems[0]}
    value |= {"dimension": found.fields["dimension"]} if "dimension" in found.fields else {}
    after["problems"] = [*after.get("problems", []), value]
    return str(value["id"])


def enablers(plan: Plan, after: Data, found: Theirs, form: Mapping[str, str]) -> list[str]:
    here = {each["id"] for each in after.get("enablers", [])}
    ids = iter(free_ids(plan, after, "enablers", len(found.enablers)))
    needed, fresh = [], []
    for place, one in enumerate(found.enablers):
        chosen, kind = form.get(f"pemungkin-{place}", ""), form.get(f"jenis-{place}", one.kind)
        if chosen in here:
            needed.append(chosen)
        elif chosen == "baru":
            if not kind:
                raise Incomplete(_("Pilih dahulu jenis “%(title)s”.") % {"title": one.title})
            value = {"id": next(ids), "kind": kind, "title": one.title}
            fresh.append(value | ({"description": one.description} if one.description else {}))
            needed.append(value["id"])
    if fresh:
        after["enablers"] = [*after.get("enablers", []), *fresh]
    return list(dict.fromkeys(needed))


def sources(plan: Plan, after: Data, found: Theirs) -> list[str]:
    """Their sources here: the same one again, or a new one."""
    known = {marked(each): each["id"] for each in after.get("sources", [])}
    ids = iter(free_ids(plan, after, "sources", len(found.sources)))
    cited, fresh = [], []
    for one in found.sources:
        if marked(one) not in known:
            known[marked(one)] = next(ids)
            fresh.append({"id": known[marked(one)], **one})
        cited.append(known[marked(one)])
    if fresh:
        after["sources"] = [*after.get("sources", []), *fresh]
    return list(dict.fromkeys(cited))


def marked(source: Data) -> tuple[str, ...]:
    return tuple(str(source.get(name, "")).casefold() for name in ("title", "publisher", "page"))


def money_beside(plan: Plan, one: Data) -> Data | None:
    """What the innovation this one was taken from costs there (two queries); None where nobody has told it."""
    region, title = get_field(one, "adopted_from.region"), get_field(one, "adopted_from.title")
    if not region or not title:
        return None
    there = Element.objects.filter(
        collection="innovations", plan__public=True, plan__region__fictional=False,
        plan__region__name=region, fields__title=title,
    ).exclude(plan=plan).select_related("plan").first()  # fmt: skip
    if there is None:
        return None
    needed = Element.objects.filter(
        plan=there.plan, collection="enablers", key__in=there.fields.get("enablers", [])
    ).values_list("fields", flat=True)
    said = money_of(there.fields, list(needed))
    return {"region": region, "said": said, "plan": there.plan.slug, "key": there.key} if said else None
