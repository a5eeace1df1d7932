"""From bytes that somebody sent to what they say about a plan. Judged by what they are, never by their name."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from typing import Any

from django.db import transaction

from haluan.plans.models import Intake, KeptMapping, Plan
from haluan.plans.models.changeset import ChangeSet
from haluan.plans.rules import standing
from haluan.plans.words import lang
from masterplan import importing, sheets
from masterplan.document import COLLECTIONS
from masterplan.importing import Guess, Mapping, MappingError
from masterplan.opening import open_office
from masterplan.sheets.identity import free_id
from masterplan.sheets.memory import SHEET

from .naming import kept_names

Data = dict[str, Any]
IN_A_PATH = re.compile(r"\[([A-Z]+-?[0-9]+)\]")
AT_ONCE = {Intake.Kind.FOREIGN: 1_000_000, Intake.Kind.WORKBOOK: 4_000_000}
"""Bytes of text up to which a file is read while its sender waits, about two seconds; the rest is for the background."""


def receive(plan: Plan, owner: Any, raw: bytes, name: str) -> Intake:
    """Keep a file for a day, read where that is quick. Raises `OpeningError`, and nothing is kept then."""
    kind = Intake.Kind.WORKBOOK if ours(raw) else Intake.Kind.FOREIGN
    if weight(raw) > AT_ONCE[kind]:
        return read_later(Intake.send(plan, owner, raw, kind=kind, name=name))
    told = understood(plan, raw) if kind == Intake.Kind.WORKBOOK else guessed(plan, owner, raw)
    return Intake.send(plan, owner, raw, kind=kind, name=name, **told)


def ours(raw: bytes) -> bool:
    """Whether a workbook was written by us, which its hidden sheet tells. Raises `OpeningError`."""
    if not raw.startswith(b"PK\x03\x04"):
        return False
    opened = open_office(raw)
    return any(sheet.name == SHEET for sheet in opened.sheets)


def weight(raw: bytes) -> int:
    """How much there is to read: the text in a file that was judged before, without its pictures."""
    if not raw.startswith(b"PK\x03\x04"):
        return len(raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        return sum(part.file_size for part in parts.infolist() if part.filename.endswith(".xml"))


def read_again(intake: Intake, mapping: Data | None = None) -> None:
    """Find what a file says against the plan as it is now. Raises `OpeningError` and `MappingError`."""
    if mapping is not None:
        intake.mapping = mapping
    if weight(bytes(intake.content)) > AT_ONCE[Intake.Kind(intake.kind)]:
        intake.save(update_fields=["mapping"])
        read_later(intake)
    else:
        read_now(intake)


def read_now(intake: Intake) -> None:
    """Raises `OpeningError` and `MappingError`."""
    raw = bytes(intake.content)
    if intake.kind == Intake.Kind.FOREIGN and intake.mapping is None:
        told = guessed(intake.plan, intake.owner, raw)
    elif intake.kind == Intake.Kind.FOREIGN:
        told = understood(intake.plan, raw, Mapping.from_data(intake.mapping))
    else:
        told = understood(intake.plan, raw)
    for name, value in (told | {"mapping": intake.mapping, "waiting": False, "trouble": ""}).items():
        setattr(intake, name, value)
    intake.save(update_fields=[*told, "mapping", "waiting", "trouble"])


def read_later(intake: Intake) -> Intake:
    """Hand the reading of a large file to the background."""
    from haluan.plans.jobs import read_intake

    intake.waiting, intake.trouble = True, ""
    intake.save(update_fields=["waiting", "trouble"])
    transaction.on_commit(lambda: read_intake.defer(intake=intake.pk, language=lang()))
    return intake


def understood(plan: Plan, raw: bytes, mapping: Mapping | None = None) -> Data:
    """The changes that a file asks for, with the version they were found against."""
    document, version = plan.document(), plan.version
    used = ids_ever_given(plan)
    if mapping:
        found = importing.understand(document, raw, mapping, lang=lang()).changes.to_data()
        return {"understood": with_new_ids(found, used), "version": version}
    reading = sheets.read(document, raw, lang=lang(), used=used)
    refusals = [{"where": fault.path, "why": fault.words.say(lang())} for fault in reading.refusals]
    return {"understood": reading.changes.to_data() | {"refusals": refusals}, "version": version}


def ids_ever_given(plan: Plan) -> set[str]:
    added = ChangeSet.objects.filter(plan=plan, changes__contains=[{"op": "add"}])
    return {
        str(change["element"])
        for changes in added.values_list("changes", flat=True)
        for change in changes
        if change["op"] == "add"
    }


def with_new_ids(found: Data, used: set[str]) -> Data:
    """The changes of a file without an id that another element, removed since, once had."""
    renamed: dict[str, str] = {}
    for change in found["changes"]:
        collection, key = change.get("collection"), change.get("element")
        prefix = COLLECTIONS[collection].prefix if collection else None
        if change["op"] == "add" and prefix and key in used:
            renamed[key] = free_id(prefix, used | _ids_added(found), dash=collection != "sources")
            used = used | {renamed[key]}
    return _renamed(found, renamed) if renamed else found


def _ids_added(found: Data) -> set[str]:
    return {change["element"] for change in found["changes"] if change["op"] == "add"}


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """The same with every id of `names` by its new name, also where it stands in a path."""
    if isinstance(value, dict):
        return {key: _renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(inner, names) for inner in value]
    if isinstance(value, str):
        return names.get(value) or IN_A_PATH.sub(lambda key: f"[{names.get(key[1], key[1])}]", value)
    return value


def guessed(plan: Plan, owner: Any, raw: bytes) -> Data:
    """How a foreign file might be understood; as this agency said of a file of the same shape, where it did."""
    guess = importing.guess(raw, plan.document())
    shape = shape_of(guess)
    kept = kept_mapping(plan, owner, shape)
    mapping = kept or guess.mapping.to_data()
    if kept:
        try:
            mapping = Mapping.from_data(kept).fitted(guess.mapping).to_data()
        except MappingError:  # kept by an older version of ours
            kept, mapping = None, guess.mapping.to_data()
    mapping = {**mapping, "agencies": kept_names(plan, owner)}
    tables = [
        {"rows": table.rows, "sample": table.sample, "numbers": table.numbers} for table in guess.tables
    ]
    told = {
        "mapping": mapping,
        "tables": tables,
        "remarks": guess.remarks,
        "shape": shape,
        "kept": bool(kept),
        "kind": guess.kind,
    }
    return {"guessed": told}


def shape_of(guess: Guess) -> str:
    heads = sorted(table.heads for table in guess.mapping.tables if table.heads)
    return hashlib.sha256(repr(heads).encode()).hexdigest() if heads else ""


def kept_mapping(plan: Plan, owner: Any, shape: str) -> Data | None:
    if not shape:
        return None
    own = KeptMapping.objects.filter(region=plan.region_id, agency=standing(owner, plan).agency, shape=shape)
    return own.values_list("mapping", flat=True).first()


def keep_mapping(plan: Plan, owner: Any, shape: str, mapping: Data) -> None:
    """For the next file of the same shape of this agency."""
    if shape:
        KeptMapping.objects.update_or_create(
            region=plan.region,
            agency=standing(owner, plan).agency,
            shape=shape,
            defaults={"mapping": mapping},
        )
