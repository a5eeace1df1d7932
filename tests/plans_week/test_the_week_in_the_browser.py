"""One week of a region's team, Monday's spreadsheet to Friday's history, at four browsers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import visitor
from tests.plans_desk.test_desk_in_the_browser import field, saved
from tests.plans_desk.test_table_in_the_browser import PASTE
from tests.plans_desk.test_table_in_the_browser import saved as table_saved
from tests.plans_exchange.making import HEADS, programmes
from tests.site import Site

pytestmark = pytest.mark.xdist_group("site")
PLAN = "/rencana/kabupaten-latihan/"
DESKTOP = {"width": 1440, "height": 900}
VISITS = "Bidan menjenguk ibu nifas di rumah"
PROGRAMMES = [
    [1, VISITS, "Smart Living", "Dinas Kesehatan", 2027, 850],
    [2, "Loket pajak keliling dusun", "Smart Governance", "Badan Pengelolaan Keuangan", 2027, 320],
    [3, "Kompos pasar untuk petani sayur", "Smart Environment", "Dinas Lingkungan Hidup", 2028, 475],
]
CHANGED = [
    (
        PROGRAMMES[1][1],
        "Warga dusun membayar pajak di kantor kabupaten dan kehilangan setengah hari.",
        "Petugas datang ke balai dusun sebulan sekali; warga membayar di sana dan pulang dalam sepuluh menit.",
    ),
    (
        PROGRAMMES[2][1],
        "Sisa sayur pasar dibuang ke tempat pembuangan, dan petani membeli pupuk.",
        "Sisa sayur dijemput tiap pagi dan kembali sebagai kompos yang diambil petani di pasar.",
    ),
]
HELPED = [
    (VISITS, "MS-13", "", "0,2"),
    (PROGRAMMES[1][1], "Seharian antre di loket untuk urusan sepuluh menit", "", "0,1"),
    (PROGRAMMES[2][1], "MS-45", "", "0,1"),
]
WHY = "Seminggu pertama paling berbahaya bagi ibu dan bayi."
REASON = "Asalnya laporan lisan kepala sekolah; hitungannya diminta ke Dinas Perhubungan sebelum Agustus."


@pytest.fixture(scope="module")
def own_site() -> Iterator[Site]:
    """A plan that a whole week may change, apart from what other tests look at."""
    running = Site(f"week_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}")
    yield running
    running.close()


def test_a_team_brings_last_years_table_through_the_gate_in_a_week(own_site: Site, browser: Browser) -> None:
    people = [
        visitor(browser, own_site, name, viewport=DESKTOP) for name in ("bappeda", "dinkes", "praktisi")
    ]
    coordinator, agency, mentor = (page for _context, page in people)

    takes_the_spreadsheet(coordinator)
    gives_a_part(coordinator)
    desk = finds_the_own_part(agency)
    write_at_the_same_time(coordinator, agency, desk)
    suggests(mentor, desk)
    accepts(coordinator, agency, desk)
    closes_two_findings(coordinator)
    pastes_fifty_rows(coordinator)
    takes_the_paste_back(coordinator)
    reads_the_week(coordinator)
    assert left_at_the_gate(coordinator)
    suggests_a_removal(mentor)
    takes_the_removal_in(coordinator)
    removes_what_is_no_service(coordinator)
    says_what_the_new_ones_change(coordinator)
    says_whom_they_help(coordinator)
    is_no_quick_win(coordinator)
    the_gate_opens(coordinator, mentor)
    for context, _page in people:
        context.close()


def takes_the_spreadsheet(page: Page) -> None:
    page.goto(PLAN)
    page.get_by_role("link", name="Impor", exact=True).click()
    file = {
        "name": "program-2026.xlsx",
        "mimeType": "application/octet-stream",
        "buffer": programmes(PROGRAMMES, HEADS),
    }
    page.get_by_label("Berkas", exact=True).set_input_files([file])
    page.get_by_role("button", name="Baca berkas ini").click()
    page.get_by_role("button", name="Baca dengan susunan ini").click()
    for dimension, title in (
        ("Tata kelola", PROGRAMMES[1][1]),
        ("Kehidupan", VISITS),
        ("Lingkungan", PROGRAMMES[2][1]),
    ):
        parts = page.get_by_role("navigation", name="Bagian yang terbaca")
        parts.get_by_role("link", name=dimension).click()
        page.get_by_label(f"Ambil {title}").check()
        page.get_by_role("button", name=re.compile("^Simpan pilihan")).click()
    expect(page.get_by_text("3 dari 3 diambil")).to_be_visible()
    page.get_by_role("button", name="Terapkan yang diambil").click()
    expect(page.get_by_role("heading", name="Sudah masuk ke rencana")).to_be_visible()


def gives_a_part(page: Page) -> None:
    page.get_by_role("link", name="Menulis bersama").click()
    due = timezone.localdate() + timedelta(days=4)
    part = page.get_by_label("Bagian", exact=True)
    part.select_option(part.locator("option", has_text=VISITS).get_attribute("value"))
    page.get_by_label("Perangkat daerah").select_option("DINKES")
    page.locator("#tenggat").fill(str(due))
    page.get_by_label("Pesan").fill("Mulai dari yang dialami ibu.")
    page.get_by_role("button", name="Berikan", exact=True).click()
    row = page.get_by_role("row", name=re.compile(VISITS))
    expect(row).to_contain_text("Dinas Kesehatan")
    expect(row.locator(f'time[datetime^="{due}"]')).to_be_visible()


def finds_the_own_part(page: Page) -> str:
    """The agency's list of work leads to its part; the address of that desk."""
    page.goto("/kerja/")
    expect(page.locator("main")).to_contain_text("Mulai dari yang dialami ibu.")
    task = page.get_by_role("listitem").filter(has_text=f"Tulis bagian DINKES: {VISITS}")
    task.get_by_role("link", name="Buka").click()
    page.get_by_role("link", name=VISITS).first.click()
    expect(field(page, "title")).to_have_value(VISITS)
    return page.url


