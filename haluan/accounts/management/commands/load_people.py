"""`load_people`: the fictional people of the training mode, their province, regions and institutions."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from haluan.accounts import training
from haluan.accounts.models import Role, User
from haluan.regions.models import Institution, Province, Region

REGIONS = (("99.01", "Kabupaten Latihan", "kabupaten"), ("99.71", "Kota Latihan Baru", "kota"))
INSTITUTIONS = (
    (training.UNIVERSITY, Institution.Kind.ACADEMIA),
    (training.PRACTICE, Institution.Kind.PRACTITIONER),
    (training.MINISTRY, Institution.Kind.MINISTRY),
    (training.COMPANY, Institution.Kind.INDUSTRY),
)
SOURCE = "Rekaan untuk latihan"


class Command(BaseCommand):
    help = "Loads the fictional people of the training mode; again changes nothing"

    def handle(self, **options: Any) -> None:
        if not settings.TRAINING:
            raise CommandError("Orang rekaan hanya untuk latihan; HALUAN_ENV=production tidak memuatnya.")
        with transaction.atomic():
            load_places()
            for person in training.PEOPLE:
                load_person(person)


def load_places() -> None:
    known = {"name": "Provinsi Latihan", "fictional": True}
    province, _created = Province.objects.get_or_create(code="99", defaults=known)
    for code, name, kind in REGIONS:
        known = {"name": name, "kind": kind, "province": province, "fictional": True}
        Region.objects.get_or_create(code=code, defaults=known)
    for name, kind in INSTITUTIONS:
        Institution.objects.get_or_create(
            name=name, defaults={"kind": kind, "source": SOURCE, "fictional": True}
        )


def load_person(person: training.Person) -> None:
    """Somebody who is there already keeps the roles held now: in training too they are handed over."""
    user = User.objects.filter(email=person.email).first()
    if user:
        return
    user = User.objects.create_user(person.email, name=person.name, training=True)
    user.emailaddress_set.create(email=person.email, verified=True, primary=True)
    for kind, region, agency, institution in person.roles:
        Role.objects.give(
            user,
            kind,
            region=Region.objects.get(code=region) if region else None,
            agency=agency,
            institution=Institution.objects.get(name=institution) if institution else None,
        )
