"""Making books in the background. Ids only go through the queue; what is true stands in `BookRun`."""

from __future__ import annotations

import logging
import re
from base64 import b64encode
from contextlib import suppress
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import is_zipfile

from django.db import InterfaceError, OperationalError
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, JobAborted

from haluan.web.jobs import OURS, Again
from masterplan.books import BookError
from masterplan.document import DocumentError, canonical, load

from .models import BookRun, Stopped
from .typesetting import TypesetterDied, typeset

PASSING = (OperationalError, InterfaceError, TypesetterDied, OSError)
"""What may be gone at the next try."""
PAGE = re.compile(rb"/Type\s*/Page\b")

STOPPED_OFTEN = _(
    "Penyusun buku terhenti berulang kali. Coba lagi nanti; bila berulang, beri tahu kantor program."
)
log = logging.getLogger(__name__)


@app.task(name="publishing.make_book", queue="books", pass_context=True, retry=Again(PASSING, BookRun.TRIES))
def make_book(context: JobContext, run: int) -> None:
    """Make the book of a run. May be started again after a worker died: only one result is ever kept."""
    taken = BookRun.take(run)
    if taken is None:
        return
    try:
        with translation.override(taken.language):
            make(taken, context)
    except Stopped:
        log.info("Book run %s is not wanted any more", run)


def make(run: BookRun, context: JobContext) -> None:
    if run.attempts > BookRun.TRIES:
        run.fail(STOPPED_OFTEN)
        return
    try:
        content = typeset_in_steps(run, context)
        run.finish(content, checked(content, run.form))
    except (BookError, DocumentError) as error:
        run.fail(sentence(error, run.language))
    except JobAborted:
        run.put_back()
        raise
    except PASSING:
        log.warning("Book run %s, try %s of %s", run.pk, run.attempts, BookRun.TRIES, exc_info=True)
        if run.attempts < BookRun.TRIES:
            run.put_back()
            raise
        run.fail(STOPPED_OFTEN)
    except Stopped:
        raise
    except Exception:
        run.fail(OURS)
        raise


def typeset_in_steps(run: BookRun, context: JobContext) -> bytes:
    """Read, judge, typeset; each step is told as it is reached."""
    plan = run.plan
    document = plan.document_at(run.number)
    run.reach(1)
    load(document)
    order: dict[str, Any] = {
        "document": canonical(document),
        "pictures": {name: b64encode(one).decode() for name, one in plan.pictures(document).items()},
        "book": run.book,
        "form": run.form,
        "lang": run.language,
        "training": plan.fictional,
        "made_on": day.isoformat() if (day := written_on(run)) else None,
    }
    run.reach(2)

    def look() -> None:
        run.reach(2)  # a cancelled run stops here
        if context.should_abort():  # the worker itself is asked to end
            raise JobAborted

    content = typeset(order, look)
    run.reach(3)
    return content


def written_on(run: BookRun) -> date | None:
    """The day of the version, not of the making: so the same version gives the same bytes whenever it is made."""
    at = run.plan.changesets.filter(number=run.number).values_list("at", flat=True).first()
    return timezone.localdate(at) if at else None


def checked(content: bytes, form: str) -> int | None:
    """How many pages a PDF has. Raises `TypesetterDied` for what is no whole file of its form."""
    pages = len(PAGE.findall(content)) if form == BookRun.Form.PDF else None
    whole = {
        BookRun.Form.PDF: bool(pages)
        and content.startswith(b"%PDF-")
        and content.rstrip().endswith(b"%%EOF"),
        BookRun.Form.DOCX: content.startswith(b"PK") and is_zipfile(BytesIO(content)),
        BookRun.Form.HTML: content.startswith(b"<!doctype html>") and content.rstrip().endswith(b"</html>"),
    }
    if not whole[BookRun.Form(form)]:
        raise TypesetterDied(f"{len(content)} bytes that are no whole {form}")
    return pages


def sentence(error: BookError | DocumentError, language: str) -> str:
    if isinstance(error, DocumentError):
        return " ".join(fault.located(language) for fault in error.faults[:5])
    return str(error)


@app.periodic(cron="* * * * * */15")
@app.task(name="publishing.find_lost_books", queueing_lock="publishing.find_lost_books")
def find_lost_books(timestamp: int) -> None:
    """Queue anew what was acknowledged and is not being made, whatever happened to its job."""
    for run in BookRun.lost():
        log.warning("Book run %s had no job any more and is queued again", run.pk)
        with suppress(AlreadyEnqueued):
            run.enqueue()


@app.periodic(cron="10 19 * * *")
@app.task(name="publishing.forget_old_books", queueing_lock="publishing.forget_old_books")
def forget_old_books(timestamp: int) -> None:
    for run in BookRun.outdated(timezone.now()).iterator():
        run.forget()
