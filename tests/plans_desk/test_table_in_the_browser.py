"""The table view as people at a keyboard meet it: paste, undo, keys, refusals, two people, no network."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import visitor
from tests.site import Site

pytestmark = pytest.mark.xdist_group("site")
TABLE = "/rencana/kabupaten-latihan/tulis/tabel/{}/"
PASTE = """text => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""
COPY = """() => {
    const data = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent("copy", {clipboardData: data, bubbles: true, cancelable: true}));
    return data.getData("text/plain");
}"""


def opened(browser: Browser, site: Site, table: str, person: str = "bappeda") -> tuple[Any, Page]:
    context, page = visitor(browser, site, person)
    page.goto(TABLE.format(table))
    expect(page.locator("table[role=grid]")).to_be_visible()
    return context, page


def cell(page: Page, row: str, column: int) -> Any:
    return page.locator(f'tr[data-key="{row}"] > :nth-child({column + 1})')


def saved(page: Page) -> None:
    expect(page.locator("td.mine")).to_have_count(0)
    expect(page.locator("[data-state]")).to_have_text(re.compile(r"^Tersimpan \d\d\.\d\d$"))


def rows(page: Page) -> int:
    return page.locator("tbody tr:not(.fresh)").count()


def test_fifty_rows_pasted_from_excel_are_one_undo(site: Site, browser: Browser) -> None:
    context, page = opened(browser, site, "masalah")
    before = rows(page)
    page.keyboard.press("Tab")
    page.locator("tr.fresh td").first.click()
    lines = [f'"Jalan ""gang {n}"" rusak\nsejak hujan"\tWarga gang {n}\tekonomi\t\t1.250' for n in range(50)]
    page.evaluate(PASTE, "\r\n".join(lines) + "\r\n")
    saved(page)
    expect(page.locator("tbody tr:not(.fresh)")).to_have_count(before + 50)
    last = page.locator("tbody tr:not(.fresh)").last
    expect(last.locator("th")).to_have_text(re.compile(r"^MS-\d+$"))
    expect(last.locator("td").first).to_have_text('Jalan "gang 49" rusak\nsejak hujan')
    expect(last.locator("td").nth(4)).to_have_text("1.250")
    page.get_by_role("button", name="Urungkan").click()
    expect(page.locator("tbody tr:not(.fresh)")).to_have_count(before)
    page.locator("tbody td").first.click()
    page.keyboard.press("Control+y")
    expect(page.locator("tbody tr:not(.fresh)")).to_have_count(before + 50)
    page.keyboard.press("Control+z")
    expect(page.locator("tbody tr:not(.fresh)")).to_have_count(before)
    page.reload()
    assert rows(page) == before
    context.close()


def test_reliefs_pasted_from_excel_are_one_undo_and_leave_no_row_behind(site: Site, browser: Browser) -> None:
    context, page = opened(browser, site, "keselarasan")
    before = rows(page)
    page.locator("tr.fresh td").first.click()
    page.evaluate(PASTE, "\r\n".join(f"IN-{n:02d}\tRPJMD\tProgram {n}" for n in (1, 2, 3)))
    saved(page)
    expect(page.locator("tbody tr:not(.fresh)")).to_have_count(before + 3)
    fresh = page.locator("tbody tr", has_text="Program 2")
    expect(fresh.locator("th")).to_have_text("IN-02")
    expect(fresh.locator("td").first).to_have_attribute("aria-readonly", "true")
    expect(fresh.locator("td").first).not_to_have_text("IN-02")  # its title
    fresh.locator("td").nth(2).click()
    page.keyboard.press("Control+z")
    expect(page.locator("tbody tr:not(.fresh)")).to_have_count(before)
    page.keyboard.press("Control+y")
    expect(page.locator("tbody tr:not(.fresh)")).to_have_count(before + 3)
    page.locator("tbody tr", has_text="Program 3").locator("td").nth(2).click()
    page.get_by_role("button", name="Hapus baris").click()
    expect(page.locator("tbody tr:not(.fresh)")).to_have_count(before + 2)
    for left in (3, 0):
        page.keyboard.press("Control+z")
        expect(page.locator("tbody tr:not(.fresh)")).to_have_count(before + left)
    context.close()


