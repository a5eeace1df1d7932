"""Every page in both themes, on a phone and on a desk: axe has nothing to say, nothing overflows, one heading leads."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python as axe_core
import pytest
from playwright.sync_api import Browser, Page

from tests.browser import visitor
from tests.site import Site

PLAN = "/rencana/kabupaten-latihan/"
DESK = PLAN + "tulis/"
PAGES = {
    "": [
        "/", "/daerah/", "/daerah/?q=banyumass", "/daerah/?q=zzzzqq", "/daerah/99.01/", "/daerah/64.74/", "/daerah/32.76/",
        "/daerah/11.01/", "/provinsi/33/", "/pendukung/", "/angkatan/2017/", "/angkatan/2018/", "/angkatan/2018/pengumuman/",
        "/rencana/", PLAN, PLAN + "peta-jalan/", PLAN + "anggaran/", PLAN + "manfaat/", PLAN + "dimensi/living/",
        PLAN + "inovasi/IN-01/", PLAN + "masalah/MS-01/", "/rencana/kabupaten-demak/", "/rencana/kabupaten-demak/anggaran/",
        "/rencana/kota-bontang/peta-jalan/", "/rencana/kabupaten-tabalong/manfaat/", PLAN + "riwayat/", PLAN + "riwayat/61/",
        PLAN + "banding/?a=55&b=61", PLAN + "versi/", PLAN + "buku/", "/masuk/", "/daftar/", "/sandi/lupa/", "/surat/",
        "/tidak-ada/", "/komponen/",
    ],
    "bappeda": [
        "/kerja/", "/kerja/pekerjaan/", "/akun/", "/akun/surel/", "/akun/sesi/", "/akun/keamanan/", DESK + "inovasi/IN-06/",
        DESK + "inovasi/IN-16/", DESK + "inovasi/", DESK + "masalah/MS-03/", DESK + "kesiapan/", DESK + "pagu/",
        DESK + "pagu/2027/", DESK + "rencana/semua/", DESK + "rantai/living/",
        DESK + "hapus/masalah/MS-03/", PLAN + "riwayat/61/batalkan/",
        PLAN + "versi/", PLAN + "buku/", PLAN + "riwayat/61/pulihkan/", PLAN + "riwayat/unsur/innovations/IN-01/title",
        "/akun/keamanan/aplikasi/", "/akun/pemberitahuan/", "/akun/undangan/", "/akun/undangan/baru/member/",
        "/akun/serah-terima/", "/keluar/",
    ],
    "kantor": ["/kerja/pekerjaan/?milik=semua"],
    "warga": [DESK + "inovasi/IN-06/", "/kerja/"],
}  # fmt: skip
SCHEMES = ("light", "dark")
AXE = (Path(axe_core.__file__).parent / "axe.min.js").read_text()
RUN = """async (only) => (await axe.run({resultTypes: ["violations"], ...(only ? {runOnly: only} : {})}))
    .violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 120)}`)"""


@pytest.mark.parametrize(
    "width", [pytest.param(width, marks=pytest.mark.xdist_group(f"axe-{width}")) for width in (390, 1440)]
)
def test_everybody_can_use_every_page(site: Site, browser: Browser, width: int) -> None:
    wrong: dict[str, list[str]] = {}
    for person, pages in PAGES.items():
        look = {"viewport": {"width": width, "height": 900}, "bypass_csp": True, "reduced_motion": "reduce"}
        context, page = visitor(browser, site, person, **look)
        for url in pages:
            page.goto(url)
            if found := faults(page):
                wrong[f"{url} ({person or 'anybody'})"] = found
        context.close()
    assert wrong == {}


def faults(page: Page) -> list[str]:
    """In light everything; in dark the contrast, which is all that a theme changes."""
    for details in page.locator("details").all()[:3]:
        details.evaluate("it => it.open = true")
    page.evaluate(AXE)
    found = []
    for scheme, only in zip(SCHEMES, (None, ["color-contrast"]), strict=True):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {one}" for one in page.evaluate(RUN, only)]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("overflows")
    if page.locator("h1").count() != 1:
        found.append(f"{page.locator('h1').count()} h1")
    if (language := page.evaluate("document.documentElement.lang")) != "id":
        found.append(f"lang {language}")
    return found
