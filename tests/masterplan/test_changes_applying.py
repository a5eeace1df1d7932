"""What each kind of change does, when it asks, and in which order things end up."""

from __future__ import annotations

from typing import Any

import pytest

from masterplan.document import (
    ABSENT,
    Change,
    ChangeSet,
    Conflict,
    ConflictError,
    DocumentError,
    PathError,
    apply,
    apply_to,
    diff,
    get_field,
    invert,
    keys_of,
    merge,
    merge_text,
    with_field,
)

Data = dict[str, Any]


def plan(**more: Any) -> Data:
    return {
        "format": "haluan-plan/1",
        "region": {"name": "Kota Contoh"},
        "title": "Rencana",
        "period": {"first_year": 2025, "last_year": 2030},
        **more,
    }


def innovations(*ids: str, **more: Any) -> list[Data]:
    return [{"id": key, "title": "Judul", **more} for key in ids]


def ids(data: Data, collection: str = "innovations") -> list[str]:
    return keys_of(collection, data[collection])


def changes(*items: Data, base: str = "") -> ChangeSet:
    return ChangeSet.from_data({"format": "haluan-changes/1", "base": base, "changes": list(items)})


def add(key: str, after: str | None = None) -> Data:
    change: Data = {
        "op": "add",
        "collection": "innovations",
        "element": key,
        "value": {"id": key, "title": "Baru"},
    }
    return change | ({"after": after} if after else {})


def remove(collection: str, value: Data) -> Data:
    return {"op": "remove", "collection": collection, "element": value["id"], "value": value}


def edit(element: str, field: str, **sides: Any) -> Data:
    return {"op": "set", "collection": "innovations", "element": element, "field": field, **sides}


def conflicts(data: Data, *items: Data) -> list[Conflict]:
    with pytest.raises(ConflictError) as caught:
        apply(data, changes(*items))
    return caught.value.conflicts


def test_a_field_is_set_and_the_document_before_is_untouched() -> None:
    before = plan(innovations=innovations("IN-01"))
    item = {
        "op": "set",
        "collection": "innovations",
        "element": "IN-01",
        "field": "title",
        "was": "Judul",
        "now": "X",
    }
    after = apply(before, changes(item))
    assert after["innovations"][0]["title"] == "X"
    assert before == plan(innovations=innovations("IN-01"))


def test_another_value_there_asks_with_base_theirs_and_yours() -> None:
    item = {"op": "set", "field": "title", "was": "Lama", "now": "Baru"}
    (conflict,) = conflicts(plan(), item)
    assert (conflict.path, conflict.base, conflict.theirs, conflict.yours) == (
        "title",
        "Lama",
        "Rencana",
        "Baru",
    )
    assert conflict.to_data()["change"] == item
    assert "title sudah diubah orang lain" in conflict.say()


def test_every_conflict_is_told_and_nothing_applied() -> None:
    data = plan(innovations=innovations("IN-01"))
    found = conflicts(
        data,
        {"op": "set", "field": "title", "was": "Lama", "now": "Baru"},
        {"op": "set", "field": "vision", "now": "Visi"},
        {
            "op": "set",
            "collection": "innovations",
            "element": "IN-09",
            "field": "title",
            "was": "a",
            "now": "b",
        },
        remove("innovations", {"id": "IN-01", "title": "lain"}),
        add("IN-01"),
        {"op": "move", "collection": "innovations", "element": "IN-08", "after": "IN-01"},
    )
    assert [conflict.path for conflict in found] == [
        "title",
        "innovations[IN-09].title",
        "innovations[IN-01]",
        "innovations[IN-01]",
        "innovations[IN-08]",
    ]
    assert "vision" not in data


def test_a_change_already_made_is_no_conflict() -> None:
    before, after = (
        plan(innovations=innovations("IN-01")),
        plan(innovations=innovations("IN-02"), vision="Visi"),
    )
    assert apply(after, diff(before, after)) == after


def test_true_is_not_one() -> None:
    data = plan(settings={"minimum_quick_wins": 1})
    conflicts(data, {"op": "set", "field": "settings.minimum_quick_wins", "was": True, "now": 2})


