"""Walks through one XML part without building it: no document type, no entity, UTF-8 only."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from masterplan.language import Words
from masterplan.opening.container import Container, OpeningError

MAX_TOKEN = 2 * 1024 * 1024
MAX_ELEMENTS = 1_000_000
"""Of the elements that are looked at, in one file; a sheet of 20,000 rows and 20 columns has 800,000."""

Attributes = dict[str, str]


class Walker:
    """What is looked at in a part; a subclass overrides the two methods."""

    wanted: frozenset[str] = frozenset()
    """Local names of the elements whose text is collected for `text`."""
    looks = True
    """Whether `start` is called at all; without it only the form of the part is judged."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins; `name` is its local name."""

    def text(self, name: str, text: str) -> None:
        """The text of a wanted element, once it ended."""


class Budget:
    """How many elements may still be looked at."""

    def __init__(self) -> None:
        self.left = MAX_ELEMENTS


def walk(container: Container, part: str, walker: Walker, budget: Budget) -> None:
    """Feeds a part to the walker. Raises `OpeningError` for what is no plain XML or too much of it."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refusing(OpeningError(_DOCTYPE.with_(name=part)))
    parser.EntityDeclHandler = parser.StartDoctypeDeclHandler
    parser.XmlDeclHandler = _encoding(part)
    if walker.looks:
        _attach(parser, walker, budget)
    fed = 0
    try:
        for piece in container.pieces(part):
            if not fed and piece[:2] in (b"\xff\xfe", b"\xfe\xff"):
                raise OpeningError(_ENCODING.with_(name=part))
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > MAX_TOKEN:
                raise OpeningError(_NO_XML.with_(name=part))
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise OpeningError(_NO_XML.with_(name=part)) from None


def _attach(parser: expat.XMLParserType, walker: Walker, budget: Budget) -> None:
    names: dict[str, str] = {}
    wanted = walker.wanted
    collected: list[str] = []
    inside: list[str] = []

    def start(tag: str, attributes: Attributes) -> None:
        budget.left -= 1
        if budget.left < 0:
            raise OpeningError(_TOO_MUCH)
        name = names.get(tag) or names.setdefault(tag, tag.rpartition(":")[2])
        walker.start(name, attributes)
        if name in wanted and not inside:
            inside.append(tag)
            parser.CharacterDataHandler = collected.append
            parser.EndElementHandler = end

    def end(tag: str) -> None:
        if inside and tag == inside[0]:
            parser.CharacterDataHandler = None
            parser.EndElementHandler = None
            text = "".join(collected)
            collected.clear()
            inside.clear()
            walker.text(names[tag], text)

    parser.StartElementHandler = start


def _refusing(error: OpeningError) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise error

    return refuse


def _encoding(part: str) -> Callable[[str, str | None, int], None]:
    def declared(version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
            raise OpeningError(_ENCODING.with_(name=part))

    return declared


_DOCTYPE = Words(
    'bagian "{name}" memuat definisi entitas (DOCTYPE), yang tidak dibuka; buka berkasnya lalu simpan ulang',
    'the part "{name}" defines entities (DOCTYPE), which is not opened; open the file and save it again',
)
_ENCODING = Words(
    'bagian "{name}" bukan UTF-8; buka berkasnya lalu simpan ulang',
    'the part "{name}" is not UTF-8; open the file and save it again',
)
_NO_XML = Words(
    'bagian "{name}" bukan XML yang utuh; buka berkasnya lalu simpan ulang',
    'the part "{name}" is not sound XML; open the file and save it again',
)
_TOO_MUCH = Words(
    "memuat terlalu banyak sel atau paragraf; salin bagian yang diperlukan ke berkas baru",
    "holds too many cells or paragraphs; copy the part that is needed into a new file",
)
