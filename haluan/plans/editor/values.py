"""How a value of the document is written in a form field, and read back: lossless both ways.

Indonesian writes 1.250,5 and English 1,250.5; the page's language decides. Money also reads "1,25 miliar".
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from masterplan.document import ABSENT
from masterplan.language import number

MULTIPLES = {
    "ribu": 10**3,
    "rb": 10**3,
    "thousand": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "million": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "m": 10**9,
    "billion": 10**9,
    "triliun": 10**12,
    "t": 10**12,
    "trillion": 10**12,
}
NUMBERS = {"integer", "number", "share", "money"}
NUMERIC = NUMBERS | {"year"}


class Unreadable(ValueError):
    """What was typed cannot be read as the kind of value the field holds; says how to mend it."""


def as_text(value: Any, kind: str) -> str:
    """The text that a field of this kind shows for a value; empty for an absent one."""
    if value is ABSENT or value is None:
        return ""
    if kind == "tick":
        return "ya" if value else ""
    if kind == "many":
        return " ".join(value)
    if kind == "lines":
        return "\n\n".join(value)  # apart, for one may run over several lines of the screen
    if kind in NUMBERS:
        return number(value, get_language() or "id")
    return str(value)


def read(text: str, kind: str) -> Any:
    """The value that a text stands for; `ABSENT` for an empty one. Raises `Unreadable`."""
    text = text.replace("\r\n", "\n").strip()
    if kind == "tick":
        return True if text == "ya" else ABSENT
    if kind == "many":
        return text.split() or ABSENT
    if kind == "lines":
        return [line.strip() for line in text.split("\n") if line.strip()] or ABSENT
    if not text:
        return ABSENT
    if kind == "level":
        if text not in {"1", "2", "3", "4", "5"}:
            raise Unreadable(_("Pilih tingkat 1 sampai 5."))
        return int(text)
    if kind == "year":
        if not re.fullmatch(r"\d{4}", text):
            raise Unreadable(_("Tulis tahun dengan empat angka, misalnya 2027."))
        return int(text)
    if kind in NUMBERS:
        return _read_number(text, kind)
    return text


def _marks() -> tuple[str, str]:
    """Thousands and decimal mark of the page's language."""
    return (",", ".") if get_language() == "en" else (".", ",")


def _read_number(text: str, kind: str) -> int | float:
    thousands, decimal = _marks()
    plain = text.lower().removeprefix("rp").strip().replace("\u00a0", " ")
    multiple = 1
    if found := re.fullmatch(r"(.*?\d)\s*([a-z]+)", plain):
        if kind == "share" or found[2] not in MULTIPLES:
            raise Unreadable(_("Tulis angka saja, misalnya 200.000."))
        plain, multiple = found[1], MULTIPLES[found[2]]
    percent = plain.endswith("%")
    plain = plain.removesuffix("%").replace(" ", "")
    # A mark that does not group by threes is meant as the decimal mark: 0.35 is never 35.
    if re.fullmatch(rf"-?[1-9]\d{{0,2}}(\{thousands}\d{{3}})+(\{decimal}\d+)?", plain):
        plain = plain.replace(thousands, "")
    elif (
        plain.count(thousands) == 1 and decimal not in plain and multiple == 1 and kind in {"share", "number"}
    ):
        plain = plain.replace(thousands, ".")
    plain = plain.replace(decimal, ".") if decimal == "," else plain
    try:
        if not re.fullmatch(r"-?\d+(\.\d+)?(e-?\d{1,3})?", plain):
            raise InvalidOperation
        exact = Decimal(plain) * multiple / (100 if percent else 1)
    except InvalidOperation:
        raise Unreadable(_("Tulis angka saja, misalnya 200.000.")) from None
    if exact == exact.to_integral_value() and abs(exact) < 10**18:
        return int(exact)
    if kind == "integer":
        raise Unreadable(_("Tulis bilangan bulat, tanpa koma."))
    return float(exact)
