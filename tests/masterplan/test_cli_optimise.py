"""`haluan optimise`, `explain` and `frontier`: what they print, in which language, with which exit code."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from tests.masterplan.test_cli_process import HALUAN
from tests.masterplan.test_cli_table import haluan, innovation, write  # noqa: F401
from tests.masterplan.test_document_reading import plan
from tests.masterplan.test_latihan import PLAN

BILLION = 1_000_000_000


def small(**more: Any) -> dict[str, Any]:
    """Two innovations, money for one: IN-01 brings 5,000 person-years, IN-02 2,500; 2025 to 2029."""
    innovations = [
        innovation(
            key,
            dimension="living",
            addresses=[{"problem": "MS-01", "share": {"mode": share}}],
            costs=[{"offset": 0, "capital": 2 * BILLION}],
        )
        for key, share in (("IN-01", 0.5), ("IN-02", 0.25))
    ]
    problem = {"id": "MS-01", "title": "x", "people_affected": 5000, "severity": 0.5, "group": "lansia"}
    return (
        plan(
            problems=[problem],
            innovations=innovations,
            period={"first_year": 2025, "last_year": 2029},
            budget=[
                {"year": 2025, "amount": 2 * BILLION},
                *({"year": y, "amount": 0} for y in range(2026, 2030)),
            ],
        )
        | more
    )


def chosen(data: dict[str, Any], key: str, start: int) -> dict[str, Any]:
    innovations = [
        one | ({"decision": "chosen", "scheduled_start": start} if one["id"] == key else {})
        for one in data["innovations"]
    ]
    return data | {"innovations": innovations}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("id", ["Terbaik, terbukti", "5.000 orang-tahun dari 1 inovasi", "Belanja 2025: Rp2 miliar.", "Mulai 2025:"]),
        ("en", ["Best, proven", "5,000 person-years from 1 innovations", "Rp2 billion", "Start in 2025:"]),
    ],
)  # fmt: skip
def test_the_best_choice_is_printed(haluan: Any, lang: str, words: list[str]) -> None:  # noqa: F811
    answer = haluan("--lang", lang, "optimise", write("a.json", small()))
    assert (answer.code, answer.err) == (0, "")
    for word in words:
        assert word in answer.out
    assert "IN-01 Judul" in answer.out
    assert "IN-02" not in answer.out


def test_programs_get_one_object(haluan: Any) -> None:  # noqa: F811
    answer = haluan("optimise", write("a.json", small()), "--format", "json")
    assert answer.code == 0
    assert answer.data["status"] == "optimal"
    assert answer.data["stopped_by"] == "gap"
    assert answer.data["value"] == pytest.approx(5000)
    assert answer.data["value"] <= answer.data["bound"] <= 5000.01
    assert answer.data["gap"] == pytest.approx((answer.data["bound"] - 5000) / 5000, abs=1e-9)
    assert answer.data["portfolio"] == [{"innovation": "IN-01", "start": 2025}]


def test_what_cannot_hold_together_is_named(haluan: Any) -> None:  # noqa: F811
    file = write("a.json", small(settings={"minimum_per_dimension": 2}))
    answer = haluan("optimise", file)
    assert answer.code == 1
    *lines, mend = answer.out.splitlines()
    assert lines == [
        "Tidak ada pilihan yang menepati semua aturan. Yang tidak dapat bersama-sama:",
        "  Paling sedikit 2 inovasi di dimensi Kehidupan (ada IN-01 dan IN-02)",
        *[f"  Pagu {year}: {'Rp2.000.000.000' if year == 2025 else 'Rp0'}" for year in range(2025, 2030)],
    ]
    assert mend.startswith("Tambahan dana paling kecil yang membuatnya mungkin: Rp2.000.000.000 (")
    data = haluan("optimise", file, "--format", "json", "--lang", "en").data
    assert (data["status"], data["value"], data["portfolio"]) == ("infeasible", None, [])
    assert data["conflict"][0].startswith("At least 2 innovations in the dimension Living")
    assert "mend" in data


def test_what_has_started_stays_where_asked(haluan: Any) -> None:  # noqa: F811
    file = write("a.json", chosen(small(), "IN-02", 2025))
    call = ("optimise", file, "--format", "json")
    assert haluan(*call).data["portfolio"] == [{"innovation": "IN-01", "start": 2025}]
    stays = haluan(*call, "--fix-started", "--as-of", "2026")
    assert (stays.code, stays.data["portfolio"]) == (0, [{"innovation": "IN-02", "start": 2025}])
    not_yet = haluan(*call, "--fix-started", "--as-of", "2025")
    assert not_yet.data["portfolio"] == [{"innovation": "IN-01", "start": 2025}]


def test_no_time_is_told_and_never_printed_as_infinity(haluan: Any) -> None:  # noqa: F811
    for limit in ("0", "0.1"):
        answer = haluan("optimise", str(PLAN), "--time-limit", limit, "--format", "json")
        assert "Infinity" not in answer.out
        assert answer.data["status"] in ("feasible", "unknown")
        assert answer.data["stopped_by"] == "time"
        assert answer.code == (0 if answer.data["portfolio"] else 1)
    nothing = small(settings={"minimum_per_dimension": 1})
    answer = haluan("optimise", write("a.json", nothing), "--time-limit", "0")
    assert (answer.code, "Belum ada pilihan" in answer.out) == (1, True)


def test_every_question_is_answered_in_both_languages(haluan: Any) -> None:  # noqa: F811
    asked = ("--frontier", "--robust", "3", "--explain", "--fair", "--evidence", "--sensitivity")
    file = write("a.json", small())
    answer = haluan("optimise", file, "--format", "json", *asked)
    assert answer.code == 0
    assert {"frontier", "robust", "explain", "fair", "evidence", "sensitivity"} <= set(answer.data)
    assert answer.data["fair"]["least"] is None
    assert answer.data["fair"]["groups"] == {"lansia": pytest.approx(5000)}
    assert [one["state"] for one in answer.data["explain"]] == ["answered", "answered"]
    assert "people_by_district" in haluan("optimise", file, "--fair").out
    english = haluan("optimise", file, "--lang", "en", *asked).out
    for words in (
        "The best impact by budget", "Why in, why out", "Districts cannot be compared",
        "If evidence D counted half", "Discount rate (3%, 5%, 10%)", "the choice is the same",
    ):  # fmt: skip
        assert words in english


def test_explain_shows_the_calculation(haluan: Any) -> None:  # noqa: F811
    file = write("a.json", small())
    answer = haluan("explain", file, "IN-01")
    assert answer.code == 0
    assert "MS-01: 5.000 warga × berat 0,5 × bagian terbantu 0,5 × 4 tahun (2026–2029) = 5.000" in answer.out
    data = haluan("explain", file, "IN-02", "--format", "json").data
    assert data["lines"][0]["felt"] == [2026, 2029]
    assert data["alone"]["expected"] == pytest.approx(2500)
    assert "turn" not in data
    unknown = haluan("explain", file, "IN-99")
    assert (unknown.code, unknown.err) == (2, "Tidak ada inovasi IN-99 dalam rencana; periksa nomornya.\n")


def test_explain_finds_what_would_turn_the_answer(haluan: Any) -> None:  # noqa: F811
    file = write("a.json", small())
    out = haluan("explain", file, "IN-02", "--turn", "--format", "json").data["turn"]
    assert out["chosen"] is False
    assert out["share"] == pytest.approx(2, rel=0.02)  # twice 25 % beats 50 %
    assert out["cost"] == pytest.approx(0, abs=0.02)  # only beside IN-01, for nothing
    inside = haluan("explain", file, "IN-01", "--turn", "--format", "json").data["turn"]
    assert inside["chosen"] is True
    assert inside["cost"] == pytest.approx(1, rel=0.02)  # one rupiah more is too much
    assert inside["share"] == pytest.approx(0.5, rel=0.02)
    assert "Berbalik bila bagian terbantunya" in haluan("explain", file, "IN-01", "--turn").out
    none = write("b.json", small(settings={"minimum_per_dimension": 2}))
    answer = haluan("explain", none, "IN-01", "--turn", "--lang", "en")
    assert (answer.code, "There is no best choice" in answer.out) == (1, True)


def test_frontier_names_what_money_brings_and_where_nothing_is_possible(haluan: Any) -> None:  # noqa: F811
    file = write("a.json", small(settings={"minimum_per_dimension": 1}))
    answer = haluan("frontier", file, "--format", "json")
    assert answer.code == 0
    points = {point["factor"]: point for point in answer.data["points"]}
    assert points[0.9]["state"] == "infeasible"
    assert points[0.9]["value"] is None
    assert points[1.0]["value"] == pytest.approx(5000)
    assert points[2.0]["value"] == pytest.approx(6250)
    assert points[2.0]["money"] == 4 * BILLION
    assert "  90 %: tidak ada pilihan yang menepati aturan" in haluan("frontier", file).out


@pytest.mark.parametrize("command", ["optimise", "explain", "frontier"])
def test_what_cannot_be_counted_is_refused(haluan: Any, command: str) -> None:  # noqa: F811
    data = small(period={"first_year": 2030, "last_year": 2025})
    file = write("a.json", data)
    answer = haluan(command, file, *(["IN-01"] if command == "explain" else []))
    assert (answer.code, answer.out) == (2, "")
    assert "terbalik" in answer.err


@pytest.mark.parametrize("more", [["optimise"], ["frontier", "--gap", "0"]])
def test_an_interrupt_prints_the_best_so_far(more: list[str], tmp_path: Path) -> None:
    command, *options = more
    arguments = [*HALUAN, command, str(PLAN), "--format", "json", *options]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(3)
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert time.monotonic() - begin < 1.5  # a second, and the noise of a busy machine
    assert process.returncode == 130
    assert err == b""
    data = json.loads(out)
    if command == "optimise":
        assert data["stopped_by"] == "interrupt"
        assert data["status"] in ("feasible", "unknown")
        assert bool(data["portfolio"]) == (data["value"] is not None)
    else:
        assert set(data) == {"points", "knee", "next_billion"}
