"""One click signs in a fictional person, in training only."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.test.utils import override_settings

from haluan.accounts.models import Role, User
from haluan.accounts.training import PEOPLE
from tests.accounts.making import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> None:
    call_command("load_people")


@pytest.mark.usefixtures("people")
def test_the_page_offers_everybody_with_role_and_what_to_try(client: Client) -> None:
    page = client.get("/masuk/").content.decode()
    for someone in PEOPLE:
        assert someone.name in page
        assert str(someone.tries) in page
    assert "anggota perangkat daerah · DISKOMINFO · Kabupaten Latihan" in page


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("someone", PEOPLE, ids=lambda someone: someone.mailbox)
def test_one_click_signs_in(client: Client, someone) -> None:
    assert client.post("/latihan/masuk/", {"siapa": someone.email})["Location"] == "/kerja/"
    assert someone.name in client.get("/akun/").content.decode()


@pytest.mark.usefixtures("people")
def test_loading_the_people_again_changes_nothing() -> None:
    before = list(User.objects.values_list("pk", "email")), list(Role.objects.values_list("pk", "kind"))
    call_command("load_people")
    assert before == (
        list(User.objects.values_list("pk", "email")),
        list(Role.objects.values_list("pk", "kind")),
    )


def test_a_real_person_is_never_signed_in_by_a_click(client: Client) -> None:
    assert client.post("/latihan/masuk/", {"siapa": person().email}).status_code == 404
    assert client.get("/akun/").status_code == 302


@pytest.mark.usefixtures("people")
def test_it_only_allows_post(client: Client) -> None:
    assert client.get("/latihan/masuk/", {"siapa": PEOPLE[0].email}).status_code == 405


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("off", [{"TRAINING": False}, {"TRAINING_SIGN_IN": False}])
def test_where_it_is_not_offered_the_page_hides_it_and_the_door_stays_shut(client: Client, off: dict) -> None:
    inside = Client()
    inside.post("/latihan/masuk/", {"siapa": PEOPLE[0].email})
    with override_settings(**off):
        assert PEOPLE[0].name not in client.get("/masuk/").content.decode()
        assert client.post("/latihan/masuk/", {"siapa": PEOPLE[0].email}).status_code == 404
        assert inside.get("/akun/").status_code == 302  # a session begun in training ends there


def test_production_loads_no_fictional_people() -> None:
    with override_settings(TRAINING=False), pytest.raises(CommandError, match="hanya untuk latihan"):
        call_command("load_people")
    assert not User.objects.filter(training=True).exists()
