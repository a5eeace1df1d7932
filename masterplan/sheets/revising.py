"""Carries every row of a workbook into the document it was made from."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from masterplan.document import ABSENT, COLLECTIONS, Data, Fault, element_faults, get_field, keys_of
from masterplan.document.checking import shape_faults
from masterplan.document.paths import entry
from masterplan.document.shape import PLAN as PLAN_SHAPE
from masterplan.language import Words
from masterplan.sheets.cells import CellError, presentable, same, understand
from masterplan.sheets.editing import RowReader
from masterplan.sheets.grid import Found
from masterplan.sheets.identity import Identities, Lines
from masterplan.sheets.layout import OWNER, Row, Table, identity_text
from masterplan.sheets.ledger import Edit, Ledger
from masterplan.sheets.references import NAMED_BY, References

Merged = dict[tuple[int, int], str]


class Revision:
    """The document as the workbook has it, sheet by sheet: first the elements, then what belongs to them."""

    def __init__(
        self, base: Data, found: dict[str, Found], used: set[str], ledger: Ledger, written: str
    ) -> None:
        self.base, self.found, self.ledger, self.written = base, found, ledger, written
        self.plan = {name: value for name, value in base.items() if name not in COLLECTIONS}
        self.elements = {
            name: dict(zip(keys_of(name, base.get(name, [])), base.get(name, []), strict=True))
            for name in COLLECTIONS
        }
        self.hidden = {
            name: {identity_text(key): key for key in there} for name, there in self.elements.items()
        }
        """Keys by what the hidden column holds."""
        identities = Identities(ledger, base, used)
        self.lines = {name: identities.lines(found[name]) for name in COLLECTIONS if name in found}
        self.shown = References.of(base)
        self.rows = RowReader(ledger, self.shown, self._known(), written)

    def revise(self) -> Data:
        """The document with every edit that was understood."""
        for form in ("plan", "elements", "facets", "entries"):
            for found in self.found.values():
                if found.table.form == form:
                    merged = found.merged_cells()
                    for name in dict.fromkeys(merged.values()):
                        self.ledger.refuse(name, _MERGED)
                    _REVISERS[found.table.form](self, found, merged)
        parts = dict(self.plan)
        for name, there in self.elements.items():
            if there or name in self.base:
                parts[name] = list(there.values())
        return {name: parts[name] for name in PLAN_SHAPE.fields if name in parts}

    def _known(self) -> References:
        """What may be referred to after the edits: names as they are now, new elements, without those deleted."""
        names: dict[str, dict[str, str]] = {}
        for name, field in NAMED_BY.items():
            now = {key: str(item.get(field, "")) for key, item in self.elements[name].items()}
            lines, found = self.lines.get(name), self.found.get(name)
            if lines and found and field in found.columns:
                for key, row in lines.rows.items():
                    now[key] = found.page.text(row, found.columns[field])
                for key in lines.gone:
                    del now[key]
            names[name] = now
        return References(names)

    def _saw(self, element: str, was: Data, now: Data, edits: list[Edit]) -> None:
        for edit in edits:
            if get_field(was, edit.path) != get_field(now, edit.path):
                self.ledger.saw(element, edit.path, edit.place)

    def _plan(self, found: Found, merged: Merged) -> None:
        """A row a field."""
        at, identity = found.columns.get("value"), found.identity
        if at is None or identity is None:
            return
        edits = []
        places = {"": found.page.place(found.head, at)}
        for row in range(found.head + 1, len(found.page.rows)):
            column = found.table.by_path.get(found.page.text(row, identity))
            if column and (row, at) not in merged:
                places[column.path] = found.page.place(row, at)
                if edit := self.rows.edit(found, row, at, column, self.base):
                    edits.append(edit)
        plan = self.rows.apply(self.plan, edits, _plan_faults, lambda path: places.get(path, "")) or self.plan
        self._saw("", self.plan, plan, edits)
        self.plan = plan

    def _elements(self, found: Found, merged: Merged) -> None:
        """A row an element."""
        name, code, lines = found.table.collection, found.table.code, self.lines[found.table.key]
        there = self.elements[name]
        for key in lines.gone:
            del there[key]
        for key, row in lines.rows.items():
            fresh = key in lines.new
            was: Data = ({code: key} if code else {}) if fresh else there[key]
            self.ledger.know(entry(name, key), partial(found.place, row))
            edits = self.rows.edits(found, row, {} if fresh else was, code, merged)
            now = self._judged(found, row, was, edits) if edits or fresh else None
            if now is not None:
                there[key] = now
                self._saw(key, {} if fresh else was, now, edits)
        self.elements[name] = {key: there[key] for key in _order(list(there), lines) if key in there}

    def _judged(self, found: Found, row: int, was: Data, edits: list[Edit]) -> Data | None:
        name = found.table.collection
        return self.rows.apply(was, edits, partial(element_faults, name), partial(found.place, row))

    def _facets(self, found: Found, merged: Merged) -> None:
        """A row an element of another sheet; its years, sources of money or districts are columns."""
        name, met = found.table.collection, dict[str, int]()
        was = dict(zip(keys_of(name, self.base.get(name, [])), self.base.get(name, []), strict=True))
        for row in found.data_rows():
            if found.blank(row) or not (key := self._owner(found, row, found.identity_of(row))):
                continue
            if key in met:
                words = _OWNER_TWICE.with_(key=presentable(key), first=found.place(met[key]))
                self.ledger.refuse(found.place(row), words)
                continue
            met[key] = row
            there = self.elements[name][key]
            edits = self.rows.edits(found, row, was.get(key, {}), "", merged)
            now = self._judged(found, row, there, edits) if edits else None
            if now is not None:
                self._saw(key, there, now, edits)
                self.elements[name][key] = now
        for key, item in was.items():
            if key in self.elements[name] and key not in met and _shows(found.table, item):
                self.ledger.refuse(found.page.name, _ROW_GONE.with_(key=presentable(key)))

    def _owner(self, found: Found, row: int, hidden: str) -> str:
        """The element a row belongs to; empty where it is gone or refused."""
        name, at = found.table.collection, found.columns.get(OWNER)
        was = self.hidden[name].get(hidden, "")
        try:
            raw = found.page.read(row, at) if at is not None else ""
            if at is None or (was and same(self.shown.show(name, was), raw)):
                return was if was in self.elements[name] else ""
            key = understand(raw, "one", found.table.by_path[OWNER].shape, self.rows.known)
        except CellError as error:
            self.ledger.refuse(found.place(row, OWNER), error.words)
            return ""
        if key is ABSENT:
            self.ledger.refuse(
                found.place(row, OWNER), _NO_OWNER.with_(what=found.table.by_path[OWNER].label)
            )
        return str(key) if key in self.elements[name] else ""

    def _entries(self, found: Found, merged: Merged) -> None:
        """Kept entries stay in the order of the plan, new ones follow; missions and seats take the rows' order."""
        table = found.table
        base = {identity_text(row.identity): row for row in table.rows(self.base)}
        unclaimed = dict(base) if found.identity is None else {}
        kept: dict[str, list[tuple[float, Data]]] = defaultdict(list)
        for row in found.data_rows():
            natural = self._natural(found, row, unclaimed) if found.identity is None else None
            was = natural or base.get(found.identity_of(row))
            if found.blank(row) and (table.owned or not was or table.shows(was.thing, found.columns)):
                continue
            hidden = identity_text(was.owner) if was else ""
            owner = self._owner(found, row, hidden) if table.owned else ""
            if table.owned and not owner:
                if was and was.owner in self.elements[table.collection]:  # refused: it stays as it is
                    kept[was.owner].append((_index(was), was.thing))
                continue
            thing = self._entry(found, row, was, owner, merged)
            if thing is not None:
                stays = was if was and was.owner == owner and table.owned else None
                kept[owner].append((_index(stays) if stays else float("inf"), thing))
        for owner in list(self.elements[table.collection]) if table.owned else [""]:
            ordered = sorted(kept[owner], key=lambda pair: pair[0])
            self._replace(table, owner, [thing for _, thing in ordered])

    def _entry(self, found: Found, row: int, was: Row | None, owner: str, merged: Merged) -> Data | None:
        thing = was.thing if was else {}
        edits = self.rows.edits(found, row, thing, "", merged)
        now: Data | None = thing
        if edits or not was:
            judge = partial(_entry_faults, found.table)
            now = self.rows.apply(thing, edits, judge, partial(found.place, row))
            now = thing if now is None and was else now
        if now is not None and now != thing:
            self.ledger.saw(owner, found.table.field, edits[0].place)
        self._know_entry(found, row, owner, now or {})
        return now

    def _know_entry(self, found: Found, row: int, owner: str, thing: Data) -> None:
        """`innovations[IN-07].addresses[MS-03]`, where faults of references are told."""
        table = found.table
        natural = _NATURAL[table.field][0]
        field = entry(table.field, thing[natural]) if natural in thing else table.field
        above = f"{entry(table.collection, owner)}." if table.owned else ""
        self.ledger.know(above + field, partial(found.place, row))

    def _natural(self, found: Found, row: int, unclaimed: dict[str, Row]) -> Row | None:
        """The entry a row most likely is, where the hidden column is gone: its key cells show the same."""
        table = found.table
        columns = [table.by_path[path] for path in _NATURAL[table.field] if path in found.columns]
        at = found.columns.get(OWNER)
        for identity, one in unclaimed.items():
            owner = self.shown.show(table.collection, one.owner) if table.owned else ""
            if (at is None or same(owner, found.page.at(row, at))) and all(
                same(self.rows.shows(column, one.thing), found.page.at(row, found.columns[column.path]))
                for column in columns
            ):
                return unclaimed.pop(identity)
        return None

    def _replace(self, table: Table, owner: str, things: list[Data]) -> None:
        holder = self.elements[table.collection][owner] if table.owned else self.plan
        now = [table.unwrapped(thing) for thing in things]
        if now == holder.get(table.field, []):
            return
        changed = {name: value for name, value in holder.items() if name != table.field or now}
        changed |= {table.field: now} if now else {}
        if table.owned:
            self.elements[table.collection][owner] = changed
        else:
            self.plan = changed


