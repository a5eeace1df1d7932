"""The schema we publish says what the given one says, and `check` judges as it does."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from masterplan.document import Plan, faults, json_schema
from masterplan.document.checking import typed
from tests.masterplan import random_plans

GIVEN = json.loads((Path(__file__).parents[1] / "data" / "plan.schema.json").read_text())


def resolved(schema: Any, root: dict[str, Any]) -> Any:
    """The schema without references, `required` as a set."""
    if isinstance(schema, list):
        return [resolved(item, root) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return resolved(root["$defs"][schema["$ref"].rsplit("/", 1)[-1]], root)
    plain = {name: resolved(value, root) for name, value in schema.items() if name != "$defs"}
    if isinstance(plain.get("required"), list):
        plain["required"] = sorted(plain["required"])
    return plain


def without_additions(ours: Any, given: Any) -> Any:
    """Our schema without the optional fields that the given one does not have: by these it may grow."""
    if isinstance(ours, list) and isinstance(given, list) and len(ours) == len(given):
        return [without_additions(*pair) for pair in zip(ours, given, strict=True)]
    if not isinstance(ours, dict) or not isinstance(given, dict):
        return ours
    kept = {name: without_additions(value, given.get(name)) for name, value in ours.items()}
    if isinstance(kept.get("properties"), dict) and isinstance(given.get("properties"), dict):
        added = kept["properties"].keys() - given["properties"].keys() - set(ours.get("required", ()))
        kept["properties"] = {name: value for name, value in kept["properties"].items() if name not in added}
    return kept


def test_our_schema_says_what_the_given_one_says() -> None:
    ours, given = resolved(json_schema(), json_schema()), resolved(GIVEN, GIVEN)
    assert without_additions(ours, given) == given


def test_by_a_field_that_is_required_the_schema_may_not_grow() -> None:
    ours, given = resolved(json_schema(), json_schema()), resolved(GIVEN, GIVEN)
    grown = copy.deepcopy(ours)
    innovation = grown["properties"]["innovations"]["items"]
    innovation["properties"]["contact"] = {"type": "string"}
    assert without_additions(grown, given) == given
    innovation["required"] = sorted([*innovation["required"], "contact"])
    assert without_additions(grown, given) != given


def test_our_schema_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_keys_stand_in_the_order_of_the_given_schema() -> None:
    for names in (list(Plan.model_fields), list(json_schema()["properties"])):
        assert [name for name in names if name in GIVEN["properties"]] == list(GIVEN["properties"])


STRANGE: list[Any] = [
    None, True, False, 0, 1, -1, 2.0, 0.5, 2024, 2024.0, 2101, 1e300, 10**30, "", "x", "IN-07", "A", "2025",
    "64.74", [], {}, [1], ["x"], {"x": 1}, {"mode": 0.5}, "governance", "chosen",
]  # fmt: skip


def mutated(rng: random.Random, plan: random_plans.Data) -> random_plans.Data:
    """A plan with one thing replaced, removed or added somewhere inside."""
    plan = copy.deepcopy(plan)
    holder: Any = plan
    while True:
        inner = holder.values() if isinstance(holder, dict) else holder
        deeper = [value for value in inner if isinstance(value, dict | list) and value]
        if not deeper or rng.random() < 0.25:
            break
        holder = rng.choice(deeper)
    if isinstance(holder, dict):
        key = rng.choice([*holder, "titel", "x", "2025"])
        if rng.random() < 0.2:
            holder.pop(key, None)
        else:
            holder[key] = rng.choice(STRANGE)
    else:
        holder[rng.randrange(len(holder))] = rng.choice(STRANGE)
    return plan


@pytest.mark.parametrize("stream", range(4))
def test_check_and_schema_agree_on_mutated_plans(stream: int) -> None:
    validator = jsonschema.Draft202012Validator(GIVEN)
    ours = jsonschema.Draft202012Validator(json_schema())
    rng = random.Random(stream)
    verdicts = []
    base = random_plans.large(2, stream)
    for name in ("problems", "enablers", "agencies", "districts", "budget"):
        base[name] = base[name][:2]
    for turn in range(250):
        plan = mutated(rng, base if turn % 2 else random_plans.make(rng))
        expected = validator.is_valid(plan)
        verdicts.append(expected)
        assert ours.is_valid(plan) == expected
        view, found = typed(plan)
        assert (view is not None) == expected, (plan, [fault.located() for fault in found])
        if not expected:
            assert faults(plan)
    assert 20 < sum(verdicts) < 230
