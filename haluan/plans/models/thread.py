"""Threads: what people say to each other about an element, a field or a suggestion, until it is resolved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pghistory
from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone

from .plan import LONGEST_KEY, Plan

if TYPE_CHECKING:
    from haluan.accounts.models import User

MENDABLE = timedelta(minutes=15)
"""How long one's own words may be mended; what they were stays in the history."""
LONGEST_WORDS = 4000


class ThreadQuerySet(models.QuerySet["Thread"]):
    def unresolved(self) -> ThreadQuerySet:
        return self.filter(resolved_at=None)

    def counts(self) -> dict[tuple[str, str, str], int]:
        """How many there are at each collection, key and field (one query)."""
        found = self.filter(suggestion=None).values_list("collection", "key", "field")
        return {(one[0], one[1], one[2]): one[3] for one in found.annotate(n=Count("pk")).order_by()}


@pghistory.track()
class Thread(models.Model):
    """Where it is about: an element by collection and key (it may be gone), one of its fields, or a suggestion."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="threads")
    collection = models.CharField(max_length=12, blank=True)
    key = models.CharField(max_length=LONGEST_KEY, blank=True)
    field = models.CharField(max_length=200, blank=True)
    suggestion = models.OneToOneField(
        "plans.Suggestion", on_delete=models.PROTECT, null=True, blank=True, related_name="thread"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    said_at = models.DateTimeField(default=timezone.now)
    resolved_at = models.DateTimeField(null=True, blank=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        ordering = ["-said_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(collection="", key="") | (~Q(collection="") & ~Q(key="")),
                name="thread_is_about_an_element",
            ),
            models.CheckConstraint(
                condition=Q(suggestion=None) | Q(collection="", key="", field=""),
                name="thread_about_one_thing",
            ),
        ]
        indexes = [
            models.Index(fields=["plan", "collection", "key"], name="thread_of_element"),
            models.Index(
                fields=["plan", "-said_at"], condition=Q(resolved_at=None), name="thread_unresolved"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("plan-thread", args=[self.plan.slug, self.pk])

    def say(
        self, by: User, text: str, mentioned: Iterable[User] = (), act: str = "", at: Any = None
    ) -> Remark | None:
        """Add what somebody says or does. None where resolving or reopening had been done before."""
        now = at or timezone.now()
        with transaction.atomic():
            locked = Thread.objects.select_for_update().get(pk=self.pk)
            if act == Remark.Act.RESOLVE and locked.resolved_at:
                return None
            if act == Remark.Act.REOPEN and not locked.resolved_at:
                return None
            if act:
                locked.resolved_at = now if act == Remark.Act.RESOLVE else None
            locked.said_at = now
            locked.save(update_fields=["resolved_at", "said_at"])
            said = Remark.objects.create(
                thread=locked, author=by, author_name=by.name, act=act, text=text, at=now
            )
            said.mentioned.set(mentioned)
        self.resolved_at, self.said_at = locked.resolved_at, locked.said_at
        return said


@pghistory.track()
class Remark(models.Model):
    """What one person said in a thread, or did to it: told it resolved, opened it again."""

    class Act(models.TextChoices):
        RESOLVE = "resolve"
        REOPEN = "reopen"

    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="remarks")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    author_name = models.CharField(max_length=120)
    act = models.CharField(max_length=8, choices=Act, blank=True)
    text = models.CharField(max_length=LONGEST_WORDS, blank=True)
    at = models.DateTimeField(default=timezone.now)
    mended_at = models.DateTimeField(null=True, blank=True)
    mentioned = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(act="") | ~Q(text=""), name="remark_says_or_does"),
            models.CheckConstraint(condition=Q(act__in=["", "resolve", "reopen"]), name="remark_act_known"),
            models.CheckConstraint(
                condition=Q(mended_at=None) | Q(mended_at__gte=F("at")), name="remark_mended_after"
            ),
        ]
        indexes = [models.Index(fields=["thread", "at"], name="remark_of_thread")]

    def __str__(self) -> str:
        return self.text[:80] or self.act

    def get_absolute_url(self) -> str:
        return f"{self.thread.get_absolute_url()}#kata-{self.pk}"

    def mendable_by(self, user: Any) -> bool:
        return bool(
            self.text and self.author_id == getattr(user, "pk", None) and timezone.now() < self.at + MENDABLE
        )

    def mend(self, text: str) -> bool:
        """Other words of the same author; False when the minutes for it are over."""
        with transaction.atomic():
            locked = Remark.objects.select_for_update().get(pk=self.pk)
            if timezone.now() >= locked.at + MENDABLE:
                return False
            if locked.text != text:
                locked.text, locked.mended_at = text, timezone.now()
                locked.save(update_fields=["text", "mended_at"])
        self.text, self.mended_at = locked.text, locked.mended_at
        return True
