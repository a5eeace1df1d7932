"""An officer opens last year's table in a browser, and it becomes part of the plan; one click takes it back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import visitor
from tests.site import Site

from .making import programmes

pytestmark = pytest.mark.xdist_group("site")
IMPORT = "/rencana/kabupaten-latihan/impor/"


def test_a_table_is_sent_looked_at_taken_and_taken_back(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "bappeda")
    page.goto("/rencana/kabupaten-latihan/")
    page.get_by_role("link", name="Impor", exact=True).click()
    file = {"name": "program.xlsx", "mimeType": "application/octet-stream", "buffer": programmes()}
    page.get_by_label("Berkas", exact=True).set_input_files([file])
    page.get_by_role("button", name="Baca berkas ini").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Pastikan kolomnya")
    unit = page.get_by_label("Satuan uang kolom F")
    expect(unit).to_have_value("1000000")
    page.get_by_label(re.compile("^Arti kolom F")).select_option("ignore")
    expect(unit).to_be_hidden()
    page.get_by_label(re.compile("^Arti kolom F")).select_option("cost")
    expect(unit).to_be_visible()
    page.get_by_role("button", name="Baca dengan susunan ini").click()

    page.get_by_role("navigation", name="Bagian yang terbaca").get_by_role("link", name="Kehidupan").click()
    page.get_by_label("Ambil Antar obat ke rumah lansia").check()
    page.get_by_role("button", name="Terapkan yang diambil").click()
    expect(page.get_by_role("heading", name="Sudah masuk ke rencana")).to_be_visible()
    page.get_by_role("link", name="Lihat perubahannya").click()
    expect(page.locator("main")).to_contain_text("Antar obat ke rumah lansia")
    page.go_back()
    page.get_by_role("button", name="Batalkan impor ini").click()
    expect(page.locator("main")).to_contain_text("dibatalkan")
    context.close()
