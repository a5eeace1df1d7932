"""Pictures that are handed in: what is taken, what is stripped, what is refused."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from masterplan.books.pictures import LARGEST, PictureError, clean, of_folder
from tests.masterplan.whole_plan import png


def segment(kind: int, data: bytes) -> bytes:
    return bytes((0xFF, kind)) + struct.pack(">H", len(data) + 2) + data


def jpeg(*extra: bytes, width: int = 8, height: int = 8) -> bytes:
    frame = segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    return (
        b"\xff\xd8" + b"".join(extra) + frame + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"pixel\xff\xd9"
    )


def test_place_and_camera_are_taken_out_of_a_photo() -> None:
    photo = jpeg(segment(0xE0, b"JFIF\0"), segment(0xE1, b"Exif\0\0GPS"), segment(0xFE, b"catatan"))
    cleaned = clean(photo + b"ekor")
    assert (cleaned.media_type, cleaned.width, cleaned.height) == ("image/jpeg", 8, 8)
    assert not any(part in cleaned.content for part in (b"GPS", b"catatan", b"ekor"))
    assert b"JFIF" in cleaned.content and cleaned.content.endswith(b"pixel\xff\xd9")


def test_what_is_beside_the_pixels_is_taken_out_of_a_png() -> None:
    cleaned = clean(png(3, 2, (b"tEXt", b"Author\0Siti"), (b"eXIf", b"GPS")) + b"ekor")
    assert cleaned.content == png(3, 2)
    assert (cleaned.media_type, cleaned.width, cleaned.height) == ("image/png", 3, 2)


def test_cleaning_twice_changes_nothing() -> None:
    for content in (png(3, 2, (b"tEXt", b"a")), jpeg(segment(0xE1, b"x"))):
        once = clean(content)
        assert clean(once.content) == once


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "hanya gambar PNG atau JPEG"),
        (b"GIF89a....", "hanya gambar PNG atau JPEG"),
        (b"<svg onload=alert(1)>", "hanya gambar PNG atau JPEG"),
        (png(3, 2)[:-6], "rusak atau tidak utuh"),
        (png(3, 2).replace(b"IDAT", b"IDAX"), "rusak atau tidak utuh"),
        (jpeg()[:20], "rusak atau tidak utuh"),
        (jpeg(width=20_000), "terlalu besar"),
        (jpeg(width=9_000, height=9_000), "terlalu besar"),
        (jpeg(width=0), "terlalu besar"),
        (b"\xff\xd8\xff" + bytes(LARGEST), "paling banyak 8 MB"),
    ],
)
def test_what_is_no_good_picture_is_refused_with_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(PictureError) as refused:
        clean(content)
    assert words in str(refused.value)


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]))
def test_whatever_the_bytes_it_ends(content: bytes, start: bytes) -> None:
    try:
        clean(start + content)
    except PictureError as refused:
        assert str(refused)


def test_a_folder_gives_pictures_by_both_of_their_digests(tmp_path: Path) -> None:
    (tmp_path / "a.PNG").write_bytes(png(3, 2, (b"tEXt", b"a")))
    (tmp_path / "catatan.txt").write_text("bukan gambar")
    found = of_folder(tmp_path)
    assert len(found) == 2
    assert set(found.values()) == {png(3, 2)}
