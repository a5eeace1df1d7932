"""`check`, `diff`, `apply`, `merge`: a document, and what turns one into another."""

from __future__ import annotations

from typing import Any

from masterplan.commands.telling import Refusal, Teller, only_one_stdin, read, read_document, refusal_of
from masterplan.document import (
    ChangeSet,
    ConflictError,
    DocumentError,
    apply,
    canonical,
    diff,
    merge,
)
from masterplan.document.faults import shorten
from masterplan.document.paths import ABSENT
from masterplan.document.writing import canonical_value
from masterplan.language import Words


def check(tell: Teller, path: str) -> int:
    """Exit 0 for a valid document."""
    try:
        data = read_document(path)
    except Refusal as refusal:
        if tell.format == "text" and len(refusal.faults) > 1:
            tell.out("".join(fault.located(tell.lang) + "\n" for fault in refusal.faults))
        return tell.refuse(refusal)
    if tell.format == "json":
        tell.json({"ok": True, "errors": []})
    else:
        counts = {name: len(data.get(name, ())) for name in ("problems", "innovations", "enablers")}
        tell.say(_VALID.with_(title=shorten(data["title"], 80), **counts))
    return 0


def compare(tell: Teller, a: str, b: str) -> int:
    """Prints the change set that turns A into B; exit 1 where they differ."""
    only_one_stdin(a, b)
    changes = diff(read_document(a), read_document(b))
    tell.out(canonical_value(changes.to_data()))
    return 1 if changes else 0


def apply_changes(tell: Teller, path: str, changes: str) -> int:
    """Prints the document with the changes, or the conflicts."""
    only_one_stdin(path, changes)
    data = read_document(path)
    try:
        result = apply(data, ChangeSet.parse(read(changes)))
    except DocumentError as error:
        raise refusal_of(error, changes) from None
    except ConflictError as error:
        return _conflicts(tell, error, _NOT_APPLIED)
    tell.out(canonical(result))
    return 0


def merge_documents(tell: Teller, base: str, a: str, b: str) -> int:
    """Prints the merged document, or the conflicts."""
    only_one_stdin(base, a, b)
    try:
        result = merge(read_document(base), read_document(a), read_document(b))
    except ConflictError as error:
        return _conflicts(tell, error, _NOT_MERGED)
    tell.out(canonical(result))
    return 0


def _conflicts(tell: Teller, error: ConflictError, headline: Words) -> int:
    """Every conflict with base, theirs and yours; exit 1."""
    if tell.format == "json":
        tell.json({"conflicts": [conflict.to_data(tell.lang) for conflict in error.conflicts]})
        return 1
    tell.complain(headline.with_(count=len(error.conflicts)).say(tell.lang))
    for conflict in error.conflicts:
        tell.complain(conflict.say(tell.lang))
        if not conflict.fault:
            for label, value in zip(_SIDES, (conflict.base, conflict.theirs, conflict.yours), strict=True):
                tell.complain(f"  {label.say(tell.lang)}: {_shown(value, tell.lang)}")
    return 1


def _shown(value: Any, lang: str) -> str:
    if value is ABSENT:
        return Words("(tidak ada)", "(absent)").say(lang)
    return shorten(" ".join(canonical_value(value).split()), 200)


_VALID = Words(
    '"{title}" adalah dokumen haluan-plan/1 yang sah: '
    "{problems} masalah, {innovations} inovasi, {enablers} pemungkin.",
    '"{title}" is a valid haluan-plan/1 document: '
    "{problems} problems, {innovations} innovations, {enablers} enablers.",
)
_NOT_APPLIED = Words(
    "Tidak ada yang diterapkan: {count} bentrokan.", "Nothing was applied: {count} conflicts."
)
_NOT_MERGED = Words("Tidak digabungkan: {count} bentrokan.", "Not merged: {count} conflicts.")
_SIDES = (Words("semula", "base"), Words("mereka", "theirs"), Words("Anda", "yours"))
