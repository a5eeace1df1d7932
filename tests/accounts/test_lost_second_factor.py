"""A lost second factor: asked for, verified by who is responsible, after a wait a one-time link."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from haluan.accounts import recovery
from haluan.accounts.models import Recovery, Role, User
from tests.accounts.making import PASSWORD, link_in_last_letter, person, region, signed_in
from tests.accounts.test_second_factor import with_app

pytestmark = pytest.mark.django_db
Kind = Role.Kind
WAITS = override_settings(TRAINING=False, SECURE_SSL_REDIRECT=False)


def ask(user: User) -> Client:
    client = Client()
    client.post("/masuk/", {"login": user.email, "password": PASSWORD})
    client.post("/pemulihan/", {"reason": "Ponsel hilang di terminal"})
    return client


def verify(by: User, **more: str):
    found = Recovery.objects.get()
    return signed_in(by).post(f"/akun/pemulihan/{found.pk}/", {"how": "Bertemu di kantor"} | more)


def lost(*kinds: str, **fields: object) -> User:
    user = person(*kinds, **fields)
    with_app(user)
    return user


def test_it_can_be_asked_only_after_the_right_password(client: Client) -> None:
    assert client.get("/pemulihan/")["Location"] == "/masuk/"
    user = lost()
    client.post("/masuk/", {"login": user.email, "password": "salah sekali ini"})
    client.post("/pemulihan/", {"reason": "coba-coba"})
    assert not Recovery.objects.exists()


def test_in_training_the_link_comes_as_soon_as_it_is_verified_and_lets_in_once() -> None:
    user, coordinator = lost(Kind.MEMBER, region=region()), person(Kind.COORDINATOR, region=region())
    ask(user)
    assert "Pastikan pemulihan akun" in signed_in(coordinator).get("/kerja/").content.decode()
    assert verify(coordinator).status_code == 302
    link = link_in_last_letter("/pemulihan/masuk/")
    client = Client()
    assert "Masuk kembali sebagai" in client.get(link).content.decode()
    assert Authenticator.objects.filter(
        user=user
    ).exists()  # looking, as a mail scanner does, uses nothing up
    assert client.post(link)["Location"] == "/akun/keamanan/"
    assert client.get("/akun/").status_code == 200
    assert not Authenticator.objects.filter(user=user).exists()
    assert "sudah dipakai" in Client().get(link).content.decode()
    assert Client().post(link).status_code == 403


@WAITS
def test_in_production_a_day_passes_in_which_the_owner_can_stop_it() -> None:
    user, office = lost(Kind.ASSESSOR), person(Kind.OFFICE)
    ask(user)
    verify(office)
    recovery.send_links()
    assert "/pemulihan/masuk/" not in str(mail.outbox[-1].body)
    cancel = link_in_last_letter("/pemulihan/batal/")
    Recovery.objects.update(verified_at=timezone.now() - timedelta(hours=25))
    recovery.send_links()
    link = link_in_last_letter("/pemulihan/masuk/")
    recovery.send_links()
    assert sum("/pemulihan/masuk/" in str(letter.body) for letter in mail.outbox) == 1
    Client().post(cancel)
    assert Client().post(link).status_code == 403
    assert Authenticator.objects.filter(user=user).exists()


def test_the_owner_is_told_at_once_and_can_cancel() -> None:
    user = lost()
    ask(user)
    assert mail.outbox[-1].to == [user.email]
    link = link_in_last_letter("/pemulihan/batal/")
    assert "Batalkan permintaan pemulihan?" in Client().get(link).content.decode()
    Client().post(link)
    assert Recovery.objects.get().end == "cancelled"
    assert verify(person(Kind.OFFICE)).status_code == 403


def test_asking_twice_is_one_request() -> None:
    user = lost()
    ask(user)
    ask(user)
    assert Recovery.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "code", "allowed"),
    [
        ("office", "", True),
        ("coordinator", "99.01", True),
        ("coordinator", "99.71", False),
        ("head", "99.01", False),
    ],
)
def test_who_verifies_an_agency_member(kind: str, code: str, allowed: bool) -> None:
    ask(lost(Kind.MEMBER, region=region()))
    answer = verify(person(kind, region=region(code) if code else None))
    assert (answer.status_code == 302) is allowed
    if not allowed:
        assert "koordinator daerahnya atau kantor program" in answer.content.decode()


def test_a_coordinator_does_not_verify_a_head() -> None:
    ask(lost(Kind.HEAD, region=region()))
    assert verify(person(Kind.COORDINATOR, region=region())).status_code == 403


def test_nobody_verifies_himself() -> None:
    user = lost(Kind.OFFICE)
    ask(user)
    assert verify(user).status_code == 403


def test_a_refusal_is_told_with_its_reason() -> None:
    user = lost()
    ask(user)
    verify(person(Kind.OFFICE), tolak="ya", how="Nomor telepon tidak dikenal")
    assert "Nomor telepon tidak dikenal" in str(mail.outbox[-1].body)
    assert Authenticator.objects.filter(user=user).exists()


def test_an_old_link_is_refused() -> None:
    ask(lost())
    verify(person(Kind.OFFICE))
    Recovery.objects.update(link_sent_at=timezone.now() - timedelta(hours=25))
    refused = Client().post(link_in_last_letter("/pemulihan/masuk/"))
    assert refused.status_code == 403
    assert "kedaluwarsa" in refused.content.decode()


def test_each_step_stays_on_record() -> None:
    user, office = lost(), person(Kind.OFFICE)
    ask(user)
    verify(office)
    Client().post(link_in_last_letter("/pemulihan/masuk/"))
    found = Recovery.objects.get()
    assert (found.reason, found.how, found.verified_by, found.end) == (
        "Ponsel hilang di terminal", "Bertemu di kantor", office, "used",
    )  # fmt: skip
    assert found.events.count() >= 3
