"""Shares: which agency writes which part of a plan, until when, and how it was handed in, nudged, given on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pghistory
from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from masterplan.document import COLLECTIONS, keys_of

from .plan import LONGEST_KEY, Plan

if TYPE_CHECKING:
    from haluan.accounts.models import User

DIMENSIONS = ("governance", "branding", "economy", "living", "society", "environment")
Place = tuple[str, str]
"""Collection and key of an element."""


class ShareQuerySet(models.QuerySet["Share"]):
    def standing(self) -> ShareQuerySet:
        """Those not taken back."""
        return self.filter(withdrawn_at=None)

    def to_write(self) -> ShareQuerySet:
        """Those that wait for their agency."""
        return self.standing().filter(handed_in_at=None)


@pghistory.track()
class Share(models.Model):
    """One part of a plan given to one agency: an element, a whole collection, or a whole dimension."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="shares")
    agency = models.CharField(max_length=24)
    collection = models.CharField(max_length=12, blank=True)
    key = models.CharField(max_length=LONGEST_KEY, blank=True)
    dimension = models.CharField(max_length=12, blank=True)
    due = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    handed_in_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ShareQuerySet.as_manager()

    class Meta:
        ordering = ["due", "agency", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(agency=""), name="share_has_agency"),
            models.CheckConstraint(
                condition=Q(~Q(collection=""), dimension="")
                | Q(collection="", key="", dimension__in=DIMENSIONS),
                name="share_is_of_collection_or_dimension",
            ),
            models.CheckConstraint(
                condition=Q(handed_in_at=None, handed_in_by=None)
                | Q(handed_in_at__isnull=False, handed_in_by__isnull=False),
                name="share_handed_in_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="share_withdrawn_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["plan", "agency", "collection", "key", "dimension"],
                condition=Q(withdrawn_at=None),
                name="share_given_once",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "plan"], condition=Q(withdrawn_at=None), name="share_of_agency")
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.collection or self.dimension} {self.key}".strip()

    def get_absolute_url(self) -> str:
        return f"{reverse('plan-shares', args=[self.plan.slug])}#bagian-{self.pk}"

    def holds(self, collection: str, key: str, fields: dict[str, Any]) -> bool:
        """Whether an element belongs to this part."""
        if self.dimension:
            return fields.get("dimension") == self.dimension
        return collection == self.collection and self.key in ("", key)

    def elements(self, data: dict[str, Any]) -> list[tuple[Place, dict[str, Any]]]:
        """The elements of this part in a document, in its order."""
        asked = [self.collection] if self.collection else list(COLLECTIONS)
        return [
            ((name, key), item)
            for name in asked
            for key, item in zip(keys_of(name, data.get(name, [])), data.get(name, []), strict=True)
            if self.holds(name, key, item)
        ]

    @property
    def state(self) -> str:
        """`handed_in`, `late` or `open`; a part taken back is asked for nowhere."""
        if self.handed_in_at:
            return "handed_in"
        return "late" if self.due < timezone.localdate() else "open"

    # -- what is done with it: each locks the row, and says False where it had been done before

    def hand_in(self, by: User) -> bool:
        return self._turn({"handed_in_at": None}, handed_in_by=by, handed_in_at=timezone.now())

    def reopen(self) -> bool:
        return self._turn({"handed_in_at__isnull": False}, handed_in_by=None, handed_in_at=None)

    def withdraw(self, by: User) -> bool:
        return self._turn({}, withdrawn_by=by, withdrawn_at=timezone.now())

    def give_to(self, agency: str, due: date, by: User) -> bool:
        """Another agency, or another day; who had it stays in the history. False where that agency has it."""
        fresh: dict[str, Any] = {"agency": agency, "due": due, "given_by": by}
        if agency != self.agency:
            fresh |= {"given_at": timezone.now(), "handed_in_by": None, "handed_in_at": None}
        try:
            with transaction.atomic():
                return self._turn({}, **fresh)
        except IntegrityError:
            return False

    def _turn(self, only: dict[str, Any], **fresh: Any) -> bool:
        with transaction.atomic():
            found = Share.objects.standing().select_for_update().filter(pk=self.pk, **only).first()
            if found is None:
                return False
            for name, value in fresh.items():
                setattr(found, name, value)
                setattr(self, name, value)
            found.save(update_fields=list(fresh))
        return True

    def nudge(self, by: User) -> bool:
        """Written down once a day; False where somebody reminded today already."""
        try:
            with transaction.atomic():
                ShareNudge.objects.create(share=self, day=timezone.localdate(), by=by)
        except IntegrityError:
            return False
        return True


class ShareNudge(models.Model):
    """That an agency was reminded of its part on a day: the constraint makes a second reminder impossible."""

    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="nudges")
    day = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["share", "day"], name="share_nudged_once_a_day")]

    def __str__(self) -> str:
        return f"{self.share_id} {self.day}"
