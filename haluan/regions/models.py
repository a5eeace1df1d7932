"""Provinces, regions and institutions. Codes are those of the Ministry of Home Affairs."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Province(models.Model):
    """One of the 38 provinces; `fictional` marks the one for training."""

    code = models.CharField(primary_key=True, max_length=2)
    name = models.CharField(max_length=80, unique=True)
    fictional = models.BooleanField(default=False)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=r"^[0-9]{2}$"), name="province_code")
        ]

    def __str__(self) -> str:
        return self.name


class Region(models.Model):
    """A regency (kabupaten) or city (kota). A fictional one says so on every page that shows it."""

    class Kind(models.TextChoices):
        REGENCY = "kabupaten", _("kabupaten")
        CITY = "kota", _("kota")

    code = models.CharField(primary_key=True, max_length=5)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=9, choices=Kind)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="regions")
    fictional = models.BooleanField(default=False)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[0-9]{2}\.[0-9]{2}$"), name="region_code"
            ),
            models.UniqueConstraint(fields=["name"], name="region_name_unique"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("region", args=[self.code])

    @property
    def short_name(self) -> str:
        """As lists show it: *Kab. Demak*, *Kota Bontang*."""
        return self.name.replace("Kabupaten ", "Kab. ", 1)


class Institution(models.Model):
    """A ministry, company, university or practice that supports the programme; its role has a source."""

    class Kind(models.TextChoices):
        MINISTRY = "ministry", _("kementerian dan lembaga")
        INDUSTRY = "industry", _("industri")
        ACADEMIA = "academia", _("perguruan tinggi")
        PRACTITIONER = "practitioner", _("praktisi")

    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    role = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=300)
    fictional = models.BooleanField(default=False)

    class Meta:
        ordering = ["kind", "name"]

    def __str__(self) -> str:
        return self.name
