"""Searching the innovations of public plans and those regions are known for, in one query a try.

Words are those of PostgreSQL's Indonesian dictionary (*pengangkutan* finds *diangkut*). Where nothing has all of
them, a typo is mended against the words that occur; where still nothing has, any of them will do.
Drafts are never found, nor is what was made up for training.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.text import slugify
from rapidfuzz import fuzz, process

from haluan.plans.models import Element
from haluan.programme.models import KnownInnovation

A_PAGE = 20
LONGEST = 200
ALIKE = 74
"""From 0 to 100: how like a written word must be to one that occurs, to stand for it."""

_ALL = "websearch_to_tsquery('indonesian', %(words)s)"
_ANY = "replace(plainto_tsquery('indonesian', %(words)s)::text, '&', '|')::tsquery"
_SEARCH = """
WITH asked AS (SELECT {asked} AS words),
texts AS (
    SELECT 'rencana' AS kind, element.id, element.fields->>'dimension' AS dimension, element.position AS place,
           region.name AS region,
           concat_ws(' ', element.fields->>'title', element.fields->>'service_change',
                     element.fields->>'beneficiaries', region.name,
                     (SELECT string_agg(problem.fields->>'title', ' ') FROM plans_element problem
                      WHERE problem.plan_id = element.plan_id AND problem.collection = 'problems'
                        AND element.fields->'addresses' @>
                            jsonb_build_array(jsonb_build_object('problem', problem.key)))) AS words
    FROM plans_element element
    JOIN plans_plan plan ON plan.id = element.plan_id
    JOIN regions_region region ON region.code = plan.region_id
    WHERE element.collection = 'innovations' AND plan.public AND NOT region.fictional
      AND plan.id IS DISTINCT FROM %(without)s
    UNION ALL
    SELECT 'daerah', known.id, known.dimension, 0, region.name,
           concat_ws(' ', known.name, known.service_change, known.problem, known.enabler, region.name)
    FROM programme_knowninnovation known
    JOIN regions_region region ON region.code = known.region_id
    WHERE NOT region.fictional
),
found AS (
    SELECT kind, id, region, place,
           CASE WHEN %(words)s = '' THEN 0 ELSE ts_rank(to_tsvector('indonesian', texts.words), asked.words) END AS rank
    FROM texts, asked
    WHERE (%(dimension)s = '' OR dimension = %(dimension)s)
      AND (%(words)s = '' OR to_tsvector('indonesian', texts.words) @@ asked.words)
)
SELECT kind, id, count(*) OVER () FROM found
ORDER BY rank DESC, region, kind, place, id LIMIT %(limit)s OFFSET %(offset)s
"""
_WORDS = """
SELECT name || ' ' || service_change || ' ' || problem FROM programme_knowninnovation
UNION ALL
SELECT concat_ws(' ', element.fields->>'title', element.fields->>'service_change') FROM plans_element element
JOIN plans_plan plan ON plan.id = element.plan_id
WHERE element.collection IN ('innovations', 'problems') AND plan.public
LIMIT 20000
"""


@dataclass(frozen=True)
class Found:
    """One innovation as a list shows it. What is not known is empty."""

    origin: str
    title: str
    region: str
    dimension: str = ""
    change: str = ""
    problem: str = ""
    evidence: str = ""
    source: str = ""
    url: str = ""


@dataclass
class Findings:
    """A page of what was found. `instead`: the words that were searched for, where not those that were asked."""

    found: list[Found] = field(default_factory=list)
    total: int = 0
    page: int = 1
    instead: str = ""
    some: bool = False  # not all words, only some of them

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // A_PAGE))


def find(
    words: str, dimension: str = "", page: int = 1, without: int | None = None, any_word: bool = False
) -> Findings:
    """A page of innovations with these words; `without`: the plan that is looking. At most eight queries."""
    words = " ".join(words.replace("\0", "").split())[:LONGEST]
    asked = {"dimension": dimension, "without": without, "limit": A_PAGE, "offset": (page - 1) * A_PAGE}
    rows = search(_ANY if any_word else _ALL, asked | {"words": words})
    instead, some = "", any_word
    if not rows and words and page == 1:
        instead = mended(words)
        rows = search(_ALL, asked | {"words": instead}) if instead != words else []
        if not rows:
            some, rows = True, search(_ANY, asked | {"words": instead})
    total = rows[0][2] if rows else 0
    return Findings(
        shown(rows), total, page, instead if rows and instead != words else "", some and bool(rows)
    )


def search(query: str, asked: dict[str, Any]) -> list[tuple[str, int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_SEARCH.format(asked=query), asked)
        return cursor.fetchall()


def mended(words: str) -> str:
    """Each word as it occurs, where it looks like one that does (one query)."""
    with connection.cursor() as cursor:
        cursor.execute(_WORDS)
        texts = [text for (text,) in cursor.fetchall()]
    known = {word for text in texts for word in re.findall(r"\w{3,}", text.lower())}
    return " ".join(likest(word, known) for word in words.lower().split())


def likest(word: str, known: set[str]) -> str:
    if word in known or len(word) < 4:
        return word
    found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found else word


def shown(rows: Iterable[tuple[str, int, int]]) -> list[Found]:
    """The rows of a search as a list shows them, in its order (three queries)."""
    rows = list(rows)
    keys = {kind: [pk for each, pk, _total in rows if each == kind] for kind in ("rencana", "daerah")}
    elements = list(Element.objects.filter(pk__in=keys["rencana"]).select_related("plan__region"))
    known = KnownInnovation.objects.filter(pk__in=keys["daerah"]).select_related("region")
    titles = problem_titles(elements)
    found = {("rencana", one.pk): of_plan(one, titles) for one in elements}
    found |= {("daerah", one.pk): of_region(one) for one in known}
    return [found[kind, pk] for kind, pk, _total in rows if (kind, pk) in found]


def problem_titles(elements: Iterable[Element]) -> dict[tuple[int, str], str]:
    """Of the plans these elements stand in, by plan and id."""
    problems = Element.objects.filter(plan__in={one.plan_id for one in elements}, collection="problems")
    return {(one, key): title for one, key, title in problems.values_list("plan", "key", "fields__title")}


def of_plan(one: Element, titles: dict[tuple[int, str], str]) -> Found:
    problems = [titles.get((one.plan_id, each["problem"]), "") for each in one.fields.get("addresses", [])]
    return Found(
        origin=f"rencana/{one.plan.slug}/{one.key}",
        title=one.fields["title"],
        region=one.plan.region.name,
        dimension=one.fields.get("dimension", ""),
        change=one.fields.get("service_change", ""),
        problem="; ".join(filter(None, problems)),
        source=one.plan.title,
        url=reverse("plan-innovation", args=[one.plan.slug, one.key]),
    )


def of_region(one: KnownInnovation) -> Found:
    return Found(
        origin=f"daerah/{one.region_id}/{slugify(one.name)}",
        title=one.name,
        region=one.region.name,
        dimension=one.dimension,
        change=one.service_change,
        problem=one.problem,
        evidence=", ".join(filter(None, [str(one.year or ""), one.evidence])),
        source=one.source,
        url=reverse("region", args=[one.region_id]),
    )
