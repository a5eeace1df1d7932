"""A mentor suggests, the coordinator decides: in two browsers, with the script of the desk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import visitor
from tests.plans_desk.test_desk_in_the_browser import field, stored
from tests.site import Site

pytestmark = pytest.mark.xdist_group("site")
PLAN = "/rencana/kabupaten-latihan/"


def test_a_mentor_suggests_and_the_coordinator_accepts_one_field(site: Site, browser: Browser) -> None:
    one, mentor = visitor(browser, site, "praktisi")
    two, boss = visitor(browser, site, "bappeda")
    before = stored(site, "IN-05")
    mentor.goto(f"{PLAN}usul/tulis/inovasi/IN-05/")
    expect(mentor.get_by_text("Mode usul.", exact=True)).to_be_visible()
    field(mentor, "beneficiaries").fill("Warga yang tidak punya ponsel")
    field(mentor, "beneficiaries").blur()
    expect(mentor.locator("[data-state]")).to_have_text(re.compile(r"^Tersimpan di usul \d\d\.\d\d$"))
    field(mentor, "sub_dimension").fill("layanan")
    field(mentor, "sub_dimension").blur()
    expect(mentor.locator("[data-mode]")).to_contain_text("serahkan 2 perubahan")
    assert stored(site, "IN-05") == before

    mentor.get_by_role("link", name="Lihat dan serahkan 2 perubahan").click()
    mentor.get_by_label(re.compile("^Mengapa, dan apa")).fill("Yang tidak punya ponsel ikut dilayani.")
    mentor.get_by_role("button", name="Serahkan usul").click()
    expect(mentor.get_by_text("Usul diserahkan.")).to_be_visible()

    boss.goto(f"{PLAN}tulis/inovasi/IN-05/")
    boss.get_by_role("link", name="1 usul menunggu").click()
    boss.get_by_role("link", name="Yang tidak punya ponsel ikut dilayani").click()
    boss.get_by_role("group", name=re.compile("^Putusan untuk Penerima manfaat")).get_by_label(
        "Terima"
    ).check()
    boss.get_by_role("group", name=re.compile("^Putusan untuk Subdimensi")).get_by_label("Tolak").check()
    boss.get_by_label("Alasan penolakan").fill("Subdimensi sudah tepat.")
    boss.get_by_role("button", name="Simpan putusan").click()
    expect(boss.get_by_text("Putusan disimpan.")).to_be_visible()
    assert stored(site, "IN-05") == before | {"beneficiaries": "Warga yang tidak punya ponsel"}
    one.close()
    two.close()


def test_a_field_is_talked_about_from_where_it_is_written(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "dinkes")
    page.goto(f"{PLAN}tulis/masalah/MS-02/")
    field(page, "people_affected").focus()
    page.get_by_role("link", name=re.compile("^bicarakan ?: Warga terdampak$")).click()
    expect(page.get_by_label("Tentang")).to_have_value("people_affected")
    page.get_by_label("Yang ingin disampaikan").fill("Angka ini dari tahun berapa? @Bappeda Latihan")
    page.get_by_role("button", name="Sampaikan").click()
    expect(page.locator(".thread .words")).to_contain_text("Angka ini dari tahun berapa?")
    page.goto(f"{PLAN}tulis/masalah/MS-02/")
    expect(page.get_by_role("link", name=re.compile("^1 percakapan ?: Warga terdampak$"))).to_be_visible()
    context.close()


def test_a_board_is_written_in_suggest_mode_and_a_card_suggested_away(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "akademisi")
    page.goto(f"{PLAN}usul/tulis/isu/")
    card = page.locator("[data-cards=weakness] > li").first
    key = card.get_attribute("id")
    card.locator('[data-path="text"]').fill("Kader menua dan belum berganti")
    card.locator('[data-path="text"]').blur()
    expect(page.locator("[data-state]")).to_have_text(re.compile(r"^Tersimpan di usul \d\d\.\d\d$"))
    expect(page.locator("[data-mode]")).to_contain_text("serahkan 1 perubahan")
    card.get_by_role("link", name=re.compile("^Sumber dan penghapusan")).click()
    page.get_by_role("link", name=f"Usulkan {key} dihapus").click()
    page.get_by_role("button", name=f"Usulkan {key} dihapus").click()
    expect(page.locator(".leaving")).to_contain_text("diusulkan dihapus")
    expect(page.locator(f"#{key}")).to_have_count(0)
    page.get_by_role("button", name=re.compile("^Jangan usulkan")).click()
    expect(page).to_have_url(re.compile(f"/usul/tulis/isu/{key}/$"))
    context.close()
