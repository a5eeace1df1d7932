"""A plan cannot be made so large that nobody can open it; what is too large can always be made smaller."""

from __future__ import annotations

import pytest

from haluan.plans import limits
from haluan.plans.models import ChangeSet, Element
from masterplan.document import DocumentError

from .making import added, make_plan, set_field

pytestmark = pytest.mark.django_db
LONG = "x" * (limits.LONGEST_TEXT + 1)


def refused(plan, *changes):
    with pytest.raises(DocumentError) as error:
        ChangeSet.apply(plan=plan, changes=list(changes), by=None)
    plan.refresh_from_db()
    assert plan.version == 1
    return error.value


@pytest.mark.parametrize(
    "change",
    [
        set_field("title", "Daftar dari rumah", LONG),
        set_field("vision", "Warga dilayani dekat rumah", LONG, None, None),
        set_field("missions", None, ["pendek", LONG], None, None),
        added("innovations", "IN-09", "IN-03", title=LONG),
    ],
)
def test_a_text_that_nobody_reads_is_refused_with_its_place(change):
    fault = refused(make_plan(), change).faults[0]
    assert "20000" in fault.message
    assert fault.path.startswith(("innovations[IN-01].title", "innovations[IN-09]", "vision", "missions"))


@pytest.mark.parametrize(
    ("field", "now"), [("operating_per_year", 1.7e308), ("costs", [{"offset": 1, "capital": 10**300}])]
)
def test_an_amount_whose_sum_would_be_infinite_is_refused(field, now):
    was = None if field == "operating_per_year" else [{"offset": 0, "capital": 1250000000}]
    assert "satuannya" in refused(make_plan(), set_field(field, was, now)).faults[0].message


def test_an_element_of_many_short_texts_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_ELEMENT", 3000)
    entries = [{"indicator": {"name": f"indikator {number}", "unit": "orang"}} for number in range(60)]
    assert refused(make_plan(), set_field("outcomes", None, entries)).faults[0].path == "innovations[IN-01]"
    refused(make_plan(), added("innovations", "IN-09", "IN-03", title="x", outcomes=entries))
    refused(make_plan(), set_field("missions", None, ["misi"] * 900, None, None))


def test_more_elements_than_a_plan_holds_are_refused(monkeypatch):
    plan = make_plan()
    monkeypatch.setattr(limits, "MOST_ELEMENTS", Element.objects.filter(plan=plan).count())
    assert "unsur" in refused(plan, added("innovations", "IN-09", "IN-03", title="x")).faults[0].message


def test_a_plan_does_not_grow_without_end_by_small_steps(monkeypatch):
    plan = make_plan()
    monkeypatch.setattr(limits, "LARGEST_PLAN", 500)
    longer = set_field("title", "Daftar dari rumah", "Daftar dari rumah saja")
    assert "terlalu besar" in refused(plan, longer).faults[0].message
    ChangeSet.apply(plan=plan, changes=[set_field("title", "Daftar dari rumah", "Daftar")], by=None)
    assert plan.version == 2


def test_what_is_too_large_already_can_be_shortened_bit_by_bit(monkeypatch):
    plan = make_plan()
    monkeypatch.setattr(limits, "LARGEST_ELEMENT", 10)
    ChangeSet.apply(plan=plan, changes=[set_field("title", "Daftar dari rumah", "Daftar")], by=None)
    assert plan.version == 2
