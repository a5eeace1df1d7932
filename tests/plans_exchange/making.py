"""A region's spreadsheet as it might come in, and how a test sends one."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from xlsxwriter import Workbook

from tests.plans_app.making import SMALL

HEADS = ["No", "Nama Inovasi", "Dimensi", "OPD Penanggung Jawab", "Tahun", "Anggaran (Rp juta)"]
ROWS = [
    [1, "Bank sampah di desa", "Smart Environment", "Dinas Lingkungan Hidup", 2027, 150],
    [2, "Antar obat ke rumah lansia", "Smart Living", "Dinas Kesehatan", 2026, 2500],
    [3, "Izin usaha selesai sehari", "Smart Economy", "Dinas Penanaman Modal", 2028, 75],
]


def programmes(rows: list[list[Any]] = ROWS, heads: list[str] = HEADS) -> bytes:
    """Titles above, a head, rows; no total."""
    raw = io.BytesIO()
    with Workbook(raw, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Program")
        sheet.write(0, 0, "DAFTAR INOVASI KABUPATEN CONTOH (REKAAN)")
        for at, cells in enumerate([heads, *rows], 3):
            sheet.write_row(at, 0, cells)
    return raw.getvalue()


def send(client: Any, slug: str, raw: bytes, name: str = "program.xlsx") -> Any:
    return client.post(reverse("plan-import", args=[slug]), {"berkas": SimpleUploadedFile(name, raw)})


def columns_form(client: Any, slug: str) -> dict[str, str]:
    """The mapping form as it is shown, to be changed and sent."""
    response = client.get(reverse("plan-import-columns", args=[slug]))
    assert response.status_code == 200, response.content.decode()
    form = {"naskah": "ya"}
    for sheet in response.context["sheets"]:
        at = f"t{sheet.number}"
        form |= {f"{at}-kind": sheet.kind, f"{at}-head": str(sheet.head or ""), f"{at}-level": sheet.level}
        for column in sheet.columns:
            form[f"{at}-c{column.number}-role"] = column.role
            form[f"{at}-c{column.number}-year"] = str(column.year or "")
            form[f"{at}-c{column.number}-unit"] = str(column.unit or "")
    return form


def by_name(response: Any) -> dict[str, Any]:
    """The proposals of a review by what they are called."""
    return {proposal.name: proposal for proposal in response.context["proposals"].all}


__all__ = ["HEADS", "ROWS", "SMALL", "by_name", "columns_form", "programmes", "send"]
