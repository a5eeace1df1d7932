"""An officer who moves hands the roles over."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from haluan.accounts.models import Handover, Invitation, Role, User
from haluan.web.errors import Refused
from tests.accounts.making import PASSWORD, link_in_last_letter, person, region, signed_in

pytestmark = pytest.mark.django_db
Kind = Role.Kind


def hand_over(user: User, to: str, sure: bool = True, roles: list[Role] | None = None):
    roles = list(user.roles.current()) if roles is None else roles
    data = {"roles": [role.pk for role in roles], "email": to, "note": "SK mutasi 12"}
    return signed_in(user).post("/akun/serah-terima/", data | ({"pasti": "ya"} if sure else {}), follow=True)


def test_it_asks_once_more_naming_role_and_successor() -> None:
    giver, successor = person(Kind.COORDINATOR, region=region()), person()
    page = hand_over(giver, successor.email, sure=False).content.decode()
    assert f"Serahkan kepada {successor.email}?" in page
    assert "koordinator daerah · Kabupaten Contoh" in page
    assert giver.roles.current().count() == 1


def test_the_role_moves_at_once_to_a_successor_with_an_account() -> None:
    giver, successor = person(Kind.COORDINATOR, region=region()), person()
    old = giver.roles.get()
    hand_over(giver, successor.email)
    old.refresh_from_db()
    new = successor.roles.get()
    assert old.ended_at is not None
    assert (new.kind, new.region_id, new.given_by) == ("coordinator", "99.01", giver)
    assert not giver.roles.current().exists()
    assert mail.outbox[-1].to == [successor.email]
    assert "Anda menerima peran baru" in signed_in(successor).get("/akun/pemberitahuan/").content.decode()


def test_it_stays_on_record() -> None:
    giver, successor = person(Kind.MEMBER, region=region(), agency="DINKES"), person()
    hand_over(giver, successor.email)
    record = Handover.objects.get()
    assert (record.by, record.note, record.new_role) == (giver, "SK mutasi 12", successor.roles.get())
    assert record.events.count() >= 1
    assert "selesai" in signed_in(giver).get("/akun/serah-terima/").content.decode()


def test_what_waits_follows_the_role() -> None:
    giver, successor = person(Kind.OFFICE), person()
    assert "Pasang faktor kedua" in signed_in(giver).get("/kerja/").content.decode()
    hand_over(giver, successor.email)
    assert "Pasang faktor kedua" in signed_in(successor).get("/kerja/").content.decode()
    assert "Pasang faktor kedua" not in signed_in(giver).get("/kerja/").content.decode()


def test_a_successor_without_account_is_invited_and_the_role_moves_when_accepted() -> None:
    giver = person(Kind.HEAD, region=region())
    hand_over(giver, "penerus@contoh.example")
    assert giver.roles.current().count() == 1
    assert "menunggu diterima" in signed_in(giver).get("/akun/serah-terima/").content.decode()
    Client().post(link_in_last_letter("/undangan/"), {"name": "Penerus", "password": PASSWORD})
    assert not giver.roles.current().exists()
    assert User.objects.get(email="penerus@contoh.example").roles.get().kind == "head"


def test_another_successor_takes_the_place_of_one_who_did_not_answer() -> None:
    giver, other = person(Kind.HEAD, region=region()), person()
    hand_over(giver, "penerus@contoh.example")
    late = link_in_last_letter("/undangan/")
    hand_over(giver, other.email)
    assert other.roles.get().kind == "head"
    assert "sudah dicabut" in Client().get(late).content.decode()
    assert not Invitation.objects.open().exists()


def test_only_own_roles_can_be_handed_over() -> None:
    giver, other = person(Kind.HEAD, region=region()), person(Kind.OFFICE)
    page = hand_over(giver, person().email, roles=[other.roles.get()])
    assert page.status_code == 200
    assert other.roles.current().count() == 1
    with pytest.raises(Refused):
        Handover.objects.start([other.roles.get()], email="siapa@contoh.example", by=giver)


def test_not_to_oneself() -> None:
    giver = person(Kind.HEAD, region=region())
    assert "alamat Anda sendiri" in hand_over(giver, giver.email).content.decode()
    assert giver.roles.current().count() == 1


def test_a_role_handed_over_twice_moves_once() -> None:
    giver, first, second = person(Kind.HEAD, region=region()), person(), person()
    role = giver.roles.get()
    Handover.objects.start([role], email=first.email, by=giver)
    with pytest.raises(Refused, match="sudah tidak Anda pegang"):
        Handover.objects.start([role], email=second.email, by=giver)
    assert not second.roles.exists()
