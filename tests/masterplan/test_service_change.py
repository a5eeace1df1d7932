"""A service change is read as before and after however its author wrote it, and nothing he wrote is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from masterplan.document.service import joined, rewritten, split

MARKS = [
    "Sebelumnya: ", "Sebelum: ", "Semula ", "Dulu, ", "Dahulu ", " sesudahnya: ", "; sesudah: ", ". Kini ", ", sekarang ",
    " menjadi ", "\nSetelah ini ", " → ", " -> ", "⇒", "; sebelumnya ", "- ", ";", ".", "antre 2 jam", "15 menit", "\n", "\u00a0",
]  # fmt: skip
texts = st.text(max_size=40) | st.lists(st.sampled_from(MARKS) | st.text(max_size=6), max_size=9).map("".join)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Sebelumnya: antre. Sesudahnya: datang sekali.", "antre.", "datang sekali."),
        ("Sebelum: bantaran kotor; sesudah: taman tanpa karcis", "bantaran kotor", "taman tanpa karcis"),
        ("Sebelum: antre → sesudah: 15 menit", "antre", "15 menit"),
        ("Semula warga antre dua jam, sekarang cukup sekali datang.", "warga antre dua jam", "cukup sekali datang."),
        ("Dulu antre. Kini 15 menit.", "antre.", "15 menit."),
        ("Dahulu ke kabupaten; setelah ini selesai di desa", "ke kabupaten", "selesai di desa"),
        ("Dulu gelap\nsekarang terang", "gelap", "terang"),
        ("Semula 2 jam menjadi 15 menit", "2 jam", "15 menit"),
        ("Semula dua jam, menjadi seperempat jam", "dua jam", "seperempat jam"),
        ("Antre dua jam → 15 menit", "Antre dua jam", "15 menit"),
        ("Antre dua jam -> 15 menit", "Antre dua jam", "15 menit"),
        ("Semula dua jam ⇒ 15 menit", "dua jam", "15 menit"),
        ("Warga melihat petanya; sebelumnya bertanya ke dinas", "bertanya ke dinas", "Warga melihat petanya"),
        ("Sebelumnya: antre Sesudahnya:", "antre", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_change_is_read_in_two_halves(text: str, before: str, after: str) -> None:
    assert split(text).halves == (before, after)


@pytest.mark.parametrize(
    "text",
    [
        "Warga datang sekali dan pulang membawa surat",
        "Terwujudnya layanan yang prima",
        "Sebelum berangkat warga memesan, sekarang tanpa antre",
        "Sebelumnya sampah dibuang ke sungai dan menjadi sumber banjir",
        "Masa dulu dan masa-kini",
        "Daftar → periksa → terima",
        "Dulu antre",
        "Kader mendahulukan warga lansia, dahulu maupun kini",
    ],
)
def test_what_does_not_surely_tell_two_halves_stays_whole(text: str) -> None:
    told = split(text)
    assert told.halves is None
    assert told.said == text


@given(texts)
@example("- ; Sesudahnya: x")
def test_nothing_is_lost_by_taking_it_apart_and_putting_it_together(text: str) -> None:
    told = split(text)
    assert told.said == text
    if told.halves:
        assert rewritten(text, *told.halves) == text
        assert all(half in text for half in told.halves)


@given(texts, texts, texts)
def test_what_was_typed_in_either_half_stands_in_the_text(text: str, before: str, after: str) -> None:
    before, after = before.strip(), after.strip()
    for whole in (rewritten(text, before, after), joined(before, after)):
        assert before in whole
        assert after in whole
        assert split(whole).halves is not None


def test_a_half_is_rewritten_in_its_authors_own_form() -> None:
    said = "Dulu warga antre, kini datang sekali."
    assert (
        rewritten(said, "warga antre lama", "datang sekali.") == "Dulu warga antre lama, kini datang sekali."
    )
    assert rewritten("a → b", "a", "") == "Sebelumnya: a Sesudahnya:"
    assert rewritten("baru; sebelumnya lama", "usang", "baru") == "baru; sebelumnya usang"
    assert rewritten("Dulu a, kini b", "", "") == ""
    assert rewritten("Satu kalimat saja", "a", "b") == "Sebelumnya: a Sesudahnya: b"


@pytest.mark.parametrize(
    "part", [" ", ";", "kini ", "; kini", "dulu ", "→", "menjadi ", "sesudah ", "setelah\n", "- "]
)
def test_a_hostile_text_costs_no_time(part: str) -> None:
    began = time.perf_counter()
    split("Dulu " + part * 20_000 + "x")
    split("x" + part * 20_000 + "x")
    assert time.perf_counter() - began < 1
