"""Innovations of other regions: what is found, what never is, and what comes along when one is taken over."""

from __future__ import annotations

from itertools import count

import pytest

from haluan.plans.library.finding import find
from haluan.plans.models import ChangeSet
from haluan.programme.models import KnownInnovation
from tests.plans_app.making import SMALL, make_plan, make_region, make_user

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
slugs = (f"pustaka-{number}" for number in count(1))
THERE = {
    "format": "haluan-plan/1",
    "region": {"code": "88.01", "name": "Kota Seberang"},
    "title": "Rencana Seberang",
    "period": {"first_year": 2026, "last_year": 2030},
    "problems": [{"id": "MS-01", "title": "Pengangkutan sampah tersendat", "people_affected": 900}],
    "innovations": [
        {
            "id": "IN-05",
            "title": "Gerobak keliling",
            "dimension": "environment",
            "service_change": "Sebelumnya: sampah ditimbun. Sesudahnya: sampah diangkut tiap pagi.",
            "addresses": [{"problem": "MS-01", "share": {"mode": 0.4}}],
            "enablers": ["EN-01", "EN-02"],
            "lead_agency": "DKP",
            "start": {"earliest": 2026, "latest": 2027},
            "duration_years": 2,
            "costs": [{"offset": 0, "capital": 1_500_000_000}],
            "operating_per_year": 200_000_000,
            "outcomes": [
                {
                    "indicator": {"name": "Sampah terangkut", "unit": "ton", "baseline": 10},
                    "targets": {"2028": 30},
                }
            ],
            "sources": ["S1"],
        }
    ],
    "enablers": [
        {"id": "EN-01", "kind": "people", "title": "Petugas gerobak", "capital": 5, "operating_per_year": 7},
        {"id": "EN-02", "kind": "regulation", "title": "Peraturan retribusi sampah"},
    ],
    "agencies": [{"code": "DKP", "name": "Dinas Kebersihan"}],
    "sources": [{"id": "S1", "title": "Profil Sampah 2025", "publisher": "DKP"}],
}
FORM = {
    "title": "Gerobak pagi",
    "masalah": "MS-02",
    "pemungkin-0": "baru",
    "jenis-0": "people",
    "pemungkin-1": "EN-01",
}


@pytest.fixture
def there():
    return make_plan(THERE, region=make_region("88.01", "Kota Seberang"), slug=next(slugs))


@pytest.fixture
def known():
    return KnownInnovation.objects.create(
        region=make_region("88.02", "Kabupaten Hulu"), name="Bank sampah sekolah", dimension="environment",
        problem="Sampah menumpuk di sekolah", service_change="Murid menabung sampah",
        enabler="aplikasi tabungan; guru piket", source="hulu.go.id 2020; Koran Hulu 2021",
    )  # fmt: skip


@pytest.fixture
def mine():
    document = SMALL | {
        "enablers": [{"id": "EN-01", "kind": "regulation", "title": "Peraturan Retribusi Sampah"}]
    }
    return make_plan(document, slug=next(slugs))


@pytest.fixture
def coordinator(client):
    user = make_user("coordinator", make_region())
    client.force_login(user, backend=BACKEND)
    return user


def names(words, *more, **options):
    return [one.title for one in find(words, *more, **options).found]


def test_words_are_found_in_their_other_forms_and_in_the_problem(there, known):
    assert "Gerobak keliling" in names("mengangkut sampah")
    assert "Gerobak keliling" in names("tersendat")
    assert names("menabung murid") == ["Bank sampah sekolah"]
    assert set(names("sampah", "environment")) == {"Gerobak keliling", "Bank sampah sekolah"}
    assert names("sampah", "branding") == []
    assert names("hulu") == ["Bank sampah sekolah"]


def test_a_typo_is_mended_and_said(there, known):
    found = find("sampha gerobk")
    assert found.found[0].title == "Gerobak keliling" and found.instead == "sampah gerobak"
    assert find("xqzxqz").found == [] and find("'); DROP TABLE plans_plan; --").total >= 0


def test_drafts_and_training_are_never_found(client, there, coordinator, mine):
    draft = make_plan(THERE, region=make_region("88.03", "Kota Tertutup"), public=False, slug=next(slugs))
    unreal = make_region("99.77", "Kabupaten Rekaan", fictional=True)
    training = make_plan(THERE, region=unreal, slug=next(slugs))
    assert {one.region for one in find("gerobak").found} == {"Kota Seberang"}
    for hidden in (draft, training):
        assert client.get(f"/rencana/{mine.slug}/tulis/ambil/rencana/{hidden.slug}/IN-05/").status_code == 404


