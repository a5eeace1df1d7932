"""A region: what is known of it, what is promised, what is planned."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from haluan.programme.freshness import public_page
from haluan.programme.models import Cohort, Indicator, Participation, StageEvent
from haluan.programme.timeline import Known, timeline
from haluan.regions.models import Region

from ..plans import plans_of


@public_page
def region(request: HttpRequest, code: str) -> HttpResponse:
    shown = get_object_or_404(Region.objects.select_related("province"), code=code)
    indicators = list(shown.indicators.all())
    context = {
        "section": "regions",
        "region": shown,
        "fictional": shown.fictional,
        "cohorts": [(known, timeline(known, timezone.localdate())) for known in known_of(shown, indicators)],
        "plans": plans_of(shown.code),
        "indicators": indicators,
        "innovations": list(shown.known_innovations.order_by("-year", "name")),
        "neighbours": neighbours(shown),
    }
    return render(request, "publishing/region.html", context)


def known_of(region: Region, indicators: list[Indicator]) -> list[Known]:
    """All cohorts the region was named in or took part in, the one it took part in first."""
    named = {row.cohort_id: row for row in region.named.all()}
    took_part = {row.cohort_id: row for row in region.participations.all()}
    stories = {row.cohort_id: row for row in region.stories.all()}
    years = sorted(named.keys() | took_part.keys(), key=lambda year: (year not in took_part, -year))
    cohorts = Cohort.objects.in_bulk(years)
    of_these = Q(region=region) | Q(region=None)
    events = list(StageEvent.objects.filter(of_these, cohort__in=years))
    scores = tuple(row for row in indicators if row.kind == Indicator.Kind.SMART_CITY)
    return [
        Known(
            cohort=cohorts[year],
            named=named.get(year),
            took_part=took_part.get(year),
            story=stories.get(year),
            own=tuple(e for e in events if e.cohort_id == year and e.region_id),
            of_cohort=tuple(e for e in events if e.cohort_id == year and not e.region_id),
            scores=scores if year in took_part else (),
        )
        for year in years
    ]


def neighbours(region: Region) -> QuerySet[Region]:
    """Regions of the same province, those that took part in a cohort first; at most twelve."""
    others = Region.objects.filter(province=region.province_id).exclude(code=region.code)
    took_part = Exists(Participation.objects.filter(region=OuterRef("pk")))
    return others.annotate(took_part=took_part).order_by("-took_part", "name")[:12]
