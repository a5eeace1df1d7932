"""A coordinator has the best portfolio computed, stops, moves a bar, compares, applies; a mayor reads it on a phone."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import visitor
from tests.site import Site

pytestmark = pytest.mark.xdist_group("site")
PAGE = "/rencana/kabupaten-latihan/anggaran/"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


@pytest.fixture(scope="module")
def working(site: Site) -> Iterator[Site]:
    command = [
        sys.executable,
        "-m",
        "django",
        "procrastinate",
        "--skip-checks",
        "worker",
        "--concurrency",
        "1",
    ]
    process = subprocess.Popen(
        command, env=site.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield site
    process.kill()
    process.wait()


def test_compute_stop_drag_compare_and_apply(browser: Browser, working: Site) -> None:
    context, page = visitor(browser, working, "bappeda")
    page.goto(PAGE)
    page.get_by_role("button", name="Hitung susunan terbaik").click()
    better_than_the_draft = re.compile(r"Terbaik sejauh ini (?!326\.)\d")
    expect(page.locator("#hitungan")).to_contain_text(better_than_the_draft)
    page.get_by_role("button", name="Hentikan, simpan yang terbaik").click()
    expect(page.locator(".proof")).to_contain_text(re.compile("Layak|Optimal"))
    page.wait_for_url(re.compile("pilihan=hitungan"))
    url_of_best = page.url
    key = dragged(page)
    expect(page.locator(".told")).to_contain_text(f"{key} mulai")
    expect(page.locator("table").filter(has_text="Sedang dicoba")).to_be_visible()
    page.get_by_label("Simpan sebagai skenario").fill("Lebih pelan")
    page.get_by_role("button", name="Simpan skenario").click()
    expect(page.get_by_role("status").filter(has_text="disimpan")).to_be_visible()
    compared(page)
    page.goto(url_of_best)
    page.get_by_label("Alasan").fill("Putusan dewan, rapat ketiga")
    known = page.get_by_label("Saya tahu aturan di atas dilanggar.")
    if known.count():
        known.check()
    page.get_by_role("button", name="Terapkan ke rencana").click()
    expect(page.get_by_role("status").filter(has_text="diterapkan sebagai perubahan")).to_be_visible()
    page.get_by_role("link", name="Lihat atau batalkan").click()
    expect(page.locator("main")).to_contain_text("Putusan dewan, rapat ketiga")
    context.close()


def dragged(page: Page) -> str:
    """Two years later, by the bar; then a year by the keyboard."""
    row = page.locator(".movable li[data-key]:not(.out)").first
    key, lane = row.get_attribute("data-key") or "", row.locator(".lane")
    lane.scroll_into_view_if_needed()
    before = int(row.locator("select").input_value())
    box = lane.bounding_box()
    assert box
    years = int(page.locator(".movable").first.get_attribute("data-count") or 0)
    x, y = box["x"] + 6, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 2 * box["width"] / years, y, steps=6)
    page.mouse.up()
    moved = page.locator(f'select[name="mulai:{key}"]')
    expect(moved).to_have_value(str(before + 2))
    expect(page.locator(".told")).to_contain_text(f"{key} mulai {before + 2}")
    moved.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".told")).to_contain_text(f"{key} mulai {before + 3}")
    expect(moved).to_be_focused()
    return key


def compared(page: Page) -> None:
    page.get_by_label("Bandingkan Susunan terbaik").check()
    page.get_by_label("Bandingkan Lebih pelan").check()
    page.get_by_role("button", name="Bandingkan yang dicentang").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("lebih banyak daripada")
    expect(page.locator("thead").first).to_contain_text("Lebih pelan")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_mayor_reads_it_on_a_phone(browser: Browser, working: Site, scheme: str) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "color_scheme": scheme, "has_touch": True}
    context, page = visitor(browser, working, "bupati", bypass_csp=True, **phone)
    for address in (
        PAGE,
        f"{PAGE}?pilihan=rencana&mulai:IN-01=2030",
        f"{PAGE}banding/",
        f"{PAGE}rincian/?apa=nilai",
        f"{PAGE}rincian/?apa=IN-01",
        f"{PAGE}rincian/?apa=2028",
    ):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        faults = Axe().run(page, options=RULES).response["violations"]
        assert [f"{fault['id']}: {fault['nodes'][0]['html'][:160]}" for fault in faults] == [], address
    context.close()


def test_without_a_script_a_year_is_chosen_and_looked_at(browser: Browser, working: Site) -> None:
    context, page = visitor(browser, working, "bappeda", java_script_enabled=False)
    page.goto(f"{PAGE}?pilihan=rencana")
    page.get_by_label("Tahun mulai IN-01").select_option("2030")
    page.get_by_role("button", name="Lihat akibatnya").click()
    expect(page.locator(".told")).to_contain_text("IN-01 mulai 2030")
    context.close()
