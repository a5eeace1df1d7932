"""The zip around an office file, judged before anything in it is unpacked.

A zip says of itself how large its parts are, and may lie: the directory is judged by what it declares, every
part by what really comes out of it, in pieces, so that neither takes more memory than one piece.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from masterplan.language import Words

MAX_FILE = 24 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_ENTRY = 48 * 1024 * 1024
MAX_TOTAL = 128 * 1024 * 1024
MAX_RATIO = 150
SMALL = 1024 * 1024
"""A part up to this size may be as dense as it likes: a thousand blank rows pack very well."""
PIECE = 256 * 1024

_ENCRYPTED_FLAG = 0x1
_LOCAL_HEADER = 30


class OpeningError(ValueError):
    """A file that is not opened: one sentence says why and how to mend it."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.id)
        self.words = words

    def say(self, lang: str = "id") -> str:
        return self.words.say(lang)


@dataclass(frozen=True)
class Part:
    """One file in the zip: where its bytes begin and how large it says it is."""

    name: str
    start: int
    packed: int
    size: int
    deflated: bool
    checksum: int


class Container:
    """The parts of a zip whose directory was found in order."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self.parts = {part.name: part for part in _judged(raw)}

    def pieces(self, name: str) -> Iterator[bytes]:
        """What really comes out of a part, piece by piece; raises `OpeningError` where it is not as declared."""
        part = self.parts[name]
        packed = memoryview(self._raw)[part.start : part.start + part.packed]
        seen, checksum = 0, 0
        for piece in _inflated(packed) if part.deflated else _sliced(packed):
            seen += len(piece)
            checksum = zlib.crc32(piece, checksum)
            if seen > part.size:
                raise OpeningError(_LYING.with_(name=_short(name)))
            yield piece
        if seen != part.size or checksum != part.checksum:
            raise OpeningError(_DAMAGED_PART.with_(name=_short(name)))

    def read(self, name: str, limit: int = SMALL) -> bytes:
        """A small part whole."""
        if self.parts[name].size > limit:
            raise OpeningError(_LARGE_PART.with_(name=_short(name)))
        return b"".join(self.pieces(name))


def _sliced(packed: memoryview) -> Iterator[bytes]:
    for at in range(0, len(packed), PIECE):
        yield bytes(packed[at : at + PIECE])


def _inflated(packed: memoryview) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for given in _sliced(packed):
            waiting, more = given, True
            while more and not stream.eof:
                piece = stream.decompress(waiting, PIECE)
                waiting = stream.unconsumed_tail
                more = bool(piece or waiting)
                yield piece
    except zlib.error:
        raise OpeningError(_DAMAGED) from None


def _judged(raw: bytes) -> list[Part]:
    """The parts, when the directory is one an office program could have written."""
    if len(raw) > MAX_FILE:
        raise OpeningError(_LARGE_FILE)
    if raw.startswith(_COMPOUND):
        raise OpeningError(_LOCKED if _ENCRYPTED_PACKAGE in raw else _OLD_FORM)
    if not raw.startswith(b"PK\x03\x04"):
        raise OpeningError(_NO_ZIP if raw else _EMPTY)
    # Counted before the directory is read: reading a million entries is an attack of its own.
    if raw.count(b"PK\x01\x02") > MAX_ENTRIES:
        raise OpeningError(_MANY_PARTS)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        parts = [_part(raw, entry) for entry in entries]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError) as error:
        raise error if isinstance(error, OpeningError) else OpeningError(_DAMAGED) from None
    _judge_together(parts, len(raw))
    return parts


def _part(raw: bytes, entry: zipfile.ZipInfo) -> Part:
    name = entry.filename
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise OpeningError(_LOCKED)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise OpeningError(_DAMAGED)
    if name.startswith("/") or "\\" in name or ".." in name.split("/"):
        raise OpeningError(_STRANGE_PART.with_(name=_short(name)))
    if name.lower().endswith(_ARCHIVES):
        raise OpeningError(_NESTED.with_(name=_short(name)))
    if entry.file_size > MAX_ENTRY or (
        entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(1, entry.compress_size)
    ):
        raise OpeningError(_BOMB.with_(name=_short(name), size=_megabytes(entry.file_size)))
    header = raw[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
        raise OpeningError(_DAMAGED)
    start = entry.header_offset + _LOCAL_HEADER
    start += int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    if start + entry.compress_size > len(raw):
        raise OpeningError(_DAMAGED)
    deflated = entry.compress_type == zipfile.ZIP_DEFLATED
    return Part(name, start, entry.compress_size, entry.file_size, deflated, entry.CRC)


def _judge_together(parts: list[Part], length: int) -> None:
    total = sum(part.size for part in parts)
    if total > MAX_TOTAL:
        raise OpeningError(_BOMB_TOTAL.with_(size=_megabytes(total)))
    if len({part.name.lower() for part in parts}) < len(parts) or sum(p.packed for p in parts) > length:
        raise OpeningError(_DAMAGED)  # two parts of one name, or parts lying over one another


def _megabytes(size: int) -> int:
    return size // 1024**2


def _short(name: str) -> str:
    text = "".join(letter if letter.isprintable() else "·" for letter in name)
    return text if len(text) <= 60 else text[:59] + "…"


_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".tar", ".jar", ".cab", ".iso")

_EMPTY = Words("berkas kosong; pilih berkas yang berisi", "the file is empty; choose one that is not")
_NO_ZIP = Words(
    "bukan berkas .xlsx, .ods, atau .docx; buka berkasnya lalu simpan sebagai salah satu bentuk itu",
    "is no .xlsx, .ods or .docx file; open it and save it as one of these",
)
_OLD_FORM = Words(
    "bentuknya lama (.xls atau .doc); buka berkasnya lalu simpan sebagai .xlsx atau .docx",
    "has an old form (.xls or .doc); open it and save it as .xlsx or .docx",
)
_LOCKED = Words(
    "terkunci kata sandi; buka berkasnya, hapus kata sandinya, lalu simpan lagi",
    "is locked with a password; open it, remove the password and save it again",
)
_LARGE_FILE = Words(
    f"lebih besar dari {_megabytes(MAX_FILE)} MB; hapus lembar atau gambar yang tidak diperlukan",
    f"is larger than {_megabytes(MAX_FILE)} MB; remove sheets or pictures that are not needed",
)
_MANY_PARTS = Words(
    f"memuat lebih dari {MAX_ENTRIES} bagian; salin isinya ke berkas baru lalu simpan lagi",
    f"holds more than {MAX_ENTRIES} parts; copy what it holds into a new file and save it again",
)
_DAMAGED = Words(
    "rusak atau terpotong; unduh atau simpan ulang berkasnya, lalu coba lagi",
    "is damaged or cut short; download or save it again and try once more",
)
_DAMAGED_PART = Words(
    'bagian "{name}" rusak; buka berkasnya lalu simpan ulang',
    'the part "{name}" is damaged; open the file and save it again',
)
_LYING = Words(
    'bagian "{name}" lebih besar daripada yang dinyatakannya; jangan pakai berkas ini, minta yang asli',
    'the part "{name}" is larger than it says; do not use this file, ask for the original',
)
_STRANGE_PART = Words(
    'memuat bagian bernama "{name}" yang bukan dari program perkantoran; minta berkas yang asli',
    'holds a part named "{name}" that no office program writes; ask for the original',
)
_NESTED = Words(
    'memuat arsip "{name}" di dalamnya; keluarkan isinya dan unggah satu per satu',
    'holds the archive "{name}"; take out what is in it and upload it piece by piece',
)
_BOMB = Words(
    'bagian "{name}" menjadi {size} MB bila dibuka, tidak wajar; salin data yang diperlukan ke berkas baru',
    'the part "{name}" grows to {size} MB when opened; copy the data that is needed into a new file',
)
_BOMB_TOTAL = Words(
    "isinya menjadi {size} MB bila dibuka, tidak wajar; salin data yang diperlukan ke berkas baru",
    "what it holds grows to {size} MB when opened; copy the data that is needed into a new file",
)
_LARGE_PART = Words(
    'bagian "{name}" terlalu besar; salin data yang diperlukan ke berkas baru',
    'the part "{name}" is too large; copy the data that is needed into a new file',
)
