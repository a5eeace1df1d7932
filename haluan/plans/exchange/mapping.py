"""The mapping step: what each sheet and column of a foreign file is, guessed, shown, changed by a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext_lazy

from haluan.web.templatetags.haluan import DIMENSIONS
from masterplan.importing.heads import ROLES
from masterplan.importing.tables import letters

Data = dict[str, Any]
MOST_COLUMNS = 60
MONEY = frozenset({"cost", "total", "operating_per_year"})
DATED = MONEY | {"target", "mark"}
SURE, FAIRLY_SURE = 0.85, 0.6

ROLE_NAMES: dict[str, Any] = {
    "ignore": lazy("Tidak dibaca"),
    "title": lazy("Nama inovasi"),
    "programme": lazy("Program"),
    "activity": lazy("Kegiatan"),
    "sub_activity": lazy("Subkegiatan"),
    "dimension": lazy("Dimensi"),
    "sub_dimension": lazy("Subdimensi"),
    "problem": lazy("Masalah yang dijawab"),
    "service_change": lazy("Perubahan layanan"),
    "beneficiaries": lazy("Penerima manfaat"),
    "lead": lazy("Penanggung jawab"),
    "partners": lazy("Perangkat daerah mitra"),
    "years": lazy("Tahun pelaksanaan"),
    "start": lazy("Tahun mulai"),
    "end": lazy("Tahun selesai"),
    "mark": lazy("Tanda pada tahunnya"),
    "cost": lazy("Anggaran"),
    "operating_per_year": lazy("Biaya operasi per tahun"),
    "total": lazy("Jumlah anggaran"),
    "funding": lazy("Sumber dana"),
    "indicator": lazy("Indikator"),
    "unit": lazy("Satuan indikator"),
    "baseline": lazy("Keadaan awal"),
    "target": lazy("Target"),
    "quick_win": lazy("Program cepat"),
    "code": lazy("Kode"),
    "number": lazy("Nomor urut"),
}
KIND_NAMES: dict[str, Any] = {
    "innovations": lazy("Daftar inovasi atau program"),
    "problems": lazy("Daftar masalah"),
    "swot": lazy("Kekuatan, kelemahan, peluang, ancaman"),
    "readiness": lazy("Kesiapan daerah"),
    "roadmap": lazy("Peta jalan"),
    "labels": lazy("Satu inovasi, tiap baris satu keterangan"),
    "ignore": lazy("Jangan dibaca"),
}
LEVEL_NAMES: dict[str, Any] = {
    "programme": pgettext_lazy("tingkat", "Program"),
    "activity": pgettext_lazy("tingkat", "Kegiatan"),
    "sub_activity": pgettext_lazy("tingkat", "Subkegiatan"),
}
UNITS: dict[int, Any] = {
    1: lazy("rupiah"),
    1_000: lazy("ribu rupiah"),
    1_000_000: lazy("juta rupiah"),
    1_000_000_000: lazy("miliar rupiah"),
}


@dataclass(frozen=True)
class Column:
    """A column as the form asks about it."""

    number: int
    name: str
    head: str
    role: str
    year: int | None
    unit: int | None
    confidence: float | None


@dataclass(frozen=True)
class Sheet:
    """A table as the form asks about it; `lines` are its first rows with their numbers."""

    number: int
    name: str
    rows: int
    kind: str
    head: int | None
    dimension: str
    level: str
    confidence: float
    why: str
    columns: list[Column]
    lines: list[tuple[int, list[str], bool]]

    @property
    def sure(self) -> str:
        if self.confidence >= SURE:
            return "sure"
        return "fairly" if self.confidence >= FAIRLY_SURE else "unsure"


def sheets_of(guessed: Data) -> list[Sheet]:
    """The tables of a file in the order they stand in it."""
    pairs = zip(guessed["mapping"]["tables"], guessed["tables"], strict=True)
    return [_sheet(number, table, shown) for number, (table, shown) in enumerate(pairs)]


def _sheet(number: int, table: Data, shown: Data) -> Sheet:
    head = table.get("head")
    known = {column["column"] - 1: column for column in table["columns"]}
    width = max((len(row) for row in shown["sample"]), default=0)
    there = [
        place
        for place in range(max(width, max(known, default=-1) + 1))
        if place in known or any(place < len(row) and row[place] for row in shown["sample"])
    ][:MOST_COLUMNS]
    lines = [
        (at, [row[place] if place < len(row) else "" for place in there], bool(head and at <= head[1]))
        for at, row in zip(shown["numbers"], shown["sample"], strict=True)
    ]
    return Sheet(
        number=number,
        name=table["table"],
        rows=shown["rows"],
        kind=table["kind"],
        head=head[1] if head else None,
        dimension=table.get("dimension", ""),
        level=table.get("level", "programme"),
        confidence=table.get("confidence", 1),
        why=table.get("why", ""),
        columns=[_column(place, known.get(place, {})) for place in there],
        lines=lines,
    )


def _column(place: int, known: Data) -> Column:
    return Column(
        number=place,
        name=letters(place),
        head=known.get("head", ""),
        role=known.get("role", "ignore"),
        year=known.get("year"),
        unit=known.get("unit"),
        confidence=known.get("confidence"),
    )


def posted_mapping(post: Mapping[str, str], guessed: Data) -> Data:
    """The mapping that a form asks for: what it does not say stays as it was guessed."""
    told = guessed["mapping"]
    tables = [
        _posted_table(post, sheet, table)
        for sheet, table in zip(sheets_of(guessed), told["tables"], strict=True)
    ]
    return {**told, "tables": tables, "prose": post.get("naskah", "ya") == "ya"}


def _posted_table(post: Mapping[str, str], sheet: Sheet, told: Data) -> Data:
    at = f"t{sheet.number}"
    table: Data = {
        name: told[name] for name in ("table", "kind", "head", "dimension", "level") if name in told
    }
    table["kind"] = _one_of(post.get(f"{at}-kind"), KIND_NAMES, sheet.kind)
    table["level"] = _one_of(post.get(f"{at}-level"), LEVEL_NAMES, sheet.level)
    if f"{at}-dimension" in post:
        table["dimension"] = _one_of(post[f"{at}-dimension"], DIMENSIONS, None)
    last = _whole(post.get(f"{at}-head"), 1, 100_000) or sheet.head
    moved = last is not None and last != sheet.head
    if last is not None:
        first = told["head"][0] if told.get("head") else last
        table["head"] = [min(first, last), last]
    # Where the head is elsewhere, its words are no longer those that were guessed; only the places count.
    table["columns"] = [_posted_column(post, at, column, blind=moved) for column in sheet.columns]
    return table


def _posted_column(post: Mapping[str, str], at: str, column: Column, *, blind: bool) -> Data:
    name = f"{at}-c{column.number}"
    role = _one_of(post.get(f"{name}-role"), ROLES, column.role)
    told: Data = {"column": column.number + 1, "head": "" if blind else column.head, "role": role}
    year = _whole(post.get(f"{name}-year", str(column.year or "")), 2000, 2100)
    if role in DATED and year:
        told["year"] = year
    unit = _whole(post.get(f"{name}-unit", str(column.unit or "")), 1, 10**12)
    if role in MONEY and unit:
        told["unit"] = unit
    return told


def _one_of(text: str | None, choices: Any, otherwise: Any) -> Any:
    return text if text in choices else otherwise


def _whole(text: str | None, least: int, most: int) -> int | None:
    """A whole number between the two, written with plain digits; None for anything else."""
    if not text or not text.isascii() or not text.isdigit() or len(text) > 13:
        return None
    return int(text) if least <= int(text) <= most else None
