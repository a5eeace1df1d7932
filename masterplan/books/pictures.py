"""A picture somebody hands in, judged and cleaned before it is kept.

What it is is told by its bytes, not by its name. Its size is limited before anybody decodes it. It is not encoded
anew: its pixels stay as they are, and everything beside them goes (place, camera, thumbnails, comments,
colour profiles of a printer), part by part as PNG and JPEG are built.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from masterplan.language import Words, number

LARGEST = 8 * 1024 * 1024  # bytes; a photo of a telephone in full has 3 to 6 MB
LONGEST = 10_000  # pixels of one side
MOST_PIXELS = 40_000_000
PAPER_WIDTH, PAPER_HEIGHT = 160, 110  # millimetres
PNG = b"\x89PNG\r\n\x1a\n"
KEPT_OF_PNG = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA"}
SIZE_OF_JPEG = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
BARE_OF_JPEG = {0x01, *range(0xD0, 0xD8)}  # markers without a length


class PictureError(Exception):
    """The picture cannot be taken; `words` says why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A picture as it is kept: its digest names it in the plan."""

    content: bytes
    media_type: str
    width: int
    height: int

    @property
    def millimetres(self) -> tuple[float, float]:
        """Its size on a page: as wide as the text, not higher than half a page, never coarser than 72 dots an inch."""
        width = min(PAPER_WIDTH, self.width / 72 * 25.4, PAPER_HEIGHT * self.width / self.height)
        return width, width * self.height / self.width

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()


def clean(content: bytes) -> Cleaned:
    """The picture without what is not picture. Raises `PictureError`."""
    if len(content) > LARGEST:
        raise PictureError(_LARGE.with_(size=number(len(content) // 1024), most=LARGEST // 1024 // 1024))
    try:
        if content.startswith(PNG):
            cleaned = _png(content)
        elif content.startswith(b"\xff\xd8\xff"):
            cleaned = _jpeg(content)
        else:
            raise PictureError(_KIND)
    except (IndexError, ValueError, zlib.error):
        raise PictureError(_BROKEN) from None
    sides = sorted((cleaned.width, cleaned.height))
    if sides[0] < 1 or sides[1] > LONGEST or sides[0] * sides[1] > MOST_PIXELS:
        raise PictureError(_WIDE.with_(width=cleaned.width, height=cleaned.height, longest=number(LONGEST)))
    return cleaned


def of_folder(folder: Path) -> dict[str, bytes]:
    """The pictures in a folder by the digest a plan names them with: that of the file, or of what `clean` makes of it.

    Raises `PictureError` for the first that cannot be taken, and `OSError`.
    """
    found: dict[str, bytes] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in (".png", ".jpg", ".jpeg"):
            content = path.read_bytes()
            try:
                cleaned = clean(content)
            except PictureError as error:
                raise PictureError(_NAMED.with_(name=path.name, why=error.words)) from None
            found[sha256(content).hexdigest()] = cleaned.content
            found[cleaned.digest] = cleaned.content
    return found


def _png(content: bytes) -> Cleaned:
    parts = list(_chunks(content))
    names = [name for name, _ in parts]
    if names[0] != b"IHDR" or names[-1] != b"IEND" or b"IDAT" not in names:
        raise ValueError
    head = parts[0][1]
    width, height = int.from_bytes(head[8:12], "big"), int.from_bytes(head[12:16], "big")
    kept = b"".join(part for name, part in parts if name in KEPT_OF_PNG)
    return Cleaned(PNG + kept, "image/png", width, height)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(name, whole chunk), each with its checksum right; what follows the end is left out."""
    at = len(PNG)
    while True:
        length = int.from_bytes(content[at : at + 4], "big")
        name, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content) or zlib.crc32(content[at + 4 : end - 4]) != int.from_bytes(
            content[end - 4 : end], "big"
        ):
            raise ValueError
        yield name, content[at:end]
        if name == b"IEND":
            return
        at = end


def _jpeg(content: bytes) -> Cleaned:
    kept, size, at = [b"\xff\xd8"], (0, 0), 2
    while True:
        if content[at] != 0xFF:
            raise ValueError
        kind = content[at + 1]
        if kind in BARE_OF_JPEG or kind == 0xFF:
            at += 1 if kind == 0xFF else 2
            continue
        if kind == 0xDA:  # the pixels, to the end of the picture
            end = content.rindex(b"\xff\xd9") + 2
            if end < at or size == (0, 0):
                raise ValueError
            kept.append(content[at:end])
            return Cleaned(b"".join(kept), "image/jpeg", *size)
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        segment = content[at : at + 2 + length]
        if length < 2 or len(segment) != length + 2:
            raise ValueError
        if kind in SIZE_OF_JPEG:
            size = int.from_bytes(segment[7:9], "big"), int.from_bytes(segment[5:7], "big")
        if (not 0xE1 <= kind <= 0xEF and kind != 0xFE) or kind == 0xEE:  # Adobe's says how colours are kept
            kept.append(segment)
        at += len(segment)


_LARGE = Words(
    "gambar {size} kB terlalu besar; perkecil sampai paling banyak {most} MB",
    "a picture of {size} kB is too large; make it {most} MB at most",
)
_KIND = Words(
    "hanya gambar PNG atau JPEG yang dapat dipakai; simpan ulang gambarnya dalam salah satu bentuk itu",
    "only PNG or JPEG pictures can be used; save the picture again as one of them",
)
_BROKEN = Words(
    "gambar rusak atau tidak utuh; simpan ulang dari program asalnya",
    "the picture is broken or not whole; save it again from where it was made",
)
_WIDE = Words(
    "gambar {width} × {height} piksel terlalu besar; perkecil sampai paling panjang {longest} piksel",
    "a picture of {width} × {height} pixels is too large; make its longest side {longest} pixels at most",
)
_NAMED = Words("{name}: {why}", "{name}: {why}")