def test_numbers_equal_in_value_are_no_change() -> None:
    a, b = plan(settings={"cost_error": 1}), plan(settings={"cost_error": 1.0})
    assert not diff(a, b)


def test_an_absent_field_and_an_empty_list_differ() -> None:
    absent, empty = plan(innovations=innovations("IN-01")), plan(innovations=innovations("IN-01", costs=[]))
    (change,) = diff(absent, empty).changes
    assert (change.field, change.was, change.now) == ("costs", ABSENT, [])
    assert apply(empty, invert(diff(absent, empty))) == absent


def test_an_absent_collection_and_an_empty_one_differ() -> None:
    forth = diff(plan(), plan(budget=[]))
    assert apply(plan(), forth) == plan(budget=[])
    assert apply(plan(budget=[]), invert(forth)) == plan()
    filled = plan(budget=[{"year": 2025, "amount": 1}])
    assert apply(filled, invert(diff(plan(), filled))) == plan()


def test_two_people_begin_the_same_collection() -> None:
    one = diff(plan(), plan(budget=[{"year": 2025, "amount": 1}]))
    other = diff(plan(), plan(budget=[{"year": 2026, "amount": 2}]))
    both = [{"year": 2026, "amount": 2}, {"year": 2025, "amount": 1}]
    assert apply(apply(plan(), one), other)["budget"] == both
    assert merge(plan(), apply(plan(), one), apply(plan(), other))["budget"] == both[::-1]


@pytest.mark.parametrize(
    "items", [[add("IN-91", "IN-01"), add("IN-90", "IN-01")], [add("IN-90", "IN-01"), add("IN-91", "IN-01")]]
)
def test_two_additions_in_one_place_are_ordered_by_id(items: list[Data]) -> None:
    data = plan(innovations=innovations("IN-01", "IN-02"))
    assert ids(apply(data, changes(*items))) == ["IN-01", "IN-90", "IN-91", "IN-02"]


def test_without_after_it_goes_first() -> None:
    data = plan(innovations=innovations("IN-01"))
    assert ids(apply(data, changes(add("IN-09")))) == ["IN-09", "IN-01"]


def test_additions_may_stand_after_one_another() -> None:
    items = [add("IN-05", "IN-04"), add("IN-04", "IN-03"), add("IN-03")]
    assert ids(apply(plan(), changes(*items))) == ["IN-03", "IN-04", "IN-05"]


def test_where_the_neighbour_is_gone_it_goes_last() -> None:
    data = plan(innovations=innovations("IN-01", "IN-02"))
    assert ids(apply(data, changes(add("IN-09", "IN-07")))) == ["IN-01", "IN-02", "IN-09"]


def test_elements_that_stand_after_each_other_are_still_all_there() -> None:
    items = [add("IN-05", "IN-04"), add("IN-04", "IN-05")]
    assert sorted(ids(apply(plan(), changes(*items)))) == ["IN-04", "IN-05"]


def test_a_move_is_one_change() -> None:
    a, b = (
        plan(innovations=innovations("IN-01", "IN-02", "IN-03")),
        plan(innovations=innovations("IN-03", "IN-01", "IN-02")),
    )
    (change,) = diff(a, b).changes
    assert change.to_data() == {
        "op": "move",
        "collection": "innovations",
        "element": "IN-03",
        "was_after": "IN-02",
    }


def test_moved_by_two_people_asks() -> None:
    a, first, last = (
        plan(innovations=innovations(*[f"IN-0{n}" for n in order])) for order in ("12345", "31245", "12453")
    )
    with pytest.raises(ConflictError):
        apply(first, diff(a, last))
    with pytest.raises(ConflictError):
        merge(a, first, last)


def test_a_second_ceiling_of_one_year_has_its_own_key() -> None:
    row = {"year": 2025, "amount": 1}
    assert keys_of("budget", [row, row, row | {"source": "APBD"}, row]) == [
        "2025",
        "2025#2",
        "2025/APBD",
        "2025#3",
    ]
    odd = row | {"source": "a#2"}
    assert keys_of("budget", [odd, row | {"source": "a"}, row | {"source": "a"}]) == [
        "2025/a#2",
        "2025/a",
        "2025/a#3",
    ]


