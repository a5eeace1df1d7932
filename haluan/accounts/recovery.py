"""The safe way back to an account whose second factor is lost, with a letter at each step."""

from __future__ import annotations

import logging

from django.core import signing
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rules import predicate

from haluan.web.errors import Refused

from .mail import address_of, send_letter
from .models import Recovery, Role, User
from .notices import notify_all
from .rules import allow, holds, is_signed_in, regions_of, roles_of

log = logging.getLogger(__name__)
SALT = "accounts.recovery.cancel"
Kind = Role.Kind


def ask(user: User, reason: str) -> Recovery:
    """Ask for recovery; the owner's mailbox is told how to stop it, the verifiers that it waits for them."""
    recovery, is_new = Recovery.objects.ask(user, reason)
    if is_new:
        send_letter(user.email, "recovery_asked", user=user, cancel=cancel_address(recovery))
        notify_all(
            verifiers_of(user),
            what=_("Pastikan permintaan pemulihan akun"),
            why=_("Seseorang kehilangan faktor keduanya dan menunggu Anda."),
            url=reverse("recovery", args=[recovery.pk]),
        )
    return recovery


def verify(recovery: Recovery, by: User, how: str) -> None:
    recovery.verify(by, how)
    if recovery in Recovery.objects.due():
        send_link(recovery)
    else:
        send_letter(
            recovery.user.email, "recovery_verified", recovery=recovery, cancel=cancel_address(recovery)
        )


def refuse(recovery: Recovery, by: User, how: str) -> None:
    recovery.refuse(by, how)
    send_letter(recovery.user.email, "recovery_refused", recovery=recovery)


def send_links() -> None:
    """Send the link of every request that has waited long enough."""
    for recovery in Recovery.objects.due().select_related("user"):
        try:
            send_link(recovery)
        except Refused:
            continue  # cancelled or sent in the meantime
        except Exception:
            log.exception("Link of recovery %s was not sent", recovery.pk)


def send_link(recovery: Recovery) -> None:
    token = recovery.make_link()
    link = address_of(reverse("recovery_link", args=[token]))
    try:
        send_letter(
            recovery.user.email,
            "recovery_link",
            recovery=recovery,
            link=link,
            cancel=cancel_address(recovery),
        )
    except Exception:
        recovery.take_link_back()
        raise


def use(recovery: Recovery) -> User:
    """The one-time link: second factors gone, the owner's mailbox told."""
    user = recovery.use()
    send_letter(user.email, "recovery_used", user=user)
    return user


def cancel_address(recovery: Recovery) -> str:
    return address_of(reverse("cancel_recovery", args=[signing.dumps(recovery.pk, salt=SALT)]))


def recovery_to_cancel(token: str) -> Recovery:
    """Raises Refused when the address is not ours."""
    try:
        return Recovery.objects.get(pk=signing.loads(token, salt=SALT))
    except (signing.BadSignature, Recovery.DoesNotExist) as error:
        raise Refused(str(_("Tautan ini tidak lengkap. Salin seluruhnya dari surat Anda."))) from error


def only_member(user: User) -> bool:
    kinds = {role.kind for role in roles_of(user)} - {Kind.RESIDENT}
    return kinds == {Kind.MEMBER}


def may_verify(verifier: User, recovery: Recovery) -> bool:
    """The coordinator of the region for its members, the office for everybody; never oneself."""
    if verifier.pk == recovery.user_id:
        return False
    if holds(verifier, Kind.OFFICE):
        return True
    theirs = {region.code for region in regions_of(recovery.user, Kind.MEMBER)}
    mine = {region.code for region in regions_of(verifier, Kind.COORDINATOR)}
    return only_member(recovery.user) and bool(theirs & mine)


def verifiers_of(user: User) -> QuerySet[User]:
    """Coordinators of a member's regions; the office where there are none, and for everybody else."""
    if only_member(user):
        regions = [region.code for region in regions_of(user, Kind.MEMBER)]
        current = Role.objects.current().filter(kind=Kind.COORDINATOR, region__in=regions)
        coordinators = User.objects.filter(is_active=True, pk__in=current.values("user")).exclude(pk=user.pk)
        if coordinators.exists():
            return coordinators
    return User.objects.holding(Kind.OFFICE).exclude(pk=user.pk)


def waiting_for_verifier(user: User) -> QuerySet[Recovery]:
    """The open requests that somebody is asked to verify."""
    if holds(user, Kind.OFFICE):
        return Recovery.objects.to_verify().exclude(user=user)
    regions = [region.code for region in regions_of(user, Kind.COORDINATOR)]
    if not regions:
        return Recovery.objects.none()
    return Recovery.objects.to_verify().of_members(regions).exclude(user=user)


allow(
    "accounts.verify_recovery",
    is_signed_in & predicate(may_verify),
    why=_("Permintaan ini dipastikan oleh koordinator daerahnya atau kantor program, bukan oleh pemintanya."),
)
