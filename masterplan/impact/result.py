"""What `value` answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from masterplan.impact.rules import Broken
    from masterplan.impact.unknown import Remark


class Estimate(NamedTuple):
    """Person-years: as expected, and with all shares at their lowest and at their highest."""

    expected: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Impact:
    """The judgement of what is `chosen` and has a `scheduled_start`.

    Person-years are discounted and, unless called unweighted, weighted by equity. `potential` counts all
    that is not `not_chosen`, without money and rules. `per_innovation` is V − V without it, from its least
    (its own share at the lowest, all others at the highest) to its most; these do not add up to V.
    `evidence`, by grade, does.

    Money is rupiah of the price year: `spending` by year; `spending_by_source` by source and year, where
    None holds enablers and whatever has no source; `ceilings` by source (None: all together) and year, with
    what was carried over from earlier years, None where unlimited.

    What `unknown` names counts as zero; what `ignored` names (money and ceilings outside the period, years
    without a ceiling) is left out of the count.
    """

    person_years: Estimate
    unweighted_person_years: Estimate
    potential: Estimate
    per_problem: dict[str, Estimate]
    unweighted_per_problem: dict[str, Estimate]
    per_innovation: dict[str, Estimate]
    spending: dict[int, float]
    spending_by_source: dict[str | None, dict[int, float]]
    ceilings: dict[str | None, dict[int, float | None]]
    broken: tuple[Broken, ...]
    evidence: dict[str, float]
    unknown: tuple[Remark, ...]
    ignored: tuple[Remark, ...]

    def evidence_shares(self) -> dict[str, float]:
        """The share of V that rests on each grade; all zero where V is."""
        total = sum(self.evidence.values())
        return {grade: amount / total if total else 0.0 for grade, amount in self.evidence.items()}

    def to_data(self, lang: str = "id") -> dict[str, Any]:
        """What `haluan value --format json` prints, its sentences in the asked language."""
        return {
            "person_years": self.person_years.expected,
            "unweighted_person_years": self.unweighted_person_years.expected,
            "potential": self.potential.expected,
            "per_problem": {key: estimate.expected for key, estimate in self.per_problem.items()},
            "per_innovation": {key: estimate.expected for key, estimate in self.per_innovation.items()},
            "spending": {str(year): amount for year, amount in self.spending.items()},
            "broken": [broken.words.say(lang) for broken in self.broken],
            "evidence": self.evidence_shares(),
            "unknown": [remark.to_data(lang) for remark in (*self.unknown, *self.ignored)],
        }
