"""Cohort pages: both lists side by side, their stories, and the announcement of 2018."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

from haluan.programme.models import Named, Participation
from haluan.regions.models import Region

pytestmark = pytest.mark.usefixtures("programme")


def text(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_heading_counts_both_lists(client: Client) -> None:
    assert "Angkatan 2018: 50 daerah disebut, 49 terbukti ikut" in text(client, "/angkatan/2018/")
    assert "25 daerah disebut, 26 terbukti ikut, 24 selesai" in text(client, "/angkatan/2017/")


@pytest.mark.parametrize(
    ("year", "name", "says"),
    [
        (2017, "Kabupaten Purwakarta", "tidak termasuk 24 daerah"),
        (2017, "Kota Singkawang", "tidak termasuk 24 daerah"),
        (2017, "Kabupaten Lombok Timur", "mengikuti keempat bimtek"),
        (2018, "Kota Depok", "nonteknis"),
        (2018, "Kabupaten Banyumas", "daftar 2018 dan daftar 2019"),
        (2018, "Kabupaten Cirebon", "menerima penghargaan"),
    ],
)
def test_where_the_lists_differ_the_story_is_told_with_its_source(
    client: Client, year: int, name: str, says: str
) -> None:
    page = text(client, f"/angkatan/{year}/")
    story = page.split("Di mana keduanya berbeda")[1].split("Jalannya angkatan")[0]
    own = story.split(f">{name}</a>")[1].split("</dd>")[0]
    assert says in own
    assert 'class="small muted"' in own


def test_no_region_differs_without_a_story() -> None:
    for year in (2017, 2018, 2019):
        named = set(Named.objects.filter(cohort=year).values_list("region", flat=True))
        took_part = set(Participation.objects.filter(cohort=year).values_list("region", flat=True))
        told = set(Region.objects.filter(stories__cohort=year).values_list("code", flat=True))
        assert named ^ took_part <= told


def test_the_file_holds_every_region_of_either_list(client: Client) -> None:
    answer = client.get("/angkatan/2018/daftar.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 51
    depok = next(row for row in rows if row["daerah"] == "Kota Depok")
    assert (depok["disebut"], depok["ikut"]) == ("ya", "belum terbukti")
    assert depok["sumber_catatan"] == "Biznisku"


def test_the_announcement_shows_fifty_names_its_speakers_and_criteria(client: Client) -> None:
    page = text(client, "/angkatan/2018/pengumuman/")
    for words in (
        "50 kabupaten dan kota",
        "8 Mei 2018",
        "Rudiantara",
        "Semuel",
        "Indeks Kota Hijau",
        "Sewatama",
    ):
        assert words in page
    assert page.split("50 nama dalam daftar")[1].split("</ul>")[0].count("<li>") == 50


def test_a_cohort_that_is_not_known_is_not_found(client: Client) -> None:
    assert client.get("/angkatan/2016/").status_code == 404
    assert client.get("/angkatan/2019/pengumuman/").status_code == 404


def test_a_page_of_fifty_costs_the_queries_of_twenty_five(client: Client, django_assert_num_queries) -> None:
    for year in (2018, 2019):
        with django_assert_num_queries(8):
            client.get(f"/angkatan/{year}/")
