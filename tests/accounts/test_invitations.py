"""Invitations: offered by who may, accepted once by the person at the address."""

from __future__ import annotations

import threading
from datetime import timedelta
from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from haluan.accounts.models import Invitation, Role, User
from haluan.accounts.models.invitation import hash_of
from haluan.regions.models import Institution
from haluan.web.errors import Refused
from tests.accounts.making import PASSWORD, institution, link_in_last_letter, person, region, signed_in

pytestmark = pytest.mark.django_db
Kind = Role.Kind
NEW = "baru@contoh.example"


def invite(inviter: User, kind: str, email: str = NEW, **fields: object):
    return signed_in(inviter).post(f"/akun/undangan/baru/{kind}/", {"email": email} | fields, follow=True)


def test_the_office_invites_a_coordinator_who_makes_an_account_and_starts(client: Client) -> None:
    page = invite(person(Kind.OFFICE), Kind.COORDINATOR, region=region().pk)
    assert "menunggu jawaban" in page.content.decode()
    link = link_in_last_letter("/undangan/")
    assert "Koordinator daerah · Kabupaten Contoh" in client.get(link).content.decode()
    answer = client.post(link, {"name": "Budi Contoh", "password": PASSWORD}, follow=True)
    assert answer.redirect_chain[-1][0] == "/kerja/"
    user = User.objects.get(email=NEW)
    assert [(role.kind, role.region_id) for role in user.roles.current()] == [("coordinator", "99.01")]
    assert user.emailaddress_set.get().verified


def test_a_link_works_once(client: Client) -> None:
    invite(person(Kind.OFFICE), Kind.ASSESSOR)
    link = link_in_last_letter("/undangan/")
    client.post(link, {"name": "Budi Contoh", "password": PASSWORD})
    assert "sudah diterima" in Client().get(link).content.decode()
    Client().post(link, {"name": "Orang Lain", "password": PASSWORD})
    assert User.objects.filter(email=NEW).count() == 1


def test_somebody_with_an_account_signs_in_and_gets_the_role_added(client: Client) -> None:
    invited = person(Kind.RESIDENT)
    invite(person(Kind.OFFICE), Kind.MENTOR, invited.email, region=region().pk)
    link = link_in_last_letter("/undangan/")
    page = client.get(link).content.decode()
    assert "Alamat ini sudah punya akun" in page
    assert "password" not in page
    client = signed_in(invited)
    assert "Jawab undangan: pembimbing" in client.get("/kerja/").content.decode()
    invitation = Invitation.objects.get()
    assert "Terima peran ini" in client.get(link).content.decode()
    done = client.post(f"/akun/undangan/{invitation.pk}/jawab/", {"jawab": "terima"}, follow=True)
    assert "Peran Anda bertambah: pembimbing" in done.content.decode()
    assert {role.kind for role in invited.roles.current()} == {"resident", "mentor"}


def test_a_declined_invitation_gives_nothing_and_the_inviter_sees_it() -> None:
    invited, office = person(), person(Kind.OFFICE)
    invite(office, Kind.ASSESSOR, invited.email)
    signed_in(invited).post(f"/akun/undangan/{Invitation.objects.get().pk}/jawab/", {"jawab": "tolak"})
    assert not invited.roles.exists()
    assert "ditolak" in signed_in(office).get("/akun/undangan/").content.decode()


def test_somebody_else_who_is_signed_in_is_told_whose_invitation_it_is() -> None:
    invite(person(Kind.OFFICE), Kind.ASSESSOR)
    other = signed_in(person())
    page = other.get(link_in_last_letter("/undangan/")).content.decode()
    assert f"undangan ini untuk {NEW}" in page
    assert other.post(f"/akun/undangan/{Invitation.objects.get().pk}/jawab/").status_code == 404


def test_a_revoked_invitation_is_over(client: Client) -> None:
    office = person(Kind.OFFICE)
    invite(office, Kind.ASSESSOR)
    link = link_in_last_letter("/undangan/")
    page = signed_in(office).post(f"/akun/undangan/{Invitation.objects.get().pk}/cabut/", follow=True)
    assert "dicabut" in page.content.decode()
    assert "sudah dicabut" in client.get(link).content.decode()


def test_an_old_invitation_is_over(client: Client) -> None:
    invite(person(Kind.OFFICE), Kind.ASSESSOR)
    long_ago = timezone.now() - timedelta(days=20)
    Invitation.objects.update(created_at=long_ago, expires_at=long_ago + timedelta(days=14))
    link = link_in_last_letter("/undangan/")
    assert "sudah kedaluwarsa" in client.get(link).content.decode()
    client.post(link, {"name": "Budi", "password": PASSWORD})
    assert not User.objects.filter(email=NEW).exists()


def test_inviting_again_ends_the_older_link(client: Client) -> None:
    office = person(Kind.OFFICE)
    invite(office, Kind.ASSESSOR)
    older = link_in_last_letter("/undangan/")
    invite(office, Kind.ASSESSOR)
    assert "sudah dicabut" in client.get(older).content.decode()
    assert "Buat akun" in client.get(link_in_last_letter("/undangan/")).content.decode()


def test_who_signed_up_with_the_address_but_cannot_read_its_mail_gets_nothing(client: Client) -> None:
    client.post("/daftar/", {"name": "Penyusup", "email": NEW, "password1": "kata sandi si penyusup"})
    invite(person(Kind.OFFICE), Kind.ASSESSOR)
    client.post(link_in_last_letter("/undangan/"), {"name": "Pemilik Alamat", "password": PASSWORD})
    user = User.objects.get(email=NEW)
    assert user.name == "Pemilik Alamat"
    assert user.check_password(PASSWORD)
    assert user.roles.current().filter(kind=Kind.ASSESSOR).exists()


