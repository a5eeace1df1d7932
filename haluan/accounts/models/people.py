"""People and the roles they hold. A role is held for something: a region, an agency in it, an institution."""

from __future__ import annotations

from typing import Any

import pghistory
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from haluan.regions.models import Institution, Region


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def holding(
        self, *kinds: str, region: Region | None = None, institution: Institution | None = None
    ) -> models.QuerySet[User]:
        """The people who hold one of these roles now, each once."""
        held = Role.objects.current().filter(kind__in=kinds)
        if region:
            held = held.filter(region=region)
        if institution:
            held = held.filter(institution=institution)
        return self.filter(is_active=True, pk__in=held.values("user"))


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractUser):
    """A person, known by an e-mail address (kept in lower case)."""

    username = None
    first_name = None
    last_name = None
    email = models.EmailField(unique=True)
    name = models.CharField(_("nama"), max_length=120)
    training = models.BooleanField(default=False, help_text="A fictional person of the training mode")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()
    current_roles: tuple[Role, ...] | None = (
        None  # what `roles_of` read; `request.user` keeps it for a request
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(email=models.functions.Lower("email")), name="user_email_lower"
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def initials(self) -> str:
        words = (self.name or self.email).replace(".", " ").split()
        return "".join(word[0] for word in words[:2]).upper()

    @property
    def has_verified_address(self) -> bool:
        return self.emailaddress_set.filter(email=self.email, verified=True).exists()


def shape_of_a_role(name: str) -> list[models.CheckConstraint]:
    """What must be named with each kind, for roles held and for roles offered by invitation."""
    of_region = ["mentor", "head", "coordinator", "member"]
    of_institution = ["ministry", "partner"]
    return [
        models.CheckConstraint(
            condition=Q(kind__in=of_region, region__isnull=False) | ~Q(kind__in=of_region),
            name=f"{name}_has_region",
        ),
        models.CheckConstraint(
            condition=Q(kind__in=of_institution, institution__isnull=False) | ~Q(kind__in=of_institution),
            name=f"{name}_has_institution",
        ),
        models.CheckConstraint(condition=~Q(kind="member") | ~Q(agency=""), name=f"{name}_member_has_agency"),
        models.CheckConstraint(
            condition=Q(kind="member") | Q(agency=""), name=f"{name}_agency_only_of_member"
        ),
    ]


class RoleQuerySet(models.QuerySet["Role"]):
    def current(self) -> RoleQuerySet:
        return self.filter(ended_at=None)

    def give(
        self,
        user: User,
        kind: str,
        *,
        region: Region | None = None,
        institution: Institution | None = None,
        agency: str = "",
        by: User | None = None,
    ) -> Role:
        """The role somebody holds from now on; one held already stays as it is."""
        held = {"user": user, "kind": kind, "region": region, "institution": institution, "agency": agency}
        role, _created = self.get_or_create(**held, ended_at=None, defaults={"given_by": by})
        forget_roles(user)
        return role


@pghistory.track()
class Role(models.Model):
    """What a person may do, and for whom. Ended, never deleted: who held it when stays known."""

    class Kind(models.TextChoices):
        OFFICE = "office", _("kantor program")
        ASSESSOR = "assessor", _("penilai")
        MENTOR = "mentor", _("pembimbing")
        HEAD = "head", _("kepala daerah")
        COORDINATOR = "coordinator", _("koordinator daerah")
        MEMBER = "member", _("anggota perangkat daerah")
        MINISTRY = "ministry", _("kementerian")
        PARTNER = "partner", _("mitra industri")
        RESIDENT = "resident", _("warga")

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=12, choices=Kind)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, blank=True, related_name="roles")
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="roles"
    )
    agency = models.CharField(max_length=24, blank=True, help_text="Code of an agency in the region's plan")
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = RoleQuerySet.as_manager()

    OF_REGION = (Kind.MENTOR, Kind.HEAD, Kind.COORDINATOR, Kind.MEMBER)
    OF_INSTITUTION = (Kind.MINISTRY, Kind.PARTNER)

    class Meta:
        ordering = ["kind", "id"]
        constraints = [
            *shape_of_a_role("role"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=models.F("started_at")),
                name="role_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["user", "kind", "region", "institution", "agency"],
                condition=Q(ended_at=None),
                nulls_distinct=False,
                name="role_once",
            ),
        ]

    def __str__(self) -> str:
        return " · ".join(part for part in (self.get_kind_display(), self.agency, self.held_for) if part)

    @property
    def held_for(self) -> str:
        return str(self.region or self.institution or "")

    def offer(self) -> dict[str, Any]:
        """The role without its holder: what an invitation offers and a successor receives."""
        return {
            "kind": self.kind,
            "region": self.region,
            "institution": self.institution,
            "agency": self.agency,
        }

    def end(self) -> None:
        """Ends a role that is held; ended already, it keeps the time at which it ended."""
        if self.ended_at is None:
            self.ended_at = timezone.now()
            self.save(update_fields=["ended_at"])
            forget_roles(self.user)


def forget_roles(user: User) -> None:
    """What `roles_of` remembers of a user within a request is read anew."""
    user.current_roles = None
