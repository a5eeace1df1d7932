"""Public pages as a stranger meets them: light on the network, whole without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.site import Site

pytestmark = pytest.mark.xdist_group("site")


@pytest.mark.parametrize(
    "url", ["/", "/daerah/", "/daerah/64.74/", "/angkatan/2018/", "/rencana/kabupaten-latihan/"]
)
def test_the_first_visit_stays_under_100_kilobytes(site: Site, browser: Browser, url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    sizes: list[float] = []
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(site.url + url, wait_until="networkidle")
    context.close()
    assert 5_000 < sum(sizes) < 100_000


def test_a_region_is_found_from_the_home_page_without_javascript(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, locale="id-ID")
    page = context.new_page()
    page.goto(site.url)
    page.get_by_label("Cari kabupaten atau kota Anda").fill("bontnag")
    page.get_by_role("button", name="Cari").click()
    page.get_by_role("link", name="Kota Bontang").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Kota Bontang"
    context.close()
