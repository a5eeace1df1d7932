"""The plan and its elements. Nothing here writes them but `Plan.start`: changing is `ChangeSet.apply`'s."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q, Value
from django.urls import reverse
from django.utils import timezone

from haluan.regions.models import Region
from masterplan.document import (
    COLLECTIONS,
    Data,
    DocumentError,
    apply,
    canonical,
    diff,
    digest,
    faults,
    invert,
)
from masterplan.document import ChangeSet as Changes
from masterplan.document.shape import PLAN, Shape

from ..exact import Exact

if TYPE_CHECKING:
    from haluan.accounts.models import User

    from .changeset import ChangeSet
    from .named import NamedVersion


def in_order(shape: Shape, value: Data) -> Data:
    """The keys of an object in the order of the schema; PostgreSQL keeps another."""
    return {name: value[name] for name in shape.fields if name in value}


REQUIRED = [name for name in PLAN.fields if name in PLAN.required]
LONGEST_KEY = 200


class PlanQuerySet(models.QuerySet["Plan"]):
    def readable_by(self, user: Any) -> PlanQuerySet:
        """The public ones, and drafts of the regions this person works for (one more query)."""
        from ..rules import regions_read_by

        regions = regions_read_by(user)
        return self if regions is None else self.filter(Q(public=True) | Q(region__in=regions))

    def named_like(self, asked: str) -> PlanQuerySet:
        """Those whose region or title holds every asked word."""
        found = self
        for word in asked.split():
            found = found.filter(Q(region__name__icontains=word) | Q(fields__title__icontains=word))
        return found

    def with_counts(self) -> PlanQuerySet:
        """With `innovations` and `problems` (how many), and `changed_at` (when it last changed, if ever)."""
        from .changeset import ChangeSet

        newest = ChangeSet.objects.filter(plan=models.OuterRef("pk")).order_by("-number")
        return self.annotate(
            innovations=models.Count("elements", filter=Q(elements__collection="innovations")),
            problems=models.Count("elements", filter=Q(elements__collection="problems")),
            changed_at=models.Subquery(newest.values("at")[:1]),
        )


class Plan(models.Model):
    """One master plan. `fields` is its document with every row-stored collection it has as an empty list."""

    slug = models.SlugField(max_length=80, unique=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="plans")
    fields = models.JSONField(encoder=Exact)
    version = models.PositiveIntegerField(default=0)
    public = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(condition=Q(version__gte=0), name="plan_version_not_negative"),
            models.CheckConstraint(
                condition=Q(fields__has_keys=["format", "region", "title", "period"]),
                name="plan_has_required_fields",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("plan", args=[self.slug])

    @property
    def title(self) -> str:
        return str(self.fields["title"])

    @property
    def period(self) -> str:
        """*2025–2034*"""
        years = self.fields["period"]
        return f"{years['first_year']}–{years['last_year']}"

    @property
    def fictional(self) -> bool:
        return self.region.fictional

    @classmethod
    def start(cls, *, slug: str, region: Region, document: Data, public: bool = False) -> Plan:
        """A new plan at version 0 that says only what every plan must: format, region, title and period.

        The rest of `document` is left for the first change set: nothing in a plan is without an author.
        Raises `DocumentError` when the four are missing or wrong.
        """
        fields = {name: document[name] for name in REQUIRED if name in document}
        found = faults(fields)
        if found:
            raise DocumentError(found)
        return cls.objects.create(slug=slug, region=region, fields=fields, public=public)

    def snapshot(self) -> tuple[int, Data]:
        """The version and the document at one moment (one query, so that no change can fall between)."""
        own = Plan.objects.filter(pk=self.pk).annotate(collection=Value(""), position=F("version"))
        columns = ("collection", "position", "fields")
        rows = own.values_list(*columns).union(self.elements.values_list(*columns), all=True)
        version, found = 0, {}
        for collection, position, fields in rows.order_by("collection", "position"):
            if collection:
                found[collection].append(in_order(COLLECTIONS[collection].shape, fields))
            else:
                version, found = position, fields
        return version, in_order(PLAN, found)

    def document(self) -> Data:
        """The whole document as it is now (one query)."""
        return self.snapshot()[1]

    def document_at(self, number: int) -> Data:
        """The document as it was after change set `number`; 0 is the beginning. At most four queries.

        Replays from the nearest known document: now, or a named version, whichever is fewer change sets away.
        Raises `ValueError` for a number that has not been.
        """
        version, document = self.snapshot()
        if not 0 <= number <= version:
            raise ValueError(number)
        near = self._nearest_named(number, abs(version - number))
        if near:
            version, document = near.number, near.document()
        return self._replayed(document, version, number)

    def _nearest_named(self, number: int, closer_than: int) -> NamedVersion | None:
        known = self.named_versions.values_list("pk", "number")
        distance, pk = min(((abs(at - number), pk) for pk, at in known), default=(closer_than, 0))
        return self.named_versions.get(pk=pk) if distance < closer_than else None

    def _replayed(self, document: Data, start: int, end: int) -> Data:
        from .changeset import stored

        between = self.changesets.filter(number__gt=min(start, end), number__lte=max(start, end))
        steps = between.order_by("number" if end > start else "-number").values_list("changes", flat=True)
        for changes in map(stored, steps):
            document = apply(document, changes if end > start else invert(changes))
        return document

    def compare(self, a: int, b: int) -> Changes:
        """The changes that turn version `a` into version `b`."""
        return diff(self.document_at(a), self.document_at(b))

    def pictures(self, document: Data) -> dict[str, bytes]:
        """Of the figures in a document of this plan, digest → bytes; what was never sent in is left out."""
        named = {figure["digest"] for figure in document.get("figures", [])}
        found = self.kept_pictures.filter(digest__in=named).values_list("digest", "content") if named else []
        return {digest: bytes(content) for digest, content in found}

    def history(self) -> models.QuerySet[ChangeSet]:
        """All change sets, newest first."""
        return self.changesets.select_related("author").order_by("-number")

    def blame(self, collection: str | None, key: str | None, field: str) -> list[ChangeSet]:
        """Who set this field, newest first; the first is who last did. One query on the index of `changes`.

        A change to the field itself, to a field within it or around it counts, and so do the element's coming
        and going. For a field of the plan itself, collection and key are None.
        """
        where = {"collection": collection, "element": key} if collection else {"op": "set"}
        found = self.history().filter(changes__contains=[where])
        return [changeset for changeset in found if changeset.changes_to(collection, key, field)]

    def restore(
        self, number: int, by: User | None, reason: str = "", seen: int | None = None
    ) -> ChangeSet | None:
        """Make the plan say again what it said at `number`, as a new change set; nobody comes between.

        `seen` is the version at which it was asked whether `by` may: None comes back when that has passed.
        """
        from .changeset import ChangeSet

        with transaction.atomic():
            now = Plan.objects.select_for_update().get(pk=self.pk)
            if seen is not None and now.version != seen:
                return None
            changes = diff(self.document(), self.document_at(number))
            return ChangeSet.apply(plan=self, changes=changes, by=by, reason=reason, origin="restore")

    def name_version(
        self, name: str, by: User | None, by_name: str = "", at: datetime | None = None
    ) -> NamedVersion:
        """Freeze what the plan says now under a name; `by_name` and `at` are for loads.

        Raises `IntegrityError` when the name is taken.
        """
        from .named import NamedVersion

        version, document = self.snapshot()
        return NamedVersion.objects.create(
            plan=self,
            number=version,
            name=name,
            digest=digest(document),
            text=canonical(document),
            by=by,
            by_name=by_name or (by.name if by else ""),
            at=at or timezone.now(),
        )


class Element(models.Model):
    """One element of a row-stored collection. `key` is its id, code or natural key within the collection."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="elements")
    collection = models.CharField(max_length=12)
    key = models.CharField(max_length=LONGEST_KEY)
    position = models.PositiveIntegerField()
    fields = models.JSONField(encoder=Exact)

    class Meta:
        ordering = ["plan", "collection", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(collection__in=list(COLLECTIONS)), name="element_collection_known"
            ),
            models.UniqueConstraint(fields=["plan", "collection", "key"], name="element_key_once"),
            models.UniqueConstraint(
                fields=["plan", "collection", "position"],
                name="element_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.collection}[{self.key}]"
