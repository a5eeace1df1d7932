"""A workbook that nobody edited says nothing; one that was saved by another program says nothing either."""

from __future__ import annotations

import io
import json
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest

from masterplan.document import ABSENT, apply, diff, parse
from masterplan.document.types import Plan
from masterplan.sheets import read, write
from masterplan.sheets.layout import tables
from tests.masterplan.random_plans import edit, make
from tests.masterplan.sheet_books import Book, full_plan
from tests.strange_plans import strange_data

REAL = sorted((Path(__file__).parents[2] / "haluan" / "plans" / "data").glob("k*[!y].json"))

STRANGE_TEXTS = [
    "", " ", "=1+1", "=cmd|' /C calc'!A0", "+62 811", "-5", "@nama", "'petik", "\tTab", "\rawal", "a\r\nb\rc\nd",
    "\x00\x01\x1f\x7f", "\ufffe\uffff", "_x0041_", "_x000D_", "😀" * 20_000, "x" * 40_000, "00123", "1.250", "TRUE",
    "2025-01-05", "#REF!", "satu; dua\ntiga", "· titik", "<b>&amp;</b>", "\u2028", "  dua  spasi  ", "http://a.id", "|",
]  # fmt: skip
STRANGE_NUMBERS = [0, 0.1 + 0.2, 2**53 + 1, 12345678901234567890, 1e16, 1.5e300, 10**305, 1e-9, 2.0, 1 / 3]


def unchanged(document: dict[str, Any], raw: bytes, lang: str = "id") -> None:
    reading = read(document, raw, lang=lang)
    assert [change.to_data() for change in reading.changes.changes] == []
    assert [fault.located() for fault in reading.refusals] == []
    assert [fault.located() for fault in reading.left] == []


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_real_plan_comes_back_unchanged(path: Path, lang: str) -> None:
    document = parse(path.read_bytes())
    unchanged(document, write(document, lang=lang), lang)


@pytest.mark.parametrize("seed", range(12))
def test_any_plan_comes_back_unchanged(seed: int) -> None:
    """`script/bench sheet` does this for a thousand plans."""
    for document in (make(random.Random(seed)), strange_data(seed)):
        unchanged(document, write(document))


def strange_plan(seed: int) -> dict[str, Any]:
    """A plan whose texts and figures are everything a cell cannot hold or would change."""
    dice = random.Random(seed)

    def text() -> str:
        return dice.choice(STRANGE_TEXTS)

    def figure() -> float:
        return dice.choice(STRANGE_NUMBERS)

    plan = full_plan()
    plan |= {"vision": text(), "legal_basis": text(), "missions": [text() for _ in range(3)], "risks": []}
    for item in plan["problems"]:
        item |= {"title": text(), "description": text(), "group": text()}
    plan["problems"][0]["indicator"] |= {"baseline": figure(), "unit": text()}
    for item in plan["innovations"]:
        item |= {"title": text(), "service_change": text(), "operating_per_year": figure()}
    first = plan["innovations"][0]
    first["costs"] = [{"offset": 2, "capital": figure()}, {"offset": 0}, {"offset": 2, "operating": figure()}]
    first["outcomes"] = [
        {"indicator": {"name": text(), "unit": ""}, "targets": {"2028": figure(), "0001": 2}}
    ] * 2
    first["alignment"], first["enablers"] = [], []
    plan["governance"] = [{"role": text()}, {"role": ""}]
    plan["sources"] += [{"id": key, "title": text()} for key in (" S1", "a;b", "c\nd", "", "=x", "\x01")]
    plan["problems"][1]["sources"] = ["", "a;b", " S1", "\x01"]
    plan["budget"] += [{"year": 2027, "amount": 1}, {"year": 2029.0, "source": "", "amount": figure()}]
    return plan


@pytest.mark.parametrize("seed", range(10))
def test_what_a_cell_cannot_hold_is_neither_lost_nor_changed(seed: int) -> None:
    document = strange_plan(seed)
    parse(json.dumps(document))
    unchanged(document, write(document))


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_saving_it_with_another_program_changes_nothing(form: str) -> None:
    document = full_plan()
    unchanged(document, getattr(Book(document), form)())


@pytest.mark.parametrize("seed", range(12))
def test_edits_made_in_cells_come_back_as_the_edited_plan(seed: int) -> None:
    """The workbook of the edited plan, with the memory of the plan before it, says what was edited."""
    dice = random.Random(seed)
    before = make(dice, 4)
    after = edit(dice, before, 4)
    mine, theirs = Book(before), Book(after)
    theirs.sheets["_haluan"] = mine.sheets["_haluan"]
    reading = read(before, theirs.xlsx())
    if not reading.refusals:
        assert not _content(diff(apply(before, reading.changes), after))


def _content(changes: Any) -> list[Any]:
    """Order and emptiness aside: rows do not move elements, and an empty cell is an absent value."""
    nothing = (ABSENT, [], {}, "")
    return [
        change.to_data()
        for change in changes.changes
        if change.op != "move"
        and not (change.op == "set" and change.was in nothing and change.now in nothing)
    ]


def test_everything_a_plan_holds_has_a_place_in_the_workbook() -> None:
    """A new field of the document fails here until a sheet asks for it."""
    from masterplan.document.shape import PLAN

    columns = {
        (t.collection, f"{t.field}." * (t.form == "entries") + c.path)
        for t in tables(full_plan())
        for c in t.columns
    }
    paths = {(c, p.split("[")[0]) for c, p in columns} | {("", t.key) for t in tables(full_plan())}
    missing = []

    def walk(collection: str, shape: Any, path: str) -> None:
        for name, inner in shape.fields.items():
            here = f"{path}.{name}" if path else name
            if inner.kind == "object":
                walk(collection, inner, here)
            elif (
                inner.items
                and inner.items.kind == "object"
                and (collection, here) not in paths
                and collection
            ):
                walk(collection, inner.items, here)
            elif inner.items and inner.items.kind == "object" and not collection:
                walk(
                    name if inner.key or name == "budget" else "",
                    inner.items,
                    "" if inner.key or name == "budget" else here,
                )
            elif (collection, here) not in paths:
                missing.append((collection, here))

    walk("", PLAN, "")
    assert set(missing) == {("", "format"), ("figures", "media_type"), ("figures", "digest")}
    assert Plan.model_fields.keys() >= {"risks", "chapters"}


def test_nothing_in_a_workbook_runs() -> None:
    """No formula, link, query or script in any part, whatever the plan says."""
    for seed in range(5):
        with zipfile.ZipFile(io.BytesIO(write(strange_plan(seed)))) as archive:
            for name in archive.namelist():
                content = archive.read(name)
                assert b"<f>" not in content and b"<f " not in content, name
                assert b"<hyperlink" not in content and b"relationships/hyperlink" not in content, name
                assert b"ddeLink" not in content and b"TargetMode" not in content, name
                assert "external" not in name.lower() and "vba" not in name.lower(), name


def test_a_text_like_a_formula_stays_a_text_when_it_is_edited() -> None:
    document = full_plan()
    document["innovations"][0]["title"] = "=cmd|' /C calc'!A0"
    with zipfile.ZipFile(io.BytesIO(write(document))) as archive:
        assert b'quotePrefix="1"' in archive.read("xl/styles.xml")
