"""How every book opens: its cover, its contents, how to read it, the vision; and the prose chapters."""

from __future__ import annotations

from datetime import date

from masterplan.books import prose, words
from masterplan.books.blocks import (
    Block,
    Contents,
    Cover,
    Heading,
    Paragraph,
    items,
    line,
    paragraph,
    paragraphs,
)
from masterplan.books.reading import Reading

BOOKS = {1: "I", 2: "II", 3: "III"}


def cover(reading: Reading, hash_: str, made_on: date | None) -> Cover:
    plan, period, say = reading.plan, reading.plan.period, reading.say
    number = reading.number_of_book
    return Cover(
        name=f"{say(f'book-{number}')} · {say(f'kind-of-book-{number}')}",
        region=plan.region.name,
        title=plan.title,
        period=say("period", first=period.first_year, last=period.last_year),
        version=say("version", hash=hash_[:12]),
        date=say("colophon-date", date=words.day(made_on, reading.lang)) if made_on else None,
    )


def contents(reading: Reading, depth: int) -> list[Block]:
    return [Contents(reading.say("contents"), depth)]


def how_to_read(reading: Reading) -> list[Block]:
    """What the codes, letters and brackets mean, and what stands where nothing is known."""
    settings = reading.plan.settings
    year = settings.price_year if settings else None
    money = reading.say("how-money", year=year) if year else reading.say("how-money-unknown")
    first = "how-1" if reading.number_of_book == 2 else "how-analysis"
    texts = [reading.say(first), reading.say("how-2"), reading.say("how-3"), money]
    return [reading.chapter("how-to-read", numbered=False), *map(paragraph, texts)]


def vision(reading: Reading) -> list[Block]:
    plan = reading.plan
    title = "vision-title" if reading.number_of_book == 2 else "future-title"
    return [
        reading.chapter(title, opens_page=bool(plan.vision or plan.missions)),
        Heading(2, line(reading.say("vision"))),
        *(paragraphs(plan.vision, "large") if plan.vision else [Paragraph(reading.unknown)]),
        Heading(2, line(reading.say("missions"))),
        items(plan.missions, ordered=True) if plan.missions else Paragraph(reading.unknown),
    ]


def chapters(reading: Reading, place: str | None) -> list[Block]:
    """The prose the plan has for this place of this book, a chapter each, in the plan's order."""
    number = BOOKS[reading.number_of_book]
    blocks: list[Block] = []
    for chapter in reading.plan.chapters or []:
        if chapter.book == number and chapter.place == place:
            found = prose.read(
                chapter.body or "", reading.plan.figures or [], lang=reading.lang, references=reading.refs
            )
            blocks.append(
                Heading(1, line(chapter.title), numbered=True, opens_page=reading.number_of_book != 3)
            )
            blocks += found.blocks or (Paragraph(reading.unknown),)
    return blocks
