"""Whatever stands in a table, the import ends, and what it proposes can be applied to the plan."""

from __future__ import annotations

import random

import pytest

from masterplan.document import apply, faults
from masterplan.importing import understand
from tests.importing.making import base_plan, document_bytes, new_document, table
from tests.importing.tables import book

WORDS = (
    None, "", "-", "No", "Program", "Kegiatan", "Sub Kegiatan", "Kode", "OPD", "SKPD", "Tahun", "2025", 2026, "2025-2027",
    "Anggaran (Rp juta)", "Anggaran", "Target", "Rp", "Rp 1,2 M", "1.250.000,00", 425000, 75.5, "SMART LIVING", "Jumlah",
    "Dinas Kesehatan", "Diskominfo, DPMD", "Dinas", "I.", "A.", "a", "1", 1, "1.02.02", "1.02.02.2.01.0003", "v", "√", "ya",
    "Kekuatan", "Kelemahan", "Peluang\n1. Wisata", "Infrastruktur", "Struktur", "Suprastruktur", "Level", "Indikator",
    "Satuan", "persen", "95%", "Masalah", "APBD", "Sumber Dana", "Air Sampai Malam", "Tahun ke-2", "Nama Program", ":",
    "Visi", "Misi", "x" * 300, "\u202eterbalik", "=1+1", "#REF!", "Dimensi", "Quick Win", -5, 1e15, 0, True,
)  # fmt: skip
GOOD = (
    "No",
    "Program",
    "Dimensi",
    "OPD",
    "Tahun",
    "Anggaran (Rp juta)",
    "Indikator",
    "Satuan",
    "2025",
    "2026",
)


@pytest.mark.parametrize("seed", range(60))
def test_any_table_can_be_imported(seed: int) -> None:
    dice = random.Random(seed)
    width, height = dice.randint(1, 10), dice.randint(1, 25)
    rows = [[dice.choice(WORDS) for _ in range(width)] for _ in range(height)]
    if seed % 2:
        rows.insert(dice.randint(0, 3), list(GOOD[:width]))
    raw = book(*rows) if seed % 3 else _word(rows)
    plan = base_plan()
    read = understand(plan, raw)
    after = apply(plan, read.changes)
    assert not list(faults(after))
    assert understand(plan, raw).changes == read.changes


def _word(rows: list[list[object]]) -> bytes:
    document = new_document()
    table(document, [["" if cell in (None, "<") else cell for cell in row] for row in rows])
    for row in rows:
        document.add_paragraph(": ".join(str(cell) for cell in row[:2]))
    return document_bytes(document)
