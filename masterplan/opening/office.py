"""What an office file is, part by part, refusing what must not be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from masterplan.language import Words
from masterplan.opening.container import Container, OpeningError
from masterplan.opening.dangers import (
    MACRO,
    OpenDocument,
    Relationships,
    WordText,
    Workbook,
    refuse_part,
)
from masterplan.opening.markup import Attributes, Budget, Walker, walk
from masterplan.opening.tables import OdsContent, Sheet, XlsxSheet

Kind = Literal["xlsx", "ods", "docx"]


@dataclass(frozen=True)
class Opened:
    """A file that may be read: what it is, and what its sheets say beside their values."""

    kind: Kind
    sheets: tuple[Sheet, ...] = ()

    def sheet(self, name: str) -> Sheet:
        return next((sheet for sheet in self.sheets if sheet.name == name), Sheet(name))


def open_office(raw: bytes) -> Opened:
    """Judges a file of any content. Raises `OpeningError`: what is wrong with it and how to mend it."""
    container = Container(raw)
    for name in container.parts:
        refuse_part(name)
    open_document, open_xml = "mimetype" in container.parts, "[Content_Types].xml" in container.parts
    if open_document == open_xml:  # neither, or one file that two readers would take for two things
        raise OpeningError(_OTHER_ZIP)
    return _open_document(container) if open_document else _open_xml(container)


class _Plain(Walker):
    """Only the form of the part is judged."""

    looks = False


class _ContentTypes(Walker):
    def __init__(self) -> None:
        self.of_part: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        kind = attributes.get("ContentType", "")
        if "macroEnabled" in kind or "vbaProject" in kind or "macrosheet" in kind.lower():
            raise OpeningError(_BINARY if "sheet.binary" in kind else MACRO)
        if name == "Override":
            self.of_part[attributes.get("PartName", "").lstrip("/")] = kind


def _open_xml(container: Container) -> Opened:
    budget = Budget()
    types = _ContentTypes()
    walk(container, "[Content_Types].xml", types, budget)
    main = {kind: part for part, kind in types.of_part.items() if part in container.parts}
    workbook = next((part for kind, part in main.items() if kind.endswith(_WORKBOOK)), None)
    document = next((part for kind, part in main.items() if kind.endswith(_DOCUMENT)), None)
    if (workbook is None) == (document is None):
        raise OpeningError(_OTHER_OFFICE)
    walkers: dict[str, Walker] = {}
    sheets: tuple[Sheet, ...] = ()
    if workbook:
        found = _sheets(container, workbook, budget)
        sheets = tuple(walker.sheet for walker in found.values())
        walkers.update(found)
    for part in container.parts:
        if part in walkers or _is_xml(part, types.of_part.get(part, "")):
            walk(container, part, walkers.get(part) or _walker(part, document is not None), budget)
    return Opened("docx" if document else "xlsx", sheets)


def _sheets(container: Container, workbook: str, budget: Budget) -> dict[str, XlsxSheet]:
    """The walker of each sheet's part, in the order of the workbook; readers differ where places are unusual."""
    names, related = Workbook(), Relationships()
    if workbook != "xl/workbook.xml" or _RELATIONS not in container.parts:
        raise OpeningError(_UNUSUAL)
    walk(container, workbook, names, budget)
    walk(container, _RELATIONS, related, budget)
    found: dict[str, XlsxSheet] = {}
    for identity, sheet in names.sheets:
        target = related.targets.get(identity, "").removeprefix("/xl/")
        part = f"xl/{target}"
        if target.startswith(("/", "xl/", ".")) or part not in container.parts or part in found:
            raise OpeningError(_UNUSUAL)
        found[part] = XlsxSheet(sheet)
    return found


def _walker(part: str, in_word: bool) -> Walker:
    if part.endswith(".rels"):
        return Relationships()
    if in_word and part.startswith("word/"):
        return WordText()
    # A sheet the workbook does not name is read by nobody; its form is judged all the same.
    return _Plain()


def _is_xml(part: str, kind: str) -> bool:
    return part.lower().endswith((".xml", ".rels", ".vml", ".rdf")) or kind.endswith("xml")


def _open_document(container: Container) -> Opened:
    kind = container.read("mimetype", 200).strip()
    if not kind.startswith(_SPREADSHEET) or "content.xml" not in container.parts:
        raise OpeningError(_OTHER_ODF)
    budget = Budget()
    content = _OdsContent()
    for part in container.parts:
        if _is_xml(part, ""):
            walk(container, part, content if part == "content.xml" else OpenDocument(), budget)
    return Opened("ods", tuple(content.sheets))


class _OdsContent(OdsContent, OpenDocument):
    """The cells of a spreadsheet, and the links an OpenDocument part may hold."""

    def start(self, name: str, attributes: Attributes) -> None:
        OpenDocument.start(self, name, attributes)
        OdsContent.start(self, name, attributes)


_WORKBOOK = ("spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml")
_DOCUMENT = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"

_RELATIONS = "xl/_rels/workbook.xml.rels"

_UNUSUAL = Words(
    "susunan lembarnya tidak wajar; buka berkasnya lalu simpan ulang sebagai .xlsx",
    "arranges its sheets in an unusual way; open the file and save it again as .xlsx",
)
_OTHER_ZIP = Words(
    "arsip zip, bukan berkas .xlsx, .ods, atau .docx; keluarkan berkas di dalamnya lalu pilih yang itu",
    "is a zip archive, no .xlsx, .ods or .docx file; take out the file in it and choose that one",
)
_OTHER_OFFICE = Words(
    "bukan lembar kerja (.xlsx, .ods) atau naskah Word (.docx); simpan sebagai salah satu bentuk itu",
    "is no spreadsheet (.xlsx, .ods) or Word document (.docx); save it as one of these",
)
_OTHER_ODF = Words(
    "berkas OpenDocument yang bukan lembar kerja; simpan sebagai .ods, .xlsx, atau .docx",
    "is an OpenDocument file but no spreadsheet; save it as .ods, .xlsx or .docx",
)
_BINARY = Words(
    "bentuknya .xlsb; buka berkasnya lalu simpan sebagai .xlsx",
    "has the form .xlsb; open it and save it as .xlsx",
)
