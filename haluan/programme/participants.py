"""Who took part, by cohort and by province: the lists, the footnotes and the finding of the map."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from haluan.regions.models import Province, Region

from .models import Cohort, Participation, StageEvent, Story
from .stages import Stage

JAVA = {"31", "32", "33", "34", "35", "36"}
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Footnote:
    mark: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Member:
    region: Region
    mark: str


@dataclass
class CohortList:
    """A cohort with the names of those that took part; `agreement` is its signing."""

    cohort: Cohort
    agreement: StageEvent | None
    members: list[Member]

    @property
    def complete(self) -> bool:
        return len(self.members) >= self.cohort.places

    @property
    def more_than_places(self) -> bool:
        return len(self.members) > self.cohort.places


@dataclass
class ProvinceCount:
    province: Province
    regions: list[Region] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.regions)

    @property
    def shade(self) -> str:
        """The class of the map's colour: none, 1, 2–4, 5–9, 10 or more."""
        shades = ((10, "m4"), (5, "m3"), (2, "m2"), (1, "m1"))
        return next((shade for least, shade in shades if self.count >= least), "")


class Participants:
    """Everything about taking part in real cohorts, in five queries however many there are."""

    def __init__(self) -> None:
        self.cohorts = list(Cohort.objects.filter(fictional=False))
        self.rows = list(
            Participation.objects.filter(cohort__fictional=False, region__fictional=False)
            .select_related("region")
            .order_by("cohort_id")
        )
        stories = Story.objects.filter(cohort__fictional=False, region__fictional=False)
        self.stories = list(stories.order_by("cohort_id", "region_id"))
        self.agreements = {
            event.cohort_id: event
            for event in StageEvent.objects.filter(
                stage=Stage.AGREEMENT, region=None, cohort__fictional=False
            )
        }
        self.provinces = list(Province.objects.filter(fictional=False))

    @cached_property
    def marks(self) -> dict[str, str]:
        """The superscript of each footnote, in the order of the cohorts."""
        notes = dict.fromkeys(story.footnote for story in self.stories)
        return {note: str(number).translate(SUPERSCRIPT) for number, note in enumerate(notes, start=1)}

    @cached_property
    def mark_of(self) -> dict[str, str]:
        return {story.region_id: self.marks[story.footnote] for story in self.stories}

    @property
    def footnotes(self) -> list[Footnote]:
        told: dict[str, list[Story]] = defaultdict(list)
        for story in self.stories:
            told[story.footnote].append(story)
        return [
            Footnote(self.marks[note], stories[0].note, tuple(dict.fromkeys(s.source for s in stories)))
            for note, stories in told.items()
        ]

    @property
    def lists(self) -> list[CohortList]:
        by_year: dict[int, list[Member]] = defaultdict(list)
        for row in self.rows:
            by_year[row.cohort_id].append(Member(row.region, self.mark_of.get(row.region_id, "")))
        for members in by_year.values():
            members.sort(key=lambda member: bare_name(member.region))
        return [CohortList(c, self.agreements.get(c.year), by_year[c.year]) for c in self.cohorts]

    @cached_property
    def by_province(self) -> list[ProvinceCount]:
        """All provinces, those with most participants first."""
        counts = {province.code: ProvinceCount(province) for province in self.provinces}
        for region in {row.region_id: row.region for row in self.rows}.values():
            counts[region.province_id].regions.append(region)
        for count in counts.values():
            count.regions.sort(key=lambda region: region.name)
        return sorted(counts.values(), key=lambda c: (-c.count, c.province.name))

    @property
    def without(self) -> list[Province]:
        return [count.province for count in self.by_province if not count.count]

    @property
    def finding(self) -> str:
        """The title of the map: what it shows, in numbers."""
        with_some = [count for count in self.by_province if count.count]
        total = sum(count.count for count in with_some)
        if not total:
            return _("Belum ada peserta yang tercatat")
        top = with_some[:3]
        numbers = {
            "provinces": len(with_some),
            "all": len(self.by_province),
            "top": sum(count.count for count in top),
            "total": total,
        }
        if len(top) == 3 and {count.province.code for count in top} <= JAVA:
            return (
                _(
                    "%(provinces)d dari %(all)d provinsi punya peserta; "
                    "%(top)d dari %(total)d daerah ada di tiga provinsi di Jawa"
                )
                % numbers
            )
        return _("%(provinces)d dari %(all)d provinsi punya peserta; seluruhnya %(total)d daerah") % numbers


def bare_name(region: Region) -> str:
    return region.name.split(" ", 1)[-1]
