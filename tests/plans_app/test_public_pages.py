"""The public pages of a plan, as a visitor reads them."""

from __future__ import annotations

import copy
import csv
import io
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from haluan.plans.models import ChangeSet
from masterplan.document import parse
from tests.plans import realistic_data

from .making import SMALL, make_plan, make_region, make_user, set_field
from .test_reading import LATIHAN

pytestmark = pytest.mark.django_db

PAGES = [
    ("plan",), ("plan-roadmap",), ("plan-budget",), ("plan-impact",), ("plan-dimension", "living"),
    ("plan-innovation", "IN-01"), ("plan-problem", "MS-01"),
]  # fmt: skip
SIGN_IN = "allauth.account.auth_backends.AuthenticationBackend"


def page(client, slug, name, *rest, status=200, lang="id"):
    client.cookies["django_language"] = lang
    response = client.get(reverse(name, args=[slug, *rest]))
    assert response.status_code == status
    return response.content.decode()


def latihan(**options):
    data = parse(LATIHAN.read_bytes())
    return make_plan(
        data, region=make_region("99.01", "Kabupaten Latihan", fictional=True), slug="latihan", **options
    )


def test_what_a_sparse_plan_does_not_say_is_said_to_be_unknown(client):
    make_plan(slug="contoh")
    text = page(client, "contoh", "plan")
    assert "mana yang dipilih belum diketahui" in text
    assert text.count("belum diketahui") >= 3
    assert "Rp0" not in text and not re.search(r'class="value[^"]*">\s*0\s*<', text)
    assert "Biayanya belum diketahui" in page(client, "contoh", "plan-budget")
    assert '<svg class="bars"' not in page(client, "contoh", "plan-budget")
    assert "Belum ada inovasi yang dipilih" in page(client, "contoh", "plan-roadmap")
    assert "Berapa warga yang akan terbantu belum diketahui" in page(client, "contoh", "plan-impact")
    assert "Berapa warga yang merasakannya belum diketahui" in page(client, "contoh", "plan-problem", "MS-02")


def test_an_empty_plan_has_pages_too(client):
    bare = {name: SMALL[name] for name in ("format", "region", "title", "period")}
    make_plan({**bare, "vision": "Visi"}, slug="baru")
    for name, *rest in PAGES[:5]:
        page(client, "baru", name, *rest)


def test_a_plan_whose_years_are_inverted_says_what_is_wrong(client):
    wrong = copy.deepcopy(SMALL) | {"period": {"first_year": 2030, "last_year": 2026}}
    make_plan(wrong, slug="terbalik")
    for name, *rest in PAGES:
        page(client, "terbalik", name, *rest)
    assert "Masa rencana terbalik" in page(client, "terbalik", "plan-budget")
    assert "Masa rencana terbalik" in page(client, "terbalik", "plan-impact")


@pytest.mark.parametrize(
    ("name", "rest"), [(name, rest) for name, *rest in PAGES] + [("plan-budget-csv", [])]
)
def test_a_draft_is_refused_with_the_reason(client, name, rest):
    make_plan(slug="draf", public=False)
    assert "belum dibuka untuk umum" in page(client, "draf", name, *rest, status=403)
    page(client, "tidak-ada", name, *rest, status=404)


def test_a_page_kept_for_those_who_may_read_a_draft_is_not_shown_to_others(client):
    plan = make_plan(slug="draf", public=False)
    client.force_login(make_user("coordinator", plan.region), backend=SIGN_IN)
    assert "Antre lama" in page(client, "draf", "plan")
    client.logout()
    assert "Antre lama" not in page(client, "draf", "plan", status=403)


def test_only_who_may_write_is_led_to_the_desk(client):
    plan = make_plan(slug="contoh")
    desk = reverse("desk", args=["contoh"])
    assert desk not in page(client, "contoh", "plan")
    client.force_login(make_user("coordinator", plan.region), backend=SIGN_IN)
    assert desk in page(client, "contoh", "plan")
    client.logout()
    assert desk not in page(client, "contoh", "plan")


def test_what_the_plan_does_not_have_is_not_found(client):
    make_plan(slug="contoh")
    page(client, "contoh", "plan-innovation", "IN-99", status=404)
    page(client, "contoh", "plan-problem", "IN-01", status=404)
    page(client, "contoh", "plan-dimension", "sihir", status=404)


def test_a_change_shows_at_once_and_each_language_has_its_own_page(client):
    plan = make_plan(slug="contoh")
    assert "Daftar dari rumah" in page(client, "contoh", "plan-innovation", "IN-01")
    assert ">Manfaat<" in page(client, "contoh", "plan") and ">Manfaat<" not in page(
        client, "contoh", "plan", lang="en"
    )
    ChangeSet.apply(
        plan=plan, by=None, changes=[set_field("title", "Daftar dari rumah", "Daftar dari mana saja")]
    )
    for lang in ("id", "en"):
        assert "Daftar dari mana saja" in page(client, "contoh", "plan-innovation", "IN-01", lang=lang)


