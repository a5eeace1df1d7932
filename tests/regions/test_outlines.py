"""The map shows every province and is small enough for a phone."""

from __future__ import annotations

import csv
import re

from haluan.regions.loading import DATA
from haluan.regions.outlines import WIDTH, outlines


def test_every_province_is_drawn() -> None:
    paths, _height = outlines()
    with (DATA / "regions.csv").open(encoding="utf-8") as file:
        codes = {row["province_code"] for row in csv.DictReader(file)}
    assert set(paths) == codes


def test_the_drawing_stays_within_its_frame_and_small() -> None:
    paths, height = outlines()
    assert sum(map(len, paths.values())) < 20_000
    for path in paths.values():
        assert re.fullmatch(r"(M[\d.]+ [\d.]+l[-\d. ]+z)+", path)
        for x, y in re.findall(r"M([\d.]+) ([\d.]+)l", path):
            assert 0 <= float(x) <= WIDTH
            assert 0 <= float(y) <= height


def test_sumatra_lies_west_of_papua_and_java_south_of_borneo() -> None:
    paths, _height = outlines()
    start = {
        code: tuple(map(float, re.match(r"M([\d.]+) ([\d.]+)l", path).groups()))
        for code, path in paths.items()
    }
    assert start["11"][0] < start["91"][0]
    assert start["33"][1] > start["62"][1]
