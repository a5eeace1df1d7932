"""Cohorts, who was named, who took part, what is proven of each stage, what regions are known for."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from haluan.regions.models import Region

from .stages import Stage


def in_language(record: Any, field: str) -> str:
    """The English of a field when English is read and there is some; otherwise the Indonesian."""
    english = getattr(record, f"{field}_en") if get_language() == "en" else ""
    return english or getattr(record, field)


class LoadedData(models.Model):
    """Which data of the package is in the database, by checksum. Pages made of it are remembered by it."""

    name = models.CharField(primary_key=True, max_length=40)
    checksum = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.name} {self.checksum[:8]}"


class Cohort(models.Model):
    """One year's intake: `places` to be chosen, and how many are said to have `finished`."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    places = models.PositiveSmallIntegerField()
    finished = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=300)
    fictional = models.BooleanField(default=False)

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(condition=Q(year__gte=2017, year__lte=2100), name="cohort_year"),
            models.CheckConstraint(condition=Q(places__gt=0), name="cohort_places"),
        ]

    def __str__(self) -> str:
        return str(self.year)

    def get_absolute_url(self) -> str:
        return reverse("cohort", args=[self.year])


class Named(models.Model):
    """A region on the published list of a cohort. That it was named does not prove that it took part."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="named")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="named")
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["cohort", "region"]
        constraints = [
            models.UniqueConstraint(fields=["cohort", "region"], name="named_once"),
            models.CheckConstraint(condition=~Q(source=""), name="named_has_source"),
        ]

    def __str__(self) -> str:
        return f"{self.cohort_id} {self.region_id}"


class Participation(models.Model):
    """A region that went through a cohort, with what proves it and how firmly."""

    class Confidence(models.TextChoices):
        VERIFIED = "verified", _("terbukti")
        LIKELY = "likely", _("mungkin")
        DISPUTED = "disputed", _("diperdebatkan")

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="participations")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="participations")
    source = models.CharField(max_length=300)
    confidence = models.CharField(max_length=8, choices=Confidence)

    class Meta:
        ordering = ["cohort", "region"]
        constraints = [
            models.UniqueConstraint(fields=["cohort", "region"], name="participation_once"),
            models.CheckConstraint(condition=~Q(source=""), name="participation_has_source"),
            models.CheckConstraint(
                condition=Q(confidence__in=["verified", "likely", "disputed"]),
                name="participation_confidence",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cohort_id} {self.region_id}"


class Story(models.Model):
    """Why being named and taking part differ for a region: a footnote for lists, a sentence for its page."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="stories")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="stories")
    footnote = models.CharField(max_length=200)
    footnote_en = models.CharField(max_length=200, blank=True)
    text = models.CharField(max_length=500)
    text_en = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["cohort", "region"]
        constraints = [models.UniqueConstraint(fields=["cohort", "region"], name="story_once")]
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.text

    @property
    def note(self) -> str:
        return in_language(self, "footnote")

    @property
    def sentence(self) -> str:
        return in_language(self, "text")


