"""The desk against those who may not, and against posts that no page of ours sends."""

from __future__ import annotations

import json
from itertools import count

import pytest

from tests.plans_app.making import SMALL, make_plan, make_region, make_user

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}
PATHS = [
    "funding",
    "addresses",
    "costs",
    "outcomes",
    "title",
    "quick_win",
    "addresses[MS-01].share",
    "tidak.ada",
]
slugs = (f"meja-{number}" for number in count(1))


@pytest.fixture
def plan():
    return make_plan(slug=next(slugs))


def sign_in(client, kind, agency=""):
    client.force_login(
        make_user(kind, make_region(), agency=agency),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )


@pytest.fixture
def member(client, plan):
    sign_in(client, "member", "DLH")

    def post(path, data, **headers):
        return client.post(f"/rencana/{plan.slug}/tulis/{path}", data, headers=headers)

    return post


def test_a_member_does_not_write_what_is_the_coordinators(client, plan, member):
    typed = {"was:title": SMALL["title"], "now:title": "Milik saya"}
    assert member("rencana/semua/", typed, **JSON).status_code == 403
    assert member("rencana/semua/", {"do": "pick:governance"}).status_code == 403
    assert plan.document() == SMALL
    sign_in(client, "coordinator")
    assert member("rencana/semua/", typed, **JSON).status_code == 200
    assert plan.document()["title"] == "Milik saya"


def test_deleting_does_not_reach_into_the_innovation_of_another_agency(client, plan, member):
    """MS-01 is open to every member, but IN-01, which names it, is led by DINKES."""
    answer = member("hapus/masalah/MS-01/", {})
    assert answer.status_code == 403 and "IN-01 dipimpin DINKES" in answer.content.decode()
    assert plan.document() == SMALL
    assert member("hapus/masalah/MS-02/", {}).status_code == 302
    sign_in(client, "coordinator")
    assert member("hapus/masalah/MS-01/", {}).status_code == 302
    assert plan.document()["problems"] == []


@pytest.mark.parametrize("act", ["pindah", "hapus"])
def test_the_plan_itself_neither_moves_nor_goes(client, plan, member, act):
    sign_in(client, "coordinator")
    assert member(f"{act}/rencana/semua/", {}).status_code == 404
    assert member("tambah/rencana/", {"name": "x"}).status_code == 404


@pytest.mark.parametrize("chosen", ["", "a]b[", "x\0y", "2030", "²", "MS-99"])
@pytest.mark.parametrize("path", PATHS)
def test_a_button_that_no_page_has_breaks_nothing(plan, member, path, chosen):
    for act in (f"pick:{path}", f"drop:{path}:{chosen}"):
        assert member("inovasi/IN-02/", {"do": act, f"pick:{path}": chosen}).status_code == 302
    assert plan.document()["innovations"][1]["title"] == "Bank sampah desa"


@pytest.mark.parametrize(
    "base", ["[" * 100_000, "[1]", "{}", '[{"indicator":{"name":"x","name":"y"}}]', "[NaN]"]
)
def test_a_table_that_cannot_be_read_is_told_so(plan, member, base):
    answer = member("inovasi/IN-02/", {"base:outcomes": base, "now:outcomes[0].indicator.name": "x"}, **JSON)
    assert answer.status_code == 200 and "outcomes" in json.loads(answer.content)["errors"]
    assert plan.version == 1


@pytest.mark.parametrize("changes", ["[" * 100_000, "{}", "", "5", '[{"op":"set","collection":["a"]}]'])
def test_a_conflict_page_that_was_forged_is_refused(client, plan, member, changes):
    assert client.post(f"/rencana/{plan.slug}/bentrok/", {"perubahan": changes}).status_code == 400


@pytest.mark.parametrize(
    "told",
    [
        {"collection": "\0"},
        {"collection": "inovasi", "key": "\0", "since": "0"},
        {"collection": "entah", "key": "x", "since": "0"},
        {"since": "²"},
        {"since": "9" * 5000},
    ],
)
def test_a_strange_sign_of_life_is_taken_for_one(plan, member, told):
    assert member("hadir/", told).status_code == 200
