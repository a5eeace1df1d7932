"""Buku II as a reader gets it: what it says, what it admits not to know, and that nobody's text can steer
it.
"""

from __future__ import annotations

import time
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pikepdf
import pytest
from pydantic import BaseModel

from masterplan.books import BookError, render
from masterplan.books.letters import Letters
from masterplan.books.money import spending
from masterplan.document import load, parse
from masterplan.document.types import Plan
from masterplan.impact import value
from tests.masterplan.pdf_text import bare, pages
from tests.plans import realistic
from tests.strange_plans import strange_data

PLANS = Path(__file__).parents[2] / "haluan" / "plans" / "data"
NAMES = ("kabupaten-latihan", "kabupaten-tabalong", "kabupaten-demak", "kota-bontang")
MARK = "Data latihan. Kabupaten Latihan tidak ada; semua nama dan angka rekaan."


def plan_of(name: str) -> Plan:
    return load(parse((PLANS / f"{name}.json").read_bytes()))


@pytest.fixture(scope="module")
def books() -> dict[str, bytes]:
    return {
        name: render(plan_of(name), 2, training=name == NAMES[0], made_on=date(2026, 11, 24))
        for name in NAMES
    }


@pytest.fixture(scope="module")
def latihan(books: dict[str, bytes]) -> list[str]:
    return pages(books["kabupaten-latihan"])


@pytest.fixture(scope="module")
def bontang(books: dict[str, bytes]) -> str:
    return bare("".join(pages(books["kota-bontang"])))


def test_it_is_archivable_accessible_and_named(books: dict[str, bytes]) -> None:
    for name, pdf in books.items():
        with pikepdf.open(BytesIO(pdf)) as file, file.open_metadata() as about:
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
            assert about["pdfuaid:part"] == "1"
            assert plan_of(name).title in about["dc:title"]
            assert file.Root.Lang == "id"
            assert file.Root.MarkInfo.Marked
            assert file.Root.ViewerPreferences.DisplayDocTitle


def test_headings_tables_and_drawings_are_told_to_screen_readers(books: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(books["kabupaten-latihan"])) as file:
        found: dict[str, int] = {}
        silent = []
        for node in structure(file.Root.StructTreeRoot):
            kind = str(node.get("/S", "/"))[1:]
            found[kind] = found.get(kind, 0) + 1
            if kind == "Figure" and "/Alt" not in node:
                silent.append(node)
        assert not silent
        assert {"H1", "H2", "H3", "Table", "TH", "TD", "Figure", "TOC", "L", "Link"} <= set(found)
        assert found["H3"] == sum(one.decision == "chosen" for one in plan_of(NAMES[0]).innovations or [])


