"""Which rows and columns of a table an address asks for, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from masterplan.document import ABSENT

from .base import Row, Table
from .cells import Column, plain, text_of

A_PAGE = 500


@dataclass(frozen=True)
class Asked:
    """What the address asks for; what no table has is left out."""

    words: str = ""
    column: str = ""
    empty: bool = False
    order: str = ""
    group: str = ""
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str], columns: list[Column]) -> Asked:
        names = {column.name for column in columns}
        groups = {column.group for column in columns}
        column, order, page = query.get("kolom", ""), query.get("urut", ""), query.get("halaman", "1")
        return cls(
            words=query.get("cari", "").replace("\0", "")[:200].strip(),
            column=column if column in names else "",
            empty=query.get("kosong") == "1" and column in names,
            order=order if order.removeprefix("-") in names else "",
            group=query["bagian"] if query.get("bagian") in groups else "",
            page=int(page) if page.isascii() and page.isdecimal() and len(page) < 5 else 1,
        )

    @property
    def filtered(self) -> bool:
        return bool(self.words or self.empty)

    def query(self, **other: Any) -> str:
        """The address of the same with something else."""
        now = {
            "cari": self.words,
            "kolom": self.column,
            "kosong": "1" if self.empty else "",
            "urut": self.order,
            "bagian": self.group,
        } | other
        return "?" + urlencode({name: value for name, value in now.items() if value})


def columns_shown(columns: list[Column], asked: Asked) -> list[Column]:
    """The first column always, for without it nobody knows what a row is about."""
    return [
        one for place, one in enumerate(columns) if not place or not asked.group or one.group == asked.group
    ]


def rows_shown(table: Table, columns: list[Column], rows: list[Row], asked: Asked) -> list[Row]:
    found = [row for row in rows if wanted(table, columns, row, asked)] if asked.filtered else rows
    column = next((one for one in columns if one.name == asked.order.removeprefix("-")), None)
    if not column:
        return found
    written = [(table.value(row, column), row) for row in found]
    filled = [pair for pair in written if pair[0] is not ABSENT]
    filled.sort(key=lambda pair: order_of(pair[0], column), reverse=asked.order.startswith("-"))
    return [row for _value, row in filled] + [row for value, row in written if value is ABSENT]


def order_of(value: Any, column: Column) -> Any:
    return value if column.numeric or column.kind == "tick" else plain(text_of(value, column))


def wanted(table: Table, columns: list[Column], row: Row, asked: Asked) -> bool:
    looked = [column for column in columns if asked.column in ("", column.name)]
    texts = [text_of(table.value(row, column), column) for column in looked]
    if asked.empty:
        return not any(texts)
    here = plain(" ".join(texts if asked.column else [row.key, *texts]))
    return all(word in here for word in plain(asked.words).split())
