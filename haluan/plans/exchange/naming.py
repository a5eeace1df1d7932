"""What a file calls an agency that the plan knows by another name: asked once, remembered for the next file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from haluan.plans.models import Intake, KeptMapping, Plan
from haluan.plans.rules import standing
from masterplan.importing.mapping import FORMAT
from masterplan.importing.names import plain

from .proposals import Proposals

Data = dict[str, Any]
MOST = 60
OF_NAMES = ""
"""The shape under which names are kept: they are the same in files of every shape."""


@dataclass(frozen=True)
class Called:
    """A name in the file, where it stands first, and the code of the agency it was said to mean; empty for a new one."""

    name: str
    where: str
    code: str


def names_of(intake: Intake, proposals: Proposals) -> list[Called]:
    """The names that would become new agencies, then those that were said to mean an agency of the plan."""
    if intake.mapping is None:
        return []
    new = [
        Called(each.name, each.where, "")
        for each in proposals.all
        if each.collection == "agencies" and each.value is not None
    ]
    known = proposals.elements["agencies"]
    seen = (intake.understood or {}).get("seen", [])
    first = {
        plain(place.get("text", "")): str(place["where"]) for place in reversed(seen) if _of_agency(place)
    }
    said = [
        Called(name, first[plain(name)], code)
        for name, code in intake.mapping.get("agencies", {}).items()
        if plain(name) in first and code in known
    ]
    return [*new, *said][:MOST]


def _of_agency(place: Data) -> bool:
    return str(place["field"]) in ("lead_agency", "partner_agencies")


def posted_names(post: Any, names: list[Called], known: Mapping[str, Any]) -> dict[str, str]:
    """What a form says of the names it showed: a code of the plan, or empty for an agency of its own."""
    asked = {each.name for each in names}
    told = zip(post.getlist("nama"), post.getlist("pd"), strict=False)
    return {name: code for name, code in told if name in asked and (not code or code in known)}


def with_names(mapping: Data, said: Mapping[str, str]) -> Data:
    """The mapping with these names; one that is to be a new agency is forgotten."""
    names = {**mapping.get("agencies", {}), **said}
    return {**mapping, "agencies": {name: code for name, code in names.items() if code}}


def kept_names(plan: Plan, owner: Any) -> dict[str, str]:
    kept = _kept(plan, owner).values_list("mapping", flat=True).first() or {}
    return dict(kept.get("agencies", {}))


def keep_names(plan: Plan, owner: Any, said: Mapping[str, str]) -> None:
    """For the next file of this agency, whatever its shape."""
    kept = {**kept_names(plan, owner), **said}
    mapping = {"format": FORMAT, "agencies": {name: code for name, code in kept.items() if code}}
    KeptMapping.objects.update_or_create(
        region=plan.region,
        agency=standing(owner, plan).agency,
        shape=OF_NAMES,
        defaults={"mapping": mapping},
    )


def _kept(plan: Plan, owner: Any) -> Any:
    return KeptMapping.objects.filter(
        region=plan.region_id, agency=standing(owner, plan).agency, shape=OF_NAMES
    )
