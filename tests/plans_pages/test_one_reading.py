"""A plan says the same of itself wherever it is shown."""

from __future__ import annotations

import re

import pytest

from haluan.plans.reading import said
from masterplan.document import load, parse
from masterplan.impact import value
from tests.plans_app.making import make_plan, make_region
from tests.plans_app.test_public_pages import LATIHAN, latihan, page

pytestmark = pytest.mark.django_db

BONTANG = LATIHAN.parent / "kota-bontang.json"


def three_figures(text: str) -> list[str]:
    found = text.partition('<dl class="figures three">')[2].partition("</dl>")[0]
    return [re.sub(r"<[^>]+>", "", one) for one in re.findall(r"<(?:dd|dt)[^>]*>.*?</(?:dd|dt)>", found)]


def test_a_regions_page_and_its_plan_show_the_same_three_figures_and_quick_wins(client):
    latihan()
    region, plan = page(client, "99.01", "region"), page(client, "latihan", "plan")
    assert three_figures(region) == three_figures(plan) != []
    first = re.search(r'<h3 class="serif" lang="id">(.*?)</h3>', plan)[1]
    assert first in region


def test_the_figures_are_those_of_the_impact_model(client):
    document = load(parse(LATIHAN.read_bytes()))
    found = value(document)
    latihan()
    shown = three_figures(page(client, "latihan", "plan"))
    chosen = sum(one.decision == "chosen" for one in document.innovations)
    assert shown[0] == str(chosen)
    assert said.money(sum(found.spending.values())) in shown
    assert said.about(found.person_years.expected) in shown


def test_where_no_decision_is_written_which_are_chosen_is_unknown_not_none(client):
    data = parse(BONTANG.read_bytes())
    make_plan(data, region=make_region(data["region"]["code"], data["region"]["name"]), slug="bontang")
    for text in (page(client, "bontang", "plan"), page(client, data["region"]["code"], "region")):
        shown = three_figures(text)
        assert shown[:3] == ["3", "inovasi ditulis", "Mana yang dipilih belum diketahui."]
        assert shown.count("belum diketahui") == 2 and "0" not in shown
        assert "Rp0" not in text
    assert (
        " 0 dari " not in page(client, "bontang", "plan").partition("Enam dimensi")[2].partition("</ul>")[0]
    )


def test_evidence_nobody_wrote_is_not_called_an_assumption(client):
    data = parse(BONTANG.read_bytes())
    make_plan(data, region=make_region(data["region"]["code"], data["region"]["name"]), slug="bontang")
    assert "Belum ada yang dapat dinilai buktinya" in page(client, "bontang", "plan")
