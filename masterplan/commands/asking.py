"""`explain` and `frontier`: where one figure comes from, and what more or less money would bring."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from masterplan.commands.beside import Beside, demand_limits
from masterplan.commands.telling import Refusal, Teller, read_document
from masterplan.document import load
from masterplan.impact import ImpactError, explain
from masterplan.impact.rules import needed_by
from masterplan.language import Words, percent, rounded

if TYPE_CHECKING:
    from masterplan.document.types import Plan
    from masterplan.impact import Explanation

TURNING_GAP = 1e-3
FRONTIER_GAP = 5e-3
SECONDS = 60.0


def explain_innovation(tell: Teller, options: Namespace) -> int:
    """Prints the calculation of one innovation; with `--turn` what would turn the optimiser's answer, and 1
    where there is no answer to turn."""
    demand_limits(options)
    plan = load(read_document(options.file))
    beside = Beside()
    try:
        found = explain(plan, options.innovation)
        turned = beside.run(lambda: _turned(plan, options, beside)) if options.turn else None
    except ImpactError as error:
        raise Refusal(error.words) from None
    if tell.format == "json":
        tell.json(_data(found, tell.lang) | ({"turn": turned} if options.turn else {}))
    else:
        tell.out(_text(plan, found, tell.lang))
        if options.turn:
            tell.out("".join(line.say(tell.lang) + "\n" for line in _turned_text(turned)))
    beside.leave_if_interrupted()
    return 1 if options.turn and turned is None else 0


def frontier_of(tell: Teller, options: Namespace) -> int:
    """Prints the best value at ten budgets; 1 where none of them has a choice."""
    from masterplan.impact.optimiser.frontier import frontier
    from masterplan.impact.optimiser.report import frontier_points, text
    from masterplan.impact.optimiser.selection import selection

    demand_limits(options)
    plan, beside = load(read_document(options.file)), Beside()
    gap = FRONTIER_GAP if options.gap is None else options.gap
    seconds = SECONDS if options.time_limit is None else options.time_limit
    try:
        found = beside.run(lambda: frontier(selection(plan), gap=gap, seconds=seconds, stop=beside.stopped))
    except ImpactError as error:
        raise Refusal(error.words) from None
    data = frontier_points(found)
    if tell.format == "json":
        tell.json(data)
    else:
        tell.out(text({"frontier": data}, tell.lang))
    beside.leave_if_interrupted()
    return 0 if any(point["value"] is not None for point in data["points"]) else 1


def _turned(plan: Plan, options: Namespace, beside: Beside) -> dict[str, Any] | None:
    from masterplan.impact.optimiser.optimise import optimise
    from masterplan.impact.optimiser.report import asked
    from masterplan.impact.optimiser.why import turning

    gap = TURNING_GAP if options.gap is None else options.gap
    seconds = SECONDS if options.time_limit is None else options.time_limit
    optimum = optimise(plan, gap=gap, seconds=seconds, stop=beside.stopped)
    if optimum.value is None or beside.interrupted:
        return None
    problem, best = asked(plan, optimum)
    found: dict[str, Any] = {
        "chosen": options.innovation in optimum.portfolio,
        "gap": optimum.gap,
        "needed_by": needed_by(plan, optimum.portfolio, options.innovation),
    }
    for what in ("cost", "share"):
        turn = turning(problem, best, options.innovation, what, gap=gap, stop=beside.stopped)
        found[what] = turn.factor
    return None if beside.interrupted else found


def _data(found: Explanation, lang: str) -> dict[str, Any]:
    return {
        "innovation": found.innovation,
        "start": found.start,
        "works": found.works,
        "alone": found.alone._asdict(),
        "added": found.added,
        "lines": [
            {
                "problem": line.problem,
                "felt": [line.felt[0], line.felt[-1]] if line.felt else None,
                "years": line.years,
                "alone": line.alone._asdict(),
                "added": line.added,
                "words": line.words.say(lang),
            }
            for line in found.lines
        ],
    }


def _text(plan: Plan, found: Explanation, lang: str) -> str:
    title = next(one.title for one in plan.innovations or () if one.id == found.innovation)
    lines = [_HEAD.with_(key=found.innovation, title=title, start=found.start, works=found.works)]
    lines += [_LINE.with_(words=line.words) for line in found.lines]
    alone = found.alone
    lines.append(
        _SUM.with_(
            alone=_figure(alone.expected),
            low=_figure(alone.low),
            high=_figure(alone.high),
            added=_figure(found.added),
        )
        if found.lines
        else _NOTHING
    )
    return "".join(line.say(lang) + "\n" for line in lines)


def _turned_text(turned: dict[str, Any] | None) -> list[Words]:
    if turned is None:
        return [_NO_ANSWER]
    gap = turned["gap"]
    near = Words(*(f"{percent(gap, lang, 2)}" if gap is not None else "?" for lang in ("id", "en")))
    told = [(_IS_IN if turned["chosen"] else _IS_OUT).with_(gap=near)]
    if turned["needed_by"]:
        told.append(_LEANS.with_(names=", ".join(turned["needed_by"])))
    for what, words in (("cost", _COST), ("share", _SHARE)):
        factor = turned[what]
        told.append(
            _NEVER.with_(what=words) if factor is None else _TURNS.with_(what=words, factor=_percent(factor))
        )
    return told


def _figure(value: float) -> Words:
    return Words(rounded(value, "id"), rounded(value, "en"))


def _percent(factor: float) -> Words:
    return Words(percent(factor, "id"), percent(factor, "en"))


_HEAD = Words(
    "{key} {title}: mulai {start}, berjalan {works}.", "{key} {title}: starts {start}, works {works}."
)
_LINE = Words("  {words}", "  {words}")
_SUM = Words(
    "Sendirian {alone} orang-tahun (antara {low} dan {high}); di samping yang terpilih menambah {added}.",
    "Alone {alone} person-years (between {low} and {high}); beside what is chosen it adds {added}.",
)
_NOTHING = Words("Tidak menyebut masalah apa pun, jadi nol.", "It addresses no problem, so zero.")
_NO_ANSWER = Words(
    "Belum ada pilihan terbaik untuk dibandingkan; lihat haluan optimise.",
    "There is no best choice to compare with yet; see haluan optimise.",
)
_IS_IN = Words(
    "Dalam pilihan terbaik ia masuk (terbukti sampai {gap}).",
    "In the best choice it is in (proven to {gap}).",
)
_IS_OUT = Words(
    "Dalam pilihan terbaik ia tidak masuk (terbukti sampai {gap}).",
    "In the best choice it is out (proven to {gap}).",
)
_LEANS = Words("  Terpilih juga, dan memerlukannya: {names}.", "  Chosen too, and waiting for it: {names}.")
_COST = Words("biayanya", "its costs")
_SHARE = Words("bagian terbantunya", "its shares")
_TURNS = Words(
    "  Berbalik bila {what} menjadi sekitar {factor} dari sekarang.",
    "  It turns when {what} become about {factor} of today's.",
)
_NEVER = Words(
    "  Tidak berbalik oleh {what} saja, dalam batas yang dicoba.",
    "  It does not turn by {what} alone, within the limits tried.",
)
