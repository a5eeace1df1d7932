"""Trying a portfolio out, keeping it, comparing it, and making it the plan's own."""

from __future__ import annotations

import pytest
from django.urls import reverse

from haluan.impact.models import Scenario
from haluan.plans.models import ChangeSet
from haluan.plans.reading import said
from masterplan.document import load
from masterplan.impact import value
from masterplan.impact.worked import spent_in, worked
from tests.impact_pages.making import CHOOSING, finished, keep
from tests.plans_app.making import make_plan, make_user, set_field

pytestmark = pytest.mark.django_db
BEST = {"IN-01": 2027, "IN-02": 2027}


@pytest.fixture
def plan():
    return make_plan(CHOOSING)


@pytest.fixture
def coordinator(client, plan):
    user = make_user("coordinator", plan.region)
    client.force_login(user)
    return user


def url(plan, name="plan-budget", *rest):
    return reverse(name, args=[plan.slug, *rest])


def read(client, address, status=200, **asked):
    response = client.get(address, asked)
    assert response.status_code == status
    return response.content.decode()


def decided(plan):
    return {
        one["id"]: (one.get("decision"), one.get("scheduled_start")) for one in plan.document()["innovations"]
    }


def test_residents_read_the_budget_that_is_chosen(client, plan):
    finished(plan, BEST)
    assert "Susunan terbaik" not in read(client, url(plan))
    assert "Belanja" in read(client, url(plan))


def test_before_anything_is_computed_the_page_says_what_to_do(client, plan, coordinator):
    page = read(client, url(plan))
    assert "Susunan terbaik belum dihitung" in page
    assert "1 dari 3 inovasi" in page
    assert "Belum ada skenario" in page


def test_moving_says_at_once_what_it_costs_and_saves_nothing(client, plan, coordinator):
    finished(plan, BEST)
    page = read(client, url(plan), **{"mulai:IN-01": "2029"})
    before, after = judged(BEST), judged({"IN-01": 2029, "IN-02": 2027})
    lost = before.person_years.expected - after.person_years.expected
    saved = sum(before.spending.values()) - sum(after.spending.values())
    assert f"IN-01 mulai 2029: −{said.about(lost)} orang-tahun" in page
    assert f"belanja −{said.money(saved)}" in page
    assert "Sedang dicoba" in page
    assert "semua aturan ditepati" in page
    assert decided(plan)["IN-01"] == ("chosen", 2028)


def judged(portfolio):
    innovations = [
        {
            **{name: said for name, said in one.items() if name not in ("decision", "scheduled_start")},
            **(
                {"decision": "chosen", "scheduled_start": portfolio[one["id"]]}
                if one["id"] in portfolio
                else {}
            ),
        }
        for one in CHOOSING["innovations"]
    ]
    return value(load(CHOOSING | {"innovations": innovations}))


def test_moving_says_which_rule_it_breaks(client, plan, coordinator):
    finished(plan, BEST)
    page = read(client, url(plan), **{"mulai:IN-03": "2028"})
    assert judged({**BEST, "IN-03": 2028}).broken[0].words.id in page
    assert "Saya tahu aturan di atas dilanggar" in page


def test_nonsense_in_the_address_is_left_out(client, plan, coordinator):
    finished(plan, BEST)
    odd = {"mulai:IN-99": "2028", "mulai:IN-01": "2031", "mulai:IN-02": "dua", "mulai:": "1"}
    assert "Sedang dicoba" not in read(client, url(plan), **odd)
    for ref in ("hitungan-999999", "skenario-1", "lain", "hitungan-" + "9" * 30):
        read(client, url(plan), status=404, pilihan=ref)


def apply(client, plan, **more):
    asked = {
        "pilihan": f"hitungan-{plan.optimisations.get().pk}",
        "alasan": "Putusan dewan",
        "versi": plan.version,
    }
    return client.post(url(plan, "plan-portfolio-apply"), {**asked, **more})


def test_applying_is_one_change_set_that_one_undo_takes_back(client, plan, coordinator):
    finished(plan, BEST)
    before = decided(plan)
    apply(client, plan, **{"mulai:IN-01": "2028"})
    plan.refresh_from_db()
    done = plan.changesets.get(number=2)
    assert (done.origin, done.reason, done.author) == ("portfolio", "Putusan dewan", coordinator)
    assert decided(plan) == {
        "IN-01": ("chosen", 2028),
        "IN-02": ("chosen", 2027),
        "IN-03": ("not_chosen", None),
    }
    client.post(reverse("plan-revert", args=[plan.slug, 2]))
    assert decided(plan) == before


def test_what_was_applied_is_still_proven(client, plan, coordinator):
    run = finished(plan, BEST)
    apply(client, plan)
    page = read(client, run.get_absolute_url())
    assert "Isi rencana sudah berubah" not in page
    assert "Terapkan ke rencana" not in page


def test_applying_asks_for_a_reason_and_for_a_broken_rule_to_be_known(client, plan, coordinator):
    finished(plan, BEST)
    assert apply(client, plan, alasan=" ").status_code == 422
    refused = apply(client, plan, **{"mulai:IN-03": "2028"})
    assert refused.status_code == 422
    assert "melanggar aturan" in refused.content.decode()
    assert 'value="Putusan dewan"' in refused.content.decode()
    assert plan.changesets.count() == 1
    assert apply(client, plan, **{"mulai:IN-03": "2028", "tahu": "ya"}).status_code == 302


