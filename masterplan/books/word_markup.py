"""WordprocessingML for the body of a book, as text. What users wrote goes through `_safe` and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from masterplan.books.letters import visible

NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")
AFTER_TABLE = '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def fill(document: Any, parts: Iterable[str]) -> None:
    """Puts the parts into the body of a document, before its page settings."""
    body = document.element.body
    for part in parts:
        for element in list(parse_xml(f"<w:body {NAMESPACES}>{part}</w:body>")):
            body.insert(len(body) - 1, element)


def style_id(name: str) -> str:
    """How python-docx makes the id of a style from its name."""
    return "Normal" if not name else name.replace(" ", "")


def paragraph(
    style: str,
    text: str,
    *,
    align: str = "left",
    keep: bool = False,
    opens_page: bool = False,
    before: int = 0,
    rule: str = "",
    fill: str = "",
    number: int | None = None,
) -> str:
    parts = [f'<w:pStyle w:val="{style_id(style)}"/>']
    parts += ["<w:keepNext/>"] if keep else []
    parts += ["<w:pageBreakBefore/>"] if opens_page else []
    parts += (
        [f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'] if number is not None else []
    )
    parts += (
        [f'<w:pBdr><w:top w:val="single" w:sz="18" w:space="6" w:color="{rule}"/></w:pBdr>'] if rule else []
    )
    parts += [f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'] if fill else []
    parts += [f'<w:spacing w:before="{before}"/>'] if before else []
    parts += [f'<w:jc w:val="{align}"/>'] if align != "left" else []
    return f"<w:p><w:pPr>{''.join(parts)}</w:pPr>{text}</w:p>"


def run(text: str, *, bold: bool = False, italic: bool = False, code: bool = False, colour: str = "") -> str:
    """Text in one look; its line breaks are lines."""
    marks = '<w:rStyle w:val="Code"/>' if code else ""
    marks += "<w:b/>" if bold else ""
    marks += "<w:i/>" if italic else ""
    marks += f'<w:color w:val="{colour}"/>' if colour else ""
    looks = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    said = "<w:br/>".join(f'<w:t xml:space="preserve">{_safe(part)}</w:t>' for part in text.split("\n"))
    return f"<w:r>{looks}{said}</w:r>"


def link_inside(label: str, inner: str) -> str:
    return f'<w:hyperlink w:anchor="{_mark(label)}" w:history="1">{inner}</w:hyperlink>'


def link_outside(relation: str, inner: str) -> str:
    return f'<w:hyperlink r:id="{relation}" w:history="1">{inner}</w:hyperlink>'


def bookmark(number: int, label: str, inner: str) -> str:
    if not label:
        return inner
    start = f'<w:bookmarkStart w:id="{number}" w:name="{_mark(label)}"/>'
    return f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>'


def field(code: str, shown: str) -> str:
    """A field of our own words: `code` never holds what a user wrote."""
    return f"{_open(code)}{run(shown)}{_CLOSE}"


def contents(code: str, entries: Sequence[tuple[str, str]]) -> str:
    """The field of a table of contents with its entries (style, text) as they are now."""
    parts = []
    for at, (style, text) in enumerate(entries):
        opening = _open(code) if at == 0 else ""
        parts.append(paragraph(style, f"{opening}{text}{_CLOSE if at == len(entries) - 1 else ''}"))
    return "".join(parts)


def table(style: str, widths: Sequence[int], rows: Iterable[str], caption: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    said = f'<w:tblCaption w:val="{_safe(caption)}"/>' if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id(style)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/>{said}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(cells: str, *, head: bool = False) -> str:
    """A row of heads is repeated on every page the table reaches; no row is broken over two."""
    marks = "<w:cantSplit/><w:tblHeader/>" if head else "<w:cantSplit/>"
    return f"<w:tr><w:trPr>{marks}</w:trPr>{cells}</w:tr>"


def together(rows: Sequence[str]) -> list[str]:
    """Rows such that no page ends after the head and the first of them, none begins with the last alone."""
    held = {0, 1, len(rows) - 3, len(rows) - 2}
    last = len(rows) - 1
    return [_kept(one) if at in held and at < last else one for at, one in enumerate(rows)]


def _kept(row: str) -> str:
    return _STYLED.sub(r"\1<w:keepNext/>", row)


def cell(paragraphs: str, width: int, *, span: int = 1, fill: str = "", beside: int | None = None) -> str:
    marks = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    marks += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    marks += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    if beside is not None:
        marks += (
            f'<w:tcMar><w:left w:w="{beside}" w:type="dxa"/><w:right w:w="{beside}" w:type="dxa"/></w:tcMar>'
        )
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{paragraphs}</w:tc>"


def picture(number: int, relation: str, width: int, height: int, name: str, alt: str) -> str:
    about = f'id="{number}" name="{_safe(name)}" descr="{_safe(alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f"<wp:docPr {about}/><a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr {about}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def mixed(colour: str, share: float) -> str:
    """A colour on white: `share` of it, as Word writes it."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)


def _safe(text: str) -> str:
    return escape(visible(text), {'"': "&quot;"})


def _mark(label: str) -> str:
    """A name Word takes for a bookmark: ours are letters, digits and hyphens."""
    return "b_" + label.replace("-", "_")


def _open(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


_STYLED = re.compile(r'(<w:p><w:pPr><w:pStyle w:val="\w+"/>)')
_CLOSE = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
