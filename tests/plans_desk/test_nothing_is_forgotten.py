"""Everything a plan holds can be written at the desk: each field of each type has its question and its name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils.translation import override

from haluan.plans import labels
from haluan.plans.editor import forms, outline
from haluan.plans.editor.addresses import COLLECTION_PATHS
from masterplan.document import COLLECTIONS
from masterplan.document.shape import Shape

NOT_ASKED = {
    "": {
        "format",  # the interchange format's own name
        "region.code",  # the region is the programme's, not the writer's
        "region.name",
        "region.population",  # the sum of the register, not of the plan
        *COLLECTIONS,  # written element by element
    },
    "innovations": {"addresses[].problem", "costs[].offset", "funding[].source", "sub_activities[].code"},
    "figures": {"media_type", "digest"},  # follow from the picture itself
    "acceptances": {"code", "element", "field", "date"},  # what a finding is, told where it was accepted
}
"""Deliberately without a question of their own. Keys of entries are chosen when the entry is added."""
KEYS = {"id", "code", "year", "source"}


def leaves(shape: Shape, path: str = "") -> Iterator[str]:
    """Every field below a shape as the forms write it: `indicator.name`, `costs[].capital`."""
    for name, inner in shape.fields.items():
        here = f"{path}.{name}" if path else name
        if inner.kind == "object":
            yield from leaves(inner, here)
        elif inner.kind == "list" and inner.items and inner.items.kind == "object" and not path:
            if here in COLLECTIONS and shape is forms.PLAN_SHAPE:
                yield here
            else:
                yield from leaves(inner.items, f"{here}[]")
        elif inner.kind == "map" and inner.keys and inner.keys.refers:
            yield f"{here}[]"  # counted for each of them
        else:
            yield here


def is_key(collection: str, path: str) -> bool:
    return bool(collection) and path in COLLECTIONS[collection].key_fields and path in KEYS


@pytest.mark.parametrize("collection", ["", *COLLECTIONS])
def test_every_field_of_a_plan_is_asked_at_the_desk(collection):
    wanted = {path for path in leaves(forms.shape_of(collection)) if not is_key(collection, path)}
    assert forms.fields(collection) | NOT_ASKED.get(collection, set()) >= wanted
    assert not NOT_ASKED.get(collection, set()) & forms.fields(collection), "asked after all"


@pytest.mark.parametrize("collection", ["", *COLLECTIONS])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_field_and_collection_has_a_name_in_words(collection, language):
    with override(language):
        for path in leaves(forms.shape_of(collection)):
            assert labels.field_label(collection or None, path.replace("[]", "[x]")) != path, path
        assert labels.names_of(collection or None).keys() >= forms.fields(collection)
        for path in forms.fields(collection):
            for choice in forms.shape(collection, path).choices:
                assert choice in labels.CHOICES or choice != choice.lower(), choice  # APBD is called so
        if collection:
            assert labels.collection_label(collection) != labels.collection_label("")
            assert labels.one_label(collection) != labels.one_label("")


@pytest.mark.parametrize("collection", ["", *COLLECTIONS])
def test_every_collection_has_an_address_and_a_place_in_the_outline(collection):
    assert collection in COLLECTION_PATHS
    assert not collection or collection == "innovations" or collection in outline.PLACES
