"""What `parse` refuses, in which words, and what it keeps exactly."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from masterplan.document import DocumentError, canonical, check, digest, element_faults, faults, load, parse
from masterplan.document.reading import MAX_BYTES
from tests.masterplan import random_plans

PLANS = Path(__file__).parents[2] / "haluan" / "plans" / "data"
NAMES = ("kota-bontang", "kabupaten-demak", "kabupaten-tabalong", "kabupaten-latihan")
REAL = [PLANS / f"{name}.json" for name in NAMES]


def plan(**more: Any) -> dict[str, Any]:
    return {
        "format": "haluan-plan/1",
        "region": {"name": "Kota Contoh"},
        "title": "Rencana",
        "period": {"first_year": 2025, "last_year": 2030},
        **more,
    }


def text(**more: Any) -> str:
    return json.dumps(plan(**more))


def innovation(**more: Any) -> dict[str, Any]:
    return {"innovations": [{"id": "IN-01", "title": "Antrean daring", **more}]}


# name → raw bytes or text, place, part of the sentence
BAD: dict[str, tuple[bytes | str, str, str]] = {
    "nothing": (b"", "", "berkas kosong"),
    "only spaces": (b" \n\t", "", "berkas kosong"),
    "random bytes": (bytes(range(128, 256)), "", "bukan teks UTF-8 (baris 1, bita ke-1)"),
    "UTF-16": (text().encode("utf-16"), "", "simpan ulang sebagai UTF-8"),
    "latin-1 in line 2": (b'{\n"title": "caf\xe9"}', "", "baris 2"),
    "no JSON": ("halo", "", "bukan JSON yang benar di baris 1 kolom 1"),
    "cut off": (text()[:-2], "", "bukan JSON yang benar"),
    "trailing comma": ('{"title": "x",}', "", "periksa koma"),
    "two documents": (text() + text(), "", "bukan JSON yang benar"),
    "an array": ("[]", "", "harus objek {…}, bukan […]"),
    "a number": ("1", "", "harus objek {…}, bukan 1"),
    "null": ("null", "", "harus objek {…}, bukan null"),
    "100,000 brackets": ("[" * 100_000, "", "bersarang terlalu dalam"),
    "100,000 objects": ('{"a":' * 100_000, "", "bersarang terlalu dalam"),
    "900 levels": ("[" * 900 + "]" * 900, "", "bersarang lebih dari 32 tingkat"),
    "900 levels in a field": (text(title=json.loads("[" * 400 + "]" * 400)), "title", "harus teks"),
    "too large": (b" " * (MAX_BYTES + 1), "", "lebih dari 16 MB"),
    "too many values": ("[" + "1," * 400_001 + "1]", "", "terlalu banyak nilai"),
    "a number of 5000 digits": (
        text().replace("2025", "9" * 5000),
        "",
        "angka yang terlalu panjang di baris 1",
    ),
    "a number beyond double": (
        text(budget=[{"year": 2025, "amount": 10**400}]),
        "budget[#1].amount",
        "harus angka yang terhingga",
    ),
    "1e999": (
        text(budget=[{"year": 2025, "amount": 5}]).replace("5}", "1e999}"),
        "budget[#1].amount",
        "harus angka yang terhingga",
    ),
    "NaN": (text(x=1).replace(": 1}", ": NaN}"), "", "NaN bukan angka JSON"),
    "Infinity": (text(x=1).replace(": 1}", ": -Infinity}"), "", "-Infinity bukan angka JSON"),
    "a key twice": ('{"title": "a", "title": "b"}', "title", 'kunci "title" ditulis dua kali'),
    "a key twice, deep": (
        text(**innovation()).replace('"title": "Antrean daring"', '"title": "a", "title": "b"'),
        "innovations[IN-01].title",
        "hapus salah satunya",
    ),
    "a key twice, hidden": ('{"a": {"b": 1, "b": 2}, "a": 1}', "a", "ditulis dua kali"),
    "half a character": (text(vision="\ud800"), "vision", "setengah karakter"),
    "half a character as key": (text(**{"\udfff": 1}), "[", "tidak dikenal"),
    "unknown key": (text(innovation=[]), "innovation", 'mungkin maksudnya "innovations"'),
    "unknown key, no idea": (text(qqqq=1), "qqqq", "hapus atau perbaiki ejaannya"),
    "unknown key inside": (
        text(**innovation(costs=[{"offset": 0, "kapital": 1}])),
        "innovations[IN-01].costs[0].kapital",
        'mungkin maksudnya "capital"',
    ),
    "another format": (text(format="haluan-plan/2"), "format", 'mungkin maksudnya "haluan-plan/1"'),
    "no title": (text().replace('"title"', '"judul"'), "judul", "tidak dikenal"),
    "no region name": (text(region={}), "region.name", "wajib diisi"),
    "a null": (text(vision=None), "vision", "harus teks, bukan null"),
    "text for a number": (
        text(problems=[{"id": "MS-01", "title": "x", "severity": "0.5"}]),
        "problems[MS-01].severity",
        "harus angka, bukan 0.5",
    ),
    "true for a number": (
        text(problems=[{"id": "MS-01", "title": "x", "people_affected": True}]),
        "problems[MS-01].people_affected",
        "harus bilangan bulat, bukan true",
    ),
    "half a year": (
        text(period={"first_year": 2025.5, "last_year": 2030}),
        "period.first_year",
        "bilangan bulat",
    ),
    "a year too early": (text(period={"first_year": 1999, "last_year": 2030}), "period.first_year", "2000"),
    "a share above one": (
        text(problems=[{"id": "MS-01", "title": "x", "severity": 1.01}]),
        "problems[MS-01].severity",
        "terlalu besar; paling banyak 1",
    ),
    "a wrong dimension": (
        text(**innovation(dimension="livin")),
        "innovations[IN-01].dimension",
        'mungkin maksudnya "living"',
    ),
    "an id out of form": (text(innovations=[{"id": "in-1", "title": "x"}]), "innovations[in-1].id", "IN-07"),
    "an id with a line feed": (
        text(innovations=[{"id": "IN-1\n", "title": "x"}]),
        "innovations[",
        "IN-07",
    ),
    "a target in no year": (
        text(**innovation(outcomes=[{"indicator": {"name": "a", "unit": "b"}, "targets": {"20x5": 1}}])),
        "innovations[IN-01].outcomes[#1].targets[20x5]",
        "2025",
    ),
    "the same id twice": (
        text(innovations=[{"id": "IN-01", "title": "x"}, {"id": "IN-01", "title": "y"}]),
        "innovations[#2].id",
        '"IN-01" sudah dipakai oleh innovations[IN-01]',
    ),
    "the same id in two collections": (
        text(problems=[{"id": "IN-01", "title": "x"}], **innovation()),
        "innovations[#1].id",
        "sudah dipakai oleh problems[IN-01]",
    ),
    "the same source twice": (
        text(sources=[{"id": "S1", "title": "x"}, {"id": "S1", "title": "y"}]),
        "sources[#2].id",
        "beri tanda yang lain",
    ),
    "the same agency twice": (
        text(agencies=[{"code": "OPD", "name": "x"}, {"code": "OPD", "name": "y"}]),
        "agencies[#2].code",
        "sudah dipakai",
    ),
    "no such source": (
        text(**innovation(sources=["S9"])),
        "innovations[IN-01].sources",
        "tidak ada di sources",
    ),
    "no such problem": (
        text(**innovation(addresses=[{"problem": "MS-09"}])),
        "innovations[IN-01].addresses[MS-09].problem",
        "tidak ada di problems",
    ),
    "no such enabler": (
        text(**innovation(enablers=["EN-9"])),
        "innovations[IN-01].enablers",
        "tidak ada di enablers",
    ),
    "no such agency": (text(**innovation(lead_agency="OPD")), "innovations[IN-01].lead_agency", "agencies"),
    "no such district": (
        text(problems=[{"id": "MS-01", "title": "x", "people_by_district": {"64.74.01": 1}}]),
        "problems[MS-01].people_by_district[64.74.01]",
        "tidak ada di districts",
    ),
    "requires itself": (
        text(**innovation(requires=["IN-01"])),
        "innovations[IN-01].requires",
        "IN-01 → IN-01",
    ),
    "requires in a circle": (
        text(
            innovations=[
                {"id": "IN-01", "title": "a", "requires": ["IN-02"]},
                {"id": "IN-02", "title": "b", "requires": ["IN-03"]},
                {"id": "IN-03", "title": "c", "requires": ["IN-01"]},
            ]
        ),
        "innovations[IN-03].requires",
        "IN-01 → IN-02 → IN-03 → IN-01",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_it_refuses_and_says_where_and_why(name: str) -> None:
    raw, place, words = BAD[name]
    found = check(raw)
    assert any(fault.path.startswith(place) and words in fault.located() for fault in found), found
    for fault in found:
        assert "\n" not in fault.located()
        assert 10 < len(fault.message) < 300
        assert fault.say("en") != fault.say("id")


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_plans_are_valid_and_survive_the_round_trip(path: Path) -> None:
    raw = path.read_bytes()
    assert check(raw) == []
    data = parse(raw)
    assert data == json.loads(raw)
    assert json.loads(canonical(data)) == data
    assert load(data).region.name == data["region"]["name"]


def test_any_damage_to_a_real_plan_is_a_plan_or_a_sentence() -> None:
    rng = random.Random(7)
    whole = REAL[0].read_bytes()
    for _ in range(1500):
        raw = bytearray(whole)
        for _ in range(rng.randint(1, 4)):
            at = rng.randrange(len(raw))
            raw[at : at + rng.choice([0, 1, 1, 200])] = rng.choice(DAMAGE)
        for fault in check(bytes(raw)):
            assert fault.say()


@pytest.mark.parametrize("item", ["1", "{}", '{"id":"IN-1","title":"x"}', "[]"])
def test_a_very_long_list_of_nonsense_ends_soon(item: str) -> None:
    raw = '{"innovations":[' + ",".join([item] * (300_000 // len(item))) + "]}"
    assert len(check(raw)) <= 200


def test_a_byte_order_mark_is_no_fault() -> None:
    assert parse(b"\xef\xbb\xbf" + text().encode()) == plan()


def test_text_and_bytes_are_the_same() -> None:
    assert parse(text()) == parse(text().encode())


def test_what_the_linter_judges_is_no_fault_of_form() -> None:
    inverted = plan(
        period={"first_year": 2030, "last_year": 2025},
        problems=[{"id": "MS-01", "title": "x"}],
        **innovation(
            start={"earliest": 2030, "latest": 2025},
            addresses=[{"problem": "MS-01", "share": {"low": 0.9, "mode": 0.5, "high": 0.1}}],
            funding=[{"source": "APBD", "share": 0.9}, {"source": "CSR", "share": 0.9}],
        ),
    )
    assert faults(inverted) == []


def test_a_long_chain_of_requirements_is_judged() -> None:
    many = [{"id": f"IN-{n}", "title": "x", "requires": [f"IN-{n + 1}"]} for n in range(5000)]
    many.append({"id": "IN-5000", "title": "x"})
    assert faults(plan(innovations=many)) == []
    many[-1]["requires"] = ["IN-0"]
    assert [fault.path for fault in faults(plan(innovations=many))] == ["innovations[IN-5000].requires"]


def test_one_element_alone_is_judged_without_its_references() -> None:
    assert element_faults("innovations", {"id": "IN-01", "title": "x", "requires": ["IN-99"]}) == []
    assert [f.path for f in element_faults("innovations", {"id": "IN-01", "titel": "x"})] == [
        "titel",
        "title",
    ]
    assert [f.path for f in element_faults("budget", [])] == [""]


def test_an_error_carries_all_faults_and_says_how_many() -> None:
    with pytest.raises(DocumentError) as caught:
        parse("{}")
    assert len(caught.value.faults) == 4
    assert caught.value.say() == "format: wajib diisi tetapi tidak ada; tambahkan (dan 3 kesalahan lain)"
    assert caught.value.say("en") == "format: is required but absent; add it (3 more)"


DAMAGE = [b"", b"\0", b'"', b"{", b"]", b"\xff", b"9e999", b"\\u", b"null"]
NUMBERS = [
    "0", "-0.0", "1.5", "0.1", "1e-07", "1e+16", "12345678901234567890", "1500000000.0",
    "9007199254740993", "1e+300", "2.5e-300", "123456.789",
]  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_keep_their_value_and_kind(number: str) -> None:
    data = {
        "budget": [],
        "problems": [{"id": "MS-01", "title": "x", "indicator": {"baseline": json.loads(number)}}],
    }
    assert f'"baseline": {number}\n' in canonical(data)


def test_canonical_is_one_text_whatever_the_order_of_keys() -> None:
    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: turned(value[name]) for name in reversed(value)}
        return [turned(item) for item in value] if isinstance(value, list) else value

    data = random_plans.large(5)
    assert canonical(turned(data)) == canonical(data)
    assert digest(turned(data)) == digest(data)
    assert canonical(data).startswith(
        '{\n  "format": "haluan-plan/1",\n  "region": {\n    "code": "64.74",\n'
    )
    assert canonical(data).endswith("}\n")


def test_empty_and_absent_differ() -> None:
    assert digest(plan(budget=[])) != digest(plan())
    assert '"budget": []' in canonical(plan(budget=[]))


def test_whole_floats_count_as_integers_and_stay_as_written() -> None:
    data = parse(text(period={"first_year": 2025.0, "last_year": 2030}))
    assert load(data).period.first_year == 2025
    assert '"first_year": 2025.0' in canonical(data)


def test_the_typed_view_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load(plan()).title = "lain"


@pytest.mark.parametrize("seed", range(60))
def test_a_document_read_beside_another_is_read_the_same(seed: int) -> None:
    rng = random.Random(seed)
    before = random_plans.make(rng)
    after = random_plans.edit(rng, before)
    assert load(after, (before, load(before))) == load(after)


@pytest.mark.parametrize(
    "wrong", ["teks", 7, {"id": "IN-01"}, ["IN-01"], [{"id": ["IN-01"]}], [{"id": "IN-01"}], [None]]
)
def test_what_is_wrong_is_said_beside_a_known_document_too(wrong: Any) -> None:
    before = plan(innovations=[{"id": "IN-01", "title": "Surat di desa"}])
    with pytest.raises(DocumentError) as alone:
        load(plan(innovations=wrong))
    with pytest.raises(DocumentError) as beside:
        load(plan(innovations=wrong), (before, load(before)))
    assert str(alone.value) == str(beside.value)
