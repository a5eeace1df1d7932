"""Indonesian words, figures and sentences as people write them."""

from __future__ import annotations

import pytest

from masterplan.lint.language import form, sentences, stem, tokens


@pytest.mark.parametrize(
    ("word", "root"),
    [
        *(
            ("menunggu", "tunggu"),
            ("mengirim", "kirim"),
            ("menyeberang", "seberang"),
            ("memeriksakan", "periksa"),
        ),
        *(("mengetahui", "tahu"), ("belajar", "ajar"), ("berobat", "obat"), ("dijemput", "jemput")),
        *(("tersedianya", "sedia"), ("terintegrasi", "integrasi"), ("keterlambatan", "lambat")),
        *(
            ("pengadaan", "ada"),
            ("pemasangan", "pasang"),
            ("pengembangan", "kembang"),
            ("pelayanannya", "layan"),
        ),
        *(("mempermudah", "mudah"), ("diperbaiki", "perbaiki"), ("anak-anak", "anak"), ("warganya", "warga")),
    ],
)
def test_a_word_goes_back_to_its_root(word: str, root: str) -> None:
    assert stem(word) == root


@pytest.mark.parametrize(
    "word", ["pelajar", "penerima", "petani", "perizinan", "makanan", "menjadi", "dinas", "terminal"]
)
def test_a_word_of_its_own_stays_whole(word: str) -> None:
    assert stem(word) == word
    assert not form(word).is_verb


@pytest.mark.parametrize(
    ("word", "voice"),
    [
        ("menunggu", "active"),
        ("diantar", "passive"),
        ("terpasang", "state"),
        ("berjualan", "middle"),
        ("pengadaan", "noun"),
    ],
)
def test_a_word_says_whether_somebody_acts_or_is_acted_upon(word: str, voice: str) -> None:
    assert form(word).voice == voice


def test_money_figures_and_hyphens_are_one_word() -> None:
    assert [token.text for token in tokens("Rp1.000 s.d. 61 % e-KTP pukul 21.00 → Si-PANDAI")] == (
        ["Rp1.000", "s", ".", "d", ".", "61 %", "e-KTP", "pukul", "21.00", "→", "Si-PANDAI"]
    )


def test_abbreviations_and_figures_end_no_sentence() -> None:
    said = "Warga datang ke Jl. Merdeka No. 5 pukul 21.00. Bayar Rp1.000! dr. Budi memeriksa, dll.\nSelesai"
    assert sentences(said) == (
        [
            "Warga datang ke Jl. Merdeka No. 5 pukul 21.00.",
            "Bayar Rp1.000!",
            "dr. Budi memeriksa, dll.",
            "Selesai",
        ]
    )
