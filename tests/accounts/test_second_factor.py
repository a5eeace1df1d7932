"""The second factor by an app on the phone, and recovery codes."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core import mail
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from haluan.accounts.models import Role, User
from tests.accounts.making import PASSWORD, person, signed_in

pytestmark = pytest.mark.django_db


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def with_app(user: User) -> str:
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def password_step(client: Client, user: User):
    return client.post("/masuk/", {"login": user.email, "password": PASSWORD})


def test_after_the_password_the_code_is_asked(client: Client) -> None:
    user = person()
    secret = with_app(user)
    assert password_step(client, user)["Location"] == "/masuk/kode/"
    assert client.get("/akun/").status_code == 302
    assert client.post("/masuk/kode/", {"code": code_of(secret)})["Location"] == "/kerja/"
    assert client.get("/akun/").status_code == 200


def test_a_wrong_code_is_refused_with_what_to_check(client: Client) -> None:
    user = person()
    with_app(user)
    password_step(client, user)
    assert "Periksa jam ponsel Anda" in client.post("/masuk/kode/", {"code": "000000"}).content.decode()
    assert client.get("/akun/").status_code == 302


def test_a_recovery_code_works_once(client: Client) -> None:
    user = person()
    with_app(user)
    code = RecoveryCodes.activate(user).generate_codes()[0]
    password_step(client, user)
    assert client.post("/masuk/kode/", {"code": code})["Location"] == "/kerja/"
    again = Client()
    password_step(again, user)
    assert again.post("/masuk/kode/", {"code": code}).status_code == 200


def test_setting_up_the_app_shows_a_picture_and_its_key_and_gives_recovery_codes(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    user = person()
    client = signed_in(user)
    client.post("/akun/pastikan/", {"password": PASSWORD})
    page = client.get("/akun/keamanan/aplikasi/")
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/akun/keamanan/aplikasi/", {"code": code_of(secret)}, follow=True)
    assert "10 dari 10 kode belum dipakai" in done.content.decode()
    assert any("Kode dari aplikasi dipasang" in str(letter.body) for letter in mail.outbox)


def test_the_secret_is_not_readable_in_the_database() -> None:
    user = person()
    secret = with_app(user)
    assert secret not in str(Authenticator.objects.get(user=user).data)


def test_changing_security_asks_for_the_password_again() -> None:
    client = signed_in(person())
    assert client.get("/akun/keamanan/aplikasi/")["Location"].startswith("/akun/pastikan/")


@pytest.mark.parametrize(
    ("kind", "asked"), [(Role.Kind.OFFICE, True), (Role.Kind.ASSESSOR, True), (Role.Kind.RESIDENT, False)]
)
def test_office_and_assessors_are_asked_to_set_a_second_factor(kind: str, asked: bool) -> None:
    user = person(kind)
    client = signed_in(user)
    assert ("Pasang faktor kedua" in client.get("/kerja/").content.decode()) is asked
    with_app(user)
    assert "Pasang faktor kedua" not in client.get("/kerja/").content.decode()
