"""Which element each row of a sheet is: one the document has, a new one, or one that is to go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from masterplan.document import COLLECTIONS, Data, keys_of
from masterplan.language import Words
from masterplan.sheets.cells import clip, presentable
from masterplan.sheets.grid import Found
from masterplan.sheets.layout import DELETE, identity_text
from masterplan.sheets.ledger import Ledger

_DELETING = frozenset({"x", "ya", "yes", "hapus", "delete", "✓", "v", "1", "true"})


@dataclass
class Lines:
    """The rows of a sheet of elements, by the key each stands for; `order` has the new ones in their place."""

    rows: dict[str, int] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    """Keys whose row was refused: they stay as they are."""


class _Sheet:
    """The rows of one sheet, with what the document has for them; codes are compared as cells show them."""

    def __init__(self, found: Found, there: dict[str, Data]) -> None:
        self.found, self.there = found, there
        self.by_identity = {identity_text(key): key for key in there}
        self.codes_of = {key: self._shown(key) for key in there}
        self.by_code = {code: key for key, code in self.codes_of.items()}
        self.rows = list(found.data_rows())
        self.counted = Counter(self.code(row) for row in self.rows)

    def _shown(self, key: str) -> str:
        if self.found.table.code or self.found.identity is None:
            return clip(presentable(key)).strip()
        return identity_text(key)

    def code(self, row: int) -> str:
        """The code of a row; on a sheet without codes its hidden identity, or the cells that make its key."""
        found, path = self.found, self.found.table.code
        if path in found.columns:
            return found.page.text(row, found.columns[path])
        if found.identity is not None:
            hidden = found.identity_of(row)
            return self.codes_of.get(self.by_identity.get(hidden, ""), "") if path else hidden
        fields = COLLECTIONS[found.table.collection].key_fields
        cells = [found.page.text(row, found.columns[name]) for name in fields if name in found.columns]
        return "/".join(cell for cell in cells if cell)


class Identities:
    """Gives every row its key; new ids are never ones that are or were in use."""

    def __init__(self, ledger: Ledger, base: Data, used: Iterable[str]) -> None:
        self.ledger, self.base = ledger, base
        self._used = set(used)

    def lines(self, found: Found) -> Lines:
        """Judges the rows of one sheet of elements."""
        collection = found.table.collection
        items = self.base.get(collection, [])
        there = dict(zip(keys_of(collection, items), items, strict=True))
        lines = Lines()
        if found.identity is None and not found.columns.keys() & set(COLLECTIONS[collection].key_fields):
            self.ledger.refuse(found.page.place(found.head, 0), _NO_CODES.with_(sheet=found.page.name))
            lines.refused.update(there)
            return lines
        sheet = _Sheet(found, there)
        for row in sheet.rows:
            self._line(sheet, row, lines)
        lines.gone = [key for key in there if key not in lines.rows and key not in lines.refused]
        return lines

    def _line(self, sheet: _Sheet, row: int, lines: Lines) -> None:
        found = sheet.found
        code, was = sheet.code(row), sheet.by_identity.get(found.identity_of(row))
        place = found.place(row, found.table.code) or found.place(row)
        key = was if was is not None and code == sheet.codes_of[was] else sheet.by_code.get(code)
        if DELETE in found.columns and found.page.text(row, found.columns[DELETE]).lower() in _DELETING:
            return
        if key is not None and not (code == "" and key != was):
            self._old(sheet, row, key, was, place, lines)
        elif found.blank(row):
            return
        elif was is not None and found.table.code and sheet.counted[sheet.codes_of[was]] == 0:
            # The row was IN-07 and no other row is: its code was overwritten or emptied.
            words = _CODE_CHANGED if code else _CODE_CLEARED
            self.ledger.refuse(place, words.with_(code=sheet.codes_of[was]))
            lines.refused.add(was)
        elif found.table.key == "figures":
            self.ledger.refuse(place, _NO_FIGURE)
        else:
            self._new(found, code, place, row, lines)

    def _old(self, sheet: _Sheet, row: int, key: str, was: str | None, place: str, lines: Lines) -> None:
        found, code = sheet.found, sheet.codes_of[key]
        if key in lines.rows and found.table.code:
            first = found.place(lines.rows[key], found.table.code) or found.place(lines.rows[key])
            self.ledger.refuse(place, _TWICE.with_(code=code, first=first))
        elif key in lines.rows:  # a copied row of a sheet without codes: the copy is new
            self._new(found, "", place, row, lines)
        elif was not in (None, key) and sheet.counted[sheet.codes_of[was or ""]] == 0:
            self.ledger.refuse(place, _CODE_CHANGED.with_(code=sheet.codes_of[was or ""]))
            lines.refused.update((was or "", key))
        elif self._emptied(found, row) and found.table.shows(sheet.there[key], found.columns):
            if not found.table.code:
                return
            self.ledger.refuse(place, _EMPTIED.with_(code=code))
            lines.refused.add(key)
        else:
            lines.rows[key] = row

    def _emptied(self, found: Found, row: int) -> bool:
        """Whether only the code is left of a row that has more to show."""
        others = [path for path in found.columns if path not in (DELETE, found.table.code)]
        return len(others) > 1 and not any(found.page.text(row, found.columns[path]) for path in others)

    def _new(self, found: Found, code: str, place: str, row: int, lines: Lines) -> None:
        info = COLLECTIONS[found.table.collection]
        if not found.table.code:
            key = f"+{row}"
        elif code:
            if code in self._used:
                self.ledger.refuse(place, _USED.with_(code=code))
                return
            key = code
        elif info.prefix is None:
            self.ledger.refuse(place, _NEEDS_CODE)
            return
        else:
            key = free_id(info.prefix, self._used, dash=info.name != "sources")
        self._used.add(key)
        lines.rows[key] = row
        lines.new.append(key)


def free_id(prefix: str, used: Collection[str], *, dash: bool) -> str:
    """The next id that was never used: `IN-17`, or `S17`."""
    mark = "-" if dash else ""
    pattern = re.compile(rf"{prefix}-?0*([0-9]{{1,9}})")
    numbers = [int(found[1]) for key in used if (found := pattern.fullmatch(key))]
    return f"{prefix}{mark}{max(numbers, default=0) + 1:0{2 if dash else 1}d}"


_NO_CODES = Words(
    'kolom kode di lembar "{sheet}" tidak ada; kembalikan kolom Kode agar barisnya dikenali',
    'the sheet "{sheet}" has no column of codes; put the column Code back so that its rows are known',
)
_CODE_CHANGED = Words(
    "kode {code} diubah; tulis kembali {code}, atau tambahkan baris baru tanpa kode",
    "the code {code} was changed; write {code} again, or add a new row without a code",
)
_CODE_CLEARED = Words(
    "kode {code} terhapus; tulis kembali, atau hapus seluruh barisnya",
    "the code {code} was cleared; write it again, or delete the whole row",
)
_TWICE = Words(
    "kode {code} sudah ada di {first}; kosongkan kode baris ini bila ini baris baru",
    "the code {code} already stands at {first}; clear the code of this row if it is a new one",
)
_EMPTIED = Words(
    "baris {code} dikosongkan; tulis x di kolom Hapus untuk menghapusnya, atau isi kembali",
    "the row {code} was emptied; write x in the column Delete to remove it, or fill it again",
)
_USED = Words(
    "kode {code} sudah pernah dipakai; kosongkan kodenya, Haluan memberi yang baru",
    "the code {code} is or was in use; leave it empty, Haluan gives a new one",
)
_NEEDS_CODE = Words(
    "kodenya belum diisi; tulis kode singkat yang tetap", "its code is empty; write a short, stable one"
)
_NO_FIGURE = Words(
    "gambar baru tidak dapat ditambahkan dari lembar kerja; unggah gambarnya di Haluan",
    "a new figure cannot be added from a sheet; upload the picture in Haluan",
)
