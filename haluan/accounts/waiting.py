"""What accounts add to *what waits for me*."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from haluan.web.waiting import Waiting, waits

from .models import Invitation, Role, User
from .recovery import waiting_for_verifier
from .rules import holds


@waits
def invitations_to_answer(user: User) -> Iterable[Waiting]:
    for invitation in (
        Invitation.objects.open().filter(email=user.email).select_related("region", "institution")
    ):
        yield Waiting(
            what=_("Jawab undangan: %(role)s") % {"role": invitation},
            why=_("Berlaku sampai tanggal itu."),
            url=reverse("my_invitations"),
            verb=_("Jawab"),
            due=timezone.localdate(invitation.expires_at),
        )


@waits
def recoveries_to_verify(user: User) -> Iterable[Waiting]:
    for recovery in waiting_for_verifier(user).select_related("user"):
        yield Waiting(
            what=_("Pastikan pemulihan akun %(name)s") % {"name": recovery.user},
            why=_("Faktor keduanya hilang; ia tidak dapat masuk sampai Anda memastikannya."),
            url=reverse("recovery", args=[recovery.pk]),
            verb=_("Periksa"),
        )


@waits
def second_factor_missing(user: User) -> Iterable[Waiting]:
    """Whoever decides over others signs in with two factors; fictional people have no password at all."""
    if user.training or not holds(user, Role.Kind.OFFICE, Role.Kind.ASSESSOR):
        return
    if not Authenticator.objects.filter(user=user).exists():
        yield Waiting(
            what=_("Pasang faktor kedua"),
            why=_("Peran Anda memutuskan nasib daerah; kata sandi saja belum cukup aman."),
            url=reverse("mfa_index"),
            verb=_("Pasang"),
        )
