"""How a foreign file is to be understood: a guess that a person may change, keep, and use again next year.

Plain JSON, `haluan-mapping/1`. A kept mapping finds its table by name, or by its heads where the name changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args

from masterplan.importing.heads import ROLES, Role
from masterplan.importing.names import plain
from masterplan.language import Words

FORMAT = "haluan-mapping/1"
Kind = Literal["innovations", "problems", "swot", "readiness", "roadmap", "labels", "ignore"]
Level = Literal["programme", "activity", "sub_activity"]
KINDS: tuple[str, ...] = get_args(Kind)
LEVELS: tuple[str, ...] = get_args(Level)
DIMENSION_NAMES = ("governance", "branding", "economy", "living", "society", "environment")
MAX_SIZE = 1024 * 1024


class MappingError(ValueError):
    """A text that is no mapping, or one that fits nothing in the file."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.id)
        self.words = words

    def say(self, lang: str = "id") -> str:
        return self.words.say(lang)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """One column: where it stands, what its head says, its role; for money the year and the unit in rupiah."""

    column: int
    head: str
    role: Role
    year: int | None = None
    unit: int | None = None
    confidence: float = 1.0

    def to_data(self) -> dict[str, Any]:
        data: dict[str, Any] = {"column": self.column + 1, "head": self.head, "role": self.role}
        data |= {"year": self.year} if self.year else {}
        data |= {"unit": self.unit} if self.unit else {}
        return data | {"confidence": round(self.confidence, 2)}


@dataclass(frozen=True, slots=True)
class TableMapping:
    """One table: what its rows are; `head` its rows (first and last, counted from 1), None without a head."""

    table: str
    kind: Kind
    head: tuple[int, int] | None = None
    columns: tuple[ColumnMapping, ...] = ()
    dimension: str | None = None
    level: Level = "programme"
    confidence: float = 1.0
    why: str = ""

    def of(self, *roles: str) -> list[ColumnMapping]:
        return [column for column in self.columns if column.role in roles]

    @property
    def heads(self) -> tuple[str, ...]:
        """The words of the heads, whatever order the columns are in."""
        return tuple(sorted(plain(column.head) for column in self.columns if column.head))

    def to_data(self) -> dict[str, Any]:
        data: dict[str, Any] = {"table": self.table, "kind": self.kind}
        data |= {"head": list(self.head)} if self.head else {}
        data |= {"dimension": self.dimension} if self.dimension else {}
        data |= {"level": self.level} if self.level != "programme" else {}
        data["columns"] = [column.to_data() for column in self.columns]
        data["confidence"] = round(self.confidence, 2)
        return data | ({"why": self.why} if self.why else {})


@dataclass(frozen=True, slots=True)
class Mapping:
    """The whole: tables, whether running text is read, what names of agencies mean."""

    tables: tuple[TableMapping, ...] = ()
    prose: bool = True
    agencies: tuple[tuple[str, str], ...] = ()

    def to_data(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "tables": [table.to_data() for table in self.tables],
            "prose": self.prose,
            "agencies": dict(self.agencies),
        }

    @classmethod
    def from_data(cls, data: Any) -> Mapping:
        """A mapping from plain JSON data. Raises `MappingError`."""
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise MappingError(_NO_MAPPING)
        tables, agencies = data.get("tables", []), data.get("agencies", {})
        if not isinstance(tables, list) or not isinstance(agencies, dict):
            raise MappingError(_NO_MAPPING)
        if not all(isinstance(code, str) for code in agencies.values()):
            raise MappingError(_FIELD.with_(place="agencies"))
        return cls(
            tuple(_table(table, f"tables[#{index}]") for index, table in enumerate(tables, 1)),
            _is(data.get("prose", True), bool, "prose"),
            tuple(agencies.items()),
        )

    @classmethod
    def parse(cls, raw: bytes) -> Mapping:
        """A mapping from its JSON text. Raises `MappingError`."""
        try:
            return cls.from_data(json.loads(raw[: MAX_SIZE + 1].decode("utf-8-sig")))
        except (ValueError, RecursionError) as error:
            raise error if isinstance(error, MappingError) else MappingError(_NO_MAPPING) from None

    def fitted(self, guessed: Mapping) -> Mapping:
        """This mapping for the tables of another file: by name and heads, by heads alone, by name alone.

        A table that nothing was said about keeps its guess. Raises `MappingError` where nothing fits at all.
        """
        kept = [_fit(table, self.tables) for table in guessed.tables]
        if self.tables and guessed.tables and not any(kept):
            raise MappingError(_FITS_NOT)
        tables = tuple(found or table for found, table in zip(kept, guessed.tables, strict=True))
        return Mapping(tables, self.prose, self.agencies)


