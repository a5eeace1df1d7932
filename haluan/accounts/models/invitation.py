"""An invitation offers a role to an e-mail address. It works once, for a while, and can be taken back."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any

import pghistory
from allauth.account.models import EmailAddress
from django.db import connection, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from haluan.regions.models import Institution, Region
from haluan.web.errors import Refused

from .people import Role, User, shape_of_a_role

VALID = timedelta(days=14)


def hash_of(token: str) -> str:
    """What the database keeps of a token: whoever reads the database can't use it."""
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> InvitationQuerySet:
        return self.filter(answered_at=None, expires_at__gt=timezone.now())

    def offer(self, *, email: str, by: User | None, **role: Any) -> tuple[Invitation, str]:
        """A new invitation and its token, which is told only now. An older one to the same role ends."""
        email = email.strip().lower()
        with transaction.atomic():
            # Two people who invite the same address at once: one waits here for the other.
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [email])
            for older in self.select_for_update().filter(email=email, answered_at=None, **role):
                older.close(Invitation.Answer.REVOKED)
            token = secrets.token_urlsafe(32)
            invitation = self.create(email=email, invited_by=by, token_hash=hash_of(token), **role)
        return invitation, token


@pghistory.track(exclude=["token_hash"])
class Invitation(models.Model):
    class Answer(models.TextChoices):
        ACCEPTED = "accepted", gettext_lazy("diterima")
        DECLINED = "declined", gettext_lazy("ditolak")
        REVOKED = "revoked", gettext_lazy("dicabut")

    email = models.EmailField()
    kind = models.CharField(max_length=12, choices=Role.Kind)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    agency = models.CharField(max_length=24, blank=True)
    invited_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations_sent"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    answer = models.CharField(max_length=8, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            *shape_of_a_role("invitation"),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="invitation_email_lower"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="invitation_expires_later"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="invitation_answer_has_time",
            ),
            models.CheckConstraint(
                condition=Q(answer="accepted", accepted_by__isnull=False)
                | (~Q(answer="accepted") & Q(accepted_by=None)),
                name="invitation_accepted_by",
            ),
            models.UniqueConstraint(
                fields=["email", "kind", "region", "institution", "agency"],
                condition=Q(answered_at=None),
                nulls_distinct=False,
                name="invitation_once_open",
            ),
        ]

    def __str__(self) -> str:
        return str(self.role)

    def save(self, **options: Any) -> None:
        self.expires_at = self.expires_at or self.created_at + VALID
        super().save(**options)

    @property
    def role(self) -> Role:
        """The role as it would be held, for showing it in words; not in the database."""
        return Role(kind=self.kind, region=self.region, institution=self.institution, agency=self.agency)

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.expires_at > timezone.now()

    @property
    def state(self) -> tuple[str, str]:
        """How it stands, as class and word of a state."""
        if self.answer:
            looks = {"accepted": "ok", "declined": "bad", "revoked": "idle"}
            return looks[self.answer], str(self.get_answer_display())
        return ("you", _("menunggu jawaban")) if self.is_open else ("idle", _("kedaluwarsa"))

    def accept(self, user: User) -> Role:
        """The person at this address holds the role from now on. Raises Refused when it no longer can be."""
        with transaction.atomic():
            self._lock_open()
            if user.email != self.email:
                raise Refused(_("Undangan ini dikirim ke alamat lain. Masuk dengan akun beralamat itu."))
            self.close(self.Answer.ACCEPTED, by=user)
            for handover in self.handovers.open():
                handover.finish(user)
            return Role.objects.give(user, by=self.invited_by, **self.role.offer())

    def accept_as_new(self, name: str, password: str) -> User:
        """A new account for the address, verified: whoever holds the token reads its mail."""
        with transaction.atomic():
            self._lock_open()
            user = User.objects.select_for_update().filter(email=self.email).first()
            if user and user.has_verified_address:
                raise Refused(_("Alamat ini sudah punya akun. Masuk dahulu, lalu terima undangannya."))
            # Somebody may have signed up with this address without reading its mail: the account is not his.
            user = user or User(email=self.email)
            user.name = name
            user.set_password(password)
            user.save()
            verified = {"verified": True, "primary": True}
            EmailAddress.objects.update_or_create(user=user, email=user.email, defaults=verified)
            self.accept(user)
        return user

    def decline(self, user: User) -> None:
        with transaction.atomic():
            self._lock_open()
            if user.email != self.email:
                raise Refused(_("Undangan ini dikirim ke alamat lain."))
            self.close(self.Answer.DECLINED)

    def revoke(self) -> None:
        with transaction.atomic():
            self._lock_open()
            self.close(self.Answer.REVOKED)

    def close(self, answer: Answer, by: User | None = None) -> None:
        self.answer, self.answered_at, self.accepted_by = answer, timezone.now(), by
        self.save(update_fields=["answer", "answered_at", "accepted_by"])

    def _lock_open(self) -> None:
        """Waits for whoever answers at the same moment, then reads again: it is answered once."""
        now = Invitation.objects.select_for_update().get(pk=self.pk)
        if not now.is_open:
            raise Refused(
                _("Undangan ini sudah %(state)s. Minta undangan baru kepada yang mengundang.")
                % {"state": now.state[1]},
                title=_("Undangan ini tidak berlaku lagi"),
            )
