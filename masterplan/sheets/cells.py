"""One cell: how a value of the document is shown in it, and what was meant by what stands in it now.

A cell that still shows what was written is never read: the document keeps its exact value, however little of it
a spreadsheet can show (2⁵³ and beyond, control characters, 40,000 letters, an empty text beside an absent one).
"""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Literal

from masterplan.amounts import AmountError, read_amount
from masterplan.document import ABSENT
from masterplan.document.faults import nearest, shorten
from masterplan.document.shape import Shape
from masterplan.language import Words, number
from masterplan.sheets.references import References, UnknownReference
from masterplan.sheets.words import NO, YES, choice

Kind = Literal[
    "text", "prose", "date", "money", "share", "number", "whole", "year", "flag", "choice", "one", "many"
]
Shown = str | int | float
"""What a cell shows; the empty text for nothing."""

MOST = 32_000
"""Letters in a cell; Excel holds 32,767."""
_MONEY = frozenset({"capital", "operating", "operating_per_year", "amount"})
_CONTROL = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
_PICTURES = {picture: code for code, picture in _CONTROL.items()} | {0x2421: 0x7F}
_FORBIDDEN = _CONTROL | {0x7F: 0x2421, 0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}


class CellError(ValueError):
    """What stands in the cell cannot be meant; the sentence says how to mend it."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.id)
        self.words = words


class Several(tuple[Any, ...]):
    """Values that stand in one cell because the document has two entries for it."""


def kind_of(shape: Shape, path: str) -> Kind:
    """How a field is shown and read, from its type."""
    name = re.split(r"[.\[]", path)[-1] if not path.endswith("]") else ""
    if shape.kind == "list":
        return "many"
    if shape.kind == "integer":
        return "year" if shape.maximum == 2100 else "whole"
    if shape.kind == "number":
        return "money" if name in _MONEY else "share" if shape.maximum in (1, 0.2) else "number"
    if shape.kind == "text":
        return "one" if shape.refers else "date" if name == "date" else "prose" if shape.prose else "text"
    return "flag" if shape.kind == "flag" else "choice"


def show(value: Any, kind: Kind, references: References, shape: Shape, lang: str) -> Shown:
    """What the cell of a value shows."""
    if value is ABSENT:
        return ""
    if isinstance(value, Several):
        return " + ".join(str(show(one, kind, references, shape, lang)) for one in value)
    match kind:
        case "flag":
            return (YES if value else NO).say(lang)
        case "choice":
            return choice(value).say(lang)
        case "one":
            return references.show(shape.refers or "", value)
        case "many":
            collection = (shape.items.refers if shape.items else "") or ""
            return clip("\n".join(references.show(collection, key) for key in value))
        case "text" | "prose" | "date":
            return clip(presentable(value))
        case _:
            return value if abs(value) < 1e300 else number(value, lang)


def presentable(text: str) -> str:
    """The text without what XML cannot carry: a control character is shown by its picture."""
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_FORBIDDEN)


def clip(text: str) -> str:
    if len(text) <= MOST and _length(text) <= MOST:
        return text
    return text[: MOST // 2] + TOO_LONG


TOO_LONG = (
    " … [terlalu panjang untuk lembar kerja; sunting di Haluan · too long for a sheet; edit it in Haluan]"
)


def _length(text: str) -> int:
    """In the units Excel counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def same(shown: Shown, found: Any) -> bool:
    """Whether a cell still shows what was written in it, through every program that may have saved it."""
    if isinstance(shown, int | float) and isinstance(found, int | float) and not isinstance(found, bool):
        return math.isclose(shown, found, rel_tol=1e-13)
    return plain_text(shown) == plain_text(found)


def plain_text(found: Any) -> str:
    """What stands in a cell as a text, trimmed."""
    if isinstance(found, bool):
        return (YES if found else NO).id
    if isinstance(found, float):
        return str(int(found)) if found.is_integer() and abs(found) < 1e15 else repr(found)
    if isinstance(found, datetime.datetime):
        midnight = found.time() == datetime.time()
        return found.date().isoformat() if midnight else found.isoformat(" ", "seconds")
    return presentable(str(found)).strip()


def understand(found: Any, kind: Kind, shape: Shape, references: References, was: Any = ABSENT) -> Any:
    """The value meant by what stands in a changed cell, `ABSENT` for nothing. Raises `CellError`."""
    if isinstance(was, Several):
        raise CellError(_SEVERAL)
    if plain_text(found) == "":
        return ABSENT
    return _READERS[kind](found, shape, references, was)


def _text(found: Any, _shape: Shape, _references: References, was: Any) -> str:
    text = plain_text(found)
    if TOO_LONG.strip() in text or (isinstance(was, str) and len(was) > MOST):
        raise CellError(_TOO_LONG)
    if _COMMAND.match(text):
        raise CellError(_LIKE_COMMAND)
    if isinstance(was, str) and presentable(was) != was:
        text = text.translate(_PICTURES)
    return text


def _date(found: Any, shape: Shape, references: References, was: Any) -> str:
    if isinstance(found, datetime.date):
        return found.isoformat()[:10]
    if (
        isinstance(found, int | float) and 20_000 <= found <= 80_000
    ):  # a date Excel shows as its serial number
        return (datetime.date(1899, 12, 30) + datetime.timedelta(days=int(found))).isoformat()
    return _text(found, shape, references, was)


def _amount(found: Any) -> Decimal:
    if isinstance(found, bool | datetime.date | datetime.time | datetime.timedelta):
        raise CellError(_NO_NUMBER.with_(value=shorten(plain_text(found))))
    if isinstance(found, int | float):
        return Decimal(repr(found))
    try:
        return read_amount(str(found))
    except AmountError as error:
        raise CellError(_QUOTED.with_(value=shorten(plain_text(found)), why=error.words)) from None


