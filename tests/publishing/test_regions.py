"""All regions: found, filtered, sorted, as a file, at a constant price."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.test import Client

from haluan.regions.models import Province, Region

pytestmark = pytest.mark.usefixtures("programme")


def names(client: Client, query: str) -> list[str]:
    shown = client.get(f"/daerah/?{query}").content.decode()
    return re.findall(r'<th scope="row"><a href="/daerah/[\d.]+/">(.*?)</a>', shown)


def test_all_are_listed_by_province(client: Client) -> None:
    shown = client.get("/daerah/").content.decode()
    assert len(set(re.findall(r"/daerah/(\d\d\.\d\d)/", shown))) == 514
    assert "100 dari 514 kabupaten dan kota pernah menjadi peserta" in shown


def test_a_typo_is_forgiven_and_said(client: Client) -> None:
    shown = client.get("/daerah/?q=banyumass").content.decode()
    assert "Tidak ada nama yang persis “banyumass”" in shown
    assert names(client, "q=banyumass") == ["Kab. Banyumas"]


def test_filters_narrow_together(client: Client) -> None:
    assert len(names(client, "angkatan=2019")) == 25
    assert len(names(client, "angkatan=2019&provinsi=33")) == 7
    assert len(names(client, "angkatan=belum")) == 414


def test_it_sorts(client: Client) -> None:
    assert names(client, "urut=nama&provinsi=34") == [
        "Kab. Bantul",
        "Kab. Gunungkidul",
        "Kab. Kulon Progo",
        "Kab. Sleman",
        "Kota Yogyakarta",
    ]
    assert names(client, "urut=inovasi")[0] == "Kab. Klaten"
    assert names(client, "urut=angkatan")[0] == "Kab. Banjar"


def test_nothing_found_shows_a_way_on(client: Client) -> None:
    shown = client.get("/daerah/?q=zzzzqq").content.decode()
    assert "Tidak ada daerah yang cocok" in shown
    assert 'href="/daerah/"' in shown


@pytest.mark.parametrize(
    "query", ["q=%00", "provinsi=xx", "angkatan=abc", "angkatan=²", "urut=jahat", "q=<script>"]
)
def test_strange_addresses_are_answered(client: Client, query: str) -> None:
    response = client.get(f"/daerah/?{query}")
    assert response.status_code == 200
    assert b"<script>" not in response.content


def test_the_file_holds_what_was_filtered(client: Client) -> None:
    answer = client.get("/daerah/daftar.csv?angkatan=2018")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 49
    assert {row["lisensi"] for row in rows} == {"idn-area-data, ODbL"}


def test_the_training_region_is_marked(client: Client) -> None:
    province = Province.objects.create(code="99", name="Provinsi Latihan", fictional=True)
    Region.objects.create(
        code="99.01", name="Kabupaten Latihan", kind="kabupaten", province=province, fictional=True
    )
    shown = client.get("/daerah/").content.decode()
    assert "100 dari 514" in shown
    assert "rekaan" in shown
    assert "Data latihan." in client.get("/daerah/99.01/").content.decode()
    assert "Data latihan." not in client.get("/daerah/33.21/").content.decode()


def test_514_regions_cost_the_queries_of_five(client: Client, django_assert_num_queries) -> None:
    for query in ("urut=nama", "urut=nama&provinsi=34"):
        with django_assert_num_queries(7):
            client.get(f"/daerah/?{query}")


def test_a_province_lists_its_regions(client: Client) -> None:
    shown = client.get("/provinsi/34/").content.decode()
    assert "5 dari 5 daerah pernah menjadi peserta" in shown
    assert client.get("/provinsi/00/").status_code == 404


def test_supporters_have_their_source(client: Client) -> None:
    shown = client.get("/pendukung/").content.decode()
    assert shown.count("pengumuman program, 8 Mei 2018") == 17
    assert "pemrakarsa" in shown
