"""What a book says, in order, without a word on how it looks: one tree, set by every format in its own way.

Every text in it is plain characters; a line break in a text is a line. Nothing in a text is ever code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Tone = Literal["", "muted", "warm", "sea"]
Look = Literal["", "lead", "large", "note", "entry"]
Align = Literal["left", "right"]
BarLook = Literal["solid", "pale", "line"]


@dataclass(frozen=True, slots=True)
class Text:
    """Characters in one look; `to` is the label of a place in the book, `url` an address outside."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    tone: Tone = ""
    to: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Swatch:
    """A small field in the colour of a dimension, always beside its name or code."""

    dimension: str | None


Inline = Text | Swatch
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is a chapter. `numbered` counts it; `opens_page` starts a page; `dimension` gives its colour."""

    level: int
    text: Line
    label: str | None = None
    numbered: bool = False
    opens_page: bool = False
    dimension: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`keep` holds it on the page of what follows."""

    text: Line
    look: Look = ""
    label: str | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody else said."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item holds blocks, mostly one paragraph."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """From `start` over `width`, in shares of the strip (0 to 1)."""

    start: float
    width: float
    look: BarLook = "solid"


@dataclass(frozen=True, slots=True)
class Strip:
    """A drawn cell: bars over `ticks` equal steps (0: a plain scale), a diamond at `mark`."""

    bars: tuple[Bar, ...]
    ticks: int = 0
    mark: float | None = None
    dimension: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is a share of what is left; 0 is as wide as its text. `ticks` name the steps of its strips."""

    title: str
    width: float = 0
    align: Align = "left"
    ticks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs of a cell; `tint` shades it, from 0 (paper) to 3."""

    lines: tuple[Line, ...] = ()
    span: int = 1
    strip: Strip | None = None
    tint: int = 0


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of heads, repeated on every page. The caption states what it shows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and the lines said under each."""

    facts: tuple[tuple[str, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What residents live through before and after."""

    before: Line
    after: Line


@dataclass(frozen=True, slots=True)
class Quadrant:
    title: str
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Quadrants:
    """Four lists in a square, read left to right, top to bottom."""

    parts: tuple[Quadrant, Quadrant, Quadrant, Quadrant]
    caption: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart of ours as SVG, with the same in words."""

    svg: str
    alt: str
    caption: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure of the plan's prose. `missing` stands in its place where its bytes are not at hand."""

    id: str
    digest: str
    caption: Line
    alt: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, down to `depth`."""

    title: str
    depth: int = 3


Block = (
    Heading | Paragraph | Quote | Items | Table | Facts | Change | Quadrants | Drawing | Picture | Contents
)


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    name: str
    region: str
    title: str
    period: str
    version: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """One book in one language. `header` and `document_title` are short enough for a line and for a PDF."""

    number: int
    lang: str
    document_title: str
    author: str
    header: str
    training: str | None
    cover: Cover
    blocks: tuple[Block, ...]


def tidy(text: str) -> str:
    """What a user wrote, line by line, without the blank ones."""
    return "\n".join(part for line in text.splitlines() if (part := line.strip()))


def line(text: str | Line, tone: Tone = "") -> Line:
    """A text as it was written, or what already is a line."""
    return (Text(tidy(text), tone=tone),) if isinstance(text, str) else text


def paragraph(text: str | Line, look: Look = "", *, keep: bool = False) -> Paragraph:
    return Paragraph(line(text), look, keep=keep)


def paragraphs(text: str, look: Look = "") -> list[Block]:
    """What a user wrote, a paragraph for each line."""
    return [Paragraph((Text(one),), look) for one in tidy(text).split("\n")]


def cell(*lines: str | Line, span: int = 1, tint: int = 0, strip: Strip | None = None) -> Cell:
    return Cell(tuple(line(one) for one in lines), span, strip, tint)


def items(lines: Iterable[str | Line], *, ordered: bool = False) -> Items:
    return Items(tuple((paragraph(one),) for one in lines), ordered)


def join(lines: Iterable[Line], by: str) -> Line:
    """Lines one after another with `by` between them."""
    found: list[Inline] = []
    for one in lines:
        found += [Text(by), *one] if found else one
    return tuple(found)


def runs(line: Line) -> Iterator[tuple[str | None, Line]]:
    """A line in runs that lead to one place in the book each (None: nowhere): one link, however many looks it has."""
    for to, run in groupby(line, lambda one: one.to if isinstance(one, Text) else None):
        yield to, tuple(run)
