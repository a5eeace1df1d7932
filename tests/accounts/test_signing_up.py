"""Residents sign up by themselves; everybody else is invited."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from haluan.accounts.models import User
from tests.accounts.making import PASSWORD, link_in_last_letter, person

pytestmark = pytest.mark.django_db
NEW = {"name": "Ani Contoh", "email": "ani@contoh.example", "password1": PASSWORD}


def test_a_resident_signs_up_and_confirms_the_address_before_coming_in(client: Client) -> None:
    client.post("/daftar/", NEW)
    assert client.get("/akun/").status_code == 302
    assert (
        client.post("/masuk/", {"login": NEW["email"], "password": PASSWORD})["Location"]
        == "/surel/terkirim/"
    )
    assert client.post(link_in_last_letter("/surel/sahkan/")).status_code == 302
    client.post("/masuk/", {"login": NEW["email"], "password": PASSWORD})
    page = client.get("/akun/").content.decode()
    assert "Ani Contoh" in page
    assert "Warga" in page


def test_nobody_signs_up_as_anything_but_a_resident(client: Client) -> None:
    client.post(
        "/daftar/", NEW | {"kind": "office", "role": "office", "is_superuser": "on", "is_staff": "on"}
    )
    user = User.objects.get(email=NEW["email"])
    assert [role.kind for role in user.roles.all()] == ["resident"]
    assert not user.is_superuser
    assert not user.is_staff


def test_an_address_that_has_an_account_gets_a_letter_and_the_page_tells_nothing(client: Client) -> None:
    user = person()
    known = client.post("/daftar/", NEW | {"email": user.email})
    assert known.status_code == 302
    assert known["Location"] == "/surel/terkirim/"
    assert "sudah punya akun" in str(mail.outbox[-1].body)
    assert User.objects.filter(email=user.email).count() == 1


def test_a_short_password_keeps_what_was_typed_and_says_why(client: Client) -> None:
    page = client.post("/daftar/", NEW | {"password1": "pendek"}).content.decode()
    assert 'value="Ani Contoh"' in page
    assert "autofocus" in page
    assert not User.objects.filter(email=NEW["email"]).exists()
