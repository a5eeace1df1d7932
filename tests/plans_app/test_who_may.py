"""Who reads and writes a plan, and what the others are told."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from haluan.accounts.models import Role
from haluan.plans import rules
from haluan.plans.models import ChangeSet
from haluan.plans.views import acts
from haluan.regions.models import Institution

from .making import SMALL, added, make_plan, make_region, make_user, set_field

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return make_region()


@pytest.fixture
def people(region):
    elsewhere = make_region("98.01", "Kota Lain")
    ministry = Institution.objects.create(name="Kementerian Contoh", kind="ministry", source="uji")
    company = Institution.objects.create(name="PT Contoh", kind="industry", source="uji")
    return {
        "nobody": AnonymousUser(),
        "no role": make_user(),
        "office": make_user("office"),
        "assessor": make_user("assessor"),
        "head": make_user("head", region),
        "coordinator": make_user("coordinator", region),
        "member": make_user("member", region, agency="DINKES"),
        "mentor": make_user("mentor", region),
        "ministry": make_user("ministry", institution=ministry),
        "partner": make_user("partner", institution=company),
        "resident": make_user("resident", region),
        "foreign head": make_user("head", elsewhere),
        "foreign coordinator": make_user("coordinator", elsewhere),
        "foreign mentor": make_user("mentor", elsewhere),
    }


def test_a_draft_is_read_by_team_mentors_office_and_ministries_only(people):
    plan = make_plan(public=False)
    readers = {who for who, user in people.items() if rules.may_read(user, plan)}
    assert readers == {"office", "head", "coordinator", "member", "mentor", "ministry"}


def test_a_public_plan_is_read_by_everybody(people):
    plan = make_plan()
    assert all(rules.may_read(user, plan) for user in people.values())


@pytest.mark.parametrize(
    ("collection", "key", "writers"),
    [
        (None, None, {"head", "coordinator", "member"}),
        (rules.PLAN_ITSELF, None, {"head", "coordinator"}),
        ("budget", None, {"head", "coordinator"}),
        ("agencies", "DINKES", {"head", "coordinator"}),
        ("problems", "MS-01", {"head", "coordinator", "member"}),
        ("sources", None, {"head", "coordinator", "member"}),
        ("innovations", "IN-01", {"head", "coordinator", "member"}),
        ("innovations", "IN-02", {"head", "coordinator", "member"}),
        ("innovations", "IN-03", {"head", "coordinator", "member"}),
        ("innovations", "IN-04", {"head", "coordinator"}),
    ],
)
def test_each_part_is_written_by(people, collection, key, writers):
    led = {"id": "IN-04", "title": "Milik DLH", "lead_agency": "DLH"}
    plan = make_plan({**SMALL, "innovations": [*SMALL["innovations"], led]})
    found = {who for who, user in people.items() if rules.may_write(user, plan, collection, key)}
    assert found == writers


def test_a_refusal_says_why(people):
    plan = make_plan()
    assert "Masuk dahulu" in rules.may_write(people["nobody"], plan).reason
    assert "Pembimbing memberi masukan" in rules.may_write(people["mentor"], plan).reason
    assert "tim Kabupaten Contoh" in rules.may_write(people["foreign coordinator"], plan).reason
    assert "koordinator daerah" in rules.may_write(people["member"], plan, "budget").reason


def test_a_whole_change_set_is_judged_by_its_strictest_change(people):
    plan = make_plan()
    own, others = set_field("quick_win", None, True), set_field("vision", None, "x", None, None)
    assert rules.may_write_all(people["member"], plan, [own])
    assert not rules.may_write_all(people["member"], plan, [own, others])
    assert rules.may_write_all(people["coordinator"], plan, [own, others])
    assert not rules.may_write_all(people["office"], plan, [own])


def test_a_member_does_not_take_an_innovation_by_the_change_itself(people):
    plan = make_plan({**SMALL, "innovations": [{"id": "IN-01", "title": "Milik DLH", "lead_agency": "DLH"}]})
    assert not rules.may_write_all(people["member"], plan, [set_field("lead_agency", "DLH", "DINKES")])
    new = added("innovations", "IN-09", lead_agency="DLH")
    assert not rules.may_write_all(people["member"], plan, [new])


def test_a_role_that_ended_gives_nothing(people, region):
    plan = make_plan(public=False)
    Role.objects.filter(user=people["coordinator"]).update(ended_at="2100-01-01T00:00Z")
    again = type(people["coordinator"]).objects.get(pk=people["coordinator"].pk)
    assert not rules.may_read(again, plan) and not rules.may_write(again, plan)


def test_judging_costs_at_most_two_queries(people, django_assert_max_num_queries):
    plan = make_plan()
    with django_assert_max_num_queries(2):
        rules.may_write_all(
            people["member"], plan, [set_field("quick_win", None, True, f"IN-0{n}") for n in range(1, 4)]
        )


@pytest.mark.parametrize("name", ["plan", "plan-history", "plan-compare", "plan-versions", "plan-download"])
def test_a_draft_is_closed_to_strangers_with_a_reason(client, people, name):
    make_plan(public=False, slug="draf")
    response = client.get(reverse(name, args=["draf"]))
    assert response.status_code == 403 and "belum dibuka untuk umum" in response.content.decode()


@pytest.mark.parametrize(
    "who", ["nobody", "no role", "office", "mentor", "ministry", "partner", "foreign head"]
)
@pytest.mark.parametrize("act", ["plan-revert", "plan-restore", "plan-versions", "plan-conflict"])
def test_who_does_not_write_changes_nothing(client, people, who, act):
    plan = make_plan(slug="terbuka")
    ChangeSet.apply(plan=plan, by=None, changes=[set_field("quick_win", None, True)])
    if people[who].is_authenticated:
        client.force_login(people[who], backend="allauth.account.auth_backends.AuthenticationBackend")
    number = [1] if act in {"plan-revert", "plan-restore"} else []
    assert (
        client.post(reverse(act, args=["terbuka", *number]), {"nama": "x", "perubahan": "[]"}).status_code
        == 403
    )
    assert (plan.changesets.count(), plan.named_versions.count()) == (2, 0)


def test_a_member_cannot_undo_what_is_the_coordinators(client, people):
    plan = make_plan(slug="terbuka")
    vision = set_field("vision", SMALL["vision"], "Lain", None, None)
    ChangeSet.apply(plan=plan, by=people["coordinator"], changes=[vision])
    client.force_login(people["member"], backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.post(reverse("plan-revert", args=["terbuka", 2])).status_code == 403
    assert plan.changesets.count() == 2


def test_what_is_restored_is_what_was_judged(client, people, monkeypatch):
    """The coordinator writes the vision after it was asked whether the member may, and before it is done."""
    plan = make_plan(slug="terbuka")
    ChangeSet.apply(plan=plan, by=people["member"], changes=[set_field("quick_win", None, True)])
    asked = acts.refuse_unless_allowed

    def then_somebody_writes(*told):
        asked(*told)
        vision = set_field("vision", SMALL["vision"], "Lain", None, None)
        ChangeSet.apply(plan=plan, by=people["coordinator"], changes=[vision])

    monkeypatch.setattr(acts, "refuse_unless_allowed", then_somebody_writes)
    client.force_login(people["member"], backend="allauth.account.auth_backends.AuthenticationBackend")
    client.post(reverse("plan-restore", args=["terbuka", 1]), {"terlihat": "2"})
    assert plan.document()["vision"] == "Lain"
