"""Who may see, run, keep and apply a best portfolio. Every refusal says why."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from haluan.accounts.rules import holds
from haluan.plans.models import Plan
from haluan.plans.rules import DRAFT_READERS, OF_THE_TEAM, YES, Answer, may_write_all, standing

from .models import Run, Scenario

RUNNERS = OF_THE_TEAM | {"mentor", "office"}
LEADERS = ("head", "coordinator")


def may_see(user: Any, plan: Plan) -> Answer:
    """What might be chosen is for those who work on the plan, guide it or watch over it; the choice is for all."""
    if standing(user, plan).kinds & DRAFT_READERS:
        return YES
    why = _(
        "Susunan terbaik dan skenario dibaca tim %(region)s, pembimbingnya, kantor program, dan kementerian. "
        "Anggaran yang dipilih terbuka bagi semua."
    )
    return Answer(False, why % {"region": plan.region.name})


def may_run(user: Any, plan: Plan) -> Answer:
    """Optimising, asking about the optimum, keeping a scenario: none of it changes the plan."""
    if standing(user, plan).kinds & RUNNERS:
        return YES
    why = _("Susunan terbaik dihitung oleh tim %(region)s, pembimbingnya, dan kantor program.")
    return Answer(False, why % {"region": plan.region.name})


def may_cancel(user: Any, run: Run, plan: Plan) -> Answer:
    """Whoever asked for it, the region's leaders, the office."""
    if run.asked_by_id == user.pk or holds(user, "office") or holds(user, *LEADERS, region=plan.region_id):
        return YES
    return Answer(
        False, _("Hanya yang memintanya, pimpinan daerah, dan kantor program yang dapat menghentikannya.")
    )


def may_remove(user: Any, scenario: Scenario, plan: Plan) -> Answer:
    """Whoever kept it, and the region's leaders."""
    if scenario.by_id == user.pk or holds(user, *LEADERS, region=plan.region_id):
        return YES
    return Answer(False, _("Skenario dihapus oleh yang menyimpannya atau oleh pimpinan daerah."))


def may_apply(user: Any, plan: Plan, changes: list[dict[str, Any]]) -> Answer:
    """As any other change of the plan: whoever may make every one of these."""
    return may_write_all(user, plan, changes)
