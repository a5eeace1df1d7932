"""One search for the best portfolio of one version of a plan, and the questions asked of its answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from haluan.accounts.models import User
from haluan.plans.models import Plan
from masterplan.document import digest

from ..inputs import fingerprint
from .run import Run

OPTIMAL = 1e-4
"""The relative gap up to which a portfolio may be called optimal."""


class Optimisation(Run):
    """`value` and `bound` in person-years, the best so far while it runs; `reached` is the relative gap between
    them. `result`: status, portfolio (start year by innovation), unweighted, conflict and mend in words."""

    task = "impact.optimise"

    class StoppedBy(models.TextChoices):
        GAP = "gap", _("celah tertutup")
        TIME = "time", _("waktunya habis")
        INTERRUPT = "interrupt", _("dihentikan")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="optimisations")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    inputs = models.CharField(max_length=64)
    gap = models.FloatField(default=OPTIMAL)
    limit = models.PositiveSmallIntegerField(default=60)
    fixed_before = models.PositiveSmallIntegerField(null=True)
    factor = models.FloatField(default=1.0)
    per_dimension = models.PositiveSmallIntegerField(null=True, help_text="Other than the plan's own minimum")
    quick_wins = models.PositiveSmallIntegerField(null=True, help_text="Other than the plan's own minimum")
    value = models.FloatField(null=True)
    bound = models.FloatField(null=True)
    reached = models.FloatField(null=True)
    seconds = models.FloatField(default=0.0)
    stopped_by = models.CharField(max_length=9, choices=StoppedBy, blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            Run.state_is_whole("optimisation_state"),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(state__in=["queued", "running"]),
                name="optimisation_one_at_a_time",
            ),
            models.CheckConstraint(condition=Q(gap__gte=0, gap__lte=0.5), name="optimisation_gap"),
            models.CheckConstraint(condition=Q(limit__gte=1, limit__lte=600), name="optimisation_limit"),
            models.CheckConstraint(condition=Q(factor__gt=0, factor__lte=10), name="optimisation_factor"),
            models.CheckConstraint(
                condition=Q(value=None) | Q(bound=None) | Q(bound__gte=F("value")),
                name="optimisation_bound_above_value",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | ~Q(stopped_by=""), name="optimisation_says_why_it_stopped"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.number}: {self.state}"

    def get_absolute_url(self) -> str:
        return f"{reverse('plan-budget', args=[self.plan.slug])}?pilihan={self.ref}"

    @property
    def lock(self) -> str | None:
        """One after the other: each of them uses all processors."""
        return self.task

    @property
    def ref(self) -> str:
        """How addresses name it."""
        return f"hitungan-{self.pk}"

    @property
    def status(self) -> str:
        return str(self.result.get("status", ""))

    @property
    def portfolio(self) -> dict[str, int]:
        return self.result.get("portfolio") or {}

    @property
    def proven(self) -> bool:
        return self.status == "optimal"

    @property
    def progress(self) -> float:
        """From 0 to 100: how much of the time limit is used; a closed gap ends it sooner."""
        return min(100.0, 100 * self.seconds / self.limit)

    def is_stale(self, document: dict[str, Any]) -> bool:
        """Whether the plan says something else now of what the answer depends on."""
        return self.inputs != fingerprint(document, self.fixed_before)

    @classmethod
    def ask(cls, plan: Plan, *, by: User | None, language: str = "id", **options: Any) -> Optimisation:
        """A new one, queued with it or not at all; the one under way where there is one."""
        try:
            with transaction.atomic():
                number, document = plan.snapshot()
                own = fingerprint(document, options.get("fixed_before"))
                run = cls.objects.create(
                    plan=plan,
                    number=number,
                    digest=digest(document),
                    inputs=own,
                    asked_by=by,
                    language=language,
                    **options,
                )
                run.enqueue()
        except IntegrityError:
            under_way = cls.objects.filter(plan=plan, state__in=cls.LIVE).first()
            return under_way or cls.ask(plan, by=by, language=language, **options)
        return run

    @classmethod
    def outdated(cls, now: datetime) -> models.QuerySet[Optimisation]:
        """What may go: what came to nothing after 30 days; after 90, what is neither the newest of its plan nor
        where a scenario comes from."""
        newer = cls.objects.filter(
            plan=models.OuterRef("plan"), state=cls.State.DONE, finished_at__gt=models.OuterRef("finished_at")
        )
        nothing = Q(state__in=["failed", "cancelled"], finished_at__lt=now - timedelta(days=30))
        replaced = Q(models.Exists(newer), state="done", scenarios=None)
        return cls.objects.filter(nothing | (replaced & Q(finished_at__lt=now - timedelta(days=90))))

    def keep(self) -> None:
        if not self.portfolio:
            return
        self.state, self.stopped_by = self.State.DONE, self.StoppedBy.INTERRUPT
        proven = self.reached is not None and self.reached <= OPTIMAL
        self.result["status"] = "optimal" if proven else "feasible"


class Inquiry(Run):
    """A question about a finished optimisation; its answer is kept with it."""

    task = "impact.inquire"

    class Kind(models.TextChoices):
        FRONTIER = "frontier", _("Nilai menurut pagu")
        WHY = "why", _("Mengapa masuk, mengapa tidak")
        ROBUST = "robust", _("Seberapa tahan terhadap taksiran")
        FAIR = "fair", _("Adil bagi siapa")
        EVIDENCE = "evidence", _("Apa yang perlu diukur dulu")
        ASSUMED = "assumed", _("Bila asumsinya lain")
        BEFORE = "before", _("Akibat perubahan rencana")
        TURN = "turn", _("Yang membalik putusan")

    ABOUT_ONE = (Kind.BEFORE, Kind.TURN)
    """Questions about one thing: an earlier version by its number, an innovation by its key."""

    optimisation = models.ForeignKey(Optimisation, on_delete=models.CASCADE, related_name="inquiries")
    kind = models.CharField(max_length=8, choices=Kind)
    about = models.CharField(
        max_length=200, blank=True, help_text="The innovation or version, where it is about one"
    )

    class Meta:
        ordering = ["optimisation", "kind", "-id"]
        constraints = [
            Run.state_is_whole("inquiry_state"),
            models.CheckConstraint(
                condition=Q(kind__in=["frontier", "why", "robust", "fair", "evidence", "assumed"], about="")
                | (Q(kind__in=["before", "turn"]) & ~Q(about="")),
                name="inquiry_kind",
            ),
            models.UniqueConstraint(
                fields=["optimisation", "kind", "about"],
                condition=Q(state__in=["queued", "running", "done"]),
                name="inquiry_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.optimisation_id}: {self.state}"

    @property
    def lock(self) -> str | None:
        """Those that take minutes wait for each other."""
        return None if self.kind in self.ABOUT_ONE else self.task

    def get_absolute_url(self) -> str:
        """Where its answer is shown."""
        run = self.optimisation
        if self.kind == self.Kind.TURN:
            figure = reverse("plan-figure", args=[run.plan.slug])
            return f"{figure}?pilihan={run.ref}&apa={quote(self.about)}#tanya-turn"
        return f"{run.get_absolute_url()}#tanya-{self.kind}"

    @classmethod
    def ask(
        cls, optimisation: Optimisation, kind: str, about: str = "", *, by: User | None, language: str = "id"
    ) -> Inquiry:
        wanted = {"optimisation": optimisation, "kind": kind, "about": about}
        try:
            with transaction.atomic():
                run = cls.objects.create(**wanted, asked_by=by, language=language)
                run.enqueue()
        except IntegrityError:
            known = cls.objects.filter(**wanted, state__in=[*cls.LIVE, cls.State.DONE]).first()
            return known or cls.ask(optimisation, kind, about, by=by, language=language)
        return run
