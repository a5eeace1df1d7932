"""Workbooks in the hands of a test: opened, edited as people do, saved by another program, spoiled."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from masterplan.document import canonical, parse
from masterplan.sheets import write

Data = dict[str, Any]


def full_plan() -> Data:
    """A small plan that holds something of everything a plan can hold."""
    return {
        "format": "haluan-plan/1",
        "region": {"code": "99.01", "name": "Kabupaten Latihan", "population": 1000},
        "title": "Rencana contoh (rekaan)",
        "period": {"first_year": 2027, "last_year": 2030},
        "vision": "Warga terlayani di rumah.",
        "missions": ["Misi satu", "Misi dua"],
        "settings": {"discount_rate": 0.03, "price_year": 2026, "carry_over": True},
        "readiness": [
            {"id": "RD-01", "element": "culture", "aspect": "Kebiasaan antre", "level": 2, "target_level": 4}
        ],
        "issues": [{"id": "SW-01", "kind": "weakness", "text": "Data warga terpencar"}],
        "problems": [
            {"id": "MS-01", "title": "Antre seharian", "dimension": "governance", "people_affected": 1200,
             "severity": 0.045, "districts": ["99.01.01", "99.01.02"], "people_by_district": {"99.01.01": 700},
             "indicator": {"name": "Waktu tunggu", "unit": "menit", "baseline": 143, "better": "lower"},
             "evidence": "A", "sources": ["S1"]},
            {"id": "MS-02", "title": "Obat terlambat"},
        ],
        "innovations": [
            {"id": "IN-01", "title": "Janji temu di loket", "dimension": "governance",
             "service_change": "Sebelumnya: antre. Sesudahnya: datang pada jamnya.",
             "addresses": [{"problem": "MS-01", "share": {"low": 0.1, "mode": 0.25, "high": 0.4}, "evidence": "C"}],
             "enablers": ["EN-01", "EN-02"], "lead_agency": "DUKCAPIL", "partner_agencies": ["KOMINFO"],
             "start": {"earliest": 2027, "latest": 2028}, "duration_years": 1,
             "costs": [{"offset": 0, "capital": 1250000000, "operating": 300000000}],
             "operating_per_year": 150000000, "funding": [{"source": "APBD", "share": 1}], "quick_win": True,
             "outcomes": [{"indicator": {"name": "Waktu tunggu", "unit": "menit", "baseline": 143, "better": "lower"},
                           "targets": {"2028": 60, "2030": 20}}],
             "alignment": [{"document": "RPJMD", "reference": "Program 3"}],
             "readiness": ["RD-01"], "issues": ["SW-01"],
             "sub_activities": [{"code": "2.12.01", "name": "Pelayanan", "share": 1}],
             "decision": "chosen", "scheduled_start": 2027, "sources": ["S1"]},
            {"id": "IN-02", "title": "Obat diantar kader", "requires": ["IN-01"],
             "addresses": [{"problem": "MS-02"}, {"problem": "MS-01"}], "decision": "proposed"},
            {"id": "IN-03", "title": "Loket malam", "dimension": "living"},
        ],
        "enablers": [
            {"id": "EN-01", "kind": "people", "title": "Petugas loket", "operating_per_year": 90000000},
            {"id": "EN-02", "kind": "technology", "title": "Daftar janji temu", "capital": 250000000, "exists": False},
        ],
        "agencies": [
            {"code": "DUKCAPIL", "name": "Dinas Kependudukan", "parallel_projects": 2},
            {"code": "KOMINFO", "name": "Dinas Kominfo"},
        ],
        "districts": [
            {"code": "99.01.01", "name": "Kota", "population": 600},
            {"code": "99.01.02", "name": "Pesisir"},
        ],
        "budget": [
            {"year": 2027, "amount": 5000000000},
            {"year": 2027, "source": "APBD", "amount": 4000000000},
            {"year": 2028, "amount": 6000000000},
        ],
        "governance": [
            {"role": "Ketua", "name": "Bupati", "body": "council"},
            {"role": "Anggota dari dunia usaha"},
        ],
        "legal_basis": "Peraturan Bupati",
        "risks": [{"id": "RS-01", "title": "Petugas berganti", "likelihood": 3, "owner": "KOMINFO", "innovations": ["IN-01"]}],
        "chapters": [{"id": "BB-01", "book": "I", "place": "opening", "title": "Pendahuluan", "body": "Isi.\n\n- satu"}],
        "figures": [{"id": "GB-01", "title": "Peta", "media_type": "image/png", "digest": "a" * 64}],
        "acceptances": [{"id": "TM-01", "code": "ENB101", "element": "IN-01", "reason": "Sudah dibahas."}],
        "sources": [{"id": "S1", "title": "RPJMD", "publisher": "Bappeda", "date": "2025"}],
    }  # fmt: skip


@dataclass(frozen=True)
class Formula:
    """A cell that calculates; `value` is what the program that saved it showed, None where it never did."""

    text: str
    value: Any = None


class Book:
    """The cells of a workbook by sheet, as another program would hold them."""

    def __init__(self, document: Data, lang: str = "id") -> None:
        self.sheets = {
            name: [list(row) for row in rows] for name, rows in _cells(canonical(document), lang).items()
        }
        self.merges: list[tuple[str, str]] = []

    def head(self, sheet: str) -> int:
        return next(at for at, row in enumerate(self.sheets[sheet]) if row and row[0] == "haluan-head")

    def column(self, sheet: str, label: str) -> int:
        labels = [str(value).removesuffix(" *") for value in self.sheets[sheet][self.head(sheet)]]
        return labels.index(label)

    def row(self, sheet: str, key: str) -> int:
        """The first row below the heads with a cell that is `key` or begins with it."""
        for at, cells in enumerate(self.sheets[sheet]):
            if at > self.head(sheet) and any(
                str(value) == key or str(value).startswith(f"{key} ·") for value in cells[1:]
            ):
                return at
        raise LookupError(key)

    def set(self, sheet: str, key: str | int, label: str, value: Any) -> None:
        row = key if isinstance(key, int) else self.row(sheet, key)
        column = self.column(sheet, label)
        cells = self.sheets[sheet]
        cells.extend([] for _ in range(row + 1 - len(cells)))
        cells[row].extend([""] * (column + 1 - len(cells[row])))
        cells[row][column] = value

    def add(self, sheet: str, at: int | None = None, **values: Any) -> int:
        """A new row with these labels (spaces as underscores), behind the last one or inserted at `at`."""
        rows = self.sheets[sheet]
        at = len(rows) if at is None else at
        rows.insert(at, [""] * len(rows[self.head(sheet)]))
        for label, value in values.items():
            self.set(sheet, at, label.replace("_", " "), value)
        return at

    def delete(self, sheet: str, key: str) -> None:
        del self.sheets[sheet][self.row(sheet, key)]

    def xlsx(self) -> bytes:
        target = io.BytesIO()
        book = Workbook(target)
        date = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in self.sheets.items():
            sheet = book.add_worksheet(name)
            for r, cells in enumerate(rows):
                for c, value in enumerate(cells):
                    if isinstance(value, Formula):
                        missing = value.value is None
                        sheet.write_formula(r, c, value.text, None, "" if missing else value.value)
                    elif isinstance(value, bool):
                        sheet.write_boolean(r, c, value)
                    elif isinstance(value, int | float):
                        sheet.write_number(r, c, value)
                    elif isinstance(value, datetime.date):
                        sheet.write_datetime(r, c, value, date)
                    elif value != "":
                        sheet.write_string(r, c, value)
        for name, place in self.merges:
            book.get_worksheet_by_name(name).merge_range(place, "gabungan")
        book.close()
        raw = target.getvalue()
        if any(
            isinstance(v, Formula) and v.value is None
            for rows in self.sheets.values()
            for row in rows
            for v in row
        ):
            raw = respell(raw, b"<v></v>", b"")
        return raw

    def ods(self) -> bytes:
        """As LibreOffice writes it, by hand: repeated blanks, types in attributes, text in paragraphs."""
        tables = []
        for name, rows in self.sheets.items():
            lines = "".join(
                f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>" for cells in rows
            )
            blank = '<table:table-cell table:number-columns-repeated="16384"/>'
            rest = f'<table:table-row table:number-rows-repeated="1048000">{blank}</table:table-row>'
            tables.append(f'<table:table table:name="{escape(name)}">{lines}{rest}</table:table>')
        content = (
            '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">'
            f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
        )
        manifest = (
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            "</manifest:manifest>"
        )
        return zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": content,
                "META-INF/manifest.xml": manifest,
            }
        )


@lru_cache(maxsize=8)
def _cells(document: str, lang: str) -> dict[str, list[list[Any]]]:
    with CalamineWorkbook.from_filelike(io.BytesIO(write(parse(document), lang=lang))) as book:
        return {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names
        }


def _ods_cell(value: Any) -> str:
    formula = ""
    if isinstance(value, Formula):
        formula = f' table:formula="of:{escape(value.text, {chr(34): "&quot;"})}"'
        value = value.value
    if value is None or value == "":
        return f"<table:table-cell{formula}/>"
    if isinstance(value, bool):
        shown = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, int | float):
        shown = f'office:value-type="float" office:value="{value!r}"'
    elif isinstance(value, datetime.date):
        shown = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    else:
        shown = 'office:value-type="string"'
    paragraphs = "".join(f"<text:p>{_ods_text(line)}</text:p>" for line in str(value).split("\n"))
    return f"<table:table-cell{formula} {shown}>{paragraphs}</table:table-cell>"


def _ods_text(line: str) -> str:
    return escape(line).replace("  ", ' <text:s text:c="1"/>')


def zipped(parts: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def parts_of(raw: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def respell(raw: bytes, old: bytes, new: bytes, where: str = "") -> bytes:
    """Every part (whose name ends with `where`) with other bytes in it."""
    parts = parts_of(raw)
    return zipped({n: c.replace(old, new) if n.endswith(where) else c for n, c in parts.items()})  # type: ignore[arg-type]


def with_part(raw: bytes, name: str, content: str | bytes) -> bytes:
    return zipped({**parts_of(raw), name: content})