def write_at_the_same_time(left: Page, right: Page, desk: str) -> None:
    left.goto(desk)
    field(left, "beneficiaries").fill("6.200 ibu yang melahirkan tiap tahun")
    field(right, "service_change.after").fill(
        "Bidan menjenguk ibu dan bayinya di rumah pada hari ketiga dan ketujuh."
    )
    for page in (left, right):
        page.locator("body").click(position={"x": 5, "y": 5})
    for page in (left, right):
        saved(page)
    for page in (left, right):
        page.reload()
        expect(field(page, "beneficiaries")).to_have_value("6.200 ibu yang melahirkan tiap tahun")
        expect(field(page, "service_change.after")).to_have_value(re.compile("hari ketiga dan ketujuh"))


def suggests(page: Page, desk: str) -> None:
    page.goto(desk.replace("/tulis/", "/usul/tulis/"))
    field(page, "sub_dimension").fill("kesehatan ibu dan anak")
    field(page, "sub_dimension").blur()
    expect(page.locator("[data-state]")).to_have_text(re.compile("^Tersimpan di usul"))
    page.get_by_role("link", name="Lihat dan serahkan 1 perubahan").click()
    page.get_by_label(re.compile("^Mengapa, dan apa")).fill(WHY)
    page.get_by_role("button", name="Serahkan usul").click()
    expect(page.get_by_text("Usul diserahkan.")).to_be_visible()


def accepts(page: Page, agency: Page, desk: str) -> None:
    page.goto(desk)
    page.get_by_role("link", name="1 usul menunggu").click()
    page.get_by_role("link", name=WHY.rstrip(".")).click()
    page.get_by_role("group", name=re.compile("^Putusan untuk Subdimensi")).get_by_label("Terima").check()
    page.get_by_role("button", name="Simpan putusan").click()
    expect(page.get_by_text("Putusan disimpan.")).to_be_visible()
    agency.reload()
    expect(field(agency, "sub_dimension")).to_have_value("kesehatan ibu dan anak")


