"""The table view: what a block of cells does, whole or not at all, and how it is taken back."""

from __future__ import annotations

import json
from itertools import count
from uuid import uuid4

import pytest
from django.utils import translation

from haluan.plans.editor.values import Unreadable
from haluan.plans.models import ChangeSet
from haluan.plans.tables.cells import Names, text_of, value_of
from haluan.plans.tables.kinds import TABLES
from masterplan.document import ABSENT
from tests.plans import realistic_data
from tests.plans_app.making import SMALL, make_plan, make_region, make_user, set_field

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
slugs = (f"tabel-{number}" for number in count(1))


@pytest.fixture
def plan():
    return make_plan(slug=next(slugs))


@pytest.fixture
def coordinator(client):
    user = make_user("coordinator", make_region())
    client.force_login(user, backend=BACKEND)
    return user


@pytest.fixture
def send(client, plan):
    def send(table, rows=None, remove=(), **headers):
        body = {"ubah": json.dumps({"rows": rows or {}, "remove": list(remove)}), "dilihat": plan.version}
        headers = {"accept": "application/json", **headers}
        return client.post(f"/rencana/{plan.slug}/tulis/tabel/{table}/", body, headers=headers)

    return send


@pytest.fixture
def undo(client, plan):
    def undo(number, **more):
        url = f"/rencana/{plan.slug}/tulis/tabel/inovasi/urungkan/{number}/"
        return client.post(url, more, headers={"accept": "application/json"}).json()

    return undo


def titles(plan, collection="problems"):
    return [one["title"] for one in plan.document()[collection]]


# -- what is read


@pytest.mark.parametrize("slug", TABLES)
def test_every_table_reads_back_what_it_shows(slug):
    data = realistic_data(24)
    table, names = TABLES[slug], Names(data)
    for column in table.columns(data):
        for row in table.rows(data):
            value = table.value(row, column)
            if column.fixed or column.once or value is ABSENT or value is False or value == []:
                continue
            read = value_of(text_of(value, column), column, names)
            assert read == (value.strip() if isinstance(value, str) else value), column.name


@pytest.mark.parametrize(
    "text", ["1,25 miliar", "Rp1,25 miliar", "1.250.000.000", "Rp 1.250.000.000", "1250000000"]
)
def test_money_as_indonesians_write_it(text):
    column = next(one for one in TABLES["biaya"].columns(SMALL) if one.name == "costs[0].capital")
    assert value_of(text, column, Names(SMALL)) == 1_250_000_000


def test_choices_and_references_are_read_by_their_names():
    columns = {one.name: one for one in TABLES["inovasi"].columns(SMALL)}
    names = Names(SMALL)
    assert value_of("Smart Governance", columns["dimension"], names) == "governance"
    assert value_of("Tata Kelola", columns["dimension"], names) == "governance"
    assert value_of("dinas kesehatan", columns["lead_agency"], names) == "DINKES"
    assert value_of("DINKES · Dinas Kesehatan", columns["lead_agency"], names) == "DINKES"
    assert value_of("dlh; Dinas Kesehatan", columns["partner_agencies"], names) == ["DLH", "DINKES"]
    with pytest.raises(Unreadable, match="Dinas Sihir"):
        value_of("Dinas Sihir", columns["lead_agency"], names)


def test_residents_by_district_are_read_by_code_or_name():
    data = SMALL | {
        "districts": [{"code": "64.74.01", "name": "Bontang Utara"}, {"code": "64.74.02", "name": "Barat"}]
    }
    column = next(one for one in TABLES["masalah"].columns(data) if one.name == "people_by_district")
    counts = {"64.74.01": 1200, "64.74.02": 800}
    assert value_of("Bontang Utara: 1.200; 64.74.02 800", column, Names(data)) == counts
    assert value_of(text_of(counts, column), column, Names(data)) == counts


# -- what is saved


def test_a_block_is_one_change_set(plan, coordinator, send):
    rows = {
        "IN-01": {
            "duration_years": ["", "2"],
            "quick_win": ["", "ya"],
            "service_change.after": ["", "Datang pada jamnya."],
        },
        "IN-02": {"duration_years": ["", "1"], "lead_agency": ["DLH", "Dinas Kesehatan"]},
    }
    answer = send("inovasi", rows).json()
    assert answer["number"] == plan.version + 1 and not answer["errors"]
    first, second, _third = plan.document()["innovations"]
    assert (first["duration_years"], first["quick_win"], second["lead_agency"]) == (2, True, "DINKES")
    assert first["service_change"].endswith("Sesudahnya: Datang pada jamnya.")
    assert {row["key"]: row["cells"]["duration_years"] for row in answer["rows"]} == {
        "IN-01": "2",
        "IN-02": "1",
    }


