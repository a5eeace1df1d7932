"""People, regions and institutions for the tests of accounts. All of them are fiction."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from haluan.accounts.models import Role, User
from haluan.regions.models import Institution, Province, Region

Kind = Role.Kind
PASSWORD = "kapal layar menuju timur"
_numbers = count(1)


def person(
    *kinds: str,
    region: Region | None = None,
    institution: Institution | None = None,
    agency: str = "",
    **fields: Any,
) -> User:
    """Somebody with a verified address, the password above and one role of each kind."""
    number = next(_numbers)
    fields = {"email": f"orang{number}@contoh.example", "name": f"Orang Contoh {number}"} | fields
    user = User.objects.create_user(password=PASSWORD, **fields)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    for kind in kinds:
        Role.objects.give(
            user,
            kind,
            region=region if kind in Role.OF_REGION else None,
            institution=institution if kind in Role.OF_INSTITUTION else None,
            agency=(agency or "DLH") if kind == Kind.MEMBER else "",
        )
    return user


def region(code: str = "99.01") -> Region:
    province, _created = Province.objects.get_or_create(code="99", defaults={"name": "Provinsi Contoh"})
    known = {"name": f"Kabupaten Contoh {code}", "kind": Region.Kind.REGENCY, "province": province}
    return Region.objects.get_or_create(code=code, defaults=known)[0]


def institution(name: str = "PT Contoh", kind: str = Institution.Kind.INDUSTRY) -> Institution:
    return Institution.objects.get_or_create(name=name, defaults={"kind": kind, "source": "Rekaan"})[0]


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def link_in_last_letter(path: str) -> str:
    """The path of the link that begins with `path` in the letter sent last."""
    body = str(mail.outbox[-1].body)
    found = re.search(rf"https?://[^/\s]+({re.escape(path)}\S+)", body)
    assert found, body
    return found.group(1)
