"""Every rule is whole: explained in both languages, with a page, and tested by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from masterplan.document import COLLECTIONS
from masterplan.lint import Rule, all_rules
from masterplan.lint.pages import files

HERE = Path(__file__).parent


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_explains_itself_in_both_languages(rule: Rule) -> None:
    for words in (rule.title, rule.what, rule.why, rule.example, rule.instead):
        assert words.id.strip() and words.en.strip() and words.id != words.en
    assert rule.source
    assert rule.about in {"", "findings", *COLLECTIONS}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_has_a_test_of_its_own(rule: Rule) -> None:
    tests = "".join(path.read_text() for path in HERE.glob("test_*.py"))
    assert rule.code in tests


def test_the_pages_in_docs_are_those_of_the_rules() -> None:
    folder = HERE.parents[1] / "docs" / "rules"
    there = {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*.md")}
    assert there == files()