def test_one_bad_cell_saves_nothing_and_is_told_at_its_cell(plan, coordinator, send):
    rows = {
        "IN-01": {"duration_years": ["", "2"]},
        "IN-02": {"duration_years": ["", "99"], "dimension": ["", "sihir"], "start.earliest": ["", "besok"]},
    }
    answer = send("inovasi", rows).json()
    assert set(answer["errors"]) == {"IN-02"} and answer["number"] == 0
    assert set(answer["errors"]["IN-02"]) == {"dimension", "start.earliest"}
    assert plan.document() == SMALL
    answer = send("inovasi", {"IN-02": {"duration_years": ["", "99"]}}).json()
    assert list(answer["errors"]["IN-02"]) == ["duration_years"]
    assert plan.document() == SMALL


def test_rows_pasted_below_the_end_are_added_with_new_numbers(plan, coordinator, send):
    rows = {f"+{n}": {"title": ["", f"Masalah {n}"], "people_affected": ["", "1.200"]} for n in range(1, 51)}
    answer = send("masalah", rows).json()
    assert answer["made"]["+1"] == "MS-03" and answer["made"]["+50"] == "MS-52"
    assert len(plan.document()["problems"]) == 52
    assert plan.changesets.count() == 2


def test_a_row_without_what_it_needs_is_not_added(plan, coordinator, send):
    answer = send("pemungkin", {"+1": {"title": ["", "Pelatihan kader"]}}).json()
    assert "kosong" in answer["errors"]["+1"]["kind"]
    assert plan.document() == SMALL


def test_an_agency_brings_its_own_code_and_none_that_is_taken(plan, coordinator, send):
    answer = send("dinas", {"+1": {"code": ["", "dlh"], "name": ["", "Dinas Lain"]}}).json()
    assert "sudah dipakai" in answer["errors"]["+1"]["code"]
    answer = send("dinas", {"+1": {"code": ["", "disdik"], "name": ["", "Dinas Pendidikan"]}}).json()
    assert answer["made"] == {"+1": "DISDIK"}


def test_rows_go_with_their_references_and_come_back(plan, coordinator, send, undo):
    before = plan.document()
    answer = send("masalah", remove=["MS-01", "MS-02"]).json()
    assert plan.document()["problems"] == [] and plan.document()["innovations"][0]["addresses"] == []
    assert set(answer["gone"]) == {"MS-01", "MS-02"}
    assert undo(answer["number"])["number"]
    assert plan.document() == before


def test_costs_funding_targets_and_ceilings_by_year(plan, coordinator, send):
    send(
        "biaya", {"IN-02": {"costs[1].capital": ["", "Rp1,5 miliar"], "costs[0].operating": ["", "20 juta"]}}
    )
    send("dana", {"IN-02": {"funding[APBD]": ["", "70%"], "funding[CSR]": ["", "0,3"]}})
    found = plan.document()["innovations"][1]
    assert found["costs"] == [{"offset": 0, "operating": 20_000_000}, {"offset": 1, "capital": 1_500_000_000}]
    assert found["funding"] == [{"source": "APBD", "share": 0.7}, {"source": "CSR", "share": 0.3}]
    send("dana", {"IN-02": {"funding[CSR]": ["0,3", ""]}})
    assert plan.document()["innovations"][1]["funding"] == [{"source": "APBD", "share": 0.7}]
    send(
        "pagu",
        {
            "APBD": {"2027": ["10", ""], "2028": ["", "5 miliar"]},
            "semua": {"2026": ["6.000.000.000", "7 miliar"]},
        },
    )
    assert plan.document()["budget"] == [
        {"year": 2026, "amount": 7_000_000_000},
        {"year": 2028, "source": "APBD", "amount": 5_000_000_000},
    ]


def test_targets_of_two_measures_are_saved_together(plan, coordinator, send):
    measures = [{"indicator": {"name": name, "unit": "menit"}} for name in ("Waktu tunggu", "Waktu jalan")]
    ChangeSet.apply(plan=plan, changes=[set_field("outcomes", None, measures)], by=coordinator)
    rows = {f"IN-01/{name}": {"targets[2028]": ["", "30,5"]} for name in ("Waktu tunggu", "Waktu jalan")}
    assert send("sasaran", rows).json()["number"]
    assert [one["targets"] for one in plan.document()["innovations"][0]["outcomes"]] == [{"2028": 30.5}] * 2


