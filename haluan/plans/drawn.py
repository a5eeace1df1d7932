"""A picture sent in is decoded and drawn anew: what remains is pixels, without metadata or anything behind them.

Colour profiles are dropped with the rest, for reading them is one more door: colours may look a little paler.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

LARGEST_FILE = 5_000_000
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 2600
"""Pixels: a page of A4 in print takes 2,480 across."""
MAGIC = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}


class PictureError(Exception):
    """The picture is refused; the message is one sentence that says why and what to do."""


@dataclass(frozen=True)
class Drawn:
    """A picture that is ours, byte by byte."""

    content: bytes
    media_type: str
    width: int
    height: int


def drawn(file: Any) -> Drawn:
    """The picture in an uploaded file, drawn anew. Raises `PictureError`."""
    if file.size > LARGEST_FILE:
        raise PictureError(
            _("Berkas ini lebih dari %(mb)s MB. Perkecil gambarnya, lalu unggah lagi.")
            % {"mb": LARGEST_FILE // 1_000_000}
        )
    data = file.read(LARGEST_FILE)
    kind = next((name for magic, name in MAGIC.items() if data.startswith(magic)), "")
    if not kind:
        raise PictureError(
            _("Berkas ini bukan gambar PNG atau JPEG. Simpan sebagai salah satunya, lalu unggah lagi.")
        )
    try:
        return redrawn(data, kind)
    except PictureError:
        raise
    except Exception as error:  # a decoder fails in any way it likes on a file made to break it
        raise PictureError(
            _("Gambar ini rusak dan tidak dapat dibaca. Buka, simpan lagi, lalu unggah.")
        ) from error


def redrawn(data: bytes, kind: str) -> Drawn:
    from PIL import Image, ImageOps

    try:
        image: Any = Image.open(BytesIO(data), formats=(kind,))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_many_pixels() from error
    if image.width * image.height > MOST_PIXELS:
        raise too_many_pixels()
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    image = in_colours_of(ImageOps.exif_transpose(image), kind)
    clean = Image.frombytes(image.mode, image.size, image.tobytes())
    out = BytesIO()
    clean.save(out, kind, **({"quality": 88} if kind == "JPEG" else {"compress_level": 7}))
    return Drawn(out.getvalue(), MEDIA_TYPES[kind], clean.width, clean.height)


def too_many_pixels() -> PictureError:
    return PictureError(
        _("Gambar ini lebih dari %(mp)s megapiksel. Perkecil dahulu, lalu unggah lagi.")
        % {"mp": MOST_PIXELS // 1_000_000}
    )


def in_colours_of(image: Any, kind: str) -> Any:
    """Grey or red, green, blue; a PNG may let shine through."""
    if kind == "PNG" and ("A" in image.mode or "transparency" in image.info):
        return image.convert("RGBA")
    return image.convert("L" if image.mode in {"1", "L"} else "RGB")
