"""Reading other people's files: spreadsheets of programmes, Word files, pasted text, as changes to a plan.

`guess(raw)` says how a file might be understood, as a `Mapping` that a person may change and keep;
`understand(document, raw, mapping)` gives a change set with the place of every piece. Nothing is applied.
"""

from masterplan.importing.mapping import ColumnMapping, Mapping, MappingError, TableMapping
from masterplan.importing.understanding import Guess, Import, TableGuess, guess, understand
from masterplan.opening import OpeningError

__all__ = [
    "ColumnMapping",
    "Guess",
    "Import",
    "Mapping",
    "MappingError",
    "OpeningError",
    "TableGuess",
    "TableMapping",
    "guess",
    "understand",
]
