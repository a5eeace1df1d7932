"""The bytes of the pictures in a plan's prose, kept beside its document, which names them by their digest."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Func, Q, Sum, Value
from django.utils import timezone
from django.utils.translation import gettext as _

from ..drawn import Drawn, PictureError
from .plan import Plan

if TYPE_CHECKING:
    from haluan.accounts.models import User

MOST_BYTES = 60_000_000
MOST_PICTURES = 300
"""Of one plan: books with more pictures than that would not be read, nor sent by e-mail."""


class Picture(models.Model):
    """One picture of one plan, as it was drawn anew from what was sent in. Never altered."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="kept_pictures")
    digest = models.CharField(max_length=64)
    media_type = models.CharField(max_length=10)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["plan", "at"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "digest"], name="picture_once"),
            models.CheckConstraint(
                condition=Q(media_type__in=["image/png", "image/jpeg"]), name="picture_type_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    size=Func(
                        F("content"), function="octet_length", output_field=models.PositiveIntegerField()
                    )
                ),
                name="picture_size",
            ),
            models.CheckConstraint(
                condition=Q(
                    digest=Func(
                        Func(F("content"), function="sha256"),
                        Value("hex"),
                        function="encode",
                        output_field=models.CharField(),
                    )
                ),
                name="picture_hash",
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_altered", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return self.digest[:12]

    @classmethod
    def keep(cls, plan: Plan, drawn: Drawn, by: User | None) -> Picture:
        """The picture of this plan with these bytes, new or the one that is there.

        Raises `PictureError` where the plan would hold more than books can carry; two at once are counted both.
        """
        digest = hashlib.sha256(drawn.content).hexdigest()
        with transaction.atomic():
            Plan.objects.select_for_update().get(pk=plan.pk)
            there = cls.objects.filter(plan=plan, digest=digest).first()
            if there:
                return there
            held = cls.objects.filter(plan=plan).aggregate(size=Sum("size"), count=models.Count("pk"))
            if (held["size"] or 0) + len(drawn.content) > MOST_BYTES or held["count"] >= MOST_PICTURES:
                raise PictureError(
                    _("Rencana ini sudah memuat gambar sebanyak yang dapat dibawa bukunya (%(mb)s MB).")
                    % {"mb": MOST_BYTES // 1_000_000}
                )
            return cls.objects.create(
                plan=plan,
                digest=digest,
                media_type=drawn.media_type,
                content=drawn.content,
                size=len(drawn.content),
                width=drawn.width,
                height=drawn.height,
                by=by,
            )
