"""Near-duplicates among innovations, within a plan and between plans."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from masterplan.lint.language.likeness import alike
from tests.lint.judged import found, innovation

LATIHAN = Path(__file__).parents[3] / "haluan" / "plans" / "data" / "kabupaten-latihan.json"

PAIRS: list[tuple[bool, str, str]] = [
    # the same service told by two agencies
    (
        True,
        "Nomor antrean puskesmas diambil dari rumah",
        "Nomor antrean rumah sakit diambil dari rumah lewat pesan singkat",
    ),
    (
        True,
        "Ibu hamil dijenguk kader tiap bulan dan dirujuk sebelum bersalin",
        "Kader menjenguk ibu hamil setiap bulan, rujukan sebelum bersalin",
    ),
    (
        True,
        "Sampah dijemput kelompok warga dan dibeli yang terpilah",
        "Kelompok warga menjemput sampah terpilah dan membelinya",
    ),
    (
        True,
        "Bus sekolah gratis sembilan trayek tiap pagi",
        "Angkutan sekolah gratis: bus pada sembilan trayek pagi",
    ),
    (
        True,
        "Petani melihat harga cabai di lima pasar",
        "Harga cabai lima pasar diketahui petani sebelum menjual",
    ),
    (
        True,
        "Lampu jalan padam diperbaiki dalam dua malam",
        "Perbaikan lampu jalan yang padam dua malam setelah dilaporkan",
    ),
    (
        True,
        "Akta kelahiran dicetak di puskesmas saat bayi pulang",
        "Bayi pulang dari puskesmas membawa akta kelahiran",
    ),
    (
        True,
        "Lansia sendirian dijenguk tetangga tiap pekan",
        "Tetangga menjenguk lansia yang tinggal sendirian setiap pekan",
    ),
    # near each other, yet two services
    (False, "Nomor antrean puskesmas diambil dari rumah", "Puskesmas buka sampai malam bagi buruh"),
    (False, "Ibu hamil dijenguk kader tiap bulan", "Kader menimbang balita tiap bulan di posyandu"),
    (False, "Sampah dijemput kelompok warga", "Tempat pembuangan akhir ditutup tanah setiap hari"),
    (False, "Bus sekolah gratis sembilan trayek", "Trotoar menuju sekolah diperbaiki dan dijaga"),
    (False, "Petani melihat harga cabai di lima pasar", "Pupuk sampai ke petani sebelum tanam"),
    (False, "Lampu jalan padam diperbaiki dalam dua malam", "Lampu kantor diganti yang hemat listrik"),
    (False, "Akta kelahiran dicetak di puskesmas", "Akta kematian diurus ketua RT"),
    (False, "Lansia sendirian dijenguk tetangga", "Lansia belajar memakai telepon dari relawan muda"),
    (False, "Izin usaha mikro selesai di kecamatan", "Izin bangunan diputus lima hari kerja"),
    (False, "Peringatan banjir sampai ke rumah", "Rumah di bantaran dipindahkan sebelum musim hujan"),
]


@pytest.mark.parametrize(("same", "left", "right"), PAIRS)
def test_a_pair_is_known_for_what_it_is(same: bool, left: str, right: str) -> None:
    others = [text for _, *pair in PAIRS for text in pair if text not in (left, right)]
    assert any((a, b) == (0, 1) for a, b, _ in alike([left, right, *others])) == same


def test_innovations_of_another_plan_are_compared_with_these() -> None:
    ours = ["Bus sekolah gratis sembilan trayek tiap pagi", "Lampu jalan padam diperbaiki dalam dua malam"]
    theirs = ["Pupuk sampai sebelum tanam", "Perbaikan lampu jalan yang padam dua malam setelah dilaporkan"]
    assert [(a, b) for a, b, _ in alike(ours, theirs)] == [(1, 1)]


def test_SLR301_tells_the_later_of_two_innovations_that_say_the_same() -> None:
    same = "Pasien mengambil nomor antrean dari rumah dan datang mendekati gilirannya"
    pair = [
        innovation("IN-01", title="Antrean puskesmas", service_change=same),
        innovation("IN-02", title="Antrean rumah sakit", service_change=same),
        innovation("IN-03", title="Bus sekolah", service_change="Pelajar naik bus gratis tiap pagi"),
        innovation("IN-04", title="Harga cabai", service_change="Petani melihat harga di lima pasar"),
    ]
    assert found("SLR301", innovations=pair) == [("IN-02", "title")]
    for one in pair[:2]:
        one["alternative_group"] = "antrean"
    assert found("SLR301", innovations=pair) == []


def test_only_the_two_planted_pairs_of_latihan_are_alike() -> None:
    innovations = json.loads(LATIHAN.read_text("utf-8"))["innovations"]
    said = [f"{one['title']}\n{one.get('service_change', '')}" for one in innovations]
    pairs = {frozenset((innovations[a]["id"], innovations[b]["id"])) for a, b, _ in alike(said)}
    assert pairs == {frozenset(("IN-13", "IN-24")), frozenset(("IN-42", "IN-43"))}
