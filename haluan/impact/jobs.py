"""Optimising, and answering about the optimum, in the background. What is true stands in the models."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, JobAborted

from haluan.accounts.notices import notify
from haluan.web.jobs import OURS, Again
from masterplan.document import canonical

from .models import Inquiry, Optimisation, Run, Stopped
from .solving import NotSolvable, SolverDied, solve

PASSING = (OperationalError, InterfaceError, SolverDied, OSError)
"""What may be gone at the next try."""

PATIENCE = 20
"""Seconds after which people no longer look at the page that is counting."""

STOPPED_OFTEN = _(
    "Penghitungan terhenti berulang kali. Coba lagi nanti; bila berulang, beri tahu kantor program."
)
log = logging.getLogger(__name__)


@app.task(name="impact.optimise", queue="impact", pass_context=True, retry=Again(PASSING, Run.TRIES))
def optimise(context: JobContext, run: int) -> None:
    """May be started again after a worker died: the best found before counts on."""
    work_on(Optimisation.take(run), context, optimised)


@app.task(name="impact.inquire", queue="impact", pass_context=True, retry=Again(PASSING, Run.TRIES))
def inquire(context: JobContext, run: int) -> None:
    work_on(Inquiry.take(run), context, answered)


def work_on(run: Any, context: JobContext, work: Any) -> None:
    if run is None:
        return
    try:
        with translation.override(run.language):
            attempt(run, context, work)
    except Stopped:
        log.info("%s is not wanted any more", run)
    finally:
        tell_asker(run)


def tell_asker(run: Optimisation | Inquiry) -> None:
    """Whoever waited so long that he may have left the page learns that it ended, well or not."""
    if run.asked_by is None or run.state not in ("done", "failed") or run.waited < PATIENCE:
        return
    done = run.state == "done"
    if isinstance(run, Optimisation):
        what = _("Susunan terbaik selesai dihitung") if done else _("Penghitungan gagal")
        why: Any = run.plan.region.name
    else:
        what = _("Pertanyaan selesai dijawab") if done else _("Pertanyaan gagal dijawab")
        why = run.get_kind_display()
    notify(run.asked_by, what=what, why=why, url=run.get_absolute_url())


def attempt(run: Any, context: JobContext, work: Any) -> None:
    if run.attempts > Run.TRIES:
        run.fail(STOPPED_OFTEN)
        return
    try:
        work(run, context)
    except NotSolvable as error:
        run.fail(error)
    except JobAborted:
        run.put_back()
        raise
    except PASSING:
        log.warning("%s, try %s of %s", run, run.attempts, Run.TRIES, exc_info=True)
        if run.attempts < Run.TRIES:
            run.put_back()
            raise
        run.fail(STOPPED_OFTEN)
    except Stopped:
        raise
    except Exception:
        run.fail(OURS)
        raise


def optimised(run: Optimisation, context: JobContext) -> None:
    order = {
        **order_of(run),
        "question": "optimise",
        "gap": run.gap,
        "seconds": run.limit,
        "fixed_before": run.fixed_before,
        "lang": run.language,
    }

    def look(progress: dict[str, Any] | None) -> None:
        run.reach(**better(run, progress or {}))
        refuse_to_end(context)

    answer = solve(order, look)
    kept = better(run, answer)
    result = kept.pop("result", run.result) | {
        "status": answer["status"],
        "fixed": answer["fixed"],
        "conflict": answer["conflict"],
        "mend": answer["mend"],
    }
    if result.get("portfolio") and result["status"] == "unknown":
        result["status"] = "feasible"  # found before a worker died
    run.finish(**kept, result=result, stopped_by=answer["stopped_by"])


def better(run: Optimisation, told: dict[str, Any]) -> dict[str, Any]:
    """What of the news to write down: never a worse value, never a looser bound than is known already."""
    fields: dict[str, Any] = {}
    value, bound = told.get("value"), told.get("bound")
    if value is not None and (run.value is None or value >= run.value) and told.get("portfolio"):
        fields["value"] = value
        fields["result"] = run.result | {name: told[name] for name in ("portfolio", "unweighted", "range")}
    if bound is not None and (run.bound is None or bound < run.bound):
        fields["bound"] = bound
    best, most = fields.get("value", run.value), fields.get("bound", run.bound)
    if best is not None and most is not None:
        fields["bound"] = most = max(most, best)
        fields["reached"] = (most - best) / best if best > 0 else 0.0 if most <= best else None
    if "seconds" in told:
        fields["seconds"] = told["seconds"]
    return fields


def answered(run: Inquiry, context: JobContext) -> None:
    about = run.optimisation
    known = {name: getattr(about, name) for name in ("value", "bound", "reached", "stopped_by", "portfolio")}
    known |= {"status": about.status, "fixed": about.result.get("fixed", {})}
    order = {
        **order_of(about),
        "question": run.kind,
        "about": run.about,
        "known": known,
        "seconds": 240,
        "lang": run.language,
    }
    if run.kind == Inquiry.Kind.BEFORE:
        order["before"] = canonical(about.plan.document_at(int(run.about)))

    def look(_progress: dict[str, Any] | None) -> None:
        run.reach()
        refuse_to_end(context)

    run.finish(result=solve(order, look))


def order_of(run: Optimisation) -> dict[str, Any]:
    return {
        "document": canonical(run.plan.document_at(run.number)),
        "factor": run.factor,
        "per_dimension": run.per_dimension,
        "quick_wins": run.quick_wins,
    }


def refuse_to_end(context: JobContext) -> None:
    """The worker itself is asked to end: the job goes back."""
    if context.should_abort():
        raise JobAborted


@app.periodic(cron="* * * * * */15")
@app.task(name="impact.find_lost", queueing_lock="impact.find_lost")
def find_lost(timestamp: int) -> None:
    """Queue anew what was acknowledged and is not being done, whatever happened to its job."""
    for kind in (Optimisation, Inquiry):
        for run in kind.lost():
            log.warning("%s had no job any more and is queued again", run)
            with suppress(AlreadyEnqueued):
                run.enqueue()


@app.periodic(cron="20 19 * * *")
@app.task(name="impact.forget_old", queueing_lock="impact.forget_old")
def forget_old(timestamp: int) -> None:
    Optimisation.outdated(timezone.now()).delete()
