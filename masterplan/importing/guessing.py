"""The first guess at a file: its tables, the kind of each, the role of each column, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from masterplan.importing.agencies import Agencies, is_agency_name
from masterplan.importing.amounts import amount_of, is_nothing, unit_in
from masterplan.importing.cells import is_mark
from masterplan.importing.forms import form_width
from masterplan.importing.headings import programme_named
from masterplan.importing.heads import (
    Column,
    Head,
    Role,
    columns_of,
    cost_kind,
    find_heads,
    is_numbering,
    label_role,
)
from masterplan.importing.mapping import ColumnMapping, Kind, TableMapping
from masterplan.importing.names import (
    dimension_of,
    dimensions_in,
    is_tick,
    issue_kind,
    plain,
    readiness_element,
    yes_or_no,
)
from masterplan.importing.others import NAMES, is_other, not_the_plan
from masterplan.importing.roadmaps import is_road_map
from masterplan.importing.tables import Block, Cell, Heading, Paragraph, Row, Table
from masterplan.importing.years import nth_in, span_in, span_of, years_in

SAMPLE = 200
_NONE = Agencies([])
_SUMMARY = re.compile(r"\b(rekap\w*|ringkasan|resume|saat ini)\b")
_BUDGET_YEAR = re.compile(
    r"\b(?:anggaran|ta|rkpd|apbd)\.?\s+20[1-5]\d|^\s*(?:tahun\s+)?20[1-5]\d\s*$", re.IGNORECASE
)
_CONTINUED = re.compile(r"\b(lanjutan|sambungan|lanj)\b")
_PERIOD = re.compile(r"(20[1-5]\d)\s*(?:-|–|—|s\.?/?d\.?|sampai dengan|hingga)\s*(20[1-5]\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A table with at most one head: a sheet with two heads is two parts."""

    name: str
    table: Table
    head: tuple[int, int] | None
    """Rows from, up to."""

    @property
    def body(self) -> tuple[Row, ...]:
        return self.table.rows[self.head[1] :] if self.head else self.table.rows


def parts_of(blocks: Sequence[Block]) -> list[Part]:
    """The tables of a file, each with what stands above it, continued ones joined, each with one head."""
    parts: list[Part] = []
    for table, follows in _in_context(blocks):
        whole = Part(table.name, table, None)
        heads = [] if _special(whole)[0] in ("labels", "swot", "roadmap") else find_heads(table)
        if follows and parts and (rows := _going_on(parts[-1], table, heads)):
            last = parts[-1]
            parts[-1] = replace(last, table=last.table.with_rows(_together(last.table.rows, rows)))
            continue
        parts += _split(table, heads)
    return parts


def guess_table(part: Part, first_year: int | None) -> TableMapping:
    """What the rows of a part are; `first_year` is that of the plan."""
    plan_year, first_year = first_year, _first_year(part.table, first_year)
    dimension = _dimension(part.table)
    kind, why = _special(part)
    if kind or part.head is None:
        return TableMapping(
            part.name, kind or "ignore", None, (), dimension, confidence=0.9 if kind else 0.3, why=why
        )
    head = columns_of(part.table, *part.head, first_year)
    head = replace(head, columns=tuple(_titled(column, part) for column in head.columns))
    columns = _counted(_judged(head, part.body, first_year), part.body)
    kind, confidence, why = _kind(columns, part)
    if kind == "innovations" and (
        reason := not_the_plan(columns, part.table, part.body, dimension, plan_year)
    ):
        kind, confidence, why = "ignore", 0.7, reason
    numbers = part.table.rows[part.head[0]].number, part.table.rows[part.head[1] - 1].number
    mapped = tuple(
        ColumnMapping(column.index, column.head, column.role, column.year, column.unit, column.confidence)
        for column in columns
        if column.head or column.role != "ignore"
    )
    return TableMapping(part.name, kind, numbers, mapped, dimension, confidence=confidence, why=why)


