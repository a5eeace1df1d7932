"""The plans that come with the package."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from haluan.plans.loading import PLACE, REAL, TRAINING
from haluan.plans.models import NamedVersion, Plan
from masterplan.document import canonical, parse

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    call_command("load_programme")
    call_command("load_people")
    call_command("load_plans")


def test_plans_without_their_regions_say_what_to_do():
    with pytest.raises(CommandError, match="load_programme"):
        call_command("load_plans")


def test_every_plan_says_what_its_file_says(loaded):
    for slug in [*REAL, TRAINING]:
        plan = Plan.objects.get(slug=slug)
        assert canonical(plan.document()) == canonical(parse((PLACE / f"{slug}.json").read_bytes()))
        assert plan.public and plan.fictional == (slug == TRAINING)
    assert Plan.objects.get(slug="kabupaten-demak").history().get().author_name == "Sumber terbuka"
    before = list(Plan.objects.values_list("slug", "version"))
    call_command("load_plans")
    assert list(Plan.objects.values_list("slug", "version")) == before


def test_the_training_plan_has_authors_dates_and_frozen_versions(loaded):
    plan = Plan.objects.get(slug=TRAINING)
    assert plan.version >= 40
    assert {"BAPPEDA", "DLH", "DINKES"} <= set(plan.changesets.values_list("agency", flat=True))
    assert plan.changesets.filter(author__email="dlh@latihan.example").exists()
    moments = list(plan.changesets.order_by("number").values_list("at", flat=True))
    assert moments == sorted(moments)
    for version in NamedVersion.objects.filter(plan=plan):
        assert canonical(plan.document_at(version.number)) == version.text
    assert set(plan.named_versions.values_list("name", flat=True)) == {"Draf Bimtek 2", "Rancangan Bimtek 3"}
