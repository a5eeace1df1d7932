"""`import`: somebody else's spreadsheet or Word file as a change set, with the place of every piece."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from masterplan.commands.telling import Refusal, Teller, name_of, only_one_stdin, read, read_document
from masterplan.document.writing import canonical_value
from masterplan.importing import Mapping, MappingError, OpeningError, guess, understand
from masterplan.language import Words
from masterplan.opening import MAX_FILE

Result = TypeVar("Result")


def import_foreign(tell: Teller, path: str, foreign: str, mapping: str | None) -> int:
    """Prints the change set; in text, a summary on standard error."""
    only_one_stdin(path, foreign, *([mapping] if mapping else []))
    document = read_document(path)
    kept = _or_refused(lambda: Mapping.parse(read(mapping)), mapping) if mapping else None
    raw = read(foreign, MAX_FILE)
    try:
        found = understand(document, raw, kept, lang=tell.lang)
    except OpeningError as error:
        raise _refusal(error, foreign) from None
    except MappingError as error:
        raise _refusal(error, mapping or foreign) from None
    tell.out(canonical_value(found.changes.to_data()))
    if tell.format == "text":
        tell.complain(_SUMMARY.with_(changes=len(found.changes.changes), left=len(found.left)).say(tell.lang))
    return 0


def guess_mapping(tell: Teller, path: str, foreign: str) -> int:
    """Prints the mapping that `import` would use by itself."""
    only_one_stdin(path, foreign)
    document = read_document(path)
    raw = read(foreign, MAX_FILE)
    tell.out(canonical_value(_or_refused(lambda: guess(raw, document), foreign).mapping.to_data()))
    return 0


def _or_refused(work: Callable[[], Result], path: str) -> Result:
    try:
        return work()
    except (OpeningError, MappingError) as error:
        raise _refusal(error, path) from None


def _refusal(error: OpeningError | MappingError, path: str) -> Refusal:
    return Refusal(Words(f"{name_of(path).id}: {error.say('id')}", f"{name_of(path).en}: {error.say('en')}"))


_SUMMARY = Words(
    '{changes} perubahan diusulkan, {left} hal tidak dibaca (lihat "left"); terapkan dengan "haluan apply".',
    '{changes} changes proposed, {left} things not read (see "left"); apply them with "haluan apply".',
)
