"""Two people at two browsers, one plan: what each sees, and that nothing typed is lost."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import visitor
from tests.site import Site

pytestmark = pytest.mark.xdist_group("site")
INNOVATION = "/rencana/kabupaten-latihan/tulis/inovasi/{}/"


def stored(site: Site, key: str) -> dict[str, Any]:
    with site.connect() as connection:
        row = connection.execute(
            "SELECT e.fields FROM plans_element e JOIN plans_plan p ON p.id = e.plan_id"
            " WHERE p.slug = 'kabupaten-latihan' AND e.key = %s AND e.collection = 'innovations'",
            [key],
        ).fetchone()
    assert row
    return row[0] if isinstance(row[0], dict) else json.loads(row[0])


def field(page: Page, path: str) -> Any:
    return page.locator(f'[data-path="{path}"]')


def saved(page: Page) -> None:
    expect(page.locator("[data-state]")).to_have_text(re.compile(r"^Tersimpan \d\d\.\d\d$"))


def test_what_is_typed_is_saved_by_itself_and_the_number_follows(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "dlh")
    page.goto(INNOVATION.format("IN-06"))
    before = page.locator("[data-judge-panel] [data-potential]").inner_text()
    field(page, "addresses[MS-03].share.mode").fill("0,40")
    field(page, "addresses[MS-03].share.mode").blur()
    saved(page)
    assert stored(site, "IN-06")["addresses"][0]["share"]["mode"] == 0.4
    expect(page.locator("[data-judge-panel] [data-potential]")).not_to_have_text(before)
    expect(page.locator("[data-delta]")).to_contain_text("sejak Anda buka")
    context.close()


def test_two_people_on_different_fields_both_succeed(site: Site, browser: Browser) -> None:
    one, left = visitor(browser, site, "dlh")
    two, right = visitor(browser, site, "bappeda")
    for page in (left, right):
        page.goto(INNOVATION.format("IN-06"))
    field(left, "operating_per_year").fill("1,3 miliar")
    field(right, "beneficiaries").fill("215.000 warga di 74 desa")
    for page in (left, right):
        page.locator("body").click(position={"x": 5, "y": 5})
        saved(page)
    now = stored(site, "IN-06")
    assert now["operating_per_year"] == 1_300_000_000
    assert now["beneficiaries"] == "215.000 warga di 74 desa"
    expect(field(left, "operating_per_year")).to_have_value("1.300.000.000")
    one.close()
    two.close()


def test_on_the_same_field_the_second_is_shown_all_three_and_chooses(site: Site, browser: Browser) -> None:
    one, left = visitor(browser, site, "dlh")
    two, right = visitor(browser, site, "bappeda")
    for page in (left, right):
        page.goto(INNOVATION.format("IN-06"))
    base = field(left, "duration_years").input_value()
    field(left, "duration_years").fill("3")
    field(left, "duration_years").blur()
    saved(left)
    field(right, "duration_years").fill("4")
    field(right, "duration_years").blur()
    note = right.locator(".note.bad", has_text="mengubah isian yang sama")
    for text in (base, "3", "4"):
        expect(note).to_contain_text(text)
    assert stored(site, "IN-06")["duration_years"] == 3
    expect(field(right, "duration_years")).to_have_value("4")
    note.get_by_role("button", name="Pakai punya saya").click()
    saved(right)
    assert stored(site, "IN-06")["duration_years"] == 4
    one.close()
    two.close()


def test_offline_for_a_minute_nothing_typed_is_lost_even_over_a_crash(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "dlh")
    page.goto(INNOVATION.format("IN-06"))
    context.set_offline(True)
    field(page, "service_change.after").fill("Gerobak datang dua kali seminggu dan membeli sampah terpilah.")
    field(page, "service_change.after").blur()
    expect(page.locator("[data-state]")).to_contain_text("tersimpan di peramban ini")
    page.close()  # the phone's browser is killed before the network is back
    context.set_offline(False)
    page = context.new_page()
    page.goto(INNOVATION.format("IN-06"))
    expect(field(page, "service_change.after")).to_have_value(
        "Gerobak datang dua kali seminggu dan membeli sampah terpilah."
    )
    saved(page)
    assert stored(site, "IN-06")["service_change"].endswith(
        "Gerobak datang dua kali seminggu dan membeli sampah terpilah."
    )
    context.close()


def test_what_was_typed_offline_goes_out_from_another_page_of_the_plan(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "bappeda")
    page.goto(INNOVATION.format("IN-09"))
    context.set_offline(True)
    field(page, "beneficiaries").fill("Petani di tiga kecamatan hulu")
    field(page, "beneficiaries").blur()
    expect(page.locator("[data-state]")).to_contain_text("tersimpan di peramban ini")
    page.close()
    context.set_offline(False)
    page = context.new_page()
    with page.expect_response(lambda answer: answer.request.method == "POST" and "/IN-09/" in answer.url):
        page.goto(INNOVATION.format("IN-10"))
    assert stored(site, "IN-09")["beneficiaries"] == "Petani di tiga kecamatan hulu"
    context.close()


def test_a_value_that_cannot_be_read_stays_on_the_page_with_what_to_do(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "bappeda")
    page.goto(INNOVATION.format("IN-05"))
    field(page, "operating_per_year").fill("sekitar satu")
    field(page, "operating_per_year").blur()
    expect(page.locator('[data-error="operating_per_year"]')).to_contain_text("Tulis angka saja")
    expect(page.locator("[data-state]")).to_contain_text("perlu diperbaiki")
    expect(field(page, "operating_per_year")).to_have_value("sekitar satu")
    context.close()


def test_a_block_pasted_from_a_spreadsheet_fills_the_cells(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "bappeda")
    page.goto(INNOVATION.format("IN-08"))
    cell = field(page, "costs[0].capital")
    cell.focus()
    page.evaluate(
        """([selector, text]) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            const cell = document.querySelector(selector);
            cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        ['[data-path="costs[0].capital"]', "2500000000\t150000000\n"],
    )
    cell.blur()
    saved(page)
    assert stored(site, "IN-08")["costs"][0] == {
        "offset": 0,
        "capital": 2_500_000_000,
        "operating": 150_000_000,
    }
    context.close()


