"""What a file proposes, element by element: what would change, where it was seen, what stands in the way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from haluan.plans.conflicts import id_of, rebased, said
from haluan.plans.door import merged_prose
from haluan.plans.labels import collection_label, field_label, one_label
from haluan.plans.models import Intake, Plan
from haluan.plans.rules import may_make_each
from haluan.plans.words import Line, headline, lines
from haluan.web.templatetags.haluan import DIMENSIONS
from masterplan.document import (
    ABSENT,
    COLLECTIONS,
    Change,
    Conflict,
    ConflictError,
    DocumentError,
    apply,
    diff_element,
    get_field,
    keys_of,
)
from masterplan.document import ChangeSet as Changes
from masterplan.document.conflicts import same
from masterplan.importing.building import SIMILAR
from masterplan.importing.names import plain

from .spelling import spelled

Data = dict[str, Any]
TAKE, LEAVE, INTO, MINE = "ambil", "lewati", "ke:", "saya"
MOST_NEAR = 2
ORDER = ("innovations", "problems", "issues", "readiness", "enablers", "", "agencies")
NAMELESS = frozenset({"id", "code", "title", "name"})


@dataclass(frozen=True)
class Said:
    """One field as proposed: what it says now (`before`), what it would say, where that was read."""

    label: str
    line: Line | None
    text: str
    places: list[Data]
    conflict: Clash | None = None


@dataclass(frozen=True)
class Clash:
    """A field that somebody changed since; `mark` names the choice."""

    mark: str
    base: str
    theirs: str
    mine: str
    possible: bool


@dataclass(frozen=True)
class Near:
    """An innovation of the plan that may be the same as a proposed one, and what taking it over would change."""

    key: str
    name: str
    lead: str
    changes: list[Change]
    lines: list[Line]

    @property
    def into(self) -> str:
        """The choice that takes the proposed one over into this."""
        return INTO + self.key


@dataclass
class Proposal:
    """Everything a file says of one element."""

    mark: str
    collection: str
    element: str
    name: str
    group: str
    changes: list[Change]
    places: list[Data] = field(default_factory=list)
    refusal: str = ""
    choice: str = ""

    @property
    def what(self) -> str:
        ops = {change.op for change in self.changes}
        return next((op for op in ("add", "remove", "set", "move") if op in ops), "set")

    @property
    def value(self) -> Data | None:
        return next((change.value for change in self.changes if change.op == "add"), None)

    @property
    def taken(self) -> bool:
        return self.choice == TAKE or self.choice.startswith(INTO)

    @property
    def kind(self) -> str:
        return one_label(self.collection)

    @property
    def where(self) -> str:
        return str(self.places[0]["where"]) if self.places else ""


@dataclass(frozen=True)
class Group:
    """Proposals that are looked through together: the innovations of a dimension, or all of one kind."""

    slug: str
    name: str
    proposals: list[Proposal]

    @property
    def taken(self) -> int:
        return sum(proposal.taken for proposal in self.proposals)


class Proposals:
    """What one intake proposes to a plan as it is now."""

    def __init__(self, intake: Intake, plan: Plan, by: Any) -> None:
        self.intake, self.plan = intake, plan
        self.document = plan.document()
        self.elements = {
            name: dict(zip(keys_of(name, items), items, strict=True))
            for name in COLLECTIONS
            for items in [self.document.get(name, [])]
        }
        told = intake.understood or {}
        self.left: list[str] = told.get("left", [])
        self.refusals: list[Data] = told.get("refusals", [])
        changes = [Change(**change) for change in told.get("changes", [])]
        self.changes = [change for change in changes if not self._done(change)]
        self.all = self._proposals(told.get("seen", []), by)
        self.by_mark = {proposal.mark: proposal for proposal in self.all}
        self.added = {
            proposal.element: proposal for proposal in self.all if proposal.what == "add" and proposal.element
        }

    def _done(self, change: Change) -> bool:
        """Whether the plan says so already."""
        if not change.collection:
            return change.op == "set" and same(get_field(self.document, change.field or ""), change.now)
        there = self.elements[change.collection].get(change.element or "", ABSENT)
        if change.op == "set" and there is not ABSENT:
            return same(get_field(there, change.field or ""), change.now)
        if change.op == "add":
            return same(there, change.value)
        return change.op == "remove" and there is ABSENT

    def _proposals(self, seen: Sequence[Data], by: Any) -> list[Proposal]:
        places: dict[str, list[Data]] = {}
        for place in seen:
            places.setdefault(str(place["element"] or ""), []).append(place)
        grouped: dict[tuple[str, str], list[Change]] = {}
        for change in self.changes:
            grouped.setdefault((change.collection or "", change.element or ""), []).append(change)
        answers = may_make_each(by, self.plan, [change.to_data() for change in self.changes])
        refused = {
            (change.collection or "", change.element or ""): answer.reason
            for change, answer in zip(self.changes, answers, strict=True)
            if not answer
        }
        found = [
            self._proposal(place, changes, places.get(place[1], []), refused.get(place, ""))
            for place, changes in grouped.items()
        ]
        return sorted(found, key=_order)

    def _proposal(
        self, place: tuple[str, str], changes: list[Change], places: list[Data], refusal: str
    ) -> Proposal:
        collection, element = place
        fresh = next((change.value for change in changes if change.op == "add"), None)
        value = fresh or self.elements.get(collection, {}).get(element) or self.document
        name = headline(value) if collection else str(self.document["title"])
        # An id that is new may become another one when the plan grows meanwhile: what is new is known by its place.
        first = str(places[0]["where"]) if places else element
        mark = hashlib.sha256(repr((collection, (name, first) if fresh else element)).encode()).hexdigest()[
            :12
        ]
        dimension = value.get("dimension", "lain") if collection == "innovations" else ""
        group = "-".join(filter(None, [collection or "rencana", dimension]))
        choice = self.intake.choices.get(mark, TAKE if self.intake.kind == Intake.Kind.WORKBOOK else "")
        return Proposal(
            mark, collection, element, name, group, changes, places, refusal, "" if refusal else choice
        )

    @cached_property
    def groups(self) -> list[Group]:
        found: dict[str, list[Proposal]] = {}
        for proposal in self.all:
            found.setdefault(proposal.group, []).append(proposal)
        return [Group(slug, _group_name(items[0]), items) for slug, items in found.items()]

    @cached_property
    def clashes(self) -> dict[tuple[str, str], Conflict]:
        """Changes that meet something another person wrote since, and cannot live beside it."""
        try:
            apply(self.document, Changes("", tuple(self.changes)))
        except ConflictError as error:
            return {
                id_of(conflict.change): conflict
                for conflict in error.conflicts
                if conflict.change and merged_prose(conflict) is None
            }
        except DocumentError:
            pass
        return {}

    def fields_of(self, proposal: Proposal) -> list[Said]:
        """Field by field, each with its places in the file."""
        value = proposal.value
        if value is not None:
            order = COLLECTIONS[proposal.collection].shape.fields
            return [
                Said(
                    field_label(proposal.collection, name),
                    None,
                    spelled(name, value[name], value, self.names),
                    _at(proposal, name),
                )
                for name in order
                if name in value and name not in NAMELESS
            ]
        shown = lines([change.to_data() for change in proposal.changes])
        return [
            Said(line.label, line, "", _at(proposal, line.field), self._clash(proposal, change))
            for change, line in zip(proposal.changes, shown, strict=True)
        ]

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """What problems and agencies are called, those that the file brings in among them."""
        known = {
            name: {key: headline(each) for key, each in self.elements[name].items()}
            for name in ("problems", "agencies")
        }
        for key, each in self.added.items():
            if each.collection in known:
                known[each.collection][key] = each.name
        return known

    @cached_property
    def known_agencies(self) -> dict[str, str]:
        """The agencies of the plan as it is now: code → name."""
        return {str(code): headline(each) for code, each in self.elements["agencies"].items()}

    def _clash(self, proposal: Proposal, change: Change) -> Clash | None:
        conflict = self.clashes.get(id_of(change))
        if conflict is None:
            return None
        possible = rebased(change, conflict) is not None and (
            not change.collection or change.element in self.elements[change.collection]
        )
        return Clash(
            mark=f"{proposal.mark}:{change.op}:{change.field or ''}",
            base=said(change, conflict.base),
            theirs=said(change, conflict.theirs),
            mine=said(change, conflict.yours),
            possible=possible,
        )

    def near(self, proposal: Proposal) -> list[Near]:
        """Innovations of the plan with nearly the same name."""
        if proposal.collection != "innovations" or proposal.value is None:
            return []
        names = {key: plain(each["title"]) for key, each in self.elements["innovations"].items()}
        alike = process.extract(
            plain(proposal.name), names, scorer=fuzz.token_sort_ratio, score_cutoff=SIMILAR, limit=MOST_NEAR
        )
        return [self._near(key, proposal.value) for _name, _score, key in alike]

    def _near(self, key: str, value: Data) -> Near:
        there = self.elements["innovations"][key]
        changes = list(diff_element("innovations", key, there, taken_over(there, value)))
        shown = lines([change.to_data() for change in changes])
        lead = there.get("lead_agency", "")
        name = headline(self.elements["agencies"].get(lead, {"code": lead}))
        return Near(key, str(there["title"]), name, changes, shown)

    def carried(self, proposal: Proposal) -> list[Proposal]:
        """What else must be added for a proposal to make sense, such as an agency new to the plan."""
        texts = {
            text
            for change in proposal.changes
            for text in _texts([change.value, change.now])
            if change.op in {"add", "set"}
        }
        return [each for key, each in self.added.items() if key in texts and each is not proposal]

    def wanted(self) -> list[Change]:
        """The changes of everything that is taken, with what it carries, in the order of the file."""
        taken = {proposal.mark for proposal in self.all if proposal.taken}
        queue = [proposal for proposal in self.all if proposal.taken]
        while queue:
            for each in self.carried(queue.pop()):
                if each.mark not in taken:
                    taken.add(each.mark)
                    queue.append(each)
        return [
            change for proposal in self.all if proposal.mark in taken for change in self._changes_of(proposal)
        ]

    def _changes_of(self, proposal: Proposal) -> Iterator[Change]:
        if proposal.choice.startswith(INTO):
            key = proposal.choice.removeprefix(INTO)
            for near in self.near(proposal):
                if near.key == key:
                    yield from near.changes
                    return
        for change in proposal.changes:
            conflict = self.clashes.get(id_of(change))
            if conflict is None:
                yield change
                continue
            clash = self._clash(proposal, change)
            ours = rebased(change, conflict)
            if clash and clash.possible and ours and self.intake.choices.get(clash.mark) == MINE:
                yield ours

    @property
    def taken(self) -> int:
        return sum(proposal.taken for proposal in self.all)


def taken_over(there: Data, value: Data) -> Data:
    """An element with what another says of the same thing: fields are replaced, lists completed; it keeps its name."""
    result = dict(there)
    fields = COLLECTIONS["innovations"].shape.fields
    for name, new in value.items():
        old = there.get(name)
        if name in NAMELESS:
            continue
        if isinstance(old, list) and isinstance(new, list):
            key = fields[name].key
            known = {one[key] for one in new} if key else set()
            kept = [one for one in old if (one[key] not in known if key else one not in new)]
            result[name] = [*kept, *new]
        else:
            result[name] = new
    return result


def decisions(
    post: Mapping[str, str], shown: Iterable[Proposal], proposals: Proposals, all_of_page: bool
) -> dict[str, str]:
    """What a form decides of the proposals that its page showed; nothing is decided of the others."""
    chosen: dict[str, str] = {}
    for proposal in shown:
        if proposal.refusal:
            continue
        keys = {near.key for near in proposals.near(proposal)}
        text = post.get(f"pilih-{proposal.mark}", "")
        possible = {TAKE, *(INTO + key for key in keys)}
        if all_of_page and not keys:
            text = TAKE
        if text in possible or text == LEAVE or not keys:
            chosen[proposal.mark] = text if text in possible else LEAVE
        for said_of in proposals.fields_of(proposal):
            if said_of.conflict:
                mine = post.get(f"bentrok-{said_of.conflict.mark}") == MINE
                chosen[said_of.conflict.mark] = MINE if mine else ""
    return chosen


def _at(proposal: Proposal, name: str) -> list[Data]:
    """The places of a field, each told once."""
    found = [
        place for place in proposal.places if place["field"] == name or _within(str(place["field"]), name)
    ]
    return list({place["where"]: place for place in found}.values())


def _within(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and long.startswith((f"{short}.", f"{short}["))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _order(proposal: Proposal) -> tuple[int, int]:
    kind = ORDER.index(proposal.collection) if proposal.collection in ORDER else len(ORDER)
    dimension = proposal.group.partition("-")[2]
    return kind, [*DIMENSIONS].index(dimension) if dimension in DIMENSIONS else len(DIMENSIONS)


def _group_name(proposal: Proposal) -> str:
    if proposal.collection != "innovations":
        return collection_label(proposal.collection)
    dimension = proposal.group.partition("-")[2]
    return str(DIMENSIONS[dimension]) if dimension in DIMENSIONS else _("Inovasi tanpa dimensi")