def _titled(column: Column, part: Part) -> Column:
    """What a column of money leaves to the title or to a note below: the unit, and the year of a whole sheet."""
    if column.role not in ("cost", "total"):
        return column
    notes = [texts[0] for row in part.body[-5:] if len(texts := _row_texts(row)) == 1]
    unit = column.unit or next(filter(None, map(unit_in, notes)), None)
    years = {year for text in part.table.before if _BUDGET_YEAR.search(text) for year in years_in(text)}
    alone = column.role == "cost" and column.year is None and len(years) == 1
    return replace(column, unit=unit, year=years.pop() if alone else column.year)


def _in_context(blocks: Sequence[Block]) -> list[tuple[Table, bool]]:
    """Each table with the headings and captions above it, and whether it follows a table directly."""
    result: list[tuple[Table, bool]] = []
    stack: list[Heading] = []
    near: list[str] = []
    follows, below = False, 0
    for block in blocks:
        if isinstance(block, Heading):
            stack = [*(above for above in stack if above.level < block.level), block]
            near, follows = [], False
            below = 0
        elif isinstance(block, Paragraph):
            near = [*near[-2:], block.text]
            follows = follows and bool(_CONTINUED.search(plain(block.text)))
        else:
            before = block.before or (*(heading.text for heading in stack), *near)
            below += 1
            if below == 2:  # two tables below one heading: it names neither
                result[-1] = (replace(result[-1][0], named=None), result[-1][1])
            named = _named(stack) if below == 1 else None
            result.append((replace(block, before=tuple(before), named=named), follows))
            near, follows = [], True
    return result


def _named(stack: Sequence[Heading]) -> Heading | None:
    naming = programme_named(stack) if stack else None
    return replace(stack[-1], text=naming.title) if naming and naming.sure and not naming.part else None


def _going_on(part: Part, table: Table, heads: list[tuple[int, int]]) -> tuple[Row, ...]:
    """The rows of a table that goes on with the one before, as wide and without a head or with the same.

    The page ended between the two.
    """
    if part.head is None or part.table.sheet or part.table.width != table.width or len(heads) > 1:
        return ()
    if heads:
        same = heads[0][0] == 0 and _texts(table, heads[0]) == _texts(part.table, part.head)
        return table.rows[heads[0][1] :] if same else ()
    return () if issue_kind(table.rows[0].cell(0).text) else table.rows


def _together(above: Sequence[Row], below: Sequence[Row]) -> list[Row]:
    """The rows of two pages as one; a row that the page cut in two is whole again.

    Its rest stands in the first row of the next page, without a number or a code, in small letters.
    """
    if above and below and not below[0].cell(0) and above[-1].cell(0) and below[0].own():
        texts = [cell.text for _, cell in below[0].own()]
        pairs = [(above[-1].cell(x), below[0].cell(x)) for x in range(len(below[0].cells))]
        if all(text[0].islower() for text in texts) and all(a and a.number is None for a, b in pairs if b):
            whole = [Cell(f"{a.text} {b.text}") if b else a for a, b in pairs]
            return [*above[:-1], replace(above[-1], cells=tuple(whole)), *below[1:]]
    return [*above, *below]


def _split(table: Table, heads: list[tuple[int, int]]) -> list[Part]:
    if not heads:
        above = (table.name,) if table.sheet else table.before
        return [Part(table.name, table.with_rows(table.rows, above), None)]
    kept = [heads[0]]
    for head in heads[1:]:
        if _texts(table, head) != _texts(table, kept[-1]):
            kept.append(head)
    parts, begin = [], 0
    for index, (first, last) in enumerate(kept):
        end = _title_rows(table, kept[index + 1][0]) if index + 1 < len(kept) else len(table.rows)
        titles = [text for row in table.rows[begin:first] for text in _title_texts(row)]
        before = [table.name, *titles] if table.sheet else [*table.before, *titles]
        name = table.name if index == 0 else f"{table.name} #{index + 1}"
        parts.append(Part(name, table.with_rows(table.rows[first:end], before), (0, last - first)))
        begin = end
    return parts


