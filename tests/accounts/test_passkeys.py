"""A passkey, with the browser's virtual authenticator: added, then used to sign in without a password."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.accounts.making import PASSWORD, person

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


def put_finger_reader(page: Page, *, verified: bool) -> None:
    """The browser's stand-in for a device with a fingerprint reader."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "isUserVerified": verified}
    options |= {"hasResidentKey": True, "hasUserVerification": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_and_signs_in_without_a_password(live_server: LiveServer, page: Page) -> None:
    user = person()
    put_finger_reader(page, verified=True)

    page.goto(f"{live_server.url}/masuk/")
    page.get_by_label("Alamat e-mail").fill(user.email)
    page.get_by_role("textbox", name="Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page).to_have_url(f"{live_server.url}/kerja/")

    page.goto(f"{live_server.url}/akun/keamanan/kunci/tambah/")
    page.get_by_role("textbox", name="Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Lanjutkan").click()
    page.get_by_label("Nama kunci").fill("Laptop kantor")
    page.get_by_role("button", name="Tambah kunci sandi").click()
    expect(page.get_by_text("Kode cadangan", exact=True).first).to_be_visible()
    assert user.authenticator_set.filter(type="webauthn").count() == 1

    page.context.clear_cookies()
    page.goto(f"{live_server.url}/masuk/")
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    expect(page).to_have_url(f"{live_server.url}/kerja/")


def test_a_passkey_that_was_not_used_says_so(live_server: LiveServer, page: Page) -> None:
    put_finger_reader(page, verified=False)
    page.goto(f"{live_server.url}/masuk/")
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    expect(page.get_by_text("Kunci sandi tidak jadi dipakai")).to_be_visible()
