"""The few charts of the books, as SVG: one drawing for paper, Word and the screen.

Colours are written out for paper; on the screen the classes take over, so that dark pages stay readable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 454  # points between the margins of a page
INK, MUTED, RULE, SEA, PALE, WARM = "#1c2430", "#565f6d", "#85898c", "#0b5c6b", "#a9cbcf", "#a3481a"
COLOURS = {
    "governance": "#1f5fa8",
    "branding": "#9a3b86",
    "economy": "#8a6200",
    "living": "#1e7a5a",
    "society": "#b03a48",
    "environment": "#4f7a14",
}
SHADES = {"A": SEA, "B": "#6198a1", "C": "#acc9cd", "D": "#d8d1c4"}
FONT = "Libertinus Serif, Source Serif 4, Georgia, serif"
LETTER = 0.46  # mean width of a letter, in sizes of the type


@dataclass(frozen=True, slots=True)
class YearOfMoney:
    """Shares of the tallest bar (0 to 1); `amount` as it is written above."""

    year: str
    amount: str
    capital: float
    operating: float
    ceiling: float | None


@dataclass(frozen=True, slots=True)
class Track:
    """One row of the road map: bars in shares of the plan's years."""

    name: str
    dimension: str | None
    building: tuple[float, float] | None = None
    working: tuple[float, float] | None = None
    quick_win: bool = False
    heading: bool = False


def colour(dimension: str | None) -> str:
    return COLOURS.get(dimension or "", MUTED)


def money(years: Sequence[YearOfMoney], capital: str, operating: str, ceiling: str, unit: str) -> str:
    """Columns by year, operating below capital, each with its ceiling."""
    height, foot = 140.0, 178.0
    wide = WIDTH / max(1, len(years))
    every = -(-len(years) // 12)
    parts = []
    for at, one in enumerate(years):
        left, middle = at * wide, (at + 0.5) * wide
        low, high = height * one.operating, height * one.capital
        parts.append(_rect(left + wide * 0.19, height - low, wide * 0.62, low, SEA, "sea"))
        parts.append(_rect(left + wide * 0.19, height - low - high, wide * 0.62, high, PALE, "pale"))
        if one.ceiling is not None:
            parts.append(
                _rect(left + wide * 0.08, height - height * one.ceiling - 0.7, wide * 0.84, 1.4, WARM, "warm")
            )
        if at % every == 0:
            parts.append(_text(middle, height + 12, one.amount, 8.4, INK, "ink", weight=600, anchor="middle"))
            parts.append(_text(middle, height + 22, one.year, 8.4, MUTED, "muted", anchor="middle"))
    parts.append(_rect(0, height, WIDTH, 0.6, RULE, "rule"))
    parts.append(
        _legend(foot, [(PALE, "pale", capital), (SEA, "sea", operating), (WARM, "warm", ceiling)], unit)
    )
    return _svg(WIDTH, foot + 12, parts)


def shares(parts: Sequence[tuple[str, str, float]]) -> str:
    """One bar split by grade of evidence: (grade, name, share)."""
    left, drawn = 0.0, []
    for grade, _, share in parts:
        drawn.append(_rect(left, 0, WIDTH * share, 14, SHADES[grade], f"grade-{grade}"))
        left += WIDTH * share
    keys = [(SHADES[grade], f"grade-{grade}", name) for grade, name, _ in parts]
    drawn.append(_legend(28, keys, ""))
    return _svg(WIDTH, 40, drawn)


def roadmap(tracks: Sequence[Track], years: Sequence[str], height: float) -> str:
    """The whole road map on one page of this height: titles left, years right."""
    side, head = 178.0, 14.0
    row = min(13.0, (height - head) / max(1, len(tracks)))
    size = min(8.4, row * 0.82)
    wide, tall = (WIDTH - side) / max(1, len(years)), head + row * len(tracks)
    every = -(-len(years) // 14)
    parts = []
    for at, year in enumerate(years):
        parts.append(_rect(side + at * wide, head - 2, 0.4, tall - head + 2, "#dcd8cf", "line"))
        if at % every == 0:
            parts.append(
                _text(side + (at + 0.5) * wide, head - 5, year, 7.4, MUTED, "muted", anchor="middle")
            )
    for at, track in enumerate(tracks):
        parts += _track(track, head + at * row, row, size, side)
    return _svg(WIDTH, tall + 2, parts)


def _track(track: Track, top: float, row: float, size: float, side: float) -> list[str]:
    base, fill, drawn = top + row * 0.74, colour(track.dimension), WIDTH - side
    if track.heading:
        return [
            _rect(0, top + row * 0.98, WIDTH, 0.6, fill, f"d-{track.dimension}"),
            _text(0, base, track.name, size * 1.05, fill, f"d-{track.dimension}", weight=600),
        ]
    parts = [_text(0, base, _cut(track.name, (side - 6) / (size * LETTER)), size, INK, "ink")]
    if track.building:
        start, width = track.building
        parts.append(
            _rect(
                side + start * drawn,
                top + row * 0.12,
                width * drawn,
                row * 0.72,
                fill,
                f"d-{track.dimension}",
                0.32,
            )
        )
    if track.working:
        start, width = track.working
        parts.append(
            _rect(
                side + start * drawn, top + row * 0.4, width * drawn, row * 0.2, fill, f"d-{track.dimension}"
            )
        )
    if track.quick_win and track.building:
        middle, half = side + track.building[0] * drawn + row * 0.45, row * 0.28
        centre = top + row * 0.48
        parts.append(
            f'<path class="warm" fill="{WARM}" d="M{middle:.1f} {centre - half:.1f}l{half:.1f} {half:.1f}'
            f'-{half:.1f} {half:.1f}-{half:.1f}-{half:.1f}z"/>'
        )
    return parts


def _legend(top: float, keys: Sequence[tuple[str, str, str]], unit: str) -> str:
    left, parts = 0.0, []
    for fill, name, said in keys:
        parts.append(_rect(left, top - 6, 7, 7, fill, name))
        parts.append(_text(left + 11, top, said, 8.4, INK, "ink"))
        left += 11 + 8.4 * (LETTER + 0.04) * len(said) + 14
    parts.append(_text(left, top, unit, 8.4, MUTED, "muted"))
    return "".join(parts)


def _cut(text: str, letters: float) -> str:
    return text if len(text) <= letters else f"{text[: int(letters) - 1].rstrip()}…"


def _rect(x: float, y: float, width: float, height: float, fill: str, name: str, opacity: float = 1) -> str:
    faint = f' opacity="{opacity}"' if opacity < 1 else ""
    return (
        f'<rect class="{name}" x="{x:.1f}" y="{y:.1f}" width="{max(0.0, width):.1f}" '
        f'height="{max(0.0, height):.1f}" fill="{fill}"{faint}/>'
    )


def _text(
    x: float,
    y: float,
    text: str,
    size: float,
    fill: str,
    name: str,
    *,
    weight: int = 400,
    anchor: str = "start",
) -> str:
    return (
        f'<text class="{name}" x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" fill="{fill}"'
        + (f' font-weight="{weight}"' if weight != 400 else "")
        + (f' text-anchor="{anchor}"' if anchor != "start" else "")
        + f">{escape(text)}</text>"
    )


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" font-family="{FONT}">{"".join(parts)}</svg>'
    )