def structure(node: Any) -> Any:
    """Every element of the structure tree."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Dictionary) and ("/K" in one or "/S" in one):
            yield one
            inner = one.get("/K", [])
            waiting.extend(inner if isinstance(inner, pikepdf.Array) else [inner])


def test_the_training_mark_stands_on_every_page_and_only_in_training(
    books: dict[str, bytes], latihan: list[str]
) -> None:
    assert all(bare(MARK) in bare(page) for page in latihan)
    for name in NAMES[1:]:
        assert not any(bare("Data latihan") in bare(page) for page in pages(books[name]))


def test_the_chapters_come_in_order(latihan: list[str]) -> None:
    contents = bare(latihan[1] + latihan[2])
    chapters = (
        "Visi dan misi",
        "Sasaran setiap dimensi",
        "Dari masalah ke hasil",
        "Peta jalan",
        "Anggaran menurut",
        "Dampak bagi warga",
        "Program cepat",
        "Tata kelola rencana",
        "Dasar hukum dan aturan",
        "Risiko",
        "Sumber",
        "Yang belum diketahui",
        "Tentang buku ini",
    )
    places = [contents.index(bare(chapter)) for chapter in chapters]
    assert places == sorted(places)


def test_contents_name_the_right_pages(latihan: list[str]) -> None:
    contents = bare(latihan[1] + latihan[2])
    road_map = next(at for at, page in enumerate(latihan, 1) if bare("Peta jalan Tata kelola") in bare(page))
    start = next(at for at, page in enumerate(latihan, 1) if bare("Bidang muda: dibangun") in bare(page))
    assert f"4Petajalan{start}" in contents.replace(".", "")
    assert start <= road_map


def test_it_says_impact_with_its_range_and_unweighted(latihan: list[str]) -> None:
    text = bare("".join(latihan))
    impact = value(plan_of("kabupaten-latihan"))
    assert impact.person_years.expected > 0
    for part in ("Rentang taksirannya", "Tanpa bobot pemerataan", "Dasar bukti dampak"):
        assert bare(part) in text


def test_a_sparse_plan_says_unknown_and_never_zero(bontang: str) -> None:
    for sentence in (
        "Belum diketahui: untuk menghitung dampak",
        "Belum diketahui: belum ada inovasi yang dipilih dan diberi tahun mulai.",
        "Belum diketahui: belum ada biaya inovasi",
        "Dewan Smart City: belum diketahui.",
        "Yang belum diketahui",
    ):
        assert bare(sentence) in bontang
    assert bare("0 orang-tahun") not in bontang
    assert "Rp0" not in bontang


def test_empty_seats_are_said() -> None:
    data = plan_of("kota-bontang").model_dump(exclude_none=True)
    data["governance"] = [
        {"role": "Ketua", "name": "Wali Kota", "body": "council"},
        {"role": "Wakil", "body": "council"},
    ]
    text = bare("".join(pages(render(load(data), 2))))
    assert bare("Dewan Smart City: 1 dari 2 kursi terisi") in text
    assert bare("belum diisi") in text
    assert bare("Tim Pelaksana: belum diketahui.") in text


def test_references_lead_to_their_source(books: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(books["kabupaten-tabalong"])) as file:
        links = [note for page in file.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
        assert len(links) > 40
        assert all("/Dest" in note or "/A" in note for note in links)
        assert all("/Contents" in note for note in links)


def test_the_same_input_gives_the_same_bytes(books: dict[str, bytes]) -> None:
    again = render(plan_of("kota-bontang"), 2, made_on=date(2026, 11, 24))
    assert again == books["kota-bontang"]
    assert render(plan_of("kota-bontang"), 2) == render(plan_of("kota-bontang"), 2)


def test_english_readers_get_english() -> None:
    text = bare("".join(pages(render(plan_of("kabupaten-demak"), 2, lang="en"))))
    assert bare("What is not yet known") in text
    assert bare("belum diketahui") not in text


@pytest.mark.parametrize(
    ("book", "lang", "sentence"),
    [
        (0, "en", "Choose book 1, 2 or 3."),
        (4, "id", "Pilih Buku 1, 2, atau 3."),
        (2, "fr", 'Bahasa "fr" tidak ada'),
    ],
)
def test_a_book_that_does_not_exist_is_refused_in_one_sentence(book: int, lang: str, sentence: str) -> None:
    with pytest.raises(BookError, match=sentence):
        render(plan_of("kota-bontang"), book, lang=lang)


def test_a_plan_that_cannot_be_judged_still_becomes_a_book() -> None:
    data = plan_of("kabupaten-tabalong").model_dump(exclude_none=True)
    data["period"] = {"first_year": 2024, "last_year": 2019}
    text = bare("".join(pages(render(load(data), 2))))
    assert bare("Masa rencana terbalik") in text


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_left_open_the_book_comes_out(seed: int) -> None:
    assert render(load(strange_data(seed)), 2, lang="en" if seed % 2 else "id").startswith(b"%PDF-1.7")


def test_money_of_the_book_is_the_money_of_the_judgement() -> None:
    for plan in (plan_of("kabupaten-latihan"), realistic(60)):
        spent, judged = spending(plan), value(plan)
        for year in spent.years:
            assert spent.total(year) == pytest.approx(judged.spending[year], rel=1e-12)


# Hostile text

HOSTILE = (
    '#panic("{n}")',
    '#import "/etc/passwd{n}"',
    "$x_{n}$",
    "\\{n} \\u{{41}}",
    "*tebal{n}* _miring_",
    "[{n}] ]",
    "{{{n}}}",
    "= Judul {n}",
    "@acuan{n} <label{n}>",
    "`{n}`",
    "// {n}",
    "/* {n}",
    "~{n}",
    "\"petik{n}\" 'p'",
)
STRANGE = (
    "\u202eterbalik\u2066 nol\x00\x07\x1b lebar\u200b\u200d 😀 漢字 مرحبا שלום "
    "e\u0301 a\u0302\u0323 e\u0651 \ufeff"
)
REFERENCES = {
    "sources",
    "readiness",
    "issues",
    "owner",
    "enablers",
    "requires",
    "problem",
    "lead_agency",
    "partner_agencies",
    "districts",
}
IN_BOOK_I = {"Readiness", "District"}


def hostile(element: BaseModel, texts: list[str]) -> BaseModel:
    """A copy in which every free text is hostile; what the book must show is collected in `texts`."""
    changed: dict[str, Any] = {}
    for name, field in type(element).model_fields.items():
        current = getattr(element, name)
        if current is None or name in REFERENCES or (name == "id" and field.annotation is not str):
            continue
        if isinstance(current, BaseModel):
            changed[name] = hostile(current, texts)
        elif isinstance(current, list) and current and isinstance(current[0], BaseModel):
            changed[name] = [hostile(one, texts) for one in current]
        elif isinstance(current, list):
            changed[name] = [evil(texts) for _ in current]
        elif isinstance(current, str) and free(field):
            changed[name] = evil(texts) if type(element).__name__ not in IN_BOOK_I else evil([])
    return element.model_copy(update=changed)


def free(field: Any) -> bool:
    """A text without a pattern or a choice."""
    plain = field.annotation is str or set(get_args(field.annotation)) == {str, type(None)}
    return plain and not field.metadata


def evil(texts: list[str]) -> str:
    number = len(texts)
    pieces = [piece.format(n=number) for piece in HOSTILE]
    texts.append(" ".join(pieces))
    return f"{texts[-1]} {STRANGE}"


def small_plan() -> Plan:
    """The training plan with one of everything, and every optional text filled in."""
    data = plan_of("kabupaten-latihan").model_dump(exclude_none=True)
    innovation = next(
        one for one in data["innovations"] if one["decision"] == "chosen" and one.get("quick_win")
    )
    problems = {relief["problem"] for relief in innovation["addresses"]}
    data["innovations"] = [
        innovation
        | {"requires": [], "alternative_group": "A", "adopted_from": {"region": "Kota", "title": "Judul"}}
    ]
    data["problems"] = [one | {"group": "lansia"} for one in data["problems"] if one["id"] in problems]
    data["enablers"] = [
        one | {"description": "x"} for one in data["enablers"] if one["kind"] == "regulation"
    ][:1]
    innovation["enablers"] = [one["id"] for one in data["enablers"]]
    data["innovations"][0]["enablers"] = innovation["enablers"]
    data["agencies"] = [one for one in data["agencies"] if one["code"] == innovation["lead_agency"]]
    data["innovations"][0]["partner_agencies"] = []
    data["innovations"][0]["readiness"] = data["innovations"][0]["issues"] = []
    risk = {"innovations": [], "owner": innovation["lead_agency"]}
    data["risks"] = [one | risk for one in data["risks"]][:1]
    data["issues"] = [one for one in data["issues"] if one["kind"] == "threat"][:1]
    data["readiness"], data["governance"] = data.get("readiness", [])[:1], data["governance"][:1]
    data["sources"] = [one | {"page": "3"} for one in data["sources"][:2]]
    return load(prune(data, {one["id"] for one in data["sources"]}))


def prune(value: Any, known: set[str]) -> Any:
    """Without references to sources that were left out."""
    if isinstance(value, list):
        return [prune(one, known) for one in value]
    if isinstance(value, dict):
        return {
            key: [one for one in inner if not isinstance(one, str) or one in known]
            if key == "sources" and inner and isinstance(inner[0], str)
            else prune(inner, known)
            for key, inner in value.items()
        }
    return value


def test_hostile_text_in_every_field_is_printed_as_it_was_written() -> None:
    texts: list[str] = []
    plan = hostile(small_plan(), texts)
    assert isinstance(plan, Plan)
    assert len(texts) > 35
    shown = bare("".join(pages(render(plan, 2, training=True))))
    missing = [text for text in texts if any(not said(bare(piece), shown) for piece in text.split())]
    assert missing == []


def said(word: str, shown: str) -> bool:
    """A word as it was written, or in two parts where a page ends within it."""
    return word in shown or any(word[:at] in shown and word[at:] in shown for at in range(4, len(word) - 3))


def test_a_word_of_100_kb_stays_inside_the_page() -> None:
    data = plan_of("kota-bontang").model_dump(exclude_none=True)
    data["vision"] = data["innovations"][0]["title"] = "x" * 100_000
    text = pages(render(load(data), 2))
    assert sum(page.count("x") for page in text) >= 200_000
    assert max(page.count("x") for page in text) < 10_000


def test_letters_without_a_glyph_are_drawn_as_boxes_and_counted() -> None:
    data = plan_of("kota-bontang").model_dump(exclude_none=True)
    data["vision"] = "Kota 😀😀 漢 bahagia"
    text = bare("".join(pages(render(load(data), 2))))
    assert bare("Kota □□ □ bahagia") in text
    assert bare("U+1F600 (2×)") in text


def test_every_letter_promised_can_be_drawn() -> None:
    letters = "".join(map(chr, sorted(Letters().known)))
    data = plan_of("kota-bontang").model_dump(exclude_none=True)
    data["vision"] = data["missions"] = None
    data = {key: part for key, part in data.items() if part is not None}
    data["vision"] = " ".join(letters)
    data["problems"][0]["title"] = " ".join(letters)
    text = "".join(pages(render(load(data), 2)))
    assert "ƣ" in text and "Ж" in text  # not the Latin-only second attempt


def test_a_changed_word_does_not_set_the_whole_book_anew() -> None:
    plan = realistic(innovations=40).model_copy(update={"title": "Rencana yang belum pernah disusun"})

    def effort(vision: str) -> float:
        begin = time.process_time()
        render(plan.model_copy(update={"vision": vision}), 2)
        return time.process_time() - begin

    first = effort("Warga dilayani.")
    assert min(effort(f"Warga dilayani, versi {number}.") for number in range(3)) < first / 2
