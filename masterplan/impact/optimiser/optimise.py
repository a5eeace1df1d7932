"""`optimise`: the choice of innovations and start years with the greatest effect, and the proof."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from math import isfinite
from typing import TYPE_CHECKING, Any, Literal

from masterplan.impact.optimiser import wording
from masterplan.impact.optimiser.conflict import cheapest_money, conflict
from masterplan.impact.optimiser.selection import OUT, Rule, Selection, selection
from masterplan.impact.optimiser.solving import PROOF, Answer, Limits, Progress, solve
from masterplan.impact.value import value
from masterplan.language import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from masterplan.document.types import Plan
    from masterplan.impact.arrays import Ints
    from masterplan.impact.result import Impact
    from masterplan.language import Words

Status = Literal["optimal", "feasible", "infeasible", "unknown"]


@dataclass(frozen=True, slots=True)
class Optimum:
    """The answer of `optimise`.

    `value`, `bound` in person-years, `gap` (None where there is none yet); `gap` = (bound − value) / value;
    `portfolio`: start year of each chosen innovation, in the plan's order; `impact`: what `value` says of
    it; `conflict`: a smallest set of rules that cannot hold together, `mend` what would let them.
    """

    status: Status
    value: float | None
    bound: float | None
    gap: float | None
    seconds: float
    stopped_by: str
    portfolio: dict[str, int]
    impact: Impact | None = None
    rules: tuple[Rule, ...] = ()
    conflict: tuple[Words, ...] = ()
    mend: Words | None = None
    fixed: dict[str, int] = field(default_factory=dict)
    nodes: int = field(default=0, compare=False)

    def to_data(self, lang: str = "id") -> dict[str, Any]:
        """As `haluan optimise --format json` prints it."""
        data: dict[str, Any] = {
            "status": self.status,
            "value": self.value,
            "bound": self.bound,
            "gap": self.gap,
            "seconds": round(self.seconds, 3),
            "stopped_by": self.stopped_by,
            "portfolio": [
                {"innovation": innovation, "start": start} for innovation, start in self.portfolio.items()
            ],
        }
        if self.impact is not None:
            data["unweighted_person_years"] = self.impact.unweighted_person_years.expected
        if self.status == "infeasible":
            data["conflict"] = [words.say(lang) for words in self.conflict]
            if self.mend is not None:
                data["mend"] = self.mend.say(lang)
        return data

    def _repr_html_(self) -> str:
        """A table in a notebook."""
        if self.value is None:
            said = [words.say() for words in self.conflict] or [self.status]
            return "".join(f"<p>{escape(line)}</p>" for line in said)
        bound = "?" if self.bound is None else rounded(self.bound)
        rows = "".join(
            f"<tr><td>{escape(key)}<td>{year}" for key, year in sorted(self.portfolio.items(), key=_by_year)
        )
        head = f"{rounded(self.value)} orang-tahun (paling banyak {bound})"
        return f"<table><caption>{head}</caption><tr><th>Inovasi<th>Mulai{rows}</table>"


def _by_year(item: tuple[str, int]) -> tuple[int, str]:
    return item[1], item[0]


def optimise(
    plan: Plan,
    *,
    gap: float = PROOF,
    seconds: float = float("inf"),
    seed: int = 0,
    started_before: int | None = None,
    patience: float = 60.0,
    together: bool = True,
    told: Callable[[Progress], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> Optimum:
    """The best choice of innovations and start years the plan's money and rules allow.

    `gap` is the relative gap to prove; `started_before` fixes what is chosen with a scheduled start before
    that year; `patience`: seconds at most to find out why nothing is possible; `together`: whether both
    processors may work on it. `told` hears of progress,
    `stop` is asked often. The same plan and seed give the same answer when stopped by gap. Raises
    ImpactError.
    """
    fixed = started(plan, started_before)
    problem = selection(plan, fixed)
    limits = Limits(gap=gap, seconds=seconds, seed=seed, together=together, stop=stop, told=told)
    answer = solve(problem, limits, start=drafted(plan, problem))
    return _told(plan, problem, answer, fixed, limits, patience)


def of_progress(plan: Plan, progress: Progress | None) -> Optimum:
    """The best so far of an optimisation that was interrupted."""
    if progress is None or progress.starts is None:
        seconds = progress.seconds if progress else 0.0
        return Optimum("unknown", None, None, None, seconds, "interrupt", {})
    portfolio = portfolio_of(selection(plan), progress.starts)
    impact = value(with_portfolio(plan, portfolio))
    reached = impact.person_years.expected
    status: Status = "optimal" if progress.gap <= PROOF else "feasible"
    return Optimum(
        status,
        reached,
        _finite(max(progress.bound, reached)),
        _finite(progress.gap),
        progress.seconds,
        "interrupt",
        portfolio,
        impact,
    )


def chosen(plan: Plan) -> dict[str, int]:
    """What is chosen and has a scheduled start."""
    return {
        one.id: one.scheduled_start
        for one in plan.innovations or ()
        if one.decision == "chosen" and one.scheduled_start is not None
    }


def started(plan: Plan, before: int | None) -> dict[str, int]:
    """What is chosen and starts before a year."""
    return {} if before is None else {key: year for key, year in chosen(plan).items() if year < before}


def drafted(plan: Plan, problem: Selection) -> Ints | None:
    """The plan's own choice as an answer, where all of it lies in the period."""
    return starts_of(problem, chosen(plan))


