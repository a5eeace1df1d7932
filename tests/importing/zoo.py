"""Documents as they should not be, and some that only look so."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook
from PIL import Image

from tests.importing.making import document_bytes, new_document, saved, table
from tests.importing.tuned_words import lines_lists_and_sentences

HEAD = ["No", "Program", "Dimensi", "OPD", "Tahun", "Anggaran (Rp)"]
ROW = ["1", "Air Sampai Malam", "Smart Living", "Dinas Kesehatan", "2026", "75.000.000"]


def cut_short() -> bytes:
    return plain()[:-700]


def nothing() -> bytes:
    return b""


def without_text() -> bytes:
    return document_bytes(new_document())


def scanned() -> bytes:
    """A picture of a page and nothing else."""
    page = io.BytesIO()
    Image.new("L", (200, 280), 240).save(page, "png")
    document = new_document()
    document.add_picture(page)
    return document_bytes(document)


def locked() -> bytes:
    """What Office writes with a password: no zip, but a container with an encrypted package."""
    return (
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
    )


def with_macro() -> bytes:
    return _added(plain(), {"word/vbaProject.bin": b"rekaan"})


def outside_template() -> bytes:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="https://rekaan.invalid/jahat.dotm" TargetMode="External"/></Relationships>'
    )
    return _added(plain(), {"word/_rels/settings.xml.rels": relations.encode()})


def bomb() -> bytes:
    return _added(plain(), {"word/media.xml": b"<a>" + b" " * 40_000_000 + b"</a>"})


def entities() -> bytes:
    return _added(plain(), {"word/lain.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})


def tracked() -> bytes:
    return lines_lists_and_sentences().content


def nested_tables() -> bytes:
    """The table of programmes stands in a cell of a table that only makes the layout."""
    document = new_document()
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "Lampiran"
    inner = outer.cell(0, 1).add_table(rows=2, cols=6)
    for y, row in enumerate((HEAD, ROW)):
        for x, text in enumerate(row):
            inner.cell(y, x).text = text
    return document_bytes(document)


def nested_without_end() -> bytes:
    """A thousand tables, each in a cell of the other."""
    document = new_document()
    body = document.element.body
    for _ in range(1000):
        outer, row, cell = OxmlElement("w:tbl"), OxmlElement("w:tr"), OxmlElement("w:tc")
        body.append(outer)
        outer.append(row)
        row.append(cell)
        body = cell
    return document_bytes(document)


def huge(size: int = 15_000) -> bytes:
    """A table of so many rows and as many paragraphs."""
    document = new_document()
    table(document, [HEAD, ROW])
    rows = document.element.body.find(qn("w:tbl"))
    line = rows.findall(qn("w:tr"))[1]
    paragraph = document.add_paragraph("Uraian yang panjang dan tidak menyebut apa-apa.")._p
    content = _parts(document_bytes(document))
    xml = content["word/document.xml"]
    one_row, one_paragraph = _markup(line), _markup(paragraph)
    xml = xml.replace(one_row, one_row + b"".join(_numbered(one_row, number) for number in range(size)))
    content["word/document.xml"] = xml.replace(one_paragraph, one_paragraph * size)
    return _zipped(content)


def _numbered(row: bytes, number: int) -> bytes:
    return row.replace(b"Air Sampai Malam", f"Air Sampai Malam {number}".encode())


def _markup(element: object) -> bytes:
    """The markup of an element as it stands in the part, without repeated namespaces."""
    from lxml import etree

    text = etree.tostring(element)
    start = text.index(b">") + 1
    name = text[1 : text.index(b" ")]
    return b"<" + name + b">" + text[start:]


def other_content() -> bytes:
    """A sound document about something else, with years, money and an office in it."""
    document = new_document()
    document.add_heading("Notula rapat kerja bakti", 1)
    document.add_paragraph("Rapat pada tahun 2024 dihadiri Dinas Kesehatan; konsumsi Rp 450.000.")
    table(
        document,
        [["No", "Nama", "Kehadiran"], ["1", "Warga rekaan A", "hadir"], ["2", "Warga rekaan B", "izin"]],
    )
    return document_bytes(document)


def spreadsheet_named_document() -> bytes:
    """A workbook that somebody renamed to .docx: what it is counts, not what it is called."""
    book = Workbook()
    for row in (HEAD, ROW):
        book.active.append(row)
    return saved(book)


def plain() -> bytes:
    document = new_document()
    table(document, [HEAD, ROW])
    return document_bytes(document)


def _parts(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return content.getvalue()


def _added(raw: bytes, parts: dict[str, bytes]) -> bytes:
    return _zipped(_parts(raw) | parts)


REFUSED: dict[Callable[[], bytes], str] = {
    cut_short: "rusak atau terpotong",
    nothing: "berkas kosong",
    locked: "terkunci kata sandi",
    with_macro: "memuat makro",
    outside_template: "templat",
    bomb: "tidak wajar",
    entities: "DOCTYPE",
    nested_without_end: "terlalu dalam",
}
"""Each with words of its refusal."""

READ: dict[Callable[[], bytes], tuple[list[str], str]] = {
    without_text: ([], "tidak ada tulisan"),
    scanned: ([], "1 gambar tidak dibaca"),
    other_content: ([], "kolomnya tidak dikenal"),
    plain: (["Air Sampai Malam"], ""),
    nested_tables: (["Air Sampai Malam"], ""),
    spreadsheet_named_document: (["Air Sampai Malam"], ""),
    tracked: (
        [
            "Air Mengalir Sampai Malam", "Pilah dari Dapur", "Rumah Sakit Tanpa Kertas", "Jemput Pasien Cuci Darah",
            "Taman Baca Bergilir",
        ],
        "perubahan terlacak",
    ),
}  # fmt: skip
"""Each with the titles that arrive and words of what was left."""
