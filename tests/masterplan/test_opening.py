"""Office files from outside: what they are, and those that are refused before anything is unpacked."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from masterplan.opening import OpeningError, open_office
from tests.masterplan.sheet_books import Book, Formula, full_plan, with_part, zipped

RELS = '<Relationships><Relationship Id="r1" Type="http://x/relationships/{kind}" Target="{target}"{mode}/></Relationships>'
GOOD = Book(full_plan()).xlsx()
MODE = ' TargetMode="External"'
TYPES = '<Types><Override PartName="/a.xml" ContentType="{}"/></Types>'


def word(document: str = "<document/>", **parts: str) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    return zipped({"[Content_Types].xml": types, "word/document.xml": document, **parts})


def related(kind: str, target: str, mode: str = "") -> bytes:
    return word(**{"word/_rels/document.xml.rels": RELS.format(kind=kind, target=target, mode=mode)})


def ods(content: str, **parts: str) -> bytes:
    names = " ".join(
        f'xmlns:{n}="urn:{n}"' for n in ("office", "table", "text", "xlink", "script", "calcext")
    )
    whole = f"<office:document-content {names}>{content}</office:document-content>"
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": whole, **parts}
    )


ALLOWED = {
    "xlsx": (lambda: Book(full_plan()).xlsx(), "xlsx"),
    "ods": (lambda: Book(full_plan()).ods(), "ods"),
    "docx": (word, "docx"),
    "a web address in Word": (lambda: related("hyperlink", "https://a.id", MODE), "docx"),
    "a linked picture": (lambda: related("image", "https://a.id/b.png", MODE), "docx"),
    "the template of the office": (
        lambda: related("attachedTemplate", "file:///C:\\Normal.dotm", MODE),
        "docx",
    ),
    "a chart's own sheet": (lambda: related("package", "embeddings/Sheet1.xlsx"), "docx"),
    "a web address written in a text": (lambda: word("<p><t>DDE http://a.id | LINK</t></p>"), "docx"),
    "a page number": (lambda: word("<p><instrText> PAGE </instrText></p>"), "docx"),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_office_programs_write_every_day_is_opened(name: str) -> None:
    make, kind = ALLOWED[name]
    assert open_office(make()).kind == kind


REFUSED = {
    "remote template": (lambda: related("attachedTemplate", "https://a.id/t.dotm", MODE), "templat dari alamat jaringan"),
    "template on a share": (lambda: related("attachedTemplate", "\\\\host\\t.dotm", MODE), "templat dari alamat jaringan"),
    "frame": (lambda: related("frame", "https://a.id", MODE), "terhubung ke berkas"),
    "object": (lambda: related("oleObject", "embeddings/o.bin"), "objek tersemat"),
    "macro in Word": (lambda: related("vbaProject", "vbaProject.bin"), "memuat makro"),
    "field DDE": (lambda: word("<p><instrText>DDEAUTO c:\\\\cmd.exe</instrText></p>"), "bidang DDEAUTO"),
    "field LINK": (
        lambda: word('<p xmlns:w="u"><fldSimple w:instr=" LINK Excel.Sheet.12 a.xlsx"/></p>'), "bidang LINK",
    ),
    "data connection": (lambda: with_part(Book(full_plan()).xlsx(), "xl/connections.xml", "<a/>"), "terhubung ke berkas"),
    "control": (lambda: with_part(Book(full_plan()).xlsx(), "xl/activeX/activeX1.bin", "x"), "objek tersemat"),
    "DDE in an ods": (lambda: ods("<office:dde-source/>"), "terhubung ke berkas"),
    "linked table in an ods": (lambda: ods('<table:table-source xlink:href="a.ods"/>'), "terhubung ke berkas"),
    "formula in an ods": (
        lambda: ods('<table:table table:name="A"><table:table-row><table:table-cell table:formula="of:=DDE(1;2;3)"/>'
                    "</table:table-row></table:table>"), "A!A1: rumus memanggil program",
    ),
    "file behind a formula": (
        lambda: ods('<table:table table:name="A"><table:table-row><table:table-cell '
                    "table:formula=\"of:='file:///etc/passwd'#$A.A1\"/></table:table-row></table:table>"), "berkas lain",
    ),
    "event in an ods": (lambda: ods("<script:event-listener/>"), "memuat makro"),
    "Basic in an ods": (lambda: ods("", **{"Basic/Standard/Module1.xml": "<a/>"}), "memuat makro"),
    "locked ods": (lambda: ods("", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "kata sandi"),
    "a million repeated rows": (
        lambda: ods('<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">'
                    '<table:table-cell table:number-columns-repeated="16384" office:value-type="float"/>'
                    "</table:table-row></table:table>"), 'lembar "A" membentang',
    ),
    "UTF-16": (lambda: word('<?xml version="1.0" encoding="UTF-16"?><document/>'.encode("utf-16")), "bukan UTF-8"),  # type: ignore[arg-type]
    "two things at once": (lambda: with_part(Book(full_plan()).xlsx(), "mimetype", "x"), "arsip zip"),
    "slides": (
        lambda: zipped({"[Content_Types].xml": TYPES.format("presentationml.main+xml"), "a.xml": "<a/>"}), "bukan lembar kerja",
    ),
    "xlsb": (
        lambda: zipped({"[Content_Types].xml": TYPES.format("sheet.binary.macroEnabled.main")}),
        "bentuknya .xlsb",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_runs_or_reaches_outside_is_refused_in_one_sentence(name: str) -> None:
    make, sentence = REFUSED[name]
    with pytest.raises(OpeningError) as refused:
        open_office(make())
    assert sentence in refused.value.words.id


def test_formulas_errors_and_merged_cells_are_known_before_a_sheet_is_read() -> None:
    book = Book(full_plan())
    book.set("Inovasi", "IN-01", "Subdimensi", Formula("=A1", "x"))
    book.set("Inovasi", "IN-02", "Subdimensi", Formula("=1/0", "#DIV/0!"))
    book.set("Inovasi", "IN-03", "Subdimensi", Formula("=B1"))
    book.merges.append(("Inovasi", "T1:U2"))
    sheet = open_office(book.xlsx()).sheet("Inovasi")
    assert sheet.formulas == {"F5": "A1", "F6": "1/0", "F7": "B1"}
    assert (sheet.errors, sheet.uncalculated, sheet.merged) == ({"F6"}, {"F7"}, ["T1:U2"])
    sheet = open_office(book.ods()).sheet("Inovasi")
    assert sheet.formulas.keys() == {"F5", "F6", "F7"}
    assert sheet.uncalculated == {"F7"}


# Large and hostile: made on disk, opened in a process of its own that is measured.
MEASURED = """
import json, re, sys, time
from masterplan.document import parse
from masterplan.sheets import read
from tests.masterplan.sheet_books import full_plan
raw = open(sys.argv[1], "rb").read()
start = time.process_time()
try:
    read(full_plan(), raw)
    said = "opened"
