"""The list, history and versions of a plan, as people see them."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from haluan.plans.models import ChangeSet, NamedVersion
from masterplan.document import canonical

from .making import SMALL, added, make_plan, make_region, make_user, set_field

BEFORE = "Warga mendaftar dari rumah dan datang pada jamnya."
pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    plan = make_plan(slug="contoh")
    author = make_user("member", plan.region, agency="DINKES")
    ChangeSet.apply(
        plan=plan,
        by=author,
        reason="Angka lelang",
        changes=[set_field("costs[0].capital", 1250000000, 2700000000)],
    )
    ChangeSet.apply(plan=plan, by=author, changes=[
        set_field("service_change", BEFORE, BEFORE.replace("rumah dan", "rumah,")),
        added("innovations", "IN-10", "IN-03", title="Antar obat"),
    ])  # fmt: skip
    ChangeSet.apply(
        plan=plan,
        by=None,
        origin="import",
        changes=[set_field("vision", SMALL["vision"], "Warga dilayani di rumah", None, None)],
    )
    return plan


@pytest.fixture
def coordinator(client, plan):
    user = make_user("coordinator", plan.region)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return user


def page(client, name, *args, query="", status=200):
    response = client.get(reverse(name, args=args) + query)
    assert response.status_code == status
    return response.content.decode()


def test_the_history_is_told_in_words(client, plan):
    text = page(client, "plan-history", "contoh")
    assert (
        "Biaya modal tahun ke-0" in text
        and "<del>Rp1,25 miliar</del>" in text
        and "<ins>Rp2,7 miliar</ins>" in text
    )
    assert "<del>rumah dan " in text and "<ins>rumah, " in text
    assert "Inovasi ditambah" in text and "Antar obat" in text
    assert "DINKES" in text and "Angka lelang" in text


@pytest.mark.parametrize(
    ("query", "there", "absent"),
    [
        ("?unsur=IN-10", "Antar obat", "Rp2,7 miliar"),
        ("?asal=import", "Warga dilayani", "Antar obat"),
        ("?penulis=Tidak+ada", "Tidak ada perubahan yang cocok", "Antar obat"),
        ("?unsur=%00/%22%27", "Tidak ada perubahan yang cocok", "Antar obat"),
    ],
)
def test_the_history_is_filtered(client, plan, query, there, absent):
    text = page(client, "plan-history", "contoh", query=query)
    assert there in text and absent not in text


def test_one_change_set_says_who_when_and_what(client, plan):
    text = page(client, "plan-change", "contoh", 2)
    assert "Angka lelang" in text and "Rp2,7 miliar" in text
    assert "Batalkan perubahan ini" not in text
    page(client, "plan-change", "contoh", 99, status=404)


def test_a_hostile_text_is_shown_as_text(client, plan):
    ChangeSet.apply(
        plan=plan,
        by=None,
        changes=[set_field("title", "Daftar dari rumah", "<script>alert(1)</script> &amp;")],
    )
    assert "<script>alert(1)" not in page(client, "plan-change", "contoh", 5)


def test_two_versions_are_compared(client, plan):
    text = page(client, "plan-compare", "contoh", query="?a=1&b=2")
    assert "Rp2,7 miliar" in text and "Antar obat" not in text
    assert "Kedua versi sama" in page(client, "plan-compare", "contoh", query="?a=2&b=2")
    for wrong in ("?a=99", "?b=x", "?a=-1", "?a=٣"):
        page(client, "plan-compare", "contoh", query=wrong, status=404)


def test_the_authors_of_a_field_are_named_newest_first(client, plan):
    text = page(client, "plan-blame", "contoh", "innovations", "IN-01", "costs[0].capital")
    assert text.index("Rp2,7 miliar") < text.rindex("Rp1,25 miliar")
    assert "Rencana" in page(client, "plan-blame", "contoh", "rencana", "-", "vision")
    page(client, "plan-blame", "contoh", "budget", "2027/APBD", "amount")
    page(client, "plan-blame", "contoh", "innovations", "IN-01", "requires", status=404)
    page(client, "plan-blame", "contoh", "innovations", "IN-01", "a b[", status=404)
    page(client, "plan-blame", "contoh", "nothing", "IN-01", "title", status=404)


def test_undo_asks_first_and_then_takes_back(client, plan, coordinator):
    assert "Batalkan perubahan 2: Biaya modal" in page(client, "plan-revert", "contoh", 2)
    response = client.post(reverse("plan-revert", args=["contoh", 2]), {"alasan": "Keliru"})
    assert response.url == reverse("plan-change", args=["contoh", 5])
    done = plan.changesets.get(number=5)
    assert (done.origin, done.reason, done.author) == ("revert", "Keliru", coordinator)
    assert plan.document()["innovations"][0]["costs"][0]["capital"] == 1250000000


def test_undo_of_what_was_changed_later_shows_the_conflict_and_lets_one_choose(client, plan, coordinator):
    dlh = make_user("member", plan.region, agency="DLH")
    ChangeSet.apply(plan=plan, by=dlh, changes=[set_field("costs[0].capital", 2700000000, 3000000000)])
    response = client.post(reverse("plan-revert", args=["contoh", 2]))
    text = response.content.decode()
    assert response.status_code == 409
    assert "Rp2,7 miliar" in text and "Rp3 miliar" in text and "Rp1,25 miliar" in text and dlh.name in text
    form = {"perubahan": response.context["packed"], "asal": "revert", "pilih-0": "saya"}
    assert client.post(reverse("plan-conflict", args=["contoh"]), form).status_code == 302
    assert plan.document()["innovations"][0]["costs"][0]["capital"] == 1250000000
    assert plan.changesets.count() == 6


def test_choosing_theirs_keeps_theirs(client, plan, coordinator):
    form = {
        "perubahan": json.dumps([set_field("title", "Daftar dari rumah", "Judul saya")]),
        "pilih-0": "mereka",
    }
    assert client.post(reverse("plan-conflict", args=["contoh"]), form).status_code == 302
    assert plan.changesets.count() == 4


@pytest.mark.parametrize("packed", ["", "[", "{}", "[1]", '[{"op": "lompat"}]'])
def test_a_broken_choice_is_a_bad_request(client, plan, coordinator, packed):
    assert client.post(reverse("plan-conflict", args=["contoh"]), {"perubahan": packed}).status_code == 400


def test_the_plan_is_restored_to_a_version(client, plan, coordinator):
    assert "Pulihkan rencana Kabupaten Contoh ke versi 1?" in page(client, "plan-restore", "contoh", 1)
    stale = client.post(reverse("plan-restore", args=["contoh", 1]), {"terlihat": "3"})
    assert stale.url == reverse("plan-restore", args=["contoh", 1]) and plan.changesets.count() == 4
    client.post(reverse("plan-restore", args=["contoh", 1]), {"terlihat": "4"})
    assert canonical(plan.document()) == canonical(SMALL)
    assert plan.changesets.get(number=5).origin == "restore"
    page(client, "plan-restore", "contoh", 99, status=404)


def test_a_version_is_named_once(client, plan, coordinator):
    address = reverse("plan-versions", args=["contoh"])
    assert client.post(address, {"nama": "Draf Bimtek 2"}).status_code == 302
    version = NamedVersion.objects.get()
    assert (version.number, version.text) == (4, canonical(plan.document()))
    again = client.post(address, {"nama": "Draf Bimtek 2"})
    assert again.status_code == 422 and "sudah dipakai" in again.content.decode()
    assert client.post(address, {"nama": " "}).status_code == 422
    assert "Draf Bimtek 2" in page(client, "plan-versions", "contoh")


def test_the_document_is_downloaded_as_it_is_and_as_it_was(client, plan):
    now = client.get(reverse("plan-download", args=["contoh"]))
    assert now.content.decode() == canonical(plan.document()) and "X-Haluan-Data" not in now
    assert 'filename="contoh-4.json"' in now["Content-Disposition"]
    then = client.get(reverse("plan-download", args=["contoh"]) + "?versi=1")
    assert then.content.decode() == canonical(SMALL)
    assert client.get(reverse("plan-download", args=["contoh"]) + "?versi=5").status_code == 404


def test_a_fictional_plan_says_so_on_every_page_and_in_its_download(client):
    plan = make_plan(region=make_region("98.01", "Kabupaten Rekaan", fictional=True), slug="rekaan")
    ChangeSet.apply(plan=plan, by=None, changes=[set_field("quick_win", None, True)])
    for name, *args in [
        ("plan",),
        ("plan-history",),
        ("plan-change", 2),
        ("plan-compare",),
        ("plan-versions",),
        ("plan-blame", "innovations", "IN-01", "title"),
    ]:
        assert "Data latihan." in page(client, name, "rekaan", *args)
    response = client.get(reverse("plan-download", args=["rekaan"]))
    assert "-latihan.json" in response["Content-Disposition"] and "rekaan" in response["X-Haluan-Data"]


def test_the_list_is_searched_and_sorted(client):
    make_plan(slug="satu")
    make_plan(region=make_region("98.02", "Kota Jauh"), slug="dua")
    make_plan(region=make_region("98.03", "Kota Draf"), slug="tiga", public=False)
    text = page(client, "plans")
    assert "Kota Jauh" in text and "Kota Draf" not in text
    text = page(client, "plans", query="?q=jauh&urut=inovasi")
    assert "Kota Jauh" in text and "Kab. Contoh" not in text
    assert "Tidak ada rencana yang cocok" in page(client, "plans", query="?q=%00entah")


def test_lists_cost_the_same_however_long(client, plan, django_assert_num_queries):
    def queries(address):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(address)
        return len(seen)

    addresses = [
        reverse("plans"),
        reverse("plan-history", args=["contoh"]),
        reverse("plan-versions", args=["contoh"]),
    ]
    before = [queries(address) for address in addresses]
    for number in range(12):
        make_plan(region=make_region(f"97.{number:02d}", f"Kota {number}"))
        ChangeSet.apply(
            plan=plan,
            by=make_user(),
            changes=[set_field("scheduled_start", 2026 + number - 1 if number else None, 2026 + number)],
        )
        plan.name_version(f"Versi {number}", by=make_user())
    assert [queries(address) for address in addresses] == before
    assert max(before) <= 8
