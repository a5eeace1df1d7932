"""What `haluan optimise` prints beside the choice: frontier, reasons and robustness, as data and as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from masterplan.impact.optimiser import telling
from masterplan.impact.optimiser.again import case
from masterplan.impact.optimiser.fairness import fairness
from masterplan.impact.optimiser.frontier import Frontier, frontier
from masterplan.impact.optimiser.learning import halved, measurements
from masterplan.impact.optimiser.robustness import robustness
from masterplan.impact.optimiser.selection import selection
from masterplan.impact.optimiser.sensitivity import sensitivity
from masterplan.impact.optimiser.solving import Answer, Limits
from masterplan.impact.optimiser.why import why
from masterplan.impact.places import by_group
from masterplan.language import Words, in_both, percent, rounded

if TYPE_CHECKING:
    from masterplan.document.types import Plan
    from masterplan.impact.optimiser.optimise import Optimum
    from masterplan.impact.optimiser.selection import Selection

Stop = Callable[[], bool]


def frontier_data(plan: Plan, optimum: Optimum, wanted: Any, stop: Stop, lang: str) -> dict[str, Any]:
    problem, best = asked(plan, optimum)
    return frontier_points(frontier(problem, known=best, stop=stop))


def frontier_points(found: Frontier | None) -> dict[str, Any]:
    """None: interrupted before any point was known."""
    if found is None:
        return {"points": [], "knee": None, "next_billion": None}
    return {
        "points": [
            {
                "factor": one.factor,
                "money": one.money,
                "value": one.value,
                "bound": one.bound,
                "state": one.state,
            }
            for one in found.points
        ],
        "knee": found.knee,
        "next_billion": list(found.billion) if found.billion else None,
    }


def why_data(plan: Plan, optimum: Optimum, wanted: Any, stop: Stop, lang: str) -> list[dict[str, Any]]:
    problem, best = asked(plan, optimum)
    return [
        {
            "innovation": one.innovation,
            "chosen": one.chosen,
            "change": list(one.change) if one.change else None,
            "certain": one.certain,
            "state": one.state,
            "instead": telling.difference_data(one.instead) if one.instead else None,
        }
        for one in why(problem, best, stop=stop)
    ]


def robust_data(plan: Plan, optimum: Optimum, wanted: Any, stop: Stop, lang: str) -> dict[str, Any]:
    problem, best = asked(plan, optimum)
    found = robustness(plan, problem, best, int(wanted), stop=stop)
    return {
        "scenarios": found.scenarios,
        "impossible": found.impossible,
        "stays": dict(zip(problem.keys, found.stays.tolist(), strict=True)),
        "mean": found.mean,
        "value_at_risk": found.at_risk if found.values.size else None,
        "regret": found.regret if found.values.size else None,
        "affordable": found.held,
        "best_on_average": {
            "mean": found.average_mean,
            "price": found.price,
            "portfolio": [
                {"innovation": key, "start": problem.calendar.first_year + year}
                for key, year in zip(problem.keys, found.average.tolist(), strict=True)
                if year >= 0
            ],
        },
        "seconds": round(found.seconds, 3),
    }


def asked(plan: Plan, optimum: Optimum) -> tuple[Selection, Answer]:
    """The problem and its answer again, as arrays, for questions about them. Without a bound yet, all that
    could be relieved at all is one."""
    problem = selection(plan, optimum.fixed)
    starts = problem.nobody()
    for key, year in optimum.portfolio.items():
        starts[problem.row(key)] = year - problem.calendar.first_year
    value = optimum.value or 0.0
    everything = float(problem.reliefs.weight.sum() * problem.calendar.discount.sum())
    bound = everything if optimum.bound is None else optimum.bound
    return problem, Answer(
        "feasible", optimum.stopped_by, starts, value, bound, optimum.gap or 0.0, optimum.seconds
    )


def fair_data(plan: Plan, optimum: Optimum, wanted: Any, stop: Stop, lang: str) -> dict[str, Any]:
    problem, best = asked(plan, optimum)
    groups = by_group(plan, optimum.impact) if optimum.impact is not None else {}
    return telling.fair_data(fairness(plan, problem, best, stop=stop), groups)


def evidence_data(plan: Plan, optimum: Optimum, wanted: Any, stop: Stop, lang: str) -> dict[str, Any]:
    problem, best = asked(plan, optimum)
    shares = optimum.impact.evidence_shares() if optimum.impact is not None else {}
    limits = Limits(gap=2e-3, seconds=10.0, steps=100, stop=stop)
    half = case(halved(problem), best.starts, limits)
    return telling.evidence_data(shares, half, measurements(plan, problem, best, stop=stop))


def sensitivity_data(
    plan: Plan, optimum: Optimum, wanted: Any, stop: Stop, lang: str
) -> list[dict[str, Any]]:
    problem, best = asked(plan, optimum)
    return telling.sensitivity_data(sensitivity(plan, problem, best, stop=stop))


def text(more: dict[str, Any], lang: str) -> str:
    """For people: two or three significant digits, ranges, and no sign where none is known."""
    lines: list[Words] = []
    if "frontier" in more:
        lines.append(_FRONTIER)
        lines += [_point(point) for point in more["frontier"]["points"]]
        if more["frontier"]["knee"] is not None:
            lines.append(_KNEE.with_(factor=in_both(lambda to: percent(more["frontier"]["knee"], to))))
        if more["frontier"]["next_billion"] is not None:
            low, high = more["frontier"]["next_billion"]
            lines.append(_BILLION.with_(low=_years(low), high=_years(high)))
    if "explain" in more:
        lines.append(_WHY)
        lines += [_reason(one) for one in more["explain"]]
    if "robust" in more:
        lines += _robust(more["robust"])
    lines += telling.lines(more)
    return "".join(line.say(lang) + "\n" for line in lines)


def _point(point: dict[str, Any]) -> Words:
    factor = in_both(lambda to: percent(point["factor"], to))
    if point["value"] is None:
        return (_NO_POINT if point["state"] == "infeasible" else _NOT_YET).with_(factor=factor)
    return _POINT.with_(factor=factor, value=_years(point["value"]))


def _reason(one: dict[str, Any]) -> Words:
    if one["state"] == "unknown":
        return _NOT_KNOWN.with_(key=one["innovation"])
    if one["change"] is None:
        return (_MUST if one["chosen"] else _CANNOT).with_(key=one["innovation"])
    low, high = one["change"]
    words = (_IN if one["chosen"] else _OUT) if one["certain"] else _EVEN
    instead = one["instead"]
    other = instead["enters"] if one["chosen"] else instead["leaves"]
    return words.with_(
        key=one["innovation"],
        low=_years(-high), high=_years(-low),
        instead=_INSTEAD.with_(names=", ".join(other)) if other else Words("", ""),
    )  # fmt: skip


def _robust(found: dict[str, Any]) -> list[Words]:
    if found["value_at_risk"] is None:
        return [_NONE_POSSIBLE.with_(count=found["scenarios"])] if found["scenarios"] else []
    stays = sorted(found["stays"].items(), key=lambda item: -item[1])
    often = in_both(
        lambda to: ", ".join(f"{key} {percent(share, to)}" for key, share in stays if share >= 0.05)
    )
    return [
        _ROBUST.with_(
            count=found["scenarios"], mean=_years(found["mean"]), risk=_years(found["value_at_risk"]),
            regret=_years(found["regret"]), held=in_both(lambda to: percent(found["affordable"], to)),
        ),
        _STAYS.with_(names=often),
    ]  # fmt: skip


def _years(value: float) -> Words:
    return in_both(lambda lang: rounded(value, lang))


_FRONTIER = Words("Manfaat terbaik menurut anggaran:", "The best impact by budget:")
_POINT = Words("  {factor}: {value} orang-tahun", "  {factor}: {value} person-years")
_NO_POINT = Words(
    "  {factor}: tidak ada pilihan yang menepati aturan", "  {factor}: no choice keeps the rules"
)
_NOT_YET = Words("  {factor}: belum ditemukan dalam batas waktu", "  {factor}: none found within the time")
_KNEE = Words(
    "Sesudah {factor} anggaran, tambahannya makin kecil.", "Beyond {factor} of the budget more brings less."
)
_BILLION = Words(
    "Satu miliar rupiah berikutnya membawa antara {low} dan {high} orang-tahun.",
    "The next billion rupiah brings between {low} and {high} person-years.",
)
_WHY = Words("Mengapa masuk, mengapa tidak:", "Why in, why out:")
_IN = Words(
    "  {key} masuk: tanpanya hilang {low} sampai {high} orang-tahun{instead}.",
    "  {key} is in: without it {low} to {high} person-years are lost{instead}.",
)
_OUT = Words(
    "  {key} tidak masuk: memaksanya menghilangkan {low} sampai {high} orang-tahun{instead}.",
    "  {key} is out: forcing it in loses {low} to {high} person-years{instead}.",
)
_EVEN = Words(
    "  {key}: masuk atau tidak hampir sama, paling banyak {high} orang-tahun.",
    "  {key}: in or out is nearly the same, at most {high} person-years.",
)
_MUST = Words("  {key} masuk: tanpanya tidak ada pilihan.", "  {key} is in: without it there is no choice.")
_NOT_KNOWN = Words("  {key}: belum diketahui dalam batas waktu", "  {key}: not known within the time")
_CANNOT = Words("  {key} tidak dapat dipilih.", "  {key} cannot be chosen.")
_INSTEAD = Words("; gantinya {names}", "; instead {names}")
_ROBUST = Words(
    "Pada {count} skenario: rata-rata {mean}, satu dari dua puluh di bawah {risk}, sesal rata-rata {regret}"
    " orang-tahun; utuh terbayar pada {held}.",
    "In {count} scenarios: mean {mean}, one in twenty below {risk}, mean regret {regret} person-years;"
    " affordable whole in {held}.",
)
_NONE_POSSIBLE = Words(
    "Pada {count} skenario tidak ada pilihan yang menepati aturan.",
    "In {count} scenarios no choice keeps the rules.",
)
_STAYS = Words("Tetap terpilih: {names}.", "Stays in: {names}.")
