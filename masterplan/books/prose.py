"""Prose of the books: restricted Markdown, read into blocks.

Paragraphs, headings, **bold**, *italic*, lists, tables, block quotes, links to the web and figures of the plan
(`![](GB-01)`) are understood. Everything else, HTML among it, is text and stays as it was written. What cannot be
shown is told with its line, so that an editor can say it beside the preview.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from masterplan.books.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Inline,
    Items,
    Line,
    Paragraph,
    Picture,
    Quote,
    Table,
    Text,
)
from masterplan.document.types import Figure
from masterplan.language import Words, number

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

FIRST_LEVEL = 2  # a chapter's title is level 1
LAST_LEVEL = 3
NESTING = 20  # lists in quotes in lists: deeper ones are not read
MOST_CELLS = 10_000  # in all tables of one text: a short row is filled up to the width of its head
UNDERSTOOD = ("heading", "list", "table", "blockquote", "emphasis", "link", "image", "escape", "newline")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the books cannot show, and the line (from 1) it stands in."""

    line: int
    what: Words


@dataclass(frozen=True, slots=True)
class Prose:
    """The blocks of one text, and what was left out of them."""

    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...] = ()


References = Callable[[list[str] | None], Line]


def read(
    body: str, figures: Iterable[Figure] = (), *, lang: str = "id", references: References | None = None
) -> Prose:
    """The blocks of a chapter's body. Never fails: what is not understood is text.

    `references` says how a book refers to the sources of a figure; without it they stand as [S1].
    """
    known = {figure.id: figure for figure in figures}
    reader = _Reader(known, lang, references or _in_brackets)
    env: dict[str, int] = {}
    tokens = _markdown().parse(body, env)
    blocks = tuple(reader.blocks(iter(tokens), None))
    if "stopped" in env:
        reader.left_out.append(LeftOut(env["stopped"], _TOO_WIDE.with_(most=number(MOST_CELLS, lang))))
    return Prose(blocks, tuple(reader.left_out))


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    class Reading(MarkdownIt):
        """Takes any address, so that one that is refused is told and not shown as brackets."""

        def validateLink(self, url: str) -> bool:
            return True

        def normalizeLink(self, url: str) -> str:
            return url

    reading = Reading("zero", {"maxNesting": NESTING}).enable(list(UNDERSTOOD))
    reading.block.ruler.at("table", _bounded_table, {"alt": ["paragraph", "reference"]})
    return reading


