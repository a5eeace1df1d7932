"""What the linter says, as those who work on a plan meet it."""

from __future__ import annotations

from html import unescape
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from masterplan.document import load
from masterplan.impact import value
from tests.plans_app.making import make_plan, make_region, make_user

pytestmark = pytest.mark.django_db
slugs = (f"temuan-{number}" for number in count(1))

DATA = {
    "format": "haluan-plan/1",
    "region": {"name": "Kabupaten Contoh"},
    "title": "Rencana",
    "period": {"first_year": 2027, "last_year": 2031},
    "innovations": [
        {
            "id": "IN-01",
            "title": "Surat selesai di desa",
            "lead_agency": "DPMD",
            "funding": [{"source": "APBD", "share": 0.7}, {"source": "DAK", "share": 0.2}],
        },
        {
            "id": "IN-02",
            "title": "Air minum desa",
            "funding": [
                {"source": "APBD", "share": 0.33},
                {"source": "DAK", "share": 0.33},
                {"source": "CSR", "share": 0.33},
            ],
        },
    ],
    "agencies": [{"code": "DPMD", "name": "Dinas Pemberdayaan Masyarakat dan Desa"}],
}
REASON = "Sisanya ditanggung desa dan dicatat dalam berita acara musyawarah."


@pytest.fixture
def plan():
    return make_plan(DATA, slug=next(slugs))


@pytest.fixture
def sign_in(client):
    def as_(kind, agency=""):
        client.force_login(
            make_user(kind, make_region(), agency=agency),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )

    return as_


def page(client, plan, query=""):
    response = client.get(f"/rencana/{plan.slug}/temuan/{query}")
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_the_list_says_what_is_wrong_where_and_why(client, plan, sign_in):
    sign_in("mentor")
    text = page(client, plan)
    assert "Sumber dana berjumlah 90 %; 10 % biayanya belum ada yang menanggung." in text
    assert "Surat selesai di desa" in text and "/aturan/ANG101/" in text
    assert "Terima dengan alasan" not in text  # a mentor advises; the region answers


def test_a_gate_shows_only_what_it_asks_and_whether_it_is_open(client, plan, sign_in):
    sign_in("coordinator")
    text = page(client, plan, "?gerbang=bimtek-1")
    assert "ANG101" not in text and "KES101" in text
    assert "Kesiapan, isu strategis, dan masalah" in text


def test_a_ministry_reads_with_its_own_eyes_and_filters_combine(client, plan, sign_in):
    sign_in("mentor")
    assert "ANG101" in page(client, plan, "?mata=keuangan&bobot=error")
    assert "ANG101" not in page(client, plan, "?mata=perencanaan")
    assert "Tidak ada temuan yang cocok" in page(client, plan, "?unsur=IN-99")


def test_a_finding_is_accepted_with_a_reason_that_stays_and_can_be_taken_back(client, plan, sign_in):
    sign_in("coordinator")
    answer = {"kode": "ANG101", "unsur": "IN-01", "isian": "funding", "alasan": REASON}
    assert client.post(f"/rencana/{plan.slug}/temuan/terima/", answer).status_code == 302
    (acceptance,) = plan.document()["acceptances"]
    assert (acceptance["id"], acceptance["code"], acceptance["reason"]) == ("TM-01", "ANG101", REASON)
    text = page(client, plan)
    assert "Diterima dengan alasan" in text and REASON in text and "berjumlah 90 %" in text
    assert client.post(f"/rencana/{plan.slug}/temuan/terima/", answer).status_code == 302
    assert len(plan.document()["acceptances"]) == 1  # it no longer stands, so there is nothing to accept
    assert client.post(f"/rencana/{plan.slug}/temuan/tarik/", {"jawaban": "TM-01"}).status_code == 302
    assert plan.document()["acceptances"] == []


