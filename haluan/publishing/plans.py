"""Plans as public pages list them."""

from __future__ import annotations


def readable_plans() -> list[object]:
    return []
