"""What is loaded is what the files say, once, and nothing of the training regions is touched."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Count

from haluan.programme import loading
from haluan.programme.models import (
    Cohort,
    Indicator,
    KnownInnovation,
    LoadedData,
    Named,
    Participation,
    StageEvent,
)
from haluan.regions.models import Institution, Province, Region


def count(model: type, **of: object) -> int:
    return model.objects.filter(**of).count()


def test_all_of_the_country_and_the_programme_is_there(programme: None) -> None:
    assert (count(Province), count(Region), count(Institution)) == (38, 514, 22)
    named = dict(Named.objects.order_by().values_list("cohort").annotate(Count("id")))
    took_part = dict(Participation.objects.order_by().values_list("cohort").annotate(Count("id")))
    assert named == {2017: 25, 2018: 50, 2019: 25}
    assert took_part == {2017: 26, 2018: 49, 2019: 25}
    assert KnownInnovation.objects.values("region").distinct().count() == 19


def test_loading_again_does_nothing(programme: None, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert loading.load() is False


def test_changed_files_are_loaded_again_and_give_the_same(programme: None) -> None:
    before = set(Participation.objects.values_list("cohort", "region", "source"))
    LoadedData.objects.update(checksum="other")
    Participation.objects.filter(region="33.21").delete()
    Region.objects.filter(code="33.21").update(name="Salah")
    assert loading.load() is True
    assert set(Participation.objects.values_list("cohort", "region", "source")) == before
    assert Region.objects.get(code="33.21").name == "Kabupaten Demak"


def test_training_regions_stay_as_they_are(programme: None) -> None:
    province = Province.objects.create(code="99", name="Provinsi Latihan", fictional=True)
    region = Region.objects.create(
        code="99.01", name="Kabupaten Latihan", kind="kabupaten", province=province, fictional=True
    )
    Participation.objects.create(cohort_id=2019, region=region, source="rekaan", confidence="verified")
    KnownInnovation.objects.create(region=region, name="Rekaan", source="rekaan")
    Indicator.objects.create(region=region, kind="smart_city", year=2026, value=3, source="rekaan")
    StageEvent.objects.create(cohort_id=2019, region=region, stage="books", text="Rekaan", source="rekaan")
    LoadedData.objects.update(checksum="other")
    loading.load()
    region.refresh_from_db()
    assert region.fictional
    for model in (Participation, KnownInnovation, Indicator, StageEvent):
        assert count(model, region=region) == 1


def test_a_figure_that_is_not_public_has_no_row(programme: None) -> None:
    assert not Indicator.objects.filter(region="33.21", kind="lppd_rank").exists()
    assert Indicator.objects.get(region="35.15", kind="lppd_rank").shown == "1"
    assert Indicator.objects.get(region="35.15", kind="lppd_score").value.normalize() != 0


def test_events_name_only_whom_the_source_names(programme: None) -> None:
    signed = StageEvent.objects.filter(stage="agreement", region__isnull=False)
    of = dict(signed.order_by().values_list("cohort").annotate(Count("id")))
    assert of == {2017: 25, 2018: 3, 2019: 25}
    finished = set(StageEvent.objects.filter(cohort=2017, stage="books").values_list("region", flat=True))
    assert len(finished - {None}) == Cohort.objects.get(year=2017).finished
    assert not finished & {"32.14", "61.72"}
    assert "52.03" in finished


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Named.objects.create(cohort_id=2018, region_id="32.76", source="dua kali"),
        lambda: Named.objects.create(cohort_id=2018, region_id="32.09", source=""),
        lambda: Participation.objects.create(
            cohort_id=2018, region_id="32.76", source="x", confidence="pasti"
        ),
        lambda: StageEvent.objects.create(cohort_id=2018, stage="books", step=1, text="x", source="x"),
        lambda: StageEvent.objects.create(
            cohort_id=2018, stage="books", starts_on="2018-05-08", ends_on="2018-05-07", text="x", source="x"
        ),
        lambda: Indicator.objects.create(
            region_id="33.21", kind="smart_city", year=2020, value=5, source="x"
        ),
        lambda: Cohort.objects.create(year=2020, places=0, source="x"),
        lambda: Region.objects.create(code="3321", name="x", kind="kota", province_id="33"),
    ],
)
def test_the_database_refuses_what_cannot_be(programme: None, wrong) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong()
