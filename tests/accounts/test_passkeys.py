"""A passkey, with the browser's stand-in for a fingerprint reader: added, then used to sign in without a password."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import visitor
from tests.site import Site

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A fictional person at the browser; whatever our content security policy stops fails the test."""
    context, page = visitor(browser, site, "kementerian")
    stopped: list[str] = []
    page.on("console", lambda said: stopped.append(said.text) if "Content Security" in said.text else None)
    yield page
    context.close()
    assert not stopped


def put_finger_reader(page: Page, *, verified: bool) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "isUserVerified": verified}
    options |= {"hasResidentKey": True, "hasUserVerification": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_and_signs_in_without_a_password(page: Page) -> None:
    put_finger_reader(page, verified=True)
    page.goto("/akun/keamanan/kunci/tambah/")
    page.get_by_label("Nama kunci").fill("Laptop kantor")
    page.get_by_role("button", name="Tambah kunci sandi").click()
    expect(page.get_by_role("heading", name="Kode cadangan")).to_be_visible()
    page.goto("/surat/")
    expect(page.get_by_text("Kunci sandi baru ditambahkan ke akun Anda")).to_be_visible()

    page.context.clear_cookies()
    page.goto("/masuk/")
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    expect(page.get_by_role("heading", name="Yang perlu Anda lakukan")).to_be_visible()
    page.goto("/akun/")
    expect(page.get_by_role("heading", name="Kementerian Latihan")).to_be_visible()


def test_a_passkey_that_was_not_used_says_so(page: Page) -> None:
    put_finger_reader(page, verified=False)
    page.context.clear_cookies()
    page.goto("/masuk/")
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    expect(page.get_by_text("Kunci sandi tidak jadi dipakai")).to_be_visible()
