"""The styles of a Word document, its head and foot, and a file whose bytes depend on nothing but the content."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from masterplan.books import word_markup as markup
from masterplan.books.blocks import Book
from masterplan.books.letters import visible

SERIF, MONO = "Cambria", "Consolas"
INK, MUTED, SEA = RGBColor(0x1C, 0x24, 0x30), RGBColor(0x56, 0x5F, 0x6D), RGBColor(0x0B, 0x5C, 0x6B)
LANGUAGES = {"id": "id-ID", "en": "en-GB"}

# name: (base, size, space before, space after, bold, colour)
PARAGRAPHS: dict[str, tuple[str, float, float, float, bool, RGBColor]] = {
    "Normal": ("", 10.5, 0, 6, False, INK),
    "Title": ("", 34, 6, 0, False, INK),
    "Subtitle": ("", 16, 0, 18, False, MUTED),
    "Heading 1": ("", 22, 22, 10, False, INK),
    "Heading 2": ("", 15, 18, 6, False, INK),
    "Heading 3": ("", 12, 16, 4, True, INK),
    "Caption": ("", 9.5, 8, 4, True, INK),
    "Quote": ("", 10.5, 4, 6, False, MUTED),
    "List Bullet": ("", 10.5, 0, 3, False, INK),
    "List Number": ("", 10.5, 0, 3, False, INK),
    "Lead": ("Normal", 13, 0, 8, False, INK),
    "Large": ("Normal", 14.5, 0, 8, False, INK),
    "Note": ("Normal", 8.5, 2, 6, False, MUTED),
    "Cover Note": ("Normal", 12, 0, 6, False, MUTED),
    "Source Entry": ("Normal", 10, 0, 4, False, INK),
    "Contents Title": ("Normal", 22, 0, 10, False, INK),
    "Picture": ("Normal", 10.5, 0, 10, False, INK),
    "Missing": ("Normal", 10.5, 18, 24, False, MUTED),
    "Table Text": ("Normal", 8.5, 1, 1, False, INK),
    "Table Head": ("Table Text", 8.5, 1, 2, True, MUTED),
    "Table Head Small": ("Table Text", 6.5, 1, 2, False, MUTED),
    "Table Step": ("Table Text", 8.5, 2, 2, False, INK),
    "Table List": ("Table Text", 8.5, 1, 2, False, INK),
    "After Table": ("Normal", 4, 0, 4, False, INK),
    "toc 1": ("Normal", 10.5, 6, 1, True, INK),
    "toc 2": ("Normal", 10.5, 0, 1, False, INK),
    "toc 3": ("Normal", 9, 0, 1, False, MUTED),
}
TABLES = {
    "Book Table": {"top": "85898C", "bottom": "85898C", "insideH": "DCD8CF"},
    "Plain Book Table": {},
    "Square Book Table": dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), "85898C"),
}


def prepare(document: Any, book: Book) -> None:
    """Page, styles, language, head and foot of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(27), Mm(23)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    section.different_first_page_header_footer = True
    for name, look in PARAGRAPHS.items():
        _paragraph_style(document, name, *look)
    for level in (2, 3):
        document.styles[f"toc {level}"].paragraph_format.left_indent = Mm(5 * (level - 1))
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        document.styles[name].paragraph_format.keep_with_next = True
    document.styles["Quote"].paragraph_format.left_indent = Mm(8)
    document.styles["Table List"].paragraph_format.left_indent = Mm(3)
    document.styles["Table List"].paragraph_format.first_line_indent = Mm(-3)
    code = document.styles.add_style("Code", WD_STYLE_TYPE.CHARACTER)
    code.font.name, code.font.size = MONO, Pt(8)
    link = document.styles.add_style(
        "Hyperlink", WD_STYLE_TYPE.CHARACTER
    )  # what a reader gives links without
    link.font.color.rgb, link.font.underline = SEA, False
    for name, borders in TABLES.items():
        _table_style(document, name, borders)
    _speak(document, LANGUAGES[book.lang])
    _margins(section, book)


def _paragraph_style(
    document: Any,
    name: str,
    base: str,
    size: float,
    before: float,
    after: float,
    bold: bool,
    colour: RGBColor,
) -> None:
    found = [style for style in document.styles if style.name == name]
    style = found[0] if found else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if base:
        style.base_style = document.styles[base]
    style.font.name, style.font.size, style.font.bold, style.font.italic = SERIF, Pt(size), bold, False
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for mark in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{mark}"), None)
    fonts.set(qn("w:cs"), SERIF)
    for rule in style.element.xpath("./w:pPr/w:pBdr | ./w:rPr/w:spacing"):
        rule.getparent().remove(rule)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _table_style(document: Any, name: str, borders: dict[str, str]) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    properties = _add(style.element, "w:tblPr")
    lines = _add(properties, "w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if side in borders:
            _add(lines, f"w:{side}", val="single", sz="4", space="0", color=borders[side])
    margins = _add(properties, "w:tblCellMar")
    for side in ("left", "right"):
        _add(margins, f"w:{side}", w="70", type="dxa")


def _speak(document: Any, language: str) -> None:
    """The language of all text, for spelling and for screen readers."""
    defaults = document.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr")[0]
    for old in defaults.xpath("./w:lang"):
        defaults.remove(old)
    _add(defaults, "w:lang", val=language, eastAsia=language)


def _margins(section: Any, book: Book) -> None:
    head = section.header.paragraphs[0]
    head.style = "Note"
    head.add_run(visible(book.header))
    first = section.first_page_header.paragraphs[0]
    first.style = "Note"
    for paragraph in (section.header.add_paragraph(style="Note"), first) if book.training else ():
        run = paragraph.add_run(book.training or "")
        run.bold, run.font.color.rgb = True, RGBColor(0xA3, 0x48, 0x1A)
    foot = section.footer.paragraphs[0]
    foot.style = "Note"
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run("\t")
    for element in parse_xml(f"<w:p {markup.NAMESPACES}>{markup.field('PAGE', '1')}</w:p>"):
        foot._p.append(element)


# Lists


def restarted(document: Any, style: str) -> int:
    """A numbering that begins with 1, for one list."""
    numbering = document.part.numbering_part.element
    used = document.styles[style].element.xpath("./w:pPr/w:numPr/w:numId/@w:val")[0]
    abstract = numbering.xpath(f'./w:num[@w:numId="{int(used)}"]/w:abstractNumId/@w:val')[0]
    number = numbering.add_num(int(abstract))
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _add(parent: Any, name: str, **values: str) -> Any:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)
    return element


# The file


def saved(document: Any, book: Book, day: datetime) -> bytes:
    """Title, author and date, and a zip whose bytes depend on nothing but the content."""
    about = document.core_properties
    about.title, about.author = visible(book.document_title), visible(book.author)
    about.language, about.comments, about.last_modified_by = LANGUAGES[book.lang], "", ""
    about.created = about.modified = day.replace(tzinfo=None)
    first = BytesIO()
    document.save(first)
    again = BytesIO()
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return again.getvalue()