@pytest.mark.parametrize("reason", ["", "sudah sesuai", "x" * 2001])
def test_a_reason_says_something(client, plan, sign_in, reason):
    sign_in("coordinator")
    answer = {"kode": "ANG101", "unsur": "IN-01", "isian": "funding", "alasan": reason}
    response = client.post(f"/rencana/{plan.slug}/temuan/terima/", answer)
    assert response.status_code == 403
    assert "acceptances" not in plan.document()


def test_a_safe_fix_is_one_change_set(client, plan, sign_in):
    sign_in("coordinator")
    before = plan.version
    assert client.post(f"/rencana/{plan.slug}/temuan/perbaiki/").status_code == 302
    plan.refresh_from_db()
    assert plan.version == before + 1
    assert [one["share"] for one in plan.document()["innovations"][1]["funding"]] == [0.34, 0.33, 0.33]
    assert plan.document()["innovations"][0] == DATA["innovations"][0]  # nine tenths are no rounding
    assert client.post(f"/rencana/{plan.slug}/temuan/perbaiki/").status_code == 302
    plan.refresh_from_db()
    assert plan.version == before + 1


def test_who_may_not_write_there_may_not_mend_there(client, plan, sign_in):
    sign_in("mentor")
    assert client.post(f"/rencana/{plan.slug}/temuan/perbaiki/").status_code == 403
    assert client.post(f"/rencana/{plan.slug}/temuan/terima/", {"kode": "ANG101"}).status_code == 403
    assert plan.document() == DATA


def test_the_desk_shows_the_findings_of_the_element_it_is_at(client, plan, sign_in):
    sign_in("coordinator")
    text = unescape(client.get(f"/rencana/{plan.slug}/tulis/inovasi/IN-01/").content.decode())
    assert "Sumber dana berjumlah 90 %" in text
    panel = unescape(client.get(f"/rencana/{plan.slug}/tulis/angka/inovasi/IN-02/").content.decode())
    assert "karena pembulatan" in panel and "berjumlah 90 %" not in panel and "Perbaiki" in panel


def test_the_list_costs_the_same_queries_however_much_is_found(client, plan, sign_in):
    sign_in("coordinator")
    many = {
        **DATA,
        "innovations": [{**DATA["innovations"][0], "id": f"IN-{number:03}"} for number in range(120)],
    }
    large = make_plan(many, slug=next(slugs), region=make_region())
    counts = []
    for one in (plan, large):
        page(client, one)
        with CaptureQueriesContext(connection) as seen:
            page(client, one)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 8


def test_every_rule_has_its_page_in_both_languages(client):
    index = unescape(client.get("/aturan/").content.decode())
    assert "ENB101" in index and "ANG101" in index
    text = unescape(client.get("/aturan/ANG101/").content.decode())
    assert (
        "Sumber dananya tidak berjumlah seratus persen" in text and "Keuangan (Kementerian Keuangan)" in text
    )
    client.cookies["django_language"] = "en"
    assert "do not add up" in unescape(client.get("/aturan/ang101/").content.decode())
    assert client.get("/aturan/XYZ999/").status_code == 404


def test_the_panel_says_how_many_unknowns_it_does_not_name(client, sign_in):
    problems = [{"id": f"MS-{n:02}", "title": f"Masalah ke-{n}"} for n in range(1, 11)]
    relief = [{"problem": one["id"]} for one in problems]
    innovations = [{"id": "IN-01", "title": "Surat selesai di desa", "addresses": relief}]
    many = make_plan(DATA | {"problems": problems, "innovations": innovations}, slug=next(slugs))
    sign_in("coordinator")
    text = client.get(f"/rencana/{many.slug}/tulis/angka/rencana/semua/").content.decode()
    panel = text[text.index('id="belum"') :].partition(" lagi</p>")[0]
    unknown = len(value(load(many.document())).to_data()["unknown"])
    assert panel.count("<li>") == 8 and panel.endswith(f"dan {unknown - 8}")
