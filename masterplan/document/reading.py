"""Reads documents from bytes: whatever they hold, the answer is a document or a sentence."""

from __future__ import annotations

import json
import re
from typing import Any

from masterplan.document.checking import Data, judged
from masterplan.document.faults import DocumentError, Fault, shorten
from masterplan.document.paths import entry, position, step
from masterplan.document.types import Plan
from masterplan.language import Words

MAX_BYTES = 16 * 1024 * 1024
"""A plan of 300 innovations takes half a megabyte."""
MAX_VALUES = 400_000
"""Separators in the text; a plan of 300 innovations has thirty thousand."""


def parse(raw: bytes | str) -> Data:
    """A valid document from its JSON text. Raises `DocumentError`: what is wrong, where, how to mend it."""
    data = decode(raw)
    found = judged(data)[1]
    if found:
        raise DocumentError(found)
    assert isinstance(data, dict)
    return data


def check(raw: bytes | str) -> list[Fault]:
    """The faults of a document's JSON text; empty when it is valid."""
    try:
        parse(raw)
    except DocumentError as error:
        return error.faults
    return []


def load(data: Data, like: tuple[Data, Plan] | None = None) -> Plan:
    """The typed view of a document, for judgements. Raises `DocumentError`.

    `like` is a document and its typed view: elements that stand there too are the same objects in the answer,
    so that who remembers them sees at once which are others.
    """
    plan, found = judged(data, like)
    if plan is None:
        raise DocumentError(found)
    return plan


class _Doubled(dict[str, Any]):
    """An object in which a key stood twice."""

    doubled: str


def decode(raw: bytes | str) -> Any:
    """JSON of any content: strict UTF-8, no key twice in an object, finite numbers, bounded size and depth.

    Raises `DocumentError`.
    """
    text = _text(raw)
    doubled: list[_Doubled] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        return found if len(found) == len(items) else _remember(items, doubled)

    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise _error(_NOT_JSON.with_(line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise _error(_TOO_DEEP) from None
    except ValueError:
        raise _error(_LONG_NUMBER.with_(line=_line_of(r"[0-9]{4301,}", text))) from None
    if doubled:
        raise DocumentError(_doubled_faults(data, doubled))
    return data


def _text(raw: bytes | str) -> str:
    if len(raw) > MAX_BYTES:
        raise _error(_TOO_LARGE)
    text = (_decoded(raw) if isinstance(raw, bytes) else raw).removeprefix("\ufeff")
    if not text.strip(" \t\r\n"):
        raise _error(_EMPTY)
    if text.count(",") > MAX_VALUES:
        raise _error(_TOO_MANY)
    return text


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _error(_NOT_UTF8.with_(line=line, byte=error.start + 1)) from None


def _refuse_constant(name: str) -> Any:
    raise DocumentError([Fault("", _CONSTANT.with_(name=name))])


def _remember(items: list[tuple[str, Any]], doubled: list[_Doubled]) -> _Doubled:
    seen: set[str] = set()
    found = _Doubled(items)
    for name, _ in items:
        if name in seen:
            found.doubled = name
            break
        seen.add(name)
    doubled.append(found)
    return found


def _doubled_faults(data: Any, doubled: list[_Doubled]) -> list[Fault]:
    """Where the doubled keys stand; those inside a value that was overwritten have no place any more."""
    faults: list[Fault] = []
    stack: list[tuple[Any, str]] = [(data, "")]
    while stack and len(faults) < 20:
        value, path = stack.pop()
        if isinstance(value, _Doubled):
            faults.append(_twice(step(path, value.doubled), value.doubled))
        if isinstance(value, dict):
            stack.extend((inner, step(path, name)) for name, inner in value.items())
        elif isinstance(value, list):
            stack.extend((inner, _place(path, index, inner)) for index, inner in enumerate(value))
    return faults or [_twice("", doubled[0].doubled)]


def _place(path: str, index: int, value: Any) -> str:
    key = value.get("id", value.get("code")) if isinstance(value, dict) else None
    return entry(path, key) if isinstance(key, str) and len(key) <= 24 else position(path, index)


def _twice(path: str, name: str) -> Fault:
    return Fault(path, _TWICE.with_(name=shorten(name)))


def _line_of(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _error(words: Words) -> DocumentError:
    return DocumentError([Fault("", words)])


_EMPTY = Words("berkas kosong; pilih berkas JSON rencana", "the file is empty; choose the plan's JSON file")
_NOT_UTF8 = Words(
    "bukan teks UTF-8 (baris {line}, bita ke-{byte}); simpan ulang sebagai UTF-8",
    "is not UTF-8 text (line {line}, byte {byte}); save it again as UTF-8",
)
_NOT_JSON = Words(
    "bukan JSON yang benar di baris {line} kolom {column}; periksa koma, kurung, dan tanda kutip di sana",
    "is not valid JSON at line {line} column {column}; look for a comma, bracket or quote there",
)
_TOO_DEEP = Words(
    "bersarang terlalu dalam; dokumen rencana tidak sedalam itu, periksa apakah berkasnya benar",
    "is nested too deeply; no plan is that deep, see whether this is the right file",
)
_TOO_LARGE = Words(
    f"lebih dari {MAX_BYTES // 1024**2} MB; rencana sebesar itu tidak ada, periksa apakah berkasnya benar",
    f"is larger than {MAX_BYTES // 1024**2} MB; no plan is that large, see whether this is the right file",
)
_TOO_MANY = Words(
    "memuat terlalu banyak nilai; rencana sebesar itu tidak ada, periksa apakah berkasnya benar",
    "holds too many values; no plan is that large, see whether this is the right file",
)
_LONG_NUMBER = Words(
    "ada angka yang terlalu panjang di baris {line}; tulis angka yang wajar",
    "has a number that is too long at line {line}; write a reasonable number",
)
_CONSTANT = Words(
    "{name} bukan angka JSON; tulis angka biasa atau hapus kuncinya",
    "{name} is no JSON number; write an ordinary number or remove the key",
)
_TWICE = Words(
    'kunci "{name}" ditulis dua kali; hapus salah satunya',
    'the key "{name}" is written twice; remove one of them',
)
