"""A region's page tells what is known of it, and what is not."""

from __future__ import annotations

import pytest
from django.test import Client

from haluan.plans.models import ChangeSet, Credit, Plan
from haluan.regions.models import Region
from masterplan.document import diff

pytestmark = pytest.mark.usefixtures("programme")


def page(client: Client, code: str) -> str:
    response = client.get(f"/daerah/{code}/")
    assert response.status_code == 200
    return response.content.decode()


def a_plan(code: str, public: bool = True, **fields: object) -> Plan:
    region = Region.objects.get(code=code)
    document = {
        "format": "haluan-plan/1",
        "region": {"code": code, "name": region.name},
        "title": "Rencana uji",
        "period": {"first_year": 2027, "last_year": 2031},
        **fields,
    }
    plan = Plan.start(slug=f"uji-{code.replace('.', '-')}", region=region, document=document, public=public)
    ChangeSet.apply(
        plan=plan, changes=diff(plan.document(), document), by=None, origin="load", credit=Credit(name="Uji")
    )
    return plan


QUICK = {
    "id": "IN-01",
    "title": "Surat selesai di desa",
    "dimension": "governance",
    "service_change": "Sebelumnya: dua kali jalan. Sesudahnya: sekali datang, 15 menit.",
    "quick_win": True,
    "decision": "chosen",
    "scheduled_start": 2027,
    "duration_years": 1,
    "costs": [{"offset": 0, "capital": 1_250_000_000}],
    "addresses": [{"problem": "MS-01", "share": {"low": 0.4, "mode": 0.5, "high": 0.6}, "evidence": "B"}],
}
PROBLEM = {
    "id": "MS-01",
    "title": "Surat jauh",
    "dimension": "governance",
    "people_affected": 100_000,
    "severity": 0.1,
}


def test_a_participant_shows_both_facts_with_their_sources(client: Client) -> None:
    shown = page(client, "33.21")
    assert "angkatan 2019" in shown
    assert "TIMES Indonesia, daftar 25 daerah, 15 Mei 2019; daftar penghargaan Desember 2021" in shown
    assert "Cengkraman Mata Elang" in shown
    assert "3,62" in shown


def test_depok_stands_in_2019_and_was_only_named_in_2018(client: Client) -> None:
    shown = page(client, "32.76")
    assert "Peserta <a" in shown
    assert "tidak terbukti ikut tahun itu" in shown
    assert "nonteknis" in shown


def test_a_region_of_which_nothing_is_known_says_so(client: Client) -> None:
    shown = page(client, "11.01")
    assert "tidak berarti daerah ini tidak pernah ikut" in shown
    assert "Belum ada inovasi dengan sumber yang tercatat" in shown
    assert "Belum diketahui: tidak ada nilai indeks" in shown
    assert "Belum ada rencana daerah ini" in shown


def test_its_public_plan_shows_three_figures_and_its_promises(client: Client) -> None:
    a_plan("33.21", problems=[PROBLEM], innovations=[QUICK])
    shown = page(client, "33.21")
    assert "inovasi dipilih dari 1 yang ditulis" in shown
    assert "Rp1,25 miliar" in shown
    assert "orang-tahun terbantu" in shown
    assert "<strong>Dulu</strong> Dua kali jalan." in shown
    assert "<strong>Nanti</strong> Sekali datang, 15 menit." in shown
    assert "Yang lebih dulu dirasakan warga" in shown


def test_what_the_plan_does_not_say_is_unknown_not_zero(client: Client) -> None:
    a_plan("33.21", problems=[{"id": "MS-01", "title": "Surat jauh", "dimension": "governance"}])
    shown = page(client, "33.21")
    assert shown.count("belum diketahui</dd>") == 3
    assert "diketahui untuk 0 dari 1 masalah" in shown
    assert "Rp0" not in shown


def test_a_draft_is_not_shown(client: Client) -> None:
    a_plan("33.21", public=False)
    assert "Rencana uji" not in page(client, "33.21")
    assert "Rencana uji" not in client.get("/").content.decode()


def test_a_plan_that_changed_changes_the_page(client: Client) -> None:
    plan = a_plan("33.21", problems=[PROBLEM], innovations=[QUICK])
    first = client.get("/daerah/33.21/")
    changed = {**QUICK, "title": "Surat diantar"}
    document = plan.document()
    wanted = {**document, "innovations": [changed]}
    ChangeSet.apply(
        plan=plan, changes=diff(document, wanted), by=None, origin="load", credit=Credit(name="Uji")
    )
    second = client.get("/daerah/33.21/", headers={"if-none-match": first["ETag"]})
    assert second.status_code == 200
    assert "Surat diantar" in second.content.decode()


def test_hostile_text_in_a_plan_stays_text(client: Client) -> None:
    a_plan("33.21", innovations=[{**QUICK, "addresses": [], "title": "<script>alert(1)</script>"}])
    assert "<script>alert" not in page(client, "33.21")


def test_unknown_regions_are_not_found(client: Client) -> None:
    for code in ("00.00", "3321", "33.2", "33.211"):
        assert client.get(f"/daerah/{code}/").status_code == 404


def test_every_region_costs_the_same_queries(client: Client, django_assert_max_num_queries) -> None:
    for code in ("11.01", "33.21", "32.76", "33.10"):
        with django_assert_max_num_queries(12):
            page(client, code)