def test_applying_what_somebody_else_decided_meanwhile_is_refused(client, plan, coordinator):
    finished(plan, BEST)
    ChangeSet.apply(plan=plan, changes=[set_field("scheduled_start", 2028, 2030)], by=None)
    refused = apply(client, plan, versi=1)
    assert refused.status_code == 409
    page = refused.content.decode()
    assert "Orang lain mengubah rencana" in page
    assert "IN-01" in page
    assert decided(plan)["IN-01"] == ("chosen", 2030)


def test_applying_to_a_plan_whose_other_words_changed_goes_through(client, plan, coordinator):
    finished(plan, BEST)
    ChangeSet.apply(plan=plan, changes=[set_field("vision", None, "Dekat", None, None)], by=None)
    assert apply(client, plan, versi=1).status_code == 302
    assert decided(plan)["IN-01"] == ("chosen", 2027)


def test_a_portfolio_for_more_money_is_judged_by_the_money_there_is(client, plan, coordinator):
    finished(plan, {**BEST, "IN-03": 2028}, factor=5.0)
    page = read(client, url(plan))
    assert "Dicari dengan pagu 500" in page
    assert "Belanja 2028" in page
    assert apply(client, plan).status_code == 422
    assert apply(client, plan, tahu="ya").status_code == 302


def test_an_agency_may_not_decide_what_others_lead(client, plan):
    finished(plan, BEST)
    client.force_login(make_user("member", plan.region, agency="DLH"))
    assert apply(client, plan).status_code == 403


def test_a_scenario_is_kept_compared_and_removed(client, plan, coordinator):
    run = finished(plan, BEST)
    kept = {"pilihan": run.ref, "mulai:IN-02": "", "nama": "Tanpa  bank sampah"}
    client.post(url(plan, "plan-scenario-keep"), kept)
    scenario = Scenario.objects.get()
    assert (scenario.name, scenario.portfolio, scenario.optimisation) == (
        "Tanpa bank sampah",
        {"IN-01": 2027},
        run,
    )
    page = read(client, url(plan, "plan-scenarios"), s=["rencana", run.ref, scenario.ref])
    assert "“Susunan terbaik” membawa" in page
    assert "lebih banyak daripada" in page
    taken = client.post(url(plan, "plan-scenario-keep"), kept)
    assert taken.status_code == 422
    assert "sudah dipakai" in taken.content.decode()
    client.post(url(plan, "plan-scenario-remove", scenario.pk))
    assert not Scenario.objects.exists()


def test_a_scenario_of_a_plan_that_changed_says_so(client, plan, coordinator):
    scenario = keep(plan, "Lama", {"IN-01": 2027})
    ChangeSet.apply(plan=plan, changes=[set_field("severity", 0.1, 0.2, "MS-01", "problems")], by=None)
    assert "Isi rencana berubah" in read(client, url(plan, "plan-scenarios"), s=[scenario.ref, "rencana"])
    assert "Isi rencana sudah berubah" in read(client, url(plan), pilihan=scenario.ref)


def test_every_number_opens(client, plan, coordinator):
    run = finished(plan, BEST)
    whole = read(client, url(plan, "plan-figure"), pilihan=run.ref, apa="nilai")
    assert "1.000" in whole
    assert "(1 − 0,3)" in whole
    one = read(client, url(plan, "plan-figure"), pilihan=run.ref, apa="IN-01")
    assert "(0,2 + 0,3 + 0,4) ÷ 3" in one
    assert "Siapa yang menulis angkanya" in one
    money = read(client, url(plan, "plan-figure"), pilihan=run.ref, apa="2027")
    for amount in ("Rp1.000.000.000", "Rp800.000.000", "Rp200.000.000", "Rp50.000.000", "Rp2.050.000.000"):
        assert amount in money
    read(client, url(plan, "plan-figure"), status=404, apa="2050")


def test_the_calculation_that_is_shown_agrees_with_the_value():
    plan = load(CHOOSING)
    impact = value(plan)
    assert sum(one.person_years for one in worked(plan)) == pytest.approx(impact.person_years.expected)
    assert sum(one.unweighted for one in worked(plan)) == pytest.approx(
        impact.unweighted_person_years.expected
    )
    for year, amount in impact.spending.items():
        assert sum(item.amount for item in spent_in(plan, year)) == pytest.approx(amount)


def test_the_page_costs_the_same_queries_however_many_there_are(
    client, plan, coordinator, django_assert_max_num_queries
):
    run = finished(plan, BEST)
    read(client, run.get_absolute_url())
    with django_assert_max_num_queries(14):
        read(client, run.get_absolute_url())
    for number in range(8):
        keep(plan, f"Skenario {number}", BEST)
    with django_assert_max_num_queries(14):
        read(client, run.get_absolute_url())
    with django_assert_max_num_queries(14):
        read(client, url(plan, "plan-figure"), pilihan=run.ref, apa="IN-01")
