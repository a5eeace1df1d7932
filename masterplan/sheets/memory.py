"""What a workbook remembers: the document it was made from, whole, in a hidden sheet.

Reading compares with that document, so that a change somebody else made meanwhile is neither undone nor
mistaken for an edit.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from dataclasses import dataclass

from masterplan.document import Data, DocumentError, canonical, digest, parse
from masterplan.document.reading import MAX_BYTES

FORMAT = "haluan-sheet/1"
SHEET = "_haluan"
CHUNK = 30_000


@dataclass(frozen=True)
class Memory:
    """The document a workbook was made from and its language."""

    document: Data
    lang: str


def remember(document: Data, lang: str) -> list[str]:
    """The cells of the first column of the hidden sheet."""
    packed = base64.b64encode(zlib.compress(canonical(document).encode(), 6)).decode()
    return [FORMAT, lang, digest(document), *(packed[at : at + CHUNK] for at in range(0, len(packed), CHUNK))]


def recall(cells: list[str]) -> Memory | None:
    """What `remember` wrote, or `None` where it is no longer whole."""
    if len(cells) < 4 or cells[0] != FORMAT:
        return None
    stream = zlib.decompressobj()
    try:
        packed = base64.b64decode("".join(cells[3:]), validate=True)
        document = parse(stream.decompress(packed, MAX_BYTES))
    except (binascii.Error, zlib.error, DocumentError, ValueError):
        return None
    if digest(document) != cells[2]:
        return None
    return Memory(document, "en" if cells[1] == "en" else "id")
