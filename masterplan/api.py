"""The core for a notebook or a script: a document in, an answer out. docs/tutorial.ipynb walks through it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from masterplan.document import Plan, load, parse
from masterplan.impact import Impact
from masterplan.impact import value as _value
from masterplan.impact.optimiser.comparison import Comparison
from masterplan.impact.optimiser.comparison import compare as _compare
from masterplan.impact.optimiser.optimise import Optimum
from masterplan.impact.optimiser.optimise import optimise as _optimise
from masterplan.impact.optimiser.report import asked as _asked
from masterplan.impact.optimiser.selection import Selection
from masterplan.impact.optimiser.solving import PROOF, Answer, Progress

Document = Plan | Mapping[str, Any] | bytes | str | Path


def read(document: Document) -> Plan:
    """A plan from a file name, its bytes or its JSON object. Raises DocumentError, OSError."""
    if isinstance(document, Plan):
        return document
    if isinstance(document, Mapping):
        document = json.dumps(document).encode()
    return load(parse(document if isinstance(document, bytes) else Path(document).read_bytes()))


def value(document: Document) -> Impact:
    """What the choice in a document brings, spends and breaks. Raises ImpactError."""
    return _value(read(document))


def optimise(
    document: Document,
    *,
    gap: float = PROOF,
    seconds: float = float("inf"),
    seed: int = 0,
    started_before: int | None = None,
    told: Callable[[Progress], None] = lambda _: None,
) -> Optimum:
    """The best choice the plan's money and rules allow, with its proof. Raises ImpactError.

    `gap` is the relative gap to prove, `seconds` the time limit; `started_before` keeps what is chosen and
    starts before that year.
    """
    return _optimise(
        read(document), gap=gap, seconds=seconds, seed=seed, started_before=started_before, told=told
    )


def compare(before: Document, after: Document, *, seconds: float = 5.0, gap: float = 1e-3) -> Comparison:
    """What a change does: V before, V after with the same choice, V after choosing anew."""
    return _compare(read(before), read(after), seconds=seconds, gap=gap)


def asked(document: Document, optimum: Optimum) -> tuple[Selection, Answer]:
    """The problem and its answer as the questions of `masterplan.impact.optimiser` take them: `why`,
    `frontier`, `fairness`, `robustness`, `measurements`, `sensitivity`."""
    return _asked(read(document), optimum)
