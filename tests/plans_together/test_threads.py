"""What people say to each other about a plan: where it stands, who is told, how it is resolved and found again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from haluan.accounts.models import Notice
from haluan.plans.models import Remark, Thread

from .making import Team

pytestmark = pytest.mark.django_db
PLACE = "bicara/inovasi/IN-01/"


@pytest.fixture
def team() -> Team:
    return Team()


def begin(team, who="mentor", text="Siapa yang mendaftar bagi lansia?", field="", place=PLACE):
    answer = team.post(who, place, {"kata": text, "isian": field})
    assert answer.status_code == 302
    return Thread.objects.latest("pk")


def test_a_thread_about_a_field_is_counted_beside_it_and_in_the_outline(team):
    begin(team, field="service_change")
    desk = team.get("coordinator", "tulis/inovasi/IN-01/").content.decode()
    assert '1 percakapan<span class="visually-hidden">: Perubahan layanan' in desk
    assert 'class="talks"' in desk
    page = team.get("coordinator", PLACE).content.decode()
    assert "Siapa yang mendaftar bagi lansia?" in page and "<h2>Perubahan layanan</h2>" in page


def test_who_is_mentioned_is_told_and_led_to_the_words(team):
    team.person("DINKES")
    name = team.person("DINKES").name
    begin(team, text=f"@{name} mohon dijawab, juga @Entah Siapa")
    notice = Notice.objects.get()
    assert notice.user == team.person("DINKES") and "menyebut Anda" in notice.what
    said = Remark.objects.get()
    assert notice.url == team.url(f"bicara/{said.thread_id}/#kata-{said.pk}")
    assert f'id="kata-{said.pk}"' in team.client("DINKES").get(notice.url).content.decode()


def test_a_longer_name_is_not_taken_for_a_shorter_one(team):
    short, long = team.person("DINKES"), team.person("DLH")
    short.name, long.name = "Ani", "Ani Rahma"
    short.save(), long.save()
    begin(team, text="@ani rahma, tolong")
    assert [one.user for one in Notice.objects.all()] == [long]


def test_nobody_outside_the_plan_can_be_mentioned(team):
    outsider = team.outsider()
    begin(team, text=f"@{outsider.name} halo")
    assert not Notice.objects.exists()


def test_an_answer_tells_who_spoke_before(team):
    thread = begin(team)
    team.post("DINKES", f"bicara/{thread.pk}/", {"kata": "Kader desa."})
    assert [one.user for one in Notice.objects.all()] == [team.person("mentor")]
    assert team.post("DINKES", f"bicara/{thread.pk}/", {"kata": "  "}).status_code == 422


def test_resolving_and_reopening_stays_in_the_thread(team):
    thread = begin(team)
    team.post("coordinator", f"bicara/{thread.pk}/", {"kata": "Sudah ditulis.", "do": "selesai"})
    assert "Semua percakapan selesai" in team.get("mentor", "bicara/").content.decode()
    assert 'class="talks"' not in team.get("coordinator", "tulis/inovasi/IN-01/").content.decode()
    team.post("mentor", f"bicara/{thread.pk}/", {"do": "buka"})
    page = team.get("mentor", f"bicara/{thread.pk}/").content.decode()
    assert "menandai selesai" in page and "membuka lagi" in page
    assert "1 percakapan belum selesai" in team.get("mentor", "bicara/").content.decode()


def test_resolving_twice_is_resolving_once(team):
    thread = begin(team)
    for _time in range(2):
        team.post("coordinator", f"bicara/{thread.pk}/", {"do": "selesai"})
    assert thread.remarks.filter(act="resolve").count() == 1


def test_own_words_are_mended_within_minutes_and_the_first_ones_are_kept(team):
    thread = begin(team)
    said = thread.remarks.get()
    assert team.post("coordinator", f"bicara/kata/{said.pk}/", {"kata": "Bukan saya"}).status_code == 404
    team.post("mentor", f"bicara/kata/{said.pk}/", {"kata": "Siapa yang mendaftar bagi yang sakit?"})
    said.refresh_from_db()
    assert said.text == "Siapa yang mendaftar bagi yang sakit?" and said.mended_at
    kept = said.events.order_by("pgh_id").values_list("text", flat=True)
    assert list(kept) == ["Siapa yang mendaftar bagi lansia?", "Siapa yang mendaftar bagi yang sakit?"]
    Remark.objects.update(at=timezone.now() - timedelta(minutes=16), mended_at=None)
    team.post("mentor", f"bicara/kata/{said.pk}/", {"kata": "Terlambat"})
    said.refresh_from_db()
    assert said.text == "Siapa yang mendaftar bagi yang sakit?"


def test_the_thread_of_a_deleted_element_can_still_be_read_and_answered(team):
    thread = begin(team, place="bicara/inovasi/IN-02/")
    team.post("coordinator", "tulis/hapus/inovasi/IN-02/", {})
    page = team.get("mentor", f"bicara/{thread.pk}/").content.decode()
    assert "Bank sampah desa" in page and "sudah dihapus dari rencana" in page
    assert team.post("mentor", f"bicara/{thread.pk}/", {"kata": "Mengapa dihapus?"}).status_code == 302
    assert "unsurnya sudah dihapus" in team.get("mentor", "bicara/").content.decode()
    assert team.get("mentor", "bicara/inovasi/IN-02/").status_code == 200
    assert team.get("mentor", "bicara/inovasi/IN-99/").status_code == 404


def test_only_readers_of_the_draft_take_part_even_where_the_plan_is_public():
    team = Team(public=True)
    thread = begin(team)
    for path in ("bicara/", PLACE, f"bicara/{thread.pk}/"):
        assert team.get("outsider", path).status_code == 403
    assert team.post("outsider", f"bicara/{thread.pk}/", {"kata": "Halo"}).status_code == 403
    assert Remark.objects.count() == 1


def test_words_are_never_markup(team):
    thread = begin(team, text="<img src=x onerror=alert(1)> tebal")
    page = team.get("mentor", f"bicara/{thread.pk}/").content.decode()
    assert "<img" not in page and "&lt;img" in page


def test_the_list_is_filtered_by_state_element_and_person(team):
    begin(team)
    other = begin(team, who="DLH", text="Yang lain", place="bicara/masalah/MS-01/")
    assert "Yang lain" not in team.get("mentor", "bicara/", milik="saya").content.decode()
    assert "Yang lain" in team.get("mentor", "bicara/", unsur="ms-01").content.decode()
    other.say(team.person("DLH"), "", act="resolve")
    assert "Yang lain" not in team.get("mentor", "bicara/").content.decode()
    assert "Yang lain" in team.get("mentor", "bicara/", keadaan="selesai").content.decode()


def test_pages_of_threads_ask_as_often_for_many_as_for_few(team):
    begin(team)
    few = [team.queries("mentor", path) for path in ("bicara/", PLACE)]
    for number in range(6):
        begin(team, text=f"Pertanyaan {number}")
    assert [team.queries("mentor", path) for path in ("bicara/", PLACE)] == few
