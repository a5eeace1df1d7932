"""What the linter says about one place of a plan, and who has answered for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from masterplan.document import Change
from masterplan.document.types import Acceptance
from masterplan.language import Words
from masterplan.lint.rule import Found, Rule, Severity

if TYPE_CHECKING:
    from masterplan.lint.context import Context
    from masterplan.lint.gates import Gate


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's fault with one place of the plan. `element` is None for the whole plan."""

    rule: Rule
    severity: Severity
    collection: str | None
    element: str | None
    field: str | None
    message: Words
    fix: tuple[Change, ...] = ()

    @property
    def code(self) -> str:
        return self.rule.code

    def to_data(self, lang: str = "id") -> dict[str, Any]:
        """The finding as in `haluan lint --format json`; `fix` is absent where there is none."""
        data: dict[str, Any] = {
            "code": self.code,
            "severity": self.severity,
            "element": self.element,
            "field": self.field,
            "message": self.message.say(lang),
            "why": self.rule.why.say(lang),
        }
        return {**data, "fix": [change.to_data() for change in self.fix]} if self.fix else data


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that somebody has answered for, with the reason."""

    finding: Finding
    acceptance: Acceptance

    def to_data(self, lang: str = "id") -> dict[str, Any]:
        data = self.finding.to_data(lang)
        return {**data, "acceptance": self.acceptance.id, "reason": self.acceptance.reason}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What rules about the findings themselves look at: everything found, and what of it still stands."""

    context: Context
    asked: frozenset[str]  # codes of the rules that were asked
    found: Sequence[Finding]
    standing: Sequence[Finding]
    gates: Sequence[Gate]


def finding(rule: Rule, found: Found, collection: str | None = None, element: str | None = None) -> Finding:
    """The finding of a rule that looked at this element, or at one that the rule itself names."""
    if found.collection is not None:
        collection, element = found.collection, found.element
    message = found.message or rule.title
    return Finding(rule, rule.severity, collection, element, found.field, message, found.fix)


def answers(acceptance: Acceptance, finding: Finding) -> bool:
    """Whether this acceptance is about this finding."""
    return (
        acceptance.code == finding.code
        and acceptance.element == finding.element
        and acceptance.field in (None, finding.field)
    )


def answered(
    findings: Iterable[Finding], acceptances: Sequence[Acceptance], gates: Sequence[Gate]
) -> tuple[list[Finding], list[Accepted]]:
    """What stands, and what is accepted with a reason; a gate may forbid the acceptance of some rules."""
    standing: list[Finding] = []
    accepted: list[Accepted] = []
    for one in findings:
        answer = next((acceptance for acceptance in acceptances if answers(acceptance, one)), None)
        if answer is None or any(gate.forbids(one.code) for gate in gates):
            standing.append(one)
        else:
            accepted.append(Accepted(one, answer))
    return standing, accepted


def seen_through(findings: Iterable[Finding], gates: Sequence[Gate]) -> list[Finding]:
    """The findings with the severity they have at these gates."""
    seen = list(findings)
    for gate in gates:
        seen = [replace(one, severity=gate.severity(one.code, one.severity)) for one in seen]
    return seen