def gate_errors(page: Page) -> int:
    """What the findings page says at the gate of the second workshop."""
    page.goto(f"{PLAN}temuan/?gerbang=bimtek-2")
    gate = page.get_by_role("navigation", name="Gerbang").get_by_role("link", name="Bimtek 2")
    words = re.search(r"(\d+) kesalahan", gate.inner_text())
    assert words, gate.inner_text()
    return int(words[1])


def finding(page: Page, element: str, code: str) -> Locator:
    group = page.locator("section.part").filter(
        has=page.locator("header p", has_text=re.compile(f"^{element}$"))
    )
    return group.locator("article").filter(has=page.get_by_role("link", name=code, exact=True))


def closes_two_findings(page: Page) -> None:
    before = gate_errors(page)
    finding(page, "MS-52", "MSL101").get_by_role("link", name="Buka isiannya").click()
    expect(field(page, "people_affected")).to_be_in_viewport()
    field(page, "people_affected").fill("18.400")
    field(page, "people_affected").blur()
    saved(page)
    assert gate_errors(page) == before - 1
    expect(finding(page, "MS-52", "MSL101")).to_have_count(0)

    doubtful = finding(page, "MS-51", "MSL103")
    doubtful.get_by_text("Terima dengan alasan").click()
    doubtful.get_by_label("Mengapa ini benar apa adanya").fill(REASON)
    doubtful.get_by_role("button", name="Terima", exact=True).click()
    expect(page.get_by_text("MSL103 diterima dengan alasan Anda.")).to_be_visible()
    expect(page.locator("#diterima")).to_contain_text(REASON)
    assert gate_errors(page) == before - 2


def rows(page: Page) -> int:
    return page.locator("tbody tr:not(.fresh)").count()


def pastes_fifty_rows(page: Page) -> None:
    page.goto(f"{PLAN}tulis/masalah/")
    page.get_by_role("link", name="Buka sebagai tabel").click()
    expect(page.get_by_role("button", name="Urungkan")).to_be_visible()
    before = rows(page)
    page.locator("tr.fresh td").first.click()
    lines = [f"Jalan dusun {n} terputus tiap hujan\tWarga dusun {n}\tekonomi\t\t1.250" for n in range(1, 51)]
    page.evaluate(PASTE, "\r\n".join(lines))
    table_saved(page)
    expect(page.locator("tbody tr:not(.fresh)")).to_have_count(before + 50)
    expect(page.locator("tbody")).to_contain_text("Jalan dusun 50 terputus tiap hujan")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(f"^{before + 50} masalah, "))


def takes_the_paste_back(page: Page) -> None:
    with_paste = rows(page)
    page.keyboard.press("Control+z")
    expect(page.locator("tbody tr:not(.fresh)")).to_have_count(with_paste - 50)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(f"^{with_paste - 50} masalah, "))
    page.reload()
    assert rows(page) == with_paste - 50
    expect(page.locator("tbody")).not_to_contain_text("Jalan dusun")


def reads_the_week(page: Page) -> None:
    """Newest first: every step by its author, the paste and its undo as one change each."""
    page.goto(f"{PLAN}riwayat/")
    entries = page.locator("article.part")
    for at, words in enumerate(
        (
            ("Bappeda Latihan", "Masalah: 50 dihapus", "dibatalkan"),
            ("Bappeda Latihan", "Masalah: 50 ditambah"),
            ("Bappeda Latihan", REASON),
            ("Bappeda Latihan", "18.400"),
            ("Praktisi", "kesehatan ibu dan anak", "diterima oleh Bappeda Latihan"),
        )
    ):
        for each in words:
            expect(entries.nth(at)).to_contain_text(each)
    both = entries.nth(5).inner_text() + entries.nth(6).inner_text()
    for each in ("6.200 ibu", "hari ketiga dan ketujuh", "Bappeda Latihan", "Kesehatan"):
        assert each in both
    expect(entries.nth(7)).to_contain_text("Diimpor dari program-2026.xlsx")