def test_a_plan_made_anew_under_an_old_number_shows_its_own_pages(client):
    """The number and version of a plan say nothing alone: another database may use them again."""
    plan = make_plan(slug="contoh")
    page(client, "contoh", "plan")
    type(plan).objects.filter(pk=plan.pk).update(
        created_at="2020-01-01T00:00Z", fields={**plan.fields, "title": "Judul lain"}
    )
    assert "Judul lain" in page(client, "contoh", "plan")


def test_the_figures_of_the_training_plan_stand_on_its_pages(client):
    latihan()
    text = page(client, "latihan", "plan")
    assert "33 dari 64 inovasi dipilih, untuk 34 dari 53 masalah warga." in text
    assert "Rp354 miliar" in text and "326.000" in text and "tanpa bobot pemerataan 249.000" in text
    assert "73 % manfaat bertumpu pada pengukuran" in text
    assert "Surat keterangan dan pengantar diurus ke kecamatan" in text
    text = page(client, "latihan", "plan-innovation", "IN-01")
    assert "148.000 warga × berat 0,02" in text and "13.050 orang-tahun" in text
    assert text.index("Petugas layanan di tiap desa") < text.index("Tanda tangan elektronik")
    assert "44 %" not in page(client, "latihan", "plan-problem", "MS-01")
    assert "56 % beban masalah ini tersisa" in page(client, "latihan", "plan-problem", "MS-01")


def test_a_fictional_plan_says_so_on_every_page_and_in_its_file(client):
    latihan()
    for name, *rest in PAGES:
        assert "Data latihan." in page(client, "latihan", name, *rest)
    response = client.get(reverse("plan-budget-csv", args=["latihan"]))
    assert "-latihan.csv" in response["Content-Disposition"] and "rekaan" in response["X-Haluan-Data"]


def test_the_budget_is_downloaded_in_whole_rupiah(client):
    latihan()
    response = client.get(reverse("plan-budget-csv", args=["latihan"]))
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[1] == [
        "2027",
        "16795000000",
        "9925000000",
        "26720000000",
        "32670000000",
        "32670000000",
        "5950000000",
    ]
    assert len(rows) == 11


def test_broken_rules_are_told_in_words(client):
    plan = latihan()
    ChangeSet.apply(plan=plan, by=None, changes=[set_field("scheduled_start", 2027, 2035)])
    assert "IN-01 mulai 2035, di luar rentang mulainya 2027–2029" in page(client, "latihan", "plan-roadmap")
    assert "IN-01 mulai 2035" in page(client, "latihan", "plan-budget")


def test_the_chain_leads_to_the_public_pages(client):
    latihan()
    text = page(client, "latihan", "plan-dimension", "living")
    assert reverse("plan-innovation", args=["latihan", "IN-03"]) in text
    assert "/tulis/" not in text


def test_the_history_of_an_element_stands_under_it(client):
    plan = make_plan(slug="contoh")
    change = set_field("title", "Daftar dari rumah", "Daftar dari mana saja")
    ChangeSet.apply(plan=plan, by=make_user("member", plan.region, agency="DINKES"), changes=[change])
    assert "(DINKES)" in page(client, "contoh", "plan-innovation", "IN-01")
    assert "(DINKES)" not in page(client, "contoh", "plan-innovation", "IN-02")


HOSTILE = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7|add:7 }}{% now %}"
CODED = {
    "format",
    "id",
    "code",
    "dimension",
    "kind",
    "problem",
    "evidence",
    "decision",
    "source",
    "document",
    "better",
    "element",
    "body",
    "year",
    "date",
    "enablers",
    "requires",
    "sources",
    "lead_agency",
    "partner_agencies",
    "districts",
    "readiness",
    "issues",
    "owner",
    "innovations",
}


def poisoned(value, name=""):
    """The same document with every free text replaced by markup."""
    if isinstance(value, dict):
        return {key: poisoned(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [
            inner if isinstance(inner, str) and name in CODED else poisoned(inner, name) for inner in value
        ]
    return HOSTILE if isinstance(value, str) and name not in CODED else value


def test_markup_in_a_plan_stays_text_on_every_page(client):
    data = poisoned(json.loads(LATIHAN.read_text()))
    make_plan(data, region=make_region("98.05", "Kabupaten Jahat"), slug="jahat")
    for name, *rest in PAGES:
        text = page(client, "jahat", name, *rest)
        assert "&lt;script&gt;" in text
        assert "<script>alert" not in text and "<img src=x" not in text and "14{%" not in text


def queries(client, address):
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_pages_cost_the_same_queries_however_large_the_plan(client):
    make_plan(realistic_data(innovations=6, years=5), slug="kecil")
    make_plan(
        realistic_data(innovations=90, years=5), slug="besar", region=make_region("98.06", "Kota Besar")
    )
    small, large = make_addresses("kecil"), make_addresses("besar")
    cold = [queries(client, address) for address in small]
    assert cold == [queries(client, address) for address in large]
    assert max(cold) <= 4
    assert {queries(client, address) for address in [*small, *large]} == {1}


def make_addresses(slug):
    return [
        reverse(name, args=[slug, *rest])
        for name, *rest in [*PAGES[:5], ("plan-innovation", "IN-001"), ("plan-problem", "MS-001")]
    ]