_REVISERS = {
    "plan": Revision._plan,
    "elements": Revision._elements,
    "facets": Revision._facets,
    "entries": Revision._entries,
}
_NATURAL = {
    "addresses": ("problem",),
    "outcomes": ("indicator.name",),
    "alignment": ("document", "reference"),
    "sub_activities": ("code",),
    "missions": ("mission",),
    "governance": ("role", "name"),
}
"""The cells that tell the entries of a list apart."""


def _index(row: Row) -> float:
    return float(row.identity.rpartition("#")[2])


def _shows(table: Table, item: Data) -> bool:
    return any(column.value(item) is not ABSENT for column in table.columns if column.path != OWNER)


def _entry_faults(table: Table, thing: Data) -> list[Fault]:
    return list(
        shape_faults(table.item, table.unwrapped(thing), "mission" if table.key == "missions" else "")
    )


def _plan_faults(plan: Data) -> list[Fault]:
    return list(shape_faults(PLAN_SHAPE, plan, ""))


def _order(keys: list[str], lines: Lines) -> list[str]:
    """New rows stand behind the row above them; the rest keep the order of the plan, however they were sorted."""
    fresh = set(lines.new)
    order = [key for key in keys if key not in fresh]
    behind: str | None = None
    for key in lines.rows:
        if key in fresh:
            order.insert(order.index(behind) + 1 if behind in order else 0, key)
        behind = key
    return order


_MERGED = Words(
    "sel gabungan; pisahkan (Merge & Center › Unmerge) dan isi tiap selnya",
    "merged cells; unmerge them (Merge & Center › Unmerge) and fill each cell",
)
_OWNER_TWICE = Words(
    "baris {key} sudah ada di {first}; gabungkan kedua barisnya",
    "the row {key} already stands at {first}; join them",
)
_NO_OWNER = Words(
    "kolom {what} kosong; tulis kode atau namanya, atau hapus barisnya",
    "the column {what} is empty; write the code or name, or delete the row",
)
_ROW_GONE = Words(
    "baris {key} hilang; bila isinya harus dihapus, kembalikan barisnya lalu kosongkan selnya",
    "the row {key} is gone; to remove what it held, put the row back and empty its cells",
)
