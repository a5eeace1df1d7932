"""Suggestions: a change set that somebody proposes, and what became of each of its changes.

A draft is its author's alone; handed in, its changes stay as they are and each waits for a decision. Accepting
goes through the one door with the proposer as author.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models, transaction
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..exact import Exact
from .changeset import ChangeSet
from .plan import Plan

if TYPE_CHECKING:
    from haluan.accounts.models import User

Data = dict[str, Any]
MOST_CHANGES = 200
"""In one suggestion: more cannot be judged by anybody field by field."""
MOST_OPEN = 40
"""Suggestions of one person that wait on one plan."""


class Decided(Exception):
    """Somebody was there before: the changes asked about are not open any more."""

    def __init__(self, change: SuggestedChange | None, suggestion: Suggestion) -> None:
        super().__init__(suggestion.pk)
        self.change, self.suggestion = change, suggestion


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def handed_in(self) -> SuggestionQuerySet:
        return self.exclude(state="draft")

    def open(self) -> SuggestionQuerySet:
        return self.filter(state="open")

    def with_counts(self) -> SuggestionQuerySet:
        """With `changes_count`, `accepted`, `declined`."""
        return self.annotate(
            changes_count=Count("changes"),
            accepted=Count("changes", filter=Q(changes__verdict="accepted")),
            declined=Count("changes", filter=Q(changes__verdict="declined")),
        )


@pghistory.track()
class Suggestion(models.Model):
    """What one person proposes at once, and as whom: role and organisation as they were then."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Belum diserahkan")
        OPEN = "open", _("Menunggu putusan")
        DECIDED = "decided", _("Sudah diputus")
        WITHDRAWN = "withdrawn", _("Ditarik pengusul")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="suggestions")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="suggestions")
    author_name = models.CharField(max_length=120)
    role = models.CharField(max_length=24, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=2000, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField()
    created_at = models.DateTimeField(default=timezone.now)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-handed_in_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "open", "decided", "withdrawn"]),
                name="suggestion_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", handed_in_at=None)
                | (~Q(state="draft") & Q(handed_in_at__isnull=False) & ~Q(reason="")),
                name="suggestion_handed_in_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "open"], closed_at=None)
                | Q(state__in=["decided", "withdrawn"], closed_at__isnull=False),
                name="suggestion_closed_at_an_hour",
            ),
            models.UniqueConstraint(
                fields=["plan", "author"], condition=Q(state="draft"), name="suggestion_one_draft"
            ),
        ]
        indexes = [
            models.Index(fields=["plan", "state", "-handed_in_at"], name="suggestion_of_plan"),
            models.Index(fields=["author", "state"], name="suggestion_of_author"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("plan-suggestion", args=[self.plan.slug, self.pk])

    @classmethod
    def draft_of(cls, plan: Plan, user: User) -> Suggestion | None:
        return cls.objects.filter(plan=plan, author=user, state=cls.State.DRAFT).first()

    @classmethod
    def put(cls, plan: Plan, user: User, told: Mapping[str, Any], rewrite: Any) -> Suggestion:
        """The person's draft with its changes rewritten: `rewrite` gets them as data and gives them anew.

        One at a time: the draft's row is held meanwhile, so two windows do not lose each other's words.
        """
        with transaction.atomic():
            fresh = {"author_name": user.name, "version": plan.version, **told}
            draft, _made = cls.objects.get_or_create(
                plan=plan, author=user, state=cls.State.DRAFT, defaults=fresh
            )
            draft = cls.objects.select_for_update().get(pk=draft.pk)
            if draft.state != cls.State.DRAFT:
                raise Decided(None, draft)
            before = draft.as_data()
            after = rewrite(before)
            if after != before:
                draft.changes.all().delete()
                SuggestedChange.objects.bulk_create(
                    SuggestedChange(suggestion=draft, number=number, change=change)
                    for number, change in enumerate(after, 1)
                )
        return draft

    def as_data(self) -> list[Data]:
        """The changes as in `haluan-changes/1`, in their order."""
        return list(self.changes.order_by("number").values_list("change", flat=True))

    def hand_in(self, reason: str) -> bool:
        """From a draft to what waits for a decision; False where it is no draft any more or says nothing."""
        with transaction.atomic():
            locked = self._locked()
            if locked.state != self.State.DRAFT or not locked.changes.exists():
                return False
            return locked._turn(self, state=self.State.OPEN, reason=reason, handed_in_at=timezone.now())

    def withdraw(self) -> bool:
        """Taken back by the author: an open one closes, a draft is thrown away. False where it was decided."""
        with transaction.atomic():
            locked = self._locked()
            if locked.state == self.State.DRAFT:
                locked.changes.all().delete()
                locked.delete()
                return True
            if locked.state != self.State.OPEN:
                return False
            return locked._turn(self, state=self.State.WITHDRAWN, closed_at=timezone.now())

    def accept(self, chosen: Mapping[int, Data], by: User) -> ChangeSet:
        """Take the changes with these numbers into the plan, as they are given (rebased where somebody chose so).

        Raises `Decided` where one is not open any more, `ConflictError` and `DocumentError` of the door; then
        nothing happened.
        """
        with transaction.atomic():
            locked = self._locked()
            rows = locked._still_open(chosen)
            done = ChangeSet.apply(
                plan=locked.plan,
                changes=[chosen[row.number] for row in rows],
                by=locked.author,
                reason=locked.reason,
                origin=ChangeSet.Origin.SUGGESTION,
                accepted_by=by,
            )
            locked._decide(rows, by, verdict="accepted", changeset=done if done.pk else None)
            locked._close_when_done(self)
        return done

    def decline(self, numbers: Iterable[int], by: User, why: str) -> None:
        """Say no to these changes, with the reason. Raises `Decided` where one is not open any more."""
        with transaction.atomic():
            locked = self._locked()
            locked._decide(locked._still_open(numbers), by, verdict="declined", why=why)
            locked._close_when_done(self)

    def _locked(self) -> Suggestion:
        return Suggestion.objects.select_for_update().get(pk=self.pk)

    def _still_open(self, numbers: Iterable[int]) -> list[SuggestedChange]:
        wanted = set(numbers)
        rows = [row for row in self.changes.order_by("number") if row.number in wanted]
        late = next((row for row in rows if row.verdict), None)
        if self.state != self.State.OPEN or late or len(rows) != len(wanted):
            raise Decided(late, self)
        return rows

    def _decide(self, rows: list[SuggestedChange], by: User, **fresh: Any) -> None:
        for row in rows:
            row.decided_by, row.decided_by_name, row.decided_at = by, by.name, timezone.now()
            for name, value in fresh.items():
                setattr(row, name, value)
            row.save()

    def _close_when_done(self, shown: Suggestion) -> None:
        if self.changes.filter(verdict="").exists():
            return
        self._turn(shown, state=self.State.DECIDED, closed_at=timezone.now())

    def _turn(self, shown: Suggestion, **fresh: Any) -> bool:
        """Write `fresh` to the locked row, and into the one that the caller holds."""
        for name, value in fresh.items():
            setattr(self, name, value)
            setattr(shown, name, value)
        self.save(update_fields=list(fresh))
        return True


@pghistory.track(pghistory.UpdateEvent())
class SuggestedChange(models.Model):
    """One change of a suggestion, and the decision about it."""

    class Verdict(models.TextChoices):
        ACCEPTED = "accepted", _("Diterima")
        DECLINED = "declined", _("Ditolak")

    suggestion = models.ForeignKey(Suggestion, on_delete=models.PROTECT, related_name="changes")
    number = models.PositiveIntegerField()
    change = models.JSONField(encoder=Exact)
    verdict = models.CharField(max_length=8, choices=Verdict, blank=True)
    why = models.CharField(max_length=1000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_by_name = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    changeset = models.ForeignKey(
        ChangeSet, on_delete=models.PROTECT, null=True, blank=True, related_name="suggested"
    )

    class Meta:
        ordering = ["suggestion", "number"]
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "number"], name="suggested_number_once"),
            models.CheckConstraint(
                condition=Q(verdict="", decided_by=None, decided_at=None, changeset=None, why="")
                | Q(verdict="accepted", decided_by__isnull=False, decided_at__isnull=False, why="")
                | (
                    Q(verdict="declined", decided_by__isnull=False, decided_at__isnull=False, changeset=None)
                    & ~Q(why="")
                ),
                name="suggested_decided_whole",
            ),
        ]
        indexes = [GinIndex(fields=["change"], opclasses=["jsonb_path_ops"], name="suggested_changes")]

    def __str__(self) -> str:
        return f"{self.suggestion_id}/{self.number}"
