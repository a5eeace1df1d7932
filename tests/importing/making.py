"""Pieces for making other people's files: what regions hand in, here for regions that do not exist."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.table import Table
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

DIMENSIONS = {
    "governance": "Smart Governance",
    "branding": "Smart Branding",
    "economy": "Smart Economy",
    "living": "Smart Living",
    "society": "Smart Society",
    "environment": "Smart Environment",
}


@dataclass(frozen=True)
class Expected:
    """One innovation as a careful person would have typed it from the file."""

    title: str
    dimension: str | None = None
    lead: str | None = None
    partners: tuple[str, ...] = ()
    years: tuple[int, int | None] | None = None
    """First year, and the last where the file names it."""
    money: dict[int, int] = field(default_factory=dict)
    """Year after the start → rupiah; a total that is not spread stands at 0."""


@dataclass(frozen=True)
class Key:
    """The answers of one file; `issues`, `problems` and the like are what else may arrive, and nothing more."""

    innovations: tuple[Expected, ...]
    vision: str | None = None
    missions: tuple[str, ...] = ()
    issues: frozenset[tuple[str, str]] = frozenset()
    problems: frozenset[str] = frozenset()
    readiness: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Foreign:
    """A file of somebody else's, and its answers."""

    name: str
    content: bytes
    key: Key
    period: tuple[int, int] = (2025, 2029)
    """First and last year of the plan it is imported into: the reader leaves years that lie before it."""


def base_plan(**more: Any) -> dict[str, Any]:
    """The plan the files are imported into: a region of fiction with some agencies and two innovations."""
    return {
        "format": "haluan-plan/1",
        "region": {"name": "Kabupaten Rekaan"},
        "title": "Rencana Induk Smart City Kabupaten Rekaan 2025–2029 (rekaan)",
        "period": {"first_year": 2025, "last_year": 2029},
        "innovations": [
            {
                "id": "IN-01",
                "title": "Antrean Ramah Puskesmas",
                "dimension": "living",
                "lead_agency": "DINKES",
                "costs": [{"offset": 0, "capital": 150_000_000}],
            },
            {"id": "IN-02", "title": "Surat Selesai di Balai Desa", "dimension": "governance"},
        ],
        "agencies": [
            {"code": "BAPPEDA", "name": "Badan Perencanaan Pembangunan Daerah"},
            {"code": "DISKOMINFO", "name": "Dinas Komunikasi dan Informatika"},
            {"code": "DINKES", "name": "Dinas Kesehatan"},
            {"code": "DISDIK", "name": "Dinas Pendidikan"},
            {"code": "DLH", "name": "Dinas Lingkungan Hidup"},
            {"code": "DISHUB", "name": "Dinas Perhubungan"},
            {"code": "DISPARBUD", "name": "Dinas Pariwisata dan Kebudayaan"},
            {"code": "DPMPTSP", "name": "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"},
            {"code": "DPMD", "name": "Dinas Pemberdayaan Masyarakat dan Desa"},
            {"code": "BPBD", "name": "Badan Penanggulangan Bencana Daerah"},
        ],
        **more,
    }


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def put(sheet: Worksheet, first_row: int, rows: Iterable[Sequence[Any]], first_column: int = 1) -> int:
    """Writes rows as they are, None leaving a cell alone; the next free row."""
    row = first_row
    for row, values in enumerate(rows, first_row):
        for column, value in enumerate(values, first_column):
            if value is not None:
                sheet.cell(row, column, value)
    return row + 1


def document_bytes(document: Any) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def new_document() -> Any:
    return Document()


def table(document: Any, rows: Sequence[Sequence[Any]], style: str | None = "Table Grid") -> Table:
    """A Word table; a None merges the cell with the one above it, "<" with the one on its left."""
    result = document.add_table(rows=len(rows), cols=len(rows[0]))
    if style:
        result.style = style
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if value is None:
                result.cell(y - 1, x).merge(result.cell(y, x))
            elif value == "<":
                result.cell(y, x - 1).merge(result.cell(y, x))
            else:
                result.cell(y, x).text = str(value)
    return result


def fake_heading(document: Any, text: str) -> None:
    """A heading as most people make one: bold letters in an ordinary paragraph."""
    document.add_paragraph().add_run(text).bold = True


def ods(sheets: dict[str, Sequence[Sequence[Any]]]) -> bytes:
    """A minimal OpenDocument spreadsheet: texts, numbers and empty cells."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(_ods_row(row) for row in rows)}</table:table>'
        for name, rows in sheets.items()
    )
    head = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"'
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", mime)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", f"<office:document-content {head}>{body}</office:document-content>")
    return content.getvalue()


def _ods_row(row: Sequence[Any]) -> str:
    return f"<table:table-row>{''.join(_ods_cell(value) for value in row)}</table:table-row>"


def _ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
