"""What in an office file reaches outside it or runs: formulas, links, macros, embedded objects."""

from __future__ import annotations

import re

from masterplan.language import Words
from masterplan.opening.container import OpeningError
from masterplan.opening.markup import Attributes, Walker

_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_NAMED = re.compile(r"'(?:[^']|'')*'")
_CALLS = re.compile(
    r"\b(?:DDE|WEBSERVICE|RTD|CALL|EXEC|REGISTER(?:\.ID)?|SQL\.REQUEST|IMPORT(?:XML|DATA|HTML|RANGE|FEED))\s*\(",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"'(?:file|https?|ftp|smb):|'\\\\|\[\d+\]", re.IGNORECASE)
_FIELDS = re.compile(r"^\s*(?:DDE|DDEAUTO|LINK|INCLUDETEXT|DATABASE|IMPORT)\b", re.IGNORECASE)
_LOCAL_FILE = re.compile(r"(?:file:///)?[A-Za-z]:[\\/]|[^:/\\]+$")

HARMLESS = frozenset({"hyperlink", "image"})
"""Links that stand in the file as text: nothing here follows them."""
RUNS = {"oleObject", "control", "activeXControlBinary"}
MACROS = {"vbaProject", "vbaProjectSignature", "wordVbaData", "xlMacrosheet", "xlIntlMacrosheet"}
DATA = {"connections", "queryTable", "externalLink", "externalLinkPath"}


def refuse_formula(text: str, where: str | Words) -> None:
    """A formula may calculate; it may not start a program, ask the network or read another file."""
    bare = _QUOTED.sub("", text)
    if "|" in _NAMED.sub("", bare) or _CALLS.search(bare):
        raise OpeningError(_FORMULA.with_(where=where))
    if _ELSEWHERE.search(bare):
        raise OpeningError(_LINKED_FORMULA.with_(where=where))


def refuse_part(name: str) -> None:
    """A part that by its name is a macro, a control or a link."""
    lower = name.lower()
    if lower.endswith("vbaproject.bin") or "/macrosheets/" in lower or _is_basic(name):
        raise OpeningError(MACRO)
    if "/activex/" in lower or (lower.endswith(".bin") and "/embeddings/" in lower):
        raise OpeningError(_EMBEDDED)
    if "/externallinks/" in lower or lower.endswith(("/connections.xml",)) or "/querytables/" in lower:
        raise OpeningError(_LINKED)


def _is_basic(name: str) -> bool:
    """LibreOffice keeps empty lists of libraries; a module is a macro."""
    in_basic = name.startswith(("Basic/", "Scripts/"))
    return in_basic and not name.endswith(
        ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")
    )


class Relationships(Walker):
    """A `.rels` part: `targets` by id, and nothing that leads outside."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        if name != "Relationship":
            return
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = attributes.get("Target", "")
        if kind in MACROS:
            raise OpeningError(MACRO)
        if kind in RUNS:
            raise OpeningError(_EMBEDDED)
        if kind in DATA:
            raise OpeningError(_LINKED)
        if attributes.get("TargetMode", "").lower() == "external":
            _judge_external(kind, target)
        self.targets[attributes.get("Id", "")] = target


def _judge_external(kind: str, target: str) -> None:
    if kind == "attachedTemplate":
        if not _LOCAL_FILE.match(target):
            raise OpeningError(_TEMPLATE)
    elif kind not in HARMLESS:
        raise OpeningError(_LINKED)


class WordText(Walker):
    """A part of a Word file: its fields."""

    wanted = frozenset({"instrText"})

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "fldSimple":
            self.text(name, attributes.get("w:instr", ""))

    def text(self, name: str, text: str) -> None:
        if _FIELDS.match(text):
            raise OpeningError(_FIELD.with_(field=text.split(maxsplit=1)[0].upper()))


class OpenDocument(Walker):
    """A part of an OpenDocument file: links to other files, DDE, scripts, encryption."""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "encryption-data":
            raise OpeningError(_LOCKED)
        if name in ("dde-source", "dde-link", "table-source", "cell-content-source", "cell-range-source"):
            raise OpeningError(_LINKED)
        if name == "event-listener":
            raise OpeningError(MACRO)
        if attributes.get("manifest:media-type", "").startswith("application/vnd.sun.star.oleobject"):
            raise OpeningError(_EMBEDDED)


class Workbook(Walker):
    """`workbook.xml`: the sheets by relationship, and names that are formulas."""

    wanted = frozenset({"definedName"})

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        """Relationship and name of each, in order."""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            related = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.sheets.append((related, attributes.get("name", "")))
        elif name == "definedName" and {attributes.get("xlm"), attributes.get("vbProcedure")} & {"1", "true"}:
            raise OpeningError(MACRO)

    def text(self, name: str, text: str) -> None:
        refuse_formula(text, Words("nama terdefinisi", "a defined name"))


MACRO = Words(
    "memuat makro, yang tidak dibuka; simpan sebagai .xlsx atau .docx tanpa makro lalu coba lagi",
    "holds macros, which are not opened; save it as .xlsx or .docx without macros and try again",
)
_EMBEDDED = Words(
    "memuat objek tersemat dari program lain (OLE), yang tidak dibuka; hapus objeknya atau jadikan gambar",
    "embeds an object of another program (OLE), which is not opened; delete it or make it a picture",
)
_LINKED = Words(
    "terhubung ke berkas atau sumber data lain; putuskan tautannya (Data › Edit Links › Break Link) lalu simpan",
    "is linked to another file or data source; break the link (Data › Edit Links › Break Link) and save it",
)
_LINKED_FORMULA = Words(
    "{where}: rumus mengambil isi berkas lain; tempelkan sebagai nilai lalu simpan lagi",
    "{where}: the formula reads another file; paste it as a value and save it again",
)
_FORMULA = Words(
    "{where}: rumus memanggil program atau jaringan, yang tidak dibuka; hapus rumusnya lalu simpan lagi",
    "{where}: the formula calls a program or the network, which is not opened; delete it and save again",
)
_TEMPLATE = Words(
    "memakai templat dari alamat jaringan; lepaskan templatnya (Developer › Document Template) lalu simpan",
    "uses a template from a network address; detach it (Developer › Document Template) and save it",
)
_FIELD = Words(
    "memuat bidang {field} yang mengambil isi dari luar; ubah bidangnya menjadi teks (Ctrl+Shift+F9) lalu simpan",
    "holds a {field} field that fetches from outside; turn it into text (Ctrl+Shift+F9) and save it",
)
_LOCKED = Words(
    "terkunci kata sandi; buka berkasnya, hapus kata sandinya, lalu simpan lagi",
    "is locked with a password; open it, remove the password and save it again",
)
