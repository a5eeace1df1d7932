"""An officer who moves hands a role over: his ends and his successor's begins at the same moment."""

from __future__ import annotations

import pghistory
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from haluan.web.errors import Refused

from .invitation import Invitation
from .people import Role, User


class HandoverQuerySet(models.QuerySet["Handover"]):
    def open(self) -> HandoverQuerySet:
        return self.filter(done_at=None, cancelled_at=None)

    def start(self, roles: list[Role], *, email: str, by: User, note: str = "") -> list[Handover]:
        """Hand roles over to an address: with an account now, without when the invitation is accepted.

        Raises Refused when a role is no longer held by `by`. Returns the handovers; those that wait for an
        invitation have its token in `.token`, told only now.
        """
        email = email.strip().lower()
        with transaction.atomic():
            wanted = [role.pk for role in roles]
            # First the invitations, then the roles: accepting takes its locks in the same order.
            waiting = Invitation.objects.select_for_update().filter(answered_at=None)
            list(waiting.filter(handovers__role__in=wanted).order_by("pk").values("pk"))
            held = list(Role.objects.select_for_update().current().filter(user=by, pk__in=wanted))
            if len(held) != len(set(wanted)):
                raise Refused(_("Peran itu sudah tidak Anda pegang. Muat ulang halaman serah terima."))
            successor = User.objects.filter(email=email, is_active=True).first()
            if successor and not successor.has_verified_address:
                successor = None
            return [self._start_one(role, email, successor, by, note) for role in held]

    def _start_one(self, role: Role, email: str, successor: User | None, by: User, note: str) -> Handover:
        invitation, token = None, ""
        # A new successor takes the place of one who did not answer.
        for older in self.open().filter(role=role):
            older.cancel()
        if successor is None:
            invitation, token = Invitation.objects.offer(email=email, by=by, **role.offer())
        handover = self.create(role=role, to_email=email, invitation=invitation, by=by, note=note)
        handover.token = token
        if successor:
            handover.finish(successor)
        return handover


@pghistory.track()
class Handover(models.Model):
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="handovers")
    to_email = models.EmailField()
    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, null=True, blank=True, related_name="handovers"
    )
    new_role = models.ForeignKey(Role, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = HandoverQuerySet.as_manager()
    token = ""

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["role"],
                condition=models.Q(done_at=None, cancelled_at=None),
                name="handover_once_open",
            ),
            models.CheckConstraint(
                condition=models.Q(done_at=None, new_role=None)
                | models.Q(done_at__isnull=False, new_role__isnull=False),
                name="handover_done_has_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} → {self.to_email}"

    def cancel(self) -> None:
        self.cancelled_at = timezone.now()
        self.save(update_fields=["cancelled_at"])
        if self.invitation and self.invitation.answered_at is None:
            self.invitation.close(Invitation.Answer.REVOKED)

    def finish(self, successor: User) -> None:
        """Within the caller's transaction: the old role ends, the new one begins."""
        role = (
            Role.objects.select_for_update(of=("self",))
            .select_related("region", "institution")
            .get(pk=self.role_id)
        )
        if role.ended_at:
            raise Refused(_("Peran itu sudah berakhir. Minta undangan baru kepada kantor program."))
        role.end()
        self.new_role = Role.objects.give(successor, by=self.by, **role.offer())
        self.done_at = timezone.now()
        self.save(update_fields=["new_role", "done_at"])
