"""The page of a plan's books, the PDF, and the list of jobs, by role."""

from __future__ import annotations

import time

import pytest
from django.urls import reverse
from django.utils import timezone

from haluan.publishing.books import CROWD, HERE, OFTEN
from haluan.publishing.models import BookAsker, BookRun
from masterplan.books import BookError
from tests.plans_app.making import make_plan, make_region, make_user
from tests.publishing.books import TINY, TINY_WORD, change, instant, make

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def draft():
    return make_plan(public=False)


def page_of(plan):
    return reverse("plan-book", args=[plan.slug])


def part_of(client, plan, number=1, **more):
    address = reverse("plan-book-state", args=[plan.slug, number])
    return client.get(address, more, headers={"X-Fragment": "1"})


def ask(client, plan, **more):
    return client.post(page_of(plan), {"versi": "1", "bahasa": "id", **more})


def cancel(client, plan, number=1):
    return client.post(reverse("plan-book-cancel", args=[plan.slug, number]), {"kembali": page_of(plan)})


def test_a_resident_asks_follows_and_downloads(client, plan, monkeypatch):
    instant(monkeypatch)
    assert client.get(page_of(plan)).text.count(">Susun<") == 9
    answer = ask(client, plan)
    assert (answer.status_code, answer.url) == (302, f"{page_of(plan)}#versi-1")
    waiting = part_of(client, plan).text
    assert "<progress" in waiting and "Menunggu giliran" in waiting and "data-job=" in waiting
    make(BookRun.objects.get())
    done = part_of(client, plan).text
    assert "2 halaman" in done and "data-job=" not in done
    assert client.get(BookRun.objects.get().file_url).content == TINY


def test_a_book_that_is_ready_is_answered_without_another_run(client, plan, monkeypatch):
    instant(monkeypatch)
    make(BookRun.ask(plan, 1))
    ask(client, plan)
    assert BookRun.objects.count() == 1
    assert HERE not in client.session


