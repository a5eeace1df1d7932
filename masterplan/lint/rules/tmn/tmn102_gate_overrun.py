"""TMN102: more findings of one severity than the gate lets stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.finding import Outcome
from masterplan.lint.rule import SEVERITY_WORDS, Found, rule


@rule(
    "TMN102",
    about="findings",
    severity="error",
    title=Words("Terlalu banyak temuan untuk gerbang ini", "Too many findings for this gate"),
    what=Words(
        "Jumlah temuan yang belum diperbaiki atau dijawab melampaui ambang sebuah gerbang.",
        "More findings neither mended nor answered than a gate lets stand.",
    ),
    why=Words(
        "Satu peringatan boleh menunggu; puluhan peringatan berarti naskahnya belum siap dibahas.",
        "One warning may wait; dozens mean that the draft is not ready to be discussed.",
    ),
    example=Words(
        "Bimtek 4 membolehkan 10 peringatan; rencana ini punya 23.",
        "Workshop 4 lets 10 warnings stand; this plan has 23.",
    ),
    instead=Words(
        "Perbaiki yang paling banyak terulang, atau terima dengan alasan yang tertulis.",
        "Mend those that come most often, or accept them with a written reason.",
    ),
    source="masterplan/lint/gates.toml",
)
def gate_overrun(outcome: Outcome) -> Iterator[Found]:
    counts = Counter(one.severity for one in outcome.standing)
    for gate in outcome.gates:
        for severity, most in gate.at_most.items():
            if counts[severity] > most:
                yield Found(
                    message=Words(
                        "{gate} membolehkan paling banyak {most} {what}; ada {count}.",
                        "{gate} lets at most {most} {what} stand; there are {count}.",
                    ).with_(gate=gate.title, most=most, what=SEVERITY_WORDS[severity], count=counts[severity])
                )
