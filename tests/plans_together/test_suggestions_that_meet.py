"""Suggestions for the same thing: seen together, decided in one act, and whoever leads it hears of them."""

from __future__ import annotations

import pytest

from haluan.accounts.models import Notice
from haluan.plans.models import ChangeSet

from .making import Team
from .test_suggestions import SERVICE, TITLE, decide, write_directly

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    return Team()


def beside(one, other, number=1):
    """What the page of a suggestion sends along to take in another's change of the same field."""
    return {f"bersama-{number}": str(other.changes.get().pk)}


def three(team):
    words = (("Warga", "Pasien"), ("dari rumah", "dari gawainya"), ("jamnya", "jam pilihan"))
    people = ("mentor", "office", "DLH")
    return [
        team.suggest(who, service_change=(SERVICE, SERVICE.replace(*pair)))
        for who, pair in zip(people, words, strict=True)
    ]


def test_three_suggestions_are_merged_and_taken_in_with_one_press(team):
    first, second, third = three(team)
    page = team.get("coordinator", f"usul/{first.pk}/").content.decode()
    assert "Terima bersama 2 usul lain" in page and "Terima bersama, digabung" in page
    assert "bertemu 2 usul lain" in team.get("coordinator", "usul/").content.decode()
    keys = " ".join(str(one.changes.get().pk) for one in (second, third))
    decide(team, "coordinator", first, semua="bersama", **{"bersama-1": keys})
    assert (
        team.innovation()["service_change"] == "Pasien mendaftar dari gawainya dan datang pada jam pilihan."
    )
    for one in (first, second, third):
        one.refresh_from_db()
        assert one.state == "decided"
    credited = ChangeSet.objects.filter(plan=team.plan, origin="suggestion").values_list("author", flat=True)
    assert set(credited) == {team.person(name).pk for name in ("mentor", "office", "DLH")}
    for name in ("mentor", "office", "DLH"):
        assert "1 diterima" in Notice.objects.filter(user=team.person(name)).latest("pk").what


def test_they_are_merged_on_top_of_what_the_team_wrote_meanwhile(team):
    first, second, _third = three(team)
    write_directly(team, "service_change", SERVICE, SERVICE.replace("datang", "tiba"))
    page = team.get("coordinator", f"usul/{first.pk}/").content.decode()
    assert "Terima, digabung" in page and "Terima bersama, digabung" in page
    decide(team, "coordinator", first, n1="bersama", **beside(first, second))
    assert team.innovation()["service_change"] == "Pasien mendaftar dari gawainya dan tiba pada jamnya."


def test_of_two_that_cannot_live_together_one_is_chosen_and_the_other_answered(team):
    first = team.suggest("mentor", title=(TITLE, "Daftar daring"))
    second = team.suggest("office", title=(TITLE, "Pesan antrean"))
    page = team.get("coordinator", f"usul/{first.pk}/").content.decode()
    assert "hanya salah satu" in page and f"Pakai usul {team.person('office').name}" in page
    assert "Terima bersama" not in page
    decide(team, "coordinator", first, n1=f"lain-{second.changes.get().pk}")
    assert team.innovation()["title"] == "Pesan antrean"
    assert first.changes.get().why == f"Yang dipakai: usul {team.person('office').name}."
    assert "0 diterima, 1 ditolak" in Notice.objects.filter(user=team.person("mentor")).latest("pk").what


def test_nothing_happens_when_one_of_them_was_decided_meanwhile(team):
    first, second, _third = three(team)
    decide(team, "coordinator", second, semua="tolak", sebab="Belum jelas")
    answer = decide(team, "coordinator", first, n1="bersama", **beside(first, second))
    assert answer.status_code == 302 and team.innovation()["service_change"] == SERVICE
    first.refresh_from_db()
    assert first.state == "open"


def test_only_changes_of_the_same_field_are_taken_along(team):
    first = team.suggest("mentor", title=(TITLE, "Daftar daring"))
    second = team.suggest("office", element="inovasi/IN-02", title=("Bank sampah desa", "Bank"))
    decide(team, "coordinator", first, n1="bersama", **beside(first, second))
    assert team.innovation()["title"] == TITLE and team.innovation("IN-02")["title"] == "Bank sampah desa"


def test_a_removal_and_a_change_of_the_same_element_are_shown_together(team):
    team.post("mentor", "usul/tulis/hapus/inovasi/IN-03/", {})
    gone = team.suggest("mentor")
    kept = team.suggest(
        "office", element="inovasi/IN-03", title=("Belum ada yang memimpin", "Posyandu malam")
    )
    assert "mengubah unsur ini" in team.get("coordinator", f"usul/{gone.pk}/").content.decode()
    assert "menghapus unsur ini" in team.get("coordinator", f"usul/{kept.pk}/").content.decode()
    decide(team, "coordinator", gone, n1=f"lain-{kept.changes.get().pk}")
    assert team.innovation("IN-03")["title"] == "Posyandu malam"


def test_a_member_decides_together_only_over_what_the_agency_leads(team):
    first, second, _third = three(team)
    assert decide(team, "DLH", first, n1="bersama", **beside(first, second)).status_code == 403
    assert decide(team, "DINKES", first, n1="bersama", **beside(first, second)).status_code == 302


def test_the_agency_that_leads_an_innovation_hears_of_a_suggestion_on_it(team):
    team.person("coordinator"), team.person("DLH"), team.person("DINKES")
    one = team.suggest("mentor", "Lebih jelas", title=(TITLE, "Daftar daring"))
    told = Notice.objects.get(user=team.person("DINKES"))
    assert "dipimpin DINKES: Lebih jelas" in told.what and told.why == TITLE
    assert not Notice.objects.filter(user=team.person("DLH")).exists()
    assert Notice.objects.filter(user=team.person("coordinator")).count() == 1
    work = team.client("DINKES").get("/kerja/").content.decode()
    assert f"Baca usul untuk {TITLE}" in work and "?unsur=IN-01" in work
    assert "Baca usul untuk" not in team.client("DLH").get("/kerja/").content.decode()
    decide(team, "coordinator", one, semua="terima")
    assert "Baca usul untuk" not in team.client("DINKES").get("/kerja/").content.decode()
