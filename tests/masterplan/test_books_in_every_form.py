"""Buku I, II and III say the same as PDF, as Word and as HTML; and each is a good file of its kind."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from masterplan.books import BookError, prose, render, web_page, word_markup
from masterplan.books.blocks import Column, Table, cell
from masterplan.books.word_grid import Grid
from masterplan.document import load
from masterplan.document.types import Plan
from tests.masterplan.pdf_text import bare, pages
from tests.masterplan.test_book import evil, hostile, plan_of, small_plan
from tests.masterplan.whole_plan import PICTURES, whole_data, whole_plan

FORMS = ("pdf", "docx", "html")
YEARS = range(2027, 2033)
EVERY = [(number, form) for number in (1, 2, 3) for form in FORMS]


class Words(HTMLParser):
    """The text of a page, and the tags it was built of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.silent = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.silent = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self.silent = False

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self.silent else data)


def text_of(content: bytes, form: str) -> str:
    if form == "pdf":
        return "".join(pages(content))
    if form == "html":
        return "".join(Words(content.decode()).parts)
    root = Document(BytesIO(content)).element.body
    return "".join(node.text or "" for node in root.iter(qn("w:t")))


@pytest.fixture(scope="module")
def made() -> dict[tuple[int, str], bytes]:
    plan = whole_plan()
    return {
        (number, form): render(
            plan, number, form=form, training=True, made_on=date(2026, 11, 24), pictures=PICTURES
        )
        for number, form in EVERY
    }


@pytest.fixture(scope="module")
def texts(made: dict[tuple[int, str], bytes]) -> dict[tuple[int, str], str]:
    return {key: bare(text_of(content, key[1])) for key, content in made.items()}


@pytest.mark.parametrize("form", FORMS)
def test_book_one_holds_the_analysis(texts: dict[tuple[int, str], str], form: str) -> None:
    plan, text = whole_plan(), texts[1, form]
    wanted = [plan.vision or "", *(plan.missions or [])]
    wanted += [part for one in plan.readiness or [] for part in (one.aspect, one.note, one.gap) if part]
    wanted += [one.text for one in plan.issues or []]
    wanted += [part for one in plan.problems or [] for part in (one.title, one.group) if part]
    wanted += ["diukur di sini", "seluruh kecamatan (14)", "Yang belum diketahui", "2 → 4"]
    assert [part for part in wanted if bare(part) not in text] == []


@pytest.mark.parametrize("form", FORMS)
def test_book_two_holds_the_programme(texts: dict[tuple[int, str], str], form: str) -> None:
    plan, text = whole_plan(), texts[2, form]
    wanted = [one.title for one in plan.innovations or []] + [one.title for one in plan.sources or []]
    wanted += [one.name for one in plan.agencies or []] + [plan.legal_basis or ""]
    wanted += ["Petugas desa berganti", "Dua orang dilatih di setiap desa", "Layanannya sudah berjalan"]
    wanted += ["2.16.03.2.02.0011 Penyelenggaraan layanan di desa (60 %)", "Matriks risiko"]
    if form == "pdf":  # a page may end within a word
        assert sum(bare(part) not in text for part in wanted) <= 3
    else:
        assert [part for part in wanted if bare(part) not in text] == []


