"""Pages of the cohorts: who was named, who took part, where the two differ, and how one was announced."""

from __future__ import annotations

import csv

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from haluan.regions.models import Institution, Region

from .freshness import public_page
from .models import Announcement, Cohort, StageEvent
from .stages import STAGES, Stage, Words


class Membership:
    """A region in a cohort: whether it was named, whether it took part, and the story when the two differ."""

    def __init__(self, region: Region) -> None:
        self.region = region
        self.named = None
        self.took_part = None
        self.story = None


def members_of(cohort: Cohort) -> list[Membership]:
    """All regions named in the cohort or taking part in it, in three queries."""
    found: dict[str, Membership] = {}
    for attribute, rows in (
        ("named", cohort.named),
        ("took_part", cohort.participations),
        ("story", cohort.stories),
    ):
        for row in rows.select_related("region__province"):
            setattr(found.setdefault(row.region_id, Membership(row.region)), attribute, row)
    return sorted(found.values(), key=lambda member: member.region.name.split(" ", 1)[-1])


@public_page
def cohort(request: HttpRequest, year: int) -> HttpResponse:
    shown = get_object_or_404(Cohort, year=year)
    members = members_of(shown)
    context = {
        "section": "regions",
        "cohort": shown,
        "members": members,
        "named": sum(member.named is not None for member in members),
        "took_part": sum(member.took_part is not None for member in members),
        "stories": [member for member in members if member.story],
        "calendar": calendar(shown),
        "announced": shown.announcements.exists(),
        "others": Cohort.objects.filter(fictional=False).exclude(year=year),
        "fictional": shown.fictional,
    }
    return render(request, "programme/cohort.html", context)


def calendar(cohort: Cohort) -> list[tuple[Words, list[StageEvent], list[Region]]]:
    """Each stage with what is proven of the whole cohort, and the regions of which something is proven."""
    events = list(cohort.events.select_related("region"))
    return [
        (
            words,
            [event for event in events if event.stage == words.stage and event.region is None],
            list(
                dict.fromkeys(event.region for event in events if event.stage == words.stage and event.region)
            ),
        )
        for words in STAGES
    ]


@public_page
def cohort_file(_request: HttpRequest, year: int) -> HttpResponse:
    """Both lists of a cohort side by side, each row with its sources."""
    shown = get_object_or_404(Cohort, year=year)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="angkatan-{year}.csv"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(
        [
            "angkatan",
            "kode",
            "daerah",
            "disebut",
            "sumber_disebut",
            "ikut",
            "keyakinan",
            "sumber_ikut",
            "catatan",
            "sumber_catatan",
        ]
    )
    for member in members_of(shown):
        named, took_part, story = member.named, member.took_part, member.story
        writer.writerow(
            [
                year,
                member.region.code,
                member.region,
                "ya" if named else "tidak",
                named.source if named else "",
                "ya" if took_part else "belum terbukti",
                took_part.get_confidence_display() if took_part else "",
                took_part.source if took_part else "",
                story.sentence if story else "",
                story.source if story else "",
            ]
        )
    return response


@public_page
def announcement(request: HttpRequest, year: int) -> HttpResponse:
    """How a cohort was announced: its regions, what was said, how they were chosen, who supports it."""
    shown = get_object_or_404(Cohort, year=year)
    items = list(shown.announcements.all())
    if not items:
        raise Http404
    context = {
        "section": "regions",
        "cohort": shown,
        "members": [member for member in members_of(shown) if member.named],
        "signing": shown.events.filter(region=None, stage=Stage.AGREEMENT).first(),
        "before": [
            event
            for words, events, _regions in calendar(shown)
            if words.stage in (Stage.INVITED, Stage.ASSESSED, Stage.CHOSEN)
            for event in events
        ],
        **{kind: [item for item in items if item.kind == kind] for kind in Announcement.Kind.values},
        "institutions": Institution.objects.filter(fictional=False).order_by("id"),
    }
    return render(request, "programme/announcement.html", context)
