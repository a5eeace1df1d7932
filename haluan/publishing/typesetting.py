"""A book is typeset in a process of its own: it can be killed at any moment, and its memory is not the worker's.

The child knows neither database nor secrets. It gets the canonical document on standard input, gives the book on
standard output, and dies with the worker. `python -m haluan.publishing.typesetting` is that child; no Django here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from haluan.web.child import die_with, without_secrets
from masterplan.books import BookError, render
from masterplan.document import load, parse

REFUSED = 3  # exit code: what standard error says is a sentence for people
LONGEST = 180.0  # seconds; a book of 300 innovations takes five
LOOK = 0.25  # seconds between two questions whether it is still wanted


class TypesetterDied(Exception):
    """The child ended without a book and without a reason of its own: killed, or out of memory."""


def typeset(order: dict[str, Any], look: Callable[[], None]) -> bytes:
    """The book for an order: `document` (canonical text), `pictures` (Base64 by digest), `book`, `form`, `lang`,
    `training`, `made_on` (ISO date or None).

    `look` is called four times a second; whatever it raises kills the child at once. Raises `BookError` with a
    sentence when there can be no such book, `TypesetterDied` when trying again may help.
    """
    with tempfile.TemporaryFile() as orders:  # a pipe could not be filled bit by bit while looking
        orders.write(json.dumps(order).encode())
        orders.seek(0)
        child = subprocess.Popen(
            [sys.executable, "-m", "haluan.publishing.typesetting", str(os.getpid())],
            stdin=orders,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=without_secrets(),
        )
    try:
        content, said = attended(child, look, order["lang"])
    finally:
        if child.poll() is None:
            child.kill()
            child.communicate()
    if child.returncode == REFUSED:
        raise BookError(said.decode())
    if child.returncode:
        raise TypesetterDied(f"exit {child.returncode}: {said.decode(errors='replace')[-2000:]}")
    return content


def attended(child: subprocess.Popen[bytes], look: Callable[[], None], lang: str) -> tuple[bytes, bytes]:
    """What the child wrote on standard output and error until it ended; `look` is called meanwhile."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        look()
        with suppress(subprocess.TimeoutExpired):
            return child.communicate(timeout=LOOK)
    raise BookError(_too_long(lang))


def _too_long(lang: str) -> str:
    if lang == "en":
        return (
            "The book took longer than three minutes and was stopped. "
            "Shorten the longest texts of the plan, then try again."
        )
    return (
        "Buku ini memakan waktu lebih dari tiga menit dan dihentikan. "
        "Pendekkan teks terpanjang dalam rencana, lalu coba lagi."
    )


def main(worker: int) -> int:
    die_with(worker)
    order = json.load(sys.stdin.buffer)
    made_on = date.fromisoformat(order["made_on"]) if order["made_on"] else None
    plan = load(parse(order["document"].encode()))
    wanted = {name: order[name] for name in ("form", "lang", "training")}
    try:
        pictures = {name: b64decode(one) for name, one in order["pictures"].items()}
        content = render(plan, order["book"], made_on=made_on, pictures=pictures, **wanted)
    except BookError as error:
        sys.stderr.write(str(error))
        return REFUSED
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
