"""The provinces' outlines as SVG paths, projected once from the TopoJSON of the package.

Plate carrée is enough at the equator. Coordinates are rounded to half a unit of a drawing 960 wide, points
that fall together and islands smaller than a dot are left out: the map is for orientation and must be small.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .loading import DATA

WIDTH = 960
STEP = 0.5
SMALLEST = 1.5  # square units; a province's largest ring is kept whatever its size

Point = tuple[float, float]


@lru_cache(maxsize=1)
def outlines() -> tuple[dict[str, str], int]:
    """Path data by province code, and the height of the drawing."""
    topology = json.loads((DATA / "provinces.topo.json").read_text(encoding="utf-8"))
    arcs = list(decoded(topology))
    shapes = topology["objects"]["provinces"]["geometries"]
    points = [point for arc in arcs for point in arc]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = max(y for _, y in points), min(y for _, y in points)
    scale = WIDTH / (right - left)

    def drawn(point: Point) -> Point:
        x, y = (point[0] - left) * scale, (top - point[1]) * scale
        return round(x / STEP) * STEP, round(y / STEP) * STEP

    paths = {shape["properties"]["code"]: path(rings(shape, arcs), drawn) for shape in shapes}
    return paths, round((top - bottom) * scale) + 1


def decoded(topology: dict) -> Iterator[list[Point]]:
    """TopoJSON arcs are quantised differences; this gives longitude and latitude."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def rings(shape: dict, arcs: list[list[Point]]) -> list[list[Point]]:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return [joined(ring, arcs) for polygon in polygons for ring in polygon]


def joined(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """A negative index is the arc ~index walked backwards; neighbours share their end points."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc if not points else arc[1:])
    return points


def path(polygons: list[list[Point]], drawn) -> str:
    simple = [thinned(drawn(point) for point in ring) for ring in polygons]
    largest = max(simple, key=area)
    return "".join(written(ring) for ring in simple if ring is largest or area(ring) >= SMALLEST)


def thinned(points: Iterable[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    return kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept


def area(ring: list[Point]) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def written(ring: list[Point]) -> str:
    """Relative moves: shorter than absolute ones."""
    (x, y), *rest = ring
    words = [f"M{number(x)} {number(y)}l"]
    for px, py in rest:
        words.append(f"{number(px - x)} {number(py - y)} ")
        x, y = px, py
    return "".join(words).replace(" -", "-").rstrip() + "z"


def number(value: float) -> str:
    return f"{value:g}".replace("0.5", ".5", 1) if abs(value) < 1 else f"{value:g}"
