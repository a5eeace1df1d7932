"""Suggest mode: what is written becomes a suggestion, and what becomes of that."""

from __future__ import annotations

import pytest

from haluan.accounts.models import Notice
from haluan.plans.models import ChangeSet, Suggestion, Thread

from .making import JSON, Team

pytestmark = pytest.mark.django_db
TITLE = "Daftar dari rumah"
SERVICE = "Warga mendaftar dari rumah dan datang pada jamnya."


@pytest.fixture
def team() -> Team:
    return Team()


def decide(team, who, one, **verdicts):
    names = {f"putusan-{name[1:]}" if name[0] == "n" else name: value for name, value in verdicts.items()}
    return team.post(who, f"usul/{one.pk}/putusan/", names)


def write_directly(team, field, was, now, element="inovasi/IN-01"):
    answer = team.post("coordinator", f"tulis/{element}/", {f"was:{field}": was, f"now:{field}": now}, **JSON)
    assert answer.json()["number"]


def test_what_is_saved_in_suggest_mode_stays_out_of_the_plan(team):
    page = team.get("mentor", "usul/tulis/inovasi/IN-01/")
    assert page.status_code == 200 and "Mode usul" in page.content.decode()
    answer = team.post(
        "mentor", "usul/tulis/inovasi/IN-01/", {"was:title": TITLE, "now:title": "Daftar daring"}, **JSON
    ).json()
    assert answer["fields"] == {"title": "Daftar daring"} and answer["number"] == 0
    assert team.innovation()["title"] == TITLE
    page = team.get("mentor", "usul/tulis/inovasi/IN-01/").content.decode()
    assert "Daftar daring" in page and "Lihat dan serahkan 1 perubahan" in page


def test_a_suggestion_needs_a_reason_and_then_waits_for_the_coordinator(team):
    team.person("coordinator")
    team.post("mentor", "usul/tulis/inovasi/IN-01/", {"was:title": TITLE, "now:title": "Daftar daring"})
    draft = Suggestion.draft_of(team.plan, team.person("mentor"))
    assert team.post("mentor", f"usul/{draft.pk}/serahkan/", {"alasan": " "}).status_code == 422
    assert team.post("mentor", f"usul/{draft.pk}/serahkan/", {"alasan": "Lebih jelas"}).status_code == 302
    assert Notice.objects.get(user=team.person("coordinator")).what.endswith("Lebih jelas")
    page = team.get("coordinator", f"usul/{draft.pk}/").content.decode()
    assert (
        "<del>Daftar dari rumah</del>" in page.replace(" </del>", "</del>") or "<del>dari rumah</del>" in page
    )
    assert "<ins>daring</ins>" in page
    assert "Putuskan 1 usul" in team.client("coordinator").get("/kerja/").content.decode()


def test_accepting_credits_the_proposer_and_says_who_took_it_in(team):
    one = team.suggest("mentor", "Lebih jelas bagi pasien", title=(TITLE, "Daftar daring"))
    assert decide(team, "coordinator", one, n1="terima").status_code == 302
    assert team.innovation()["title"] == "Daftar daring"
    done = ChangeSet.objects.get(plan=team.plan, number=2)
    assert (done.author, done.accepted_by) == (team.person("mentor"), team.person("coordinator"))
    assert (done.origin, done.reason) == ("suggestion", "Lebih jelas bagi pasien")
    one.refresh_from_db()
    assert one.state == "decided" and one.changes.get().changeset == done
    history = team.get("coordinator", "riwayat/").content.decode()
    assert f"diterima oleh {team.person('coordinator').name}" in history
    assert "1 diterima, 0 ditolak" in Notice.objects.get(user=team.person("mentor")).what


def test_one_field_is_accepted_and_another_declined_with_a_reason(team):
    one = team.suggest("mentor", title=(TITLE, "Daftar daring"), beneficiaries=("", "Pasien"))
    assert decide(team, "coordinator", one, n1="terima", n2="tolak").status_code == 422
    assert decide(team, "coordinator", one, n1="terima", n2="tolak", sebab="Terlalu umum").status_code == 302
    assert team.innovation()["title"] == "Daftar daring" and "beneficiaries" not in team.innovation()
    assert "Terlalu umum" in team.get("mentor", f"usul/{one.pk}/").content.decode()


