"""Optimising as a job: asked for, told, stopped with the best so far, answered about, never lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from haluan.impact import jobs
from haluan.impact.models import Inquiry, Optimisation
from haluan.impact.solving import NotSolvable, SolverDied, solve
from haluan.plans.models import ChangeSet
from tests.impact_pages.making import CHOOSING, finished, keep, work
from tests.plans_app.making import make_plan, make_user, set_field

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan(CHOOSING)


def signed_in(client, plan, kind="coordinator"):
    user = make_user(kind, plan.region)
    client.force_login(user)
    return user


def address(plan, name="plan-budget", *rest):
    return reverse(name, args=[plan.slug, *rest])


def test_the_best_portfolio_is_found_and_proven(client, plan):
    user = signed_in(client, plan)
    client.post(address(plan, "plan-optimise"))
    run = work(Optimisation.objects.get())
    assert (run.asked_by, run.state, run.status, run.stopped_by) == (user, "done", "optimal", "gap")
    assert set(run.portfolio) == {"IN-01", "IN-02"}
    page = client.get(address(plan)).content.decode()
    assert "Optimal, terbukti" in page
    assert "2 dari 3 inovasi" in page


def test_one_at_a_time_for_a_plan(client, plan):
    first = Optimisation.ask(plan, by=None)
    assert Optimisation.ask(plan, by=None) == first
    with pytest.raises(IntegrityError), transaction.atomic():
        Optimisation.objects.create(plan=plan, number=1, digest="", inputs="")


def test_progress_is_told_while_it_runs(client, plan):
    signed_in(client, plan)
    run = Optimisation.ask(plan, by=None)
    taken = Optimisation.take(run.pk)
    taken.reach(value=340.0, bound=400.0, reached=0.18, seconds=3.0, result={"portfolio": {"IN-01": 2027}})
    told = client.get(
        address(plan, "plan-optimisation", run.pk), headers={"X-Fragment": "1"}
    ).content.decode()
    assert "Terbaik sejauh ini 340, batas atas 400, celah 18,00" in told
    assert 'data-job="' in told


def test_stopped_early_keeps_the_best_so_far(client, plan):
    signed_in(client, plan)
    run = Optimisation.ask(plan, by=None)
    found = {"portfolio": {"IN-01": 2027}, "unweighted": 170.0, "range": [300.0, 380.0]}
    Optimisation.take(run.pk).reach(value=340.0, bound=400.0, reached=0.18, seconds=3.0, result=found)
    client.post(address(plan, "plan-optimisation-cancel", run.pk))
    run.refresh_from_db()
    assert (run.state, run.stopped_by, run.status) == ("done", "interrupt", "feasible")
    page = client.get(run.get_absolute_url()).content.decode()
    assert "Layak, belum terbukti terbaik" in page
    assert "dihentikan" in page


def test_stopped_before_there_is_an_answer_keeps_nothing(plan):
    run = Optimisation.ask(plan, by=None)
    assert run.cancel()
    assert run.state == "cancelled"
    assert work(run).state == "cancelled"
    assert not run.cancel()


def test_a_plan_whose_rules_cannot_hold_says_which(client, plan):
    poor = CHOOSING | {"settings": {"minimum_per_dimension": 1}}
    poor["budget"] = [{"year": year, "amount": 1} for year in range(2027, 2031)]
    plan = make_plan(poor)
    signed_in(client, plan)
    run = work(Optimisation.ask(plan, by=None))
    assert (run.state, run.status, run.value) == ("done", "infeasible", None)
    page = client.get(address(plan)).content.decode()
    assert "Tidak ada susunan yang menepati semua aturan" in page
    assert run.result["conflict"][0][:20] in page


def test_a_worker_that_dies_is_tried_again_and_the_best_is_kept(plan, monkeypatch):
    run = Optimisation.ask(plan, by=None)
    good = {"portfolio": {"IN-01": 2027}, "unweighted": 170.0, "range": [1.0, 2.0]}

    def dies(order, look):
        look({**good, "value": 340.0, "bound": 400.0, "seconds": 1.0})
        raise SolverDied("killed")

    monkeypatch.setattr(jobs, "solve", dies)
    with pytest.raises(SolverDied):
        work(run)
    run.refresh_from_db()
    assert (run.state, run.value) == ("queued", 340.0)

    def worse(order, look):
        look(
            {
                "portfolio": {"IN-02": 2027},
                "unweighted": 1.0,
                "range": [1.0, 2.0],
                "value": 9.0,
                "bound": 380.0,
                "seconds": 1.0,
            }
        )
        return {
            "status": "unknown",
            "value": None,
            "bound": None,
            "seconds": 2.0,
            "stopped_by": "time",
            "fixed": {},
            "conflict": [],
            "mend": "",
        }

    monkeypatch.setattr(jobs, "solve", worse)
    work(run)
    assert (run.state, run.value, run.bound, run.status) == ("done", 340.0, 380.0, "feasible")
    assert run.portfolio == {"IN-01": 2027}


def test_after_four_deaths_it_says_so(plan, monkeypatch):
    def dies(order, look):
        raise SolverDied("killed")

    monkeypatch.setattr(jobs, "solve", dies)
    run = Optimisation.ask(plan, by=None)
    for _try in range(3):
        with pytest.raises(SolverDied):
            work(run)
    assert work(run).state == "failed"
    assert "berulang kali" in run.error


def test_a_run_without_a_job_is_queued_again(plan):
    run = Optimisation.ask(plan, by=None)
    assert not Optimisation.lost().exists()
    Optimisation.objects.filter(pk=run.pk).update(job=None)
    assert list(Optimisation.lost()) == [run]


def test_other_words_leave_the_proof_alone_and_other_numbers_do_not(client, plan):
    signed_in(client, plan)
    run = finished(plan, {"IN-01": 2027, "IN-02": 2027})
    ChangeSet.apply(plan=plan, changes=[set_field("vision", None, "Dekat", None, None)], by=None)
    assert "Isi rencana sudah berubah" not in client.get(run.get_absolute_url()).content.decode()
    dearer = set_field("people_affected", 1000, 10, "MS-01", "problems")
    ChangeSet.apply(plan=plan, changes=[dearer], by=None)
    page = client.get(run.get_absolute_url()).content.decode()
    assert "Isi rencana sudah berubah" in page
    assert "Optimal untuk isi yang lama" in page


@pytest.mark.parametrize("kind", ["frontier", "why", "robust", "fair", "evidence", "assumed"])
def test_what_is_asked_about_it_is_answered_and_kept(client, plan, kind):
    signed_in(client, plan)
    run = work(Optimisation.ask(plan, by=None))
    client.post(address(plan, "plan-inquire", run.pk), {"jenis": kind})
    inquiry = work(Inquiry.objects.get())
    assert inquiry.state == "done"
    page = client.get(run.get_absolute_url()).content.decode()
    assert {
        "frontier": "pagu sekarang:",
        "why": "Bila dibalik",
        "robust": "Di sembilan dari sepuluh skenario",
        "fair": "Kecamatan belum dapat dibandingkan",
        "evidence": "Bila bukti D dihitung separuh",
        "assumed": "jenis asumsi yang digeser",
    }[kind] in page
    assert Inquiry.ask(run, kind, by=None) == inquiry


def test_what_would_turn_the_decision_about_one_is_found(client, plan):
    signed_in(client, plan)
    run = work(Optimisation.ask(plan, by=None))
    about = {"jenis": "turn", "tentang": "IN-02"}
    page = client.get(client.post(address(plan, "plan-inquire", run.pk), about).url).content.decode()
    assert "Apa yang membalik putusan ini" in page
    inquiry = work(Inquiry.objects.get())
    assert (inquiry.state, inquiry.about) == ("done", "IN-02")
    assert (
        "Keluar bila biayanya menjadi"
        in client.get(inquiry.get_absolute_url().partition("#")[0]).content.decode()
    )
    client.post(address(plan, "plan-inquire", run.pk), {"jenis": "turn", "tentang": "IN-99"})
    assert Inquiry.objects.count() == 1


def test_what_cannot_be_counted_is_refused_in_a_sentence(plan):
    from masterplan.document import canonical

    twisted = CHOOSING | {"period": {"first_year": 2030, "last_year": 2027}}
    order = {
        "document": canonical(twisted),
        "question": "optimise",
        "gap": 0.01,
        "seconds": 5,
        "fixed_before": None,
        "lang": "id",
    }
    with pytest.raises(NotSolvable, match="terbalik"):
        solve(order, lambda _progress: None)


def test_what_has_begun_stays_when_asked(plan):
    run = work(Optimisation.ask(plan, by=None, fixed_before=2029))
    assert run.result["fixed"] == {"IN-01": 2028}
    assert run.portfolio["IN-01"] == 2028


def test_old_ones_that_nobody_needs_are_forgotten(plan):
    now = timezone.now()
    long_ago = now - timedelta(days=120)
    old, kept, newest = (finished(plan, {"IN-01": 2027}) for _ in range(3))
    Optimisation.objects.filter(pk__in=[old.pk, kept.pk]).update(finished_at=long_ago)
    keep(plan, "Dari yang lama", {"IN-01": 2027}, optimisation=kept)
    assert list(Optimisation.outdated(now)) == [old]
    jobs.forget_old.func(timestamp=0)
    assert set(Optimisation.objects.all()) == {kept, newest}


def test_minimums_may_be_others_for_one_run(client, plan):
    user = signed_in(client, plan)
    client.post(address(plan, "plan-optimise"), {"dimensi": "1", "quickwin": "0"})
    strict = work(Optimisation.objects.get())
    assert (strict.per_dimension, strict.quick_wins, strict.asked_by) == (1, 0, user)
    assert strict.status == "infeasible"  # the only one for branding is dearer than the money
    client.post(address(plan, "plan-optimise"), {"dimensi": "0"})
    easy = work(Optimisation.objects.exclude(pk=strict.pk).get())
    assert (easy.per_dimension, easy.quick_wins, easy.status) == (0, None, "optimal")
    assert "Paling sedikit per dimensi" in client.get(easy.get_absolute_url()).content.decode()


def test_whoever_waited_long_is_told_when_it_ended(client, plan, monkeypatch):
    from haluan.accounts.models import Notice

    user = signed_in(client, plan)
    client.post(address(plan, "plan-optimise"))
    quick = work(Optimisation.objects.get())
    assert not Notice.objects.exists()
    monkeypatch.setattr(jobs, "PATIENCE", 0)
    client.post(address(plan, "plan-inquire", quick.pk), {"jenis": "frontier"})
    inquiry = work(Inquiry.objects.get())
    notice = Notice.objects.get()
    assert (notice.user, notice.what) == (user, "Pertanyaan selesai dijawab")
    assert notice.url == inquiry.get_absolute_url()


def test_districts_are_compared_and_the_floor_has_its_price(client):
    first, second = CHOOSING["problems"]
    data = CHOOSING | {
        "districts": [{"code": "99.01.01", "name": "Hulu"}, {"code": "99.01.02", "name": "Hilir"}],
        "problems": [
            first | {"people_by_district": {"99.01.01": 900, "99.01.02": 100}},
            second | {"people_by_district": {"99.01.02": 4000}},
        ],
    }
    plan = make_plan(data)
    signed_in(client, plan)
    run = work(Optimisation.ask(plan, by=None))
    client.post(address(plan, "plan-inquire", run.pk), {"jenis": "fair"})
    work(Inquiry.objects.get())
    page = client.get(run.get_absolute_url()).content.decode()
    assert "Paling sedikit terbantu: Hulu" in page or "Paling sedikit terbantu: Hilir" in page
    assert "Harga jaminan bagi semua kecamatan" in page


def test_what_changes_since_a_version_did_is_told(client, plan):
    signed_in(client, plan)
    fewer = set_field("people_affected", 1000, 500, "MS-01", "problems")
    ChangeSet.apply(plan=plan, changes=[fewer], by=None)
    run = work(Optimisation.ask(plan, by=None))
    assert "Akibat perubahan rencana" in client.get(run.get_absolute_url()).content.decode()
    for wrong in ("0", "01", "2", "9" * 40, "satu", "-1", ""):
        client.post(address(plan, "plan-inquire", run.pk), {"jenis": "before", "tentang": wrong})
    assert not Inquiry.objects.exists()
    client.post(address(plan, "plan-inquire", run.pk), {"jenis": "before", "tentang": "1"})
    inquiry = work(Inquiry.objects.get())
    page = client.get(inquiry.get_absolute_url().partition("#")[0]).content.decode()
    assert "orang-tahun lebih sedikit" in page
    assert "Pilihan terbaik sekarang dibanding pilihan waktu itu" in page


def test_stopping_what_is_over_shows_what_it_found(client, plan):
    signed_in(client, plan)
    run = work(Optimisation.ask(plan, by=None))
    shown = client.post(address(plan, "plan-optimisation-cancel", run.pk))
    assert shown.url == run.get_absolute_url()