def test_without_javascript_the_form_saves_with_its_button_and_keeps_what_conflicts(
    site: Site, browser: Browser
) -> None:
    one, plain = visitor(browser, site, "bappeda", java_script_enabled=False)
    plain.goto(INNOVATION.format("IN-12"))
    plain.locator('[name="now:beneficiaries"]').fill("Pasien miskin dan keluarganya")
    plain.locator('[name="now:duration_years"]').fill("2")
    two, other = visitor(browser, site, "bupati")
    other.goto(INNOVATION.format("IN-12"))
    field(other, "duration_years").fill("3")
    field(other, "duration_years").blur()
    saved(other)
    plain.get_by_role("button", name="Simpan", exact=True).last.click()
    expect(plain.locator(".note.bad").first).to_contain_text("isian yang sama")
    expect(plain.locator('[name="now:duration_years"]')).to_have_value("2")
    assert stored(site, "IN-12")["beneficiaries"] == "Pasien miskin dan keluarganya"
    assert stored(site, "IN-12")["duration_years"] == 3
    one.close()
    two.close()


def test_who_else_is_writing_is_seen(site: Site, browser: Browser) -> None:
    one, left = visitor(browser, site, "dlh")
    left.goto(INNOVATION.format("IN-06"))
    with left.expect_response(lambda answer: "/hadir/" in answer.url):
        left.reload()
    two, right = visitor(browser, site, "bappeda")
    right.goto(INNOVATION.format("IN-06"))
    expect(right.locator('[data-who] [title*="Lingkungan Latihan"]')).to_be_visible()
    one.close()
    two.close()
