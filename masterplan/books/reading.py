"""A plan with what every chapter asks of it: language, names of elements, references to them and to their
sources.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from masterplan import language
from masterplan.books import words
from masterplan.books.blocks import Heading, Line, Text, line, tidy
from masterplan.books.money import works_from
from masterplan.document.types import Indicator, Innovation, Plan, Problem, Triangle

DIMENSIONS = ("governance", "branding", "economy", "living", "society", "environment")
DIAMOND = Text("◆", tone="warm")


class Measure(NamedTuple):
    """An indicator as it is read; `baseline` with its year."""

    name: str
    unit: str
    baseline: str | None
    better: str | None
    standard: str | None


def cut(text: str, length: int) -> str:
    """One line of at most `length` characters, for running heads, bookmarks and what a PDF keeps in one
    string.
    """
    line = " ".join(text[: 4 * length].split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


class Reading:
    """One plan read in one language for one book. Remembers which sources the book has referred to."""

    def __init__(self, plan: Plan, lang: str, number: int = 2) -> None:
        self.plan = plan
        self.lang = lang
        self.number_of_book = number
        self.innovations = list(plan.innovations or [])
        self.problems = list(plan.problems or [])
        self.chosen = [one for one in self.innovations if one.decision == "chosen"]
        self.cited: set[str] = set()
        sections = self.chosen if number == 2 else []
        self._labels = {one.id: f"innovation-{row}" for row, one in enumerate(sections)}
        self._sources = {one.id: f"source-{row}" for row, one in enumerate(plan.sources or [])}
        self._agencies = {one.code: one.name for one in plan.agencies or []}
        self._titles: dict[str, str] = {one.id: one.title for one in self.innovations}
        self._titles |= {one.id: one.title for one in self.problems}

    @property
    def period(self) -> range:
        """The years of the plan; none where the period is the wrong way round."""
        return range(self.plan.period.first_year, self.plan.period.last_year + 1)

    def chapter(self, key: str, *, opens_page: bool = True, numbered: bool = True) -> Heading:
        """The title of a chapter; one that is short may follow on the page of the one before."""
        return Heading(1, line(self.say(key)), numbered=numbered, opens_page=opens_page)

    def say(self, key: str, **values: object) -> str:
        """One of the book's own sentences."""
        return words.say(self.lang, key, **values)

    def number(self, value: float | None) -> str | None:
        return None if value is None else language.number(value, self.lang)

    def rupiah(self, amount: float | None) -> str | None:
        return None if amount is None else language.rupiah_short(amount, self.lang)

    def percent(self, share: float) -> str:
        """Whole percents, one decimal where the share has one."""
        whole = abs(share * 100 - round(share * 100)) < 0.05 if math.isfinite(share) else True
        return language.percent(share, self.lang, 0 if whole else 1)

    def rounded(self, value: float) -> str:
        return language.rounded(value, self.lang)

    def label(self, element: str) -> str | None:
        """Where in the book a chosen innovation stands; None for what has no section."""
        return self._labels.get(element)

    def element(self, element: str, *, title: bool = True) -> Line:
        """The code of an element and its title, linked where the book has a section on it."""
        to, name = self.label(element), self._titles.get(element)
        code = Text(element, code=True, tone="muted", to=to)
        return (code, Text(f" {tidy(name)}", to=to)) if title and name else (code,)

    def title(self, element: str) -> str | None:
        return self._titles.get(element)

    def refs(self, sources: list[str] | None) -> Line:
        """References such as [S1], each led to its entry in the list of sources; a space before each."""
        self.cited.update(sources or [])
        marks = [Text(f"[{one}]", tone="sea", to=self._sources.get(one)) for one in sources or []]
        return tuple(part for mark in marks for part in (Text(" "), mark))

    def refs_or_unknown(self, sources: list[str] | None) -> Line:
        return self.refs(sources)[1:] or self.unknown

    @property
    def unknown(self) -> Line:
        return (Text(self.say("unknown"), tone="muted"),)

    def or_unknown(self, value: str | None) -> Line:
        return line(value) if value else self.unknown

    def source_label(self, source: str) -> str | None:
        return self._sources.get(source)

    def agency(self, code: str | None) -> str | None:
        """The full name where the document has it, else the code."""
        return None if code is None else self._agencies.get(code, code)

    def dimension(self, key: str | None) -> str:
        return self.say(f"dimension-{key}") if key else self.say("no-dimension")

    def sub_dimension(self, name: str | None) -> str | None:
        """One of the usual eighteen in the book's language; another stays as it was written."""
        key = f"sub-{name}"
        return self.say(key) if key in words.WORDS else name

    def in_dimension(self, key: str | None) -> list[Innovation]:
        return [one for one in self.innovations if one.dimension == key]

    def problems_in(self, key: str | None) -> list[Problem]:
        return [one for one in self.problems if one.dimension == key]

    def used_dimensions(self) -> list[str | None]:
        """The six dimensions, and None last where some problem or innovation has none."""
        loose = self.in_dimension(None) or self.problems_in(None)
        return [*DIMENSIONS, *([None] if loose else [])]

    def standing(self, innovation: Innovation) -> str:
        return self.say(f"decision-{innovation.decision}")

    def schedule(self, innovation: Innovation) -> str | None:
        """ "Dibangun 2025–2026, bekerja sejak 2027", or None while no start is set."""
        works = works_from(innovation)
        if innovation.scheduled_start is None or works is None:
            return None
        built = self.years(innovation.scheduled_start, works - 1)
        return self.say("schedule", built=built, works=works)

    def years(self, first: int, last: int) -> str:
        return str(first) if first == last else f"{first}–{last}"

    def measure(self, indicator: Indicator) -> Measure:
        baseline = self.number(indicator.baseline)
        if baseline and indicator.baseline_year:
            baseline = f"{baseline} ({indicator.baseline_year})"
        direction = self.say(f"better-{indicator.better}") if indicator.better else None
        return Measure(indicator.name, indicator.unit, baseline, direction, indicator.standard)

    def triangle(self, share: Triangle | None) -> str | None:
        """ "30 % (20–40 %)", or None when no share is known."""
        if share is None:
            return None
        mode = self.percent(share.mode)
        if share.low is None or share.high is None:
            return mode
        low = language.number(round(share.low * 100, 1), self.lang)
        return f"{mode} ({low}–{self.percent(share.high)})"