def test_a_field_may_be_left_for_later(team):
    one = team.suggest("mentor", title=(TITLE, "Daftar daring"), beneficiaries=("", "Pasien"))
    decide(team, "coordinator", one, n1="terima")
    one.refresh_from_db()
    assert one.state == "open"
    decide(team, "coordinator", one, semua="terima")
    one.refresh_from_db()
    assert one.state == "decided" and team.innovation()["beneficiaries"] == "Pasien"


def test_prose_that_others_changed_meanwhile_is_merged_by_words(team):
    one = team.suggest("mentor", service_change=(SERVICE, SERVICE.replace("jamnya", "jam yang dipilih")))
    assert one.changes.get().change["now"].endswith("jam yang dipilih.")
    write_directly(team, "service_change", SERVICE, SERVICE.replace("Warga", "Pasien"))
    page = team.get("coordinator", f"usul/{one.pk}/").content.decode()
    assert "sudah berubah" in page and "Terima, digabung" in page
    assert "1 isian sudah berubah" in team.get("coordinator", "usul/").content.decode()
    decide(team, "coordinator", one, n1="terima")
    assert (
        team.innovation()["service_change"] == "Pasien mendaftar dari rumah dan datang pada jam yang dipilih."
    )


def test_a_clash_shows_three_sides_and_can_be_overruled(team):
    one = team.suggest("mentor", title=(TITLE, "Daftar daring"))
    write_directly(team, "title", TITLE, "Pesan antrean")
    page = team.get("coordinator", f"usul/{one.pk}/").content.decode()
    for side in ("Asal", "Sekarang di rencana", TITLE, "Pesan antrean", "<ins>daring</ins>", "Pakai usul"):
        assert side in page
    assert decide(team, "coordinator", one, n1="terima").status_code == 409
    assert team.innovation()["title"] == "Pesan antrean"
    seen = {"kini-1": '"Pesan antrean"'}
    write_directly(team, "title", "Pesan antrean", "Antre dari rumah")
    assert decide(team, "coordinator", one, n1="timpa", **seen).status_code == 409
    assert decide(team, "coordinator", one, n1="timpa", **{"kini-1": '"Antre dari rumah"'}).status_code == 302
    assert team.innovation()["title"] == "Daftar daring"


def test_suggestions_for_the_same_field_are_shown_together_and_merged(team):
    first = team.suggest("mentor", service_change=(SERVICE, SERVICE.replace("Warga", "Pasien")))
    second = team.suggest("office", service_change=(SERVICE, SERVICE.replace("jamnya", "jam pilihan")))
    page = team.get("coordinator", f"usul/{first.pk}/").content.decode()
    assert f"Usul {team.person('office').name}</a> juga mengubah isian ini" in page
    assert "kata-katanya digabung" in page and "jam pilihan" in page
    for one in (first, second):
        decide(team, "coordinator", one, n1="terima")
    assert team.innovation()["service_change"] == "Pasien mendaftar dari rumah dan datang pada jam pilihan."


def test_a_new_innovation_is_suggested_whole_and_keeps_its_id(team):
    answer = team.post("mentor", "usul/tulis/tambah/inovasi/", {"name": "Antar obat", "dimension": "living"})
    assert answer.headers["Location"].endswith("/usul/tulis/inovasi/IN-04/")
    team.post("mentor", "usul/tulis/inovasi/IN-04/", {"was:beneficiaries": "", "now:beneficiaries": "Lansia"})
    team.post("coordinator", "tulis/tambah/inovasi/", {"name": "Posyandu malam", "dimension": "living"})
    assert [one["id"] for one in team.plan.document()["innovations"]][-1] == "IN-05"
    one = team.suggest("mentor")
    decide(team, "coordinator", one, semua="terima")
    assert team.innovation("IN-04") == {
        "id": "IN-04", "title": "Antar obat", "dimension": "living", "beneficiaries": "Lansia",
    }  # fmt: skip


def test_rows_of_a_table_are_suggested_too(team):
    team.post("mentor", "usul/tulis/inovasi/IN-01/", {"do": "pick:costs"})
    team.post(
        "mentor",
        "usul/tulis/inovasi/IN-01/",
        {"was:costs[1].capital": "", "now:costs[1].capital": "2 miliar"},
    )
    one = team.suggest("mentor")
    assert len(one.as_data()) == 1
    decide(team, "coordinator", one, semua="terima")
    assert team.innovation()["costs"][1] == {"offset": 1, "capital": 2_000_000_000}


