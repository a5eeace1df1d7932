"""What keeps all background work going: jobs of dead workers are taken up again, old ones are cleared away."""

from __future__ import annotations

import logging

from django.utils.translation import gettext_lazy as _
from procrastinate import RetryDecision
from procrastinate.contrib.django import app
from procrastinate.exceptions import JobAborted
from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy

SILENT = 25.0
"""Seconds without a sign of life after which a worker counts as dead; a living one gives one every ten."""
KEPT = 72
"""Hours for which jobs that are over stay in the queue's own tables."""

OURS = _(
    "Kesalahan ada pada kami, bukan pada rencana Anda. Coba lagi nanti; bila berulang, beri tahu kantor program."
)

log = logging.getLogger(__name__)


class Again(BaseRetryStrategy):
    """Passing troubles after 2, 4 and 8 seconds; at once where only the worker was asked to end."""

    def __init__(self, passing: tuple[type[Exception], ...], tries: int) -> None:
        self.passing, self.tries = passing, tries

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if isinstance(exception, JobAborted):
            return RetryDecision(retry_in={"seconds": 0})
        if isinstance(exception, self.passing) and job.attempts < self.tries:
            return RetryDecision(retry_in={"seconds": 2 ** (job.attempts + 1)})
        return None


@app.periodic(cron="* * * * * */15")
@app.task(name="web.take_up_stalled", queueing_lock="web.take_up_stalled")
async def take_up_stalled(timestamp: int) -> None:
    """Give jobs whose worker died back to the queue: within 25 + 15 seconds, and so under a minute.

    A job may so be started twice: every task must bear that.
    """
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENT):
        log.warning("Job %s of a dead worker is taken up again", job.call_string)
        await app.job_manager.retry_job(job)


@app.periodic(cron="40 18 * * *")
@app.task(name="web.clear_old_jobs", queueing_lock="web.clear_old_jobs")
async def clear_old_jobs(timestamp: int) -> None:
    await app.job_manager.delete_old_jobs(
        KEPT, include_failed=True, include_cancelled=True, include_aborted=True
    )
