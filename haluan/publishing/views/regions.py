"""All regions: found by name, filtered, sorted, as a map and as a file."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import Count
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from haluan.programme.freshness import facts_version, public_page
from haluan.programme.models import Cohort, KnownInnovation, Named, Participation
from haluan.programme.participants import Participants, bare_name
from haluan.regions.models import Province, Region
from haluan.regions.search import find

from .home import map_of, supporters

NEVER = "belum"


@dataclass
class Row:
    """A region as a list shows it."""

    region: Region
    took_part: list[int] = field(default_factory=list)
    only_named: list[int] = field(default_factory=list)
    innovations: int = 0


@dataclass(frozen=True)
class Choice:
    """What was asked for, read from the address; what is not understood is left out."""

    text: str
    province: str
    cohort: str
    order: str

    @classmethod
    def of(cls, query: QueryDict) -> Choice:
        order = query.get("urut", "")
        return cls(
            text=query.get("q", "").strip()[:80].replace("\x00", ""),
            province=query.get("provinsi", "")[:2].replace("\x00", ""),
            cohort=query.get("angkatan", "")[:5],
            order=order if order in {"nama", "provinsi", "angkatan", "inovasi"} else "",
        )

    @property
    def any(self) -> bool:
        return bool(self.text or self.province or self.cohort)


def rows_of(regions: list[Region]) -> list[Row]:
    """Rows with what is known of each region, in three queries however many there are."""
    rows = {region.code: Row(region) for region in regions}
    for code, year in Participation.objects.order_by("cohort_id").values_list("region_id", "cohort_id"):
        if code in rows:
            rows[code].took_part.append(year)
    for code, year in Named.objects.order_by("cohort_id").values_list("region_id", "cohort_id"):
        if code in rows and year not in rows[code].took_part:
            rows[code].only_named.append(year)
    counted = KnownInnovation.objects.order_by().values_list("region_id").annotate(Count("id"))
    for code, count in counted:
        if code in rows:
            rows[code].innovations = count
    return list(rows.values())


def chosen(choice: Choice) -> tuple[list[Row], bool]:
    """The rows that were asked for, and whether the name was found for certain."""
    regions = Region.objects.select_related("province").order_by("fictional", "code")
    if choice.province:
        regions = regions.filter(province=choice.province)
    found, certain = (find(choice.text, regions)) if choice.text else (list(regions), True)
    rows = [row for row in rows_of(found) if in_cohort(row, choice.cohort)]
    return ordered(rows, choice), certain


def in_cohort(row: Row, cohort: str) -> bool:
    if cohort == NEVER:
        return not row.took_part
    return not cohort.isdecimal() or int(cohort) in row.took_part


def ordered(rows: list[Row], choice: Choice) -> list[Row]:
    """By what was asked; otherwise best match first, or by code as provinces are listed everywhere."""
    keys = {
        "nama": lambda row: (bare_name(row.region), row.region.kind),
        "provinsi": lambda row: (row.region.province.name, row.region.name),
        "angkatan": lambda row: (not row.took_part, -max(row.took_part, default=0), row.region.name),
        "inovasi": lambda row: (-row.innovations, row.region.name),
    }
    return sorted(rows, key=keys[choice.order]) if choice.order else rows


@public_page
def regions(request: HttpRequest) -> HttpResponse:
    choice = Choice.of(request.GET)
    if choice.any or choice.order:
        rows, certain = chosen(choice)
        shown = {"rows": rows, "certain": certain, "title": title(rows, choice)}
    else:
        shown = {**all_regions(request), "certain": True}
    context = {
        **shown,
        "section": "regions",
        "choice": choice,
        "provinces": Province.objects.filter(fictional=False).order_by("name"),
        "cohorts": Cohort.objects.filter(fictional=False),
        "address": request.GET.urlencode(),
    }
    return render(request, "publishing/regions.html", context)


def all_regions(request: HttpRequest) -> dict[str, SafeString]:
    """What the page shows before anything is asked: the map, and every region under its province."""
    version = facts_version(request)
    return remembered(version, str(get_language())) if version else parts_of_all()


@lru_cache(maxsize=4)
def remembered(_version: str, _language: str) -> dict[str, SafeString]:
    return parts_of_all()


def parts_of_all() -> dict[str, SafeString]:
    participants = Participants()
    nothing_asked = Choice.of(QueryDict())
    rows, _certain = chosen(nothing_asked)
    shown = {"participants": participants, "map": map_of(participants), "by_province": by_province(rows)}
    return {
        "title": SafeString(escape(title(rows, nothing_asked))),
        "map": render_to_string("publishing/home/map.html", shown),
        "by_province": render_to_string("publishing/by_province.html", shown),
    }


def by_province(rows: list[Row]) -> list[tuple[Province, list[Row], int]]:
    """Provinces with their regions and how many of these took part."""
    found: dict[Province, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.region.province].append(row)
    return [(province, own, sum(bool(row.took_part) for row in own)) for province, own in found.items()]


def title(rows: list[Row], choice: Choice) -> str:
    """The heading of the list is what it shows."""
    real = [row for row in rows if not row.region.fictional]
    numbers = {"all": len(real), "some": sum(bool(row.took_part) for row in real)}
    if choice.any:
        return _("%(all)d daerah ditemukan; %(some)d pernah menjadi peserta") % numbers
    return _("%(some)d dari %(all)d kabupaten dan kota pernah menjadi peserta") % numbers


@public_page
def regions_file(request: HttpRequest) -> HttpResponse:
    """The same list as a spreadsheet can open it."""
    rows, _certain = chosen(Choice.of(request.GET))
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="daerah.csv"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(
        [
            "kode",
            "daerah",
            "jenis",
            "provinsi",
            "ikut_angkatan",
            "disebut_saja",
            "inovasi_bersumber",
            "rekaan",
            "lisensi",
        ]
    )
    for row in rows:
        region = row.region
        years = [" ".join(map(str, years)) for years in (row.took_part, row.only_named)]
        licence = "idn-area-data, ODbL"
        fictional = "ya" if region.fictional else ""
        writer.writerow(
            [region.code, region, region.kind, region.province, *years, row.innovations, fictional, licence]
        )
    return response


@public_page
def province(request: HttpRequest, code: str) -> HttpResponse:
    shown = get_object_or_404(Province, code=code)
    rows = rows_of(list(shown.regions.select_related("province")))
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        counts["took_part"] += bool(row.took_part)
        counts["innovations"] += row.innovations
    context = {
        "section": "regions",
        "province": shown,
        "rows": rows,
        "counts": counts,
        "fictional": shown.fictional,
    }
    return render(request, "publishing/province.html", context)


@public_page
def supporters_page(request: HttpRequest) -> HttpResponse:
    return render(request, "publishing/supporters.html", {"supporters": supporters()})
