"""A portfolio that was kept under a name, to be looked at beside others."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from haluan.plans.models import Plan

from .optimisation import Optimisation


class Scenario(models.Model):
    """`portfolio`: start year by innovation; `number`, `inputs`: the version it was made at, and what that said."""

    MOST = 50

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="scenarios")
    name = models.CharField(max_length=80)
    portfolio = models.JSONField(default=dict)
    factor = models.FloatField(default=1.0)
    number = models.PositiveIntegerField()
    inputs = models.CharField(max_length=64)
    optimisation = models.ForeignKey(
        Optimisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="scenarios"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["plan", "name"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "name"], name="scenario_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="scenario_has_a_name"),
            models.CheckConstraint(condition=Q(factor__gt=0, factor__lte=10), name="scenario_factor"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def ref(self) -> str:
        return f"skenario-{self.pk}"