def _texts(table: Table, head: tuple[int, int]) -> list[str]:
    return [plain(cell.text) for row in table.rows[head[0] : head[1]] for _, cell in row.own()]


def _title_rows(table: Table, head: int) -> int:
    """Rows of a single text directly above a second head are its title."""
    while head and len(_row_texts(table.rows[head - 1])) <= 1:
        head -= 1
    return head


def _row_texts(row: Row) -> list[str]:
    return [cell.text for _, cell in row.own()]


def _title_texts(row: Row) -> list[str]:
    """The texts of a row above a head; a label and its value in two cells are one."""
    texts = _row_texts(row)
    if len(texts) > 1 and (texts[0].endswith(":") or texts[1].startswith(":")):
        return [f"{texts[0].strip(' :')}: {' '.join(texts[1:]).strip(' :')}"]
    return texts


def _first_year(table: Table, first_year: int | None) -> int | None:
    """The period that a title names goes before that of the plan."""
    periods = {int(match[1]) for text in table.before for match in _PERIOD.finditer(text)}
    return periods.pop() if len(periods) == 1 else first_year


def _dimension(table: Table) -> str | None:
    """The one dimension that the nearest title, caption or heading names."""
    for text in reversed(table.before):
        named = dimensions_in(text)
        if len(named) > 1:
            return None
        found = named.pop() if named else dimension_of(text)
        if found:
            return found
    return None


def _special(part: Part) -> tuple[Kind | None, str]:
    """Tables told by what stands in them, head or not: SWOT, readiness, one programme as labels and values."""
    rows = part.table.rows[:SAMPLE]
    kinds = [kind for row in rows for _, cell in row.own() if (kind := issue_kind(cell.text.split("\n")[0]))]
    if len(set(kinds)) >= 2 and len(kinds) <= 8:
        return "swot", "sel bernama kekuatan, kelemahan, peluang, atau ancaman"
    elements = [readiness_element(cell.text) for row in rows for x, cell in row.own() if x <= 1]
    if len({element for element in elements if element}) >= 3:
        return "readiness", "baris bernama unsur kesiapan"
    if is_road_map(part.table):
        return "roadmap", "tahun di satu sisi dan dimensi di sisi lain"
    if part.head is None or part.table.width <= 3:
        labels = [_label_of(row, text) for row in rows if (text := _first_text(row))]
        known = [role for role in labels if role and role not in ("ignore", "number")]
        width = part.table.width if part.table.width <= 4 else form_width(rows)
        named = width == 2 and any(role in ("title", "programme") for role in labels[:3])
        if len(set(known)) >= 3 and (named or len(known) * 2 >= len(labels)) and width <= 4:
            return "labels", "kolom pertama berisi label yang dikenal"
    return None, ""


def _label_of(row: Row, text: str) -> Role | None:
    """A label has its value beside it, or behind a colon; a line alone is a title or what it says."""
    own = row.own()
    return label_role(text) if len(own) > 1 or ":" in own[0][1].text else None


def _first_text(row: Row) -> str:
    """What a row begins with, beside its number."""
    texts = [cell.text.strip(" :") for _, cell in row.own()]
    return next((text for text in texts if not re.fullmatch(r"[\d.)\s]*|[a-z][.)]", text)), "")


def _judged(head: Head, body: Sequence[Row], first_year: int | None) -> list[Column]:
    """The columns once what stands below them had its say, each role given once."""
    told = [row for row in body[:SAMPLE] if len(row.own()) > 1] or body[:SAMPLE]
    """Sections, notes and signatures stand alone in their row and say nothing about a column."""
    cells = {
        column.index: [
            row.cell(column.index)
            for row in told
            if row.cell(column.index) and not row.cell(column.index).copy and not is_numbering(row)
        ]
        for column in head.columns
    }
    indicator = bool(head.of("indicator"))
    money = [column.unit for column in head.of("cost", "total") if column.unit]
    columns = [_checked(column, cells[column.index], first_year, indicator, money) for column in head.columns]
    columns = _without_doubles(columns)
    return _found_by_content(columns, cells, first_year)