@pytest.mark.parametrize("form", FORMS)
def test_book_three_holds_the_summary(texts: dict[tuple[int, str], str], form: str) -> None:
    text = texts[3, form]
    wanted = ["Enam dimensi sekilas", "Masalah yang paling terasa", "Program cepat dirasakan warga"]
    wanted += ["Biaya menurut tahun dan sumber", "Yang dirasakan warga, dan kapan", "Bidang muda: dibangun"]
    wanted += ["Siapa yang bertanggung jawab", "Cara mengikuti rencana ini"]
    places = [text.index(bare(part)) for part in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize(("number", "form"), EVERY)
def test_prose_and_figures_stand_in_every_book(
    texts: dict[tuple[int, str], str], number: int, form: str
) -> None:
    text = texts[number, form]
    opening = text.rindex(bare(f"Kata pengantar {'I' * number}"))
    for part in (
        "empat belas",
        "https" if form == "pdf" else "situs",
        "Ladang Lama",
        "kami minta loketnya buka",
    ):
        assert bare(part) in text[opening - 20 :]
    assert bare("Musyawarah di Ladang Lama [S2]") in text
    assert bare("Gambar belum ada.") in text
    assert bare("Data latihan.") in text or form == "docx"  # Word keeps it in the head of the page


def test_the_summary_is_at_most_eight_pages_without_prose() -> None:
    for name in ("kabupaten-latihan", "kota-bontang", "kabupaten-demak"):
        assert len(pages(render(plan_of(name), 3, training=True))) <= 8


def test_every_pdf_is_archivable_and_accessible(made: dict[tuple[int, str], bytes]) -> None:
    for number in (1, 2, 3):
        with pikepdf.open(BytesIO(made[number, "pdf"])) as file, file.open_metadata() as about:
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"].startswith(f"Buku {'I' * number}: ")


@pytest.mark.parametrize("number", [1, 2, 3])
def test_word_finds_real_styles_tables_and_descriptions(
    made: dict[tuple[int, str], bytes], number: int
) -> None:
    document = Document(BytesIO(made[number, "docx"]))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Heading 1", "Heading 2", "Caption", "List Bullet", "List Number", "Quote", "Title"} <= styles
    assert number != 2 or "Heading 3" in styles
    assert document.core_properties.title.startswith(f"Buku {'I' * number}")
    assert document.core_properties.language == "id-ID"
    body = document.element.body
    heads = [table for table in document.tables if table.style.name == "Book Table"]
    assert heads and all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in heads)
    for table in body.iter(qn("w:tbl")):
        width = len(table.xpath("./w:tblGrid/w:gridCol"))
        for row in table.xpath("./w:tr"):
            spans = [
                int((cell.xpath("./w:tcPr/w:gridSpan/@w:val") or ["1"])[0]) for cell in row.xpath("./w:tc")
            ]
            assert sum(spans) == width
    described = [node.get("descr") for node in body.iter(qn("wp:docPr"))]
    assert described and all(described)
    assert "Empat puluh orang duduk melingkar" in described
    fields = [node.text.strip() for node in body.iter(qn("w:instrText"))]
    assert all(field.startswith(("TOC ", "SEQ ")) for field in fields)
    assert (number != 3) == any(field.startswith("TOC ") for field in fields)
    marks = set(body.xpath(".//w:bookmarkStart/@w:name"))
    assert set(body.xpath(".//w:hyperlink/@w:anchor")) <= marks
    assert len(marks) == len(body.xpath(".//w:bookmarkStart"))
    head = "".join(paragraph.text for paragraph in document.sections[0].header.paragraphs)
    assert "Data latihan" in head


def test_columns_of_codes_and_figures_are_as_wide_as_they_need() -> None:
    columns = (Column("Ukuran", 2), Column("Satuan"), *[Column(str(year), align="right") for year in YEARS])
    rows = tuple((cell("Pengunjung"), cell("kunjungan setiap bulan"), *[cell("17.600")] * 6) for _ in YEARS)
    words, unit, *figures = Grid(Table((*columns, Column("", 0.8)), rows), 9070).widths
    assert (
        len(figures) == len(YEARS) and min(figures) > 6 * 94
    )  # twentieths of a point, and nothing for no column
    assert words > unit > figures[0]
    assert 9060 < words + unit + sum(figures) <= 9070


def test_no_page_of_a_word_file_ends_with_the_head_of_a_table_or_holds_nothing(
    made: dict[tuple[int, str], bytes],
) -> None:
    document = Document(BytesIO(made[2, "docx"]))
    for table in document.tables:
        if table.style.name == "Book Table":
            assert all(one.paragraph_format.keep_with_next for one in table.rows[0].cells[0].paragraphs)
            assert not any(one.paragraph_format.keep_with_next for one in table.rows[-1].cells[0].paragraphs)
    for one in document.paragraphs:
        before = one._p.getprevious()
        if one.style.name.startswith("Heading") and before is not None:
            assert not before.xpath("./w:pPr/w:pStyle[@w:val='AfterTable']")


def test_a_code_and_its_title_are_one_link(made: dict[tuple[int, str], bytes]) -> None:
    page = made[2, "html"].decode()
    assert re.search(r'<a href="#innovation-1"><span class="muted"><code>[^<]+</code></span> [^<]+</a>', page)
    assert not re.search(r'<a href="(#[^"]+)">((?!</a>).)*</a><a href="\1">', page)
    body = Document(BytesIO(made[2, "docx"])).element.body
    for link in body.iter(qn("w:hyperlink")):
        follower = link.getnext()
        assert follower is None or follower.tag != link.tag or follower.items() != link.items()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_page_fetches_nothing_runs_nothing_and_leads_nowhere_wrong(
    made: dict[tuple[int, str], bytes], number: int
) -> None:
    found = Words(made[number, "html"].decode())
    tags = [tag for tag, _ in found.tags]
    assert not {"script", "link", "iframe", "object", "form"} & set(tags)
    assert tags.count("h1") == 1 and "main" in tags
    assert all(not name.startswith("on") for _, marks in found.tags for name in marks)
    sources = [marks["src"] or "" for tag, marks in found.tags if tag == "img"]
    assert sources and all(source.startswith("data:image/png;base64,") for source in sources)
    assert all(marks.get("alt") for tag, marks in found.tags if tag == "img")
    ids = [marks["id"] for _, marks in found.tags if "id" in marks]
    assert len(ids) == len(set(ids))
    places = [marks["href"] or "" for tag, marks in found.tags if tag == "a"]
    assert {place[1:] for place in places if place.startswith("#")} <= set(ids)
    assert {place for place in places if not place.startswith("#")} == {"https://example.org/musyawarah"}
    assert all(marks.get("scope") == "col" for tag, marks in found.tags if tag == "th")


