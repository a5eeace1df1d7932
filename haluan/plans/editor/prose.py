"""The prose of a chapter as the books will set it, drawn as HTML from the same blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from pydantic import ValidationError

from haluan.plans.limits import LONGEST_CHAPTER
from haluan.plans.models import Plan
from haluan.plans.words import lang
from masterplan.books import blocks, prose
from masterplan.document.types import Figure

HEADINGS = {2: "h3", 3: "h4"}
"""On the desk's page, where the chapter stands below the page's own headings."""
EMPTY = SafeString("")
MOST_SIGNS = 8_000
MOST_LINES = 4_000


def preview(plan: Plan, body: str) -> dict[str, Any]:
    """The drawn prose, what could not be shown with its line, and how many words it has (one query)."""
    if too_many_signs(body):
        return {"html": "", "left_out": [_("Terlalu banyak tanda; bagi bab ini.")], "words": words_in(body)}
    read = prose.read(body[:LONGEST_CHAPTER], figures_in(plan), lang=lang())
    drawing = Drawing(plan)
    return {
        "html": drawing.all(read.blocks),
        "left_out": [
            _("Baris %(line)s: %(what)s") % {"line": one.line, "what": one.what.say(lang())}
            for one in read.left_out
        ],
        "words": words_in(body),
    }


def too_many_signs(body: str) -> bool:
    """Whether reading it would take seconds, as no chapter that a person wrote does."""
    return sum(map(body.count, "[*_|\\")) > MOST_SIGNS or body.count("\n") > MOST_LINES


def figures_in(plan: Plan) -> list[Figure]:
    rows = plan.elements.filter(collection="figures").order_by("position").values_list("fields", flat=True)
    found = []
    for fields in rows:
        try:
            found.append(Figure.model_validate(fields))
        except ValidationError:
            continue
    return found


def words_in(body: str) -> int:
    """Words a reader reads: marks of headings, lists and tables are none."""
    return sum(bool(re.search(r"\w", word)) for word in body.split())


class Drawing:
    """Blocks as HTML. Every text is escaped; the only addresses are those that the prose let through."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def all(self, found: Iterable[blocks.Block]) -> SafeString:
        return format_html_join("\n", "{}", ((self.block(one),) for one in found))

    def block(self, one: blocks.Block) -> SafeString:
        match one:
            case blocks.Heading():
                tag = mark_safe(HEADINGS.get(one.level, "h4"))  # noqa: S308 - of our own three
                return format_html("<{}>{}</{}>", tag, self.line(one.text), tag)
            case blocks.Paragraph():
                return format_html("<p>{}</p>", self.line(one.text))
            case blocks.Quote():
                return format_html("<blockquote>{}</blockquote>", self.all(one.blocks))
            case blocks.Items():
                items = format_html_join("", "<li>{}</li>", ((self.item(item),) for item in one.items))
                return format_html("<ol>{}</ol>" if one.ordered else "<ul>{}</ul>", items)
            case blocks.Table():
                return self.table(one)
            case blocks.Picture():
                return self.picture(one)
        return EMPTY

    def item(self, found: Sequence[blocks.Block]) -> SafeString:
        """An item of one paragraph stands without the paragraph's space."""
        if len(found) == 1 and isinstance(found[0], blocks.Paragraph):
            return self.line(found[0].text)
        return self.all(found)

    def table(self, one: blocks.Table) -> SafeString:
        sides = [mark_safe(' class="num"') if each.align == "right" else EMPTY for each in one.columns]
        heads = format_html_join(
            "",
            '<th scope="col"{}>{}</th>',
            ((side, column.title) for side, column in zip(sides, one.columns, strict=True)),
        )
        rows = format_html_join(
            "",
            "<tr>{}</tr>",
            (
                (
                    format_html_join(
                        "",
                        "<td{}>{}</td>",
                        ((side, self.line(cell.lines[0])) for side, cell in zip(sides, row, strict=False)),
                    ),
                )
                for row in one.rows
            ),
        )
        table = format_html(
            '<table class="table dense"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>', heads, rows
        )
        return format_html('<div class="table-wrap">{}</div>', table)

    def picture(self, one: blocks.Picture) -> SafeString:
        return format_html(
            '<figure><img src="{}" alt="{}" loading="lazy"><figcaption>{}</figcaption></figure>',
            reverse("plan-picture", args=[self.plan.slug, one.digest]),
            one.alt,
            self.line(one.caption),
        )

    def line(self, texts: blocks.Line) -> SafeString:
        return format_html_join(
            "", "{}", ((self.text(one),) for one in texts if isinstance(one, blocks.Text))
        )

    def text(self, one: blocks.Text) -> SafeString:
        if one.text == "\n":
            return mark_safe("<br>")
        drawn = format_html("{}", one.text)
        for wanted, shape in (
            (one.emphasis, "<em>{}</em>"),
            (one.strong, "<strong>{}</strong>"),
            (one.tone == "muted", '<span class="muted">{}</span>'),
        ):
            drawn = format_html(shape, drawn) if wanted else drawn
        return format_html('<a href="{}" rel="noopener">{}</a>', one.url, drawn) if one.url else drawn