def _fit(guess: TableMapping, said: Iterable[TableMapping]) -> TableMapping | None:
    said = list(said)
    same_heads = [table for table in said if table.heads and table.heads == guess.heads]
    named = [table for table in said if table.table == guess.table]
    both = [table for table in same_heads if table in named]
    found = next(iter(both or same_heads or named), None)
    if found is None:
        return None
    return replace(
        found,
        table=guess.table,
        head=guess.head if found in same_heads else found.head or guess.head,
        dimension=found.dimension if found.table == guess.table else guess.dimension,
        columns=_moved(found, guess),
    )


def _moved(found: TableMapping, guess: TableMapping) -> tuple[ColumnMapping, ...]:
    """Columns by the words of their heads where they were re-ordered; as numbered where no head is told."""
    by_head: dict[str, list[ColumnMapping]] = {}
    for column in found.columns:
        by_head.setdefault(plain(column.head), []).append(column)
    if not guess.columns or set(by_head) == {""}:
        return found.columns
    moved = []
    for column in guess.columns:  # of two columns with one head the first is the first
        same = by_head.get(plain(column.head))
        moved.append(replace(same.pop(0), column=column.column) if same else column)
    return tuple(moved)


def _table(data: Any, place: str) -> TableMapping:
    if not isinstance(data, dict) or data.get("kind") not in KINDS:
        raise MappingError(_ONE_OF.with_(place=f"{place}.kind", choices=", ".join(KINDS)))
    level, dimension = data.get("level", "programme"), data.get("dimension")
    if level not in LEVELS:
        raise MappingError(_ONE_OF.with_(place=f"{place}.level", choices=", ".join(LEVELS)))
    if dimension not in (None, *DIMENSION_NAMES):
        raise MappingError(_ONE_OF.with_(place=f"{place}.dimension", choices=", ".join(DIMENSION_NAMES)))
    columns = _is(data.get("columns", []), list, f"{place}.columns")
    return TableMapping(
        table=_is(data.get("table"), str, f"{place}.table"),
        kind=data["kind"],
        head=_head(data.get("head"), f"{place}.head"),
        columns=tuple(
            _column(column, f"{place}.columns[#{index}]") for index, column in enumerate(columns, 1)
        ),
        dimension=dimension,
        level=level,
    )


def _head(value: Any, place: str) -> tuple[int, int] | None:
    if value is None:
        return None
    if isinstance(value, list) and len(value) == 2 and all(type(row) is int for row in value):
        first, last = value
        if 1 <= first <= last:
            return first, last
    raise MappingError(_FIELD.with_(place=place))


def _column(data: Any, place: str) -> ColumnMapping:
    if not isinstance(data, dict) or data.get("role") not in ROLES:
        raise MappingError(_ONE_OF.with_(place=f"{place}.role", choices=", ".join(ROLES)))
    column, year, unit = data.get("column"), data.get("year"), data.get("unit")
    if type(column) is not int or not 1 <= column <= 1000:
        raise MappingError(_FIELD.with_(place=f"{place}.column"))
    if year is not None and (type(year) is not int or not 2000 <= year <= 2100):
        raise MappingError(_FIELD.with_(place=f"{place}.year"))
    if unit is not None and (type(unit) is not int or not 1 <= unit <= 10**12):
        raise MappingError(_FIELD.with_(place=f"{place}.unit"))
    head = _is(data.get("head", ""), str, f"{place}.head")
    return ColumnMapping(column - 1, head, cast(Role, data["role"]), year, unit)


def _is(value: Any, kind: type, place: str) -> Any:
    if not isinstance(value, kind):
        raise MappingError(_FIELD.with_(place=place))
    return value


_NO_MAPPING = Words(
    f'bukan pemetaan; harus objek JSON dengan "format": "{FORMAT}"',
    f'is no mapping; it must be a JSON object with "format": "{FORMAT}"',
)
_FIELD = Words("{place} hilang atau salah isinya; perbaiki", "{place} is missing or wrong; mend it")
_ONE_OF = Words("{place} harus salah satu dari: {choices}", "{place} must be one of: {choices}")
_FITS_NOT = Words(
    "pemetaan tidak cocok dengan tabel mana pun di berkas ini; buat pemetaan baru dari berkasnya",
    "the mapping fits no table of this file; make a new one from the file",
)
