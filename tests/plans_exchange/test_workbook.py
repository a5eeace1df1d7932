"""A plan goes out as a workbook and comes back edited: every difference is seen before it is applied."""

from __future__ import annotations

import pytest
from django.urls import reverse

from haluan.plans.models import ChangeSet, Intake
from tests.masterplan.sheet_books import Book
from tests.plans_app.making import make_plan, make_user, set_field

from .making import by_name, send

pytestmark = pytest.mark.django_db
SLUG = "contoh"
REVIEW = f"/rencana/{SLUG}/impor/periksa/"


@pytest.fixture
def plan():
    return make_plan(slug=SLUG, public=True)


@pytest.fixture
def coordinator(client, plan):
    user = make_user("coordinator", plan.region)
    client.force_login(user)
    return user


@pytest.fixture
def book(plan):
    return Book(plan.document())


def test_anybody_takes_the_workbook_of_an_open_plan_and_a_draft_stays_inside(client, plan):
    response = client.get(reverse("plan-workbook", args=[SLUG]))
    assert response.status_code == 200 and response.content.startswith(b"PK")
    assert f'filename="{SLUG}-1.xlsx"' in response["Content-Disposition"]
    make_plan(slug="draf", public=False)
    assert client.get(reverse("plan-workbook", args=["draf"])).status_code == 403


def test_a_workbook_that_nobody_edited_changes_nothing(client, plan, coordinator):
    raw = client.get(reverse("plan-workbook", args=[SLUG])).content
    assert send(client, SLUG, raw).url == REVIEW
    assert "Isi lembar kerja sama dengan rencana sekarang" in client.get(REVIEW).content.decode()


def test_every_edit_is_shown_with_its_cell_and_one_may_be_left_out(client, plan, coordinator, book):
    book.set("Inovasi", "IN-01", "Nama inovasi", "Daftar dari rumah sendiri")
    book.set("Inovasi", "IN-02", "Nama inovasi", "Bank sampah desa kita")
    send(client, SLUG, book.xlsx())
    response = client.get(REVIEW)
    text = response.content.decode()
    assert "<ins>sendiri</ins>" in text.replace(" sendiri", "sendiri") and "Inovasi!" in text
    found = by_name(response)
    assert response.context["proposals"].taken == 2
    marks = [each.mark for each in found.values()]
    client.post(REVIEW, {"di": marks, f"pilih-{found['Daftar dari rumah'].mark}": "ambil", "do": "terapkan"})
    titles = [each["title"] for each in plan.document()["innovations"]]
    assert titles == ["Daftar dari rumah sendiri", "Bank sampah desa", "Belum ada yang memimpin"]
    assert plan.changesets.get(number=2).origin == "import"


def test_a_cell_that_cannot_be_read_is_refused_by_its_place_and_the_rest_stays_possible(
    client, plan, coordinator, book
):
    book.set("Masalah", "MS-01", "Masalah", "Antre lama sekali di puskesmas")
    book.set("Masalah", "MS-01", "Warga terdampak", "banyak orang")
    send(client, SLUG, book.xlsx())
    text = client.get(REVIEW).content.decode()
    assert "1 sel tidak dapat dipahami" in text and "Masalah!" in text
    client.post(REVIEW, {"do": "terapkan"})
    problem = plan.document()["problems"][0]
    assert problem["title"] == "Antre lama sekali di puskesmas" and problem["people_affected"] == 1200


def test_what_somebody_else_wrote_since_is_kept_unless_one_says_otherwise(client, plan, coordinator, book):
    book.set("Inovasi", "IN-03", "Nama inovasi", "Judul dari Excel")
    ChangeSet.apply(
        plan=plan,
        by=None,
        changes=[set_field("title", "Belum ada yang memimpin", "Ditulis orang lain", "IN-03")],
    )
    ChangeSet.apply(
        plan=plan, by=None, changes=[set_field("title", "Bank sampah desa", "Tetap ada", "IN-02")]
    )
    send(client, SLUG, book.xlsx())
    response = client.get(REVIEW)
    text = response.content.decode()
    assert "Sudah diubah orang lain" in text and "Ditulis orang lain" in text and "Tetap ada" not in text
    proposal = next(iter(by_name(response).values()))
    kept = client.post(REVIEW, {"di": [proposal.mark], f"pilih-{proposal.mark}": "ambil", "do": "terapkan"})
    assert kept.status_code == 422, "the only change is in conflict, and theirs stays"
    clash = response.context["shown"][0]["fields"][0].conflict
    form = {
        "di": [proposal.mark],
        f"pilih-{proposal.mark}": "ambil",
        f"bentrok-{clash.mark}": "saya",
        "do": "terapkan",
    }
    client.post(REVIEW, form)
    assert [each["title"] for each in plan.document()["innovations"]][1:] == ["Tetap ada", "Judul dari Excel"]


def test_a_workbook_of_another_region_is_refused(client, plan, coordinator):
    document = plan.document() | {"region": {"code": "99.71", "name": "Kota Lain"}}
    response = send(client, SLUG, Book(document).xlsx())
    assert response.status_code == 422 and "dibuat dari rencana lain" in response.content.decode()
    assert not Intake.objects.exists()


def test_a_coordinator_of_an_empty_plan_is_led_to_the_import(client, plan, coordinator):
    empty = {"format": "haluan-plan/1", "region": {"code": "99.01", "name": "Kabupaten Contoh"}}
    empty |= {"title": "Masih kosong", "period": {"first_year": 2026, "last_year": 2030}}
    make_plan(empty, region=plan.region, slug="kosong")
    text = client.get(reverse("work")).content.decode()
    assert reverse("plan-import", args=["kosong"]) in text
    assert reverse("plan-import", args=[SLUG]) not in text.partition("kosong/impor/")[0]
