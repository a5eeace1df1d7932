"""Signing in with e-mail and password."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from tests.accounts.making import PASSWORD, link_in_last_letter, person, signed_in

pytestmark = pytest.mark.django_db


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str):
    return client.post("/masuk/", {"login": email, "password": password} | more)


def main_of(response) -> str:
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def test_the_right_password_leads_to_my_work(client: Client) -> None:
    response = sign_in(client, person().email)
    assert response.status_code == 302
    assert response["Location"] == "/kerja/"
    assert client.get("/akun/").status_code == 200


def test_capital_letters_in_the_address_do_not_matter(client: Client) -> None:
    assert sign_in(client, person().email.upper()).status_code == 302


def test_it_returns_to_the_page_that_asked_for_the_sign_in(client: Client) -> None:
    assert sign_in(client, person().email, next="/akun/undangan/")["Location"] == "/akun/undangan/"


def test_it_does_not_send_people_to_another_site(client: Client) -> None:
    assert sign_in(client, person().email, next="https://jahat.example/")["Location"] == "/kerja/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client: Client) -> None:
    wrong = sign_in(client, person().email, "bukan kata sandinya")
    unknown = sign_in(client, "tidakada@contoh.example", "bukan kata sandinya")
    told = "E-mail atau kata sandinya tidak cocok"
    assert told in wrong.content.decode()
    assert told in unknown.content.decode()
    assert wrong.status_code == unknown.status_code == 200


def test_guessing_is_stopped_after_five_attempts(client: Client) -> None:
    user = person()
    for _attempt in range(5):
        sign_in(client, user.email, "tebakan")
    assert "Terlalu banyak percobaan" in sign_in(client, user.email).content.decode()


def test_an_inactive_account_is_told_so(client: Client) -> None:
    user = person(is_active=False)
    response = client.post("/masuk/", {"login": user.email, "password": PASSWORD}, follow=True)
    assert not response.wsgi_request.user.is_authenticated


def test_signing_out_needs_a_click(client: Client) -> None:
    client = signed_in(person())
    assert "Keluar dari Haluan?" in client.get("/keluar/").content.decode()
    assert client.get("/akun/").status_code == 200
    client.post("/keluar/")
    assert client.get("/akun/").status_code == 302


def test_a_forgotten_password_is_made_anew_once(client: Client) -> None:
    user = person()
    client.post("/sandi/lupa/", {"email": user.email})
    link = link_in_last_letter("/sandi/baru/")
    form = client.get(link, follow=True)
    new = {"password1": "perahu baru di dermaga", "password2": "perahu baru di dermaga"}
    answer = client.post(form.request["PATH_INFO"], new)
    assert answer.status_code == 302
    assert sign_in(Client(), user.email, "perahu baru di dermaga").status_code == 302
    assert "tidak berlaku lagi" in Client().get(link, follow=True).content.decode()


def test_asking_for_a_password_does_not_tell_who_has_an_account(client: Client) -> None:
    known = client.post("/sandi/lupa/", {"email": person().email}, follow=True)
    unknown = client.post("/sandi/lupa/", {"email": "tidakada@contoh.example"}, follow=True)
    assert "Bila alamat itu punya akun" in known.content.decode()
    assert main_of(known) == main_of(unknown)
    assert "belum punya akun" in str(mail.outbox[-1].body)


def test_changing_the_password_asks_for_the_present_one_and_writes_a_letter() -> None:
    user = person()
    client = signed_in(user)
    new = {"password1": "perahu baru di dermaga", "password2": "perahu baru di dermaga"}
    wrong = client.post("/akun/sandi/", {"oldpassword": "salah"} | new)
    assert wrong.status_code == 200
    assert client.post("/akun/sandi/", {"oldpassword": PASSWORD} | new).status_code == 302
    assert "Kata sandi akun Anda diganti" in str(mail.outbox[-1].body)
    user.refresh_from_db()
    assert user.check_password("perahu baru di dermaga")


def test_a_browser_left_open_does_not_give_the_account_away() -> None:
    client = signed_in(person())
    asked = client.post("/akun/surel/", {"email": "pencuri@contoh.example", "action_add": ""})
    assert asked["Location"].startswith("/akun/pastikan/") and not mail.outbox


def test_a_new_address_counts_only_after_its_link_was_opened() -> None:
    user = person()
    before = user.email
    client = signed_in(user)
    client.post("/akun/pastikan/", {"password": PASSWORD})
    client.post("/akun/surel/", {"email": "pindah@contoh.example", "action_add": ""})
    user.refresh_from_db()
    assert user.email == before
    link = link_in_last_letter("/surel/sahkan/")
    client.post(link)
    user.refresh_from_db()
    assert user.email == "pindah@contoh.example"


@pytest.mark.parametrize(
    "path", ["/masuk/kode-surel/", "/daftar/kunci/", "/akun/sosial/", "/accounts/login/"]
)
def test_what_is_not_offered_does_not_exist(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
