"""A plan as a workbook, both ways: `write` makes one that people edit, `read` finds what they changed."""

from masterplan.opening import OpeningError
from masterplan.sheets.reading import Reading, read
from masterplan.sheets.writing import write

__all__ = ["OpeningError", "Reading", "read", "write"]
