"""A book as a Word document: real styles, tables that can be edited, a table of contents Word can renew.

python-docx makes the package and its styles; the body is written here as WordprocessingML, every text escaped
once (`word_markup`), never a field or markup of a user's. Charts are pictures with their words; what is drawn in
cells elsewhere is shaded cells here, so that it can be edited too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import pairwise

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from masterplan.books import charts, word_styles, words
from masterplan.books import word_markup as markup
from masterplan.books.blocks import (
    Block,
    Book,
    Cell,
    Change,
    Contents,
    Cover,
    Drawing,
    Facts,
    Heading,
    Inline,
    Items,
    Line,
    Paragraph,
    Picture,
    Quadrants,
    Quote,
    Row,
    Strip,
    Swatch,
    Table,
    Text,
    line,
    runs,
)
from masterplan.books.pictures import Cleaned
from masterplan.books.typesetting import drawn
from masterplan.books.word_grid import Grid

WIDTH = 9070  # twentieths of a point between the margins
NAMES = 2150  # of it for the names of facts
STEP_GAP = 12  # of it left and right of a step
TEXT_WIDTH = 160  # millimetres
TONES = {"muted": "565F6D", "warm": "A3481A", "sea": "0B5C6B"}
TINTS = ("", "EEF3F1", "F6E8CF", "F0CDBD")
LOOKS = {"": "Normal", "lead": "Lead", "large": "Large", "note": "Note", "entry": "Source Entry"}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def docx(book: Book, pictures: Mapping[str, Cleaned], made_on: date | None) -> bytes:
    """The bytes of the .docx; the same input gives the same bytes."""
    writer = _Writer(book, pictures)
    word_styles.prepare(writer.document, book)
    body = [writer.cover(book.cover), *writer.blocks(book.blocks)]
    markup.fill(writer.document, body)
    day = datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC) if made_on else EPOCH
    return word_styles.saved(writer.document, book, day)


class _Writer:
    """Writes block after block; counts chapters, captions and bookmarks as it goes."""

    def __init__(self, book: Book, pictures: Mapping[str, Cleaned]) -> None:
        self.book = book
        self.pictures = pictures
        self.document = Document()
        self.counts = {"chapter": 0, "table": 0, "figure": 0, "bookmark": 0}
        self.headings = [one for one in book.blocks if isinstance(one, Heading)]
        self.labels = {id(one): one.label or f"part-{at}" for at, one in enumerate(self.headings)}
        drawings = [one for one in book.blocks if isinstance(one, Drawing)]
        self.drawings = dict(zip(map(id, drawings), drawn([one.svg for one in drawings]), strict=True))

    def cover(self, cover: Cover) -> str:
        dated = f" · {cover.date}" if cover.date else ""
        return "".join(
            (
                markup.paragraph("Cover Note", markup.run(cover.name), before=3800),
                markup.paragraph("Title", markup.run(cover.region)),
                markup.paragraph("Subtitle", markup.run(cover.title)),
                markup.paragraph("Cover Note", markup.run(cover.period)),
                markup.paragraph("Note", markup.run(f"{cover.version}{dated}"), before=4600),
                markup.PAGE_BREAK if self.book.number == 3 else "",
            )
        )

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """All of them. A heading keeps its own distance from a table: the line between would open a page of nothing
        where the table fills its page and the heading begins the next.
        """
        for one, following in pairwise((*blocks, None)):
            said = self.block(one) if one else ""
            yield said.removesuffix(markup.AFTER_TABLE) if isinstance(following, Heading) else said

    def block(self, block: Block, style: str = "") -> str:
        """One block; `style` is that of the list or quote it stands in."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                text = self._labelled(block.text, block.label) if block.label else self._line(block.text)
                return markup.paragraph(style or LOOKS[block.look], text, keep=block.keep)
            case Quote():
                return "".join(self.block(inner, "Quote") for inner in block.blocks)
            case Items():
                return self._items(block, 0)
            case Table():
                return self._caption(line(block.caption), "table") + self._table(block) + markup.AFTER_TABLE
            case Facts():
                return self._facts(block) + markup.AFTER_TABLE
            case Change():
                return self._change(block) + markup.AFTER_TABLE
            case Quadrants():
                return (
                    self._caption(line(block.caption), "table") + self._quadrants(block) + markup.AFTER_TABLE
                )
            case Drawing():
                return self._caption(line(block.caption), "figure") + self._drawn(
                    self.drawings[id(block)], block.alt
                )
            case Picture():
                return self._picture(block)
            case Contents():
                return self._contents(block)

    # Text

    def _line(self, line: Line) -> str:
        said = ((to, "".join(map(self._inline, run))) for to, run in runs(line))
        return "".join(markup.link_inside(to, one) if to else one for to, one in said)

    def _inline(self, one: Inline) -> str:
        if isinstance(one, Swatch):
            return markup.run("■ ", colour=charts.colour(one.dimension)[1:])
        colour = TONES.get(one.tone) or (TONES["sea"] if one.to or one.url else "")
        run = markup.run(one.text, bold=one.strong, italic=one.emphasis, code=one.code, colour=colour)
        if one.url:
            address = self.document.part.relate_to(one.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            return markup.link_outside(address, run)
        return run

    def _labelled(self, line: Line, label: str) -> str:
        return markup.bookmark(self._next("bookmark"), label, self._line(line))

    def _next(self, what: str) -> int:
        self.counts[what] += 1
        return self.counts[what]

    def _heading(self, block: Heading) -> str:
        number = markup.run(f"{self._next('chapter')}  ", colour=TONES["muted"]) if block.numbered else ""
        rule = charts.colour(block.dimension)[1:] if block.dimension else ""
        text = number + self._labelled(block.text, self.labels.get(id(block), ""))
        return markup.paragraph(f"Heading {block.level}", text, opens_page=block.opens_page, rule=rule)

    def _items(self, block: Items, depth: int) -> str:
        kind = "List Number" if block.ordered else "List Bullet"
        style = f"{kind} {min(depth, 2) + 1}" if depth else kind
        number = word_styles.restarted(self.document, style) if block.ordered else None
        parts = []
        for item in block.items:
            for at, inner in enumerate(item):
                if isinstance(inner, Items):
                    parts.append(self._items(inner, depth + 1))
                elif at == 0 and isinstance(inner, Paragraph):
                    parts.append(markup.paragraph(style, self._line(inner.text), number=number))
                else:
                    parts.append(self.block(inner, "List Continue" if isinstance(inner, Paragraph) else ""))
        return "".join(parts)

    def _caption(self, caption: Line, kind: str) -> str:
        """ "Tabel 3. …", numbered by a field of Word's own so that lists of tables can be made."""
        if not any(isinstance(one, Text) and one.text for one in caption):
            return ""
        name = words.say(self.book.lang, f"word-{kind}")
        number = markup.field(f"SEQ {name} \\* ARABIC", str(self._next(kind)))
        text = markup.run(f"{name} ") + number + markup.run(". ") + self._line(caption)
        return markup.paragraph("Caption", text, keep=True)

    def _contents(self, block: Contents) -> str:
        """What Word would write, so that it can be read before Word renews it with page numbers."""
        shown = [one for one in self.headings if one.level <= block.depth]
        entries, number = [], 0
        for one in shown:
            number += one.numbered
            said = f"{number}  " if one.numbered else ""
            said += "".join(part.text for part in one.text if isinstance(part, Text))
            entries.append((f"toc {one.level}", markup.link_inside(self.labels[id(one)], markup.run(said))))
        title = markup.paragraph("Contents Title", markup.run(block.title), opens_page=True)
        return title + markup.contents(f'TOC \\o "1-{block.depth}" \\h \\z \\u', entries)

    # Pictures

    def _drawn(self, content: bytes, alt: str, millimetres: tuple[float, float] | None = None) -> str:
        relation, image = self.document.part.get_or_add_image(BytesIO(content))
        wide, high = millimetres or (TEXT_WIDTH, TEXT_WIDTH * image.px_height / image.px_width)
        width, height = int(Mm(wide)), int(Mm(high))
        name = f"{words.say(self.book.lang, 'word-figure')} {self.counts['figure']}"
        return markup.paragraph(
            "Picture", markup.picture(self._next("bookmark"), relation, width, height, name, alt)
        )

    def _picture(self, block: Picture) -> str:
        caption, content = self._caption(block.caption, "figure"), self.pictures.get(block.digest)
        if content is None:
            return caption + markup.paragraph("Missing", markup.run(block.missing))
        return caption + self._drawn(content.content, block.alt, content.millimetres)

    # Tables

    def _table(self, block: Table) -> str:
        grid = Grid(block, WIDTH)
        rows = [markup.row("".join(self._heads(grid)), head=True)]
        rows += [markup.row("".join(self._cells(grid, row))) for row in block.rows]
        return markup.table("Book Table", grid.widths, markup.together(rows), block.caption)

    def _heads(self, grid: Grid) -> Iterator[str]:
        for column, width in grid.columns:
            if column.ticks:
                for tick in column.ticks:
                    yield markup.cell(
                        markup.paragraph("Table Head Small", markup.run(tick), align="center"), width
                    )
            elif width:
                head = markup.paragraph("Table Head", markup.run(column.title), align=column.align)
                yield markup.cell(head, width)

    def _cells(self, grid: Grid, row: Row) -> Iterator[str]:
        at = 0
        for one in row:
            column, width = grid.columns[at]
            if one.strip is not None and column.ticks:
                yield from self._steps(one.strip, width)
            elif (over := grid.over(at, one.span))[0]:
                count, wide = over
                yield markup.cell(self._lines(one, column.align), wide, span=count, fill=TINTS[one.tint])
            at += one.span

    def _lines(self, cell: Cell, align: str) -> str:
        return "".join(
            markup.paragraph("Table Text", self._line(one), align=align) for one in cell.lines or ((),)
        )

    def _steps(self, strip: Strip, width: int) -> Iterator[str]:
        """A shaded line for each step, in a cell of its own."""
        colour = charts.colour(strip.dimension) if strip.dimension else charts.SEA
        for at in range(strip.ticks):
            middle = (at + 0.5) / strip.ticks
            looks = [bar.look for bar in strip.bars if bar.start <= middle < bar.start + bar.width]
            fill = markup.mixed(colour, 0.35 if looks[-1] == "pale" else 0.8) if looks else ""
            marked = strip.mark is not None and int(strip.mark * strip.ticks + 0.01) == at
            text = markup.run("◆", colour=TONES["warm"]) if marked else ""
            step = markup.paragraph("Table Step", text, align="center", fill=fill)
            yield markup.cell(step, width, beside=STEP_GAP)

    def _facts(self, block: Facts) -> str:
        rows = []
        for name, lines in block.facts:
            named = markup.paragraph("Table Text", markup.run(name, colour=TONES["muted"]))
            said = "".join(markup.paragraph("Table Text", self._line(one)) for one in lines)
            rows.append(markup.row(markup.cell(named, NAMES) + markup.cell(said, WIDTH - NAMES)))
        return markup.table("Plain Book Table", [NAMES, WIDTH - NAMES], rows)

    def _change(self, block: Change) -> str:
        half = WIDTH // 2
        heads = (markup.run(words.say(self.book.lang, name)) for name in ("before", "after"))
        head = "".join(markup.cell(markup.paragraph("Table Head", one), half) for one in heads)
        halves = (block.before, block.after)
        body = "".join(markup.cell(markup.paragraph("Table Text", self._line(one)), half) for one in halves)
        return markup.table("Plain Book Table", [half, half], [markup.row(head, head=True), markup.row(body)])

    def _quadrants(self, block: Quadrants) -> str:
        half, cells = WIDTH // 2, []
        for part in block.parts:
            items = part.items or ((Text(block.empty, tone="muted"),),)
            listed = "".join(markup.paragraph("Table List", self._line(item)) for item in items)
            cells.append(markup.cell(markup.paragraph("Table Head", markup.run(part.title)) + listed, half))
        rows = [markup.row(cells[0] + cells[1]), markup.row(cells[2] + cells[3])]
        return markup.table("Square Book Table", [half, half], rows, block.caption)
