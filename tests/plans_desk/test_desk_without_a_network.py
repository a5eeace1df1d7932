"""The desk on a phone that has lost its network: what was opened there opens again, for the same person only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser import visitor
from tests.plans_desk.test_desk_in_the_browser import INNOVATION, field, saved, stored
from tests.site import Site

pytestmark = pytest.mark.xdist_group("site")
PHONE = {"width": 390, "height": 844}
KEPT = """async () => {
    const kept = [];
    for (const name of await caches.keys()) {
        if (!name.startsWith("haluan:pages:")) continue;
        for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname);
    }
    return kept;
}"""


def until_kept(page: Page, so: Callable[[list[str]], bool]) -> None:
    """Waits for what the device has kept to be `so`: keeping goes on after a page stands there."""
    for _attempt in range(100):
        if so(page.evaluate(KEPT)):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"kept on the device: {page.evaluate(KEPT)}")


def opened(page: Page, *keys: str) -> None:
    """Opens these innovations and waits until the device has kept them."""
    for key in keys:
        page.goto(INNOVATION.format(key))
        until_kept(page, set(map(INNOVATION.format, keys[: keys.index(key) + 1])).issubset)


@contextmanager
def no_network(site: Site, context: BrowserContext) -> Iterator[Page]:
    """A page opened anew while nothing answers; the server is down too, for a worker learns late that it is offline."""
    for page in context.pages:
        page.close()
    context.set_offline(True)
    site.kill()
    try:
        yield context.new_page()
    finally:
        site.start()
        context.set_offline(False)


def sign_out(page: Page) -> None:
    page.goto("/keluar/")
    page.locator("main form button").first.click()
    page.wait_for_load_state()


def test_a_page_that_was_opened_opens_without_a_network_and_what_is_typed_arrives(
    site: Site, browser: Browser
) -> None:
    context, page = visitor(browser, site, "bappeda", viewport=PHONE)
    opened(page, "IN-11", "IN-12")
    with no_network(site, context) as page:
        page.goto(INNOVATION.format("IN-11"))
        expect(page.locator("[data-kept-note]")).to_contain_text(
            re.compile(r"dari perangkat ini, terakhir dibuka \d+ \w+ \d{4}")
        )
        assert page.evaluate("document.styleSheets[0].cssRules.length > 0")  # its style came along
        field(page, "beneficiaries").fill("Nelayan di empat muara")
        field(page, "beneficiaries").blur()
        expect(page.locator("[data-state]")).to_contain_text("tersimpan di peramban ini")
        page.goto(
            "/rencana/kabupaten-latihan/tulis/inovasi/IN-40/"
        )  # never opened here: what there is instead
        expect(page.locator("h1")).to_have_text("Tanpa jaringan")
        expect(page.locator("[data-kept-pages] a")).to_have_count(2)
        page.locator(f"[data-kept-pages] a[href='{INNOVATION.format('IN-11')}']").click()
        expect(field(page, "beneficiaries")).to_have_value("Nelayan di empat muara")
    expect(page.locator("[data-kept-note]")).to_be_hidden(
        timeout=30000
    )  # it is tried again in growing intervals
    saved(page)
    expect(field(page, "beneficiaries")).to_have_value("Nelayan di empat muara")
    assert stored(site, "IN-11")["beneficiaries"] == "Nelayan di empat muara"
    context.close()


def test_with_a_network_the_page_is_always_the_newest(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "bappeda")
    opened(page, "IN-13")
    other, elsewhere = visitor(browser, site, "bappeda")
    elsewhere.goto(INNOVATION.format("IN-13"))
    field(elsewhere, "beneficiaries").fill("Warga di lima desa pesisir")
    field(elsewhere, "beneficiaries").blur()
    saved(elsewhere)
    page.goto(INNOVATION.format("IN-13"))
    expect(field(page, "beneficiaries")).to_have_value("Warga di lima desa pesisir")
    expect(page.locator("[data-kept-note]")).to_be_hidden()
    other.close()
    context.close()


def test_who_signs_out_leaves_no_page_behind(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "bappeda")
    opened(page, "IN-14")
    sign_out(page)
    assert page.evaluate(KEPT) == []
    with no_network(site, context) as page, pytest.raises(Error, match="ERR_"):
        page.goto(INNOVATION.format("IN-14"))
    context.close()


def test_another_person_at_the_same_device_sees_neither_pages_nor_drafts(
    site: Site, browser: Browser
) -> None:
    context, page = visitor(browser, site, "bappeda")
    opened(page, "IN-58")
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)  # a session that ended by itself
    field(page, "beneficiaries").fill("Yang belum terkirim")
    field(page, "beneficiaries").blur()
    expect(page.locator("[data-state]")).to_contain_text("aman di peramban ini")
    page.goto("/masuk/")
    page.locator('button[name="siapa"][value^="dlh@"]').click()
    page.wait_for_url("**/kerja/")
    until_kept(page, lambda kept: not kept)
    page.goto(INNOVATION.format("IN-58"))
    expect(field(page, "beneficiaries")).not_to_have_value("Yang belum terkirim")
    context.close()
