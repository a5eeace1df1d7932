"""`lint`: every rule over a plan, what is accepted taken out, in the order people mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from masterplan.document import Change, ChangeSet, ConflictError, Data, apply, diff
from masterplan.document.types import Plan
from masterplan.lint.context import Context
from masterplan.lint.finding import Accepted, Finding, Outcome, answered, finding, seen_through
from masterplan.lint.gates import Gate, gates, profiles
from masterplan.lint.registry import all_rules
from masterplan.lint.rule import SEVERITIES, Found, Rule, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """What the linter says: errors first, then in the order of the document."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]

    def count(self, severity: Severity) -> int:
        return sum(one.severity == severity for one in self.findings)

    @property
    def passed(self) -> bool:
        """Nothing of severity error: with a gate, the gate is open."""
        return not self.count("error")

    def fixed(self, data: Data) -> ChangeSet:
        """All safe fixes together as one change set against the document the report was made from."""
        result = data
        for one in self.findings:
            if one.fix:
                result = _fixed(result, one.fix)
        return diff(data, result)


def _fixed(data: Data, fix: tuple[Change, ...]) -> Data:
    """With this fix; as it was where an earlier one has already changed the same place."""
    try:
        return apply(data, ChangeSet("", fix))
    except ConflictError:
        return data


@dataclass
class Memory:
    """What was found in elements that are still the same objects: only what changed is judged again."""

    seen: dict[tuple[str, str], tuple[Any, tuple[Found, ...]]] = field(default_factory=dict)

    def recall(self, rule: Rule, key: str, element: Any, context: Context) -> tuple[Found, ...]:
        """The rule's answer about this element, asked anew only where the element is another object (see `load`)."""
        known = self.seen.get((rule.code, key))
        if known is None or known[0] is not element:
            known = self.seen[rule.code, key] = (element, tuple(rule.check(element, context)))
        return known[1]


@dataclass(frozen=True)
class Judged:
    """A plan and everything its rules found: asked once, read through any gate or profile."""

    context: Context
    rules: tuple[Rule, ...]
    found: tuple[Finding, ...]

    def report(self, gate: Gate | None = None, profile: Gate | None = None) -> Report:
        """What stands when the plan is read through a gate, a profile, both or neither."""
        chosen = [one for one in (profile, gate) if one is not None]
        asked = [rule for rule in self.rules if all(one.asks(rule.code) for one in chosen)]
        codes = frozenset(rule.code for rule in asked)
        found = seen_through((one for one in self.found if one.code in codes), chosen)
        standing, accepted = answered(found, self.context.plan.acceptances or (), chosen)
        outcome = Outcome(self.context, codes, found, standing, chosen)
        of_findings = [rule for rule in asked if rule.about == "findings"]
        after = [finding(rule, one) for rule in of_findings for one in rule.check(outcome)]
        return Report(tuple(_in_order([*standing, *after], self.context)), tuple(accepted))


def judge(plan: Plan, rules: Sequence[Rule] | None = None, memory: Memory | None = None) -> Judged:
    """Asks every rule, or these. With a `memory`, rules that look at one element alone are asked again only
    where it has changed."""
    asked = all_rules() if rules is None else tuple(rules)
    context = Context(plan)
    of_plan = [rule for rule in asked if rule.about != "findings"]
    found = tuple([one for rule in of_plan for one in _judged(rule, context, memory)])
    return Judged(context, asked, found)


def lint(
    plan: Plan,
    *,
    profile: str | None = None,
    gate: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    memory: Memory | None = None,
) -> Report:
    """Judges a plan by every rule, or by those of a gate or a profile, or of the selected codes.

    `select` and `ignore` hold codes or their beginnings (`ENB`, `ENB1`, `ENB101`). Raises `KeyError` for a
    gate or profile that does not exist.
    """
    through = gates()[gate] if gate is not None else None
    eyes = profiles()[profile] if profile is not None else None
    rules = [
        rule
        for rule in all_rules()
        if (not select or rule.matches(select))
        and not (ignore and rule.matches(ignore))
        and all(one.asks(rule.code) for one in (through, eyes) if one is not None)
    ]
    return judge(plan, rules, memory).report(through, eyes)


def _judged(rule: Rule, context: Context, memory: Memory | None) -> Iterator[Finding]:
    if not rule.about:
        yield from (finding(rule, found) for found in rule.check(context))
        return
    elements = getattr(context.plan, rule.about) or ()
    recall = memory.recall if memory is not None and rule.alone else None
    check = rule.check
    for key, element in zip(context.keys(rule.about), elements, strict=True):
        founds = recall(rule, key, element, context) if recall else check(element, context)
        for found in founds:
            yield finding(rule, found, rule.about, key)


def _in_order(findings: list[Finding], context: Context) -> list[Finding]:
    def order(one: Finding) -> tuple[int, tuple[int, int], str, str]:
        where = context.place.get((one.collection or "", one.element or ""), (-1, 0))
        return SEVERITIES.index(one.severity), where, one.code, one.field or ""

    return sorted(findings, key=order)
