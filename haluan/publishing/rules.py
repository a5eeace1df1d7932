"""Who may ask for a book and who may stop its making. Reading follows the plan: `haluan.plans.rules.may_read`."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from haluan.accounts.models import Role
from haluan.accounts.rules import holds
from haluan.plans.models import Plan
from haluan.plans.rules import YES, Answer, may_read

from .models import BookRun

Kind = Role.Kind


def may_ask(user: Any, plan: Plan, number: int) -> Answer:
    """Whoever reads the plan asks for the present version; older ones that have a name, whoever is signed in."""
    answer = may_read(user, plan)
    if not answer or number == plan.version or user.is_authenticated:
        return answer
    return Answer(False, _("Masuk dahulu untuk meminta buku dari versi yang lebih lama."))


def may_cancel(user: Any, run: BookRun, asked_here: bool) -> Answer:
    """The region's leaders and the office; whoever asked, as long as nobody else waits for it too.

    `asked_here`: nobody was signed in, and it was this very browser that asked.
    """
    if holds(user, Kind.OFFICE) or holds(user, Kind.HEAD, Kind.COORDINATOR, region=run.plan.region_id):
        return YES
    others = [asking for asking in run.askings.all() if asking.user_id != user.pk]
    mine = asked_here if run.asked_by_id is None else run.asked_by_id == user.pk
    if mine and not others:
        return YES
    if mine:
        return Answer(
            False, _("Orang lain juga menunggu buku ini, jadi pembuatannya diteruskan. Anda boleh pergi.")
        )
    return Answer(
        False, _("Hanya yang memintanya, pimpinan daerah, dan kantor program yang dapat membatalkannya.")
    )


def sees_all_jobs(user: Any) -> bool:
    return holds(user, Kind.OFFICE)
