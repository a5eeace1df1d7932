"""Who holds which role, and who may do what. Small predicates; a refusal says why and what to do instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import rules
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from haluan.regions.models import Institution, Region
from haluan.web.errors import Refused

from .models import Role, User

Kind = Role.Kind
Why = str | Callable[[Any, Any], str]
Instead = Callable[[Any, Any], list[tuple[str, str]]]


def roles_of(user: Any) -> tuple[Role, ...]:
    """The roles a person holds now; one query for each user object, that is: one a request."""
    if not getattr(user, "is_authenticated", False):
        return ()
    if user.current_roles is None:
        user.current_roles = tuple(user.roles.current().select_related("region", "institution"))
    return user.current_roles


def holds(
    user: Any,
    *kinds: str,
    region: Region | str | None = None,
    institution: Institution | int | None = None,
    agency: str = "",
) -> bool:
    """Whether somebody holds one of these roles now; a region may be given by code, an institution by id."""
    code = getattr(region, "code", region)
    number = getattr(institution, "pk", institution)
    return any(
        role.kind in kinds
        and (code is None or role.region_id == code)
        and (number is None or role.institution_id == number)
        and (not agency or role.agency == agency)
        for role in roles_of(user)
    )


def regions_of(user: Any, *kinds: str) -> list[Region]:
    """The regions somebody has a role for (one of these kinds, or any), each once, by code."""
    found = {role.region for role in roles_of(user) if role.region and (not kinds or role.kind in kinds)}
    return sorted(found, key=lambda region: region.code)


@rules.predicate
def is_signed_in(user: Any) -> bool:
    return bool(user.is_authenticated)


@dataclass(frozen=True)
class Refusal:
    why: Why
    instead: Instead | None = None


_refusals: dict[str, Refusal] = {}


def allow(name: str, predicate: Any, *, why: Why, instead: Instead | None = None) -> None:
    """Name what may be done ("plans.write"), by whom, and what the others are told.

    `why` is a lazy sentence or a function of user and object; `instead` gives (address, words) to go on.
    """
    rules.set_perm(name, predicate)
    _refusals[name] = Refusal(why, instead)


# Who may invite whom. The office opens the door; a region and an institution invite their own people.
INVITES: dict[str, tuple[str, ...]] = {
    Kind.OFFICE: tuple(kind for kind in Kind if kind not in (Kind.MEMBER, Kind.RESIDENT)),
    Kind.HEAD: (Kind.HEAD, Kind.COORDINATOR, Kind.MEMBER),
    Kind.COORDINATOR: (Kind.COORDINATOR, Kind.MEMBER),
    Kind.MINISTRY: (Kind.MINISTRY,),
    Kind.PARTNER: (Kind.PARTNER,),
}


def invitable_kinds(user: Any) -> list[str]:
    """The kinds of role somebody may offer, in the order of `Kind`."""
    found = {kind for role in roles_of(user) for kind in INVITES.get(role.kind, ())}
    return [kind for kind in Kind if kind in found]


def offers(role: Role, offered: Role) -> bool:
    """Whether holding `role` allows to offer another: the office anywhere, the others for their own."""
    if offered.kind not in INVITES.get(role.kind, ()):
        return False
    if role.kind == Kind.OFFICE:
        return True
    if role.region_id:
        return role.region_id == offered.region_id
    return role.institution_id == offered.institution_id


@rules.predicate
def may_invite(user: Any, offered: Role | None) -> bool:
    """`offered` is a role not yet held; without one the question is whether somebody may invite at all."""
    if offered is None:
        return bool(invitable_kinds(user))
    return any(offers(role, offered) for role in roles_of(user))


@rules.predicate
def may_revoke(user: Any, invitation: Any) -> bool:
    return user.pk == invitation.invited_by_id or may_invite(user, invitation.role)


def why_not_invite(user: Any, offered: Role | None) -> str:
    if offered is None or offered.kind not in INVITES.get(Kind.OFFICE, ()):
        return _(
            "Yang mengundang: kantor program, kepala atau koordinator daerah, dan lembaga untuk rekannya."
        )
    return _("Peran %(role)s tidak dapat Anda tawarkan. Minta kantor program mengundangnya.") % {
        "role": offered
    }


def can(user: Any, name: str, thing: Any = None) -> bool:
    """Whether somebody may do something, for showing or hiding a button."""
    return bool(rules.has_perm(name, user, thing))


def may(user: Any, name: str, thing: Any = None) -> None:
    """Raise `Refused` with the reason unless somebody may do something."""
    if can(user, name, thing):
        return
    if not getattr(user, "is_authenticated", False):
        raise Refused(
            _("Masuk dahulu dengan akun Anda, lalu buka halaman ini lagi."),
            title=_("Bagian ini untuk yang sudah masuk"),
            instead=[(reverse("account_login"), _("Masuk"))],
        )
    refusal = _refusals[name]
    why = str(refusal.why(user, thing) if callable(refusal.why) else refusal.why)
    instead = refusal.instead(user, thing) if refusal.instead else [(reverse("work"), _("Ke pekerjaan saya"))]
    raise Refused(f"{signed_in_as(user)} {why}", instead=instead)


def signed_in_as(user: User) -> str:
    """One sentence that names the roles somebody has, so that a refusal can be understood."""
    names = listing(str(role) for role in roles_of(user))
    return _("Anda masuk sebagai %(roles)s.") % {"roles": names} if names else _("Anda belum memegang peran.")


def listing(words: Iterable[str]) -> str:
    """*a, b, dan c*."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {_('dan')} {last}" if first else last


allow("accounts.invite", is_signed_in & may_invite, why=why_not_invite)
allow(
    "accounts.revoke_invitation",
    is_signed_in & may_revoke,
    why=gettext_lazy(
        "Undangan ini hanya dapat dicabut oleh pengundangnya atau yang berwenang atas peran itu."
    ),
)
