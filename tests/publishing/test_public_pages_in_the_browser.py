"""Public pages as a stranger meets them: nothing for axe to say, nothing overflows, light on the network."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.site import Site

pytestmark = pytest.mark.xdist_group("site")

PAGES = [
    "/",
    "/daerah/",
    "/daerah/?q=banyumass",
    "/daerah/?q=zzzzqq",
    "/daerah/99.01/",
    "/daerah/64.74/",
    "/daerah/32.76/",
    "/daerah/11.01/",
    "/provinsi/33/",
    "/pendukung/",
    "/angkatan/2017/",
    "/angkatan/2018/pengumuman/",
    "/rencana/kabupaten-latihan/",
    "/rencana/kabupaten-latihan/peta-jalan/",
    "/rencana/kabupaten-latihan/anggaran/",
    "/rencana/kabupaten-latihan/manfaat/",
    "/rencana/kabupaten-latihan/dimensi/living/",
    "/rencana/kabupaten-latihan/inovasi/IN-01/",
    "/rencana/kabupaten-latihan/masalah/MS-01/",
    "/rencana/kabupaten-demak/",
    "/rencana/kabupaten-demak/anggaran/",
    "/rencana/kota-bontang/peta-jalan/",
    "/rencana/kabupaten-tabalong/manfaat/",
]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}


@pytest.mark.parametrize(
    ("screen", "scheme"), [(PHONE, "light"), (DESK, "dark")], ids=["phone-light", "desk-dark"]
)
def test_everybody_can_use_every_page(site: Site, browser: Browser, screen: dict, scheme: str) -> None:
    context = browser.new_context(viewport=screen, color_scheme=scheme, locale="id-ID", bypass_csp=True)
    page = context.new_page()
    wrong = {}
    for url in PAGES:
        page.goto(site.url + url)
        for details in page.locator("details").all()[:3]:
            details.evaluate("it => it.open = true")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong[url] = ["overflows"]
        found = Axe().run(page).response["violations"]
        wrong.setdefault(url, []).extend(violation["id"] for violation in found)
    context.close()
    assert {url: what for url, what in wrong.items() if what} == {}


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
