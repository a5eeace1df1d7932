"""What writing together adds to *what waits for me*: parts to write, suggestions to decide, parts that are late."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django.db.models import Count, Exists, F, Func, JSONField, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from haluan.accounts.rules import roles_of
from haluan.plans.labels import collection_label, one_label
from haluan.plans.models import Element, Plan, Share, SuggestedChange, Suggestion
from haluan.plans.rules import WRITERS_OF_ALL
from haluan.plans.words import headline
from haluan.web.templatetags.haluan import DIMENSIONS
from haluan.web.waiting import Waiting, waits

MOST = 20


@waits
def parts_to_write(user: Any) -> Iterable[Waiting]:
    """The parts given to the person's agencies, by due date (two queries)."""
    mine = Q()
    for role in roles_of(user):
        if role.kind == "member":
            mine |= Q(agency=role.agency, plan__region=role.region_id)
    if not mine:
        return
    shares = list(Share.objects.to_write().filter(mine).select_related("plan__region")[:MOST])
    names = names_of(shares)
    for share in shares:
        yield Waiting(
            what=_("Tulis bagian %(agency)s: %(name)s")
            % {"agency": share.agency, "name": name_of(share, names)},
            why=" ".join(filter(None, [_("Terlambat.") if share.state == "late" else "", share.note]))
            or share.plan.title,
            url=share.get_absolute_url(),
            verb=_("Buka"),
            due=share.due,
        )


def names_of(shares: list[Share]) -> dict[tuple[int, str, str], str]:
    """What the elements given one by one are called (one query)."""
    where = Q(pk=None)
    for share in shares:
        if share.key:
            where |= Q(plan=share.plan_id, collection=share.collection, key=share.key)
    found = Element.objects.filter(where).values_list("plan", "collection", "key", "fields")
    return {(one[0], one[1], one[2]): headline(one[3]) for one in found}


def name_of(share: Share, names: dict[tuple[int, str, str], str]) -> str:
    if share.dimension:
        return _("Dimensi %(name)s") % {"name": str(DIMENSIONS[share.dimension]).lower()}
    if not share.key:
        return collection_label(share.collection)
    place = (share.plan_id, share.collection, share.key)
    return names.get(place, f"{one_label(share.collection)} {share.key}")


def led_by(user: Any) -> set[str]:
    return {role.region_id for role in roles_of(user) if role.kind in WRITERS_OF_ALL and role.region_id}


@waits
def suggestions_to_decide(user: Any) -> Iterable[Waiting]:
    """For who leads a plan: how many suggestions wait there (one query)."""
    regions = led_by(user)
    if not regions:
        return
    waiting = Count("suggestions", filter=Q(suggestions__state="open"))
    for plan in (
        Plan.objects.filter(region__in=regions).annotate(waiting=waiting).filter(waiting__gt=0)[:MOST]
    ):
        yield Waiting(
            what=ngettext("Putuskan %(n)d usul", "Putuskan %(n)d usul", plan.waiting) % {"n": plan.waiting},
            why=plan.title,
            url=reverse("plan-suggestions", args=[plan.slug]),
            verb=_("Baca usulnya"),
        )


@waits
def suggestions_on_led(user: Any) -> Iterable[Waiting]:
    """For an agency: how many suggestions of others wait on innovations that it leads (one query)."""
    mine = Q()
    for role in roles_of(user):
        if role.kind == "member":
            mine |= Q(plan__region=role.region_id, fields__lead_agency=role.agency)
    if not mine:
        return
    asked = SuggestedChange.objects.filter(
        verdict="",
        suggestion__state="open",
        suggestion__plan=OuterRef("plan"),
        change__collection="innovations",
        change__element=OuterRef("as_json"),
    ).exclude(suggestion__author=user)
    led = Element.objects.filter(mine, collection="innovations").select_related("plan")
    led = led.annotate(as_json=Func(F("key"), function="to_jsonb", output_field=JSONField()))
    for row in led.filter(Exists(asked)).order_by("plan", "position")[:MOST]:
        yield Waiting(
            what=_("Baca usul untuk %(name)s") % {"name": headline(row.fields)},
            why=row.plan.title,
            url=reverse("plan-suggestions", args=[row.plan.slug]) + f"?unsur={quote(row.key)}",
            verb=_("Baca usulnya"),
        )


@waits
def late_parts(user: Any) -> Iterable[Waiting]:
    """For who leads a plan: how many parts are late (one query)."""
    regions = led_by(user)
    if not regions:
        return
    overdue = Q(shares__withdrawn_at=None, shares__handed_in_at=None, shares__due__lt=timezone.localdate())
    plans = Plan.objects.filter(region__in=regions).annotate(late=Count("shares", filter=overdue))
    for plan in plans.filter(late__gt=0)[:MOST]:
        yield Waiting(
            what=ngettext("%(n)d bagian rencana terlambat", "%(n)d bagian rencana terlambat", plan.late)
            % {"n": plan.late},
            why=_("Ingatkan dinasnya, atau alihkan bagiannya."),
            url=reverse("plan-shares", args=[plan.slug]),
            verb=_("Lihat"),
        )


@waits
def drafts_to_hand_in(user: Any) -> Iterable[Waiting]:
    """Suggestions begun and not handed in (one query)."""
    drafts = Suggestion.objects.filter(author=user, state="draft", changes__isnull=False)
    for draft in drafts.select_related("plan").distinct()[:MOST]:
        yield Waiting(
            what=_("Serahkan usul Anda"),
            why=draft.plan.title,
            url=draft.get_absolute_url(),
            verb=_("Lihat dan serahkan"),
        )
