"""Somebody else's spreadsheet becomes part of a plan: sent, its columns made sure of, looked at, applied."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from haluan.plans.exchange.reading import AT_ONCE
from haluan.plans.jobs import clear_expired_intakes, read_intake
from haluan.plans.models import ChangeSet, Intake, KeptMapping
from tests.plans_app.making import make_plan, make_user

from .making import HEADS, ROWS, by_name, columns_form, programmes, send

pytestmark = pytest.mark.django_db
SLUG = "contoh"


@pytest.fixture
def plan():
    return make_plan(slug=SLUG, public=False)


@pytest.fixture
def coordinator(client, plan):
    user = make_user("coordinator", plan.region)
    client.force_login(user)
    return user


def to_review(client, raw=None, **changed):
    """Steps 1 and 2, with the guess as it is but for `changed`."""
    assert send(client, SLUG, raw or programmes()).url == reverse("plan-import-columns", args=[SLUG])
    form = columns_form(client, SLUG) | {name.replace("_", "-"): value for name, value in changed.items()}
    response = client.post(reverse("plan-import-columns", args=[SLUG]), form)
    assert response.status_code == 302, response.content.decode()
    return client.get(response.url)


def decide(client, chosen, do="simpan"):
    """Answer for the proposals named, as if all of them stood on one page."""
    form = {"di": [mark for mark, _choice in chosen], "do": do}
    form |= {f"pilih-{mark}": choice for mark, choice in chosen}
    return client.post(reverse("plan-import-review", args=[SLUG]), form)


def test_the_columns_are_guessed_and_shown_with_their_first_rows(client, plan, coordinator):
    send(client, SLUG, programmes())
    text = client.get(reverse("plan-import-columns", args=[SLUG])).content.decode()
    assert "Antar obat ke rumah lansia" in text and "Anggaran (Rp juta)" in text
    assert re.search(r'<option value="title" selected>', text)
    assert re.search(r'<option value="1000000" selected>', text), "the head says millions"


def test_nothing_is_taken_before_somebody_says_so(client, plan, coordinator):
    response = to_review(client)
    text = response.content.decode()
    assert len(by_name(response)) >= 3 and response.context["proposals"].taken == 0
    assert 'type="checkbox"' in text and " checked" not in text
    assert decide(client, [], "terapkan").status_code == 422
    plan.refresh_from_db()
    assert plan.version == 1


def test_each_proposal_stands_beside_its_cell(client, plan, coordinator):
    response = to_review(client)
    group = by_name(response)["Antar obat ke rumah lansia"].group
    text = client.get(f"{reverse('plan-import-review', args=[SLUG])}?bagian={group}").content.decode()
    assert (
        "Program!B6" in text and "Program!F6" in text and "Rp2,5 miliar" in text and "Dinas Kesehatan" in text
    )


def test_what_is_taken_is_one_change_set_that_is_undone_at_once(client, plan, coordinator):
    found = by_name(to_review(client))
    chosen = [
        (found[name].mark, "ambil") for name in ("Antar obat ke rumah lansia", "Izin usaha selesai sehari")
    ]
    response = decide(client, chosen, "terapkan")
    assert response.url.endswith("?selesai=2")
    changeset = plan.changesets.get(number=2)
    assert (changeset.origin, changeset.author) == (
        "import",
        coordinator,
    ) and "program.xlsx" in changeset.reason
    document = plan.document()
    titles = {each["title"]: each for each in document["innovations"]}
    assert titles["Antar obat ke rumah lansia"]["costs"] == [{"offset": 0, "capital": 2_500_000_000}]
    assert titles["Antar obat ke rumah lansia"]["lead_agency"] == "DINKES"
    new = titles["Izin usaha selesai sehari"]["lead_agency"]
    assert {"code": new, "name": "Dinas Penanaman Modal"} in document["agencies"], "carried along"
    assert not Intake.objects.exists()
    done = client.get(response.url).content.decode()
    assert "Sudah masuk ke rencana" in done and reverse("plan-revert", args=[SLUG, 2]) in done
    client.post(reverse("plan-revert", args=[SLUG, 2]))
    plan.refresh_from_db()
    assert len(plan.document()["innovations"]) == 3


def test_one_of_nearly_the_same_name_is_shown_beside_it_and_never_taken_by_take_all(
    client, plan, coordinator
):
    response = to_review(client)
    proposal = by_name(response)["Bank sampah di desa"]
    text = client.get(
        f"{reverse('plan-import-review', args=[SLUG])}?bagian={proposal.group}"
    ).content.decode()
    assert "Sama: perbarui IN-02" in text and "Bukan: tambahkan sebagai baru" in text
    decide(client, [(proposal.mark, "")], "semua")
    assert Intake.objects.get().choices == {}
    decide(client, [(proposal.mark, "ke:IN-02")], "terapkan")
    document = plan.document()
    assert len(document["innovations"]) == 3
    assert document["innovations"][1]["title"] == "Bank sampah desa", "it keeps its name"
    assert document["innovations"][1]["costs"] == [{"offset": 0, "capital": 150_000_000}]
    assert document["innovations"][1]["partner_agencies"] == ["DINKES"], "and what it had"


def test_take_all_takes_the_page_that_was_seen_and_no_other(client, plan, coordinator):
    found = by_name(to_review(client))
    decide(client, [(found["Antar obat ke rumah lansia"].mark, "")], "semua")
    assert Intake.objects.get().choices == {found["Antar obat ke rumah lansia"].mark: "ambil"}


def test_a_column_that_was_guessed_wrong_is_set_right(client, plan, coordinator):
    found = by_name(to_review(client, t0_c5_role="ignore"))
    assert "costs" not in found["Antar obat ke rumah lansia"].value
    found = by_name(to_review(client, t0_c5_role="cost", t0_c5_unit="1000"))
    assert found["Antar obat ke rumah lansia"].value["costs"][0]["capital"] == 2_500_000


def test_the_columns_are_remembered_for_the_agency_and_proposed_next_time(client, plan, coordinator):
    to_review(client, t0_c5_role="ignore")
    assert KeptMapping.objects.get().agency == ""
    send(client, SLUG, programmes([[9, "Sekolah ramah hujan", "Smart Society", "Dinas Pendidikan", 2027, 5]]))
    response = client.get(reverse("plan-import-columns", args=[SLUG]))
    assert "pernah diimpor" in response.content.decode()
    assert response.context["sheets"][0].columns[5].role == "ignore"
    other = make_user("member", plan.region, agency="DLH")
    client.force_login(other)
    send(client, SLUG, programmes())
    assert "pernah diimpor" not in client.get(reverse("plan-import-columns", args=[SLUG])).content.decode()


def test_what_is_not_understood_is_listed_and_can_be_written_by_hand(client, plan, coordinator):
    noted = [[4, "", "Smart Living", "Kepala Bappeda Kabupaten Contoh", "", ""]]
    text = to_review(client, programmes([*ROWS, *noted])).content.decode()
    assert "Yang tidak dibaca" in text and "Program!D8" in text
    assert f"{reverse('desk-list', args=[SLUG, 'innovations'])}?nama=" in text
    page = client.get(
        f"{reverse('desk-list', args=[SLUG, 'innovations'])}?nama=Kartu%20%22x%22"
    ).content.decode()
    assert 'value="Kartu &quot;x&quot;"' in page


def test_a_member_is_told_what_only_others_may_add(client, plan):
    client.force_login(make_user("member", plan.region, agency="DLH"))
    response = to_review(client)
    proposal = by_name(response)["Antar obat ke rumah lansia"]
    assert "DINKES" in proposal.refusal
    decide(client, [(proposal.mark, "ambil")], "terapkan")
    plan.refresh_from_db()
    assert plan.version == 1


def test_what_others_wrote_meanwhile_is_read_again_before_anything_is_applied(client, plan, coordinator):
    found = by_name(to_review(client))
    mark = found["Antar obat ke rumah lansia"].mark
    decide(client, [(mark, "ambil")])
    ChangeSet.apply(plan=plan, by=None, changes=[
        {"op": "add", "collection": "innovations", "element": found["Antar obat ke rumah lansia"].element,
         "value": {"id": found["Antar obat ke rumah lansia"].element, "title": "Datang lebih dulu"}, "after": "IN-03"},
    ])  # fmt: skip
    assert decide(client, [(mark, "ambil")], "terapkan").url == reverse("plan-import-review", args=[SLUG])
    response = client.get(reverse("plan-import-review", args=[SLUG]))
    assert "baru saja diubah orang lain" in response.content.decode()
    assert by_name(response)["Antar obat ke rumah lansia"].choice == "ambil", (
        "what was chosen is still chosen"
    )
    decide(client, [(mark, "ambil")], "terapkan")
    titles = [each["title"] for each in plan.document()["innovations"]]
    assert "Datang lebih dulu" in titles and "Antar obat ke rumah lansia" in titles


def test_pasted_text_is_read_too(client, plan, coordinator):
    text = "\n".join("\t".join(map(str, row)) for row in [HEADS, *ROWS])
    response = client.post(reverse("plan-import", args=[SLUG]), {"teks": text})
    client.post(response.url, columns_form(client, SLUG))
    assert "Antar obat ke rumah lansia" in by_name(client.get(reverse("plan-import-review", args=[SLUG])))


def test_a_file_is_its_senders_alone_and_goes_after_a_day(client, plan, coordinator):
    to_review(client)
    other = make_user("coordinator", plan.region)
    client.force_login(other)
    assert client.get(reverse("plan-import-review", args=[SLUG])).url == reverse("plan-import", args=[SLUG])
    client.force_login(coordinator)
    Intake.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(reverse("plan-import-review", args=[SLUG])).url == reverse("plan-import", args=[SLUG])
    clear_expired_intakes(0)
    assert not Intake.objects.exists()


def test_a_new_file_takes_the_place_of_the_last_and_can_be_put_away(client, plan, coordinator):
    to_review(client)
    send(client, SLUG, programmes(ROWS[:1]))
    assert Intake.objects.get().mapping is None
    client.post(reverse("plan-import-discard", args=[SLUG]))
    assert not Intake.objects.exists()


def test_looking_through_many_proposals_costs_no_more_queries(
    client, plan, coordinator, django_assert_max_num_queries
):
    few = to_review(client).context["group"].slug
    many = [
        [n, f"Layanan nomor {n} untuk warga", "Smart Living", "Dinas Kesehatan", 2027, n]
        for n in range(1, 61)
    ]
    to_review(client, programmes(many))
    with django_assert_max_num_queries(14):
        response = client.get(
            f"{reverse('plan-import-review', args=[SLUG])}?bagian=innovations-living&halaman=2"
        )
    assert few and len(response.context["shown"]) == 20


def test_what_was_imported_before_is_not_proposed_again(client, plan, coordinator):
    found = by_name(to_review(client))
    decide(client, [(found["Izin usaha selesai sehari"].mark, "ambil")], "terapkan")
    assert "Izin usaha selesai sehari" not in by_name(to_review(client))


def test_the_id_of_something_removed_is_not_given_again(client, plan, coordinator):
    gone = {"id": "IN-04", "title": "Pernah ada"}
    change = {"collection": "innovations", "element": "IN-04", "value": gone, "after": "IN-03"}
    ChangeSet.apply(plan=plan, by=None, changes=[{"op": "add", **change}])
    ChangeSet.apply(plan=plan, by=None, changes=[{"op": "remove", **change}])
    found = [each for each in by_name(to_review(client)).values() if each.collection == "innovations"]
    assert len(found) == 3 and "IN-04" not in {each.element for each in found}
    assert all(each.places for each in found)


def test_a_large_file_is_read_in_the_background_and_its_result_waits(client, plan, coordinator, monkeypatch):
    monkeypatch.setitem(AT_ONCE, Intake.Kind.FOREIGN, 10)
    review = reverse("plan-import-review", args=[SLUG])
    assert send(client, SLUG, programmes()).url == review
    assert "sedang dibaca" in client.get(review).content.decode()
    assert "data-job=" in client.get(reverse("plan-import-state", args=[SLUG])).content.decode()
    intake = Intake.objects.get()
    read_intake(intake.pk, "id")
    assert "Selesai dibaca" in client.get(reverse("plan-import-state", args=[SLUG])).content.decode()
    assert client.get(review).url == reverse("plan-import-columns", args=[SLUG])
    client.post(reverse("plan-import-columns", args=[SLUG]), columns_form(client, SLUG))
    read_intake(intake.pk, "id")
    assert "Antar obat ke rumah lansia" in by_name(client.get(review))
    notices = list(coordinator.notices.values_list("what", "why", "url"))
    assert notices == [("Berkas Anda selesai dibaca", "program.xlsx", review)] * 2


def name(client, called, code):
    return client.post(reverse("plan-import-names", args=[SLUG]), {"nama": [called], "pd": [code]})


def test_a_name_the_plan_does_not_know_is_said_to_be_one_it_knows_and_remembered(client, plan, coordinator):
    review = to_review(client)
    text = review.content.decode()
    assert "Nama perangkat daerah di berkas ini" in text and "Buat perangkat daerah baru" in text
    assert [each.name for each in review.context["names"]] == ["Dinas Penanaman Modal"]
    assert name(client, "Dinas Penanaman Modal", "DINKES").status_code == 302
    found = by_name(client.get(reverse("plan-import-review", args=[SLUG])))
    assert found["Izin usaha selesai sehari"].value["lead_agency"] == "DINKES"
    assert "Dinas Penanaman Modal" not in found, "no agency is made of it any more"
    # Another file of another shape by the same hand: known at once, and may be taken back.
    again = to_review(
        client, programmes([[1, "Toko izin", "Smart Economy", "Dinas Penanaman Modal"]], HEADS[:4])
    )
    assert by_name(again)["Toko izin"].value["lead_agency"] == "DINKES"
    assert [(each.name, each.code) for each in again.context["names"]] == [
        ("Dinas Penanaman Modal", "DINKES")
    ]
    name(client, "Dinas Penanaman Modal", "")
    assert "Dinas Penanaman Modal" in by_name(client.get(reverse("plan-import-review", args=[SLUG])))


def test_a_name_is_given_no_agency_the_plan_has_not_and_no_name_the_file_has_not(client, plan, coordinator):
    to_review(client)
    name(client, "Dinas Penanaman Modal", "TIDAKADA")
    name(client, "Dinas Khayalan", "DINKES")
    assert Intake.objects.get().mapping["agencies"] == {}
