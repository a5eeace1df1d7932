"""How commands read files and say what came of it: to people a sentence, to programs one JSON object."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from masterplan.language import Words

if TYPE_CHECKING:
    from masterplan.document import Data, Fault

STDIN = "-"


class Refusal(Exception):
    """The command cannot be done: one sentence for standard error, exit 2."""

    def __init__(self, words: Words, faults: Sequence[Fault] = ()) -> None:
        super().__init__(words.id)
        self.words = words
        self.faults = list(faults)


@dataclass(frozen=True)
class Teller:
    """The language and format asked for."""

    lang: str = "id"
    format: str = "text"

    def out(self, text: str) -> None:
        """Writes to standard output as it is."""
        if sys.stdout is None:  # closed by whoever called us
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.write(text)

    def say(self, words: Words) -> None:
        """One line for people on standard output."""
        self.out(words.say(self.lang) + "\n")

    def json(self, data: Any) -> None:
        """One JSON object on standard output."""
        self.out(json.dumps(data, ensure_ascii=False, indent=2) + "\n")

    def complain(self, text: str) -> None:
        """One line for people on standard error."""
        if sys.stderr is not None:
            with contextlib.suppress(OSError):
                sys.stderr.write(text + "\n")

    def refuse(self, refusal: Refusal) -> int:
        """Says why not, everywhere it is expected; exit 2."""
        if self.format == "json":
            self.json({"ok": False, "errors": self._errors(refusal)})
        self.complain(refusal.words.say(self.lang))
        return 2

    def _errors(self, refusal: Refusal) -> list[dict[str, str]]:
        if refusal.faults:
            return [fault.to_data(self.lang) for fault in refusal.faults]
        return [{"path": "", "message": refusal.words.say(self.lang)}]


def read(path: str, limit: int | None = None) -> bytes:
    """The bytes of a file or of standard input, a little more than the largest allowed at most.

    `limit` is that of a document unless another is given.
    """
    from masterplan.document.reading import MAX_BYTES

    limit = limit or MAX_BYTES
    try:
        if path == STDIN and sys.stdin is None:
            raise Refusal(_NO_STDIN)
        if path == STDIN:
            return _read_to(limit, sys.stdin.buffer)
        with open(path, "rb") as file:
            return _read_to(limit, file)
    except (OSError, ValueError) as error:
        raise Refusal(_unreadable(path, error)) from None


def _read_to(limit: int, stream: Any) -> bytes:
    """By pieces: one long `read` would not hear an interrupt that comes between two of its waits."""
    content = bytearray()
    while len(content) <= limit and (piece := stream.read1(1 << 16)):
        content += piece
    return bytes(content)


def read_document(path: str) -> Data:
    """A valid document, or a `Refusal` that names the file."""
    from masterplan.document import DocumentError, parse

    try:
        return parse(read(path))
    except DocumentError as error:
        raise refusal_of(error, path) from None


def refusal_of(error: Any, path: str) -> Refusal:
    """The refusal of a `DocumentError` found in this file."""
    words = Words(f"{name_of(path).id}: {error.say('id')}", f"{name_of(path).en}: {error.say('en')}")
    return Refusal(words, error.faults)


def only_one_stdin(*paths: str) -> None:
    if paths.count(STDIN) > 1:
        raise Refusal(_ONE_STDIN)


def name_of(path: str) -> Words:
    return Words("masukan baku", "standard input") if path == STDIN else Words(path, path)


def write_whole(path: str, content: bytes) -> None:
    """Writes a file whole or not at all: beside it first, then in its place. `-` is standard output."""
    try:
        if path == STDIN:
            sys.stdout.buffer.write(content)
        elif os.path.exists(path) and not os.path.isfile(path):
            Path(path).write_bytes(content)  # a device or a pipe has no place to be replaced in
        else:
            _replace(Path(os.path.realpath(path)), content)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise Refusal(_unwritable(path, error)) from None


def _replace(target: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp")
    try:
        with open(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), _mode(target))
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _mode(target: Path) -> int:
    """The mode the file has, or the one a new file would get."""
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unreadable(path: str, error: Exception) -> Words:
    name = name_of(path)
    if isinstance(error, FileNotFoundError):
        return _NO_FILE.with_(name=name)
    if isinstance(error, IsADirectoryError):
        return _DIRECTORY.with_(name=name)
    if isinstance(error, PermissionError):
        return _FORBIDDEN.with_(name=name)
    return _UNREADABLE.with_(name=name, why=error)


def _unwritable(path: str, error: Exception) -> Words:
    return _UNWRITABLE.with_(name=path, why=getattr(error, "strerror", None) or error)


_ONE_STDIN = Words(
    'hanya satu berkas dapat dibaca dari masukan baku; beri nama berkas untuk yang lain selain "-"',
    'only one file can be read from standard input; name the others instead of "-"',
)
_NO_STDIN = Words(
    "masukan baku tertutup; alirkan dokumen ke dalamnya atau sebutkan nama berkas",
    "standard input is closed; pipe a document into it or name a file",
)
_NO_FILE = Words(
    "{name}: berkas tidak ada; periksa nama dan foldernya",
    "{name}: there is no such file; check its name and folder",
)
_DIRECTORY = Words(
    "{name}: ini folder, bukan berkas; sebutkan berkas JSON di dalamnya",
    "{name}: this is a folder, not a file; name the JSON file in it",
)
_FORBIDDEN = Words(
    "{name}: tidak boleh dibaca; minta izin baca berkasnya",
    "{name}: may not be read; ask for permission to read the file",
)
_UNREADABLE = Words(
    "{name}: tidak dapat dibaca ({why}); periksa berkasnya", "{name}: cannot be read ({why}); check the file"
)
_UNWRITABLE = Words(
    "{name}: tidak dapat ditulis ({why}); periksa folder, izin, dan sisa ruangnya",
    "{name}: cannot be written ({why}); check the folder, permissions and free space",
)
