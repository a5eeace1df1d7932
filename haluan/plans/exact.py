"""Writes JSON so that PostgreSQL's `jsonb` gives back what went in."""

from __future__ import annotations

import json
import secrets
from typing import Any

LARGE = 1e16
"""From here on Python writes a float with an exponent; `jsonb` would give back an integer, another value."""


class Exact(json.JSONEncoder):
    """Large floats are written out in digits with a final `.0`, so that they come back as the same floats."""

    def encode(self, o: Any) -> str:
        if not _holds_large(o):
            return super().encode(o)
        mark = secrets.token_hex(16)
        text = super().encode(_marked(o, mark))
        return text.replace(f'"{mark}', "").replace(f'{mark}"', "")


def _is_large(value: Any) -> bool:
    return isinstance(value, float) and abs(value) >= LARGE


def _holds_large(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_large, value.values()))
    return any(map(_holds_large, value)) if isinstance(value, list) else _is_large(value)


def _marked(value: Any, mark: str) -> Any:
    if isinstance(value, dict):
        return {key: _marked(inner, mark) for key, inner in value.items()}
    if isinstance(value, list):
        return [_marked(inner, mark) for inner in value]
    return f"{mark}{_digits(value)}{mark}" if _is_large(value) else value


def _digits(value: float) -> str:
    """*1e+23* as *100000000000000000000000.0*: the shortest digits, not the exact binary ones."""
    mantissa, _, exponent = repr(value).partition("e")
    sign, mantissa = ("-", mantissa[1:]) if mantissa.startswith("-") else ("", mantissa)
    whole, _, fraction = mantissa.partition(".")
    return f"{sign}{whole}{fraction.ljust(int(exponent or 0), '0')}.0" if exponent else repr(value)
