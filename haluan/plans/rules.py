"""Who may read and write a plan. Every refusal says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from haluan.accounts.rules import roles_of

from .models import Element, Plan, Share, Suggestion

PLAN_ITSELF = "plan"
"""Instead of a collection: the fields of the plan itself, such as its vision."""
OPEN_TO_MEMBERS = frozenset(
    {"problems", "enablers", "readiness", "issues", "risks", "chapters", "figures", "sources"}
)
READERS_EVERYWHERE = frozenset({"office", "ministry"})
OF_THE_TEAM = frozenset({"head", "coordinator", "member"})
WRITERS_OF_ALL = frozenset({"head", "coordinator"})
DRAFT_READERS = READERS_EVERYWHERE | OF_THE_TEAM | {"mentor"}


class Answer(NamedTuple):
    """Whether it is allowed, and when not, why: a sentence for the person who asked."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Answer(True)


@dataclass(frozen=True)
class Standing:
    """What a person is to one plan: the kinds of role held for its region or everywhere, and own agencies."""

    signed_in: bool
    kinds: frozenset[str]
    agencies: frozenset[str]

    @property
    def agency(self) -> str:
        """The agency to sign with; empty for the head, the coordinator and everybody else."""
        return min(self.agencies, default="")


def standing(user: Any, plan: Plan) -> Standing:
    """One query; roles held for other regions do not count, except that of office and ministry."""
    if not getattr(user, "is_authenticated", False):
        return Standing(False, frozenset(), frozenset())
    held = [
        role for role in roles_of(user) if role.kind in READERS_EVERYWHERE or role.region_id == plan.region_id
    ]
    return Standing(
        True,
        frozenset(str(role.kind) for role in held),
        frozenset(role.agency for role in held if role.kind == "member"),
    )


def regions_read_by(user: Any) -> set[str] | None:
    """Codes of the regions whose drafts this person reads; None for all of them."""
    roles = roles_of(user)
    if any(role.kind in READERS_EVERYWHERE for role in roles):
        return None
    return {role.region_id for role in roles if role.kind in OF_THE_TEAM | {"mentor"} and role.region_id}


def may_read(user: Any, plan: Plan) -> Answer:
    """A public plan is everybody's; a draft is read by the region's team, mentors, the office, ministries."""
    if plan.public:
        return YES
    if standing(user, plan).kinds & DRAFT_READERS:
        return YES
    why = _(
        "Rencana ini belum dibuka untuk umum. Hanya tim %(region)s, pembimbingnya, kantor program, "
        "dan kementerian yang dapat membacanya."
    )
    return Answer(False, why % {"region": plan.region.name})


def may_review(user: Any, plan: Plan) -> Answer:
    """What the linter says is read by those who work on the plan or guide it, also where the plan is public."""
    if standing(user, plan).kinds & (READERS_EVERYWHERE | OF_THE_TEAM | {"mentor"}):
        return YES
    why = _("Temuan dibaca oleh tim %(region)s, pembimbingnya, kantor program, dan kementerian.")
    return Answer(False, why % {"region": plan.region.name})


def may_write(user: Any, plan: Plan, collection: str | None = None, key: str | None = None) -> Answer:
    """Whether `user` may change the plan, one collection, or one element of it (at most two queries).

    Without collection and key: whether there is anything in the plan this person may change. The plan's own
    fields (vision, budget rules …) are asked for with `PLAN_ITSELF`.
    """
    return may_write_as(standing(user, plan), plan, collection, key)


def may_write_as(who: Standing, plan: Plan, collection: str | None = None, key: str | None = None) -> Answer:
    if who.kinds & WRITERS_OF_ALL:
        return YES
    if "member" not in who.kinds:
        return _not_of_the_team(who, plan)
    if collection is None:
        return YES
    if collection in OPEN_TO_MEMBERS:
        return YES
    if collection == "innovations":
        return YES if key is None else _may_write_innovation(who, plan, key)
    return Answer(False, _("Bagian ini diubah oleh koordinator daerah. Sampaikan usul Anda kepadanya."))


def may_write_each(
    user: Any, plan: Plan, collection: str, elements: dict[str, dict[str, Any]]
) -> dict[str, Answer]:
    """For each of these elements of a collection, whether it may be changed. One query however many."""
    who = standing(user, plan)
    whole = may_write_as(who, plan, collection)
    if collection != "innovations" or not whole or who.kinds & WRITERS_OF_ALL:
        return dict.fromkeys(elements, whole)
    return {key: _own(who, key, fields) for key, fields in elements.items()}