def _counted(columns: list[Column], body: Sequence[Row]) -> list[Column]:
    """Where one programme reaches over rows that are counted one by one, their activities are what is told."""
    roles = {column.role: column for column in reversed(columns)}
    number, group, name = (roles.get(role) for role in ("number", "programme", "activity"))
    if (
        number is None
        or group is None
        or name is None
        or number.index > group.index
        or {"title", "code"} & set(roles)
    ):
        return columns
    numbered = [row for row in body if re.fullmatch(r"\d{1,3}[.)]?", row.cell(number.index).text.strip())]
    own = [row for row in numbered if not row.cell(number.index).copy and not row.cell(name.index).copy]
    below = [row for row in own if row.cell(name.index) and row.cell(group.index).copy == "up"]
    if not below or len({row.cell(number.index).text for row in own}) < len(own):
        return columns
    return [replace(column, role="title") if column is name else column for column in columns]


def _checked(
    column: Column, cells: list[Cell], first_year: int | None, indicator: bool, money: list[int]
) -> Column:
    if column.role == "mark":
        return _year_column(column, cells, indicator, money)
    test = _TESTS.get(column.role)
    if test is None or not cells:
        return column
    if column.role in NAMES and len(cells) > 1:
        if all(dimension_of(cell.text) for cell in cells):
            return replace(column, role="dimension", confidence=0.9)
        if all(is_agency_name(cell.text) for cell in cells):
            return replace(column, role="lead", confidence=0.8)
    share = sum(map(test, cells)) / len(cells)
    if column.role == "quick_win" and share < 0.4 and all(map(_is_text, cells)):
        return replace(column, role="title", confidence=0.7)  # a list of quick wins by their names
    if (
        column.role in ("years", "start", "end")
        and share < 0.5
        and nth_in(" ".join(cell.text for cell in cells[:5]))
    ):
        share = 1.0
    if share < 0.4:
        return replace(column, role="ignore", confidence=0.2)
    return replace(column, confidence=column.confidence * (0.6 + 0.4 * share))


def _year_column(column: Column, cells: list[Cell], indicator: bool, money: list[int]) -> Column:
    """A column with a year for its head: marks of a timeline, money, or targets."""
    texts = [cell for cell in cells if not is_nothing(cell.text)]
    if not texts:
        return replace(column, role="cost" if column.unit or money else "ignore", confidence=0.5)
    if sum(is_tick(cell.text) for cell in texts) >= 0.8 * len(texts):
        return replace(column, role="mark", confidence=0.9)
    texts = [cell for cell in texts if not is_mark(cell)]
    numbers = [cell for cell in texts if _numeric(cell)]
    if len(numbers) < 0.6 * len(texts):
        return replace(column, role="ignore", confidence=0.2)
    if column.unit and not indicator:
        return replace(column, role="cost", confidence=0.9)
    sizes = [amount for cell in numbers if (amount := amount_of(cell, 1)) is not None]
    if sizes and median(sizes) >= 1_000_000:
        return replace(column, role="cost", confidence=0.85)
    if indicator:
        return replace(column, role="target", confidence=0.7, unit=None)
    return replace(column, role="ignore", confidence=0.3)


def _numeric(cell: Cell) -> bool:
    return (
        cell.number is not None
        or is_nothing(cell.text)
        or (bool(re.search(r"\d", cell.text)) and len(cell.text) < 60)
    )


def _is_text(cell: Cell) -> bool:
    return cell.number is None and len(re.findall(r"[^\W\d_]", cell.text)) >= 3


