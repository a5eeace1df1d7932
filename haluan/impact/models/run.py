"""Work that takes long: asked for, queued, done by a worker, stopped at once, never silently lost."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

LATER = -5
"""Priority in the queue: what takes minutes begins after what takes seconds, such as a book."""


class Stopped(Exception):
    """Nobody wants this run any more, or another worker has it."""


class Run(models.Model):
    """Every write by a worker asks whether the run is still its own: a second one may have taken it up."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Menunggu giliran")
        RUNNING = "running", _("Sedang dihitung")
        DONE = "done", _("Selesai")
        FAILED = "failed", _("Gagal")
        CANCELLED = "cancelled", _("Dibatalkan")

    LIVE = (State.QUEUED, State.RUNNING)
    TRIES = 4
    task: ClassVar[str]
    """The name of the task that does it."""

    state = models.CharField(max_length=9, choices=State, default=State.QUEUED)
    language = models.CharField(max_length=2, default="id")
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    started_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    job = models.BigIntegerField(null=True, help_text="In the queue; of no matter when over")
    result = models.JSONField(default=dict)

    class Meta:
        abstract = True

    @classmethod
    def state_is_whole(cls, name: str) -> models.CheckConstraint:
        return models.CheckConstraint(
            name=name,
            condition=Q(state="queued", finished_at=None, error="")
            | Q(state="running", started_at__isnull=False, finished_at=None, error="")
            | (Q(state="done", finished_at__isnull=False, error="") & ~Q(result={}))
            | (Q(state="failed", finished_at__isnull=False) & ~Q(error=""))
            | Q(state="cancelled", finished_at__isnull=False, error=""),
        )

    @property
    def live(self) -> bool:
        return self.state in self.LIVE

    @property
    def lock(self) -> str | None:
        """Those with the same one wait for each other, so that they never take every place of the workers."""
        return None

    @property
    def waited(self) -> int:
        """Seconds people have waited, or did wait, for it."""
        return max(0, int(((self.finished_at or timezone.now()) - self.asked_at).total_seconds()))

    def enqueue(self) -> None:
        kind = type(self).__name__.lower()
        queued = app.configure_task(
            self.task, queue="impact", lock=self.lock, queueing_lock=f"{kind}:{self.pk}", priority=LATER
        )
        self.job = queued.defer(run=self.pk)
        self.save(update_fields=["job"])

    @classmethod
    def lost(cls) -> models.QuerySet[Self]:
        """Runs that should be done but that no job in the queue does."""
        jobs = ProcrastinateJob.objects.filter(status__in=["todo", "doing"]).values("id")
        return cls._default_manager.filter(Q(job=None) | ~Q(job__in=jobs), state__in=cls.LIVE)

    @classmethod
    def take(cls, pk: int) -> Self | None:
        """Begin, or begin again; None when nobody wants it any more."""
        with transaction.atomic():
            found = cls._default_manager.select_for_update(of=["self"])
            run = found.filter(pk=pk, state__in=cls.LIVE).first()
            if run is None:
                return None
            run.state, run.attempts = cls.State.RUNNING, run.attempts + 1
            run.started_at = run.beat_at = timezone.now()
            run.save(update_fields=["state", "attempts", "started_at", "beat_at"])
        return run

    @property
    def _mine(self) -> models.QuerySet[Any]:
        own = type(self)._default_manager.filter(pk=self.pk)
        return own.filter(state=self.State.RUNNING, attempts=self.attempts)

    def reach(self, **told: Any) -> None:
        """A sign of life, with what is known so far. Raises `Stopped`."""
        if not self._mine.update(beat_at=timezone.now(), **told):
            raise Stopped
        for name, value in told.items():
            setattr(self, name, value)

    def finish(self, **told: Any) -> None:
        """Raises `Stopped`, and keeps nothing."""
        if not self._mine.update(state=self.State.DONE, finished_at=timezone.now(), **told):
            raise Stopped
        self.refresh_from_db()

    def fail(self, sentence: Any) -> None:
        """It cannot be done; the sentence says why and what to do. Raises `Stopped`."""
        over = {
            "state": self.State.FAILED,
            "error": str(sentence)[:2000],
            "finished_at": timezone.now(),
        }
        if not self._mine.update(**over):
            raise Stopped
        self.refresh_from_db()

    def put_back(self) -> None:
        """To be tried again later. Raises `Stopped`."""
        if not self._mine.update(state=self.State.QUEUED):
            raise Stopped

    def cancel(self) -> bool:
        """Out of the queue, or stopped within a second; False when it was over. What `kept` says stays."""
        with transaction.atomic():
            locked = type(self)._default_manager.select_for_update(of=["self"])
            run = locked.filter(pk=self.pk, state__in=self.LIVE).first()
            if run is None:
                return False
            run.state, run.finished_at = self.State.CANCELLED, timezone.now()
            run.keep()
            run.save()
            if run.job:
                app.job_manager.cancel_job_by_id(run.job, abort=True)
        self.refresh_from_db()
        return True

    def keep(self) -> None:
        """What is worth keeping when it is stopped early; a run that knows nothing in between keeps nothing."""
