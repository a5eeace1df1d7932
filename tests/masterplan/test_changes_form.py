"""What is a change set, and how everything else is refused."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from masterplan.document import ChangeSet, DocumentError, diff
from tests.masterplan import random_plans

Data = dict[str, Any]
GOOD: Data = {"op": "set", "field": "title", "was": "a", "now": "b"}
ELEMENT: Data = {"collection": "innovations", "element": "IN-01"}


def wrapped(*changes: Any, **more: Any) -> Data:
    return {"format": "haluan-changes/1", "base": "0" * 64, "changes": list(changes), **more}


BAD: dict[str, tuple[Any, str, str]] = {
    "no object": ([], "", "bukan himpunan perubahan"),
    "nothing": (None, "", "bukan himpunan perubahan"),
    "a plan": ({"format": "haluan-plan/1"}, "", '"format": "haluan-changes/1"'),
    "no changes": ({"format": "haluan-changes/1", "base": ""}, "changes", "harus daftar"),
    "no base": ({"format": "haluan-changes/1", "changes": []}, "base", "wajib ada"),
    "base of a wrong kind": (wrapped() | {"base": 1}, "base", "jenis nilainya salah"),
    "unknown key": (wrapped(reson="x"), "reson", 'mungkin maksudnya "reason"'),
    "a change that is no object": (wrapped(1), "changes[#1]", "op"),
    "no op": (wrapped(GOOD, {}), "changes[#2]", '"op" harus salah satu dari: set, add, remove, move'),
    "an op that is a list": (wrapped({"op": []}), "changes[#1]", '"op"'),
    "unknown key in a change": (wrapped(GOOD | {"wass": 1}), "changes[#1].wass", 'mungkin maksudnya "was"'),
    "a key of another op": (wrapped(GOOD | {"value": {}}), "changes[#1].value", "tidak dikenal"),
    "no field": (wrapped({"op": "set"}), "changes[#1].field", "wajib ada"),
    "a field that is no text": (wrapped(GOOD | {"field": 1}), "changes[#1].field", "jenis nilainya salah"),
    "no such field": (wrapped(GOOD | {"field": "titel"}), "changes[#1].field", "bukan tempat yang dikenal"),
    "no path": (wrapped(GOOD | {"field": "a..b"}), "changes[#1].field", "bukan tempat yang dikenal"),
    "through a list without keys": (
        wrapped({"op": "set", **ELEMENT, "field": "outcomes[x].targets", "now": {}}),
        "changes[#1].field",
        "bukan tempat",
    ),
    "an element as a field of the plan": (
        wrapped({"op": "set", "field": "innovations[IN-01].title", "now": "x"}),
        "changes[#1].field",
        "per unsur",
    ),
    "a cost in no year": (
        wrapped({"op": "set", **ELEMENT, "field": "costs[01].capital", "now": 1}),
        "changes[#1].field",
        "bukan tempat",
    ),
    "half an address": (wrapped(GOOD | {"element": "IN-01"}), "changes[#1]", "dua-duanya"),
    "no such collection": (
        wrapped(GOOD | {"collection": "inovasi", "element": "x"}),
        "changes[#1].collection",
        'mungkin maksudnya "innovations"',
    ),
    "governance by element": (
        wrapped({"op": "remove", "collection": "governance", "element": "x", "value": {}}),
        "changes[#1].collection",
        "tidak dikenal",
    ),
    "an identity": (
        wrapped({"op": "set", **ELEMENT, "field": "id", "now": "IN-02"}),
        "changes[#1].field",
        "tanda",
    ),
    "a nested identity": (
        wrapped({"op": "set", **ELEMENT, "field": "costs[0].offset", "now": 1}),
        "changes[#1].field",
        "tanda pengenal",
    ),
    "a value of the wrong kind": (wrapped(GOOD | {"now": 5}), "changes[#1].now", "harus teks, bukan 5"),
    "null": (wrapped(GOOD | {"now": None}), "changes[#1].now", "bukan null"),
    "another entry than the path": (
        wrapped({"op": "set", **ELEMENT, "field": "costs[0]", "now": {"offset": 1}}),
        "changes[#1].now",
        'tidak sama dengan "0"',
    ),
    "an added value without its id": (
        wrapped({"op": "add", **ELEMENT, "value": {"title": "x"}}),
        "changes[#1].value.id",
        "wajib diisi",
    ),
    "an added value of another id": (
        wrapped({"op": "add", **ELEMENT, "value": {"id": "IN-02", "title": "x"}}),
        "changes[#1].value",
        'tidak sama dengan "IN-01"',
    ),
    "a value that is no object": (
        wrapped({"op": "add", **ELEMENT, "value": []}),
        "changes[#1].value",
        "jenis",
    ),
    "half a character": (wrapped(GOOD | {"was": "\ud800"}), "", "tidak dapat disimpan"),
    "an infinite number": (wrapped(GOOD | {"was": float("inf")}), "", "tidak dapat disimpan"),
    "endless nesting": (wrapped(GOOD | {"was": json.loads("[" * 500 + "]" * 500)}, seen=1), "seen", "jenis"),
}


@pytest.mark.parametrize("name", BAD)
def test_it_refuses_and_says_where_and_why(name: str) -> None:
    data, place, words = BAD[name]
    with pytest.raises(DocumentError) as caught:
        ChangeSet.from_data(data)
    faults = caught.value.faults
    assert any(fault.path == place and words in fault.message for fault in faults), faults
    assert all(fault.say("en") != fault.say("id") for fault in faults)


def test_a_change_set_survives_its_own_form() -> None:
    rng = random.Random(3)
    for _ in range(200):
        a = random_plans.make(rng)
        changes = diff(a, random_plans.edit(rng, a), reason="Rapat", origin="uji")
        assert ChangeSet.parse(json.dumps(changes.to_data())) == changes


def test_what_an_import_saw_and_left_is_kept() -> None:
    data = wrapped(GOOD, seen=[{"element": None, "field": "title", "where": "Tabel 1"}], left=["Tabel 2: ?"])
    assert ChangeSet.from_data(data).to_data() == data


def test_was_may_be_anything_it_only_has_to_be_equal() -> None:
    assert ChangeSet.from_data(wrapped(GOOD | {"was": 5})).changes[0].was == 5


def test_any_damage_to_a_change_set_is_a_change_set_or_a_sentence() -> None:
    rng = random.Random(4)
    refused = 0
    for _ in range(1500):
        a = random_plans.make(rng)
        data = json.loads(json.dumps(diff(a, random_plans.edit(rng, a)).to_data()))
        for change in data["changes"]:
            key = rng.choice([*change, "x"])
            change[key] = rng.choice([None, 1, "", "x", [], {}, True, "IN-01", {"id": "IN-01"}, "costs[0]"])
        try:
            ChangeSet.from_data(data)
        except DocumentError as error:
            refused += 1
            assert error.say()
    assert refused > 500
