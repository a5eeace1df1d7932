"""`lint` and `rules`: what a good mentor would say about a plan, and everything he may say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from masterplan.commands.telling import Refusal, Teller, read_document
from masterplan.document import load
from masterplan.document.faults import nearest, shorten
from masterplan.document.writing import canonical_value
from masterplan.language import Words

if TYPE_CHECKING:
    from masterplan.lint import Finding, Gate, Report


def lint_plan(
    tell: Teller,
    path: str,
    *,
    profile: str | None = None,
    gate: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fix: bool = False,
) -> int:
    """Prints the findings, or the safe fixes as a change set; exit 1 where some finding is an error."""
    from masterplan.lint import gates, lint, profiles

    _known("--gate", gate, gates())
    _known("--profile", profile, profiles())
    wanted, unwanted = _codes("--select", select), _codes("--ignore", ignore)
    data = read_document(path)
    report = lint(load(data), profile=profile, gate=gate, select=wanted, ignore=unwanted)
    if fix:
        tell.out(canonical_value(report.fixed(data).to_data()))
    elif tell.format == "json":
        tell.json(
            {
                "findings": [finding.to_data(tell.lang) for finding in report.findings],
                "accepted": [accepted.to_data(tell.lang) for accepted in report.accepted],
            }
        )
    else:
        tell.out("".join(line + "\n" for line in _told(report, tell.lang)))
    return 0 if report.passed else 1


def list_rules(tell: Teller) -> int:
    """Prints every rule of the linter."""
    from masterplan.lint import SEVERITY_WORDS, all_rules

    if tell.format == "json":
        tell.json({"rules": [rule.to_data(tell.lang) for rule in all_rules()]})
        return 0
    for rule in all_rules():
        severity = SEVERITY_WORDS[rule.severity].say(tell.lang)
        mark = _FIXABLE.say(tell.lang) if rule.fixable else ""
        tell.out(f"{rule.code}  {severity:<10}  {rule.title.say(tell.lang)}{mark}\n")
    return 0


def _known(option: str, name: str | None, table: Mapping[str, Gate]) -> None:
    if name is not None and name not in table:
        raise Refusal(_UNKNOWN.with_(option=option, name=shorten(name, 40), known=", ".join(table)))


def _codes(option: str, given: Sequence[str]) -> list[str]:
    """`ENB1,MSL` → beginnings of codes; a word that begins none is refused."""
    from masterplan.lint import by_code

    codes = [code.strip().upper() for text in given for code in text.split(",") if code.strip()]
    for code in codes:
        if not any(known.startswith(code) for known in by_code()):
            close = (nearest(code, [known.lower() for known in by_code()]) or "").upper()
            raise Refusal(
                (_NEAREST if close else _NO_CODE).with_(option=option, code=shorten(code, 40), close=close)
            )
    return codes


def _told(report: Report, lang: str) -> list[str]:
    from masterplan.lint import SEVERITY_WORDS

    lines = [line for finding in report.findings for line in _lines(finding, lang)]
    counts = Counter(finding.severity for finding in report.findings)
    if counts:
        said = [f"{counts[one]} {words.say(lang)}" for one, words in SEVERITY_WORDS.items() if counts[one]]
        lines.append(", ".join(said) + ".")
    else:
        lines.append(_NOTHING.say(lang))
    if report.accepted:
        lines.append(_ACCEPTED.with_(count=len(report.accepted)).say(lang))
    return lines


def _lines(finding: Finding, lang: str) -> list[str]:
    from masterplan.lint import SEVERITY_WORDS

    place = ".".join(part for part in (finding.element, finding.field) if part) or _PLAN.say(lang)
    mark = _FIXABLE.say(lang) if finding.fix else ""
    severity = SEVERITY_WORDS[finding.severity].say(lang)
    return [
        f"{place}: {finding.code} ({severity}) {finding.message.say(lang)}{mark}",
        f"    {finding.rule.why.say(lang)}",
    ]


_PLAN = Words("rencana", "plan")
_FIXABLE = Words(" [dapat diperbaiki: --fix]", " [can be mended: --fix]")
_NOTHING = Words("Tidak ada temuan.", "No findings.")
_ACCEPTED = Words("{count} temuan diterima dengan alasan.", "{count} findings are accepted with a reason.")
_UNKNOWN = Words(
    '{option} "{name}" tidak dikenal; pilih salah satu: {known}',
    '{option} "{name}" is not known; choose one of: {known}',
)
_NO_CODE = Words(
    '{option}: tidak ada aturan dengan kode "{code}"; lihat "haluan rules"',
    '{option}: no rule has the code "{code}"; see "haluan rules"',
)
_NEAREST = Words(
    '{option}: tidak ada aturan dengan kode "{code}"; mungkin maksudnya {close}',
    '{option}: no rule has the code "{code}"; did you mean {close}',
)
