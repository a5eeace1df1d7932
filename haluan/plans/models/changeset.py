"""Change sets: the whole history of a plan, and the one door through which it changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, pgettext_lazy

from masterplan.document import ABSENT, Change, Data, DocumentError, Fault, get_field, invert
from masterplan.document import ChangeSet as Changes
from masterplan.document.changes import FORMAT
from masterplan.language import Words

from ..exact import Exact
from .plan import Plan

if TYPE_CHECKING:
    from haluan.accounts.models import User


IN_A_CHANGE = re.compile(r"changes\[#(\d+)\](?:\.(?:now|value)\b(.*))?")


@dataclass(frozen=True)
class Credit:
    """Who wrote what a load brings in, and when; for people who have no account, or wrote it long ago."""

    name: str
    agency: str = ""
    at: datetime | None = None


class ChangeSet(models.Model):
    """What one person changed at once, never altered, never deleted. `changes` as in `haluan-changes/1`."""

    class Origin(models.TextChoices):
        EDITOR = "editor", gettext_lazy("ditulis")
        IMPORT = "import", gettext_lazy("diimpor")
        RESTORE = "restore", gettext_lazy("dipulihkan")
        REVERT = "revert", pgettext_lazy("perubahan", "dibatalkan")
        MERGE = "merge", gettext_lazy("digabung")
        LOAD = "load", gettext_lazy("dimuat")
        PORTFOLIO = "portfolio", gettext_lazy("dari susunan terbaik")
        INPUT = "input", gettext_lazy("dari masukan")
        REUSE = "reuse", gettext_lazy("dari daerah lain")
        SUGGESTION = "suggestion", gettext_lazy("dari usul")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="changesets")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="changesets"
    )
    author_name = models.CharField(max_length=120)
    agency = models.CharField(max_length=24, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    reason = models.CharField(max_length=500, blank=True)
    origin = models.CharField(max_length=12, choices=Origin, default=Origin.EDITOR)
    changes = models.JSONField(encoder=Exact)
    client_id = models.UUIDField(null=True, blank=True, unique=True)

    class Meta:
        ordering = ["plan", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="changeset_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="changeset_number_from_one"),
            models.CheckConstraint(
                condition=Q(
                    origin__in=[
                        "editor",
                        "import",
                        "restore",
                        "revert",
                        "merge",
                        "load",
                        "portfolio",
                        "input",
                        "reuse",
                        "suggestion",
                    ]
                ),
                name="changeset_origin_known",
            ),
            models.CheckConstraint(
                condition=Q(accepted_by=None) | Q(author__isnull=False, origin__in=["suggestion", "input"]),
                name="changeset_accepted_from_somebody",
            ),
        ]
        indexes = [GinIndex(fields=["changes"], opclasses=["jsonb_path_ops"], name="changeset_changes")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("plan-change", args=[self.plan.slug, self.number])

    @classmethod
    def apply(
        cls,
        *,
        plan: Plan,
        changes: Changes | list[Data],
        by: User | None,
        reason: str = "",
        origin: str = Origin.EDITOR,
        client_id: UUID | None = None,
        credit: Credit | None = None,
        accepted_by: User | None = None,
    ) -> ChangeSet:
        """The one door: all of `changes` is done and recorded as version `plan.version + 1`, or nothing is.

        `changes` is a change set of the core, or the list of changes of a `haluan-changes/1` as a client
        sends it. Each `was` decides: different fields both succeed; prose is merged by words where it can be.
        What is recorded is what became different; when nothing did, the answer is an unsaved change set with
        the plan's version and no changes. The same `client_id` again, also at the same moment, answers with
        what it did the first time. `credit` is for loads only; `accepted_by` is who took in what
        `by` suggested. Who may is asked by the caller (`rules`).

        `plan` is brought up to date. Raises `ConflictError` (with base, theirs, yours) and `DocumentError`.
        """
        from ..door import alter

        wanted = as_changes(changes)
        with transaction.atomic():
            locked = Plan.objects.select_for_update().get(pk=plan.pk)
            again = cls._sent_before(locked, by, client_id)
            if again is None:
                done = alter(locked, wanted)
                again = cls._record(
                    locked,
                    done,
                    by,
                    credit,
                    reason=reason.replace("\0", "")[:500],
                    origin=origin,
                    client_id=client_id,
                    accepted_by=accepted_by,
                )
        plan.version, plan.fields = locked.version, locked.fields
        return again

    @classmethod
    def _sent_before(cls, plan: Plan, by: User | None, client_id: UUID | None) -> ChangeSet | None:
        found = cls.objects.filter(client_id=client_id).first() if client_id else None
        if found and (found.plan_id != plan.pk or found.author_id != (by.pk if by else None)):
            raise DocumentError([Fault("", _FOREIGN_ID)])
        return found

    @classmethod
    def _record(
        cls, plan: Plan, done: list[Change], by: User | None, credit: Credit | None, **told: Any
    ) -> ChangeSet:
        if not done:
            return cls(plan=plan, number=plan.version, changes=[])
        plan.version += 1
        plan.save(update_fields=["version"])
        credit = credit or Credit(by.name if by else "", agency_of(by, plan))
        return cls.objects.create(
            plan=plan,
            number=plan.version,
            author=by,
            author_name=credit.name,
            agency=credit.agency,
            at=credit.at or timezone.now(),
            changes=[change.to_data() for change in done],
            **told,
        )

    def inverse(self) -> Changes:
        """The changes that take this change set back."""
        return invert(stored(self.changes))

    def revert(self, by: User | None, reason: str = "") -> ChangeSet:
        """Undo this change set by a new one. `ConflictError` where later changes touched the same fields."""
        return ChangeSet.apply(
            plan=self.plan, changes=self.inverse(), by=by, reason=reason, origin=self.Origin.REVERT
        )

    def changes_to(self, collection: str | None, key: str | None, field: str) -> list[Data]:
        """What this change set did to one field: changes of it, within it or around it.

        Its element's coming or going is told as a change of the field.
        """
        found = []
        for change in self.changes:
            if (change.get("collection"), change.get("element")) != (collection, key):
                continue
            if change["op"] == "set" and overlap(change["field"], field):
                found.append(change)
            elif change["op"] in {"add", "remove"}:
                value = get_field(change["value"], field)
                if value is not ABSENT:
                    side = "now" if change["op"] == "add" else "was"
                    found.append(
                        {"op": "set", "collection": collection, "element": key, "field": field, side: value}
                    )
        return found


def as_changes(changes: Changes | list[Data]) -> tuple[Change, ...]:
    """Changes as the core's own; what a client sent is checked. Raises `DocumentError`."""
    if isinstance(changes, Changes):
        return changes.changes
    try:
        return Changes.from_data({"format": FORMAT, "base": "", "changes": changes}).changes
    except DocumentError as error:
        raise DocumentError(
            replace(fault, path=place_in_plan(fault.path, changes)) for fault in error.faults
        ) from None


def place_in_plan(path: str, changes: list[Data]) -> str:
    """Where in the plan a fault in a change lies: `changes[#2].now` as `innovations[IN-07].title`."""
    found = IN_A_CHANGE.match(path)
    change = changes[int(found[1]) - 1] if found else None
    if not found or not isinstance(change, dict) or not isinstance(change.get("field", ""), str):
        return path
    element = f"{change['collection']}[{change.get('element')}]" if change.get("collection") else ""
    return ".".join(filter(None, [element, change.get("field")])) + (found[2] or "") or path


def stored(changes: list[Data]) -> Changes:
    """Recorded changes as the core's own."""
    return Changes("", tuple(Change(**change) for change in changes))


def overlap(one: str, other: str) -> bool:
    """Whether a field is the other, within it or around it."""
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith((f"{short}.", f"{short}["))


def agency_of(user: User | None, plan: Plan) -> str:
    """The agency a person signs with: the one of the role held in the plan's region, if any."""
    from ..rules import standing

    return standing(user, plan).agency


_FOREIGN_ID = Words(
    "tanda kiriman ini sudah dipakai untuk rencana atau orang lain; muat ulang halaman lalu simpan lagi",
    "this sending was already used for another plan or person; load the page again and save once more",
)
