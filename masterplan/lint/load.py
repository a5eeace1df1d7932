"""Whether an agency can build what its start windows ask of it, whatever the schedule."""

from __future__ import annotations

from dataclasses import dataclass

from masterplan.document.types import Agency, Innovation
from masterplan.lint.context import Context


@dataclass(frozen=True, slots=True)
class Overload:
    """`work` years of building must fall into the years `first`–`last`, `room` is all the agency can do."""

    keys: list[str]
    first: int
    last: int
    work: int
    room: int


def tightest(context: Context, agency: Agency) -> Overload | None:
    """The span of years with the most building beyond the agency's limit; None where it can manage.

    An innovation occupies one place in each of its `duration_years`; whatever year it starts in, all of them
    lie between its earliest start and its latest end (Hall's condition over intervals).
    """
    limit = agency.parallel_projects
    bound = [
        (one.id, _first(one), _last(one), one.duration_years or 1)
        for one in context.led_by.get(agency.code, ())
        if _must(one)
    ]
    if limit is None or not bound:
        return None
    found: Overload | None = None
    for first in sorted({begin for _, begin, _, _ in bound}):
        later = [one for one in bound if one[1] >= first]
        for last in sorted({end for _, _, end, _ in bound if end >= first}):
            work = sum([years for _, _, end, years in later if end <= last])
            room = limit * (last - first + 1)
            if work > room and (found is None or work - room > found.work - found.room):
                keys = [key for key, _, end, _ in later if end <= last]
                found = Overload(keys, first, last, work, room)
    return found


def _must(innovation: Innovation) -> bool:
    """What is an alternative of something else need not be built."""
    return (
        innovation.decision != "not_chosen"
        and innovation.start is not None
        and innovation.alternative_group is None
    )


def _first(innovation: Innovation) -> int:
    assert innovation.start
    return innovation.start.earliest


def _last(innovation: Innovation) -> int:
    assert innovation.start
    return innovation.start.latest + (innovation.duration_years or 1) - 1