def test_the_pdf_carries_its_hash_and_is_fetched_once(client, plan, monkeypatch):
    instant(monkeypatch)
    run = make(BookRun.ask(plan, 1))
    answer = client.get(run.file_url)
    assert answer["ETag"] == f'"{run.file.sha256}"'
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["Content-Disposition"] == f'attachment; filename="buku-2-{plan.slug}-v1.pdf"'
    assert client.get(run.file_url, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.head(run.file_url).status_code == 200


def test_the_book_of_a_fictional_region_says_so_in_name_and_header(client, monkeypatch):
    instant(monkeypatch)
    plan = make_plan(region=make_region("99.02", "Kabupaten Rekaan", fictional=True))
    answer = client.get(make(BookRun.ask(plan, 1)).file_url)
    assert "-latihan.pdf" in answer["Content-Disposition"]
    assert "rekaan" in answer["X-Haluan-Data"]


def test_an_english_book_is_another_file(client, plan, monkeypatch):
    instant(monkeypatch)
    ask(client, plan, bahasa="en")
    run = make(BookRun.objects.get())
    assert client.get(run.file_url)["Content-Language"] == "en"
    assert client.get(run.file_url.partition("?")[0]).status_code == 302


@pytest.mark.parametrize("state", ["queued", "running", "failed", "cancelled"])
def test_what_is_not_done_is_not_served(client, plan, state):
    run = BookRun.ask(plan, 1)
    over = {"finished_at": timezone.now()} if state in {"failed", "cancelled"} else {}
    began = {"started_at": timezone.now()} if state == "running" else {}
    BookRun.objects.update(state=state, error="Sebab." if state == "failed" else "", **over, **began)
    answer = client.get(run.file_url)
    assert (answer.status_code, answer.url) == (302, page_of(plan))


@pytest.mark.parametrize(("book", "form"), [(1, "pdf"), (2, "docx"), (3, "html")])
def test_every_book_is_asked_for_and_fetched_in_every_form(client, plan, monkeypatch, book, form):
    whole = {"pdf": TINY, "docx": TINY_WORD, "html": b"<!doctype html>\n<p>Buku</p>\n</html>\n"}[form]
    instant(monkeypatch, whole)
    ask(client, plan, buku=str(book), bentuk=form)
    assert "data-job=" in part_of(client, plan, buku=book, bentuk=form).text
    run = make(BookRun.objects.get())
    assert (run.book, run.form, run.file.pages) == (book, form, 2 if form == "pdf" else None)
    page = client.get(page_of(plan)).text
    assert f"buku-{book}.{form}" in page and page.count(">Susun<") == 8
    answer = client.get(run.file_url)
    assert answer.content == whole
    assert answer["Content-Disposition"] == f'attachment; filename="buku-{book}-{plan.slug}-v1.{form}"'


def test_asking_for_what_there_is_not_means_book_two_as_pdf(client, plan):
    ask(client, plan, buku="9", bentuk="exe")
    assert (BookRun.objects.get().book, BookRun.objects.get().form) == (2, "pdf")


def test_the_programme_table_is_fetched_as_a_workbook(client, plan, draft):
    answer = client.get(reverse("plan-programme", args=[plan.slug]))
    assert answer.content.startswith(b"PK")
    assert answer["Content-Disposition"] == f'attachment; filename="tabel-program-{plan.slug}-v1.xlsx"'
    assert client.get(reverse("plan-programme", args=[draft.slug])).status_code == 403


def test_a_failure_says_why_and_offers_another_try(client, plan, monkeypatch):
    instant(monkeypatch, BookError("Judul <b> terlalu panjang; pendekkan."))
    make(BookRun.ask(plan, 1))
    page = client.get(page_of(plan)).text
    assert "Judul &lt;b&gt; terlalu panjang; pendekkan." in page
    assert "Coba lagi" in page


def test_named_versions_have_books_too_once_signed_in(client, plan):
    plan.name_version("Draf Bimtek 2", by=None)
    change(plan)
    assert "Masuk dahulu" in client.get(page_of(plan)).text
    assert ask(client, plan).status_code == 403
    client.force_login(make_user())
    ask(client, plan)
    assert BookRun.objects.get().number == 1


def test_a_version_without_a_name_means_the_present_one(client, plan):
    change(plan)
    ask(client, plan)
    assert BookRun.objects.get().number == 2


def test_the_newest_book_stays_until_the_present_version_has_one(client, plan, monkeypatch):
    instant(monkeypatch)
    make(BookRun.ask(plan, 1))
    change(plan)
    assert 'id="versi-1"' in client.get(page_of(plan)).text
    make(BookRun.ask(plan, 2))
    assert 'id="versi-1"' not in client.get(page_of(plan)).text


def test_a_draft_and_its_book_are_for_those_who_may_read_it(client, draft, monkeypatch):
    instant(monkeypatch)
    run = make(BookRun.ask(draft, 1))
    doors = [page_of(draft), run.file_url, reverse("plan-book-state", args=[draft.slug, 1])]
    for user in (None, make_user("coordinator", make_region("99.03", "Kabupaten Lain"))):
        if user:
            client.force_login(user)
        assert [client.get(door).status_code for door in doors] == [403, 403, 403]
        assert ask(client, draft).status_code == cancel(client, draft).status_code == 403
    client.force_login(make_user("mentor", draft.region))
    assert client.get(page_of(draft)).status_code == 200
    assert client.get(run.file_url)["Cache-Control"] == "private, no-store"


def test_a_browser_may_ask_for_a_few_books_only(client, plan):
    session = client.session
    session[HERE] = [[number, time.time()] for number in range(OFTEN)]
    session.save()
    answer = ask(client, plan)
    assert answer.status_code == 429
    assert "sepuluh menit" in answer.text
    client.force_login(make_user())
    assert ask(client, plan).status_code == 302


def test_all_visitors_together_cannot_fill_the_queue(client, plan):
    other = make_plan()
    BookRun.objects.bulk_create(BookRun(plan=other, number=number) for number in range(CROWD))
    assert ask(client, plan).status_code == 429


def test_whoever_asked_may_cancel_a_stranger_may_not(client, plan):
    BookRun.ask(plan, 1, by=make_user())
    assert "Batalkan" not in part_of(client, plan).text
    assert cancel(client, plan).status_code == 403
    BookRun.objects.get().cancel()
    ask(client, plan)
    assert "Batalkan" in part_of(client, plan).text
    assert cancel(client, plan).url == page_of(plan)
    assert not BookRun.objects.filter(state="queued").exists()
    assert cancel(client, plan).status_code == 302


def test_a_book_others_wait_for_too_is_not_cancelled(client, plan):
    first, second = make_user(), make_user()
    run = BookRun.ask(plan, 1, by=first)
    BookRun.ask(plan, 1, by=second)
    client.force_login(first)
    assert cancel(client, plan).status_code == 403
    client.force_login(make_user("coordinator", plan.region))
    assert cancel(client, plan).status_code == 302
    run.refresh_from_db()
    assert run.state == "cancelled"


def test_get_changes_nothing(client, plan):
    assert client.get(reverse("plan-book-cancel", args=[plan.slug, 1])).status_code == 405
    client.get(page_of(plan))
    assert not BookRun.objects.exists()


def test_a_piece_of_the_page_opened_alone_leads_to_the_page(client, plan):
    assert client.get(reverse("plan-book-state", args=[plan.slug, 1])).url == page_of(plan)
    assert part_of(client, plan, 7).status_code == 404


def test_looking_at_a_finished_book_is_having_seen_it(client, plan, monkeypatch):
    instant(monkeypatch)
    user = make_user()
    client.force_login(user)
    ask(client, plan)
    client.get(page_of(plan))
    assert BookAsker.objects.get().seen_at is None
    make(BookRun.objects.get())
    part_of(client, plan)
    assert BookAsker.objects.get().seen_at


def test_many_versions_cost_no_more_queries(client, plan, monkeypatch, django_assert_max_num_queries):
    instant(monkeypatch)
    for number in range(1, 6):
        plan.name_version(f"Versi {number}", by=None)
        make(BookRun.ask(plan, number))
        change(plan, f"Visi {number}")
    client.force_login(make_user("coordinator", plan.region))
    with django_assert_max_num_queries(12):
        client.get(page_of(plan))


def test_my_jobs_are_mine_and_the_office_sees_all(client, plan):
    mine, other = make_user(), make_plan()
    BookRun.ask(plan, 1, by=mine)
    BookRun.ask(other, 1)
    assert client.get(reverse("jobs")).status_code == 302
    client.force_login(mine)
    page = client.get(reverse("jobs"), {"milik": "semua"}).text
    assert page.count("<tr>") == 2 and "pembaca umum" not in page
    client.force_login(make_user("office"))
    page = client.get(reverse("jobs"), {"milik": "semua"}).text
    assert page.count("<tr>") == 3 and "pembaca umum" in page
    assert "Tidak ada pekerja yang hidup" in page
    page = client.get(reverse("jobs"), {"milik": "semua", "keadaan": "done"}).text
    assert "<tr>" not in page


def test_the_office_has_a_failed_book_of_any_version_made_again(client, plan, monkeypatch):
    instant(monkeypatch, BookError("Judul terlalu panjang; pendekkan."))
    make(BookRun.ask(plan, 1))
    change(plan)
    client.force_login(make_user("office"))
    ask(client, plan)
    assert BookRun.objects.get(state="queued").number == 1
