"""The first sheet: what the workbook is, how to edit it, what comes of it."""

from __future__ import annotations

from xlsxwriter import Workbook

from masterplan.document import Data
from masterplan.language import Words
from masterplan.sheets.cells import presentable
from masterplan.sheets.layout import Table
from masterplan.sheets.look import LOCKED, MUTED, SEA, Formats, height, paper
from masterplan.sheets.words import FICTIONAL

NAME = Words("Petunjuk", "Guide")
FICTIONAL_PROVINCE = "99."


def is_training(document: Data) -> bool:
    """Regions in a province that does not exist are for training."""
    return str(document["region"].get("code", "")).startswith(FICTIONAL_PROVINCE)


def write(book: Workbook, formats: Formats, document: Data, tables: list[Table], lang: str) -> None:
    """Title, ten sentences, and the list of sheets with the number of rows in each."""
    sheet = book.add_worksheet(NAME.say(lang))
    sheet.set_column(0, 0, 3)
    sheet.set_column(1, 1, 26)
    sheet.set_column(2, 2, 84)
    sheet.set_column(3, 3, 10)
    row = 1
    title = formats.get(bold=True, font_size=20, font_color=SEA)
    sheet.set_row(row, 30)
    sheet.write_string(row, 1, presentable(str(document["title"]))[:200], title)
    sheet.write_string(
        row + 1, 1, presentable(str(document["region"]["name"]))[:200], formats.get(font_color=MUTED)
    )
    row += 2
    if is_training(document):
        sheet.write_string(row, 1, FICTIONAL.say(lang), formats.get(bold=True, font_color="#8a5a00"))
        row += 1
    head = formats.get(bold=True, font_size=13, font_color=SEA)
    term, text = formats.get(bold=True, text_wrap=True), formats.get(text_wrap=True)
    for heading, lines in _SECTIONS:
        row += 1
        sheet.write_string(row, 1, heading.say(lang), head)
        row += 1
        for name, sentence in lines:
            sheet.write_string(row, 1, name.say(lang), term)
            sheet.write_string(row, 2, sentence.say(lang), text)
            sheet.set_row(row, height([(sentence.say(lang), 84)]))
            row += 1
    row += 1
    sheet.write_string(row, 1, _SHEETS.say(lang), head)
    row += 1
    for at, words in enumerate((_SHEET, _WHAT, _ROWS), start=1):
        sheet.write_string(row, at, words.say(lang), formats.head())
    for table in tables:
        row += 1
        count = sum(1 for _ in table.rows(document)) if table.form != "plan" else len(table.columns)
        edge = {"border": 1, "border_color": "#dcd8cf"}
        sheet.write_string(row, 1, table.name.say(lang), formats.get(bold=True, **edge))
        sheet.write_string(row, 2, table.about.say(lang), formats.get(text_wrap=True, **edge))
        sheet.write_number(row, 3, count, formats.get(align="right", num_format="#,##0", **edge))
    row += 2
    sheet.write_blank(row, 1, None, formats.get(bg_color=LOCKED, border=1, border_color="#dcd8cf"))
    sheet.write_string(row, 2, _LOCKED.say(lang), text)
    sheet.activate()
    paper(sheet, 123, presentable(str(document["title"])).replace("&", "&&")[:180])


_Lines = tuple[tuple[Words, Words], ...]
_SECTIONS: tuple[tuple[Words, _Lines], ...] = (
    (Words("Cara menyunting", "How to edit"), (
        (Words("Mengubah", "Change"), Words(
            "Ubah isi sel mana pun yang tidak abu-abu. Arahkan penunjuk ke kepala kolom untuk membaca pertanyaannya; "
            "kolom bertanda * wajib diisi.",
            "Change any cell that is not grey. Point at the head of a column to read its question; "
            "a column with * must be filled.")),
        (Words("Menambah baris", "Add a row"), Words(
            "Tulis di bawah baris terakhir atau sisipkan baris. Kosongkan kodenya: kode baru diberikan saat dibaca. "
            "Di lembar lain, sebut unsur baru dengan namanya.",
            "Write below the last row or insert one. Leave its code empty: a new one is given when the file is read. "
            "On other sheets, name the new element by its name.")),
        (Words("Menghapus baris", "Delete a row"), Words(
            "Tulis x di kolom Hapus. Di lembar tanpa kolom itu, hapus barisnya. Baris yang terhapus dari lembar "
            "(setelah Review › Unprotect Sheet, tanpa kata sandi) juga dianggap dihapus.",
            "Write x in the column Delete. On a sheet without that column, delete the row. A row removed from a sheet "
            "(after Review › Unprotect Sheet, no password) counts as deleted, too.")),
        (Words("Angka dan uang", "Figures and money"), Words(
            "1.250.000, Rp1,25 miliar, 1,5 jt, dan 35 % dipahami. Rumus boleh dipakai: yang dibaca hasilnya.",
            "1250000, Rp1.25 billion, 1.5 million and 35% are understood. Formulas are fine: their result is read.")),
        (Words("Beberapa isian", "Several in one cell"), Words(
            "Satu baris satu isian dalam sel (Alt+Enter), dengan kode atau namanya.",
            "One a line in the cell (Alt+Enter), by code or by name.")),
        (Words("Mengatur lembar", "Arrange"), Words(
            "Kolom boleh dipindah, baris boleh diurutkan, lembar boleh diganti namanya; urutan baris tidak mengubah "
            "rencana, kecuali di lembar Misi dan Tata kelola. Kolom tambahan Anda tidak dibaca.",
            "Columns may be moved, rows sorted, sheets renamed; the order of rows changes nothing in the plan, except "
            "on the sheets Missions and Governance. Columns of your own are not read.")),
    )),
    (Words("Yang terjadi saat dibaca", "What comes of it"), (
        (Words("Perubahan", "Changes"), Words(
            "Haluan menunjukkan setiap perubahan sebelum apa pun diterapkan. Sel yang tidak Anda ubah tetap persis "
            "seperti semula, juga bila orang lain mengubahnya sementara itu.",
            "Haluan shows every change before anything is applied. A cell you did not change stays exactly as it was, "
            "also when somebody else changed it meanwhile.")),
        (Words("Yang ditolak", "Refusals"), Words(
            "Isi yang tidak dipahami ditolak per sel dengan satu kalimat, misalnya Inovasi!F17.",
            "What is not understood is refused cell by cell in one sentence, for example Innovations!F17.")),
        (Words("Kosong", "Empty"), Words(
            "Sel kosong berarti belum diketahui; jangan diisi dengan taksiran tanpa sumber.",
            "An empty cell means not known yet; do not fill it with a guess that has no source.")),
    )),
)  # fmt: skip
_SHEETS = Words("Lembar", "Sheets")
_SHEET = Words("Lembar", "Sheet")
_WHAT = Words("Isi", "What it holds")
_ROWS = Words("Baris", "Rows")
_LOCKED = Words(
    "Sel abu-abu adalah kode tetap; terkunci agar tidak berubah tanpa sengaja.",
    "Grey cells are stable codes; they are locked against accidents.",
)