def test_one_is_taken_over_with_its_source_and_without_its_figures(client, there, mine, coordinator):
    before = mine.document()
    url = f"/rencana/{mine.slug}/tulis/ambil/rencana/{there.slug}/IN-05/"
    page = client.get(url).content.decode()
    assert "Rp1,5 miliar untuk membangun" in page and "Peraturan retribusi sampah" in page
    assert '<option value="EN-01" selected>' in page  # the same regulation is here already
    answer = client.post(url, FORM)
    now = mine.document()
    one = now["innovations"][-1]
    assert answer["Location"].endswith(f"/inovasi/{one['id']}/") and one["id"] == "IN-04"
    assert one["adopted_from"] == {"region": "Kota Seberang", "title": "Gerobak keliling"}
    assert one["title"] == "Gerobak pagi" and one["service_change"].endswith("diangkut tiap pagi.")
    assert one["addresses"] == [{"problem": "MS-02"}] and one["enablers"] == ["EN-02", "EN-01"]
    assert one["outcomes"] == [{"indicator": {"name": "Sampah terangkut", "unit": "ton"}}]
    assert not {"costs", "operating_per_year", "start", "duration_years", "lead_agency", "funding"} & set(one)
    assert now["enablers"][-1] == {"id": "EN-02", "kind": "people", "title": "Petugas gerobak"}
    assert [each["title"] for each in now["sources"]] == ["Rencana Seberang", "Profil Sampah 2025"]
    assert one["sources"] == ["S1", "S2"]
    last = mine.history().first()
    assert (last.origin, last.reason) == ("reuse", "Diambil dari Kota Seberang: Gerobak keliling")
    last.revert(by=coordinator)
    assert mine.document()["innovations"] == before["innovations"]


def test_what_it_costs_there_stands_beside_the_empty_costs_here(client, there, mine, coordinator):
    client.post(f"/rencana/{mine.slug}/tulis/ambil/rencana/{there.slug}/IN-05/", FORM)
    page = client.get(f"/rencana/{mine.slug}/tulis/inovasi/IN-04/").content.decode()
    assert "Di Kota Seberang:" in page and "Rp200 juta tiap tahun" in page


def test_an_enabler_without_a_kind_asks_for_it(client, known, mine, coordinator):
    url = f"/rencana/{mine.slug}/tulis/ambil/daerah/88.02/bank-sampah-sekolah/"
    form = {
        "masalah": "baru",
        "pemungkin-0": "baru",
        "jenis-0": "technology",
        "pemungkin-1": "baru",
        "jenis-1": "",
    }
    refused = client.post(url, form)
    assert refused.status_code == 422 and "Pilih dahulu jenis “guru piket”" in refused.content.decode()
    assert client.post(url, form | {"pemungkin-1": ""}).status_code == 302
    now = mine.document()
    assert now["problems"][-1] == {
        "id": "MS-03",
        "title": "Sampah menumpuk di sekolah",
        "dimension": "environment",
    }
    assert [each["title"] for each in now["sources"]] == ["hulu.go.id 2020", "Koran Hulu 2021"]


def test_who_may_not_write_takes_nothing(client, there, mine):
    url = f"/rencana/{mine.slug}/tulis/ambil/rencana/{there.slug}/IN-05/"
    assert client.get(url).status_code == 302
    client.force_login(make_user("mentor", make_region()), backend=BACKEND)
    assert client.post(url, FORM).status_code == 403
    client.force_login(make_user("member", make_region(), agency="DLH"), backend=BACKEND)
    assert client.post(url, FORM).status_code == 302


def test_pages_of_many_cost_what_one_costs(client, there, mine, coordinator, django_assert_max_num_queries):
    region = make_region("88.02", "Kabupaten Hulu")
    KnownInnovation.objects.bulk_create(
        KnownInnovation(region=region, name=f"Layanan sampah {n}", source="s") for n in range(60)
    )
    for query in ("?q=sampah", "?q=sampah&halaman=2", "?q=zzz"):
        with django_assert_max_num_queries(12):
            assert client.get(f"/rencana/{mine.slug}/tulis/ambil/{query}").status_code == 200
    assert find("sampah", page=2).found and find("sampah", without=mine.pk).total == 61
    assert ChangeSet.objects.filter(plan=mine).count() == 1
