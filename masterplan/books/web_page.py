"""A book as one HTML file: nothing is fetched, nothing runs; it can be read, printed and read aloud.

Every text is escaped here, once. `fragment` gives the same blocks without the page, for a preview.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from pathlib import Path

from masterplan.books import charts, words
from masterplan.books.blocks import (
    Bar,
    Block,
    Book,
    Cell,
    Change,
    Column,
    Contents,
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
    Strip,
    Swatch,
    Table,
    Text,
    runs,
)
from masterplan.books.letters import visible
from masterplan.books.pictures import Cleaned

STYLE = Path(__file__).parent / "templates" / "book.css"
TONES = {"muted": "muted", "warm": "warm", "sea": "sea"}


def page(book: Book, pictures: Mapping[str, Cleaned]) -> bytes:
    """The whole file, UTF-8."""
    writer = _Writer(book.lang, pictures, book.blocks)
    body = writer.blocks(book.blocks)
    cover = book.cover
    training = f'<p class="training">{_text(book.training)}</p>' if book.training else ""
    dated = f"<br>{_text(cover.date)}" if cover.date else ""
    return (
        f'<!doctype html>\n<html lang="{book.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
        f'<meta name="author" content="{_text(book.author)}">\n<title>{_text(book.document_title)}</title>\n'
        f"<style>\n{_style()}</style>\n</head>\n<body>\n{training}\n<main>\n"
        f'<header class="cover">\n<p class="kind">{_text(cover.name)}</p>\n<h1>{_text(cover.region)}<br>'
        f"<small>{_text(cover.title)}</small></h1>\n<p>{_text(cover.period)}</p>\n"
        f'<p class="version"><code>{_text(cover.version)}</code>{dated}</p>\n</header>\n'
        f"{body}\n</main>\n</body>\n</html>\n"
    ).encode()


def fragment(
    blocks: Iterable[Block], *, lang: str = "id", pictures: Mapping[str, Cleaned] | None = None
) -> str:
    """Blocks as HTML that may stand in any page; chapters are `h2`."""
    blocks = tuple(blocks)
    return _Writer(lang, pictures or {}, blocks).blocks(blocks)


@cache
def _style() -> str:
    return STYLE.read_text(encoding="utf-8")


def _text(text: str) -> str:
    return escape(visible(text)).replace("\n", "<br>")


class _Writer:
    """Knows the headings of the whole, so that the contents can lead to them."""

    def __init__(self, lang: str, pictures: Mapping[str, Cleaned], blocks: tuple[Block, ...]) -> None:
        self.lang = lang
        self.pictures = pictures
        headings = [one for one in blocks if isinstance(one, Heading)]
        self.anchors = {id(one): one.label or f"part-{at}" for at, one in enumerate(headings)}
        self.headings = headings
        self.chapter = 0

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                look = f' class="{block.look}"' if block.look else ""
                label = f' id="{escape(block.label)}"' if block.label else ""
                return f"<p{look}{label}>{_line(block.text)}</p>"
            case Quote():
                return f"<blockquote>{self.blocks(block.blocks)}</blockquote>"
            case Items():
                return self._items(block)
            case Table():
                return self._table(block)
            case Facts():
                rows = (f"<dt>{_text(name)}</dt><dd>{_lines(lines)}</dd>" for name, lines in block.facts)
                return f"<dl>{''.join(rows)}</dl>"
            case Change():
                return self._change(block)
            case Quadrants():
                return self._quadrants(block)
            case Drawing():
                return _figure(block.caption, block.alt, visible(block.svg))
            case Picture():
                return self._picture(block)
            case Contents():
                return self._contents(block)

    def _heading(self, block: Heading) -> str:
        number = ""
        if block.numbered:
            self.chapter += 1
            number = f'<span class="number">{self.chapter}</span> '
        colour = f' class="dimension d-{escape(block.dimension)}"' if block.dimension else ""
        tag, anchor = f"h{block.level + 1}", self.anchors.get(id(block))
        label = f' id="{escape(anchor)}"' if anchor else ""
        return f"<{tag}{label}{colour}>{number}{_line(block.text)}</{tag}>"

    def _items(self, block: Items) -> str:
        tag = "ol" if block.ordered else "ul"
        return f"<{tag}>{''.join(f'<li>{self._item(item)}</li>' for item in block.items)}</{tag}>"

    def _item(self, item: tuple[Block, ...]) -> str:
        if len(item) == 1 and isinstance(item[0], Paragraph):
            return _line(item[0].text)
        return self.blocks(item)

    def _table(self, block: Table) -> str:
        caption = f"<caption>{_text(block.caption)}</caption>" if block.caption else ""
        heads = "".join(map(_head, block.columns))
        rows = "".join(f"<tr>{_row(block.columns, row)}</tr>" for row in block.rows)
        label = _text(block.caption or block.columns[0].title)
        return (
            f'<div class="table" role="region" tabindex="0" aria-label="{label}"><table>{caption}'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )

    def _change(self, block: Change) -> str:
        before, after = words.say(self.lang, "before"), words.say(self.lang, "after")
        return (
            f'<dl class="change"><div><dt>{before}</dt><dd>{_line(block.before)}</dd></div>'
            f'<div><dt class="sea">{after}</dt><dd>{_line(block.after)}</dd></div></dl>'
        )

    def _quadrants(self, block: Quadrants) -> str:
        parts = []
        for part in block.parts:
            said = "".join(f"<li>{_line(item)}</li>" for item in part.items)
            listed = f"<ul>{said}</ul>" if said else f'<p class="muted">{_text(block.empty)}</p>'
            parts.append(f'<section><p class="quadrant">{_text(part.title)}</p>{listed}</section>')
        return (
            f'<figure class="quadrants"><figcaption>{_text(block.caption)}</figcaption>'
            f"<div>{''.join(parts)}</div></figure>"
        )

    def _picture(self, block: Picture) -> str:
        content = self.pictures.get(block.digest)
        caption = f"<figcaption>{_line(block.caption)}</figcaption>"
        if content is None:
            return f'<figure>{caption}<p class="missing">{_text(block.missing)}</p></figure>'
        source = f"data:{content.media_type};base64,{b64encode(content.content).decode()}"
        return f'<figure>{caption}<img src="{source}" alt="{_text(block.alt)}"></figure>'

    def _contents(self, block: Contents) -> str:
        entries = "".join(
            f'<li class="level-{one.level}"><a href="#{escape(self.anchors[id(one)])}">{_plain(one.text)}</a></li>'
            for one in self.headings
            if one.level <= block.depth
        )
        title = _text(block.title)
        return f'<nav aria-label="{title}"><h2>{title}</h2><ol>{entries}</ol></nav>'


def _figure(caption: str, alt: str, svg: str) -> str:
    said = f"<figcaption>{_text(caption)}</figcaption>" if caption else ""
    return f'<figure>{said}<div role="img" aria-label="{_text(alt)}">{svg}</div></figure>'


def _line(line: Line) -> str:
    said = ((to, "".join(map(_inline, run))) for to, run in runs(line))
    return "".join(f'<a href="#{escape(to)}">{one}</a>' if to else one for to, one in said)


def _lines(lines: tuple[Line, ...]) -> str:
    if len(lines) == 1:
        return _line(lines[0])
    return "".join(f"<p>{_line(line)}</p>" for line in lines)


def _plain(line: Line) -> str:
    return "".join(_text(one.text) for one in line if isinstance(one, Text))


def _inline(one: Inline) -> str:
    if isinstance(one, Swatch):
        return f'<span class="swatch d-{escape(one.dimension or "none")}" aria-hidden="true"></span>'
    said = _text(one.text)
    for tag, wanted in (("code", one.code), ("strong", one.strong), ("em", one.emphasis)):
        said = f"<{tag}>{said}</{tag}>" if wanted else said
    if one.tone:
        said = f'<span class="{TONES[one.tone]}">{said}</span>'
    return f'<a class="web" href="{escape(one.url)}" rel="noreferrer">{said}</a>' if one.url else said


def _head(column: Column) -> str:
    if not column.title:
        return "<td></td>"
    title = _text(column.title)
    if column.ticks:
        steps = "".join(f"<span>{_text(tick)}</span>" for tick in _thin(column.ticks))
        drawn = f'<span class="ticks" aria-hidden="true">{steps}</span>'
        return f'<th scope="col"><span class="visually-hidden">{title}</span>{drawn}</th>'
    side = ' class="right"' if column.align == "right" else ""
    return f'<th scope="col"{side}>{title}</th>'


def _thin(ticks: tuple[str, ...]) -> list[str]:
    every = -(-len(ticks) // 12)
    return [tick if at % every == 0 else "" for at, tick in enumerate(ticks)]


def _row(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> str:
    parts, at = [], 0
    for cell in row:
        names = [f"tint-{cell.tint}"] if cell.tint else []
        names += ["right"] if columns[at].align == "right" else []
        marks = (f' class="{" ".join(names)}"' if names else "") + (
            f' colspan="{cell.span}"' if cell.span > 1 else ""
        )
        parts.append(f"<td{marks}>{_strip(cell.strip) if cell.strip else _lines(cell.lines)}</td>")
        at += cell.span
    return "".join(parts)


def _strip(strip: Strip) -> str:
    """What it shows stands in words in the same row, so it is silent."""
    name = f"d-{strip.dimension}" if strip.dimension else "sea"
    parts = [
        f'<rect class="tick" x="{100 * at / strip.ticks:.1f}" y="0" width=".3" height="11"/>'
        for at in range(strip.ticks + 1 if strip.ticks else 0)
    ]
    parts += [_bar(bar, name, strip) for bar in strip.bars]
    if strip.mark is not None:
        parts.append(f'<rect class="warm" x="{100 * strip.mark + 1:.1f}" y="2.5" width="2" height="5"/>')
    return (
        '<svg class="strip" viewBox="0 0 100 11" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f"{''.join(parts)}</svg>"
    )


def _bar(bar: Bar, name: str, strip: Strip) -> str:
    top, height = (4, 3) if bar.look == "line" else (1, 9)
    pale = " faint" if bar.look == "pale" else ""
    fill = charts.colour(strip.dimension) if strip.dimension else charts.SEA
    return (
        f'<rect class="{name}{pale}" fill="{fill}" x="{100 * bar.start:.1f}" y="{top}" '
        f'width="{100 * bar.width:.1f}" height="{height}"/>'
    )
