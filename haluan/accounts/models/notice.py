"""Notices, what was mailed of them and when, and each person's choice of hours."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .people import User


class Notice(models.Model):
    """One thing a person should know: what, why it is told, where to look."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notices")
    what = models.CharField(max_length=200)
    why = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=300)
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["user", "-at"], name="notice_of_user"),
            models.Index(
                fields=["user"], condition=Q(read_at=None, mailed_at=None), name="notice_for_digest"
            ),
        ]

    def __str__(self) -> str:
        return self.what


class NoticeChoice(models.Model):
    """When a person wants the daily digest and when it must be quiet, in the person's own time zone."""

    class Zone(models.TextChoices):
        WIB = "Asia/Jakarta", _("WIB (Jakarta)")
        WITA = "Asia/Makassar", _("WITA (Makassar)")
        WIT = "Asia/Jayapura", _("WIT (Jayapura)")

    class Language(models.TextChoices):
        INDONESIAN = "id", _("Bahasa Indonesia")
        ENGLISH = "en", _("Inggris")

    user = models.OneToOneField(
        User, on_delete=models.CASCADE, primary_key=True, related_name="notice_choice"
    )
    digest = models.BooleanField(_("Kirim ringkasan harian lewat e-mail"), default=True)
    hour = models.PositiveSmallIntegerField(_("Jam ringkasan"), default=7, validators=[MaxValueValidator(23)])
    quiet_from = models.PositiveSmallIntegerField(
        _("Jam tenang mulai"), default=20, validators=[MaxValueValidator(23)]
    )
    quiet_until = models.PositiveSmallIntegerField(
        _("Jam tenang sampai"), default=6, validators=[MaxValueValidator(23)]
    )
    zone = models.CharField(_("Zona waktu"), max_length=20, choices=Zone, default=Zone.WIB)
    language = models.CharField(
        _("Bahasa surat"), max_length=2, choices=Language, default=Language.INDONESIAN
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(hour__lte=23, quiet_from__lte=23, quiet_until__lte=23), name="notice_choice_hours"
            ),
            # The digest would never leave if its hour were a quiet one.
            models.CheckConstraint(
                condition=Q(quiet_from=F("quiet_until"))
                | Q(quiet_from__lt=F("quiet_until"), hour__lt=F("quiet_from"))
                | Q(quiet_from__lt=F("quiet_until"), hour__gte=F("quiet_until"))
                | Q(quiet_from__gt=F("quiet_until"), hour__lt=F("quiet_from"), hour__gte=F("quiet_until")),
                name="notice_choice_hour_not_quiet",
                violation_error_message=_("Jam ringkasan jatuh di jam tenang. Ubah salah satunya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.hour}.00 {self.zone}"

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.zone))

    def is_quiet(self, moment: datetime) -> bool:
        """From `quiet_from` until `quiet_until`, over midnight when that is earlier; equal hours: never."""
        now, start, end = self.local(moment).time(), time(self.quiet_from), time(self.quiet_until)
        if start <= end:
            return start <= now < end
        return now >= start or now < end

    def wants_digest(self, moment: datetime) -> bool:
        return self.digest and self.local(moment).hour >= self.hour and not self.is_quiet(moment)


class Digest(models.Model):
    """That somebody's digest of a day was sent: the constraint makes a second one impossible."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(help_text="In the person's own time zone")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="digest_once_a_day")]

    def __str__(self) -> str:
        return f"{self.user} {self.day}"
