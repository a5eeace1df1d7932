"""The prose of a plan, text by text with its place, for rules about how things are said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from masterplan.document import Change
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found

PROSE: dict[str, tuple[str, ...]] = {
    "readiness": ("note", "gap"),
    "issues": ("text",),
    "problems": ("title", "description"),
    "innovations": ("title", "service_change", "beneficiaries"),
    "enablers": ("title", "description"),
    "risks": ("title", "response"),
    "chapters": ("body",),
}
"""Collection → its fields that hold sentences."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a plan; collection and element are None for the plan's own."""

    collection: str | None
    element: str | None
    field: str
    said: str

    def found(self, message: Words, fix: tuple[Change, ...] = ()) -> Found:
        """A finding about this text."""
        return Found(self.field, message, fix, self.collection, self.element)

    def rewritten(self, now: str) -> Change:
        """The change that puts another wording in its place."""
        return Change("set", self.collection, self.element, self.field, was=self.said, now=now)


def texts(context: Context, *collections: str) -> list[Text]:
    """The texts of these collections, of all with prose where none is named, in the order of the document."""
    every = _every(context)
    return [text for text in every if text.collection in collections] if collections else every


@lru_cache(maxsize=2)  # the rules of one run ask for the same plan one after another
def _every(context: Context) -> list[Text]:
    found = [Text(None, None, "vision", context.plan.vision)] if context.plan.vision else []
    for collection, fields in PROSE.items():
        elements = getattr(context.plan, collection) or ()
        for key, element in zip(context.keys(collection), elements, strict=True):
            found += [
                Text(collection, key, field, said) for field in fields if (said := getattr(element, field))
            ]
    return found
