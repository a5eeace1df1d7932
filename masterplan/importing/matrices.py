"""Tables that are no list of rows: the SWOT, the readiness, one programme as labels and values."""

from __future__ import annotations

import re

from masterplan.importing.cells import entries
from masterplan.importing.findings import Findings, Found, quote
from masterplan.importing.guessing import Part
from masterplan.importing.names import issue_kind, plain, readiness_element
from masterplan.importing.tables import Row
from masterplan.language import Words

_STRATEGY = re.compile(r"\b(strategi|s\s?[-/+]?\s?o|w\s?[-/+]?\s?o|s\s?[-/+]?\s?t|w\s?[-/+]?\s?t)\b")
_FACTORS = re.compile(r"(faktor|analisis|matriks|swot|internal|eksternal|lingkungan|ifas|efas|\s)+")
_LEVEL = re.compile(r"\b(level|tingkat|skor|nilai|kematangan|skala)\b")
_FOUND = re.compile(r"\b(kondisi|keterangan|temuan|uraian|catatan|hasil|analisis|gambaran|penjelasan)\b")
_ASPECT = re.compile(r"\b(aspek|indikator|komponen|sub ?unsur|parameter|yang dinilai)\b")


def read_swot(part: Part, findings: Findings) -> None:
    """Issues stand below their kind, beside it, or in one cell with it."""
    rows = part.table.rows
    kinds = {
        (y, x): kind
        for y, row in enumerate(rows)
        for x, cell in enumerate(row.cells)
        if cell and not cell.copy and (kind := issue_kind(cell.text.split("\n")[0]))
    }
    for (y, x), kind in kinds.items():
        row, cell = rows[y], rows[y].cells[x]
        inside = cell.text.split("\n", 1)
        if len(inside) > 1:
            _add(findings, kind, inside[1], row.where(x))
        elif sum(at == y for at, _ in kinds) > 1 or not _right(row, x, kind, findings):
            _down(rows, y, x, kinds, kind, findings)


def _right(row: Row, x: int, kind: str, findings: Findings) -> bool:
    cells = [
        (column, cell) for column, cell in enumerate(row.cells) if column > x and cell and cell.copy != "left"
    ]
    cells = [(column, cell) for column, cell in cells if len(cell.text) > 3]
    for column, cell in cells[:1]:
        _add(findings, kind, cell.text, row.where(column))
    return bool(cells)


def _down(
    rows: tuple[Row, ...], y: int, x: int, kinds: dict[tuple[int, int], str], kind: str, findings: Findings
) -> None:
    """All below, up to the next kind in this column, or to a row that is a heading again."""
    for number in range(y + 1, len(rows)):
        if any(at == number and column <= x + 1 for at, column in kinds):
            return
        cell = rows[number].cell(x)
        if cell and not cell.copy and not _STRATEGY.match(plain(cell.text)):
            _add(findings, kind, cell.text, rows[number].where(x))


def _add(findings: Findings, kind: str, text: str, where: str) -> None:
    for entry in entries(text):
        if _STRATEGY.match(plain(entry)) or _FACTORS.fullmatch(plain(entry)):
            findings.leave(where, _NO_ISSUE, text=quote(entry))
        elif not entry.isdigit():
            findings.issues.append((kind, Found(entry, where, entry)))


def read_readiness(part: Part, findings: Findings) -> None:
    """A row for each element, or several: the aspect, the level from 1 to 5, what was found."""
    head = next((row for row in part.table.rows if not readiness_element(row.cell(0).text)), None)
    names = {x: plain(cell.text) for x, cell in enumerate(head.cells)} if head else {}
    element: str | None = None
    for row in part.table.rows:
        if row is head or row.hidden:
            continue
        at = next((x for x in (0, 1) if readiness_element(row.cell(x).text)), None)
        if at is not None:
            element = readiness_element(row.cell(at).text)
        if element is None:
            continue
        _finding(row, element, -1 if at is None else at, names, findings)


def _finding(row: Row, element: str, at: int, names: dict[int, str], findings: Findings) -> None:
    texts = [
        (x, c)
        for x, c in enumerate(row.cells)
        if x > at and c and not c.copy and not c.text.strip(". ").isdigit()
    ]
    note = next(((x, c) for x, c in texts if _FOUND.search(names.get(x, ""))), None)
    aspect = next(((x, c) for x, c in texts if _ASPECT.search(names.get(x, ""))), None) or (
        None if note else next(iter(texts), None)
    )
    value = {"element": Found(element, row.where(max(at, 0)), row.cell(max(at, 0)).text)}
    if aspect:
        value["aspect"] = Found(" ".join(aspect[1].text.split()), row.where(aspect[0]), aspect[1].text)
    elif at >= 0:
        value["aspect"] = Found(row.cell(at).text, row.where(at), row.cell(at).text)
    if note:
        value["note"] = Found(note[1].text, row.where(note[0]), note[1].text)
    level = next(
        (
            (x, c)
            for x, c in enumerate(row.cells)
            if x > at and _LEVEL.search(names.get(x, "")) and re.fullmatch(r"[1-5]", c.text.strip())
        ),
        None,
    )
    if level:
        value["level"] = Found(int(level[1].text), row.where(level[0]), level[1].text)
    if "aspect" in value and (note or level or aspect):
        findings.readiness.append(value)
    else:
        findings.leave(row.where(max(at, 0)), _NO_FINDING, text=quote(row.cell(max(at, 0)).text))


_NO_ISSUE = Words('"{text}" bukan isu strategis', '"{text}" is no strategic issue')
_NO_FINDING = Words('kesiapan "{text}" tanpa temuan', 'the readiness "{text}" has no finding')
