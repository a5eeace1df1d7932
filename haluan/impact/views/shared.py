"""Finding the plan for somebody who may see, or run, what this stage does."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from haluan.plans.models import Plan
from haluan.plans.rules import Answer
from haluan.plans.views.shared import readable
from haluan.web.errors import Refused

from .. import rules


def seen(request: HttpRequest, slug: str) -> Plan:
    plan = readable(request, slug)
    refuse_unless(rules.may_see(request.user, plan), plan)
    return plan


def run_by(request: HttpRequest, slug: str) -> Plan:
    plan = readable(request, slug)
    refuse_unless(rules.may_run(request.user, plan), plan)
    return plan


def refuse_unless(answer: Answer, plan: Plan) -> None:
    if not answer:
        raise Refused(
            answer.reason, instead=[(reverse("plan-budget", args=[plan.slug]), _("Anggaran rencana"))]
        )
