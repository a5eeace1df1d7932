"""The home page: the programme in one look."""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from haluan.programme.freshness import facts_version, public_page
from haluan.programme.models import Highlight
from haluan.programme.participants import Participants
from haluan.programme.stages import STAGES
from haluan.regions.models import Institution
from haluan.regions.outlines import WIDTH, outlines

from ..plans import readable_plans


@public_page
def home(request: HttpRequest) -> HttpResponse:
    version = facts_version(request)
    facts = remembered(version, str(get_language())) if version else facts_of_programme()
    return render(request, "publishing/home.html", {**facts, "plans": readable_plans()})


@lru_cache(maxsize=4)
def remembered(_version: str, _language: str) -> dict[str, SafeString]:
    return facts_of_programme()


def facts_of_programme() -> dict[str, SafeString]:
    """The parts of the page that only change when the programme's data does."""
    participants = Participants()
    shown = {
        "participants": participants,
        "map": map_of(participants),
        "highlights": Highlight.objects.select_related("innovation__region"),
        "stages": STAGES,
        "supporters": supporters(),
    }
    return {
        part: render_to_string(f"publishing/home/{part}.html", shown)
        for part in ("cohort_table", "map", "highlights", "stages", "cohorts", "supporters")
    }


def map_of(participants: Participants) -> dict[str, object]:
    """What the drawing needs: its size, and each province with its outline and how many took part."""
    paths, height = outlines()
    ordered = sorted(participants.by_province, key=lambda count: count.province.code)
    return {
        "width": WIDTH,
        "height": height,
        "provinces": [
            (count, paths[count.province.code]) for count in ordered if count.province.code in paths
        ],
    }


def supporters() -> dict[str, list[Institution]]:
    """Real institutions by kind, those that started or are named first in the announcement first."""
    found: dict[str, list[Institution]] = {kind: [] for kind in Institution.Kind.values}
    for institution in Institution.objects.filter(fictional=False).order_by("id"):
        found[institution.kind].append(institution)
    found[Institution.Kind.INDUSTRY].sort(key=lambda institution: institution.name.lower())
    return found
