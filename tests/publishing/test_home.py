"""The home page tells the programme in figures that come from its data, and is light."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client

from haluan.programme.models import Participation

pytestmark = pytest.mark.usefixtures("programme")


def page(client: Client) -> str:
    return client.get("/").content.decode()


def test_the_map_says_what_it_shows(client: Client) -> None:
    assert "24 dari 38 provinsi punya peserta; 48 dari 100 daerah ada di tiga provinsi di Jawa" in page(
        client
    )


def test_the_finding_follows_the_data(client: Client) -> None:
    page(client)
    from haluan.programme.models import LoadedData

    Participation.objects.exclude(region__in=["33.21", "64.74"]).delete()
    LoadedData.objects.update(checksum="after")
    assert "2 dari 38 provinsi punya peserta; seluruhnya 2 daerah" in page(client)


def test_the_map_has_a_list_twin_with_every_province(client: Client) -> None:
    twin = page(client).split("Lihat sebagai daftar")[1].split("</figure>")[0]
    assert twin.count("/provinsi/") == 38


def test_cohorts_tell_how_many_are_proven(client: Client) -> None:
    shown = page(client)
    for words in ("25 dari 25", "49 dari 50", "26, selesai 24", "22–23 Mei 2017, Makassar"):
        assert words in shown


def test_footnotes_are_numbered_from_the_first_cohort(client: Client) -> None:
    shown = page(client)
    assert "Kab. Purwakarta</a>¹" in shown
    assert "Kab. Lombok Timur</a>²" in shown
    assert "Kab. Cirebon</a>³" in shown
    assert "Kota Depok</a>⁴" in shown
    assert "⁴ Ada dalam daftar 2018" in shown


def test_innovations_are_told_with_their_evidence_and_source(client: Client) -> None:
    shown = page(client)
    assert "Kader di tiap RW memantau ibu hamil" in shown
    assert "27 puskesmas" in shown
    assert "Kalimantan" not in shown.split("Langsat Manis")[1].split("</article>")[0]


def test_credits_stand_on_every_page_with_the_map(client: Client) -> None:
    for url in ("/", "/daerah/"):
        shown = client.get(url).content.decode()
        assert "Indonesia GeoJSON &amp; TopoJSON Maps (38 Provinces), CC BY 4.0" in shown
        assert "idn-area-data, ODbL" in shown


def test_it_is_light(client: Client) -> None:
    assert len(gzip.compress(client.get("/").content)) < 25_000


def test_remembered_it_takes_three_queries(client: Client, django_assert_num_queries) -> None:
    page(client)
    with django_assert_num_queries(3):
        page(client)


def test_english_is_complete_where_the_data_has_it(client: Client) -> None:
    client.cookies["django_language"] = "en"
    shown = client.get("/").content.decode()
    assert "Papers done at the village office".lower() in shown.lower()
    assert "51 villages in June 2016" in shown
