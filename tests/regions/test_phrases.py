"""Sources are named in the language of the page."""

from __future__ import annotations

import pytest

from haluan.regions.phrases import in_indonesian


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        (
            "National Geographic Indonesia, list of the 50 regions, May 2018; Cimahi city site, 2018",
            "National Geographic Indonesia, daftar 50 daerah, Mei 2018; laman Kota Cimahi, 2018",
        ),
        ("Lombok Timur regency site, 30 October 2017", "laman Kabupaten Lombok Timur, 30 Oktober 2017"),
        ("award list of December 2021, Transnews", "daftar penghargaan Desember 2021, Transnews"),
        ("programme announcement, 8 May 2018", "pengumuman program, 8 Mei 2018"),
        (
            "menpan.go.id 2020; Lingkar Demak, 28 November 2022",
            "menpan.go.id 2020; Lingkar Demak, 28 November 2022",
        ),
        ("initiator", "pemrakarsa"),
    ],
)
def test_the_phrases_of_our_data_are_said_in_indonesian(english: str, indonesian: str) -> None:
    assert in_indonesian(english) == indonesian