def starts_of(problem: Selection, portfolio: Mapping[str, int]) -> Ints | None:
    """A choice as an answer; None where a start lies outside the period."""
    starts = problem.nobody()
    for key, start in portfolio.items():
        year = start - problem.calendar.first_year
        if not 0 <= year < problem.calendar.years:
            return None
        starts[problem.row(key)] = year
    return starts


def with_portfolio(plan: Plan, portfolio: dict[str, int]) -> Plan:
    """The plan with exactly this choice: what is not in it becomes `not_chosen`."""
    innovations = [
        one.model_copy(
            update={
                "decision": "chosen" if one.id in portfolio else "not_chosen",
                "scheduled_start": portfolio.get(one.id),
            }
        )
        for one in plan.innovations or ()
    ]
    return plan.model_copy(update={"innovations": innovations})


def portfolio_of(problem: Selection, starts: Ints) -> dict[str, int]:
    first = problem.calendar.first_year
    return {key: first + year for key, year in zip(problem.keys, starts.tolist(), strict=True) if year != OUT}


def _told(
    plan: Plan, problem: Selection, answer: Answer, fixed: dict[str, int], limits: Limits, patience: float
) -> Optimum:
    if answer.state == "infeasible":
        patience = min(patience, max(1.0, limits.seconds - answer.seconds))
        rules = conflict(plan, fixed, patience, limits.stop)
        mend = cheapest_money(plan, fixed, min(10.0, patience)) if _about_money(rules) else None
        return Optimum(
            "infeasible", None, None, None, answer.seconds, answer.stopped_by, {},
            rules=tuple(rules),
            conflict=tuple(wording.said(plan, rule, fixed) for rule in rules),
            mend=wording.mending(mend) if mend else None,
            nodes=answer.nodes,
        )  # fmt: skip
    if not answer.found:
        return Optimum("unknown", None, _finite(answer.bound), None, answer.seconds, answer.stopped_by, {})
    portfolio = portfolio_of(problem, answer.starts)
    impact = value(with_portfolio(plan, portfolio))
    status: Status = "optimal" if answer.state == "optimal" else "feasible"
    return Optimum(
        status, impact.person_years.expected, _finite(max(answer.bound, impact.person_years.expected)),
        _finite(answer.gap),
        answer.seconds, answer.stopped_by, portfolio, impact, fixed=fixed, nodes=answer.nodes,
    )  # fmt: skip


def _finite(figure: float) -> float | None:
    return figure if isfinite(figure) else None


def _about_money(rules: list[Rule]) -> bool:
    return any(rule.kind == "ceiling" for rule in rules)
