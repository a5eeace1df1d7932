"""Whole pages are kept for readers without an account: fast, never old, never another reader's."""

from __future__ import annotations

import gzip

import pytest
from django.urls import reverse

from haluan.plans.models import ChangeSet, Plan
from haluan.plans.views.anonymous import PAGES
from tests.plans_app.making import make_plan, make_user, set_field
from tests.plans_app.test_public_pages import SIGN_IN, queries

pytestmark = pytest.mark.django_db

ADDRESS = reverse("plan-innovation", args=["contoh", "IN-01"])


@pytest.fixture(autouse=True)
def plan() -> Plan:
    PAGES.__init__(PAGES.size)
    return make_plan(slug="contoh")


def read(client, address=ADDRESS, **headers):
    return client.get(address, headers=headers)


def rename(plan, before, after):
    ChangeSet.apply(plan=plan, by=None, changes=[set_field("title", before, after)])


def test_the_second_visitor_costs_one_query_and_reads_the_same(client):
    first = read(client).content
    assert queries(client, ADDRESS) == 1
    assert read(client).content == first


def test_a_page_never_shows_an_older_version_after_a_change(client, plan):
    read(client)
    rename(plan, "Daftar dari rumah", "Daftar dari mana saja")
    assert "Daftar dari mana saja" in read(client).content.decode()
    rename(plan, "Daftar dari mana saja", "Daftar dari rumah")
    assert "Daftar dari mana saja" not in read(client).content.decode()


def test_a_browser_that_has_the_page_is_told_so_until_it_changes(client, plan):
    tag = read(client)["ETag"]
    again = read(client, **{"if-none-match": tag})
    assert again.status_code == 304 and not again.content
    rename(plan, "Daftar dari rumah", "Daftar dari mana saja")
    assert read(client, **{"if-none-match": tag}).status_code == 200


def test_a_plan_that_is_closed_is_refused_though_its_page_was_kept(client, plan):
    tag = read(client)["ETag"]
    Plan.objects.filter(pk=plan.pk).update(public=False)
    refused = read(client, **{"if-none-match": tag})
    assert refused.status_code == 403 and "belum dibuka untuk umum" in refused.content.decode()


def test_nothing_of_a_visitor_is_in_a_kept_page(client):
    first = read(client)
    assert not first.cookies and "csrfmiddlewaretoken" not in first.content.decode()
    assert "no-cache" in first["Cache-Control"] and "Cookie" in first["Vary"]


def test_each_language_and_appearance_has_its_own_page(client):
    plain = read(client).content.decode()
    client.cookies["tema"] = "dark"
    dark = read(client).content.decode()
    client.cookies["django_language"] = "en"
    english = read(client).content.decode()
    assert "data-theme" not in plain and 'data-theme="dark"' in dark
    assert '<html lang="id"' in dark and '<html lang="en" data-theme="dark"' in english
    del client.cookies["tema"], client.cookies["django_language"]
    assert read(client).content.decode() == plain


def test_an_appearance_nobody_offers_is_none(client):
    client.cookies["tema"] = '"><script>'
    assert "data-theme" not in read(client).content.decode()


def test_who_is_signed_in_reads_a_page_of_their_own(client, plan):
    read(client)
    client.force_login(make_user("coordinator", plan.region), backend=SIGN_IN)
    mine = read(client)
    assert reverse("desk", args=["contoh"]) in mine.content.decode() and "ETag" not in mine
    client.logout()
    assert reverse("desk", args=["contoh"]) not in read(client).content.decode()


def test_questions_in_an_address_fill_no_memory(client):
    for number in range(5):
        read(client, f"{ADDRESS}?x={number}")
    assert not PAGES._values


def test_the_same_page_goes_out_packed_or_plain(client):
    packed = read(client, **{"accept-encoding": "gzip"})
    plain = read(client)
    assert packed["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain
    assert gzip.decompress(packed.content) == plain.content
    assert "Accept-Encoding" in packed["Vary"] and "Accept-Encoding" in plain["Vary"]
