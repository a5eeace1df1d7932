"""Every kind of page, on a phone and on a desk, light and dark: axe has nothing to say and nothing runs out sideways."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import visitor
from tests.site import Site

PLAN = "/rencana/kabupaten-latihan/"
PAGES: dict[str, list[str]] = {
    "": [
        "/", "/daerah/", "/daerah/?q=banyumass", "/daerah/?q=zzzzqq", "/daerah/99.01/", "/daerah/64.74/",
        "/daerah/32.76/", "/daerah/11.01/", "/provinsi/33/", "/pendukung/", "/angkatan/2017/",
        "/angkatan/2018/pengumuman/", "/komponen/", "/halaman/tidak/ada/", "/rencana/", PLAN,
        f"{PLAN}peta-jalan/", f"{PLAN}anggaran/", f"{PLAN}manfaat/", f"{PLAN}dimensi/environment/",
        f"{PLAN}inovasi/IN-01/", f"{PLAN}masalah/MS-01/", f"{PLAN}buku/", f"{PLAN}riwayat/",
        f"{PLAN}tulis/inovasi/IN-01/", "/rencana/kota-bontang/", "/masuk/", "/daftar/", "/sandi/lupa/", "/surat/",
    ],
    "bappeda": [
        "/kerja/", "/kerja/pekerjaan/", "/akun/", "/akun/surel/", "/akun/keamanan/", "/akun/keamanan/aplikasi/",
        "/akun/sesi/", "/akun/pemberitahuan/", "/akun/undangan/", "/akun/undangan/baru/member/",
        "/akun/serah-terima/", "/keluar/", f"{PLAN}riwayat/2/", f"{PLAN}riwayat/2/batalkan/",
        f"{PLAN}riwayat/2/pulihkan/", f"{PLAN}riwayat/unsur/innovations/IN-01/title", f"{PLAN}banding/",
        f"{PLAN}versi/", f"{PLAN}tulis/inovasi/IN-01/", f"{PLAN}tulis/inovasi/", f"{PLAN}tulis/anggaran/",
        f"{PLAN}tulis/rantai/environment/", f"{PLAN}tulis/hapus/inovasi/IN-01/",
    ],
    "kantor": ["/kerja/pekerjaan/?milik=semua", f"{PLAN}tulis/inovasi/IN-01/"],
}  # fmt: skip
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""What light and dark can differ in."""


@pytest.mark.parametrize(
    ("screen", "scheme"),
    [
        pytest.param(PHONE, "light", id="phone", marks=pytest.mark.xdist_group("site")),
        pytest.param(DESK, "dark", id="desk", marks=pytest.mark.xdist_group("another site")),
    ],
)
def test_everybody_can_use_every_page(site: Site, browser: Browser, screen: dict, scheme: str) -> None:
    wrong = {}
    for person, urls in PAGES.items():
        options = {"viewport": screen, "color_scheme": scheme, "bypass_csp": True, "reduced_motion": "reduce"}
        context, page = visitor(browser, site, person, **options)
        for url in urls:
            page.goto(url)
            if found := faults(page, scheme):
                wrong[f"{url} {person}".strip()] = found
        context.close()
    assert wrong == {}, "\n".join(f"{where}: {'; '.join(what)}" for where, what in wrong.items())


def faults(page: Page, scheme: str) -> list[str]:
    for details in page.locator("details").all()[:3]:
        details.evaluate("it => it.open = true")
    found = []
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("overflows")
    if (heads := page.locator("h1").count()) != 1:
        found.append(f"{heads} h1")
    if (language := page.evaluate("document.documentElement.lang")) != "id":
        found.append(f"lang {language}")
    found += [f"{scheme}: {each}" for each in axe(page)]
    other = "light" if scheme == "dark" else "dark"
    page.emulate_media(color_scheme=other)
    found += [f"{other}: {each}" for each in axe(page, CONTRAST)]
    page.emulate_media(color_scheme=scheme)
    return found


def axe(page: Page, options: dict | None = None) -> list[str]:
    violations = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']} {each['nodes'][0]['html'][:120]} ({len(each['nodes'])})" for each in violations]
