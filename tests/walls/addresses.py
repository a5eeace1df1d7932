"""Every address there is, walked out of Django's resolver, includes and all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """A name, where it leads, and the arguments it takes."""

    name: str
    route: str
    arguments: tuple[str, ...]


def addresses() -> dict[str, Address]:
    """All of them by name; one without a name, or a name twice, is an error with what to do."""
    found: dict[str, Address] = {}
    for address in walk(get_resolver(), "", ()):
        if not address.name:
            raise AssertionError(
                f"/{address.route} has no name: give its path() one, so that the table can name it."
            )
        if address.name in found:
            raise AssertionError(
                f"{address.name} names two addresses: /{found[address.name].route} and /{address.route}."
            )
        found[address.name] = address
    return found


def walk(resolver: Any, route: str, arguments: tuple[str, ...]) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        taken = (*arguments, *argument_names(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, here, taken)
        elif isinstance(pattern, URLPattern):
            yield Address(pattern.name or "", here, taken)


def argument_names(pattern: Any) -> list[str]:
    return list(pattern.converters) or re.findall(r"\(\?P<(\w+)>", str(pattern))
