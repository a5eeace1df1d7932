"""Who is at the desk of a plan just now. Signs of life, not history: a row a person, written over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from .plan import Plan

HERE_FOR = timedelta(seconds=40)


class Presence(models.Model):
    """Where a person was last seen writing."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    collection = models.CharField(max_length=20, blank=True)
    key = models.CharField(max_length=80, blank=True)
    field = models.CharField(max_length=200, blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "user"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.user_id} · {self.key}"

    @classmethod
    def here(cls, plan: Plan, user: Any, collection: str, key: str, field: str) -> None:
        told = {"collection": collection[:20], "key": key[:80], "field": field[:200]}
        seen = {name: text.replace("\0", "") for name, text in told.items()} | {"seen_at": timezone.now()}
        cls.objects.update_or_create(plan=plan, user=user, defaults=seen)

    @classmethod
    def others(cls, plan: Plan, user: Any) -> list[Presence]:
        """Who else was seen in the last 40 seconds, by name."""
        recent = cls.objects.filter(plan=plan, seen_at__gte=timezone.now() - HERE_FOR).exclude(user=user)
        return list(recent.select_related("user").order_by("user__name"))