def test_the_first_person_of_the_office_is_invited_from_the_command_line(client: Client) -> None:
    said = StringIO()
    call_command("invite", NEW, stdout=said)
    path = urlsplit(said.getvalue().strip()).path
    client.post(path, {"name": "Orang Pertama", "password": PASSWORD})
    assert User.objects.get(email=NEW).roles.get().kind == "office"


def test_the_database_does_not_hold_the_token() -> None:
    invite(person(Kind.OFFICE), Kind.ASSESSOR)
    token = link_in_last_letter("/undangan/").strip("/").split("/")[-1]
    assert Invitation.objects.get().token_hash == hash_of(token) != token


def test_a_wrong_link_is_not_found(client: Client) -> None:
    assert client.get("/undangan/tidak-ada-yang-begini/").status_code == 404


MAY = {
    Kind.OFFICE: {
        Kind.OFFICE,
        Kind.ASSESSOR,
        Kind.MENTOR,
        Kind.HEAD,
        Kind.COORDINATOR,
        Kind.MINISTRY,
        Kind.PARTNER,
    },
    Kind.HEAD: {Kind.HEAD, Kind.COORDINATOR, Kind.MEMBER},
    Kind.COORDINATOR: {Kind.COORDINATOR, Kind.MEMBER},
    Kind.MINISTRY: {Kind.MINISTRY},
    Kind.PARTNER: {Kind.PARTNER},
}
EVERY_PAIR = [(kind, offered, offered in MAY.get(kind, ())) for kind in Kind for offered in Kind]


@pytest.mark.parametrize(("kind", "offered", "allowed"), EVERY_PAIR)
def test_who_may_invite_whom(kind: str, offered: str, allowed: bool) -> None:
    here, firm = region(), institution("Kementerian Contoh", Institution.Kind.MINISTRY)
    inviter = person(kind, region=here, institution=firm)
    fields = {"region": here.pk, "institution": firm.pk, "agency": "DINKES"}
    page = invite(inviter, offered, **fields)
    assert Invitation.objects.filter(kind=offered).exists() is allowed
    if not allowed:
        assert page.status_code == 403
        assert "Anda masuk sebagai" in page.content.decode()


def test_a_coordinator_cannot_invite_for_another_region() -> None:
    elsewhere = region("99.71")
    page = invite(person(Kind.COORDINATOR, region=region()), Kind.MEMBER, region=elsewhere.pk, agency="DLH")
    assert not Invitation.objects.exists()
    assert page.status_code == 200
    assert "autofocus" in page.content.decode()


def test_a_coordinator_sees_invitations_of_the_own_region_only() -> None:
    office, here, there = person(Kind.OFFICE), region(), region("99.71")
    invite(office, Kind.COORDINATOR, "sini@contoh.example", region=here.pk)
    invite(office, Kind.COORDINATOR, "sana@contoh.example", region=there.pk)
    page = signed_in(person(Kind.COORDINATOR, region=here)).get("/akun/undangan/").content.decode()
    assert "sini@contoh.example" in page
    assert "sana@contoh.example" not in page


def test_an_invitation_of_another_region_cannot_be_revoked() -> None:
    invite(person(Kind.OFFICE), Kind.COORDINATOR, region=region("99.71").pk)
    stranger = signed_in(person(Kind.COORDINATOR, region=region()))
    refused = stranger.post(f"/akun/undangan/{Invitation.objects.get().pk}/cabut/")
    assert refused.status_code == 403
    assert "hanya dapat dicabut oleh pengundangnya" in refused.content.decode()
    assert Invitation.objects.get().is_open


def test_a_long_list_costs_as_many_queries_as_a_short_one() -> None:
    office = person(Kind.OFFICE)
    client = signed_in(office)
    counts = []
    for upto in (2, 40):
        for number in range(upto):
            email = f"{upto}-{number}@contoh.example"
            Invitation.objects.offer(email=email, by=office, kind=Kind.HEAD, region=region())
        with CaptureQueriesContext(connection) as counted:
            client.get("/akun/undangan/")
        counts.append(len(counted))
    assert counts[0] == counts[1] <= 8


@pytest.mark.django_db(transaction=True)
def test_accepted_twice_at_once_counts_once() -> None:
    invited = person()
    invitation, _token = Invitation.objects.offer(email=invited.email, by=None, kind=Kind.ASSESSOR)
    together, outcomes = threading.Barrier(2), []

    def accept() -> None:
        mine = Invitation.objects.get(pk=invitation.pk)
        together.wait(timeout=20)
        try:
            mine.accept(invited)
            outcomes.append("accepted")
        except Refused:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=accept) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(outcomes) == ["accepted", "refused"]
    assert Role.objects.current().filter(user=invited, kind=Kind.ASSESSOR).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_invite_the_same_address_at_once_leave_one_open_invitation() -> None:
    office, together = person(Kind.OFFICE), threading.Barrier(2)

    def offer() -> None:
        together.wait(timeout=20)
        try:
            Invitation.objects.offer(email=NEW, by=office, kind=Kind.ASSESSOR)
        finally:
            connection.close()

    threads = [threading.Thread(target=offer) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert Invitation.objects.count() == 2
    assert Invitation.objects.open().count() == 1
