"""At a browser: a chapter written by somebody who knows only Word, and the SWOT moved by keyboard."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import visitor
from tests.site import Site

pytestmark = pytest.mark.xdist_group("site")
DESK = "/rencana/kabupaten-latihan/tulis/"

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head><body>
<!--StartFragment-->
<h1>Keadaan <span style='color:red'>daerah</span><o:p></o:p></h1>
<p class=MsoNormal>Kabupaten ini punya <b style='mso-bidi-font-weight:normal'>118 desa </b>dan
<i>9 kecamatan</i>; kode 5*3_a.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst
style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<span style='mso-list:Ignore'>1.
<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>Pesisir</p>
<p class=MsoListParagraphCxSpLast
style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'>
<span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Rob</p>
<h3>Penduduk</h3>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Kecamatan</b></p></td><td><p class=MsoNormal>Jiwa</p></td></tr>
<tr><td><p class=MsoNormal>Muara | Kuala</p></td><td><p class=MsoNormal>41.200</p></td></tr></table>
<p class=MsoNormal>- bukan butir</p>
<script>document.title = "dicuri"</script><img src="file:///c:/foto.png" onerror="document.title='dicuri'">
<!--EndFragment--></body></html>"""
FROM_WORD = """# Keadaan daerah

Kabupaten ini punya **118 desa** dan *9 kecamatan*; kode 5\\*3\\_a.

1. Pesisir
    - Rob

## Penduduk

| **Kecamatan** | Jiwa |
| --- | --: |
| Muara \\| Kuala | 41.200 |

\\- bukan butir"""
DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
<h2 dir="ltr"><span style="font-weight:400">Arah</span></h2>
<p dir="ltr"><span style="font-weight:700">Dekat</span><span style="font-weight:400"> dan </span><a href="https://contoh.example/a"><span>terbuka</span></a></p>
<ul><li dir="ltr"><p dir="ltr"><span>Satu</span></p></li><ul><li><p><span>Dua</span></p></li></ul></ul></b>"""
FROM_DOCS = """## Arah

**Dekat** dan [terbuka](https://contoh.example/a)

- Satu
    - Dua"""


def body(page: Page) -> Any:
    return page.locator('textarea[data-path="body"]')


def saved(page: Page) -> None:
    expect(page.locator("[data-state]")).to_have_text(re.compile(r"^Tersimpan \d\d\.\d\d$"))


@pytest.fixture
def chapter(site: Site, browser: Browser):
    context, page = visitor(browser, site, "bappeda")
    page.goto(DESK + "bab/")
    page.locator("#nama").fill("Gambaran umum")
    page.get_by_role("button", name="Tambahkan").click()
    page.wait_for_url("**/bab/BB-*/")
    yield page
    context.close()


def paste(page: Page, html: str) -> None:
    body(page).evaluate(
        """(area, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            data.setData("text/plain", "polos");
            area.focus();
            area.setSelectionRange(area.value.length, area.value.length);
            area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        html,
    )


def test_what_is_pasted_from_word_keeps_its_headings_lists_and_tables(chapter: Page) -> None:
    title = chapter.title()
    paste(chapter, WORD)
    expect(body(chapter)).to_have_value(FROM_WORD)
    leaf = chapter.locator(".leaf")
    expect(leaf.locator("h3")).to_have_text("Keadaan daerah")
    expect(leaf.locator("ol > li > ul > li, ol li ul li")).to_have_text("Rob")
    expect(leaf.locator("td").first).to_have_text("Muara | Kuala")
    expect(leaf.locator("p", has_text="bukan butir")).to_have_text("- bukan butir")
    saved(chapter)
    assert chapter.title() == title
    body(chapter).fill("")
    paste(chapter, DOCS)
    expect(body(chapter)).to_have_value(FROM_DOCS)


def test_the_toolbar_writes_the_marks_and_undo_takes_them_back(chapter: Page) -> None:
    tools = chapter.get_by_role("toolbar", name="Bentuk tulisan")
    body(chapter).fill("Desa pesisir")
    body(chapter).evaluate("(area) => area.setSelectionRange(5, 12)")
    tools.get_by_role("button", name="Tebal").click()
    expect(body(chapter)).to_have_value("Desa **pesisir**")
    chapter.keyboard.press("Control+z")
    expect(body(chapter)).to_have_value("Desa pesisir")
    body(chapter).evaluate("(area) => area.setSelectionRange(0, 0)")
    tools.get_by_role("button", name="Judul").click()
    expect(body(chapter)).to_have_value("# Desa pesisir")
    chapter.keyboard.press("Control+End")
    chapter.keyboard.type("\n\n- satu\ndua\n\ntiga")
    expect(body(chapter)).to_have_value("# Desa pesisir\n\n- satu\n- dua\n\ntiga")
    expect(chapter.locator("[data-words]")).to_have_text("5 kata")
    expect(chapter.locator(".leaf li")).to_have_count(2)
    saved(chapter)


def test_an_issue_is_moved_between_quadrants_by_keyboard(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "bappeda")
    page.goto(DESK + "isu/")
    card = page.locator('[data-cards="strength"] > li').first
    key = card.get_attribute("id")
    card.locator('[data-path="kind"]').focus()
    page.keyboard.type("anc")  # as a select is chosen by keyboard: the first letters of what is wanted
    page.keyboard.press("Tab")
    expect(page.locator(f'[data-cards="threat"] > li[id="{key}"]')).to_be_visible()
    saved(page)
    page.reload()
    expect(page.locator(f'[data-cards="threat"] > li[id="{key}"]')).to_be_visible()
    context.close()


def test_the_drawing_of_readiness_follows_what_is_chosen(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "bappeda")
    page.goto(DESK + "kesiapan/")
    row = page.locator(".findings > li").first
    row.locator('[data-path="level"]').select_option("1")
    row.locator('[data-path="target_level"]').select_option("5")
    expect(row.get_by_role("img", name="kini 1, diinginkan 5")).to_be_visible()
    expect(page.locator("figure.readiness figcaption")).to_contain_text("Struktur")
    context.close()


def test_the_swot_is_printed_on_one_page_of_a4(site: Site, browser: Browser) -> None:
    context, page = visitor(browser, site, "bappeda")
    page.goto(DESK + "isu/")
    printed = page.pdf(prefer_css_page_size=True)
    with pikepdf.open(BytesIO(printed)) as pdf:
        assert len(pdf.pages) == 1
        _x, _y, width, height = (float(side) for side in pdf.pages[0].mediabox)
        assert width > height and round(width) == 842
    context.close()
