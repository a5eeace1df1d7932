"""`sheet write` and `sheet read`: a plan as a workbook, and the edits in one as a change set."""

from __future__ import annotations

from pathlib import Path

from masterplan.commands.telling import (
    STDIN,
    Refusal,
    Teller,
    name_of,
    only_one_stdin,
    read,
    read_document,
    write_whole,
)
from masterplan.document.writing import canonical_value
from masterplan.language import Words
from masterplan.opening import MAX_FILE, OpeningError


def write_sheet(tell: Teller, path: str, output: str) -> int:
    """Writes a plan as a workbook."""
    if Path(output).suffix.lower() != ".xlsx" and output != STDIN:
        raise Refusal(_FORM.with_(name=output))
    document = read_document(path)
    from masterplan.sheets import write

    write_whole(output, write(document, lang=tell.lang))
    return 0


def read_sheet(tell: Teller, path: str, workbook: str) -> int:
    """Prints the change set of an edited workbook; what was not understood is refused cell by cell."""
    only_one_stdin(path, workbook)
    document = read_document(path)
    raw = read(workbook, MAX_FILE)
    from masterplan.sheets import read as read_workbook

    name = name_of(workbook)
    try:
        reading = read_workbook(document, raw, lang=tell.lang)
    except OpeningError as error:
        raise Refusal(_SAYS.with_(name=name, why=error.words)) from None
    if reading.refusals:
        if tell.format == "text" and len(reading.refusals) > 1:
            tell.out("".join(fault.located(tell.lang) + "\n" for fault in reading.refusals))
        first, more = reading.refusals[0], len(reading.refusals) - 1
        where = Words(f"{first.path}: ", f"{first.path}: ") if first.path else ""
        words = (_REFUSED_MORE if more else _REFUSED).with_(
            name=name, where=where, why=first.words, more=more
        )
        raise Refusal(words, reading.refusals)
    tell.out(canonical_value(reading.changes.to_data()))
    return 0


_FORM = Words(
    "{name}: bentuk keluaran tidak dikenal; akhiri namanya dengan .xlsx",
    "{name}: the form of the output is not known; end its name with .xlsx",
)
_SAYS = Words("{name}: {why}", "{name}: {why}")
_REFUSED = Words("{name}: {where}{why}", "{name}: {where}{why}")
_REFUSED_MORE = Words(
    "{name}: {where}{why} (dan {more} penolakan lain)", "{name}: {where}{why} (and {more} more refusals)"
)
