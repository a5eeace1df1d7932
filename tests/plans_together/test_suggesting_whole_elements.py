"""Suggest mode beyond fields: elements that come, go and move, boards, chapters, captions."""

from __future__ import annotations

import pytest

from haluan.plans.models import ChangeSet, Suggestion

from .making import JSON, Team
from .test_suggestions import decide, write_directly

pytestmark = pytest.mark.django_db
DIGEST = "0" * 64


@pytest.fixture
def team() -> Team:
    return Team()


def draft(team):
    return Suggestion.draft_of(team.plan, team.person("mentor"))


def order(team, collection="innovations"):
    return [one["id"] for one in team.plan.document()[collection]]


def applied(team, *changes):
    ChangeSet.apply(plan=team.plan, changes=list(changes), by=team.person("coordinator"))


def addition(collection, key, **value):
    return {"op": "add", "collection": collection, "element": key, "value": {"id": key, **value}}


def test_a_removal_is_asked_for_with_what_refers_to_it_and_taken_in_whole(team):
    page = team.get("mentor", "usul/tulis/hapus/masalah/MS-01/").content.decode()
    assert "Usulkan" in page and "Daftar dari rumah" in page
    team.post("mentor", "usul/tulis/hapus/masalah/MS-01/", {})
    assert [change["op"] for change in draft(team).as_data()] == ["set", "remove"]
    assert order(team, "problems") == ["MS-01", "MS-02"]
    assert "diusulkan dihapus" in team.get("mentor", "usul/tulis/masalah/").content.decode()
    assert team.get("mentor", "usul/tulis/masalah/MS-01/").status_code == 404
    one = team.suggest("mentor")
    decide(team, "coordinator", one, semua="terima")
    assert order(team, "problems") == ["MS-02"] and team.innovation()["addresses"] == []


def test_accepting_a_removal_alone_lets_its_references_go_with_it(team):
    team.post("mentor", "usul/tulis/hapus/masalah/MS-01/", {})
    one = team.suggest("mentor")
    assert decide(team, "coordinator", one, n2="terima").status_code == 302
    one.refresh_from_db()
    assert one.state == "decided" and order(team, "problems") == ["MS-02"]


def test_a_removal_is_taken_back_with_the_references_it_let_go(team):
    team.post("mentor", "usul/tulis/hapus/masalah/MS-01/", {})
    team.post("mentor", "usul/tulis/batal/masalah/MS-01/", {})
    assert draft(team).as_data() == []
    assert team.get("mentor", "usul/tulis/masalah/MS-01/").status_code == 200


def test_a_removal_of_what_the_draft_itself_brought_leaves_no_trace(team):
    team.post("mentor", "usul/tulis/tambah/inovasi/", {"name": "Antar obat", "dimension": "living"})
    team.post("mentor", "usul/tulis/hapus/inovasi/IN-04/", {})
    assert draft(team).as_data() == []


def test_a_removal_of_what_was_changed_meanwhile_is_asked_again(team):
    team.post("mentor", "usul/tulis/hapus/inovasi/IN-03/", {})
    one = team.suggest("mentor")
    write_directly(team, "title", "Belum ada yang memimpin", "Ada yang memimpin", "inovasi/IN-03")
    page = team.get("coordinator", f"usul/{one.pk}/").content.decode()
    assert "Hapus juga yang sekarang" in page and "Ada yang memimpin" in page
    assert decide(team, "coordinator", one, n1="terima").status_code == 409
    seen = {"kini-1": '{"id": "IN-03", "title": "Ada yang memimpin"}'}
    assert decide(team, "coordinator", one, n1="timpa", **seen).status_code == 302
    assert order(team) == ["IN-01", "IN-02"]


def test_a_move_is_suggested_shown_and_taken_in(team):
    team.post("mentor", "usul/tulis/pindah/inovasi/IN-03/", {"to": "up"})
    team.post("mentor", "usul/tulis/pindah/inovasi/IN-03/", {"to": "up"})
    assert len(draft(team).as_data()) == 1 and order(team) == ["IN-01", "IN-02", "IN-03"]
    one = team.suggest("mentor")
    page = team.get("coordinator", f"usul/{one.pk}/").content.decode()
    assert "dipindahkan" in page and "paling depan" in page
    decide(team, "coordinator", one, n1="terima")
    assert order(team) == ["IN-03", "IN-01", "IN-02"]


def test_moving_back_leaves_nothing_to_suggest(team):
    for way in ("up", "down"):
        team.post("mentor", "usul/tulis/pindah/inovasi/IN-03/", {"to": way})
    assert draft(team).as_data() == []


def test_a_move_that_the_team_made_otherwise_meanwhile_is_asked_about(team):
    team.post("mentor", "usul/tulis/pindah/inovasi/IN-03/", {"to": "up"})
    one = team.suggest("mentor")
    team.post("coordinator", "tulis/pindah/inovasi/IN-02/", {"to": "down"})
    page = team.get("coordinator", f"usul/{one.pk}/").content.decode()
    assert "Rencana sudah berbunyi begitu" in page
    team.post("coordinator", "tulis/pindah/inovasi/IN-03/", {"to": "up"})
    assert order(team) == ["IN-03", "IN-01", "IN-02"]
    assert "Pakai usul, ganti yang sekarang" in team.get("coordinator", f"usul/{one.pk}/").content.decode()
    assert decide(team, "coordinator", one, n1="terima").status_code == 409
    assert decide(team, "coordinator", one, n1="timpa", **{"kini-1": "null"}).status_code == 302
    assert order(team) == ["IN-01", "IN-03", "IN-02"]


