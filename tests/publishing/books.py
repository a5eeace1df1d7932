"""Making books in tests: without a worker and at once, or with a real one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import docx
import psutil
import pytest
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from haluan.plans.models import ChangeSet, Plan
from haluan.publishing import jobs
from haluan.publishing.models import BookRun
from tests.plans_app.making import set_field

TINY_WORD = (Path(docx.__file__).parent / "templates" / "default.docx").read_bytes()
TINY = b"%PDF-1.7\n1 0 obj <</Type /Pages>> 2 0 obj <</Type /Page>> 3 0 obj <</Type/Page>>\n%%EOF\n"


def instant(monkeypatch: pytest.MonkeyPatch, *answers: Any) -> None:
    """Typesetting takes no time: each call gives (or raises) the next answer, then the tiny PDF."""
    left = list(answers)

    def typeset(order: dict[str, Any], look: Callable[[], None]) -> bytes:
        look()
        answer = left.pop(0) if left else TINY
        if callable(answer) and not isinstance(answer, type):
            answer = answer()
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(jobs, "typeset", typeset)


def make(run: BookRun, *, abort: Any = None) -> BookRun:
    """What a worker does with a run; `abort` is why it is asked to end."""
    job = Job(id=run.job, queue="books", lock=None, queueing_lock=None, task_name="publishing.make_book")
    jobs.make_book.func(
        JobContext(app=app, job=job, abort_reason=lambda: abort, start_timestamp=0), run=run.pk
    )
    run.refresh_from_db()
    return run


def change(plan: Plan, vision: str = "Warga dilayani di desanya") -> None:
    """The plan has a new version."""
    now = plan.fields["vision"]
    ChangeSet.apply(plan=plan, changes=[set_field("vision", now, vision, None, None)], by=None)


@contextmanager
def worker() -> Iterator[psutil.Popen]:
    """A real worker on the test's database; killed at the end if it still lives."""
    process = psutil.Popen(
        [sys.executable, "-m", "django", "procrastinate", "--skip-checks", "worker", "--concurrency", "1"],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "haluan.settings"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        if process.is_running():
            process.kill()
        process.wait()


def until(true: Callable[[], Any], *, within: float = 30, what: str = "") -> Any:
    """What `true` gives as soon as that is something; a failure after `within` seconds."""
    end = time.monotonic() + within
    while not (found := true()):
        if time.monotonic() > end:
            pytest.fail(f"waited {within} s in vain {what}")
        time.sleep(0.02)
    return found


def typesetter_of(process: psutil.Process) -> psutil.Process | None:
    """The typesetter that a process started, once it has made sure that it dies with it (and then became nicer)."""
    for child in process.children():
        with suppress(psutil.NoSuchProcess):
            if "haluan.publishing.typesetting" in child.cmdline() and child.nice() > process.nice():
                return child
    return None


def frozen_typesetter(process: psutil.Process) -> psutil.Process:
    """The typesetter of a worker, stopped in the middle of its work."""
    child = until(lambda: typesetter_of(process), what="for the typesetter")
    child.suspend()
    return child
