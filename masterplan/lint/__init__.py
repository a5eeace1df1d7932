"""The linter: what a good mentor would say about a plan, in one sentence each, with a reason and a way out."""

from masterplan.lint.finding import Accepted, Finding
from masterplan.lint.gates import Gate, gates, profiles
from masterplan.lint.registry import FAMILIES, all_rules, by_code
from masterplan.lint.rule import SEVERITIES, SEVERITY_WORDS, Found, Rule, Severity, rule
from masterplan.lint.running import Memory, Report, lint

__all__ = [
    "FAMILIES",
    "SEVERITIES",
    "SEVERITY_WORDS",
    "Accepted",
    "Finding",
    "Found",
    "Gate",
    "Memory",
    "Report",
    "Rule",
    "Severity",
    "all_rules",
    "by_code",
    "gates",
    "lint",
    "profiles",
    "rule",
]
