"""The chain of one dimension as a picture: problem → innovation → enabler → outcome.

Columns of boxes with lines between; sizes are in the units of the picture's view box. The table beside it says the same.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .page import element_url

WIDTH, COLUMN, GAP, LINE, PAD = 960, 204, 48, 15, 7
COLUMNS = ("problems", "innovations", "enablers", "outcomes")


@dataclass
class Box:
    """One element: its place, its words in lines, where it leads."""

    key: str
    text: str
    url: str
    column: int
    y: float = 0
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = textwrap.wrap(self.text, 27)[:3] or ["–"]
        if len(textwrap.wrap(self.text, 27)) > 3:
            self.lines[2] = self.lines[2][:25].rstrip() + " …"

    @property
    def x(self) -> int:
        return self.column * (COLUMN + GAP)

    @property
    def height(self) -> int:
        return len(self.lines) * LINE + 2 * PAD

    @property
    def words(self) -> list[tuple[int, float, str]]:
        return [(self.x + 8, self.y + PAD + 11 + LINE * row, line) for row, line in enumerate(self.lines)]


def chain_of(
    plan: Any, data: dict[str, Any], dimension: str, link: Callable[[Any, str, str], str] = element_url
) -> dict[str, Any]:
    """Boxes, lines and rows of the table for the innovations of a dimension; `link(plan, collection, key)` is where
    an element is opened, on the desk unless told otherwise."""
    innovations = [one for one in data.get("innovations", []) if one.get("dimension") == dimension]
    problems = {one["id"]: one for one in data.get("problems", [])}
    enablers = {one["id"]: one for one in data.get("enablers", [])}
    boxes: dict[tuple[str, str], Box] = {}
    edges: list[tuple[tuple[str, str], tuple[str, str]]] = []
    rows = []

    def box(column: int, key: str, text: str, url: str) -> tuple[str, str]:
        return (COLUMNS[column], boxes.setdefault((COLUMNS[column], key), Box(key, text, url, column)).key)

    for one in innovations:
        here = box(1, one["id"], one["title"], link(plan, "innovations", one["id"]))
        left = [relief["problem"] for relief in one.get("addresses", []) if relief["problem"] in problems]
        edges += [(box(0, key, problems[key]["title"], link(plan, "problems", key)), here) for key in left]
        needed = [key for key in one.get("enablers", []) if key in enablers]
        edges += [(here, box(2, key, enablers[key]["title"], link(plan, "enablers", key))) for key in needed]
        ends = [
            (f"{one['id']}-{place}", outcome["indicator"]["name"])
            for place, outcome in enumerate(one.get("outcomes", []))
        ]
        edges += [
            (here, box(3, key, name, link(plan, "innovations", one["id"]) + "#hasil")) for key, name in ends
        ]
        rows.append({
            "id": one["id"], "name": one["title"], "url": link(plan, "innovations", one["id"]),
            "problems": [problems[key]["title"] for key in left], "enablers": [enablers[key]["title"] for key in needed],
            "outcomes": [name for _key, name in ends],
        })  # fmt: skip
    height = place(list(boxes.values()))
    return {"boxes": list(boxes.values()), "edges": [curve(boxes[a], boxes[b]) for a, b in edges], "rows": rows,
            "height": height, "width": WIDTH, "column": COLUMN}  # fmt: skip


def place(boxes: list[Box]) -> float:
    """Stacks each column; shorter columns are spread over the height of the tallest."""
    columns = [[box for box in boxes if box.column == column] for column in range(4)]
    heights = [sum(box.height for box in column) for column in columns]
    tallest = max(
        (height + 10 * (len(column) - 1) for height, column in zip(heights, columns, strict=True)), default=0
    )
    for height, column in zip(heights, columns, strict=True):
        space = (tallest - height) / max(len(column), 1)
        y = space / 2
        for one in column:
            one.y = round(y, 1)
            y += one.height + space
    return max(tallest, 40)


def curve(a: Box, b: Box) -> str:
    """From the right side of one box to the left side of another; over the middle where columns are skipped."""
    x1, y1, x2, y2 = a.x + COLUMN, a.y + a.height / 2, b.x, b.y + b.height / 2
    bend = max(20.0, (x2 - x1) / 2)
    return f"M{x1} {y1:.1f}C{x1 + bend:.0f} {y1:.1f} {x2 - bend:.0f} {y2:.1f} {x2} {y2:.1f}"
