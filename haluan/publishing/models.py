"""Making a book is a run: asked for, queued, made in steps, and kept. A version of a plan has one of each book.

The PDF lies in the database, not in a directory: it becomes visible in the same transaction as the word that it
is done, workers on other machines need no shared disk, and one backup holds all. PostgreSQL checks its hash.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pgtrigger
from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import F, Func, Q, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from haluan.accounts.notices import notify_all
from haluan.plans.models import Plan

if TYPE_CHECKING:
    from haluan.accounts.models import User

LONG = timedelta(seconds=10)
"""After a wait this long people are told by a notice that their book is there."""
LEFT = timedelta(seconds=5)
"""Whoever has not looked for this long has left the page, which looks every second."""


class Stopped(Exception):
    """Nobody wants this run any more, or another worker has it."""


class BookFile(models.Model):
    """A finished book. Never altered; it goes only together with its run. Only a PDF has `pages`."""

    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    size=Func(
                        F("content"), function="octet_length", output_field=models.PositiveIntegerField()
                    )
                ),
                name="book_file_size",
            ),
            models.CheckConstraint(
                condition=Q(
                    sha256=Func(
                        Func(F("content"), function="sha256"),
                        Value("hex"),
                        function="encode",
                        output_field=models.CharField(),
                    )
                ),
                name="book_file_hash",
            ),
            models.CheckConstraint(condition=Q(pages__gte=1), name="book_file_has_pages"),
        ]
        triggers = [pgtrigger.Protect(name="never_altered", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return self.sha256[:12]


class BookRun(models.Model):
    """One making of one book of one version of a plan, in one language and one form."""

    class Form(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"
        HTML = "html", "HTML"

    class Book(models.IntegerChoices):
        ANALYSIS = 1, _("Buku I")
        MASTER_PLAN = 2, _("Buku II")
        SUMMARY = 3, _("Buku III")

    class State(models.TextChoices):
        QUEUED = "queued", _("Menunggu giliran")
        RUNNING = "running", _("Sedang disusun")
        DONE = "done", _("Selesai")
        FAILED = "failed", _("Gagal")
        CANCELLED = "cancelled", _("Dibatalkan")

    LIVE = (State.QUEUED, State.RUNNING)
    OVER = (State.DONE, State.FAILED)
    STEPS = (
        _("Membaca rencana"),
        _("Memeriksa isinya"),
        _("Menyusun halaman"),
        _("Memeriksa hasilnya"),
        _("Menyimpan"),
    )
    TRIES = 4

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="book_runs")
    number = models.PositiveIntegerField()
    book = models.PositiveSmallIntegerField(choices=Book, default=Book.MASTER_PLAN)
    form = models.CharField(max_length=4, choices=Form, default=Form.PDF)
    language = models.CharField(max_length=2, default="id")
    state = models.CharField(max_length=9, choices=State, default=State.QUEUED)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    askers = models.ManyToManyField(settings.AUTH_USER_MODEL, through="BookAsker", related_name="asked_books")
    started_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    step = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    file = models.OneToOneField(BookFile, on_delete=models.PROTECT, null=True, related_name="run")
    job = models.BigIntegerField(
        null=True, help_text="In the queue; which one it is does not matter when over"
    )

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number", "book", "form", "language"],
                condition=Q(state__in=["queued", "running", "done"]),
                name="book_run_once",
            ),
            models.CheckConstraint(condition=Q(book__in=[1, 2, 3]), name="book_run_book"),
            models.CheckConstraint(condition=Q(form__in=["pdf", "docx", "html"]), name="book_run_form"),
            models.CheckConstraint(condition=Q(language__in=["id", "en"]), name="book_run_language"),
            models.CheckConstraint(condition=Q(step__lte=5), name="book_run_step"),
            models.CheckConstraint(
                condition=Q(state="queued", started_at=None, finished_at=None, file=None, error="", step=0)
                | Q(state="running", started_at__isnull=False, finished_at=None, file=None, error="")
                | Q(state="done", started_at__isnull=False, finished_at__isnull=False, file__isnull=False, error="", step=5)
                | (Q(state="failed", finished_at__isnull=False, file=None) & ~Q(error=""))
                | Q(state="cancelled", finished_at__isnull=False, file=None, error=""),
                name="book_run_state",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["plan", "language", "-number"], name="book_run_of_plan")]

    def __str__(self) -> str:
        return f"Buku {self.book} {self.form}, {self.plan_id}/{self.number} {self.language}: {self.state}"

    def get_absolute_url(self) -> str:
        return f"{reverse('plan-book', args=[self.plan.slug])}#versi-{self.number}"

    @property
    def name(self) -> str:
        """ "Buku II", "Buku II (Word)"."""
        name = str(self.get_book_display())
        return name if self.form == self.Form.PDF else f"{name} ({self.get_form_display()})"

    @property
    def file_url(self) -> str:
        """Where the file is fetched; the language is named where it is not Indonesian."""
        url = reverse("plan-book-file", args=[self.plan.slug, self.number, self.book, self.form])
        return url if self.language == "id" else f"{url}?bahasa={self.language}"

    @property
    def live(self) -> bool:
        return self.state in self.LIVE

    @property
    def doing(self) -> Any:
        """What is being done, in words."""
        if self.state == self.State.RUNNING:
            return self.STEPS[min(self.step, len(self.STEPS) - 1)]
        return _("Menunggu percobaan berikutnya") if self.attempts else _("Menunggu giliran")

    @property
    def seconds(self) -> int:
        """How long people have waited, or did wait, for it."""
        return max(0, int(((self.finished_at or timezone.now()) - self.asked_at).total_seconds()))

    # Asking

    @classmethod
    def ask(
        cls,
        plan: Plan,
        number: int,
        *,
        language: str = "id",
        book: int = 2,
        form: str = "pdf",
        by: User | None = None,
    ) -> BookRun:
        """The run for this book: one that is done or under way, otherwise a new one, queued with it or not at all."""
        wanted = {"plan": plan, "number": number, "book": book, "form": form, "language": language}
        with transaction.atomic():
            run = cls._current(wanted) or cls._begun(wanted, by)
            if by is not None:
                BookAsker.objects.get_or_create(run=run, user=by)
        return run

    @classmethod
    def _current(cls, wanted: dict[str, Any]) -> BookRun | None:
        return cls.objects.filter(**wanted, state__in=[*cls.LIVE, cls.State.DONE]).first()

    @classmethod
    def _begun(cls, wanted: dict[str, Any], by: User | None) -> BookRun:
        try:
            with transaction.atomic():
                run = cls.objects.create(**wanted, asked_by=by)
                run.enqueue()
        except IntegrityError:  # somebody asked at the same moment
            return cls._current(wanted) or cls._begun(wanted, by)
        return run

    def enqueue(self) -> None:
        from .jobs import make_book

        lock = f"book:{self.plan_id}:{self.number}:{self.book}:{self.form}:{self.language}"
        queued = make_book.configure(lock=lock, queueing_lock=f"book-run:{self.pk}")
        self.job = queued.defer(run=self.pk)
        self.save(update_fields=["job"])

    @classmethod
    def lost(cls) -> models.QuerySet[BookRun]:
        """Runs that should be made but that no job in the queue makes."""
        jobs = ProcrastinateJob.objects.filter(status__in=["todo", "doing"]).values("id")
        return cls.objects.filter(Q(job=None) | ~Q(job__in=jobs), state__in=cls.LIVE)

    # Making. Every write asks whether the run is still this worker's: a second one may have taken it up.

    @classmethod
    def take(cls, pk: int) -> BookRun | None:
        """Begin to make it, or begin again; None when nobody wants it any more."""
        with transaction.atomic():
            found = cls.objects.select_for_update(of=["self"]).select_related("plan__region")
            run = found.filter(pk=pk, state__in=cls.LIVE).first()
            if run is None:
                return None
            run.state, run.step, run.attempts = cls.State.RUNNING, 0, run.attempts + 1
            run.started_at = run.beat_at = timezone.now()
            run.save(update_fields=["state", "step", "attempts", "started_at", "beat_at"])
        return run

    @property
    def _mine(self) -> models.QuerySet[BookRun]:
        return BookRun.objects.filter(pk=self.pk, state=self.State.RUNNING, attempts=self.attempts)

    def reach(self, step: int) -> None:
        """`step` steps are done; also the sign of life within one. Raises `Stopped`."""
        if not self._mine.update(step=step, beat_at=timezone.now()):
            raise Stopped

    def finish(self, content: bytes, pages: int | None) -> None:
        """The file and the word that it is there become visible together. Raises `Stopped`, and keeps nothing."""
        with transaction.atomic():
            digest = hashlib.sha256(content).hexdigest()
            file = BookFile.objects.create(content=content, size=len(content), sha256=digest, pages=pages)
            over = {"state": self.State.DONE, "step": len(self.STEPS), "finished_at": timezone.now()}
            if not self._mine.update(file=file, **over):
                raise Stopped
            self.refresh_from_db()
            self._tell(_("{book} siap diunduh: {plan}, versi {number}"))

    def fail(self, sentence: Any) -> None:
        """It cannot be made; the sentence says why and what to do. Raises `Stopped`."""
        with transaction.atomic():
            over = {"state": self.State.FAILED, "error": str(sentence)[:2000], "finished_at": timezone.now()}
            if not self._mine.update(**over):
                raise Stopped
            self.refresh_from_db()
            self._tell(_("{book} gagal disusun: {plan}, versi {number}"))

    def put_back(self) -> None:
        """To be tried again later. Raises `Stopped`."""
        if not self._mine.update(state=self.State.QUEUED, started_at=None, step=0):
            raise Stopped

    def _tell(self, what: Any) -> None:
        """Those who asked and waited long, or have left the page, get a notice."""
        asked = self.askings.select_related("user")
        if self.finished_at and self.finished_at - self.asked_at <= LONG:
            asked = asked.filter(Q(looked_at=None) | Q(looked_at__lt=self.finished_at - LEFT))
        people = [asking.user for asking in asked]
        if people:
            what = format_lazy(what, book=self.name, plan=self.plan.region.short_name, number=self.number)
            notify_all(people, what=what, why=self.error, url=self.get_absolute_url())

    def seen_by(self, user: User) -> None:
        self.askings.filter(user=user, seen_at=None).update(seen_at=timezone.now())

    # Ending

    def cancel(self) -> bool:
        """Nobody waits for it any more: out of the queue, or stopped within a second. False when it was over."""
        with transaction.atomic():
            live = BookRun.objects.filter(pk=self.pk, state__in=self.LIVE)
            done = live.update(state=self.State.CANCELLED, finished_at=timezone.now(), step=0)
            if done and self.job:
                app.job_manager.cancel_job_by_id(self.job, abort=True)
        return bool(done)

    def forget(self) -> None:
        """Away with the run and its file."""
        with transaction.atomic():
            file = self.file
            self.delete()
            if file:
                file.delete()

    @classmethod
    def outdated(cls, now: datetime) -> models.QuerySet[BookRun]:
        """What may go: runs that came to nothing after 30 days; after 90, books of versions that are neither
        named nor the newest of which there is one."""
        newer = cls.objects.filter(
            plan=models.OuterRef("plan"),
            book=models.OuterRef("book"),
            form=models.OuterRef("form"),
            language=models.OuterRef("language"),
            state=cls.State.DONE,
            number__gt=models.OuterRef("number"),
        )
        named = Plan.objects.filter(
            pk=models.OuterRef("plan"), named_versions__number=models.OuterRef("number")
        )
        nothing = Q(state__in=["failed", "cancelled"], finished_at__lt=now - timedelta(days=30))
        replaced = Q(models.Exists(newer), ~models.Exists(named), state="done")
        return cls.objects.filter(nothing | (replaced & Q(finished_at__lt=now - timedelta(days=90))))


class BookAsker(models.Model):
    """Somebody signed in who waits for a run, looked at it last, and has seen how it ended."""

    run = models.ForeignKey(BookRun, on_delete=models.CASCADE, related_name="askings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    looked_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "user"], name="book_asker_once")]
        indexes = [
            models.Index(fields=["user"], condition=Q(seen_at=None), name="book_asker_unseen"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} waits for {self.run_id}"

    @classmethod
    def looked(cls, user: Any, runs: list[BookRun]) -> None:
        """Somebody looks at these runs; what is over is seen."""
        if not user.is_authenticated or not runs:
            return
        now = timezone.now()
        of_user = cls.objects.filter(user=user, run__in=runs, seen_at=None)
        of_user.filter(run__in=[run for run in runs if run.state in BookRun.OVER]).update(seen_at=now)
        of_user.update(looked_at=now)
