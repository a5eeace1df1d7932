"""Change sets: the whole history of a plan, and the one door through which it changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from masterplan.document import DocumentError, invert

from ..door import through
from .plan import Plan

if TYPE_CHECKING:
    from haluan.accounts.models import User


@dataclass(frozen=True)
class Credit:
    """Who wrote what a load brings in, and when; for people who have no account, or wrote it long ago."""

    name: str
    agency: str = ""
    at: datetime | None = None


class ChangeSet(models.Model):
    """What one person changed at once. `changes` is the list of a `haluan-changes/1`; never altered, never deleted."""

    class Origin(models.TextChoices):
        EDITOR = "editor", gettext_lazy("ditulis")
        IMPORT = "import", gettext_lazy("diimpor")
        RESTORE = "restore", gettext_lazy("dipulihkan")
        REVERT = "revert", gettext_lazy("dibatalkan")
        MERGE = "merge", gettext_lazy("digabung")
        LOAD = "load", gettext_lazy("dimuat")
        PORTFOLIO = "portfolio", gettext_lazy("dari susunan terbaik")
        INPUT = "input", gettext_lazy("dari masukan")
        REUSE = "reuse", gettext_lazy("dari daerah lain")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="changesets")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="changesets"
    )
    author_name = models.CharField(max_length=120)
    agency = models.CharField(max_length=24, blank=True)
    at = models.DateTimeField()
    reason = models.CharField(max_length=500, blank=True)
    origin = models.CharField(max_length=12, choices=Origin, default=Origin.EDITOR)
    changes = models.JSONField()
    client_id = models.UUIDField(null=True, blank=True, unique=True)

    class Meta:
        ordering = ["plan", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="changeset_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="changeset_number_from_one"),
            models.CheckConstraint(
                condition=Q(origin__in=["editor", "import", "restore", "revert", "merge", "load", "portfolio", "input", "reuse"]),
                name="changeset_origin_known",
            ),
        ]
        indexes = [GinIndex(fields=["changes"], opclasses=["jsonb_path_ops"], name="changeset_changes")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("plan-change", args=[self.plan.slug, self.number])
