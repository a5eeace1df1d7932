"""Where the columns of a table stand in Word, and how wide: Word lays out a fixed grid, so its text is measured here."""

from __future__ import annotations

from masterplan.books.blocks import Column, Line, Table, Text

LETTER, NARROW, CAPITAL = 96, 52, 122  # twentieths of a point in a table's text, a little more than they are
NARROWS = frozenset(" .,:;'|()ijltfr-–·")
BOLD = 1.1
MARGINS = 150  # left and right of a cell
LEAST = 0.3  # of the table for the columns with a share


class Grid:
    """Each column beside its width: one with steps takes a column a step, one that only repeats in a strip the
    figure beside it takes none.
    """

    def __init__(self, table: Table, width: int) -> None:
        cells = _by_column(table)
        shown = [
            bool(column.title or column.ticks or any(cells[at])) for at, column in enumerate(table.columns)
        ]
        wide = _widths(table.columns, cells, shown, width)
        self.counts = [max(1, len(one.ticks)) * shown[at] for at, one in enumerate(table.columns)]
        self.columns = [
            (column, int(wide[at] / max(1, self.counts[at]))) for at, column in enumerate(table.columns)
        ]
        self.widths = [
            one for (_, one), count in zip(self.columns, self.counts, strict=True) for _ in range(count)
        ]

    def over(self, first: int, span: int) -> tuple[int, int]:
        """Word's columns that `span` of ours take from `first`, and how wide they are."""
        counts = self.counts[first : first + span]
        wide = (width for _, width in self.columns[first : first + span])
        return sum(counts), sum(one * count for one, count in zip(wide, counts, strict=True))


def _by_column(table: Table) -> list[list[Line]]:
    """The lines of every column's own cells."""
    found: list[list[Line]] = [[] for _ in table.columns]
    for row in table.rows:
        at = 0
        for cell in row:
            if cell.span == 1:
                found[at] += cell.lines
            at += cell.span
    return found


def _widths(
    columns: tuple[Column, ...], cells: list[list[Line]], shown: list[bool], width: int
) -> list[float]:
    """As in print: some as wide as their text, as far as there is room; the rest share what is left."""
    shares = [column.width * see for column, see in zip(columns, shown, strict=True)]
    wanted = [
        _wanted(column, cells[at]) if shown[at] and not column.width else 0.0
        for at, column in enumerate(columns)
    ]
    if not any(shares):
        return [one * width / sum(wanted) for one in wanted]
    own = _levelled(wanted, width * (1 - LEAST))
    left = width - sum(own)
    return [one or left * share / sum(shares) for one, share in zip(own, shares, strict=True)]


def _levelled(wanted: list[float], room: float) -> list[float]:
    """What is wanted, the widest cut to one width so that all fit into `room`; a narrow one keeps what it wants."""
    for at, one in enumerate(narrow := sorted(wanted)):
        level = (room - sum(narrow[:at])) / (len(narrow) - at)
        if one > level:
            return [min(each, level) for each in wanted]
    return wanted


def _wanted(column: Column, lines: list[Line]) -> float:
    head = max(map(_length, column.title.split()), default=0) * BOLD
    return max(head, *map(_longest, lines), 0) + MARGINS


def _longest(line: Line) -> int:
    text = "".join(one.text if isinstance(one, Text) else "■ " for one in line)
    return max(map(_length, text.split("\n")))


def _length(text: str) -> int:
    return sum(NARROW if one in NARROWS else CAPITAL if one.isupper() else LETTER for one in text)
