"""A real worker in a process of its own: cancelled, and killed without warning, while it typesets."""

from __future__ import annotations

import psutil
import pytest
from django.db import connection

from haluan.publishing.models import BookFile, BookRun
from haluan.publishing.typesetting import typeset
from haluan.web.jobs import take_up_stalled
from masterplan.document import canonical
from tests.plans_app.making import SMALL, make_plan
from tests.publishing.books import frozen_typesetter, typesetter_of, until, worker

pytestmark = pytest.mark.django_db(transaction=True)


def typesetting(run):
    return until(
        lambda: BookRun.objects.filter(pk=run.pk, state="running", step=2).first(), what="for step 2"
    )


def test_cancelling_while_it_typesets_ends_the_typesetter_within_a_second():
    run = BookRun.ask(make_plan(), 1)
    with worker() as process:
        typesetting(run)
        child = frozen_typesetter(process)
        assert run.cancel()
        _gone, alive = psutil.wait_procs([child], timeout=1)
        assert not alive
        assert process.is_running()
    assert not BookFile.objects.exists()


def test_a_killed_worker_loses_nothing_and_another_takes_its_job_up(client):
    plan = make_plan()
    run = BookRun.ask(plan, 1)
    with worker() as process:
        typesetting(run)
        child = frozen_typesetter(process)
        process.kill()
        process.wait()
        assert not psutil.wait_procs([child], timeout=5)[1], "the typesetter outlived its worker"
    run.refresh_from_db()
    assert run.state == "running"
    assert client.get(run.file_url).status_code == 302
    with connection.cursor() as cursor:  # half a minute later
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '26 seconds'")
    take_up_stalled.configure(queueing_lock="test").defer(timestamp=0)
    with worker():
        until(lambda: BookRun.objects.filter(pk=run.pk, state="done").exists(), what="for the second worker")
    run.refresh_from_db()
    assert run.attempts == 2
    assert client.get(run.file_url).content.startswith(b"%PDF-")


def test_the_typesetter_knows_no_secret_and_goes_when_it_is_not_wanted(monkeypatch):
    monkeypatch.setattr(
        "haluan.publishing.typesetting.LOOK", 0.01
    )  # a small book is done in a quarter of a second
    order = {
        "document": canonical(SMALL),
        "pictures": {},
        "book": 2,
        "form": "pdf",
        "lang": "id",
        "training": True,
        "made_on": None,
    }
    seen = []

    class NotWanted(Exception):
        pass

    def look():
        if child := typesetter_of(psutil.Process()):
            assert not {"DATABASE_URL", "HALUAN_DATA"} & child.environ().keys()
            seen.append(child)
            raise NotWanted

    with pytest.raises(NotWanted):
        typeset(order, look)
    assert not seen[0].is_running()
