"""Whatever people do to a plan, rows and memory say the same, and every version can be read again."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest

from haluan.plans.models import ChangeSet
from masterplan.document import apply, canonical, diff, faults

from .making import SMALL, make_plan

pytestmark = pytest.mark.django_db
WORDS = ("air", "warga", "rumah", "antre", "“kutip”", "\\u0000", "🚲", "sekolah", "dua  spasi", "")


def altered(document: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """Another valid plan: a few random edits, additions, removals, moves; tried again until it is one."""
    while True:
        after = copy.deepcopy(document)
        for _ in range(dice.randint(1, 4)):
            dice.choice(EDITS)(after, dice)
        if not faults(after):
            return after


def text(dice: random.Random) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(1, 6)))


def edit_prose(plan: dict[str, Any], dice: random.Random) -> None:
    for one in dice.sample(plan.get("innovations", []), min(1, len(plan.get("innovations", [])))):
        one[dice.choice(["title", "service_change", "beneficiaries"])] = text(dice)


def edit_money(plan: dict[str, Any], dice: random.Random) -> None:
    for one in plan.get("innovations", [])[:2]:
        one["costs"] = [
            {"offset": n, "capital": dice.choice([0, 10**9, 0.5, 1e17])} for n in range(dice.randint(0, 3))
        ]


def edit_links(plan: dict[str, Any], dice: random.Random) -> None:
    problems = [one["id"] for one in plan.get("problems", [])]
    for one in plan.get("innovations", [])[-2:]:
        one["addresses"] = [
            {"problem": key, "share": {"mode": dice.random()}} for key in problems if dice.random() < 0.5
        ]


def edit_plan(plan: dict[str, Any], dice: random.Random) -> None:
    name = dice.choice(["vision", "missions", "settings", "legal_basis"])
    values = {"missions": [text(dice)], "settings": {"discount_rate": dice.random() / 5}}
    if dice.random() < 0.3:
        plan.pop(name, None)
    else:
        plan[name] = values.get(name, text(dice))


def add(plan: dict[str, Any], dice: random.Random) -> None:
    collection = dice.choice(["problems", "innovations", "sources", "enablers", "budget"])
    items = plan.setdefault(collection, [])
    number = dice.randint(10, 99)
    made = {
        "problems": {"id": f"MS-{number}", "title": text(dice), "people_by_district": {"b": number, "a": 1}},
        "innovations": {"id": f"IN-{number}", "title": text(dice)},
        "sources": {"id": f"S{number}", "title": text(dice)},
        "enablers": {"id": f"EN-{number}", "title": text(dice), "kind": "data"},
        "budget": {"year": 2026 + number % 5, "amount": number},
    }
    items.insert(dice.randint(0, len(items)), made[collection])


def remove(plan: dict[str, Any], dice: random.Random) -> None:
    collection = dice.choice(["problems", "innovations", "sources", "budget"])
    items = plan.get(collection, [])
    if items:
        items.pop(dice.randrange(len(items)))
    elif dice.random() < 0.5:
        plan.pop(collection, None)


def move(plan: dict[str, Any], dice: random.Random) -> None:
    dice.shuffle(plan.get(dice.choice(["problems", "innovations"]), []))


EDITS = (edit_prose, edit_money, edit_links, edit_plan, add, remove, move)


@pytest.mark.parametrize("seed", range(12))
def test_rows_say_what_memory_says_and_every_version_comes_back(seed):
    dice = random.Random(seed)
    plan = make_plan()
    versions = [None, canonical(SMALL)]
    for _ in range(10):
        before = plan.document()
        changes = diff(before, altered(before, dice))
        done = ChangeSet.apply(plan=plan, changes=changes, by=None)
        assert canonical(plan.document()) == canonical(apply(before, changes))
        if done.pk:
            versions.append(canonical(plan.document()))
        if dice.random() < 0.1:
            plan.name_version(f"v{len(versions)}", by=None, by_name="Uji")
    for number in range(1, plan.version + 1):
        assert canonical(plan.document_at(number)) == versions[number]
    plan.restore(1, by=None)
    assert canonical(plan.document()) == canonical(SMALL)
    for collection in {element.collection for element in plan.elements.all()}:
        positions = list(
            plan.elements.filter(collection=collection)
            .order_by("position")
            .values_list("position", flat=True)
        )
        assert positions == list(range(len(positions)))