def test_reliefs_are_pasted_as_rows_and_taken_back_at_once(plan, coordinator, send, undo):
    before = plan.document()
    rows = {
        "IN-01/MS-01": {"share.high": ["", "0,5"], "evidence": ["", "B"]},
        "+1": {"innovation": ["", "Bank sampah desa"], "problem": ["", "MS-02"], "share.mode": ["", "0,4"]},
        "+2": {"innovation": ["", "IN-03"], "problem": ["", "MS-02 · Sampah tidak terangkut"]},
    }
    answer = send("pertolongan", rows).json()
    assert answer["made"] == {"+1": "IN-02/MS-02", "+2": "IN-03/MS-02"} and plan.changesets.count() == 2
    first, second, third = plan.document()["innovations"]
    assert first["addresses"] == [{"problem": "MS-01", "share": {"mode": 0.3, "high": 0.5}, "evidence": "B"}]
    assert second["addresses"] == [{"problem": "MS-02", "share": {"mode": 0.4}}]
    assert third["addresses"] == [{"problem": "MS-02"}]
    assert {row["key"] for row in answer["rows"]} == {"IN-01/MS-01", "IN-02/MS-02", "IN-03/MS-02"}
    assert undo(answer["number"])["number"] and plan.document() == before


def test_a_relief_is_refused_at_its_cell(plan, coordinator, send):
    rows = {
        "+1": {"innovation": ["", "IN-01"], "problem": ["", "MS-01"]},
        "+2": {"problem": ["", "MS-02"]},
        "+3": {"innovation": ["", "IN-02"], "problem": ["", "MS-02"], "share.mode": ["", "7"]},
    }
    errors = send("pertolongan", {key: rows[key] for key in ("+2", "+3")}).json()["errors"]
    assert list(errors["+2"]) == ["innovation"] and list(errors["+3"]) == ["share.mode"]
    assert "Sudah ada" in send("pertolongan", {"+1": rows["+1"]}).json()["errors"]["+1"]["problem"]
    assert list(send("pertolongan", {"IN-01/MS-01": {"share.mode": ["0,3", "7"]}}).json()["errors"]) == [
        "IN-01/MS-01"
    ]
    assert (
        "problem"
        in send("pertolongan", {"IN-01/MS-01": {"problem": ["", "MS-02"]}}).json()["errors"]["IN-01/MS-01"]
    )
    assert plan.document() == SMALL


def test_the_last_figure_of_a_relief_takes_its_range_along(plan, coordinator, send):
    send("pertolongan", {"IN-01/MS-01": {"share.mode": ["0,3", ""]}})
    assert plan.document()["innovations"][0]["addresses"] == [{"problem": "MS-01"}]


def test_rows_of_alignment_come_change_and_go(plan, coordinator, send):
    rows = {
        "+1": {"innovation": ["", "IN-01"], "document": ["", "RPJMD"], "reference": ["", "Program 2"]},
        "+2": {"innovation": ["", "IN-01"], "document": ["", "SPBE"]},
        "+3": {"innovation": ["", "IN-01"], "document": ["", "SPBE"]},
    }
    answer = send("keselarasan", rows).json()
    assert answer["made"] == {"+1": "IN-01/1", "+2": "IN-01/2", "+3": "IN-01/3"}
    answer = send("keselarasan", {"IN-01/3": {"document": ["SPBE", "RTRW"]}}, remove=["IN-01/2"]).json()
    assert answer["parts"] == ["IN-01", "IN-01/3"]
    assert [row["key"] for row in answer["rows"]] == ["IN-01/1", "IN-01/2"]
    assert plan.document()["innovations"][0]["alignment"] == [
        {"document": "RPJMD", "reference": "Program 2"}, {"document": "RTRW"},
    ]  # fmt: skip


def test_sub_activities_are_written_as_rows(plan, coordinator, send):
    rows = {
        "+1": {
            "innovation": ["", "IN-01"],
            "code": ["", "1.02.02"],
            "name": ["", "Antrean"],
            "share": ["", "1"],
        }
    }
    assert send("subkegiatan", rows).json()["made"] == {"+1": "IN-01/1.02.02"}
    assert plan.document()["innovations"][0]["sub_activities"] == [
        {"code": "1.02.02", "name": "Antrean", "share": 1}
    ]


