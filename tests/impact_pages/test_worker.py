"""A real worker in a process of its own: stopped, and killed without warning, while it solves."""

from __future__ import annotations

import time

import psutil
import pytest
from django.db import connection

from haluan.impact.models import Optimisation
from haluan.web.jobs import take_up_stalled
from masterplan.document import parse
from tests.plans_app.making import make_plan
from tests.publishing.books import until, worker

pytestmark = pytest.mark.django_db(transaction=True)
LATIHAN = "haluan/plans/data/kabupaten-latihan.json"


@pytest.fixture
def hard():
    """A plan that takes seconds to prove."""
    with open(LATIHAN, "rb") as file:
        return make_plan(parse(file.read()))


def solving(run):
    found = Optimisation.objects.filter(pk=run.pk, state="running", value__isnull=False, bound__isnull=False)
    return until(found.first, what="for a first answer")


def solver_of(process):
    return next((one for one in process.children() if "haluan.impact.solving" in one.cmdline()), None)


def test_stopping_is_heard_within_a_second_and_the_best_is_kept(hard):
    run = Optimisation.ask(hard, by=None, gap=0.0, limit=600)
    with worker() as process:
        solving(run)
        child = until(lambda: solver_of(process), what="for the solver")
        begin = time.monotonic()
        assert run.cancel()
        _gone, alive = psutil.wait_procs([child], timeout=2)
        assert not alive
        assert time.monotonic() - begin < 2
        assert process.is_running()
    run.refresh_from_db()
    assert (run.state, run.stopped_by) == ("done", "interrupt")
    assert run.portfolio
    assert run.bound >= run.value


def test_a_killed_worker_loses_nothing_and_another_takes_its_job_up(hard):
    run = Optimisation.ask(hard, by=None, gap=0.0, limit=12)
    with worker() as process:
        solving(run)
        child = until(lambda: solver_of(process), what="for the solver")
        child.suspend()  # in the middle of its work, however fast that is
        process.kill()
        process.wait()
        assert not psutil.wait_procs([child], timeout=5)[1], "the solver outlived its worker"
    run.refresh_from_db()
    assert run.state == "running"
    kept = run.value
    with connection.cursor() as cursor:  # half a minute later
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '26 seconds'")
    take_up_stalled.configure(queueing_lock="test").defer(timestamp=0)
    with worker():
        until(
            lambda: Optimisation.objects.filter(pk=run.pk, state="done").exists(),
            within=90,
            what="for the second worker",
        )
    run.refresh_from_db()
    assert run.attempts == 2
    assert run.value >= kept
    assert run.bound >= run.value
