"""Sentences and figures as people here write them."""

from __future__ import annotations

import pytest

from masterplan.language import Words, listing, number, percent, rounded, rupiah, rupiah_short


def test_a_sentence_is_said_in_the_asked_language() -> None:
    words = Words("{count} inovasi di {place}", "{count} innovations in {place}")
    filled = words.with_(count=3, place=Words("kota", "the city"))
    assert (filled.say(), filled.say("en"), str(filled)) == (
        "3 inovasi di kota",
        "3 innovations in the city",
        "3 inovasi di kota",
    )


def test_what_people_wrote_is_never_read_as_a_template() -> None:
    assert Words("{name}", "{name}").with_(name="{0.__class__}").say() == "{0.__class__}"


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (0, "0", "0"),
        (1250.5, "1.250,5", "1,250.5"),
        (-1234567, "-1.234.567", "-1,234,567"),
        (2.0, "2", "2"),
        (1e21, "1.000.000.000.000.000.000.000", "1,000,000,000,000,000,000,000"),
        (0.1, "0,1", "0.1"),
    ],
)
def test_numbers(value: float, indonesian: str, english: str) -> None:
    assert (number(value), number(value, "en")) == (indonesian, english)


def test_decimals_are_rounded_half_up() -> None:
    assert [number(value, digits=1) for value in (0.25, 0.35, 2, 1e30)][:3] == ["0,3", "0,4", "2,0"]


def test_rounding_shows_no_false_precision() -> None:
    assert [rounded(value) for value in (123456, 0.034567, 0, -98765.4, 7)] == [
        "123.000",
        "0,0346",
        "0",
        "-98.800",
        "7",
    ]


def test_money() -> None:
    assert rupiah(1250000) == "Rp1.250.000"
    assert rupiah(-5) == "-Rp5"
    assert rupiah_short(1_250_000_000) == "Rp1,25 miliar"
    assert rupiah_short(1_250_000_000, "en") == "Rp1.25 billion"
    assert rupiah_short(3_000_000_000_000) == "Rp3 triliun"
    assert rupiah_short(-2_500_000) == "-Rp2,5 juta"
    assert rupiah_short(999.4) == "Rp999"


def test_shares_and_lists() -> None:
    assert (percent(0.355), percent(0.355, "en", 1)) == ("36 %", "35.5%")
    assert [listing(list(letters)) for letters in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a dan b",
        "a, b, dan c",
    ]
    assert listing(["a", "b", "c"], "en") == "a, b, and c"
