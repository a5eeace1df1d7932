"""`optimise`: the best choice of innovations the plan's money and rules allow."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from masterplan.commands.beside import Beside, demand_limits
from masterplan.commands.telling import Refusal, Teller, read_document
from masterplan.document import load
from masterplan.impact import ImpactError
from masterplan.language import Words, in_both, percent, rounded, rupiah_short

if TYPE_CHECKING:
    from masterplan.document.types import Plan
    from masterplan.impact.optimiser.optimise import Optimum
    from masterplan.impact.optimiser.solving import Progress


def optimise_plan(tell: Teller, options: Namespace) -> int:
    """Prints the best choice; 1 where there is none (yet), 130 where interrupted, with the best so far."""
    if options.fix_started and options.as_of is None:
        raise Refusal(_AS_OF)
    demand_limits(options)
    if options.robust is not None and not 1 <= options.robust <= MOST_SCENARIOS:
        raise Refusal(_SCENARIOS.with_(most=MOST_SCENARIOS))
    plan = load(read_document(options.file))
    try:
        work = _Work(tell, plan, options)
        optimum = work.run()
    except ImpactError as error:
        raise Refusal(error.words) from None
    data = optimum.to_data(tell.lang) | work.more
    if tell.format == "json":
        tell.json(data)
    else:
        tell.out(_summary(plan, optimum, work.more, tell.lang))
    work.beside.leave_if_interrupted()
    return 0 if optimum.status in ("optimal", "feasible") else 1


class _Work:
    def __init__(self, tell: Teller, plan: Plan, options: Namespace) -> None:
        self.tell, self.plan, self.options = tell, plan, options
        self.beside = Beside()
        self.last: Progress | None = None
        self.result: Optimum | None = None
        self.more: dict[str, Any] = {}

    def run(self) -> Optimum:
        return self.beside.run(self._work) or self.result or self._so_far()

    def _work(self) -> Optimum:
        from masterplan.impact.optimiser.optimise import optimise
        from masterplan.impact.optimiser.solving import PROOF

        options = self.options
        self.result = optimise(
            self.plan,
            gap=PROOF if options.gap is None else options.gap,
            seconds=float("inf") if options.time_limit is None else options.time_limit,
            started_before=options.as_of if options.fix_started else None,
            told=self._hear,
            stop=self.beside.stopped,
        )
        if self.result.value is not None:
            self._more(self.result)
        return self.result

    def _more(self, optimum: Optimum) -> None:
        from masterplan.impact.optimiser import report

        asked = (
            ("frontier", self.options.frontier, report.frontier_data),
            ("explain", self.options.explain, report.why_data),
            ("robust", self.options.robust, report.robust_data),
            ("fair", self.options.fair, report.fair_data),
            ("evidence", self.options.evidence, report.evidence_data),
            ("sensitivity", self.options.sensitivity, report.sensitivity_data),
        )
        for name, wanted, answer in asked:
            if wanted and not self.beside.interrupted:
                self.more[name] = answer(self.plan, optimum, wanted, self.beside.stopped, self.tell.lang)

    def _hear(self, progress: Progress) -> None:
        self.last = progress
        if self.tell.format == "text" and sys.stderr is not None and sys.stderr.isatty():
            lang = self.tell.lang
            value = "–" if progress.value is None else rounded(progress.value, lang)
            words = _PROGRESS.with_(
                seconds=f"{progress.seconds:.0f}",
                value=value,
                gap="–" if progress.value is None else percent(min(progress.gap, 9.99), lang, 2),
            )
            sys.stderr.write("\r" + words.say(lang) + "\x1b[K")

    def _so_far(self) -> Optimum:
        from masterplan.impact.optimiser.optimise import of_progress

        return of_progress(self.plan, self.last)


def _summary(plan: Plan, optimum: Optimum, more: dict[str, Any], lang: str) -> str:
    lines: list[Words] = []
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    if optimum.status == "infeasible":
        lines.append(_INFEASIBLE)
        lines += [_ITEM.with_(what=words) for words in optimum.conflict]
        if optimum.mend is not None:
            lines.append(optimum.mend)
        return "".join(line.say(lang) + "\n" for line in lines)
    if optimum.value is None:
        return _UNKNOWN.say(lang) + "\n"
    head = _OPTIMAL if optimum.status == "optimal" else _UNPROVEN if optimum.gap is None else _FEASIBLE
    lines.append(
        head.with_(
            value=in_both(lambda to: rounded(optimum.value or 0, to)),
            gap=in_both(lambda to: percent(optimum.gap or 0, to, 2)),
            count=len(optimum.portfolio),
            seconds=f"{optimum.seconds:.1f}",
        )
    )
    if optimum.impact is not None:
        lines += [
            _YEAR.with_(year=year, money=in_both(lambda to, amount=amount: rupiah_short(amount, to)))
            for year, amount in optimum.impact.spending.items()
            if amount
        ]
    titles = {one.id: one.title for one in plan.innovations or ()}
    for start in sorted(set(optimum.portfolio.values())):
        lines.append(_START.with_(year=start))
        lines += [
            _ITEM.with_(what=f"{key} {titles[key]}")
            for key, year in optimum.portfolio.items()
            if year == start
        ]
    text = "".join(line.say(lang) + "\n" for line in lines)
    if more:
        from masterplan.impact.optimiser import report

        text += report.text(more, lang)
    return text


MOST_SCENARIOS = 10_000
_AS_OF = Words("--fix-started perlu --as-of TAHUN", "--fix-started needs --as-of YEAR")
_SCENARIOS = Words("--robust harus antara 1 dan {most}", "--robust must lie between 1 and {most}")
_PROGRESS = Words(
    "{seconds} detik: {value} orang-tahun, selisih dari batas {gap}",
    "{seconds} seconds: {value} person-years, {gap} below the bound",
)
_OPTIMAL = Words(
    "Terbaik, terbukti (selisih {gap}): {value} orang-tahun dari {count} inovasi; {seconds} detik.",
    "Best, proven (gap {gap}): {value} person-years from {count} innovations; {seconds} seconds.",
)
_FEASIBLE = Words(
    "Pilihan baik, paling banyak {gap} di bawah yang terbaik: {value} orang-tahun dari {count} inovasi;"
    " {seconds} detik.",
    "A good choice, at most {gap} below the best: {value} person-years from {count} innovations;"
    " {seconds} seconds.",
)
_UNPROVEN = Words(
    "Pilihan yang menepati aturan, belum terbukti seberapa dekat dengan yang terbaik: {value} orang-tahun dari"
    " {count} inovasi; {seconds} detik.",
    "A choice that keeps the rules, not proven how near the best: {value} person-years from {count}"
    " innovations; {seconds} seconds.",
)
_INFEASIBLE = Words("Tidak ada pilihan yang menepati semua aturan. Yang tidak dapat bersama-sama:",
    "No choice keeps every rule. These cannot hold together:")  # fmt: skip
_UNKNOWN = Words(
    "Belum ada pilihan yang ditemukan dalam batas waktu; beri waktu lebih (--time-limit).",
    "No choice found yet within the time limit; give it more (--time-limit).",
)
_YEAR = Words("Belanja {year}: {money}.", "Spending {year}: {money}.")
_START = Words("Mulai {year}:", "Start in {year}:")
_ITEM = Words("  {what}", "  {what}")
