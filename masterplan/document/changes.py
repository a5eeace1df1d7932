"""Change sets, `haluan-changes/1`: the one form of every change to a plan."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal, get_args

from masterplan.document.checking import Data, shape_faults
from masterplan.document.faults import MAX_FAULTS, DocumentError, Fault, nearest, shorten
from masterplan.document.paths import ABSENT, KEYED, PathError, entry, parse_path, position, shape_at, step
from masterplan.document.reading import decode
from masterplan.document.shape import COLLECTIONS, PLAN, key_text, raw_key
from masterplan.language import Words

FORMAT = "haluan-changes/1"
MAX_CHANGES = 100_000
Op = Literal["set", "add", "remove", "move"]

_KEYS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # required, optional
    "set": (("field",), ("collection", "element", "was", "now")),
    "add": (("collection", "element", "value"), ("after",)),
    "remove": (("collection", "element", "value"), ("after",)),
    "move": (("collection", "element"), ("was_after", "after")),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `was` or `now` is `ABSENT` where the field is absent; an `after` of None is first place."""

    op: Op
    collection: str | None = None
    element: str | None = None
    field: str | None = None
    was: Any = ABSENT
    now: Any = ABSENT
    value: Data | None = None
    after: str | None = None
    was_after: str | None = None

    @property
    def path(self) -> str:
        """The place in the document: `innovations[IN-07].title`, `settings.discount_rate`."""
        if self.collection is None or self.element is None:
            return self.field or ""
        place = entry(self.collection, self.element)
        return f"{place}.{self.field}" if self.field else place

    def to_data(self) -> Data:
        """The change as plain JSON data; what is absent has no key."""
        values = {
            "op": self.op,
            "collection": self.collection,
            "element": self.element,
            "field": self.field,
            "was_after": self.was_after,
            "after": self.after,
            "value": self.value,
        }
        data = {name: value for name, value in values.items() if value is not None}
        for name, value in (("was", self.was), ("now", self.now)):
            if value is not ABSENT:
                data[name] = value
        return data

    def inverted(self) -> Change:
        """The change that takes this one back."""
        if self.op == "set":
            return Change("set", self.collection, self.element, self.field, was=self.now, now=self.was)
        if self.op == "move":
            return Change("move", self.collection, self.element, was_after=self.after, after=self.was_after)
        op: Op = "remove" if self.op == "add" else "add"
        return Change(op, self.collection, self.element, value=self.value, after=self.after)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes made together, for one reason, from one document: `base` is its digest, empty where not known.

    `seen` and `left` accompany an import: where things were found, and what was not understood.
    """

    base: str
    changes: tuple[Change, ...]
    reason: str | None = None
    origin: str | None = None
    seen: tuple[Data, ...] = ()
    left: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def to_data(self) -> Data:
        data: Data = {"format": FORMAT, "base": self.base}
        optional = {"reason": self.reason, "origin": self.origin}
        data |= {name: value for name, value in optional.items() if value is not None}
        data["changes"] = [change.to_data() for change in self.changes]
        if self.seen:
            data["seen"] = list(self.seen)
        if self.left:
            data["left"] = list(self.left)
        return data

    @classmethod
    def from_data(cls, data: Any) -> ChangeSet:
        """A change set from plain JSON data. Raises `DocumentError` for whatever is not one."""
        found = list(islice(_set_faults(data), MAX_FAULTS))
        if found:
            raise DocumentError(found)
        return cls(
            base=data["base"],
            changes=tuple(Change(**change) for change in data["changes"]),
            reason=data.get("reason"),
            origin=data.get("origin"),
            seen=tuple(data.get("seen", ())),
            left=tuple(data.get("left", ())),
        )

    @classmethod
    def parse(cls, raw: bytes | str) -> ChangeSet:
        """A change set from its JSON text. Raises `DocumentError`."""
        return cls.from_data(decode(raw))


def invert(changes: ChangeSet, *, base: str = "") -> ChangeSet:
    """The change set that takes `changes` back; `base` is the digest of the document they led to."""
    back = tuple(change.inverted() for change in reversed(changes.changes))
    return ChangeSet(base, back, reason=changes.reason, origin=changes.origin)


def _set_faults(data: Any) -> Iterator[Fault]:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        yield Fault("", _NO_SET)
        return
    yield from _unwritable(data)
    known = {"format": str, "base": str, "reason": str, "origin": str, "seen": list, "left": list}
    for name, value in data.items():
        if name == "changes":
            continue
        if name not in known:
            yield Fault(step("", name), _unknown(name, [*known, "changes"]))
        elif not isinstance(value, known[name]):
            yield Fault(name, _WRONG.with_(value=shorten(value)))
    if "base" not in data:
        yield Fault("base", _MISSING)
    changes = data.get("changes")
    if not isinstance(changes, list):
        yield Fault("changes", _NO_LIST)
    elif len(changes) > MAX_CHANGES:
        yield Fault("changes", _TOO_MANY)
    else:
        for index, change in enumerate(changes):
            yield from _change_faults(change, position("changes", index))


def _unwritable(data: Any) -> Iterator[Fault]:
    """What JSON and UTF-8 cannot carry: half characters, infinite numbers, nesting without end."""
    try:
        json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, TypeError, RecursionError):
        yield Fault("", _UNWRITABLE)


def _change_faults(change: Any, path: str) -> Iterator[Fault]:
    op = change.get("op") if isinstance(change, dict) else None
    if not isinstance(op, str) or op not in _KEYS:
        yield Fault(path, _OP.with_(choices=", ".join(get_args(Op))))
        return
    found = list(_key_faults(change, op, path))
    if not found:
        found = list(_place_faults(change, path))
    if not found and op == "set":
        found = list(_set_field_faults(change, path))
    elif not found and op == "add":
        found = list(_value_faults(change, path))
    yield from found


def _key_faults(change: Data, op: str, path: str) -> Iterator[Fault]:
    required, optional = _KEYS[op]
    for name in change:
        if name not in ("op", *required, *optional):
            yield Fault(step(path, name), _unknown(name, ["op", *required, *optional]))
    for name in required:
        if name not in change:
            yield Fault(step(path, name), _MISSING)
    for name in ("collection", "element", "field", "after", "was_after"):
        if name in change and not isinstance(change[name], str):
            yield Fault(step(path, name), _WRONG.with_(value=shorten(change[name])))
    if "value" in change and not isinstance(change["value"], dict):
        yield Fault(step(path, "value"), _WRONG.with_(value=shorten(change["value"])))
    if ("collection" in change) != ("element" in change):
        yield Fault(path, _HALF)


def _place_faults(change: Data, path: str) -> Iterator[Fault]:
    collection = change.get("collection")
    if collection is not None and collection not in COLLECTIONS:
        yield Fault(step(path, "collection"), _unknown(collection, list(COLLECTIONS)))


def _set_field_faults(change: Data, path: str) -> Iterator[Fault]:
    collection, field = change.get("collection"), change["field"]
    place = step(path, "field")
    try:
        steps = parse_path(field)
        shape = shape_at(COLLECTIONS[collection].shape if collection else PLAN, field)
    except PathError:
        yield Fault(place, _PATH.with_(field=shorten(field)))
        return
    first, last = steps[0][0], steps[-1]
    if collection is None and first in COLLECTIONS and len(steps) > 1:
        yield Fault(place, _ELEMENTWISE.with_(collection=first))
        return
    owner = KEYED[steps[-3][0]][0] if len(steps) > 2 and steps[-2][1] and steps[-3][0] in KEYED else None
    own_keys = COLLECTIONS[collection].key_fields if collection and len(steps) == 1 else (owner,)
    if last[0] in own_keys:
        yield Fault(place, _KEY.with_(field=shorten(field)))
    if "now" not in change:
        return
    yield from shape_faults(shape, change["now"], step(path, "now"))
    key = KEYED.get(steps[-2][0]) if last[1] else None
    now = change["now"]
    if key and isinstance(now, dict) and key_text(now.get(key[0])) != last[0]:
        yield Fault(step(path, "now"), _OTHER_KEY.with_(key=shorten(last[0])))


def _value_faults(change: Data, path: str) -> Iterator[Fault]:
    info = COLLECTIONS[change["collection"]]
    place = step(path, "value")
    found = list(islice(shape_faults(info.shape, change["value"], place), MAX_FAULTS))
    yield from found
    element = change["element"]
    if not found:
        key = raw_key(info, change["value"])
        number = element.removeprefix(f"{key}#")
        natural = len(info.key_fields) > 1 and number != element and number.isdecimal()
        if element != key and not natural:
            yield Fault(place, _OTHER_KEY.with_(key=shorten(element)))


def _unknown(name: str, known: list[str]) -> Words:
    meant = nearest(name, known)
    return (_UNKNOWN_MEANT if meant else _UNKNOWN).with_(
        name=shorten(name), meant=meant or "", known=", ".join(known)
    )


_NO_SET = Words(
    f'bukan himpunan perubahan; harus objek dengan "format": "{FORMAT}"',
    f'is not a change set; it must be an object with "format": "{FORMAT}"',
)
_NO_LIST = Words("harus daftar perubahan […]; tambahkan", "must be a list of changes […]; add it")
_TOO_MANY = Words(
    f"memuat lebih dari {MAX_CHANGES} perubahan; pecah menjadi beberapa berkas",
    f"holds more than {MAX_CHANGES} changes; split it into several files",
)
_UNWRITABLE = Words(
    "memuat nilai yang tidak dapat disimpan (setengah karakter, angka tak hingga, terlalu dalam); perbaiki",
    "holds a value that cannot be kept (half a character, an infinite number, or too deep); mend it",
)
_OP = Words('"op" harus salah satu dari: {choices}', '"op" must be one of: {choices}')
_MISSING = Words("wajib ada; tambahkan", "is required; add it")
_WRONG = Words("jenis nilainya salah ({value}); perbaiki", "has a value of the wrong kind ({value}); mend it")
_HALF = Words(
    '"collection" dan "element" harus ada dua-duanya atau tidak sama sekali',
    '"collection" and "element" must both be there or neither',
)
_UNKNOWN = Words('"{name}" tidak dikenal; yang ada: {known}', '"{name}" is not known; there are: {known}')
_UNKNOWN_MEANT = Words(
    '"{name}" tidak dikenal; mungkin maksudnya "{meant}"', '"{name}" is not known; perhaps "{meant}" is meant'
)
_PATH = Words(
    '"{field}" bukan tempat yang dikenal di sini; periksa ejaannya',
    '"{field}" is not a place known here; check its spelling',
)
_ELEMENTWISE = Words(
    'isi {collection} diubah per unsur; sebutkan "collection" dan "element"',
    'what is in {collection} is changed element by element; give "collection" and "element"',
)
_KEY = Words(
    '"{field}" adalah tanda pengenal dan tidak dapat diubah; hapus unsurnya lalu tambahkan yang baru',
    '"{field}" is the identity and cannot be changed; remove the element and add a new one',
)
_OTHER_KEY = Words(
    'tanda pengenal di dalamnya tidak sama dengan "{key}"; samakan',
    'its own key is not "{key}"; make them equal',
)
