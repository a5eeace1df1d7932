"""SLR105: two agencies do the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

SAME = 0.6
LARGEST = 12


@rule(
    "SLR105",
    severity="warning",
    title=Words("Dua perangkat daerah mengerjakan hal yang sama", "Two agencies do the same"),
    what=Words(
        "Dua inovasi dari perangkat daerah berbeda dengan masalah yang sama dan sebagian besar pemungkin yang sama.",
        "Two innovations of different agencies with the same problems and mostly the same enablers.",
    ),
    why=Words(
        "Warga mendapat dua pintu untuk satu urusan, dan dibayar dua kali.",
        "People get two doors for one errand, paid for twice.",
    ),
    example=Words(
        "Dinas Kesehatan dan RSUD masing-masing membuat janji temu.",
        "The health agency and the hospital each build appointments.",
    ),
    instead=Words(
        "Gabungkan di bawah satu penanggung jawab; yang lain menjadi mitra.",
        "Join them under one lead; the other is a partner.",
    ),
    source="Lintasarta, ANTARA Sumut 2017: menghemat 50–60 persen bila bersama",
)
def agencies_do_the_same(context: Context) -> Iterator[Found]:
    groups: dict[frozenset[str], list[Innovation]] = defaultdict(list)
    for innovation in context.in_play:
        problems = frozenset(relief.problem for relief in innovation.addresses or ())
        if problems and innovation.lead_agency and innovation.alternative_group is None:
            groups[problems].append(innovation)
    for group in groups.values():
        for one, other in combinations(group[:LARGEST], 2):
            if one.lead_agency != other.lead_agency and _shared(one, other) >= SAME:
                message = Words(
                    "Masalah dan pemungkinnya hampir sama dengan {other} dari {agency}.",
                    "Its problems and enablers are nearly those of {other} by {agency}.",
                ).with_(other=one.id, agency=one.lead_agency)
                yield Found("lead_agency", message, collection="innovations", element=other.id)


def _shared(one: Innovation, other: Innovation) -> float:
    """The part of both innovations' enablers that they share."""
    own, theirs = set(one.enablers or ()), set(other.enablers or ())
    return len(own & theirs) / len(own | theirs) if own | theirs else 0.0
