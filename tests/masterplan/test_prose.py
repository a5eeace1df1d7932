"""The prose of the books: what is understood, what stays text, and what is told to be left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from masterplan.books import prose
from masterplan.books.blocks import Heading, Items, Paragraph, Picture, Quote, Table, Text
from masterplan.document.types import Figure

FIGURE = Figure(id="GB-01", title="Loket desa", media_type="image/png", digest="0" * 64, sources=["S1"])


def words(block: object) -> str:
    """All characters of a block, whatever it is."""
    if isinstance(block, Text):
        return block.text
    if isinstance(block, tuple):
        return "".join(map(words, block))
    if hasattr(block, "__slots__"):
        return "".join(words(getattr(block, name)) for name in block.__slots__ if name != "missing")
    return block if isinstance(block, str) else ""


def test_everything_a_writer_may_use_is_understood() -> None:
    found = prose.read(
        "# Latar\n\nSatu **tebal**, *miring*, [tautan](https://bps.go.id/a).\n\n- satu\n  1. dalam\n- dua\n\n"
        "> kutipan\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n![](GB-01)\n\n## Rinci",
        [FIGURE],
    )
    kinds = [type(block) for block in found.blocks]
    assert kinds == [Heading, Paragraph, Items, Quote, Table, Picture, Heading]
    heading, paragraph, items, _, table, picture, second = found.blocks
    assert isinstance(heading, Heading) and isinstance(second, Heading)
    assert (heading.level, second.level) == (2, 3)
    assert isinstance(paragraph, Paragraph)
    assert Text("tebal", strong=True) in paragraph.text
    assert Text("miring", emphasis=True) in paragraph.text
    assert Text("tautan", url="https://bps.go.id/a") in paragraph.text
    assert isinstance(items, Items) and isinstance(items.items[0][1], Items) and items.items[0][1].ordered
    assert isinstance(table, Table) and [column.align for column in table.columns] == ["left", "right"]
    assert isinstance(picture, Picture) and (picture.id, picture.alt) == ("GB-01", "Loket desa")
    assert found.left_out == ()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b>tebal</b> &amp; &lt;",
        "`kode` ~~coret~~ ```pagar```",
        "#tanpa-spasi #panic(1) $x$ {{ a }}",
        "--- https://tanpa.kurung",
        "javascript:alert(1)",
    ],
)
def test_anything_else_stays_as_it_was_written(text: str) -> None:
    found = prose.read(text)
    assert words(found.blocks) == text
    assert found.left_out == ()


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//host", "/berkas", "mailto:a@b"]
)
def test_only_web_addresses_can_be_followed(address: str) -> None:
    found = prose.read(f"baris\n\n[baca]({address})")
    assert found.blocks[-1] == Paragraph((Text("baca"),))
    assert [left.line for left in found.left_out] == [3]
    assert address in found.left_out[0].what.say()


def test_a_figure_that_is_not_there_or_has_no_place_is_told_with_its_line() -> None:
    found = prose.read("![](GB-09)\n\n# ![](GB-01)\n\na ![](GB-01) b", [FIGURE])
    assert [(left.line, "GB" in left.what.id) for left in found.left_out] == [(1, True), (3, True)]
    assert [type(block) for block in found.blocks] == [Heading, Paragraph, Picture, Paragraph]


def test_headings_never_skip_a_level() -> None:
    found = prose.read("#### dalam\n\n# luar\n\n###### jauh")
    assert [block.level for block in found.blocks if isinstance(block, Heading)] == [2, 2, 3]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab #*_()<\n`&;1.:>~-"), max_size=200))
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    shown = words(prose.read(text, [FIGURE]).blocks)
    assert [shown.count(letter) for letter in "ab&;"] == [text.count(letter) for letter in "ab&;"]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab #*_[]()!<>|-\n`\\&;1.:/>~GB0"), max_size=200))
def test_whatever_is_written_it_is_read(text: str) -> None:
    for block in prose.read(text, [FIGURE]).blocks:
        assert not isinstance(block, Table) or block.columns


def test_deep_nesting_ends() -> None:
    prose.read(">" * 5000 + "a")
    prose.read("[" * 5000)
    prose.read("*a " * 5000)
    prose.read("- " * 2000 + "a")


@pytest.mark.parametrize(("columns", "letters"), [(300, 60_000), (60, 60_000), (7_000, 60_000)])
def test_a_wide_head_over_short_rows_makes_no_millions_of_cells(columns: int, letters: int) -> None:
    """Every row is filled up to its head: told with the line from which it stays text."""
    head = "|" + "a|" * columns + "\n|" + "-|" * columns + "\n"
    table = head + "b|\n" * min(220, letters // 8) + "\n"
    found = prose.read((table * (letters // len(table) + 1))[:letters])
    tables = [block for block in found.blocks if isinstance(block, Table)]
    assert sum(len(one.columns) * (len(one.rows) + 1) for one in tables) <= prose.MOST_CELLS
    assert [one.what.say("en")[:31] for one in found.left_out] == ["the tables of this chapter have"]


def test_a_long_table_that_a_person_writes_is_read_whole() -> None:
    body = "| Desa | Kader |\n|---|---:|\n" + "".join(f"| Desa {n} | {n} |\n" for n in range(2_000))
    (table,) = prose.read(body).blocks
    assert isinstance(table, Table) and len(table.rows) == 2_000