def test_ceilings_are_pasted_line_by_line(plan, coordinator, send, undo):
    before = plan.document()
    rows = {
        "2027/APBD": {"amount": ["10", "5 miliar"]},
        "+1": {"year": ["", "2028"], "source": ["", "DAK"], "amount": ["", "2 miliar"]},
        "+2": {"year": ["", "2028"], "source": ["", "DAK"], "amount": ["", "1 miliar"]},
    }
    answer = send("baris-pagu", rows, remove=["2026", "2026#2"]).json()
    assert answer["made"] == {"+1": "2028/DAK", "+2": "2028/DAK#2"}
    assert plan.document()["budget"] == [
        {"year": 2027, "source": "APBD", "amount": 5_000_000_000},
        {"year": 2028, "source": "DAK", "amount": 2_000_000_000},
        {"year": 2028, "source": "DAK", "amount": 1_000_000_000},
    ]
    assert undo(answer["number"])["number"] and plan.document() == before


def test_a_block_of_reliefs_sent_again_is_done_once(plan, coordinator, send):
    rows = {"+1": {"innovation": ["", "IN-02"], "problem": ["", "MS-02"]}}
    client_id = str(uuid4())
    first, again = (send("pertolongan", rows, **{"x-client-id": client_id}).json() for _time in range(2))
    assert first["made"] == again["made"] == {"+1": "IN-02/MS-02"} and first["number"] == again["number"]


def test_a_member_writes_reliefs_of_what_the_agency_leads(client, plan, send):
    client.force_login(make_user("member", make_region(), agency="DLH"), backend=BACKEND)
    page = client.get(f"/rencana/{plan.slug}/tulis/tabel/pertolongan/").content.decode()
    assert 'data-key="IN-01/MS-01" data-why="IN-01 dipimpin DINKES' in page
    assert (
        send("pertolongan", {"+1": {"innovation": ["", "IN-01"], "problem": ["", "MS-02"]}}).status_code
        == 403
    )
    assert send("pertolongan", {"+1": {"innovation": ["", "IN-02"], "problem": ["", "MS-02"]}}).json()[
        "number"
    ]


# -- two people


def test_a_cell_that_somebody_else_changed_asks_and_nothing_is_saved(plan, coordinator, send):
    other = make_user("coordinator", make_region())
    ChangeSet.apply(plan=plan, changes=[set_field("duration_years", None, 3)], by=other)
    rows = {"IN-01": {"duration_years": ["", "4"]}, "IN-02": {"duration_years": ["", "1"]}}
    answer = send("inovasi", rows).json()
    (conflict,) = answer["conflicts"]
    assert (conflict["row"], conflict["theirs"], conflict["mine"], conflict["by"]) == (
        "IN-01",
        "3",
        "4",
        other.name,
    )
    assert "duration_years" not in plan.document()["innovations"][1]
    rows["IN-01"]["duration_years"] = ["3", "4"]  # mine, knowing theirs
    assert send("inovasi", rows).json()["number"]
    assert plan.document()["innovations"][0]["duration_years"] == 4


def test_different_words_of_the_same_prose_both_stay(plan, coordinator, send):
    words = "Warga antre di loket sejak pagi."
    ChangeSet.apply(plan=plan, changes=[set_field("beneficiaries", None, words)], by=coordinator)
    ChangeSet.apply(
        plan=plan,
        changes=[set_field("beneficiaries", words, "Semua warga antre di loket sejak pagi.")],
        by=None,
    )
    assert send("inovasi", {"IN-01": {"beneficiaries": [words, "Warga antre di loket sejak subuh."]}}).json()[
        "number"
    ]
    assert plan.document()["innovations"][0]["beneficiaries"] == "Semua warga antre di loket sejak subuh."


def test_undo_takes_back_only_what_still_stands_and_asks_first(plan, coordinator, send, undo):
    number = send("inovasi", {key: {"duration_years": ["", "2"]} for key in ("IN-01", "IN-02")}).json()[
        "number"
    ]
    other = make_user("coordinator", make_region())
    ChangeSet.apply(plan=plan, changes=[set_field("duration_years", 2, 5, "IN-02")], by=other)
    asked = undo(number)
    assert (asked["number"], asked["touched"], asked["left"]) == (0, 1, 1) and other.name in asked["asks"]
    assert plan.document()["innovations"][0]["duration_years"] == 2
    assert undo(number, yang="utuh")["number"]
    first, second, _third = plan.document()["innovations"]
    assert "duration_years" not in first and second["duration_years"] == 5


