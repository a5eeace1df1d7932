"""A plan judged again after a change: the same findings, and only what changed is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from masterplan.document import load
from masterplan.document.types import Innovation
from masterplan.lint import Memory, all_rules, judge
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, Rule
from tests.plans import realistic_data


def changed(data: dict[str, Any], at: int, **more: Any) -> dict[str, Any]:
    innovations = list(data["innovations"])
    innovations[at] = innovations[at] | more
    return data | {"innovations": innovations}


def test_what_is_found_with_a_memory_is_what_is_found_without() -> None:
    memory, data = Memory(), realistic_data(12, 5)
    like = None
    for at, title in [(3, "Layanan terbaik"), (3, "Surat selesai di desa"), (7, "Pengadaan 200 CCTV")]:
        data = changed(data, at, title=title)
        plan = load(data, like)
        assert judge(plan, memory=memory).found == judge(plan).found
        like = (data, plan)


def test_only_the_changed_element_is_looked_at_again() -> None:
    looked: Counter[str] = Counter()

    def counting(rule: Rule) -> Rule:
        def check(innovation: Innovation, context: Context) -> Iterator[Found]:
            looked[innovation.id] += 1
            yield from rule.check(innovation, context)

        return replace(rule, check=check)

    rules = [counting(rule) for rule in all_rules() if rule.alone and rule.about == "innovations"]
    memory, data = Memory(), realistic_data(12, 5)
    plan = load(data)
    judge(plan, rules, memory)
    looked.clear()
    after = changed(data, 3, title="Surat selesai di desa")
    judge(load(after, (data, plan)), rules, memory)
    assert looked == {data["innovations"][3]["id"]: len(rules)}
