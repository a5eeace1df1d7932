"""A lost second factor: asked for, verified by somebody responsible, after a wait a one-time link."""

from __future__ import annotations

import secrets
from datetime import timedelta

import pghistory
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from haluan.web.errors import Refused

from .invitation import hash_of
from .people import Role, User

LINK_VALID = timedelta(hours=24)


def waiting_period() -> timedelta:
    """A day in which the owner of the account can say that it wasn't him; in training nobody waits."""
    return timedelta() if settings.TRAINING else timedelta(hours=24)


class RecoveryQuerySet(models.QuerySet["Recovery"]):
    def open(self) -> RecoveryQuerySet:
        return self.filter(ended_at=None)

    def to_verify(self) -> RecoveryQuerySet:
        return self.open().filter(verified_at=None)

    def due(self) -> RecoveryQuerySet:
        """Verified, waited for long enough, link not sent yet."""
        return self.open().filter(token_hash="", verified_at__lte=timezone.now() - waiting_period())

    def of_members(self, regions: list[str]) -> RecoveryQuerySet:
        """Of agency members of these regions without another role: their coordinator knows them."""
        current = Role.objects.current()
        others = current.exclude(kind__in=[Role.Kind.MEMBER, Role.Kind.RESIDENT])
        members = current.filter(kind=Role.Kind.MEMBER, region__in=regions)
        return self.filter(user__in=members.values("user")).exclude(user__in=others.values("user"))

    def ask(self, user: User, reason: str) -> tuple[Recovery, bool]:
        """The request of somebody who lost the second factor; one that is open already stays as it is."""
        with transaction.atomic():
            User.objects.select_for_update().get(pk=user.pk)
            if found := self.open().filter(user=user).first():
                return found, False
            return self.create(user=user, reason=reason), True


@pghistory.track(exclude=["token_hash"])
class Recovery(models.Model):
    class End(models.TextChoices):
        USED = "used"
        REFUSED = "refused"
        CANCELLED = "cancelled"

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="recoveries")
    reason = models.CharField(max_length=300)
    asked_at = models.DateTimeField(default=timezone.now)
    verified_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    verified_at = models.DateTimeField(null=True, blank=True)
    how = models.CharField(
        max_length=300, blank=True, help_text="How the person was known, or why it was refused"
    )
    token_hash = models.CharField(max_length=64, blank=True)
    link_sent_at = models.DateTimeField(null=True, blank=True)
    end = models.CharField(max_length=9, choices=End, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = RecoveryQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=Q(ended_at=None), name="recovery_once_open"),
            models.UniqueConstraint(
                fields=["token_hash"], condition=~Q(token_hash=""), name="recovery_token"
            ),
            models.CheckConstraint(
                condition=Q(verified_by=None) | ~Q(verified_by=models.F("user")),
                name="recovery_not_by_oneself",
            ),
            models.CheckConstraint(
                condition=Q(token_hash="") | Q(verified_at__isnull=False),
                name="recovery_link_after_verifying",
            ),
            models.CheckConstraint(
                condition=Q(end="", ended_at=None) | (~Q(end="") & Q(ended_at__isnull=False)),
                name="recovery_end_has_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.asked_at:%Y-%m-%d}"

    @property
    def ready_at(self) -> object:
        return self.verified_at + waiting_period() if self.verified_at else None

    def verify(self, by: User, how: str) -> None:
        with transaction.atomic():
            self._lock_open()
            if self.verified_at:
                raise Refused(_("Permintaan ini sudah dipastikan orang lain."))
            self.verified_by, self.verified_at, self.how = by, timezone.now(), how
            self.save(update_fields=["verified_by", "verified_at", "how"])

    def refuse(self, by: User, how: str) -> None:
        with transaction.atomic():
            self._lock_open()
            self.how = how
            self._close(self.End.REFUSED, by)

    def cancel(self) -> None:
        """By the owner of the account: it wasn't him, or the second factor was found again."""
        with transaction.atomic():
            self._lock_open()
            self._close(self.End.CANCELLED, self.user)

    def make_link(self) -> str:
        """The one-time token, kept as its hash. Made once: Refused when another worker was quicker."""
        with transaction.atomic():
            self._lock_open()
            if self.token_hash:
                raise Refused(_("Tautan sudah dikirim."))
            token = secrets.token_urlsafe(32)
            self.token_hash, self.link_sent_at = hash_of(token), timezone.now()
            self.save(update_fields=["token_hash", "link_sent_at"])
        return token

    def take_link_back(self) -> None:
        """The letter with it could not be sent: it will be made anew."""
        self.token_hash, self.link_sent_at = "", None
        self.save(update_fields=["token_hash", "link_sent_at"])

    def use(self) -> User:
        """The link is opened: the lost second factors are gone, the person is let in once."""
        with transaction.atomic():
            self._lock_open()
            if not self.link_sent_at or self.link_sent_at + LINK_VALID < timezone.now():
                raise Refused(_("Tautan ini kedaluwarsa. Ajukan pemulihan sekali lagi dari halaman masuk."))
            Authenticator.objects.filter(user=self.user).delete()
            self._close(self.End.USED, self.user)
        return self.user

    def _close(self, end: End, by: User) -> None:
        self.end, self.ended_at, self.ended_by = end, timezone.now(), by
        self.save(update_fields=["end", "ended_at", "ended_by", "how"])

    def _lock_open(self) -> None:
        Recovery.objects.select_for_update().get(pk=self.pk)
        self.refresh_from_db()
        if self.ended_at:
            raise Refused(
                _("Permintaan pemulihan ini sudah selesai atau dibatalkan."),
                title=_("Permintaan ini tidak berlaku lagi"),
            )
