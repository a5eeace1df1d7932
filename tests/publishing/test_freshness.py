"""Public pages are sent once, are never older than what they show, and never shared between people."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from haluan.programme.models import LoadedData

pytestmark = pytest.mark.usefixtures("programme")

PAGES = [
    "/",
    "/daerah/",
    "/daerah/33.21/",
    "/provinsi/33/",
    "/pendukung/",
    "/angkatan/2018/",
    "/angkatan/2018/pengumuman/",
]


def again(client: Client, url: str) -> int:
    client.get(url)
    tag = client.get(url)["ETag"]
    return client.get(url, headers={"if-none-match": tag}).status_code


@pytest.mark.parametrize("url", PAGES)
def test_a_page_that_did_not_change_is_not_sent_again(client: Client, url: str) -> None:
    assert again(client, url) == 304


def test_new_data_sends_it_again(client: Client) -> None:
    client.get("/")
    tag = client.get("/")["ETag"]
    LoadedData.objects.update(checksum="new")
    assert client.get("/", headers={"if-none-match": tag}).status_code == 200


def test_another_language_or_theme_is_another_page(client: Client) -> None:
    client.get("/")
    tag = client.get("/")["ETag"]
    client.cookies["django_language"] = "en"
    assert client.get("/", headers={"if-none-match": tag}).status_code == 200
    del client.cookies["django_language"]
    client.cookies["tema"] = "dark"
    assert client.get("/", headers={"if-none-match": tag}).status_code == 200


def test_it_varies_by_cookie_and_is_not_shared(client: Client) -> None:
    response = client.get("/")
    assert "Cookie" in {word.strip() for word in response["Vary"].split(",")}
    assert "private" in response["Cache-Control"]
    assert "no-cache" in response["Cache-Control"]


def test_a_signed_in_person_gets_no_tag_and_nothing_is_stored(client: Client) -> None:
    client.force_login(get_user_model().objects.create_user(email="siti@contoh.id"))
    response = client.get("/")
    assert "ETag" not in response
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("url", PAGES)
def test_only_reading_is_allowed(client: Client, url: str) -> None:
    assert client.post(url).status_code == 405
    assert client.head(url).status_code == 200
