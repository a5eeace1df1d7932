"""Training mode: fictional people, each one click away. In production none of this works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .models import Role, User

Kind = Role.Kind
DOMAIN = "latihan.example"


@dataclass(frozen=True)
class Person:
    """A fictional person: the part before @, a name, roles and what to try."""

    mailbox: str
    name: str
    roles: tuple[tuple[Kind, str, str, str], ...]
    tries: Any

    @property
    def email(self) -> str:
        return f"{self.mailbox}@{DOMAIN}"


UNIVERSITY = "Universitas Latihan"
PRACTICE = "Rumah Praktisi Latihan"
MINISTRY = "Kementerian Latihan"
COMPANY = "PT Mitra Latihan"

PEOPLE = (
    Person(
        "kantor",
        "Kantor Latihan",
        ((Kind.OFFICE, "", "", ""),),
        _("Melihat semua daerah dan mengundang orang."),
    ),
    Person(
        "bupati",
        "Bupati Latihan",
        ((Kind.HEAD, "99.01", "", ""),),
        _("Membaca keadaan daerahnya dari ponsel dan memutuskan."),
    ),
    Person(
        "bappeda",
        "Bappeda Latihan",
        ((Kind.COORDINATOR, "99.01", "", ""),),
        _("Menyusun rencana bersama perangkat daerah."),
    ),
    Person(
        "diskominfo",
        "Diskominfo Latihan",
        ((Kind.MEMBER, "99.01", "DISKOMINFO", ""),),
        _("Menulis inovasi dan pemungkinnya."),
    ),
    Person(
        "dlh",
        "Lingkungan Latihan",
        ((Kind.MEMBER, "99.01", "DLH", ""),),
        _("Menulis inovasi lingkungan."),
    ),
    Person(
        "dinkes",
        "Kesehatan Latihan",
        ((Kind.MEMBER, "99.01", "DINKES", ""),),
        _("Menulis inovasi kesehatan bersamaan dengan dinas lain."),
    ),
    Person(
        "akademisi",
        "Akademisi Latihan",
        ((Kind.MENTOR, "99.01", "", UNIVERSITY), (Kind.MENTOR, "99.71", "", UNIVERSITY)),
        _("Mendampingi dua daerah."),
    ),
    Person(
        "praktisi",
        "Praktisi Latihan",
        ((Kind.MENTOR, "99.01", "", PRACTICE),),
        _("Mendampingi satu daerah."),
    ),
    Person(
        "penilai",
        "Penilai Latihan",
        ((Kind.ASSESSOR, "", "", ""),),
        _("Menilai calon daerah berdasarkan bukti."),
    ),
    Person(
        "kementerian",
        "Kementerian Latihan",
        ((Kind.MINISTRY, "", "", MINISTRY),),
        _("Memeriksa bagian yang menjadi urusannya."),
    ),
    Person(
        "mitra",
        "Mitra Latihan",
        ((Kind.PARTNER, "", "", COMPANY),),
        _("Membaca rencana sebagai mitra industri."),
    ),
    Person(
        "kota",
        "Bappeda Kota Latihan Baru",
        ((Kind.COORDINATOR, "99.71", "", ""),),
        _("Mencoba daerah lain: apa yang tertutup baginya."),
    ),
    Person(
        "warga",
        "Warga Latihan",
        ((Kind.RESIDENT, "99.01", "", ""),),
        _("Membaca rencana sebagai warga."),
    ),
)


def offered() -> bool:
    return settings.TRAINING and settings.TRAINING_SIGN_IN


class TrainingBackend(BaseBackend):
    """Signs in a fictional person without a password; a session it began ends with the training mode."""

    def authenticate(self, request: HttpRequest | None, training_person: str) -> User | None:
        if not offered():
            return None
        return User.objects.filter(email=training_person, training=True, is_active=True).first()

    def get_user(self, user_id: int) -> User | None:
        if not offered():
            return None
        return User.objects.filter(pk=user_id, training=True, is_active=True).first()


def people() -> list[dict[str, Any]]:
    """The people the sign-in page offers, in the order of `PEOPLE`: user, current roles, what to try."""
    if not offered():
        return []
    found = {user.email: user for user in User.objects.filter(training=True, is_active=True)}
    roles: dict[int, list[Role]] = {}
    for role in Role.objects.current().filter(user__training=True).select_related("region", "institution"):
        roles.setdefault(role.user_id, []).append(role)
    return [
        {"user": user, "roles": roles.get(user.pk, []), "tries": person.tries}
        for person in PEOPLE
        if (user := found.get(person.email))
    ]