def test_an_outcome_with_a_wrong_value_is_refused() -> None:
    with pytest.raises(DocumentError, match="title: wajib diisi"):
        apply(plan(), changes({"op": "set", "field": "title", "was": "Rencana"}))


def test_a_reference_left_dangling_asks() -> None:
    data = plan(
        problems=[{"id": "MS-01", "title": "x"}],
        innovations=innovations("IN-01", addresses=[{"problem": "MS-01"}]),
    )
    removal = {
        "op": "remove",
        "collection": "problems",
        "element": "MS-01",
        "value": {"id": "MS-01", "title": "x"},
    }
    (conflict,) = conflicts(data, removal)
    assert conflict.path == "innovations[IN-01].addresses[MS-01].problem"
    assert "tidak ada di problems" in conflict.say()


ELEMENT = {
    "id": "IN-01",
    "title": "x",
    "addresses": [{"problem": "MS-03", "share": {"mode": 0.3}}],
    "costs": [{"offset": 0, "capital": 5}, {"offset": 2}],
    "funding": [{"source": "APBD", "share": 1}],
    "start": {"earliest": 2025, "latest": 2026},
    "people_by_district": {"64.74.01": 7, 'a]"b': 8},
}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", "x"),
        ("addresses[MS-03].share.mode", 0.3),
        ("addresses[MS-03].share.low", ABSENT),
        ("addresses[MS-04].share", ABSENT),
        ("costs[0].capital", 5),
        ("costs[2]", {"offset": 2}),
        ("funding[APBD].share", 1),
        ("start.latest", 2026),
        ("people_by_district[64.74.01]", 7),
        (r'people_by_district["a]\"b"]', 8),
        ("vision", ABSENT),
        ("title.x", ABSENT),
    ],
)
def test_a_field_is_found_by_its_path(path: str, value: Any) -> None:
    assert get_field(ELEMENT, path) == value


@pytest.mark.parametrize(
    "path",
    ["", ".", "a.", ".a", "a..b", "[a]", "a[", "a[]", "a]", "a[#1]", "a[b]c", "a b", "a" * 3000, 'a["x]'],
)
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(PathError):
        get_field({}, path)


def test_setting_a_field_makes_the_way_to_it() -> None:
    changed = with_field({"id": "IN-01"}, "addresses[MS-03].share.mode", 0.5)
    assert changed == {"id": "IN-01", "addresses": [{"problem": "MS-03", "share": {"mode": 0.5}}]}
    assert with_field({}, "costs[3].capital", 1) == {"costs": [{"offset": 3, "capital": 1}]}
    assert with_field({}, "people_by_district[1]", 5) == {"people_by_district": {"1": 5}}


def test_removing_a_field_leaves_what_held_it() -> None:
    assert with_field(ELEMENT, "funding[APBD]", ABSENT)["funding"] == []
    assert with_field(ELEMENT, "addresses[MS-03].share.mode", ABSENT)["addresses"] == [
        {"problem": "MS-03", "share": {}}
    ]
    assert with_field(ELEMENT, "vision", ABSENT) == ELEMENT


def test_a_new_cost_goes_where_its_year_is() -> None:
    assert [cost["offset"] for cost in with_field(ELEMENT, "costs[1]", {"offset": 1})["costs"]] == [0, 1, 2]


def test_a_scalar_in_the_way_is_refused() -> None:
    with pytest.raises(PathError):
        with_field(ELEMENT, "title.x", 1)


def test_one_element_takes_its_changes_alone() -> None:
    item = Change("set", "innovations", "IN-01", "costs[0].capital", was=5, now=6)
    assert apply_to(ELEMENT, [item])["costs"][0]["capital"] == 6
    with pytest.raises(ConflictError):
        apply_to(ELEMENT, [Change("set", "innovations", "IN-01", "title", was="y", now="z")])


