"""People find their region although they mistype it, shorten it or leave out its kind."""

from __future__ import annotations

import csv

import pytest

from haluan.regions.loading import DATA
from haluan.regions.models import Province, Region
from haluan.regions.search import find


@pytest.fixture(scope="module")
def all_regions() -> list[Region]:
    with (DATA / "regions.csv").open(encoding="utf-8") as file:
        return [
            Region(
                code=row["code"],
                name=row["name"],
                kind=row["kind"],
                province=Province(code=row["province_code"], name=row["province"]),
            )
            for row in csv.DictReader(file)
        ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Demak", "Kabupaten Demak"),
        ("demakk", "Kabupaten Demak"),
        ("kab. banyumas", "Kabupaten Banyumas"),
        ("banyumass", "Kabupaten Banyumas"),
        ("kota cirebon", "Kota Cirebon"),
        ("kabupaten cirebon", "Kabupaten Cirebon"),
        ("gunung kidul", "Kabupaten Gunungkidul"),
        ("kulonprogo", "Kabupaten Kulon Progo"),
        ("kukar", "Kabupaten Kutai Kartanegara"),
        ("tangsel", "Kota Tangerang Selatan"),
        ("jakarta pusat", "Kota Administrasi Jakarta Pusat"),
        ("kota solo", "Kota Surakarta"),
        ("singkawng", "Kota Singkawang"),
        ("lombok timor", "Kabupaten Lombok Timur"),
        ("  DEPOK ", "Kota Depok"),
    ],
)
def test_the_first_found_is_the_one_meant(all_regions: list[Region], typed: str, first: str) -> None:
    found, _certain = find(typed, all_regions)
    assert found[0].name == first


def test_every_region_is_found_by_its_own_name(all_regions: list[Region]) -> None:
    for region in all_regions:
        found, certain = find(region.name, all_regions)
        assert found[0] == region
        assert certain


def test_a_province_finds_its_regions(all_regions: list[Region]) -> None:
    found, _certain = find("jateng", all_regions)
    assert len(found) == 35
    assert {region.province.code for region in found} == {"33"}


def test_a_guess_at_a_typo_says_that_it_is_one(all_regions: list[Region]) -> None:
    assert find("bojonegoro", all_regions)[1] is True
    assert find("bojonegara", all_regions)[1] is False


@pytest.mark.parametrize("typed", ["zzzzqq", "", "   ", "'; drop table", "%", "🙂"])
def test_nonsense_finds_nothing(all_regions: list[Region], typed: str) -> None:
    assert find(typed, all_regions)[0] == []