except Exception as error:
    said = f"{type(error).__name__}: {error}"
seconds = time.process_time() - start
most = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024  # of this process alone
print(json.dumps([said, seconds, most]))
"""


def _part(path: Path, pieces: int, piece: bytes) -> None:
    """A workbook whose sheet grows to `pieces` pieces."""
    raw = Book(full_plan()).xlsx()
    path.write_bytes(raw)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet99.xml", "w", force_zip64=True) as part,
    ):
        part.write(b"<worksheet><sheetData>")
        for _ in range(pieces):
            part.write(piece)
        part.write(b"</sheetData></worksheet>")


ROW = b"".join(b'<c r="%c1" t="s"><v>%d</v></c>' % (65 + at, at * 7919 % 1000) for at in range(20))


def _million_parts(path: Path) -> None:
    path.write_bytes(b"PK\3\4" + b"PK\1\2" * 1_000_000)


def _lie(path: Path) -> None:
    _part(path, 40, b"<row>" + ROW * 2000 + b"</row>")
    raw = path.read_bytes()
    at = raw.rindex(b"xl/worksheets/sheet99.xml") - 46
    path.write_bytes(raw[: at + 24] + (90_000).to_bytes(4, "little") + raw[at + 28 :])


def _dense(path: Path) -> None:
    cells = b"".join(b"<c><v>%d</v></c>" % (at * at % 100_003) for at in range(500_000))
    sheet = b"<worksheet><sheetData><row>" + cells + b"</row></sheetData></worksheet>"
    path.write_bytes(with_part(GOOD, "xl/worksheets/sheet2.xml", sheet))


HUGE: dict[str, Callable[[Path], None]] = {
    "a sheet of 200 MB": partial(_part, pieces=200, piece=b"<row>%s</row>" % ROW * 1800),
    "a bomb": partial(_part, pieces=10, piece=b" " * 2**23),
    "a lie about its size": _lie,
    "a million parts": _million_parts,
    "more cells than anybody filled": _dense,
}


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_file_is_refused_within_two_seconds_and_300_megabytes(name: str, tmp_path: Path) -> None:
    path = tmp_path / "besar.xlsx"
    HUGE[name](path)
    out = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    said, seconds, megabytes = json.loads(out)
    assert said.startswith("OpeningError: "), said
    assert seconds < 2, (said, seconds)
    assert megabytes < 300, (said, megabytes)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_bytes_there_are_the_answer_is_a_file_or_a_sentence(seed: int) -> None:
    dice = random.Random(seed)
    raw = bytearray(GOOD)
    for _ in range(dice.randint(1, 30)):
        raw[dice.randrange(len(raw))] = dice.randrange(256)
    del raw[dice.randrange(len(raw)) : dice.randrange(len(raw)) if dice.random() < 0.3 else len(raw)]
    try:
        assert open_office(bytes(raw)).kind == "xlsx"
    except OpeningError as error:
        assert error.words.id and "\n" not in error.words.id
