"""A run from asking to its end: one for a version, kept, told, failed with a sentence, never half."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, OperationalError, connections, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import JobAborted
from procrastinate.job_context import AbortReason

from haluan.accounts.models import Notice
from haluan.plans.models import Picture
from haluan.publishing import jobs
from haluan.publishing.models import BookAsker, BookFile, BookRun
from haluan.publishing.typesetting import TypesetterDied
from haluan.web.waiting import waiting_for
from masterplan.books import BookError
from tests.masterplan.whole_plan import png
from tests.plans_app.making import SMALL, make_plan, make_user
from tests.publishing.books import TINY, TINY_WORD, change, instant, make

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan()


def ask(plan, **how):
    return BookRun.ask(plan, plan.version, **how)


@pytest.mark.django_db(transaction=True)
def test_two_who_ask_at_the_same_moment_wait_for_one_run():
    plan = make_plan()
    barrier = Barrier(2)

    def asking(_number):
        barrier.wait()
        try:
            return BookRun.ask(plan, plan.version).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(asking, range(2))
    assert first == second
    assert ProcrastinateJob.objects.filter(task_name="publishing.make_book").count() == 1


def test_a_book_is_made_in_steps_and_kept_with_its_hash(plan, monkeypatch):
    instant(monkeypatch)
    run = make(ask(plan))
    assert (run.state, run.step, run.file.pages) == ("done", 5, 2)
    assert bytes(run.file.content) == TINY
    assert (run.file.size, run.file.sha256) == (len(TINY), hashlib.sha256(TINY).hexdigest())


def test_the_same_version_asked_again_is_answered_at_once(plan, monkeypatch):
    instant(monkeypatch)
    done = make(ask(plan))
    assert ask(plan).pk == done.pk
    change(plan)
    assert ask(plan).pk != done.pk
    assert ask(plan, language="en").state == "queued"


def test_the_same_version_gives_the_same_bytes(plan):
    first = bytes(make(ask(plan)).file.content)
    assert first.startswith(b"%PDF-")
    BookRun.objects.get().forget()
    change(plan)
    assert bytes(make(BookRun.ask(plan, 1)).file.content) == first


def test_what_cannot_be_made_fails_with_a_sentence_and_may_be_asked_again(plan, monkeypatch):
    instant(monkeypatch, BookError("Judul terlalu panjang; pendekkan."))
    failed = make(ask(plan))
    assert (failed.state, failed.error, failed.attempts) == ("failed", "Judul terlalu panjang; pendekkan.", 1)
    assert make(ask(plan)).state == "done"


def test_passing_trouble_is_tried_again_and_in_the_end_told(plan, monkeypatch):
    instant(monkeypatch, *[TypesetterDied("signal 9")] * BookRun.TRIES)
    run = ask(plan)
    for attempt in range(1, BookRun.TRIES):
        with pytest.raises(TypesetterDied):
            make(run)
        run.refresh_from_db()
        assert (run.state, run.attempts, run.started_at) == ("queued", attempt, None)
    assert make(run).state == "failed"
    assert "berulang" in run.error


def test_pauses_between_tries_grow_and_a_wrong_plan_is_not_tried_again():
    from procrastinate.jobs import Job

    def pause(error, attempts):
        job = Job(id=1, queue="books", lock=None, queueing_lock=None, task_name="x", attempts=attempts)
        decision = jobs.Again(jobs.PASSING, BookRun.TRIES).get_retry_decision(exception=error, job=job)
        return decision and round((decision.retry_at - timezone.now()).total_seconds())

    assert [pause(OperationalError(), n) for n in range(5)] == [2, 4, 8, 16, None]
    assert pause(BookError("x"), 0) is None
    assert pause(JobAborted(), 3) == 0


def test_our_own_mistake_is_said_to_be_ours(plan, monkeypatch):
    instant(monkeypatch, KeyError("x"))
    run = ask(plan)
    with pytest.raises(KeyError):
        make(run)
    run.refresh_from_db()
    assert run.state == "failed"
    assert "Kesalahan ada pada kami" in run.error


@pytest.mark.parametrize("half", [b"", b"%PDF-1.7 /Type /Page", b"/Type /Page %%EOF", b"%PDF-1.7 %%EOF"])
def test_a_half_made_file_is_never_kept(plan, monkeypatch, half):
    instant(monkeypatch, half)
    with pytest.raises(TypesetterDied):
        make(ask(plan))
    assert not BookFile.objects.exists()


@pytest.mark.parametrize(
    ("form", "half"),
    [
        ("docx", b""),
        ("docx", TINY),
        ("docx", TINY_WORD[:-40]),
        ("html", TINY),
        ("html", b"<!doctype html><p>"),
    ],
)
def test_a_half_made_file_of_another_form_is_never_kept(plan, monkeypatch, form, half):
    instant(monkeypatch, half)
    with pytest.raises(TypesetterDied):
        make(ask(plan, form=form))
    assert not BookFile.objects.exists()


@pytest.mark.parametrize(("book", "form"), [(1, "html"), (3, "docx")])
def test_the_other_books_are_made_by_the_same_typesetter(plan, book, form):
    run = make(ask(plan, book=book, form=form))
    assert (run.state, run.file.pages) == ("done", None)


def test_a_notice_names_the_book_and_its_form(plan, monkeypatch):
    instant(monkeypatch, TINY_WORD)
    make(ask(plan, book=3, form="docx", by=make_user()))
    assert Notice.objects.get().what.startswith("Buku III (Word) siap diunduh")


def test_a_worker_that_is_asked_to_end_puts_its_run_back(plan, monkeypatch):
    instant(monkeypatch)
    run = ask(plan)
    with pytest.raises(JobAborted):
        make(run, abort=AbortReason.SHUTDOWN)
    run.refresh_from_db()
    assert run.state == "queued"
    assert make(run).state == "done"


def test_a_queued_run_that_is_cancelled_leaves_the_queue(plan, monkeypatch):
    run = ask(plan)
    assert run.cancel()
    assert ProcrastinateJob.objects.get(pk=run.job).status == "cancelled"
    assert make(run).state == "cancelled"
    assert not run.cancel()
    instant(monkeypatch)
    assert make(ask(plan)).state == "done"


def test_a_running_one_that_is_cancelled_keeps_nothing(plan, monkeypatch):
    run = ask(plan)
    instant(monkeypatch, lambda: run.cancel() and TINY)
    assert make(run).state == "cancelled"
    assert not BookFile.objects.exists()


def test_of_two_workers_with_one_run_the_later_one_keeps_its_result(plan, monkeypatch):
    """One was thought dead, its run taken up by another, and then it comes back."""
    run = ask(plan)
    instant(monkeypatch, lambda: make(run) and TINY.replace(b"1.7", b"1.6"))
    make(run)
    assert (run.state, run.attempts) == ("done", 2)
    assert bytes(BookFile.objects.get().content) == TINY


def test_a_run_whose_job_was_lost_is_queued_again(plan, monkeypatch):
    run = ask(plan)
    assert not BookRun.lost().exists()
    with connections["default"].cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    jobs.find_lost_books.func(timestamp=0)
    run.refresh_from_db()
    assert ProcrastinateJob.objects.get(pk=run.job).args == {"run": run.pk}


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "done"},
        {"state": "running"},
        {"state": "failed", "finished_at": timezone.now()},
        {"started_at": timezone.now()},
        {"book": 4},
        {"form": "odt"},
    ],
)
def test_the_database_refuses_a_run_that_contradicts_itself(plan, wrong):
    run = ask(plan)
    with pytest.raises(IntegrityError), transaction.atomic():
        BookRun.objects.filter(pk=run.pk).update(**wrong)


def test_the_database_refuses_a_file_that_is_not_what_its_hash_says():
    with pytest.raises(IntegrityError), transaction.atomic():
        BookFile.objects.create(content=TINY, size=len(TINY), sha256="0" * 64, pages=1)


def test_old_books_go_but_never_the_newest_or_a_named_one(plan, monkeypatch):
    instant(monkeypatch)
    plan.name_version("Draf Bimtek 2", by=None)
    for vision in ("", "Satu", "Dua"):
        if vision:
            change(plan, vision)
        make(ask(plan))
    change(plan, "Tiga")
    ask(plan).cancel()
    BookRun.objects.update(finished_at=timezone.now() - timedelta(days=100))
    jobs.forget_old_books.func(timestamp=0)
    assert sorted(BookRun.objects.values_list("number", flat=True)) == [1, 3]
    assert BookFile.objects.count() == 2


def test_whoever_left_the_page_gets_a_notice_and_finds_it_waiting(plan, monkeypatch):
    instant(monkeypatch)
    left, stayed = make_user(), make_user()
    run = ask(plan, by=left)
    ask(plan, by=stayed)
    BookAsker.objects.filter(user=stayed).update(looked_at=timezone.now())
    make(run)
    assert [notice.user for notice in Notice.objects.all()] == [left]
    assert "Buku II" in Notice.objects.get().what
    (item,) = waiting_for(left)
    assert item.url == run.get_absolute_url()
    run.seen_by(left)
    assert waiting_for(left) == []


def test_after_a_long_wait_everybody_gets_a_notice_also_of_a_failure(plan, monkeypatch):
    instant(monkeypatch, BookError("Judul terlalu panjang; pendekkan."))
    user = make_user()
    run = ask(plan, by=user)
    BookRun.objects.update(asked_at=timezone.now() - timedelta(seconds=11))
    BookAsker.objects.update(looked_at=timezone.now())
    make(run)
    assert Notice.objects.get().why == "Judul terlalu panjang; pendekkan."
    (item,) = waiting_for(user)
    assert "gagal" in item.what


def test_pictures_of_the_prose_come_with_the_book(monkeypatch):
    picture = png(40, 30)
    digest = hashlib.sha256(picture).hexdigest()
    figure = {"id": "GB-01", "title": "Loket desa", "media_type": "image/png", "digest": digest}
    chapter = {"id": "BB-01", "book": "III", "place": "opening", "title": "Pengantar", "body": "![](GB-01)"}
    plan = make_plan({**SMALL, "figures": [figure], "chapters": [chapter]})
    html = bytes(make(ask(plan, book=3, form="html")).file.content)
    assert b"Gambar belum ada" in html
    BookRun.objects.get().forget()
    Picture.objects.create(
        plan=plan,
        digest=digest,
        media_type="image/png",
        content=picture,
        size=len(picture),
        width=40,
        height=30,
    )
    html = bytes(make(ask(plan, book=3, form="html")).file.content)
    assert b'<img src="data:image/png;base64,' in html
