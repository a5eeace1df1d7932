"""`/kerja/`: the plans a person works on and what they still lack."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from haluan.accounts.models import Role
from tests.plans_app.making import make_plan

pytestmark = pytest.mark.django_db


def somebody(kind: str, region: object, agency: str = "") -> Client:
    user = get_user_model().objects.create_user(f"{kind}@contoh.example", name=kind)
    Role.objects.create(user=user, kind=kind, region=region, agency=agency)
    client = Client()
    client.force_login(user)
    return client


def test_a_coordinator_sees_what_his_plan_lacks_one_click_from_done() -> None:
    plan = make_plan()
    page = somebody("coordinator", plan.region).get("/kerja/").content.decode()
    assert "Lengkapi " in page
    assert f"/rencana/{plan.slug}/tulis/" in page


def test_a_mentor_reads_the_plan_and_is_not_asked_to_write_it() -> None:
    plan = make_plan()
    page = somebody("mentor", plan.region).get("/kerja/").content.decode()
    assert plan.title in page
    assert f"/rencana/{plan.slug}/tulis/" not in page


def test_ten_plans_cost_as_many_queries_as_one(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    plan = make_plan()
    client = somebody("mentor", plan.region)
    client.get("/kerja/")
    with CaptureQueriesContext(connection) as one:
        client.get("/kerja/")
    for number in range(9):
        make_plan(slug=f"lagi-{number}")
    with django_assert_num_queries(len(one)):
        client.get("/kerja/")
