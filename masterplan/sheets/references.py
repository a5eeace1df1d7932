"""References between rows as people read them: `IN-07 · Antar obat ke rumah`, found again by code or by name."""

from __future__ import annotations

import re

from masterplan.document.faults import nearest, shorten
from masterplan.document.shape import COLLECTIONS
from masterplan.language import Words
from masterplan.sheets.words import SHEETS

NAMED_BY = {
    "readiness": "aspect",
    "issues": "text",
    "problems": "title",
    "innovations": "title",
    "enablers": "title",
    "agencies": "name",
    "districts": "name",
    "sources": "title",
}
"""The field that names an element of each collection somebody refers to."""
MARK = " · "
_LONGEST = 60


class UnknownReference(ValueError):
    """A text that names no element; the sentence says which one may be meant."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.id)
        self.words = words


class References:
    """The elements of a document that may be referred to, by collection and key, with their names."""

    def __init__(self, names: dict[str, dict[str, str]]) -> None:
        self._names = names
        self._shown = {
            name: {key: _shown(key, said) for key, said in those.items()} for name, those in names.items()
        }
        self._found: dict[str, dict[str, str | None]] = {}

    @classmethod
    def of(cls, document: dict[str, list[dict[str, object]]]) -> References:
        """Those of a whole document."""
        return cls(
            {
                name: {
                    str(item[COLLECTIONS[name].key_fields[0]]): str(item.get(field, ""))
                    for item in document.get(name, ())
                }
                for name, field in NAMED_BY.items()
            }
        )

    def show(self, collection: str, key: str) -> str:
        return self._shown[collection].get(key) or _clean(key)

    def all(self, collection: str) -> list[str]:
        """What a drop-down of the collection offers."""
        return list(self._shown[collection].values())

    def find(self, collection: str, text: str) -> str:
        """The key that a text names: as shown, by its code, or by its name. Raises `UnknownReference`."""
        known = self._index(collection)
        code = _folded(text.partition(MARK)[0])
        for candidate in (_folded(text), code, _folded(re.split(r"\s[-–—:]\s|:\s", text, maxsplit=1)[0])):
            if candidate in known:
                if (key := known[candidate]) is None:
                    raise UnknownReference(_TWO.with_(text=shorten(text, 60)))
                return key
        meant = nearest(_folded(text), known, 0.6) or nearest(code, known, 0.7)
        key = known[meant] if meant else None
        words = _UNKNOWN_MEANT if key else _UNKNOWN
        shown = self.show(collection, key) if key else ""
        raise UnknownReference(words.with_(text=shorten(text, 60), sheet=SHEETS[collection][0], meant=shown))

    def _index(self, collection: str) -> dict[str, str | None]:
        """Every way to name an element; `None` where two share a name. A code goes before a name."""
        if collection not in self._found:
            index: dict[str, str | None] = {}
            for key, name in self._names[collection].items():
                if folded := _folded(_clean(name)):
                    index[folded] = None if folded in index else key
                    index.setdefault(_folded(name), key)
            for key, shown in self._shown[collection].items():
                index[_folded(shown)] = key
            for key in self._names[collection]:
                index[_folded(key)] = key
            self._found[collection] = index
        return self._found[collection]


def _shown(key: str, name: str) -> str:
    said = _clean(name)
    said = said if len(said) <= _LONGEST else said[: _LONGEST - 1].rstrip() + "…"
    return f"{_clean(key)}{MARK}{said}" if said else _clean(key)


def _clean(text: str) -> str:
    """On one line, without the marks between references and what a sheet cannot carry."""
    text = text.replace(";", ",").replace("·", "-")
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


_TWO = Words(
    '"{text}" nama dua baris; tulis kodenya', '"{text}" is the name of two rows; write the code instead'
)
_UNKNOWN = Words(
    '"{text}" tidak ada di lembar {sheet}; pilih dari daftar atau tambahkan di sana',
    '"{text}" is not on the sheet {sheet}; choose from the list or add it there',
)
_UNKNOWN_MEANT = Words(
    '"{text}" tidak ada di lembar {sheet}; mungkin maksudnya "{meant}"',
    '"{text}" is not on the sheet {sheet}; perhaps "{meant}" is meant',
)
