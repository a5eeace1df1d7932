"""The labelled corpus: how a line is read, and into which half it falls. GUIDE.md says how it was labelled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Item:
    """One labelled innovation. `ahead`: technology before service, so some ENB1xx ought to speak."""

    ahead: bool
    title: str
    service: str
    enablers: tuple[tuple[str, str], ...] = field(default=())
    source: str = ""

    @property
    def tuned(self) -> bool:
        """Whether it may be looked at while rules are written; the others are only counted."""
        return hashlib.sha256((self.title + self.service).encode()).digest()[0] % 2 == 0

    def innovation(self, key: str) -> dict[str, Any]:
        said = {"service_change": self.service} if self.service else {}
        return {"id": key, "title": self.title, **said, "enablers": self.enabler_ids(key)}

    def enabler_ids(self, key: str) -> list[str]:
        return [f"EN-{key[3:]}{number}" for number in range(1, len(self.enablers) + 1)]

    def enabler_elements(self, key: str) -> list[dict[str, Any]]:
        pairs = zip(self.enabler_ids(key), self.enablers, strict=True)
        return [{"id": one, "kind": kind, "title": title} for one, (kind, title) in pairs]


def read(*names: str) -> list[Item]:
    """The items of these files, as they stand there."""
    return [item for name in names for item in _read(HERE / f"{name}.txt")]


def _read(path: Path) -> Iterator[Item]:
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#") and line.strip():
            label, title, service, enablers, source = ([part.strip() for part in line.split("|")] + ["", ""])[
                :5
            ]
            yield Item(label == "+", title, service, tuple(_enablers(enablers)), source)


def _enablers(said: str) -> Iterator[tuple[str, str]]:
    for part in said.split(";"):
        kind, colon, title = part.partition(":")
        if colon:
            yield kind.strip(), title.strip()


SENTENCES = ("sentences_a", "sentences_b", "sentences_c", "sentences_d")
WHOLE = ("real", "innovations")
TAUGHT = ("taught_0", "taught_1", "taught_2", "taught_3", "taught_4")


def corpus() -> list[Item]:
    return read(*SENTENCES, *WHOLE)
