"""Parts of a plan given to agencies: the board, the agency's own first, handing in, reminding."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from haluan.accounts.models import Notice
from haluan.plans.findings.judging import judged
from haluan.plans.models import Share, ShareNudge
from haluan.plans.together.progress import rows_of

from .making import JSON, Team

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    return Team()


def give(team, part="e:innovations:IN-02", agency="DLH", days=7, **more):
    due = timezone.localdate() + timedelta(days=days)
    answer = team.post(
        "coordinator", "bagian/", {"bagian": part, "dinas": agency, "tenggat": str(due), **more}
    )
    assert answer.status_code == 302, answer.content.decode()
    return Share.objects.get(plan=team.plan, agency=agency, withdrawn_at=None)


def late(share):
    Share.objects.filter(pk=share.pk).update(due=timezone.localdate() - timedelta(days=1))


def test_an_agency_sees_its_part_first(team):
    team.person("DLH")
    share = give(team, pesan="Mulai dari data sampah")
    assert "Bank sampah desa" in Notice.objects.get(user=team.person("DLH")).what
    work = team.client("DLH").get("/kerja/").content.decode()
    assert "Tulis bagian DLH: Bank sampah desa" in work and "Mulai dari data sampah" in work
    desk = team.get("DLH", "tulis/inovasi/IN-02/").content.decode()
    assert desk.index("Bagian Anda, dengan tenggatnya") < desk.index("Buku I")
    assert "Bagian Anda" not in team.get("DINKES", "tulis/masalah/").content.decode()
    assert f"bagian-{share.pk}" in team.get("DLH", "bagian/").content.decode()


def test_a_part_outside_ones_share_may_still_be_written(team):
    give(team, part="c:problems", agency="DINKES")
    body = {"was:title": "Sampah tidak terangkut", "now:title": "Sampah menumpuk"}
    assert team.post("DLH", "tulis/masalah/MS-02/", body, **JSON).json()["number"]


def test_the_board_tells_how_far_each_part_is_and_who_is_late(team):
    share = give(team)
    board = team.get("coordinator", "bagian/").content.decode()
    assert "0 dari 1 bagian diserahkan" in board and "isian" in board and "Terlambat" not in board
    late(share)
    board = team.get("coordinator", "bagian/").content.decode()
    assert "1 dari 1 bagian terlambat" in board and "Terlambat" in board
    assert "1 bagian rencana terlambat" in team.client("coordinator").get("/kerja/").content.decode()
    team.post("DLH", "tulis/inovasi/IN-02/", {"was:beneficiaries": "", "now:beneficiaries": "Warga"})
    assert team.person("DLH").name in team.get("coordinator", "bagian/").content.decode()


def test_the_board_counts_what_is_found_in_each_part(team):
    """As many as the desk's list says of the same elements; of a whole collection also what is said of it together."""
    give(team)
    give(team, part="c:innovations", agency="DINKES")
    whole = judged(team.plan, team.plan.document()).report().findings
    pressing = [one for one in whole if one.severity != "info"]
    of_one = sum(one.element == "IN-02" for one in pressing)
    of_all = sum(one.collection == "innovations" or one.field == "innovations" for one in pressing)
    rows = {row.agency: row.findings for row in rows_of(team.plan, team.plan.shares.standing())}
    assert rows == {"Dinas Lingkungan Hidup": of_one, "Dinas Kesehatan": of_all} and 0 < of_one < of_all
    listed = team.get("coordinator", "tulis/inovasi/").content.decode()
    assert f'<span class="state warn">{of_one}</span>' in listed.partition("IN-02")[2]


def test_a_part_is_reminded_of_once_a_day(team):
    team.person("DLH")
    share = give(team)
    Notice.objects.all().delete()
    for _time in range(2):
        team.post("coordinator", f"bagian/{share.pk}/ubah/", {"do": "ingatkan"})
    assert Notice.objects.filter(user=team.person("DLH")).count() == 1
    assert "diingatkan hari ini" in team.get("coordinator", "bagian/").content.decode()
    ShareNudge.objects.update(day=timezone.localdate() - timedelta(days=1))
    assert "diingatkan kemarin" in team.get("coordinator", "bagian/").content.decode()
    team.post("coordinator", f"bagian/{share.pk}/ubah/", {"do": "ingatkan"})
    assert Notice.objects.filter(user=team.person("DLH")).count() == 2