def test_a_nested_entry_is_one_change() -> None:
    a = plan(innovations=innovations("IN-01", costs=[{"offset": 0}, {"offset": 2}]))
    b = plan(
        innovations=innovations("IN-01", costs=[{"offset": 0}, {"offset": 1}, {"offset": 2, "capital": 3}])
    )
    assert [change.path for change in diff(a, b).changes] == [
        "innovations[IN-01].costs[1]",
        "innovations[IN-01].costs[2].capital",
    ]


def test_a_list_that_names_a_key_twice_changes_whole() -> None:
    a = plan(innovations=innovations("IN-01", costs=[{"offset": 0}, {"offset": 0}]))
    b = plan(innovations=innovations("IN-01", costs=[{"offset": 0, "capital": 1}]))
    assert [change.path for change in diff(a, b).changes] == ["innovations[IN-01].costs"]
    assert apply(a, diff(a, b)) == b


def test_different_fields_of_two_people_both_stand() -> None:
    base = plan(innovations=innovations("IN-01"))
    a = plan(innovations=innovations("IN-01", quick_win=True))
    b = plan(innovations=innovations("IN-01", duration_years=2), vision="Visi")
    assert merge(base, a, b) == plan(
        innovations=innovations("IN-01", quick_win=True, duration_years=2), vision="Visi"
    )


def test_the_same_field_of_two_people_asks() -> None:
    with pytest.raises(ConflictError) as caught:
        merge(plan(), plan(title="A"), plan(title="B"))
    (conflict,) = caught.value.conflicts
    assert (conflict.path, conflict.base, conflict.theirs, conflict.yours) == ("title", "Rencana", "A", "B")


def test_removed_here_and_changed_there_asks() -> None:
    base = plan(innovations=innovations("IN-01", "IN-02"))
    a, b = (
        plan(innovations=innovations("IN-02")),
        plan(innovations=innovations("IN-01", "IN-02", quick_win=True)),
    )
    with pytest.raises(ConflictError) as caught:
        merge(base, a, b)
    assert [conflict.path for conflict in caught.value.conflicts] == ["innovations[IN-01]"]
    assert caught.value.conflicts[0].theirs is ABSENT


def test_two_new_elements_with_one_id_ask() -> None:
    a, b = plan(innovations=innovations("IN-01")), plan(innovations=innovations("IN-01", quick_win=True))
    with pytest.raises(ConflictError):
        merge(plan(innovations=[]), a, b)


def test_two_new_fields_in_a_new_object_both_stand() -> None:
    merged = merge(plan(), plan(settings={"discount_rate": 0.1}), plan(settings={"carry_over": True}))
    assert merged["settings"] == {"discount_rate": 0.1, "carry_over": True}


def test_a_reference_to_what_the_other_removed_asks() -> None:
    base = plan(problems=[{"id": "MS-01", "title": "x"}], innovations=innovations("IN-01"))
    a = plan(problems=[], innovations=innovations("IN-01"))
    b = plan(problems=base["problems"], innovations=innovations("IN-01", addresses=[{"problem": "MS-01"}]))
    with pytest.raises(ConflictError) as caught:
        merge(base, a, b)
    assert caught.value.conflicts[0].fault is not None


def test_prose_is_merged_by_words() -> None:
    base = "Warga antre sejak subuh untuk mendapat nomor di loket."
    a = "Warga pesisir antre sejak subuh untuk mendapat nomor di loket."
    b = "Warga antre sejak subuh untuk mendapat nomor di loket puskesmas."
    assert (
        merge_text(base, a, b) == "Warga pesisir antre sejak subuh untuk mendapat nomor di loket puskesmas."
    )
    assert merge(plan(vision=base), plan(vision=a), plan(vision=b))["vision"] == merge_text(base, a, b)


def test_prose_changed_in_one_place_asks() -> None:
    assert merge_text("satu dua tiga", "satu DUA tiga", "satu dua, tiga") is None
    assert merge_text("", "a", "b") is None


def test_very_long_prose_is_merged_by_paragraph() -> None:
    base = "".join(f"Paragraf {n} yang sama panjangnya.\n" for n in range(2500))
    a, b = "Awal.\n" + base, base + "Akhir.\n"
    assert merge_text(base, a, b) == "Awal.\n" + base + "Akhir.\n"
