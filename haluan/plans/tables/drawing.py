"""The body of a table as markup. Written here and not in a template: seven thousand cells would take it a second."""

from __future__ import annotations

from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from haluan.plans.editor.page import element_url
from haluan.plans.rules import Answer

from .base import Row, Table
from .cells import Column, text_of


def texts(table: Table, row: Row, columns: list[Column]) -> list[str]:
    return [text_of(table.value(row, column), column) for column in columns]


def body(
    plan: Any, table: Table, columns: list[Column], rows: list[Row], may: dict[str, Answer]
) -> SafeString:
    """The markup of every row; a row that may not be written says why in `data-why`.

    End tags that HTML does without are left out: of seven thousand cells they are a sixth of the page.
    """
    opening = ['<td class="n">' if one.numeric else "<td>" for one in columns]
    lines = []
    for row in rows:
        why = "" if may[row.element] else f' data-why="{escape(may[row.element].reason)}"'
        cells = "".join(
            start + escape(text) for start, text in zip(opening, texts(table, row, columns), strict=True)
        )
        lines.append(f'<tr data-key="{escape(row.key)}"{why}><th scope="row">{link(plan, table, row)}{cells}')
    return mark_safe("".join(lines))  # noqa: S308 every text is escaped above


def link(plan: Any, table: Table, row: Row) -> str:
    """The first cell: to the same element on the desk."""
    url = url_of(plan, table, row)
    return f'<a href="{escape(url)}">{escape(row.element)}</a>' if url else escape(row.name)


def url_of(plan: Any, table: Table, row: Row) -> str:
    return element_url(plan, table.collection, row.element) if table.linked else ""