def test_handing_in_ends_the_waiting_and_can_be_taken_back(team):
    share = give(team)
    assert team.post("DINKES", f"bagian/{share.pk}/serahkan/", {"do": "selesai"}).status_code == 403
    team.post("DLH", f"bagian/{share.pk}/serahkan/", {"do": "selesai"})
    assert "Semua bagian sudah diserahkan" in team.get("coordinator", "bagian/").content.decode()
    assert "Tulis bagian" not in team.client("DLH").get("/kerja/").content.decode()
    assert "DLH menyerahkan" in Notice.objects.get(user=team.person("coordinator")).what
    team.post("DLH", f"bagian/{share.pk}/serahkan/", {"do": "lagi"})
    share.refresh_from_db()
    assert share.handed_in_at is None and share.handed_in_by is None


def test_a_part_goes_to_another_agency_and_its_history_stays(team):
    share = give(team)
    due = str(timezone.localdate() + timedelta(days=30))
    team.post("coordinator", f"bagian/{share.pk}/ubah/", {"do": "alih", "dinas": "DINKES", "tenggat": due})
    share.refresh_from_db()
    assert share.agency == "DINKES" and str(share.due) == due
    assert list(share.events.order_by("pgh_id").values_list("agency", flat=True)) == ["DLH", "DINKES"]
    team.post("coordinator", f"bagian/{share.pk}/ubah/", {"do": "tarik"})
    assert "Tugas menulis belum dibagi" in team.get("coordinator", "bagian/").content.decode()


def test_only_who_leads_gives_parts(team):
    body = {"bagian": "c:problems", "dinas": "DLH", "tenggat": str(timezone.localdate())}
    for name in ("DLH", "mentor", "office"):
        assert team.get(name, "bagian/").status_code == 200
        assert team.post(name, "bagian/", body).status_code == 403
    assert team.post("head", "bagian/", body).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [
        {"bagian": "e:innovations:IN-99"},
        {"bagian": "d:lainnya"},
        {"dinas": "TIDAK-ADA"},
        {"tenggat": "kemarin"},
        {"tenggat": "2020-01-01"},
        {"tenggat": "2026-02-31"},
    ],
)
def test_what_cannot_be_given_is_said_and_what_was_typed_stays(team, wrong):
    body = {"bagian": "c:problems", "dinas": "DLH", "tenggat": str(timezone.localdate()), "pesan": "Tolong"}
    answer = team.post("coordinator", "bagian/", body | wrong)
    assert answer.status_code == 422 and 'value="Tolong"' in answer.content.decode()
    assert not Share.objects.exists()


def test_the_same_part_is_not_given_twice_to_one_agency(team):
    share = give(team)
    same = {"bagian": "e:innovations:IN-02", "dinas": "DLH", "tenggat": str(share.due)}
    assert team.post("coordinator", "bagian/", same).status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        Share.objects.create(
            plan=team.plan, agency="DLH", collection="innovations", key="IN-02", due=share.due,
            given_by=team.person("coordinator"),
        )  # fmt: skip


def test_a_part_whose_element_was_deleted_says_so(team):
    give(team)
    team.post("coordinator", "tulis/hapus/inovasi/IN-02/", {})
    assert "sudah dihapus dari rencana" in team.get("coordinator", "bagian/").content.decode()
    assert team.client("DLH").get("/kerja/").status_code == 200


def test_the_board_asks_as_often_for_many_parts_as_for_few(team):
    give(team)
    few = team.queries("coordinator", "bagian/")
    for part in ("c:problems", "d:governance", "d:living", "e:innovations:IN-03", "c:enablers"):
        Share.objects.all().update(agency="DINKES")
        give(team, part=part)
    assert team.queries("coordinator", "bagian/") == few