def test_nobody_takes_back_what_is_not_his(client, plan, coordinator):
    assert client.post(f"/rencana/{plan.slug}/tulis/tabel/inovasi/urungkan/1/").status_code == 403
    assert client.post(f"/rencana/{plan.slug}/tulis/tabel/inovasi/urungkan/99/").status_code == 404


def test_a_block_sent_again_is_done_once(plan, coordinator, send):
    client_id = str(uuid4())
    rows = {"+1": {"title": ["", "Jalan rusak"]}}
    first = send("masalah", rows, **{"x-client-id": client_id}).json()
    again = send("masalah", rows, **{"x-client-id": client_id}).json()
    assert again["made"] == first["made"] == {"+1": "MS-03"} and again["number"] == first["number"]
    assert titles(plan).count("Jalan rusak") == 1


def test_a_member_sees_all_rows_and_writes_his_own(client, plan, send):
    client.force_login(make_user("member", make_region(), agency="DLH"), backend=BACKEND)
    page = client.get(f"/rencana/{plan.slug}/tulis/tabel/inovasi/").content.decode()
    assert 'data-key="IN-01" data-why="IN-01 dipimpin DINKES' in page and 'data-key="IN-02"><th' in page
    refused = send(
        "inovasi", {"IN-01": {"duration_years": ["", "2"]}, "IN-02": {"duration_years": ["", "2"]}}
    )
    assert refused.status_code == 403 and "dipimpin DINKES" in refused.content.decode()
    assert plan.document() == SMALL
    assert send("inovasi", {"IN-02": {"duration_years": ["", "2"]}}).json()["number"]


# -- how much


def test_five_rows_and_two_hundred_cost_the_same_queries(client, coordinator, django_assert_max_num_queries):
    plan = make_plan(realistic_data(200), slug=next(slugs))
    url = f"/rencana/{plan.slug}/tulis/tabel/inovasi/"
    for rows in (5, 200):
        cells = {
            one["id"]: {"sub_dimension": [one["sub_dimension"], f"antrean {rows}"]}
            for one in plan.document()["innovations"][:rows]
        }
        with django_assert_max_num_queries(20):
            sent = {"ubah": json.dumps({"rows": cells})}
            answer = client.post(url, sent, headers={"accept": "application/json"})
        assert answer.json()["number"]
    with django_assert_max_num_queries(12):
        client.get(url)


def test_more_than_a_save_can_take_is_refused(plan, coordinator, send):
    answer = send("masalah", {f"+{n}": {"title": ["", "x"]} for n in range(2001)})
    assert answer.status_code == 413 and "sebagian" in answer.json()["refused"]
    assert plan.document() == SMALL


# -- sorting and filtering stand in the address


def keys(client, plan, query, table="inovasi"):
    page = client.get(f"/rencana/{plan.slug}/tulis/tabel/{table}/?{query}").content.decode()
    return [part.partition('"')[0] for part in page.split('<tr data-key="')[1:]]


def test_the_address_sorts_and_filters(client, plan, coordinator):
    assert keys(client, plan, "urut=title") == ["IN-02", "IN-03", "IN-01"]
    assert keys(client, plan, "urut=-title") == ["IN-01", "IN-03", "IN-02"]
    assert keys(client, plan, "urut=lead_agency") == ["IN-01", "IN-02", "IN-03"]  # empty ones last
    assert keys(client, plan, "cari=bank+SAMPAH") == ["IN-02"]
    assert keys(client, plan, "kolom=lead_agency&kosong=1") == ["IN-03"]
    assert keys(client, plan, "cari=dinkes&kolom=lead_agency") == ["IN-01"]
    assert keys(client, plan, "urut=tidak-ada&halaman=999") == ["IN-01", "IN-02", "IN-03"]


def test_a_title_that_tries_to_be_markup_stays_text(client, plan, coordinator, send):
    send("masalah", {"MS-01": {"title": ["Antre lama di puskesmas", "<script>alert(1)</script>"]}})
    with translation.override("id"):
        page = client.get(f"/rencana/{plan.slug}/tulis/tabel/masalah/").content.decode()
    assert "&lt;script&gt;alert(1)" in page and "<script>alert(1)" not in page