# -- Friday afternoon: what still keeps the gate shut


def left_at_the_gate(page: Page) -> list[str]:
    """Code and field of every error at the gate of the second workshop."""
    page.goto(f"{PLAN}temuan/?gerbang=bimtek-2&bobot=error")
    return page.locator("section.part:not(#diterima) article .code").all_inner_texts()


def suggests_a_removal(page: Page) -> None:
    """The mentor does not mend a purchase dressed as an innovation, and says so where it stands."""
    page.goto(f"{PLAN}usul/tulis/inovasi/IN-15/")
    page.get_by_role("link", name="Usulkan IN-15 dihapus").click()
    page.get_by_role("button", name="Usulkan IN-15 dihapus").click()
    page.get_by_role("link", name=re.compile("^Lihat dan serahkan")).click()
    page.get_by_label(re.compile("^Mengapa, dan apa")).fill("Kartu baru tidak menolong siapa pun.")
    page.get_by_role("button", name="Serahkan usul").click()
    expect(page.get_by_text("Usul diserahkan.")).to_be_visible()


def takes_the_removal_in(page: Page) -> None:
    page.goto(f"{PLAN}usul/")
    page.get_by_role("link", name="Kartu baru tidak menolong siapa pun").click()
    page.get_by_role("button", name=re.compile(r"^Terima (semua )?\d+ perubahan")).click()
    expect(page.get_by_text("Putusan disimpan.")).to_be_visible()
    expect(page.get_by_text("Diterima", exact=True).first).to_be_visible()


def removes_what_is_no_service(page: Page) -> None:
    page.goto(f"{PLAN}tulis/tabel/inovasi/")
    expect(page.get_by_role("button", name="Hapus baris")).to_be_visible()
    for key in ("IN-14", "IN-16", "IN-57"):
        page.locator(f'tr[data-key="{key}"] td').first.click()
        page.get_by_role("button", name="Hapus baris").click()
        expect(page.locator(f'tr[data-key="{key}"]')).to_have_count(0)
    table_saved(page)


def column(page: Page, name: str) -> int:
    """Where a column stands in the table shown, the key being the first."""
    heads = page.locator("thead th").all_inner_texts()
    return next(at for at, head in enumerate(heads) if head.strip().startswith(name))


def says_what_the_new_ones_change(page: Page) -> None:
    """Before and after of the two that came with the spreadsheet and have none, pasted beside each other."""
    page.goto(f"{PLAN}tulis/tabel/inovasi/")
    at = column(page, "Sebelumnya")
    for title, before, after in CHANGED:
        page.locator("tbody tr", has_text=title).locator(f"> :nth-child({at + 1})").click()
        page.evaluate(PASTE, f"{before}\t{after}")
        table_saved(page)


def says_whom_they_help(page: Page) -> None:
    """Three reliefs in one paste: an innovation and a problem by name or number, and how much of it goes."""
    page.goto(f"{PLAN}tulis/tabel/pertolongan/")
    expect(page.get_by_role("button", name="Urungkan")).to_be_visible()
    page.locator("tr.fresh td").first.click()
    page.evaluate(PASTE, "\r\n".join("\t".join(one) for one in HELPED))
    table_saved(page)
    expect(page.locator("tbody tr:not(.fresh)", has_text=VISITS)).to_have_count(1)


def is_no_quick_win(page: Page) -> None:
    page.goto(f"{PLAN}temuan/?gerbang=bimtek-2")
    finding(page, "IN-30", "JDW109").get_by_role("link", name="Buka isiannya").click()
    field(page, "quick_win").uncheck()
    saved(page)


def the_gate_opens(*people: Page) -> None:
    for page in people:
        page.goto(f"{PLAN}temuan/?gerbang=bimtek-2")
        gate = page.get_by_role("navigation", name="Gerbang").get_by_role("link", name="Bimtek 2")
        expect(gate).to_contain_text("terbuka")
        expect(gate).to_have_attribute("aria-current", "true")
    assert left_at_the_gate(people[0]) == []
