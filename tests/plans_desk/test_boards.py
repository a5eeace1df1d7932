"""Readiness and the SWOT, each written on one page: what is seen, added, moved, answered; also without a script."""

from __future__ import annotations

import json
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.plans_app.making import SMALL, make_plan, make_region, make_user

pytestmark = pytest.mark.django_db
slugs = (f"papan-{number}" for number in count(1))
FILLED = SMALL | {
    "readiness": [
        {"id": "RD-01", "element": "structure", "aspect": "Petugas", "level": 2, "target_level": 4},
        {"id": "RD-02", "element": "culture", "aspect": "Kader", "level": 4, "target_level": 4},
        {"id": "RD-03", "element": "structure", "aspect": "Anggaran", "level": 1},
    ],
    "issues": [
        {"id": "SW-01", "kind": "strength", "text": "Bupati memimpin sendiri"},
        {"id": "SW-02", "kind": "threat", "text": "Rob makin sering"},
        {"id": "SW-03", "kind": "strength", "text": "Kader lengkap"},
    ],
}


@pytest.fixture
def plan():
    return make_plan(FILLED, slug=next(slugs))


@pytest.fixture
def desk(client, plan):
    def sign_in(kind="coordinator", agency=""):
        client.force_login(
            make_user(kind, make_region(), agency=agency),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        return client

    sign_in()
    client.sign_in, client.base = sign_in, f"/rencana/{plan.slug}/tulis/"
    return client


def keys(plan, collection):
    return [one["id"] for one in plan.document()[collection]]


def test_readiness_says_where_the_gap_is_widest(desk):
    said = desk.get(desk.base + "kesiapan/").content.decode()
    assert "Kesenjangan terlebar pada Struktur: rata-rata 2 tingkat." in said
    assert "kini 2, diinginkan 4" in said and "kini 1, diinginkan belum diketahui" in said


def test_widest_first_sorts_within_each_component(desk):
    plain = desk.get(desk.base + "kesiapan/").content.decode()
    assert plain.index('id="RD-01"') < plain.index('id="RD-03"')
    desk.post(desk.base + "pindah/kesiapan/RD-03/", {"to": "up", "papan": "1"})
    plain = desk.get(desk.base + "kesiapan/").content.decode()
    assert plain.index('id="RD-03"') < plain.index('id="RD-01"')
    by_gap = desk.get(desk.base + "kesiapan/?urut=kesenjangan").content.decode()
    assert by_gap.index('id="RD-01"') < by_gap.index('id="RD-03"')


def test_moving_down_goes_past_the_next_of_the_same_quadrant(desk, plan):
    answer = desk.post(desk.base + "pindah/isu/SW-01/", {"to": "down", "papan": "1"})
    assert answer.url == desk.base + "isu/#SW-01"
    assert keys(plan, "issues") == ["SW-02", "SW-03", "SW-01"]


def test_an_issue_is_added_in_its_quadrant_and_the_next_one_is_asked_there(desk, plan):
    answer = desk.post(desk.base + "tambah/isu/", {"name": "Tambang tutup 2030", "kind": "threat"})
    assert answer.url.endswith("/isu/?tambah=threat#tambah-threat")
    assert plan.document()["issues"][-1] == {"id": "SW-04", "kind": "threat", "text": "Tambang tutup 2030"}
    said = desk.get(answer.url).content.decode()
    assert said.count("autofocus") == 1


def test_an_issue_is_moved_to_another_quadrant_without_a_script(desk, plan):
    typed = {"was:kind": "strength", "now:kind": "weakness", "papan": "1", "do": "save"}
    assert desk.post(desk.base + "isu/SW-03/", typed).url == desk.base + "isu/#SW-03"
    assert plan.document()["issues"][2]["kind"] == "weakness"


def test_what_no_innovation_answers_is_counted_until_one_does(desk, plan):
    assert "1 belum dijawab" in desk.get(desk.base + "isu/").content.decode()
    desk.post(desk.base + "jawab/isu/SW-02/", {"innovation": "IN-02 Bank sampah desa"})
    assert plan.document()["innovations"][1]["issues"] == ["SW-02"]
    said = desk.get(desk.base + "isu/").content.decode()
    assert "1 belum dijawab" not in said and "Bank sampah desa" in said
    desk.post(desk.base + "jawab/isu/SW-02/", {"innovation": "IN-02", "do": "drop"})
    assert plan.document()["innovations"][1]["issues"] == []


def test_an_answer_is_given_only_by_who_may_write_the_innovation(desk, plan):
    desk.sign_in("member", "DLH")
    refused = desk.post(desk.base + "jawab/isu/SW-02/", {"innovation": "IN-01"})
    assert refused.status_code == 403 and "IN-01 dipimpin DINKES" in refused.content.decode()
    assert desk.post(desk.base + "jawab/isu/SW-02/", {"innovation": "IN-02"}).status_code == 302


@pytest.mark.parametrize("place", ["masalah/MS-01", "isu/SW-99", "rencana/semua"])
def test_only_what_stands_on_a_board_is_answered(desk, place):
    assert desk.post(desk.base + f"jawab/{place}/", {"innovation": "IN-02"}).status_code == 404


@pytest.mark.parametrize("innovation", ["", "IN-99", "[", "x" * 4000])
def test_an_innovation_that_is_not_there_answers_nothing(desk, plan, innovation):
    assert desk.post(desk.base + "jawab/isu/SW-02/", {"innovation": innovation}).status_code == 302
    assert plan.version == 1


@pytest.mark.parametrize("page", ["kesiapan", "isu", "bab", "gambar", "risiko", "diterima"])
def test_a_long_page_costs_the_same_questions_as_a_short_one(desk, page):
    many = FILLED | {
        "readiness": [{"id": f"RD-{n}", "element": "culture", "aspect": f"Hal {n}"} for n in range(1, 60)],
        "issues": [{"id": f"SW-{n}", "kind": "threat", "text": f"Isu {n}"} for n in range(1, 60)],
        "risks": [{"id": f"RS-{n}", "title": f"Risiko {n}"} for n in range(1, 60)],
        "chapters": [{"id": f"BB-{n}", "book": "I", "title": f"Bab {n}", "body": "x"} for n in range(1, 60)],
        "figures": [
            {"id": f"GB-{n}", "title": "x", "media_type": "image/png", "digest": f"{n:064x}"}
            for n in range(1, 60)
        ],
        "acceptances": [{"id": f"TM-{n}", "code": "ENB101", "reason": "x"} for n in range(1, 60)],
    }
    long = make_plan(many, slug=next(slugs))
    costs = []
    for base in (desk.base, desk.base, f"/rencana/{long.slug}/tulis/"):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert desk.get(base + page + "/").status_code == 200
        costs.append(len(asked))
    assert costs[1] == costs[2]


def test_ceilings_are_written_on_one_page_with_the_sum_of_the_year(desk, plan):
    said = desk.get(desk.base + "pagu/").content.decode()
    assert "Rp6 miliar" in said and "Belum ada pagu untuk 2028, 2029, 2030." in said
    answer = desk.post(desk.base + "tambah/pagu/", {"year": "2028", "source": "DAK", "amount": "2,5 miliar"})
    assert answer.url == desk.base + "pagu/#2028/DAK"
    typed = {"was:amount": "2.500.000.000", "now:amount": "3 miliar", "papan": "1"}
    assert desk.post(desk.base + "pagu/2028/DAK/", typed).url == desk.base + "pagu/#2028/DAK"
    assert plan.document()["budget"][-1] == {"year": 2028, "source": "DAK", "amount": 3_000_000_000}


def test_the_sum_of_a_year_counts_no_money_twice(desk, client):
    lines = [
        {"year": 2026, "amount": 5_000_000_000},
        {"year": 2026, "source": "APBD", "amount": 3_000_000_000},
        {"year": 2026, "source": "DAK", "amount": 1_000_000_000},
    ]
    plan = make_plan(FILLED | {"budget": lines}, slug=next(slugs))
    said = desk.get(f"/rencana/{plan.slug}/tulis/pagu/").content.decode()
    assert "Rp5 miliar <span" in said and "sumbernya bersama Rp4 miliar" in said and "Rp9 miliar" not in said


def test_targets_are_written_year_by_year(desk, plan):
    desk.post(desk.base + "inovasi/IN-01/", {"do": "pick:outcomes"})
    outcomes = plan.document()["innovations"][0]["outcomes"]
    said = desk.get(desk.base + "inovasi/IN-01/").content.decode()
    assert 'name="now:outcomes[0].targets[2030]"' in said and "targets[2031]" not in said
    base = json.dumps(outcomes)
    typed = {
        "base:outcomes": base,
        "now:outcomes[0].targets[2027]": "25",
        "now:outcomes[0].targets[2029]": "12,5",
    }
    answer = desk.post(desk.base + "inovasi/IN-01/", typed, headers={"accept": "application/json"}).json()
    assert plan.document()["innovations"][0]["outcomes"][0]["targets"] == {"2027": 25, "2029": 12.5}
    assert answer["fields"]["outcomes[0].targets[2029]"] == "12,5"
    assert answer["fields"]["outcomes[0].targets[2028]"] == ""
    emptied = {"base:outcomes": answer["bases"]["outcomes"]} | {
        f"now:outcomes[0].targets[{year}]": "" for year in (2027, 2029)
    }
    desk.post(desk.base + "inovasi/IN-01/", emptied)
    assert "targets" not in plan.document()["innovations"][0]["outcomes"][0]


@pytest.mark.parametrize("year", ["1999", "x", "20277", "2027].a[", "²"])
def test_a_target_of_a_strange_year_is_left_alone(desk, plan, year):
    desk.post(desk.base + "inovasi/IN-01/", {"do": "pick:outcomes"})
    base = json.dumps(plan.document()["innovations"][0]["outcomes"])
    typed = {"base:outcomes": base, f"now:outcomes[0].targets[{year}]": "25"}
    assert desk.post(desk.base + "inovasi/IN-01/", typed).status_code == 302
    assert "targets" not in plan.document()["innovations"][0]["outcomes"][0]


def test_people_are_counted_district_by_district(desk, client):
    districts = [{"code": "99.01.01", "name": "Muara"}, {"code": "99.01.02", "name": "Hulu"}]
    plan = make_plan(FILLED | {"districts": districts}, slug=next(slugs))
    page = f"/rencana/{plan.slug}/tulis/masalah/MS-01/"
    assert 'name="now:people_by_district[99.01.02]"' in desk.get(page).content.decode()
    place = "people_by_district[99.01.01]"
    answer = desk.post(
        page, {f"was:{place}": "", f"now:{place}": "1.200"}, headers={"accept": "application/json"}
    )
    assert answer.json()["fields"] == {place: "1.200"}
    assert plan.document()["problems"][0]["people_by_district"] == {"99.01.01": 1200}
    wrong = desk.post(
        page, {f"was:{place}": "1.200", f"now:{place}": "banyak"}, headers={"accept": "application/json"}
    )
    assert place in wrong.json()["errors"]


def test_a_seat_goes_one_place_up(desk):
    plan = make_plan(FILLED | {"governance": [{"role": "Ketua"}, {"role": "Sekretaris"}]}, slug=next(slugs))
    page = f"/rencana/{plan.slug}/tulis/rencana/semua/"
    desk.post(page, {"do": "lift:governance:1"})
    assert [one["role"] for one in plan.document()["governance"]] == ["Sekretaris", "Ketua"]
    desk.post(page, {"do": "lift:governance:0"})
    desk.post(page, {"do": "lift:governance:9"})
    assert [one["role"] for one in plan.document()["governance"]] == ["Sekretaris", "Ketua"]


def test_a_line_of_the_yearly_budget_is_added_by_its_code(desk, plan):
    page = desk.base + "inovasi/IN-01/"
    desk.post(page, {"do": "pick:sub_activities", "pick:sub_activities": " 2.16.03.2.02.0011 "})
    place = "sub_activities[2.16.03.2.02.0011].name"
    desk.post(page, {f"was:{place}": "", f"now:{place}": "Pengelolaan e-government"})
    assert plan.document()["innovations"][0]["sub_activities"] == [
        {"code": "2.16.03.2.02.0011", "name": "Pengelolaan e-government"}
    ]
    for code in ("", "a]b[", '"', "#x"):
        assert desk.post(page, {"do": "pick:sub_activities", "pick:sub_activities": code}).status_code == 302
    assert len(plan.document()["innovations"][0]["sub_activities"]) == 1
