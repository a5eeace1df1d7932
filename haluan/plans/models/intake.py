"""Files people send in to be read into a plan, and how an agency's columns were said to be understood."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Func, Q
from django.utils import timezone

from masterplan.opening import MAX_FILE

from ..exact import Exact
from .plan import Plan

KEPT = timedelta(hours=24)


class Intake(models.Model):
    """What one person is about to take into a plan. Theirs alone; gone when it is taken in, or after a day."""

    class Kind(models.TextChoices):
        WORKBOOK = "workbook"
        FOREIGN = "foreign"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=120, blank=True)
    """What the file is called where it comes from; empty for pasted text."""
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    guessed = models.JSONField(null=True, blank=True, encoder=Exact)
    """How a foreign file might be understood: `mapping`, `tables` with sample rows, `remarks`, `shape`."""
    mapping = models.JSONField(null=True, blank=True, encoder=Exact)
    """How its sender says that it is to be understood; none before that."""
    understood = models.JSONField(null=True, blank=True, encoder=Exact)
    """What it says: a `haluan-changes/1`, with `refusals` by cell."""
    version = models.PositiveIntegerField(default=0)
    """The version of the plan that `understood` was found against."""
    choices = models.JSONField(default=dict, blank=True)
    """What its sender decided, by the mark of each proposed element."""
    trouble = models.CharField(max_length=500, blank=True)
    """Why it could not be read in the background after all."""
    waiting = models.BooleanField(default=False)
    """Whether it is being read in the background."""
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "owner"], name="intake_one_a_person"),
            models.CheckConstraint(condition=Q(kind__in=["workbook", "foreign"]), name="intake_kind_known"),
            models.CheckConstraint(
                condition=Q(
                    size=Func(
                        F("content"), function="octet_length", output_field=models.PositiveIntegerField()
                    ),
                    size__lte=MAX_FILE,
                ),
                name="intake_size",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} · {self.name}"

    @classmethod
    def of(cls, plan: Plan, owner: Any) -> Intake | None:
        """What this person sent in and has not finished with, without its bytes."""
        found = cls.objects.filter(plan=plan, owner=owner, expires_at__gt=timezone.now())
        return found.defer("content").first()

    @classmethod
    def send(cls, plan: Plan, owner: Any, raw: bytes, **told: Any) -> Intake:
        """Puts a file in place of what the person sent before."""
        with transaction.atomic():
            cls.objects.filter(plan=plan, owner=owner).delete()
            return cls.objects.create(
                plan=plan,
                owner=owner,
                content=raw,
                size=len(raw),
                expires_at=timezone.now() + KEPT,
                **told,
            )

    def choose(self, chosen: Mapping[str, str]) -> None:
        """Remember decisions beside those made before; an empty one is forgotten."""
        with transaction.atomic():
            locked = Intake.objects.select_for_update().only("choices").get(pk=self.pk)
            merged = locked.choices | dict(chosen)
            locked.choices = {mark: choice for mark, choice in merged.items() if choice}
            locked.save(update_fields=["choices"])
        self.choices = locked.choices

    def fail(self, why: str) -> None:
        """Nobody waits any longer: it cannot be read."""
        self.waiting, self.trouble = False, why[:500]
        self.save(update_fields=["waiting", "trouble"])

    @classmethod
    def clear_expired(cls) -> int:
        return cls.objects.filter(expires_at__lte=timezone.now()).delete()[0]


class KeptMapping(models.Model):
    """How an agency's files of one shape are to be understood: proposed the next time such a file comes."""

    region = models.ForeignKey("regions.Region", on_delete=models.CASCADE, related_name="+")
    agency = models.CharField(max_length=24, blank=True)
    """Empty for the coordinator and the head."""
    shape = models.CharField(max_length=64)
    """The words of the heads of its tables, hashed; empty for what names of agencies mean in files of every shape."""
    mapping = models.JSONField(encoder=Exact)
    kept_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "agency", "shape"], name="kept_mapping_one_a_shape")
        ]

    def __str__(self) -> str:
        return f"{self.region_id} {self.agency} {self.shape[:8]}"
