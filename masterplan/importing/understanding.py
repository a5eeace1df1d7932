"""The two questions about a foreign file: what might it be (`guess`), and what does it say (`understand`)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from masterplan.document import ChangeSet, Data
from masterplan.importing.agencies import Agencies
from masterplan.importing.building import build, changes
from masterplan.importing.findings import Findings, quote
from masterplan.importing.glossary import agencies_explained, with_years
from masterplan.importing.guessing import Part, guess_table, parts_of
from masterplan.importing.headings import with_headings
from masterplan.importing.heads import columns_headed
from masterplan.importing.joining import joined
from masterplan.importing.labels import read_labels
from masterplan.importing.mapping import ColumnMapping, Mapping, TableMapping
from masterplan.importing.matrices import read_readiness, read_swot
from masterplan.importing.opening import read_foreign
from masterplan.importing.prose import read_prose
from masterplan.importing.roadmaps import read_road_map
from masterplan.importing.rows import read_problems, read_rows
from masterplan.importing.tables import Block, Foreign, Table
from masterplan.language import Words

SAMPLE_ROWS = 8


@dataclass(frozen=True, slots=True)
class TableGuess:
    """A table as guessed, with its first rows for people to look at."""

    mapping: TableMapping
    rows: int
    sample: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    """The numbers of the rows of the sample, as people count them."""


@dataclass(frozen=True, slots=True)
class Guess:
    """How a file would be understood: a mapping to change where it is wrong, and the tables it is about."""

    mapping: Mapping
    tables: tuple[TableGuess, ...]
    remarks: tuple[str, ...] = ()
    kind: str = "spreadsheet"


@dataclass(frozen=True, slots=True)
class Import:
    """What a file says: a change set whose `seen` and `left` tell where from, and what was not understood."""

    changes: ChangeSet
    mapping: Mapping

    @property
    def seen(self) -> tuple[Data, ...]:
        return self.changes.seen

    @property
    def left(self) -> tuple[str, ...]:
        return self.changes.left

    def where(self, element: str | None, field: str) -> str | None:
        """The place a field of an element comes from."""
        return next((s["where"] for s in self.seen if s["element"] == element and s["field"] == field), None)


def guess(raw: bytes, document: Data | None = None) -> Guess:
    """How a file might be understood. `Tahun ke-1` is the first year of the document's plan.

    Raises `OpeningError` for a file that is not opened.
    """
    foreign, _, parts = _prepared(raw)
    tables = tuple(_guessed(part, document) for part in parts)
    return Guess(Mapping(tuple(table.mapping for table in tables)), tables, foreign.remarks, foreign.kind)


def understand(document: Data, raw: bytes, mapping: Mapping | None = None, *, lang: str = "id") -> Import:
    """What a file says, as changes to a valid document; nothing is applied.

    Without a mapping the guess is used. Raises `OpeningError` for a file that is not opened and
    `MappingError` where the mapping fits nothing in it.
    """
    foreign, blocks, parts = _prepared(raw)
    guessed = Mapping(tuple(_guessed(part, document).mapping for part in parts))
    if mapping:
        tables = zip(parts, guessed.tables, strict=True)
        guessed = replace(guessed, tables=tuple(_with_head(part, table, mapping) for part, table in tables))
    used = mapping.fitted(guessed) if mapping else guessed
    agencies = _agencies(document, used, blocks)
    findings = Findings()
    period = document["period"]["first_year"]
    for part, table in zip(parts, used.tables, strict=True):
        _read(part, table, agencies, findings, period)
    if used.prose and foreign.kind != "spreadsheet":
        read_prose(blocks, agencies, findings, period)
    built, seen = build(document, findings, agencies, lang)
    if all(isinstance(block, Table) and not block.rows for block in blocks):
        findings.leave(_WHOLE[foreign.kind], _NO_TEXT)
    left = [*foreign.remarks, *(f"{where}: {words.say(lang)}" for where, words in findings.left)]
    result = replace(changes(document, built), seen=tuple(seen), left=tuple(dict.fromkeys(left)))
    return Import(result, used)


def _prepared(raw: bytes) -> tuple[Foreign, list[Block], list[Part]]:
    foreign = read_foreign(raw)
    blocks = with_years(with_headings(foreign.blocks))
    return foreign, blocks, joined(parts_of(blocks))


def _guessed(part: Part, document: Data | None) -> TableGuess:
    period = document["period"]["first_year"] if document else None
    shown = part.table.rows[:SAMPLE_ROWS]
    sample = tuple(tuple(quote(cell.text) for cell in row.cells) for row in shown)
    numbers = tuple(row.number for row in shown)
    return TableGuess(guess_table(part, period), len(part.body), sample, numbers)


def _with_head(part: Part, table: TableMapping, mapping: Mapping) -> TableMapping:
    """The head that a kept mapping knows, where the guess sees none."""
    if table.head is None:
        for known in mapping.tables:
            if known.heads and (columns := columns_headed(part.table, known.heads)):
                first, last, texts = columns
                mapped = tuple(ColumnMapping(x, text, "ignore") for x, text in texts)
                return replace(table, head=(first, last), columns=mapped)
    return table


def _agencies(document: Data, mapping: Mapping, blocks: list[Block]) -> Agencies:
    known = [(agency["code"], agency["name"]) for agency in document.get("agencies", [])]
    codes = {code for code, _ in known}
    remembered = {text: code for text, code in mapping.agencies if code in codes}
    return Agencies(known, remembered, agencies_explained(blocks))


def _read(part: Part, table: TableMapping, agencies: Agencies, findings: Findings, period: int) -> None:
    if table.kind == "innovations":
        _leave_columns(table, findings)
        read_rows(part, table, agencies, findings, period)
    elif table.kind == "problems" and table.of("problem"):
        read_problems(part, table, findings)
    elif table.kind == "swot":
        read_swot(part, findings)
    elif table.kind == "readiness":
        read_readiness(part, findings)
    elif table.kind == "roadmap":
        read_road_map(part.table, findings)
    elif table.kind == "labels":
        read_labels(part, agencies, findings, period, table.dimension)
    elif part.table.rows:
        findings.leave(part.name, _IGNORED if table.why else _NOT_READ, why=table.why)


def _leave_columns(table: TableMapping, findings: Findings) -> None:
    read = {column.head for column in table.columns if column.role != "ignore"}
    unread = dict.fromkeys(column.head for column in table.columns if column.head and column.head not in read)
    if unread:
        findings.leave(table.table, _COLUMNS, columns=", ".join(f'"{quote(head, 60)}"' for head in unread))


_WHOLE = {"spreadsheet": "Lembar kerja", "word": "Naskah", "text": "Teks"}
_NO_TEXT = Words("tidak ada tulisan yang dapat dibaca", "nothing written that can be read")
_IGNORED = Words("tidak dibaca ({why})", "not read ({why})")
_NOT_READ = Words("tidak dibaca", "not read")
_COLUMNS = Words("kolom yang tidak dibaca: {columns}", "columns that are not read: {columns}")