def test_new_elements_keep_their_place_among_themselves(team):
    for name in ("Satu", "Dua"):
        team.post("mentor", "usul/tulis/tambah/inovasi/", {"name": name, "dimension": "living"})
    team.post("mentor", "usul/tulis/pindah/inovasi/IN-05/", {"to": "up"})
    one = team.suggest("mentor")
    decide(team, "coordinator", one, semua="terima")
    assert order(team) == ["IN-01", "IN-02", "IN-03", "IN-05", "IN-04"]


def test_a_swot_card_is_written_added_and_answered_on_its_board(team):
    applied(team, addition("issues", "IS-01", kind="weakness", text="Kader sedikit"))
    board = team.get("mentor", "usul/tulis/isu/").content.decode()
    assert "Kader sedikit" in board and "Mode usul" in board and "/usul/tulis/jawab/isu/IS-01/" in board
    answer = team.post("mentor", "usul/tulis/tambah/isu/", {"name": "Gawai murah", "kind": "opportunity"})
    assert answer.headers["Location"].endswith("usul/tulis/isu/?tambah=opportunity#tambah-opportunity")
    team.post("mentor", "usul/tulis/jawab/isu/IS-01/", {"innovation": "IN-02 Bank sampah desa"})
    team.post(
        "mentor", "usul/tulis/isu/IS-01/", {"was:text": "Kader sedikit", "now:text": "Kader lansia"}, **JSON
    )
    one = team.suggest("mentor")
    assert "issues" not in team.innovation("IN-02")
    decide(team, "coordinator", one, semua="terima")
    assert team.innovation("IN-02")["issues"] == ["IS-01"]
    assert [one["text"] for one in team.plan.document()["issues"]] == ["Kader lansia", "Gawai murah"]


def test_readiness_is_suggested_on_its_board(team):
    applied(team, addition("readiness", "KS-01", element="structure", aspect="Kader terlatih"))
    assert "Kader terlatih" in team.get("mentor", "usul/tulis/kesiapan/").content.decode()
    answer = team.post(
        "mentor", "usul/tulis/kesiapan/KS-01/", {"was:level": "", "now:level": "2", "papan": "1"}
    )
    assert answer.headers["Location"].endswith("/usul/tulis/kesiapan/#KS-01")
    decide(team, "coordinator", team.suggest("mentor"), semua="terima")
    assert team.plan.document()["readiness"][0]["level"] == 2


def test_a_chapter_is_suggested_with_its_prose_as_the_book_sets_it(team):
    applied(team, addition("chapters", "BB-01", book="I", title="Latar", body="Warga antre sejak subuh."))
    listed = team.get("mentor", "usul/tulis/bab/").content.decode()
    assert "/usul/tulis/pindah/bab/BB-01/" in listed
    page = team.get("mentor", "usul/tulis/bab/BB-01/").content.decode()
    assert "Seperti di buku" in page and "/usul/tulis/pratinjau/" in page
    drawn = team.post("mentor", "usul/tulis/pratinjau/", {"body": "**Sejak** subuh"}).content.decode()
    assert "<strong>Sejak</strong>" in drawn
    body = {"was:body": "Warga antre sejak subuh.", "now:body": "Warga antre sejak dini hari."}
    team.post("mentor", "usul/tulis/bab/BB-01/", body, **JSON)
    decide(team, "coordinator", team.suggest("mentor"), semua="terima")
    assert team.plan.document()["chapters"][0]["body"] == "Warga antre sejak dini hari."


def test_a_caption_is_suggested_and_no_picture_is_sent(team):
    figure = {"title": "Peta", "media_type": "image/png", "digest": DIGEST}
    applied(team, addition("figures", "GB-01", **figure))
    page = team.get("mentor", "usul/tulis/gambar/GB-01/").content.decode()
    assert 'type="file"' not in page
    assert 'type="file"' not in team.get("mentor", "usul/tulis/gambar/").content.decode()
    assert team.post("mentor", "usul/tulis/tambah/gambar/", {"name": "Foto"}).status_code == 404
    team.post("mentor", "usul/tulis/gambar/GB-01/", {"was:title": "Peta", "now:title": "Peta banjir"}, **JSON)
    decide(team, "coordinator", team.suggest("mentor"), semua="terima")
    assert team.plan.document()["figures"][0]["title"] == "Peta banjir"


def test_one_field_leaves_the_draft_from_its_own_page(team):
    for field, was, now in (
        ("title", "Bank sampah desa", "Bank sampah"),
        ("beneficiaries", "", "Warga desa"),
    ):
        team.post("mentor", "usul/tulis/inovasi/IN-02/", {f"was:{field}": was, f"now:{field}": now}, **JSON)
    one = draft(team)
    assert "Keluarkan" in team.get("mentor", f"usul/{one.pk}/").content.decode()
    answer = team.post("mentor", "usul/tulis/batal/inovasi/IN-02/", {"isian": "title", "kembali": "usul"})
    assert answer.headers["Location"] == team.url(f"usul/{one.pk}/")
    assert [change["field"] for change in one.as_data()] == ["beneficiaries"]
    team.post(
        "mentor",
        "usul/tulis/rencana/semua/",
        {"was:vision": "Warga dilayani dekat rumah", "now:vision": "Dekat"},
    )
    assert "/usul/tulis/batal/rencana/semua/" in team.get("mentor", f"usul/{one.pk}/").content.decode()
