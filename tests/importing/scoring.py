"""How much of a foreign file arrived right, and what arrived that is not so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from masterplan.document import apply, faults
from masterplan.importing import understand
from tests.importing.making import Expected, Foreign, Key, base_plan

FIELDS = ("titles", "dimensions", "agencies", "years", "rupiah")
ROW = "{:<36}{:>10}{:>12}{:>10}{:>8}{:>8}{:>7}{:>7}"


@dataclass
class Score:
    name: str
    expected: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return sum(self.right.values()) / max(1, sum(self.expected.values()))

    def count(self, name: str, wanted: Any, found: Any, title: str) -> None:
        """One answer: right, missed when nothing arrived, false when something else did."""
        if wanted is None and found is None:
            return
        self.expected[name] += wanted is not None
        if wanted == found:
            self.right[name] += 1
        elif found is None:
            self.missed.append(f"{title}: {name} {wanted}")
        else:
            self.false.append(f"{title}: {name} {found} instead of {wanted}")


def score(foreign: Foreign) -> Score:
    """Imports the file into the plan of the tests and compares with its answers."""
    first, last = foreign.period
    plan = base_plan(period={"first_year": first, "last_year": last})
    read = understand(plan, foreign.content)
    after = apply(plan, read.changes)
    assert not list(faults(after))
    result = Score(foreign.name)
    touched = {seen["element"] for seen in read.seen}
    innovations = [item for item in after["innovations"] if item["id"] in touched]
    names = {agency["code"]: agency["name"] for agency in after["agencies"]}
    by_title = {item["title"]: item for item in innovations}
    for expected in foreign.key.innovations:
        _compare(result, expected, by_title.pop(expected.title, None), names)
    result.false += [f"innovation {title!r}" for title in by_title]
    _compare_rest(result, foreign.key, plan, after)
    return result


def _compare(result: Score, expected: Expected, found: dict[str, Any] | None, names: dict[str, str]) -> None:
    title = expected.title
    result.count("titles", title, title if found else None, title)
    item = found or {}
    result.count("dimensions", expected.dimension, item.get("dimension"), title)
    lead = item.get("lead_agency")
    result.count("agencies", expected.lead, names[lead] if lead else None, title)
    partners = {names[code] for code in item.get("partner_agencies", [])}
    for partner in expected.partners:
        result.count("agencies", partner, partner if partner in partners else None, title)
    result.false += [f"{title}: partner {name}" for name in sorted(partners - set(expected.partners))]
    result.count("years", expected.years, _years(item), title)
    money = {
        cost["offset"]: cost.get("capital", 0) + cost.get("operating", 0) for cost in item.get("costs", [])
    }
    for offset in sorted({*expected.money, *money}):
        result.count("rupiah", expected.money.get(offset), money.get(offset), title)


def _years(item: dict[str, Any]) -> tuple[int, int | None] | None:
    start = item.get("start")
    if not start or start["earliest"] != start["latest"]:
        return None
    duration = item.get("duration_years")
    return start["earliest"], start["earliest"] + duration - 1 if duration else None


def _compare_rest(result: Score, key: Key, plan: dict[str, Any], after: dict[str, Any]) -> None:
    """What else arrived: each piece must be among the answers; what did not arrive counts for nothing."""
    vision = after.get("vision")
    if vision is not None and vision != key.vision:
        result.false.append(f"vision {vision!r}")
    found = {
        "mission": set(after.get("missions", [])) - set(key.missions),
        "issue": {(item["kind"], item["text"]) for item in after.get("issues", [])} - key.issues,
        "problem": {item["title"] for item in after.get("problems", [])} - key.problems,
        "readiness": {item["aspect"] for item in after.get("readiness", [])} - key.readiness,
    }
    for name, extra in found.items():
        result.false += [f"{name} {item!r}" for item in sorted(extra, key=str)]
    used = {expected.lead for expected in key.innovations}
    used |= {partner for expected in key.innovations for partner in expected.partners}
    known = {agency["name"] for agency in plan["agencies"]}
    agencies = {agency["name"] for agency in after["agencies"]} - known - used
    result.false += [f"agency {name!r}" for name in sorted(agencies)]


def scores(makers: Iterable[Callable[[], Foreign]]) -> list[Score]:
    return [score(maker()) for maker in makers]


def printed(results: list[Score]) -> str:
    """The table: right of expected, field by field."""
    lines = [ROW.format("file", *FIELDS, "all", "false")]
    for result in results:
        cells = [f"{result.right[name]}/{result.expected[name]}" for name in FIELDS]
        lines.append(ROW.format(result.name, *cells, f"{result.share:.0%}", len(result.false)))
    return "\n".join(lines)