_TESTS: dict[Role, Callable[[Cell], bool]] = {
    "cost": _numeric,
    "total": _numeric,
    "operating_per_year": _numeric,
    "years": lambda cell: span_of(cell, 2025) is not None or bool(years_in(cell.text)),
    "start": lambda cell: span_of(cell, 2025) is not None,
    "end": lambda cell: span_of(cell, 2025) is not None,
    "title": _is_text,
    "programme": _is_text,
    "activity": _is_text,
    "sub_activity": _is_text,
    "problem": _is_text,
    "lead": lambda cell: _is_text(cell) and len(cell.text) < 200,
    "beneficiaries": _is_text,
    "dimension": lambda cell: dimension_of(cell.text) is not None,
    "quick_win": lambda cell: yes_or_no(cell.text) is not None,
}
_ONCE = (
    "title",
    "lead",
    "years",
    "start",
    "end",
    "dimension",
    "funding",
    "service_change",
    "beneficiaries",
    "total",
)


def _without_doubles(columns: list[Column]) -> list[Column]:
    """One column a role: the surest; a second column of agencies holds those that help."""
    for role in _ONCE:
        same = sorted(
            (column for column in columns if column.role == role), key=lambda c: (-c.confidence, c.index)
        )
        for extra in same[1:]:
            other: Role = "partners" if role == "lead" and extra.head else "ignore"
            columns = [replace(extra, role=other, confidence=0.5) if c is extra else c for c in columns]
    units = {c.unit for c in columns if c.role == "cost"}
    if len(units) == 1:
        unit = next(iter(units))
        columns = [replace(c, unit=unit) if c.role == "total" and c.unit is None else c for c in columns]
    yearless = [c for c in columns if c.role == "cost" and c.year is None]
    if any(c.role == "cost" and c.year for c in columns):
        columns = [replace(c, role="total", confidence=0.5) if c in yearless else c for c in columns]
        totals = [c for c in columns if c.role == "total"]
        columns = [replace(c, role="ignore") if c in totals[1:] else c for c in columns]
    elif len(yearless) > 1 and not all(cost_kind(c.head) for c in yearless):
        columns = [replace(c, role="ignore", confidence=0.2) if c in yearless else c for c in columns]
    return columns


def _found_by_content(
    columns: list[Column], cells: dict[int, list[Cell]], first_year: int | None
) -> list[Column]:
    """Columns whose head says nothing but whose content can be only one thing."""
    roles = {column.role for column in columns}
    tests: list[tuple[Role, Callable[[Cell], bool]]] = []
    if not roles & {"dimension"}:
        tests.append(("dimension", lambda cell: dimension_of(cell.text) is not None))
    if not roles & {"lead"}:
        tests.append(("lead", lambda cell: bool(_NONE.split(cell.text, sure=False)[0])))
    if not roles & {"years", "start"}:
        tests.append(("years", lambda cell: span_in(cell.text) is not None and len(cell.text) < 30))
    for role, test in tests:
        for column in columns:
            found = cells[column.index]
            unknown = column.role == "ignore" and column.confidence <= 0.2
            if unknown and len(found) >= 2 and sum(map(test, found)) >= 0.8 * len(found):
                columns = [replace(column, role=role, confidence=0.6) if c is column else c for c in columns]
                break
    return columns


def _kind(columns: list[Column], part: Part) -> tuple[Kind, float, str]:
    roles = {column.role for column in columns}
    titles = roles & NAMES
    facts = roles & {
        "lead",
        "years",
        "start",
        "cost",
        "total",
        "mark",
        "dimension",
        "service_change",
        "funding",
        "problem",
    }
    nearest = part.table.before[-3:] if not part.table.sheet else part.table.before
    summary = not (titles and "lead" in roles)
    for text in nearest:
        words = plain(text)
        if (is_other([text]) or (summary and _SUMMARY.search(words))) and len(text) < 160:
            return "ignore", 0.8, f'judulnya "{text[:80]}"'
    if titles and facts:
        sure = [column.confidence for column in columns if column.role in titles | facts]
        return "innovations", min(0.95, sum(sure) / len(sure) + 0.05), "ada kolom nama program dan rinciannya"
    if "problem" in roles and not titles:
        return "problems", 0.7, "ada kolom permasalahan"
    return "ignore", 0.4, "kolomnya tidak dikenal sebagai isi rencana"