def _number(found: Any, *_: Any) -> int | float:
    return _simplest(_amount(found))


def _simplest(exact: Decimal) -> int | float:
    """The whole number where it is one, as new figures are written."""
    return int(exact) if exact == exact.to_integral_value() and abs(exact) < 10**18 else float(exact)


def _share(found: Any, *_: Any) -> int | float:
    exact = _amount(found)
    written = isinstance(found, str) and "%" in found
    if not written and 1 < exact < 2:
        raise CellError(_SHARE.with_(value=shorten(plain_text(found))))
    return _simplest(exact / 100 if exact >= 2 and not written else exact)


def _whole(found: Any, *_: Any) -> int:
    exact = _amount(found)
    if exact != exact.to_integral_value():
        raise CellError(_NO_WHOLE.with_(value=shorten(plain_text(found))))
    return int(exact)


def _year(found: Any, *_: Any) -> int:
    if isinstance(found, datetime.date):
        return found.year
    if isinstance(found, str) and (
        year := re.fullmatch(r"(?:tahun|ta|year)?\s*([12][0-9]{3})", found.strip().lower())
    ):
        return int(year[1])
    if isinstance(found, str | bool) or found != int(found):
        raise CellError(_NO_YEAR.with_(value=shorten(plain_text(found))))
    return int(found)


_TRUE = frozenset({"ya", "y", "yes", "true", "benar", "betul", "x", "v", "✓", "✔", "√", "☑", "1", "sudah"})
_FALSE = frozenset({"tidak", "tdk", "t", "no", "n", "false", "salah", "bukan", "-", "☐", "0", "belum"})


def _flag(found: Any, *_: Any) -> bool:
    word = plain_text(found).lower()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise CellError(_NO_FLAG.with_(value=shorten(word)))


def _choice(found: Any, shape: Shape, *_: Any) -> str:
    word = _folded(plain_text(found))
    known: dict[str, str] = {}
    for code in shape.choices:
        said = choice(code)
        known |= {_folded(name): code for name in (said.id, said.en, code)}
    if word in known:
        return known[word]
    meant = nearest(word, known, 0.7)
    words = _NO_CHOICE_MEANT if meant else _NO_CHOICE
    choices = [choice(code) for code in shape.choices]
    raise CellError(
        words.with_(
            value=shorten(plain_text(found)),
            meant=choice(known[meant]) if meant else "",
            choices=Words(", ".join(one.id for one in choices), ", ".join(one.en for one in choices)),
        )
    )


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().replace("_", " ").split())


def _one(found: Any, shape: Shape, references: References, *_: Any) -> str:
    return _resolved(shape.refers or "", plain_text(found), references)


def _many(found: Any, shape: Shape, references: References, *_: Any) -> list[str]:
    collection = (shape.items.refers if shape.items else "") or ""
    parts = [part.strip() for part in re.split(r"[\n;]", plain_text(found))]
    keys = [_resolved(collection, part, references) for part in parts if part]
    return list(dict.fromkeys(keys))


def _resolved(collection: str, text: str, references: References) -> str:
    try:
        return references.find(collection, text)
    except UnknownReference as unknown:
        raise CellError(unknown.words) from None


_READERS: dict[Kind, Callable[..., Any]] = {
    "text": _text,
    "prose": _text,
    "date": _date,
    "money": _number,
    "number": _number,
    "share": _share,
    "whole": _whole,
    "year": _year,
    "flag": _flag,
    "choice": _choice,
    "one": _one,
    "many": _many,
}
_COMMAND = re.compile(r"^[=+\-@]\s*[A-Za-z]+\s*\|")

_SEVERAL = Words(
    "rencana memuat dua isian untuk sel ini; kembalikan isinya dan sunting di Haluan",
    "the plan has two entries for this cell; put back what it showed and edit it in Haluan",
)
_TOO_LONG = Words(
    "teks ini terlalu panjang untuk lembar kerja; kembalikan isinya dan sunting di Haluan",
    "this text is too long for a sheet; put back what it showed and edit it in Haluan",
)
_LIKE_COMMAND = Words(
    "isinya seperti perintah untuk menjalankan program; tulis teks biasa",
    "it looks like a command that runs a program; write plain text",
)
_NO_NUMBER = Words(
    '"{value}" bukan angka; tulis angka saja, misalnya 1.250.000 atau 1,25 juta',
    '"{value}" is no figure; write a figure only, for example 1250000 or 1.25 million',
)
_QUOTED = Words('"{value}" {why}', '"{value}" {why}')
_SHARE = Words(
    "{value} dapat berarti dua hal; tulis persennya dengan tanda %, misalnya 1,5 %",
    "{value} can mean two things; write the percentage with its sign, for example 1.5%",
)
_NO_WHOLE = Words(
    "{value} bukan bilangan bulat; tulis tanpa koma", "{value} is no whole number; write it whole"
)
_NO_YEAR = Words(
    '"{value}" bukan tahun; tulis empat angka, misalnya 2027',
    '"{value}" is no year; write four digits, e.g. 2027',
)
_NO_FLAG = Words(
    '"{value}" bukan ya atau tidak; tulis salah satunya', '"{value}" is not yes or no; write one of them'
)
_NO_CHOICE = Words(
    '"{value}" tidak ada dalam pilihan: {choices}', '"{value}" is none of the choices: {choices}'
)
_NO_CHOICE_MEANT = Words(
    '"{value}" tidak ada dalam pilihan; mungkin maksudnya "{meant}"',
    '"{value}" is none of the choices; perhaps "{meant}" is meant',
)