def test_writing_back_what_stood_there_takes_the_change_out_of_the_draft(team):
    for was, now in ((TITLE, "Daftar daring"), ("Daftar daring", TITLE)):
        team.post("mentor", "usul/tulis/inovasi/IN-01/", {"was:title": was, "now:title": now})
    draft = Suggestion.draft_of(team.plan, team.person("mentor"))
    assert draft.as_data() == []
    assert team.post("mentor", f"usul/{draft.pk}/serahkan/", {"alasan": "Kosong"}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_an_element_leaves_the_draft_and_a_draft_is_thrown_away(team):
    team.post("mentor", "usul/tulis/inovasi/IN-01/", {"was:title": TITLE, "now:title": "Daftar daring"})
    team.post("mentor", "usul/tulis/inovasi/IN-02/", {"was:title": "Bank sampah desa", "now:title": "Bank"})
    team.post("mentor", "usul/tulis/batal/inovasi/IN-01/", {})
    draft = Suggestion.draft_of(team.plan, team.person("mentor"))
    assert [change["element"] for change in draft.as_data()] == ["IN-02"]
    team.post("mentor", f"usul/{draft.pk}/tarik/", {})
    assert not Suggestion.objects.exists()


def test_a_wrong_value_is_said_and_not_kept(team):
    answer = team.post(
        "mentor", "usul/tulis/masalah/MS-01/", {"was:severity": "0,1", "now:severity": "7"}, **JSON
    ).json()
    assert "severity" in answer["errors"]
    draft = Suggestion.draft_of(team.plan, team.person("mentor"))
    assert draft is None or draft.as_data() == []


def test_a_member_decides_over_what_the_agency_leads_and_nothing_else(team):
    one = team.suggest("mentor", title=(TITLE, "Daftar daring"))
    assert decide(team, "DLH", one, n1="terima").status_code == 403
    assert decide(team, "mentor", one, n1="terima").status_code == 403
    assert decide(team, "DINKES", one, n1="terima").status_code == 302


def test_the_author_withdraws_and_nobody_decides_any_more(team):
    one = team.suggest("mentor", title=(TITLE, "Daftar daring"))
    assert team.post("coordinator", f"usul/{one.pk}/tarik/", {}).status_code == 403
    team.post("mentor", f"usul/{one.pk}/tarik/", {})
    page = team.client("coordinator").post(
        team.url(f"usul/{one.pk}/putusan/"), {"semua": "terima"}, follow=True
    )
    assert "sudah diputus atau ditarik" in page.content.decode()
    assert team.innovation()["title"] == TITLE


def test_asking_back_opens_a_thread_that_the_proposer_reads():
    team = Team(public=True)
    one = team.suggest("outsider", title=(TITLE, "Daftar daring"))
    assert (
        team.post("coordinator", f"usul/{one.pk}/tanya/", {"kata": "Dari mana angkanya?"}).status_code == 302
    )
    assert "Dari mana angkanya?" in team.get("outsider", f"usul/{one.pk}/").content.decode()
    thread = Thread.objects.get(suggestion=one)
    assert team.post("outsider", f"bicara/{thread.pk}/", {"kata": "Dari puskesmas."}).status_code == 302
    assert "bertanya" in Notice.objects.filter(user=team.outsider()).last().what
    assert "menjawab" in Notice.objects.filter(user=team.person("coordinator")).first().what
    assert team.get("outsider", "bicara/").status_code == 403
    assert team.get("mentor", "usul/").status_code == 200


def test_a_draft_plan_takes_no_suggestion_from_outside(team):
    assert team.get("outsider", "usul/tulis/inovasi/IN-01/").status_code == 403
    assert team.post("outsider", "usul/tulis/inovasi/IN-01/", {"now:title": "x"}).status_code == 403


def test_what_is_written_is_never_markup(team):
    one = team.suggest("mentor", "<script>alert(1)</script>", title=(TITLE, "<b>tebal</b> sekali"))
    page = team.get("coordinator", f"usul/{one.pk}/").content.decode()
    assert "<script>alert" not in page and "<b>tebal" not in page and "&lt;b&gt;tebal" in page


def test_the_list_asks_as_often_for_many_suggestions_as_for_few(team):
    team.suggest("mentor", "Pertama", title=(TITLE, "Daftar daring"))
    few = team.queries("coordinator", "usul/")
    for number in range(8):
        team.suggest("mentor", f"Usul {number}", title=(TITLE, f"Daftar daring {number}"))
    assert team.queries("coordinator", "usul/") == few
