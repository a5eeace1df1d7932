"""Writes a plan as a workbook that people edit and that `reading` reads back.

The first row and the first column of a sheet are hidden and tell the reader what stands where, whatever is
renamed or moved. Texts are written as texts; there is no formula and no link in the whole workbook.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from masterplan.document import Data
from masterplan.language import Words
from masterplan.sheets import guide, memory
from masterplan.sheets.cells import Shown, presentable, show
from masterplan.sheets.layout import DELETE, OWNER, Column, Row, Table, identity_text, tables
from masterplan.sheets.look import DIMENSIONS, MUTED, SEA, Formats, height, paper
from masterplan.sheets.references import References
from masterplan.sheets.words import DELETE as DELETE_LABEL
from masterplan.sheets.words import DELETE_QUESTION, FICTIONAL, NO, YES, choice

KEYS, TITLE, ABOUT, HEAD, FIRST = range(5)
"""Rows: what stands where (hidden), name, explanation, heads, the first row of data."""
TABLE_MARK = "haluan:"
HEAD_MARK = "haluan-head"
LISTS = "_daftar"
SPARE = 500
"""Rows below the last one that still offer drop-downs."""
_PROTECTION = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "insert_columns": True,
    "delete_columns": True,
    "sort": True,
    "autofilter": True,
    "insert_hyperlinks": False,
}


def write(document: Data, *, lang: str = "id") -> bytes:
    """The workbook (.xlsx) of a valid document."""
    target = io.BytesIO()
    book = Workbook(
        target,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    _Writer(book, document, lang).write()
    book.close()
    return target.getvalue()


class _Writer:
    def __init__(self, book: Workbook, document: Data, lang: str) -> None:
        self.book, self.document, self.lang = book, document, lang
        self.formats = Formats(book)
        self.references = References.of(document)
        self.lists: dict[str, list[str]] = {}
        self.title = presentable(str(document["title"]))

    def say(self, words: Words) -> str:
        return words.say(self.lang)

    def write(self) -> None:
        found = tables(self.document)
        self.book.set_properties({"title": self.title[:200], "author": "Haluan", "comments": memory.FORMAT})
        guide.write(self.book, self.formats, self.document, found, self.lang)
        for table in found:
            sheet = self.book.add_worksheet(self.say(table.name))
            if table.form == "plan":
                self._plan(sheet, table)
            else:
                self._table(sheet, table)
        self._hidden()

    def _plan(self, sheet: Worksheet, table: Table) -> None:
        """A row a field: its name, its value, the question."""
        self._top(sheet, table, [("", 0), ("label", 34), ("value", 70), ("question", 70)])
        sheet.set_row(HEAD, 18)
        heads = (Words("Isian", "Field"), Words("Isi", "Value"), Words("Keterangan", "Explanation"))
        for at, head in enumerate(heads, start=1):
            sheet.write_string(HEAD, at, self.say(head), self.formats.head())
        label = self.formats.get(bold=True, text_wrap=True, border=1, border_color="#dcd8cf")
        question = self.formats.get(font_color=MUTED, text_wrap=True, border=1, border_color="#dcd8cf")
        for row, column in enumerate(table.columns, start=FIRST):
            sheet.write_string(row, 0, column.path)
            sheet.write_string(row, 1, self._label(column), label)
            shown = self._cell(sheet, row, 2, column, column.value(self.document), form=True)
            sheet.set_row(row, height([(shown, 70), (self.say(column.question), 70)]))
            sheet.write_string(row, 3, self.say(column.question), question)
            self._choices(sheet, column, (row, row), 2)
        self._protect(sheet)
        sheet.freeze_panes(FIRST, 2)
        paper(sheet, 174, self._footer(), HEAD)

    def _table(self, sheet: Worksheet, table: Table) -> None:
        columns = list(_visible(table))
        self._top(sheet, table, [("", 0), *((column.path, column.width) for column in columns)])
        for at, column in enumerate(columns, start=1):
            sheet.write_string(HEAD, at, self._label(column), self.formats.head())
            self._note(sheet, at, column)
        sheet.set_row(HEAD, height([(self._label(column), column.width * 0.85) for column in columns]))
        row = FIRST - 1
        for row, line in enumerate(table.rows(self.document), start=FIRST):
            self._row(sheet, row, table, columns, line)
        last = row + SPARE
        for at, column in enumerate(columns, start=1):
            self._choices(sheet, column, (FIRST, last), at)
            if column.path == "dimension":
                self._colours(sheet, at, last)
        sheet.freeze_panes(FIRST, 1 + _frozen(columns))
        if row >= FIRST:
            sheet.autofilter(HEAD, 1, row, len(columns))
        if table.form != "entries":
            self._protect(sheet)
        paper(sheet, sum(column.width for column in columns), self._footer(), HEAD, _frozen(columns))

    def _top(self, sheet: Worksheet, table: Table, columns: list[tuple[str, float]]) -> None:
        sheet.write_string(KEYS, 0, f"{TABLE_MARK}{table.key}")
        sheet.write_string(HEAD, 0, HEAD_MARK)
        open_ = self.formats.get(locked=False, text_wrap=True)
        for at, (path, width) in enumerate(columns):
            sheet.set_column(at, at, width, open_, {"hidden": not at})
            if path:
                sheet.write_string(KEYS, at, path)
        sheet.set_row(KEYS, None, None, {"hidden": True})
        sheet.set_row(TITLE, 24)
        sheet.write_string(
            TITLE, 1, self.say(table.name), self.formats.get(bold=True, font_size=16, font_color=SEA)
        )
        sheet.write_string(
            ABOUT, 1, self.say(table.about), self.formats.get(font_color=MUTED, valign="vcenter")
        )

    def _row(self, sheet: Worksheet, row: int, table: Table, columns: list[Column], line: Row) -> None:
        sheet.write_string(row, 0, identity_text(line.identity))
        seen: list[tuple[object, float]] = []
        for at, column in enumerate(columns, start=1):
            shown: Shown
            if column.path == OWNER:
                shown = self.references.show(table.collection, line.owner)
                locked = table.form == "facets"
                sheet.write_string(row, at, shown, self.formats.cell("one", shown, locked=locked))
                seen.append((shown, column.width))
            elif column.path == DELETE:
                sheet.write_blank(row, at, None, self.formats.cell("flag", ""))
            else:
                locked = column.path == table.code
                shown = self._cell(sheet, row, at, column, column.value(line.thing), locked=locked)
                seen.append((shown, column.width))
        sheet.set_row(row, height(seen))

    def _cell(
        self,
        sheet: Worksheet,
        row: int,
        at: int,
        column: Column,
        value: object,
        *,
        locked: bool = False,
        form: bool = False,
    ) -> Shown:
        shown: Shown = show(value, column.kind, self.references, column.shape, self.lang)
        look = self.formats.cell(column.kind, shown, locked=locked, form=form)
        if shown == "":
            sheet.write_blank(row, at, None, look)
        elif isinstance(shown, str):
            sheet.write_string(row, at, shown, look)
        else:
            sheet.write_number(row, at, shown, look)
        return shown

    def _label(self, column: Column) -> str:
        return self.say(column.label) + (" *" if column.required else "")

    def _note(self, sheet: Worksheet, at: int, column: Column) -> None:
        text = self.say(column.question)
        lines = 2 + len(text) // 34
        sheet.write_comment(
            HEAD,
            at,
            text,
            {
                "author": "Haluan",
                "x_scale": 1.8,
                "y_scale": 0.28 * lines,
                "font_size": 10,
                "color": "#fffbe8",
            },
        )

    def _choices(self, sheet: Worksheet, column: Column, rows: tuple[int, int], at: int) -> None:
        """A drop-down from the hidden lists; something else may be written, and is judged when it is read."""
        name, said = _list_of(column, self.references, self.lang)
        if not said:
            return
        self.lists.setdefault(name, said)
        where = list(self.lists).index(name)
        last = xl_rowcol_to_cell(len(said) - 1, where, row_abs=True, col_abs=True)
        first = xl_rowcol_to_cell(0, where, row_abs=True, col_abs=True)
        sheet.data_validation(
            rows[0],
            at,
            rows[1],
            at,
            {"validate": "list", "source": f"='{LISTS}'!{first}:{last}", "error_type": "information",
             "error_title": "Haluan", "error_message": self.say(_NOT_LISTED)},
        )  # fmt: skip

    def _colours(self, sheet: Worksheet, at: int, last: int) -> None:
        for code, (ink, ground) in DIMENSIONS.items():
            sheet.conditional_format(
                FIRST,
                at,
                last,
                at,
                {
                    "type": "cell",
                    "criteria": "==",
                    "value": f'"{self.say(choice(code))}"',
                    "format": self.book.add_format({"font_color": ink, "bg_color": ground, "bold": True}),
                },
            )

    def _protect(self, sheet: Worksheet) -> None:
        """Without a password: it keeps codes from being overwritten by accident, nothing more."""
        sheet.protect("", _PROTECTION)

    def _footer(self) -> str:
        notice = f"{self.say(FICTIONAL)} " if guide.is_training(self.document) else ""
        return (notice + self.title).replace("&", "&&")[:180]

    def _hidden(self) -> None:
        lists = self.book.add_worksheet(LISTS)
        for at, said in enumerate(self.lists.values()):
            for row, text in enumerate(said):
                lists.write_string(row, at, text)
        kept = self.book.add_worksheet(memory.SHEET)
        for row, text in enumerate(memory.remember(self.document, self.lang)):
            kept.write_string(row, 0, text)
        lists.hide()
        kept.very_hidden()


def _visible(table: Table) -> Iterator[Column]:
    """The columns of the sheet; after the code of an element, the one that asks for its deletion."""
    if table.form == "elements" and not table.code:
        yield _DELETE
    for column in table.columns:
        yield column
        if column.path == table.code:
            yield _DELETE


def _frozen(columns: list[Column]) -> int:
    """How many columns stay in sight: up to the name of the row."""
    named = [at for at, column in enumerate(columns[:4], start=1) if column.kind in ("text", "prose", "one")]
    return min(named, default=1) if columns[0].path == OWNER else max(named, default=1)


def _list_of(column: Column, references: References, lang: str) -> tuple[str, list[str]]:
    if column.kind == "choice":
        return "|".join(column.shape.choices), [choice(code).say(lang) for code in column.shape.choices]
    if column.kind == "flag":
        return "flag", [YES.say(lang), NO.say(lang)]
    if column.path == DELETE:
        return "delete", ["x"]
    if column.kind == "one":
        return column.shape.refers or "", references.all(column.shape.refers or "")
    if column.kind == "whole" and column.shape.minimum == 1 and column.shape.maximum == 5:
        return "level", ["1", "2", "3", "4", "5"]
    return "", []


def _delete_column() -> Column:
    from masterplan.document.shape import Shape

    return Column(DELETE, "text", Shape("text"), DELETE_LABEL, DELETE_QUESTION, 8)


_DELETE = _delete_column()
_NOT_LISTED = Words(
    "Isi ini tidak ada dalam daftar. Anda boleh memakainya; Haluan memeriksanya saat lembar dibaca.",
    "This is not in the list. You may use it; Haluan judges it when the workbook is read.",
)
