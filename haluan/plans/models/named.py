"""Named versions: what a plan said at one number, frozen and hashed."""

from __future__ import annotations

import json
from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from .plan import Plan


class NamedVersion(models.Model):
    """A frozen document: its canonical text and the SHA-256 over it. Never altered, never deleted."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="named_versions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["plan", "-number", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "name"], name="named_version_once"),
            models.CheckConstraint(condition=Q(digest__regex="^[0-9a-f]{64}$"), name="named_version_digest"),
            models.CheckConstraint(condition=~Q(name=""), name="named_version_has_name"),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('plan-download', args=[self.plan.slug])}?versi={self.number}"

    def document(self) -> dict[str, Any]:
        return dict(json.loads(self.text))
