"""Sentences for notices, said in the language of whoever reads them."""

from __future__ import annotations

from typing import Any


class Said:
    """A lazy sentence with its values: it becomes text only where the reader's language is known."""

    def __init__(self, words: Any, **values: Any) -> None:
        self.words, self.values = words, values

    def __str__(self) -> str:
        return str(self.words) % self.values
