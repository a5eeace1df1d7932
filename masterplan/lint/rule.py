"""What a rule of the linter is: a function over one kind of element, and the words that explain it.

Each rule is one file in `masterplan.lint.rules`; the registry, `haluan rules`, the pages in `docs/rules/` and
`/aturan/<code>/` are all made from what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from masterplan.document import Change
from masterplan.language import Words

Severity = Literal["error", "warning", "info"]
"""error: the plan cannot be right as it stands; warning: mend it or say why it is right; info: consider it."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

SEVERITY_WORDS: dict[Severity, Words] = {
    "error": Words("kesalahan", "error"),
    "warning": Words("peringatan", "warning"),
    "info": Words("saran", "suggestion"),
}

Status = Literal["stable", "preview"]
"""A preview rule may still change its mind; it is never an error."""

CODE = re.compile(r"([A-Z]{3})[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule has seen: where, in which words, and a change that mends it without changing any meaning.

    `message` is absent where the rule's title says it all; `collection` and `element` only where a rule over
    the whole plan, or over one element, finds fault with another one.
    """

    field: str | None = None
    message: Words | None = None
    fix: tuple[Change, ...] = ()
    collection: str | None = None
    element: str | None = None


Check = Callable[..., Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `about` is the collection whose elements it judges one by one; empty for the whole plan,
    `findings` for a rule over what the others found."""

    code: str
    about: str
    severity: Severity
    title: Words
    what: Words
    why: Words
    example: Words
    instead: Words
    source: str
    status: Status
    fixable: bool
    alone: bool
    check: Check

    @property
    def family(self) -> str:
        return self.code[:3]

    def matches(self, selectors: Sequence[str]) -> bool:
        """Whether a code, a family or the beginning of a code among `selectors` names this rule."""
        return self.code.startswith(tuple(selectors))

    def to_data(self, lang: str = "id") -> dict[str, Any]:
        """The line of `haluan rules --format json`."""
        return {
            "code": self.code,
            "family": self.family,
            "severity": self.severity,
            "title": self.title.say(lang),
            "why": self.why.say(lang),
            "status": self.status,
            "fixable": self.fixable,
        }


def rule(
    code: str,
    *,
    about: str = "",
    severity: Severity,
    title: Words,
    what: Words,
    why: Words,
    example: Words,
    instead: Words,
    source: str,
    status: Status = "stable",
    fixable: bool = False,
    alone: bool = False,
) -> Callable[[Check], Rule]:
    """Makes a rule of a function.

    The function is called with one element of `about` and the `Context`; with the context only where `about`
    is empty; with the `Outcome` where it is `findings`. It yields a `Found` for each fault. `alone` promises
    that it reads nothing of the plan but that element, so that its answer may be remembered while the element
    stays as it is.
    """

    def made(check: Check) -> Rule:
        words = {"title": title, "what": what, "why": why, "example": example, "instead": instead}
        return Rule(
            code,
            about,
            severity,
            **words,
            source=source,
            status=status,
            fixable=fixable,
            alone=alone,
            check=check,
        )

    return made