def _bounded_table(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A table as far as there is room for its cells; what comes after stays text.

    Two letters make a row, and a row has as many cells as the head: without this, sixty thousand letters
    make two million cells.
    """
    from markdown_it.rules_block import table

    found: bool = table(state, first, end, True)
    if silent or not found:
        return found
    columns = state.src.count("|", state.bMarks[first], state.eMarks[first]) + 1
    rows = (MOST_CELLS - state.env.get("cells", 0)) // columns
    last = first + 1 + rows
    if rows < 1:
        state.env.setdefault("stopped", first + 1)
        return False
    table(state, first, min(end, last), False)
    state.env["cells"] = state.env.get("cells", 0) + columns * (state.line - first)
    if state.line == last < end and not state.isEmpty(last):
        state.env.setdefault("stopped", last + 1)
    return True


@dataclass
class _Reader:
    figures: Mapping[str, Figure]
    lang: str
    references: References
    left_out: list[LeftOut] = field(default_factory=list)
    level: int = FIRST_LEVEL - 1

    def blocks(self, tokens: Iterator[Token], until: str | None) -> Iterator[Block]:
        """Blocks up to the token that closes them."""
        for token in tokens:
            if token.type == until:
                return
            if token.type == "inline":
                yield from self._paragraph(token)
            elif token.type == "heading_open":
                yield self._heading(token, next(tokens))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                closing = token.type.replace("open", "close")
                yield Items(tuple(self._items(tokens, closing)), ordered=closing.startswith("ordered"))
            elif token.type == "blockquote_open":
                yield Quote(tuple(self.blocks(tokens, "blockquote_close")))
            elif token.type == "table_open":
                yield self._table(tokens)

    def _heading(self, opening: Token, inline: Token) -> Heading:
        """`#` is the level below the chapter's title; no level is skipped, as screen readers ask."""
        wanted = int(opening.tag[1:]) + FIRST_LEVEL - 1
        self.level = min(wanted, self.level + 1, LAST_LEVEL)
        return Heading(self.level, self._line(inline))

    def _items(self, tokens: Iterator[Token], closing: str) -> Iterator[tuple[Block, ...]]:
        for token in tokens:
            if token.type == closing:
                return
            if token.type == "list_item_open":
                yield tuple(self.blocks(tokens, "list_item_close"))

    def _table(self, tokens: Iterator[Token]) -> Table:
        rows: list[list[tuple[Line, bool]]] = []
        right = False
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                right = "right" in str(token.attrs.get("style", ""))
            elif token.type == "inline":
                rows[-1].append((self._line(token), right))
        head, *body = rows
        columns = tuple(
            Column(_plain(line), width=1, align="right" if right else "left") for line, right in head
        )
        return Table(columns, tuple(tuple(Cell((line,)) for line, _ in row) for row in body))

    def _paragraph(self, token: Token) -> Iterator[Block]:
        """One paragraph; a figure in it stands between what comes before and after."""
        text: list[Inline] = []
        for part in self._inlines(token, pictures=True):
            if isinstance(part, Picture):
                yield from _paragraphs(text)
                yield part
                text = []
            else:
                text.append(part)
        yield from _paragraphs(text)

    def _line(self, token: Token) -> Line:
        """Text where no figure can stand: a heading, a cell of a table."""
        return tuple(part for part in self._inlines(token, pictures=False) if not isinstance(part, Picture))

    def _inlines(self, token: Token, *, pictures: bool) -> Iterator[Inline | Picture]:
        line = (token.map or [0])[0] + 1
        strong = emphasis = 0
        url: str | None = None
        for part in token.children or []:
            match part.type:
                case "text" | "text_special":
                    if part.content:
                        yield Text(part.content, strong=strong > 0, emphasis=emphasis > 0, url=url)
                case "softbreak" | "hardbreak":
                    line += 1
                    yield Text("\n" if part.type == "hardbreak" else " ")
                case "strong_open" | "strong_close":
                    strong += part.nesting
                case "em_open" | "em_close":
                    emphasis += part.nesting
                case "link_open":
                    url = self._address(str(part.attrs.get("href", "")), line)
                case "link_close":
                    url = None
                case "image":
                    yield from self._picture(str(part.attrs.get("src", "")), line, pictures=pictures)

    def _address(self, href: str, line: int) -> str | None:
        if is_web_address(href):
            return href
        self.left_out.append(LeftOut(line, _NO_ADDRESS.with_(href=href)))
        return None

    def _picture(self, src: str, line: int, *, pictures: bool) -> Iterator[Picture]:
        figure = self.figures.get(src)
        if figure is None:
            self.left_out.append(LeftOut(line, _NO_FIGURE.with_(id=src)))
        elif not pictures:
            self.left_out.append(LeftOut(line, _NO_PLACE.with_(id=src)))
        else:
            yield self._shown(figure)

    def _shown(self, figure: Figure) -> Picture:
        """A figure with its caption; without a description of its own the caption describes it."""
        return Picture(
            figure.id,
            figure.digest,
            (Text(figure.title), *self.references(figure.sources)),
            figure.alternative or figure.title,
            missing=_MISSING.say(self.lang),
        )


def _in_brackets(sources: list[str] | None) -> Line:
    return tuple(Text(f" [{source}]", tone="sea") for source in sources or [])


def is_web_address(href: str) -> bool:
    """http or https with a host, in visible ASCII: nothing else can be followed from a book."""
    if not href.isascii() or not href.isprintable() or any(sign in href for sign in ' "<>\\`{}'):
        return False
    try:
        parts = urlsplit(href)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _paragraphs(text: list[Inline]) -> Iterator[Paragraph]:
    if any(isinstance(one, Text) and one.text.strip() for one in text):
        yield Paragraph(tuple(text))


def _plain(line: Line) -> str:
    return "".join(one.text for one in line if isinstance(one, Text))


_NO_ADDRESS = Words(
    'alamat "{href}" tidak dapat dibuka dari buku; tulis alamat lengkap yang diawali https://',
    'the address "{href}" cannot be opened from a book; write a full one that starts with https://',
)
_NO_FIGURE = Words(
    'gambar "{id}" belum ada di daftar gambar; tambahkan gambarnya atau betulkan kodenya',
    'there is no figure "{id}"; add it or mend its code',
)
_NO_PLACE = Words(
    'gambar "{id}" tidak dapat ditaruh dalam judul atau tabel; pindahkan ke baris sendiri',
    'the figure "{id}" cannot stand in a heading or a table; move it to a line of its own',
)
_TOO_WIDE = Words(
    "tabel-tabel bab ini lebih dari {most} sel; sisanya ditulis sebagai teks, bagi tabelnya",
    "the tables of this chapter have more than {most} cells; the rest stands as text, split them",
)
_MISSING = Words("Gambar belum ada.", "The picture is not there yet.")
