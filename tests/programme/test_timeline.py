"""A region's stages show what is proven of it, and say so where nothing is."""

from __future__ import annotations

from datetime import date

import pytest

from haluan.programme.timeline import Step, timeline
from haluan.publishing.views.region import known_of
from haluan.regions.models import Region

TODAY = date(2026, 11, 24)


def steps(code: str, year: int, today: date = TODAY) -> dict[str, Step]:
    region = Region.objects.get(code=code)
    known = next(k for k in known_of(region, list(region.indicators.all())) if k.cohort.year == year)
    return {step.words.stage.value: step for step in timeline(known, today)}


@pytest.mark.usefixtures("programme")
class TestTimeline:
    def test_four_workshops_with_their_days(self) -> None:
        workshops = steps("52.03", 2017)["workshops"]
        assert (workshops.state, workshops.short) == ("done", "4 dari 4 tercatat")
        assert "18–19 Juli 2017" in workshops.text
        assert "26–27 Oktober 2017" in workshops.text

    def test_a_region_that_was_not_named_is_not_said_to_be_chosen(self) -> None:
        chosen = steps("52.03", 2017)["chosen"]
        assert chosen.state == ""
        assert chosen.short == "tidak ada dalam daftar"

    def test_what_the_cohort_did_does_not_count_for_the_region(self) -> None:
        agreement = steps("32.77", 2018)["agreement"]
        assert (agreement.state, agreement.short) == ("", "belum dibuktikan")
        assert "belum dibuktikan" in agreement.text

    def test_a_signing_the_sources_name_counts(self) -> None:
        agreement = steps("33.16", 2018)["agreement"]
        assert (agreement.state, agreement.short) == ("done", "8 Mei 2018")
        assert agreement.source == "Info Blora, 9 May 2018"

    def test_what_nobody_knows_is_said_to_be_unknown(self) -> None:
        enacted = steps("33.21", 2019)["enacted"]
        assert (enacted.state, enacted.short, enacted.source) == ("", "belum diketahui", "")

    def test_yearly_scores_prove_the_evaluation(self) -> None:
        evaluated = steps("63.09", 2019)["evaluated"]
        assert evaluated.state == "done"
        assert "2,98 (2021)" in evaluated.text

    def test_a_stage_under_way_is_now(self) -> None:
        assert steps("52.03", 2017, date(2017, 9, 5))["workshops"].state == "now"

    def test_those_that_did_not_finish_have_no_books(self) -> None:
        assert steps("32.14", 2017)["books"].state == ""
        assert steps("15.71", 2017)["books"].state == "done"