@pytest.mark.parametrize(("number", "form"), EVERY)
def test_the_same_input_gives_the_same_bytes(
    made: dict[tuple[int, str], bytes], number: int, form: str
) -> None:
    again = render(
        whole_plan(), number, form=form, training=True, made_on=date(2026, 11, 24), pictures=PICTURES
    )
    assert again == made[number, form]


@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_hostile_text_is_only_text(number: int, form: str) -> None:
    texts: list[str] = []
    plan = hostile(small_plan(), texts)
    assert isinstance(plan, Plan)
    markup = '<script>alert(1)</script>&amp;"><img src=x onerror=1> {PAGE} ]]> <w:t>x</w:t>'
    plan = plan.model_copy(update={"vision": f"{evil(texts)} {markup}"})
    content = render(plan, number, form=form)
    shown = text_of(content, form)
    assert bare(markup) in bare(shown)
    if number == 2:
        assert [text for text in texts if bare(text) not in bare(shown)] == []
    assert not {"\u202e", "\x1b", "\x00", "\u200b"} & set(shown)
    if form == "html":
        assert "<script" not in content.decode() and "onerror=1>" not in content.decode()
    else:
        fields = list(Document(BytesIO(content)).element.body.iter(qn("w:instrText")))
        assert all(node.text.strip().startswith(("TOC ", "SEQ ")) for node in fields)


@pytest.mark.parametrize(("number", "form"), EVERY)
def test_an_almost_empty_plan_becomes_every_book(number: int, form: str) -> None:
    data: dict[str, Any] = {
        "format": "haluan-plan/1",
        "region": {"name": "Kabupaten Contoh"},
        "title": "Rencana (fiktif)",
        "period": {"first_year": 2027, "last_year": 2026},
    }
    text = bare(text_of(render(load(data), number, form=form), form))
    assert bare("elum diketahui") in text
    assert "Rp0" not in text


def test_english_readers_get_english_everywhere() -> None:
    for number, form in EVERY:
        text = bare(text_of(render(whole_plan(), number, form=form, lang="en"), form))
        assert bare("About this book") in text
        assert bare("belum diketahui") not in text


def test_a_picture_with_broken_pixels_is_said_to_be_missing() -> None:
    broken = dict.fromkeys(PICTURES, b"\x89PNG\r\n\x1a\n" + b"rusak" * 20)
    assert render(whole_plan(), 3, pictures=broken).startswith(b"%PDF")


def test_a_form_there_is_none_of_is_refused() -> None:
    with pytest.raises(BookError, match="pilih pdf, docx, atau html"):
        render(load(whole_data()), 2, form="odt")


ALLOWED = {"p", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "br", "div"}
ALLOWED |= {"table", "thead", "tbody", "tr", "th", "td"}
SIGNS = "ab #*_[]()!<>|-\n`\\&;1.:/>~{}$\"'=\x00\x1b\u202e\ufffe"


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(SIGNS), max_size=120))
def test_prose_of_anybody_is_neither_markup_nor_field(body: str) -> None:
    blocks = prose.read(body).blocks
    found = Words(web_page.fragment(blocks))
    assert {tag for tag, _ in found.tags} <= ALLOWED
    hrefs = [marks["href"] or "" for _, marks in found.tags if "href" in marks]
    assert all(href.startswith(("http://", "https://")) for href in hrefs)
    written = word_markup.run(body) + word_markup.table("T", [1], [], body)
    root = parse_xml(f"<w:body {word_markup.NAMESPACES}>{written}</w:body>")
    assert {node.tag.partition("}")[2] for node in root.iter()} <= {
        "body", "r", "t", "br", "tbl", "tblPr", "tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption",
        "tblGrid", "gridCol",
    }  # fmt: skip


def test_prose_cannot_become_code_of_the_typesetter() -> None:
    body = '#panic("a") $x$ #import "/etc/passwd" \\u{41} <label> @acuan // tutup /* buka `kode` = Judul'
    data = {**whole_data(), "chapters": [{"id": "BB-01", "book": "III", "title": body, "body": body}]}
    shown = bare("".join(pages(render(load(data), 3))))
    assert shown.count(bare('#panic("a") $x$ #import')) >= 2
