"""How large a plan may grow: far beyond any that people write, far below what would stop a page, a book, a server.

The largest plan we know holds 400 elements, 180 thousand characters, and no text longer than 400.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Sum, TextField
from django.db.models.functions import Cast, Length

from masterplan.document import ABSENT, Change, Data, Fault
from masterplan.language import Words

from .models.plan import Plan

LONGEST_TEXT = 20_000
LONGEST_CHAPTER = 60_000
"""Of one chapter of a book: about twenty printed pages."""
GREATEST_NUMBER = 10**30
"""The money of the whole world is about 10**19 rupiah."""
LARGEST_ELEMENT = 200_000
"""Characters of JSON, also for the plan's own fields."""
MOST_ELEMENTS = 5_000
LARGEST_PLAN = 4_000_000
"""Characters of JSON."""


def too_long(done: Iterable[Change]) -> list[Fault]:
    """A fault for each change that sets a longer text than anybody reads."""
    return [
        Fault(change.path, _LONG_CHAPTER if change.collection == "chapters" else _LONG_TEXT)
        for change in done
        if longest(change.value if change.op == "add" else change.now)
        > (LONGEST_CHAPTER if change.collection == "chapters" else LONGEST_TEXT)
    ]


def too_great(done: Iterable[Change]) -> list[Fault]:
    """A fault for each change that sets a number with which sums over years would no longer be finite."""
    return [
        Fault(change.path, _GREAT_NUMBER)
        for change in done
        if greatest(change.value if change.op == "add" else change.now) > GREATEST_NUMBER
    ]


def greatest(value: Any) -> float:
    if isinstance(value, int | float):
        return abs(value)
    return max(map(greatest, parts(value)), default=0)


def longest(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    return max(map(longest, parts(value)), default=0)


def parts(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def too_large(place: str, before: Data, after: Data) -> list[Fault]:
    """A fault where an element, or the plan's own fields, grows beyond what one may hold; shrinking it is free."""
    return [Fault(place, _LARGE_ELEMENT)] if size(before) < size(after) > LARGEST_ELEMENT else []


def too_many(before: int, after: int) -> list[Fault]:
    return [Fault("", _MANY_ELEMENTS)] if before < after > MOST_ELEMENTS else []


def grown_too_large(plan: Plan, done: Sequence[Change]) -> list[Fault]:
    """A fault where a plan, as it now stands in the database, grew beyond what a plan may hold (one query)."""
    if sum(growth(change) for change in done) <= 0:
        return []
    written = Length(Cast("fields", TextField()))
    elements = plan.elements.aggregate(size=Sum(written))["size"] or 0
    return [Fault("", _LARGE_PLAN)] if size(plan.fields) + elements > LARGEST_PLAN else []


def growth(change: Change) -> int:
    if change.op in {"add", "remove"}:
        return size(change.value) if change.op == "add" else -size(change.value)
    return size(change.now) - size(change.was)


def size(value: Any) -> int:
    return 0 if value is ABSENT else len(json.dumps(value, ensure_ascii=False))


_LONG_TEXT = Words(
    f"lebih dari {LONGEST_TEXT} huruf; ringkas, atau pindahkan rinciannya ke dokumen sumber",
    f"is longer than {LONGEST_TEXT} characters; shorten it, or move the details to a source document",
)
_LONG_CHAPTER = Words(
    f"lebih dari {LONGEST_CHAPTER} huruf; bagi menjadi beberapa bab",
    f"is longer than {LONGEST_CHAPTER} characters; split it into several chapters",
)
_GREAT_NUMBER = Words(
    "terlalu besar untuk rencana apa pun; periksa satuannya",
    "is too great for any plan; look at its unit",
)
_LARGE_ELEMENT = Words(
    "memuat terlalu banyak; ringkas, atau bagi menjadi beberapa unsur",
    "holds too much; shorten it, or split it into several elements",
)
_MANY_ELEMENTS = Words(
    f"rencana ini akan memuat lebih dari {MOST_ELEMENTS} unsur; gabungkan atau hapus sebagian dahulu",
    f"this plan would hold more than {MOST_ELEMENTS} elements; join or remove some first",
)
_LARGE_PLAN = Words(
    "rencana ini akan menjadi terlalu besar; ringkas teks terpanjangnya dahulu",
    "this plan would become too large; shorten its longest texts first",
)
