"""What is not written yet: said at each element where it is an exception, once for the plan where it is the rule.

A sparse plan must not drown in one sentence repeated for every element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from masterplan.language import Words, listing
from masterplan.lint.context import Context
from masterplan.lint.rule import Found

FEW = 4
"""So many may be named one by one even where all of them lack the thing."""

NOUNS: dict[str, Words] = {
    "readiness": Words("temuan kesiapan", "readiness findings"),
    "issues": Words("isu strategis", "strategic issues"),
    "problems": Words("masalah", "problems"),
    "innovations": Words("inovasi", "innovations"),
    "enablers": Words("pemungkin", "enablers"),
    "sources": Words("sumber", "sources"),
    "risks": Words("risiko", "risks"),
}


def missing(
    context: Context,
    collection: str,
    field: str,
    thing: Words,
    lacks: Callable[[Any], bool],
    among: Callable[[Any], bool] | None = None,
) -> Iterator[Found]:
    """Where `thing` is not written at `field`, over the elements that `among` lets through."""
    asked = [
        (key, element)
        for key, element in zip(
            context.keys(collection), getattr(context.plan, collection) or (), strict=True
        )
        if among is None or among(element)
    ]
    lacking = [key for key, element in asked if lacks(element)]
    if len(lacking) > FEW and 2 * len(lacking) > len(asked):
        yield Found(collection, _together(lacking, len(asked), collection, thing))
    else:
        for key in lacking:
            yield Found(field, collection=collection, element=key)


def _together(lacking: list[str], total: int, collection: str, thing: Words) -> Words:
    if len(lacking) == total:
        words = Words(
            "Belum satu pun dari {total} {noun} punya {thing}.", "None of the {total} {noun} has {thing}."
        )
    else:
        words = Words(
            "{count} dari {total} {noun} belum punya {thing}: {which}.",
            "{count} of {total} {noun} lack {thing}: {which}.",
        )
    return words.with_(
        count=len(lacking), total=total, noun=NOUNS[collection], thing=thing, which=named(lacking)
    )


def named(keys: list[str], most: int = 6) -> Words:
    """`IN-01, IN-02, dan IN-03`; a long list ends with how many more there are."""
    if len(keys) <= most:
        return Words(listing(keys, "id"), listing(keys, "en"))
    head, more = ", ".join(keys[:most]), len(keys) - most
    return Words(f"{head}, dan {more} lainnya", f"{head}, and {more} more")
