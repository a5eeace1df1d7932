"""Who holds which role, and what a refusal tells."""

from __future__ import annotations

import pytest
import rules as django_rules
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from haluan.accounts.models import Role, User
from haluan.accounts.rules import allow, can, holds, may, regions_of, roles_of
from haluan.web.errors import Refused
from tests.accounts.making import institution, person, region, signed_in

pytestmark = pytest.mark.django_db
Kind = Role.Kind


@django_rules.predicate
def of_coordinators(user, thing):
    return holds(user, Kind.COORDINATOR, region=thing)


@pytest.fixture(autouse=True)
def a_permission():
    allow("tests.open", of_coordinators, why="Hanya koordinator daerah itu yang membuka ini.")
    with translation.override("id"):
        yield
    django_rules.remove_perm("tests.open")


def test_roles_are_read_once_a_request(django_assert_num_queries) -> None:
    user = User.objects.get(pk=person(Kind.COORDINATOR, Kind.RESIDENT, region=region()).pk)
    with django_assert_num_queries(1):
        assert holds(user, Kind.COORDINATOR, region="99.01")
        assert not holds(user, Kind.COORDINATOR, region="99.71")
        assert not holds(user, Kind.OFFICE)
        assert [each.code for each in regions_of(user)] == ["99.01"]


def test_a_page_reads_the_roles_of_its_visitor_once() -> None:
    client = signed_in(person(Kind.COORDINATOR, region=region()))
    for path in ("/kerja/", "/akun/"):
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        read = [query for query in queries if query["sql"].startswith('SELECT "accounts_role"')]
        assert len(read) == 1, path


def test_a_role_that_ended_counts_no_more_but_stays_known() -> None:
    user = person(Kind.OFFICE)
    role = user.roles.get()
    assert holds(user, Kind.OFFICE)
    role.user = user
    role.end()
    assert not holds(user, Kind.OFFICE)
    assert user.roles.get().ended_at is not None
    assert role.events.count() == 2


def test_a_given_role_is_held_once() -> None:
    user = person(Kind.OFFICE)
    assert Role.objects.give(user, Kind.OFFICE) == user.roles.get()


def test_the_wrong_region_is_refused_with_the_reason_and_a_way_on() -> None:
    here, there = region(), region("99.71")
    user = person(Kind.COORDINATOR, region=here)
    may(user, "tests.open", here)
    assert not can(user, "tests.open", there)
    with pytest.raises(Refused) as refused:
        may(user, "tests.open", there)
    assert "Anda masuk sebagai koordinator daerah · Kabupaten Contoh 99.01." in refused.value.why
    assert "Hanya koordinator daerah itu" in refused.value.why
    assert refused.value.instead


def test_a_visitor_is_sent_to_sign_in() -> None:
    with pytest.raises(Refused) as refused:
        may(AnonymousUser(), "tests.open", region())
    assert refused.value.instead == [("/masuk/", "Masuk")]
    assert roles_of(AnonymousUser()) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "coordinator"},
        {"kind": "ministry"},
        {"kind": "member", "region": True},
        {"kind": "head", "region": True, "agency": "DLH"},
    ],
    ids=["region missing", "institution missing", "agency missing", "agency too much"],
)
def test_the_database_refuses_a_role_without_what_it_is_held_for(wrong: dict) -> None:
    wrong = wrong | ({"region": region()} if "region" in wrong else {})
    with pytest.raises(IntegrityError), transaction.atomic():
        Role.objects.create(user=person(), **wrong)


def test_holders_are_found_for_a_region_and_an_institution() -> None:
    here, there, firm = region(), region("99.71"), institution()
    one, _two, partner = (
        person(Kind.HEAD, region=here),
        person(Kind.HEAD, region=there),
        person(Kind.PARTNER, institution=firm),
    )
    assert list(User.objects.holding(Kind.HEAD, region=here)) == [one]
    assert list(User.objects.holding(Kind.PARTNER, institution=firm)) == [partner]
