"""The linter: what a good mentor would say about a plan, in one sentence each, with a reason and a way out."""

from masterplan.lint.context import Context
from masterplan.lint.finding import Accepted, Finding
from masterplan.lint.gates import Gate, gates, profiles
from masterplan.lint.registry import FAMILIES, all_rules, by_code
from masterplan.lint.rule import SEVERITIES, SEVERITY_WORDS, Found, Rule, Severity, rule
from masterplan.lint.running import Judged, Memory, Report, judge, lint

__all__ = [
    "FAMILIES",
    "SEVERITIES",
    "SEVERITY_WORDS",
    "Accepted",
    "Context",
    "Finding",
    "Found",
    "Gate",
    "Judged",
    "Memory",
    "Report",
    "Rule",
    "Severity",
    "all_rules",
    "by_code",
    "gates",
    "judge",
    "lint",
    "profiles",
    "rule",
]