def may_write_all(user: Any, plan: Plan, changes: list[dict[str, Any]]) -> Answer:
    """Whether every one of `changes` is allowed; the first refusal answers. At most two queries."""
    return next((answer for answer in may_make_each(user, plan, changes) if not answer), YES)


def may_make_each(user: Any, plan: Plan, changes: list[dict[str, Any]]) -> list[Answer]:
    """An answer for each of `changes`, at most two queries however many; one refusal for all where none can be."""
    who = standing(user, plan)
    if who.kinds & WRITERS_OF_ALL:
        return [YES] * len(changes)
    if "member" not in who.kinds:
        return [_not_of_the_team(who, plan)] * max(1, len(changes))
    stored = _innovations(
        plan, {c["element"] for c in changes if c.get("collection") == "innovations" and "element" in c}
    )
    return [_member_may_change(who, change, stored) for change in changes]


def _member_may_change(who: Standing, change: dict[str, Any], stored: dict[str, dict[str, Any]]) -> Answer:
    collection = change.get("collection")
    if collection in OPEN_TO_MEMBERS:
        return YES
    if collection == "innovations":
        fields = stored.get(str(change.get("element")), change.get("value", {}))
        return _own(who, str(change.get("element")), fields)
    return Answer(False, _("Bagian ini diubah oleh koordinator daerah. Sampaikan usul Anda kepadanya."))


def _may_write_innovation(who: Standing, plan: Plan, key: str) -> Answer:
    return _own(who, key, _innovations(plan, {key}).get(key, {}))


def _innovations(plan: Plan, keys: set[str]) -> dict[str, dict[str, Any]]:
    found = Element.objects.filter(plan=plan, collection="innovations", key__in=keys)
    return dict(found.values_list("key", "fields"))


def _own(who: Standing, key: str, fields: dict[str, Any]) -> Answer:
    lead = fields.get("lead_agency")
    if lead is None or who.agencies & {lead, *fields.get("partner_agencies", [])}:
        return YES
    why = _(
        "%(key)s dipimpin %(lead)s. Hanya %(lead)s, mitranya, dan koordinator daerah yang dapat mengubahnya."
    )
    return Answer(False, why % {"key": key, "lead": lead})


def _not_of_the_team(who: Standing, plan: Plan) -> Answer:
    region = plan.region.name
    if not who.signed_in:
        return Answer(
            False, _("Masuk dahulu. Rencana hanya diubah oleh tim %(region)s.") % {"region": region}
        )
    if "mentor" in who.kinds:
        why = _("Pembimbing memberi masukan, tidak mengubah rencana. Yang menulis adalah tim %(region)s.")
        return Answer(False, why % {"region": region})
    return Answer(False, _("Rencana ini hanya diubah oleh tim %(region)s.") % {"region": region})


# -- writing together


def may_discuss(user: Any, plan: Plan) -> Answer:
    """Threads are for those who read the draft, also where the plan itself is open to everybody."""
    if standing(user, plan).kinds & DRAFT_READERS:
        return YES
    why = _(
        "Percakapan tentang rencana ini dibaca tim %(region)s, pembimbingnya, kantor program, dan kementerian."
    )
    return Answer(False, why % {"region": plan.region.name})


def may_suggest(user: Any, plan: Plan) -> Answer:
    """Whoever may read a plan may propose a change to it, under a name."""
    if not getattr(user, "is_authenticated", False):
        return Answer(False, _("Masuk dahulu: usul diajukan dengan nama."))
    return may_read(user, plan)


def may_see_suggestion(user: Any, suggestion: Suggestion) -> Answer:
    """A draft is its author's; handed in it is read by who reads the draft of the plan, and by its author."""
    if suggestion.author_id == getattr(user, "pk", None):
        return YES
    if suggestion.state == "draft":
        return Answer(False, _("Usul ini belum diserahkan pengusulnya."))
    return may_discuss(user, suggestion.plan)


def may_share(user: Any, plan: Plan) -> Answer:
    """Who gives parts of a plan to agencies, takes them back and reminds."""
    if standing(user, plan).kinds & WRITERS_OF_ALL:
        return YES
    why = _("Tugas menulis dibagi oleh kepala atau koordinator daerah %(region)s.")
    return Answer(False, why % {"region": plan.region.name})


def may_hand_in(user: Any, share: Share) -> Answer:
    """The agency that has the part, the coordinator, the head."""
    who = standing(user, share.plan)
    if who.kinds & WRITERS_OF_ALL or share.agency in who.agencies:
        return YES
    return Answer(False, _("Bagian ini diserahkan oleh %(agency)s.") % {"agency": share.agency})
