"""Two people at the same moment, each with a connection of their own, on committed data."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import close_old_connections, connections, transaction

from haluan.plans.models import ChangeSet, Plan
from masterplan.document import ConflictError, canonical, faults

from .making import SMALL, added, make_plan, make_region, make_user, set_field

pytestmark = pytest.mark.django_db(transaction=True)


def together(*works: Callable[[], Any]) -> list[Any]:
    """Start all works at one moment in threads; their answers, or the conflicts they met, in their order."""
    barrier = Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        close_old_connections()
        barrier.wait()
        try:
            return work()
        except ConflictError as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def saving(plan: Plan, field: str, was: Any, now: Any, **how: Any) -> Callable[[], ChangeSet]:
    own = Plan.objects.get(pk=plan.pk)
    return lambda: ChangeSet.apply(plan=own, changes=[set_field(field, was, now)], by=None, **how)


def test_different_fields_both_succeed():
    plan = make_plan()
    together(
        saving(plan, "title", "Daftar dari rumah", "Daftar daring"),
        saving(plan, "quick_win", None, True),
        saving(plan, "beneficiaries", None, "Pasien"),
    )
    innovation = plan.document()["innovations"][0]
    assert (innovation["title"], innovation["quick_win"], innovation["beneficiaries"]) == (
        "Daftar daring",
        True,
        "Pasien",
    )
    assert list(plan.changesets.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4]


def test_of_two_on_the_same_field_one_is_asked():
    plan = make_plan()
    answers = together(*[saving(plan, "title", "Daftar dari rumah", word) for word in ("Satu", "Dua")])
    kept = [answer for answer in answers if isinstance(answer, ChangeSet)]
    asked = [answer for answer in answers if isinstance(answer, ConflictError)]
    assert len(kept) == len(asked) == 1
    title = plan.document()["innovations"][0]["title"]
    assert (asked[0].conflicts[0].base, asked[0].conflicts[0].theirs) == ("Daftar dari rumah", title)


def test_the_same_sending_at_once_is_one_change():
    plan, sending = make_plan(), uuid4()
    answers = together(*[saving(plan, "quick_win", None, True, client_id=sending) for _ in range(4)])
    assert len({answer.pk for answer in answers}) == 1
    assert plan.changesets.count() == 2


def test_an_element_added_twice_at_once_is_asked_and_numbers_have_no_gaps():
    plan = make_plan()

    def adding(number: int, title: str) -> Callable[[], ChangeSet]:
        key = f"IN-{number}"
        change = added("innovations", key, "IN-03", title=title)
        return lambda: ChangeSet.apply(plan=Plan.objects.get(pk=plan.pk), changes=[change], by=None)

    answers = together(*[adding(number, f"Ke-{number}") for number in range(10, 15)], adding(10, "Lain"))
    assert sum(isinstance(answer, ConflictError) for answer in answers) == 1
    plan.refresh_from_db()
    numbers = list(plan.changesets.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, plan.version + 1)) and plan.version == 6
    assert not faults(plan.document())


def test_a_failure_in_the_middle_leaves_nothing():
    plan = make_plan()
    with pytest.raises(RuntimeError), transaction.atomic():
        ChangeSet.apply(plan=plan, changes=[set_field("quick_win", None, True)], by=make_user())
        raise RuntimeError
    stored = Plan.objects.get(pk=plan.pk)
    assert (stored.version, stored.changesets.count(), canonical(stored.document())) == (
        1,
        1,
        canonical(SMALL),
    )


KILLED = """
import django; django.setup()
import os, signal
from django.db import transaction
from haluan.plans.models import ChangeSet, Plan
plan = Plan.objects.get(slug="mati")
change = {"op": "set", "collection": "innovations", "element": "IN-01", "field": "quick_win", "now": True}
with transaction.atomic():
    ChangeSet.apply(plan=plan, changes=[change], by=None)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_process_killed_while_saving_leaves_nothing():
    plan = make_plan(slug="mati", region=make_region())
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "haluan.settings"}
    killed = subprocess.run([sys.executable, "-c", KILLED], env=environment, check=False, capture_output=True)
    assert killed.returncode == -9, killed.stderr
    assert canonical(plan.document()) == canonical(SMALL)
    assert ChangeSet.apply(plan=plan, changes=[set_field("quick_win", None, False)], by=None).number == 2