class StageEvent(models.Model):
    """Something proven of a stage: of the whole cohort when `region` is empty, otherwise of that region.

    An unknown date stays empty. `step` is the number of a workshop, `regions` how many regions it concerned.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="events")
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="stage_events"
    )
    stage = models.CharField(max_length=10, choices=Stage)
    step = models.PositiveSmallIntegerField(null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    regions = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.CharField(max_length=400)
    text_en = models.CharField(max_length=400, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["cohort", "starts_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="stage_event_stage"),
            models.CheckConstraint(
                condition=Q(step=None) | Q(stage="workshops", step__gte=1, step__lte=4),
                name="stage_event_step",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="stage_event_ends_after_start",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="stage_event_has_source"),
            models.UniqueConstraint(
                fields=["cohort", "region", "stage", "step", "starts_on"],
                nulls_distinct=False,
                name="stage_event_once",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def sentence(self) -> str:
        return in_language(self, "text")


class Indicator(models.Model):
    """One published figure about a region in one year. A figure that is not public has no row."""

    class Kind(models.TextChoices):
        LPPD_RANK = "lppd_rank", _("Peringkat kinerja pemerintahan (LPPD)")
        LPPD_SCORE = "lppd_score", _("Nilai kinerja pemerintahan (LPPD), sampai 4")
        SMART_CITY = "smart_city", _("Nilai evaluasi smart city, sampai 4")

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="indicators")
    kind = models.CharField(max_length=12, choices=Kind)
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=9, decimal_places=4)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["kind", "year"]
        constraints = [
            models.UniqueConstraint(fields=["region", "kind", "year"], name="indicator_once"),
            models.CheckConstraint(condition=Q(value__gte=0), name="indicator_not_negative"),
            models.CheckConstraint(
                condition=Q(kind="lppd_rank") | Q(value__lte=4), name="indicator_score_to_4"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.region_id} {self.kind} {self.year}"

    @property
    def shown(self) -> str:
        """A rank as a whole number, a score with the decimals it was published with (at least two)."""
        if self.kind == self.Kind.LPPD_RANK:
            return number_format(self.value, 0)
        decimals = -self.value.normalize().as_tuple().exponent
        return number_format(self.value, max(2, int(decimals)))


class KnownInnovation(models.Model):
    """What a region is known to have done for its residents. An empty field was not found in public pages."""

    class Dimension(models.TextChoices):
        GOVERNANCE = "governance", _("Tata kelola")
        BRANDING = "branding", _("Citra daerah")
        ECONOMY = "economy", _("Ekonomi")
        LIVING = "living", _("Kehidupan")
        SOCIETY = "society", _("Masyarakat")
        ENVIRONMENT = "environment", _("Lingkungan")

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="known_innovations")
    name = models.CharField(max_length=120)
    dimension = models.CharField(max_length=12, choices=Dimension, blank=True)
    problem = models.CharField(max_length=400, blank=True)
    service_change = models.CharField(max_length=400, blank=True)
    enabler = models.CharField(max_length=400, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    evidence = models.CharField(max_length=400, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["region", "year", "name"]
        constraints = [
            models.UniqueConstraint(fields=["region", "name"], name="known_innovation_once"),
            models.CheckConstraint(condition=~Q(source=""), name="known_innovation_has_source"),
            models.CheckConstraint(
                condition=Q(
                    dimension__in=[
                        "",
                        "governance",
                        "branding",
                        "economy",
                        "living",
                        "society",
                        "environment",
                    ]
                ),
                name="known_innovation_dimension",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Highlight(models.Model):
    """A known innovation told in two sentences on the home page; its evidence shows what was counted."""

    innovation = models.OneToOneField(KnownInnovation, on_delete=models.CASCADE, related_name="highlight")
    order = models.PositiveSmallIntegerField(unique=True)
    title = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120, blank=True)
    text = models.CharField(max_length=400)
    text_en = models.CharField(max_length=400, blank=True)
    evidence = models.CharField(max_length=300)
    evidence_en = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.title

    @property
    def heading(self) -> str:
        return in_language(self, "title")

    @property
    def sentence(self) -> str:
        return in_language(self, "text")

    @property
    def proof(self) -> str:
        return in_language(self, "evidence")


class Announcement(models.Model):
    """Something said or set out when a cohort was announced, in our own words, with its source."""

    class Kind(models.TextChoices):
        STATEMENT = "statement", _("Yang disampaikan")
        CRITERION = "criterion", _("Cara memilih")
        FOLLOWS = "follows", _("Sesudah ditandatangani")

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="announcements")
    kind = models.CharField(max_length=9, choices=Kind)
    order = models.PositiveSmallIntegerField()
    who = models.CharField(max_length=160, blank=True)
    who_en = models.CharField(max_length=160, blank=True)
    text = models.CharField(max_length=500)
    text_en = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=300)
    url = models.URLField(max_length=300, blank=True)

    class Meta:
        ordering = ["cohort", "kind", "order"]
        constraints = [
            models.UniqueConstraint(fields=["cohort", "kind", "order"], name="announcement_once"),
            models.CheckConstraint(
                condition=~Q(kind="statement") | ~Q(who=""), name="announcement_statement_has_speaker"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="announcement_has_source"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def speaker(self) -> str:
        return in_language(self, "who")

    @property
    def sentence(self) -> str:
        return in_language(self, "text")
