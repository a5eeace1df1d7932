"""The page of each rule as Markdown, and all of them into a folder: `python -m masterplan.lint.pages docs/rules`."""

from __future__ import annotations

import sys
from pathlib import Path

from masterplan.language import Words
from masterplan.lint.registry import FAMILIES, all_rules
from masterplan.lint.rule import SEVERITY_WORDS, Rule

HEADINGS: tuple[tuple[str, Words], ...] = (
    ("what", Words("Yang dilihat", "What it looks at")),
    ("why", Words("Mengapa", "Why")),
    ("example", Words("Contoh", "Example")),
    ("instead", Words("Sebaiknya", "Use instead")),
)
"""The parts of a rule's page in their order: attribute of the rule and heading."""

STATUS_WORDS = {"stable": Words("tetap", "stable"), "preview": Words("percobaan", "preview")}


def page(rule: Rule, lang: str) -> str:
    """One rule as Markdown."""
    parts = [f"# {rule.code} · {rule.title.say(lang)}", _line(rule, lang)]
    parts += [f"## {heading.say(lang)}\n\n{getattr(rule, part).say(lang)}" for part, heading in HEADINGS]
    parts.append(f"## {Words('Sumber', 'Source').say(lang)}\n\n{rule.source}")
    return "\n\n".join(parts) + "\n"


def _line(rule: Rule, lang: str) -> str:
    said = [
        FAMILIES[rule.family].say(lang),
        SEVERITY_WORDS[rule.severity].say(lang),
        STATUS_WORDS[rule.status].say(lang),
    ]
    if rule.fixable:
        said.append(Words("dapat diperbaiki dengan --fix", "mended by --fix").say(lang))
    return " · ".join(said)


def index(lang: str) -> str:
    """The list of all rules by family as Markdown."""
    parts = [f"# {Words('Aturan pemeriksa rencana', 'Rules of the plan linter').say(lang)}"]
    for family, name in FAMILIES.items():
        rows = [
            f"| [{rule.code}]({rule.code}.md) | {SEVERITY_WORDS[rule.severity].say(lang)} | {rule.title.say(lang)} |"
            for rule in all_rules()
            if rule.family == family
        ]
        head = Words("| kode | bobot | judul |", "| code | severity | title |").say(lang)
        parts.append("\n".join([f"## {family} · {name.say(lang)}\n", head, "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def files() -> dict[str, str]:
    """Path below the folder → content: `id/ENB101.md`, `en/README.md`."""
    pages = {f"{lang}/{rule.code}.md": page(rule, lang) for lang in ("id", "en") for rule in all_rules()}
    return pages | {f"{lang}/README.md": index(lang) for lang in ("id", "en")}


def main(folder: Path, check: bool) -> int:
    """Writes the pages, or says which are not as they should be."""
    wanted = files()
    there = {str(path.relative_to(folder)): path for path in folder.rglob("*.md")}
    stale = [
        name for name in wanted | there if name not in wanted or _content(there.get(name)) != wanted[name]
    ]
    for name in stale:
        if check:
            print(f"{folder / name}: not as the rule says; run python -m masterplan.lint.pages {folder}")
        elif name in wanted:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(wanted[name], "utf-8")
        else:
            there[name].unlink()
    return 1 if check and stale else 0


def _content(path: Path | None) -> str | None:
    return path.read_text("utf-8") if path else None


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), "--check" in sys.argv))