def test_keys_move_type_fill_copy_and_clear(site: Site, browser: Browser) -> None:
    context, page = opened(browser, site, "biaya")
    first, second, third = (page.locator("tbody tr").nth(n).get_attribute("data-key") for n in range(3))
    was = cell(page, first, 5).inner_text()
    cell(page, first, 5).click()
    page.keyboard.type("1,25 miliar")
    page.keyboard.press("Enter")
    expect(cell(page, second, 5)).to_be_focused()
    saved(page)
    expect(cell(page, first, 5)).to_have_text("1.250.000.000")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Control+d")
    for key in (second, third):
        expect(cell(page, key, 5)).to_have_text("1.250.000.000")
    saved(page)
    expect(page.locator("[data-count]")).to_contain_text("3.750.000.000")
    assert page.evaluate(COPY) == "\n".join(["1.250.000.000"] * 3)
    page.keyboard.press("Delete")
    expect(cell(page, third, 5)).to_have_text("")
    saved(page)
    for _press in range(3):
        page.keyboard.press("Control+z")
    expect(cell(page, first, 5)).to_have_text(was)
    page.keyboard.press("Control+Home")
    expect(page.locator("tbody th").first).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("F2")
    page.keyboard.type("9")
    page.keyboard.press("Escape")
    expect(page.locator(".grid-edit")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('table')")
    context.close()


def test_a_refused_cell_says_why_at_its_place_and_the_rest_follows_once_mended(
    site: Site, browser: Browser
) -> None:
    context, page = opened(browser, site, "dana")
    first, second = (page.locator("tbody tr").nth(n).get_attribute("data-key") for n in range(2))
    before = cell(page, first, 6).inner_text()
    cell(page, first, 6).click()
    page.evaluate(PASTE, "0,1\nbanyak")
    expect(cell(page, second, 6)).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-said] .note.bad")).to_contain_text("Tulis angka saja")
    page.locator("[data-said] .link").click()
    expect(cell(page, second, 6)).to_be_focused()
    expect(page.locator("#grid-note")).to_contain_text("Tulis angka saja")
    page.keyboard.type("0,2")
    page.keyboard.press("Enter")
    saved(page)
    expect(page.locator("[data-said] .note")).to_have_count(0)
    page.reload()
    assert [cell(page, key, 6).inner_text() for key in (first, second)] == ["0,1", "0,2"]
    page.get_by_role("button", name="Urungkan").click()
    expect(cell(page, first, 6)).to_have_text(before)
    context.close()


def test_two_people_in_one_cell_choose(site: Site, browser: Browser) -> None:
    one, left = opened(browser, site, "inovasi", "dlh")
    two, right = opened(browser, site, "inovasi", "bappeda")
    at = 1 + left.locator("thead th").all_inner_texts().index("Kelompok pilihan")
    for page, text in ((left, "kota"), (right, "desa")):
        page.locator('tr[data-key="IN-06"] > *').nth(at - 1).click()
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        if page is left:
            saved(left)
    note = right.locator("[data-said] .note.warm")
    expect(note).to_contain_text("kota")
    expect(right.locator('tr[data-key="IN-06"] > *').nth(at - 1)).to_have_text("desa")
    note.get_by_role("button", name="Pakai punya saya").click()
    saved(right)
    right.reload()
    expect(right.locator('tr[data-key="IN-06"] > *').nth(at - 1)).to_have_text("desa")
    one.close()
    two.close()


def test_without_network_what_is_typed_waits_in_the_browser(site: Site, browser: Browser) -> None:
    context, page = opened(browser, site, "inovasi")
    at = page.locator("thead th").all_inner_texts().index("Penerima manfaat")
    context.set_offline(True)
    cell(page, "IN-09", at).click()
    page.keyboard.type("Petani di hulu")
    page.keyboard.press("Tab")
    expect(page.locator("[data-state]")).to_contain_text("tersimpan di peramban ini")
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(TABLE.format("inovasi"))
    expect(cell(page, "IN-09", at)).to_have_text("Petani di hulu")
    saved(page)
    page.reload()
    expect(cell(page, "IN-09", at)).to_have_text("Petani di hulu")
    context.close()


def test_without_script_the_table_is_read_sorted_and_each_row_leads_to_its_page(
    site: Site, browser: Browser
) -> None:
    context, page = visitor(browser, site, "bappeda", java_script_enabled=False)
    page.goto(TABLE.format("inovasi") + "?cari=desa")
    page.get_by_role("link", name="Nama inovasi").click()
    assert "urut=title" in page.url and "cari=desa" in page.url
    page.locator("tbody th a").first.click()
    expect(page.locator("form[data-desk]")).to_be_visible()
    context.close()


def test_on_a_phone_a_tap_chooses_and_a_second_one_writes(site: Site, browser: Browser) -> None:
    context, page = visitor(
        browser, site, "bappeda", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page.goto(TABLE.format("masalah"))
    title = page.locator("tbody td").first
    title.tap()
    expect(page.locator(".grid-edit")).to_have_count(0)
    title.tap()
    expect(page.locator(".grid-edit")).to_be_focused()
    page.locator(".grid-edit").fill("Antre lama, kata warga")
    page.locator("h1").tap()
    saved(page)
    expect(title).to_have_text("Antre lama, kata warga")
    context.close()
