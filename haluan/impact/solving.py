"""Solving in a process of its own: it can be killed at any moment, and its memory is not the worker's.

The child knows neither database nor secrets. It gets an order on standard input and writes one line of JSON for
each piece of news, the last of them the answer. `python -m haluan.impact.solving` is that child; no Django here.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from haluan.web.child import die_with, without_secrets

REFUSED = 3  # exit code: what standard error says is a sentence for people
LOOK = 0.25  # seconds between two questions whether it is still wanted
SPARE = (
    240.0  # seconds beyond the order's own limit after which it is ended: conflicts are looked for after it
)
SCENARIOS = 200
BINS = 12


class SolverDied(Exception):
    """The child ended without an answer and without a reason of its own: killed, or out of memory."""


class NotSolvable(Exception):
    """What was asked cannot be answered; str() is a sentence for people."""


def solve(order: dict[str, Any], look: Callable[[dict[str, Any] | None], None]) -> dict[str, Any]:
    """The answer to an order: `document` (canonical text), `question`, `lang`, and what the question needs.

    `look` is called four times a second with the newest progress, or None; whatever it raises kills the child at
    once. Raises `NotSolvable`, and `SolverDied` when trying again may help.
    """
    with (
        tempfile.TemporaryFile() as orders,
        tempfile.NamedTemporaryFile() as news,
        tempfile.TemporaryFile() as said,
    ):
        orders.write(json.dumps(order).encode())
        orders.seek(0)
        child = subprocess.Popen(
            [sys.executable, "-m", "haluan.impact.solving", str(os.getpid())],
            stdin=orders,
            stdout=news,
            stderr=said,
            env=without_secrets(),
        )
        try:
            answer = attended(child, news.name, look, order.get("seconds", 60) + SPARE)
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
        said.seek(0)
        words = said.read().decode(errors="replace")
    if child.returncode == REFUSED:
        raise NotSolvable(words)
    if child.returncode or answer is None:
        raise SolverDied(f"exit {child.returncode}: {words[-2000:]}")
    return answer


def attended(
    child: subprocess.Popen[bytes], news: str, look: Callable[[dict[str, Any] | None], None], patience: float
) -> dict[str, Any] | None:
    """The answer that the child wrote, if any; `look` is called until it ends."""
    until, answer = time.monotonic() + patience, None
    with open(news, "rb") as lines:
        left, ended = b"", False
        while not ended:
            with suppress(subprocess.TimeoutExpired):
                child.wait(LOOK)
            ended = child.poll() is not None
            *whole, left = (left + lines.read()).split(b"\n")
            told = [json.loads(line) for line in whole if line.startswith(b"{")]
            progress = next((one["progress"] for one in reversed(told) if "progress" in one), None)
            answer = next((one["answer"] for one in told if "answer" in one), answer)
            look(progress)
            if time.monotonic() > until:
                raise SolverDied(f"longer than {patience:.0f} s")
    return answer


# -- the child


def main(worker: int) -> int:
    die_with(worker)
    from masterplan.impact import ImpactError

    order = json.load(sys.stdin.buffer)
    plan = plan_of(order["document"], order)
    try:
        answer = ANSWERS[order["question"]](plan, order)
    except ImpactError as error:
        sys.stderr.write(error.words.say(order["lang"]))
        return REFUSED
    tell(answer=answer)
    return 0


def plan_of(document: str, order: dict[str, Any]) -> Any:
    """The plan in a canonical document, with the ceilings and minimums that the order asks for."""
    from masterplan.document import load, parse

    return with_minimums(with_budget(load(parse(document.encode())), order.get("factor", 1.0)), order)


def with_budget(plan: Any, factor: float) -> Any:
    """The plan with every ceiling times `factor`."""
    if factor == 1.0 or not plan.budget:
        return plan
    budget = [one.model_copy(update={"amount": one.amount * factor}) for one in plan.budget]
    return plan.model_copy(update={"budget": budget})


def with_minimums(plan: Any, order: dict[str, Any]) -> Any:
    """The plan with the minimums that this run asks for instead of its own."""
    from masterplan.document.types import Settings

    names = {"per_dimension": "minimum_per_dimension", "quick_wins": "minimum_quick_wins"}
    other = {name: order[asked] for asked, name in names.items() if order.get(asked) is not None}
    if not other:
        return plan
    return plan.model_copy(update={"settings": (plan.settings or Settings()).model_copy(update=other)})


def optimise(plan: Any, order: dict[str, Any]) -> dict[str, Any]:
    from masterplan.impact.optimiser.optimise import of_progress
    from masterplan.impact.optimiser.optimise import optimise as best_of

    best: dict[str, Any] = {}

    def told(progress: Any) -> None:
        if progress.value is not None and progress.value != best.get("value"):
            best.update(found(of_progress(plan, progress)), value=progress.value)
        tell(
            progress=best
            | {
                "value": progress.value,
                "bound": finite(progress.bound),
                "reached": finite(progress.gap),
                "seconds": progress.seconds,
            }
        )

    optimum = best_of(
        plan, gap=order["gap"], seconds=order["seconds"], started_before=order["fixed_before"], told=told
    )
    return {
        **found(optimum),
        "status": optimum.status,
        "value": optimum.value,
        "bound": None if optimum.bound is None else finite(optimum.bound),
        "reached": None if optimum.gap is None else finite(optimum.gap),
        "seconds": optimum.seconds,
        "stopped_by": optimum.stopped_by,
        "fixed": optimum.fixed,
        "conflict": [words.say(order["lang"]) for words in optimum.conflict],
        "mend": optimum.mend.say(order["lang"]) if optimum.mend else "",
    }


def found(optimum: Any) -> dict[str, Any]:
    impact = optimum.impact
    return {
        "portfolio": optimum.portfolio,
        "unweighted": None if impact is None else impact.unweighted_person_years.expected,
        "range": None if impact is None else [impact.person_years.low, impact.person_years.high],
    }


def inquire(plan: Any, order: dict[str, Any]) -> dict[str, Any]:
    from masterplan.impact import value
    from masterplan.impact.optimiser import report
    from masterplan.impact.optimiser.optimise import Optimum, with_portfolio

    known = order["known"]
    optimum = Optimum(
        known["status"],
        known["value"],
        known["bound"],
        known["reached"],
        0.0,
        known["stopped_by"],
        known["portfolio"],
        fixed=known["fixed"],
    )
    if order["question"] == "before":
        return {"data": before(plan, order)}
    if order["question"] == "robust":
        return {"data": robust(plan, optimum)}
    if order["question"] == "turn":
        return {"data": turning(plan, optimum, order["about"])}
    if order["question"] in ("fair", "evidence"):
        optimum = replace(optimum, impact=value(with_portfolio(plan, optimum.portfolio)))
    ask = {
        "frontier": report.frontier_data,
        "why": report.why_data,
        "fair": report.fair_data,
        "evidence": report.evidence_data,
        "assumed": report.sensitivity_data,
    }
    return {"data": ask[order["question"]](plan, optimum, None, lambda: False, order["lang"])}


def before(plan: Any, order: dict[str, Any]) -> dict[str, Any]:
    """What the changes since an earlier version did: to the choice of that time, and to the best one."""
    from masterplan.impact.optimiser.comparison import compare
    from masterplan.impact.optimiser.telling import difference_data

    found = compare(plan_of(order["before"], order), plan)
    return {
        "before": found.before,
        "after": found.after,
        "count": len(found.portfolio),
        "gone": list(found.gone),
        "broken": [words.say(order["lang"]) for words in found.broken],
        "best_before": [found.best_before.value, found.best_before.bound],
        "best_after": [found.best_after.value, found.best_after.bound],
        "anew": difference_data(found.anew) if found.anew else None,
    }


def turning(plan: Any, optimum: Any, innovation: str) -> dict[str, Any]:
    """By what its cost, or its share, must be multiplied for the answer about one innovation to turn."""
    from masterplan.impact.optimiser.report import asked
    from masterplan.impact.optimiser.why import turning as turned

    problem, best = asked(plan, optimum)
    return {what: turned(problem, best, innovation, what).factor for what in ("cost", "share")}


def robust(plan: Any, optimum: Any) -> dict[str, Any]:
    """As `report.robust_data`, and how the value is spread over the scenarios."""
    import numpy as np

    from masterplan.impact.optimiser.report import asked
    from masterplan.impact.optimiser.robustness import robustness

    problem, best = asked(plan, optimum)
    found = robustness(plan, problem, best, SCENARIOS)
    some = found.scenarios > 0
    counts, edges = np.histogram(found.values, bins=BINS) if some else (np.zeros(0), np.zeros(0))
    return {
        "scenarios": found.scenarios,
        "stays": dict(zip(problem.keys, found.stays.tolist(), strict=True)),
        "mean": found.mean,
        "value_at_risk": found.at_risk if some else None,
        "ninety": np.quantile(found.values, [0.05, 0.95]).tolist() if some else None,
        "histogram": {"counts": counts.tolist(), "edges": edges.tolist()},
        "regret": found.regret if some else None,
        "regret_most": float(np.quantile(np.maximum(found.best - found.values, 0.0), 0.95)) if some else None,
        "affordable": found.held,
        "best_on_average": {"mean": found.average_mean, "price": found.price},
    }


KINDS = ("frontier", "why", "robust", "fair", "evidence", "assumed", "before", "turn")
ANSWERS = {"optimise": optimise} | dict.fromkeys(KINDS, inquire)


def finite(number: float) -> float | None:
    return float(number) if math.isfinite(number) else None


def tell(**news: Any) -> None:
    sys.stdout.write(json.dumps(news) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
