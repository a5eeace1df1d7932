"""The command line as a table: what is called, with which files, the exit code and the sentence."""

from __future__ import annotations

import io
import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from masterplan.cli import main
from tests.masterplan.test_document_reading import BAD, REAL, plan
from tests.masterplan.whole_plan import png


class Answer:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def data(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def haluan(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Calls `haluan` in a folder of its own; `stdin` is what comes by pipe."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: bytes = b"") -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(list(arguments))
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Answer(code, out, err)

    return call


def write(name: str, data: Any) -> str:
    content = data if isinstance(data, bytes | str) else json.dumps(data)
    Path(name).write_bytes(
        content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    )
    return name


def innovation(key: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "title": "Judul", **more}


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_real_plans_are_valid(haluan: Any, path: Path, lang: str) -> None:
    answer = haluan("check", str(path), "--lang", lang)
    assert (answer.code, answer.err) == (0, "")
    assert (
        "dokumen haluan-plan/1 yang sah" if lang == "id" else "a valid haluan-plan/1 document"
    ) in answer.out
    assert haluan("check", str(path), "--format", "json").data == {"ok": True, "errors": []}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["check", "value"])
def test_bad_input_is_refused_in_one_sentence(haluan: Any, name: str, command: str) -> None:
    raw, place, words = BAD[name]
    file = write("rencana.json", raw)
    answer = haluan("--format", "json", command, file)
    assert answer.code == 2
    assert answer.err.startswith("rencana.json: ")
    assert answer.err.count("\n") == 1
    assert len(answer.err) < 400
    assert answer.data["ok"] is False
    assert any(
        e["path"].startswith(place) and words in f"{e['path']}: {e['message']}" for e in answer.data["errors"]
    )


def test_check_lists_every_fault_for_people(haluan: Any) -> None:
    answer = haluan("check", write("a.json", "{}"))
    assert answer.code == 2
    assert answer.out.splitlines()[0] == "format: wajib diisi tetapi tidak ada; tambahkan"
    assert len(answer.out.splitlines()) == 4
    assert answer.err == "a.json: format: wajib diisi tetapi tidak ada; tambahkan (dan 3 kesalahan lain)\n"


def test_a_document_may_come_by_pipe(haluan: Any) -> None:
    assert haluan("check", "-", stdin=json.dumps(plan()).encode()).code == 0
    answer = haluan("check", "-", stdin=b"")
    assert answer.err == "masukan baku: berkas kosong; pilih berkas JSON rencana\n"


# arguments, exit, sentence in Indonesian, sentence in English
MISUSE: list[tuple[list[str], str, str]] = [
    ([], "perintah belum disebutkan", "no command given"),
    (["chek"], "perintah 'chek' tidak dikenal", "invalid choice"),
    (["check"], "FILE belum disebutkan", "required: FILE"),
    (["check", "a", "b"], "b tidak dikenal", "unrecognized arguments: b"),
    (["check", "--format", "xml", "a"], "'xml' tidak dikenal untuk --format", "invalid choice: 'xml'"),
    (["check", "a", "--format"], "--format perlu satu nilai", "expected one argument"),
    (["check", "tidak-ada.json"], "tidak-ada.json: berkas tidak ada", "there is no such file"),
    (["check", "."], ".: ini folder, bukan berkas", "this is a folder"),
    (["check", "a\0b"], "tidak dapat dibaca", "cannot be read"),
    (["diff", "-", "-"], "hanya satu berkas dapat dibaca dari masukan baku", "only one file"),
    (["diff", "a"], "B belum disebutkan", "required: B"),
    (["merge", "a", "b"], "B belum disebutkan", "required: B"),
    (["value"], "FILE belum disebutkan", "required: FILE"),
    (["book", "a", "--book", "4", "-o", "x.pdf"], "4 tidak dikenal untuk --book", "invalid choice: 4"),
    (["book", "a", "--book", "dua", "-o", "x.pdf"], "--book harus bilangan bulat", "invalid int value"),
    (["book", "a", "--book", "2"], "-o/--output belum disebutkan", "required: -o/--output"),
    (["sheet"], "write|read belum disebutkan", "required: write|read"),
    (["sheet", "tulis"], "'tulis' tidak dikenal", "invalid choice: 'tulis'"),
    (["sheet", "write", "a"], "-o/--output belum disebutkan", "required: -o/--output"),
    (["sheet", "write", "a", "-o", "x.ods"], "akhiri namanya dengan .xlsx", "end its name with .xlsx"),
    (["sheet", "write", "tidak-ada.json", "-o", "x.xlsx"], "berkas tidak ada", "there is no such file"),
    (["sheet", "read", "a"], "IN belum disebutkan", "required: IN"),
    (["sheet", "read", "-", "-"], "hanya satu berkas dapat dibaca dari masukan baku", "only one file"),
    (["programme", "a", "-o", "x.csv"], "akhiri namanya dengan .xlsx", "end its name with .xlsx"),
    (["book", "a", "--book", "2", "-o", "x.txt"], "dengan .pdf, .docx, atau .html", ".docx or .html"),
    (["explain", "a"], "INNOVATION belum disebutkan", "required: INNOVATION"),
    (["frontier", "a", "--gap", "-1"], "--gap harus angka nol atau lebih", "--gap must be a number of zero"),
    (["optimise", "a", "--gap", "kecil"], "--gap harus angka, bukan 'kecil'", "invalid float value"),
    (["optimise", "a", "--gap", "nan"], "--gap harus angka nol atau lebih", "--gap must be a number"),
    (["optimise", "a", "--time-limit", "inf"], "--time-limit harus angka", "--time-limit must be"),
    (["optimise", "a", "--as-of", "nanti"], "--as-of harus bilangan bulat", "invalid int value"),
    (["optimise", "a", "--fix-started"], "--fix-started perlu --as-of", "--fix-started needs --as-of"),
    (["optimise", "a", "--robust", "0"], "--robust harus antara 1 dan 10000", "--robust must lie between"),
    (["optimise", "tidak-ada.json"], "tidak-ada.json: berkas tidak ada", "there is no such file"),
]


@pytest.mark.parametrize(("arguments", "indonesian", "english"), MISUSE, ids=lambda value: str(value)[:40])
def test_misuse_is_told_in_one_sentence(
    haluan: Any, arguments: list[str], indonesian: str, english: str
) -> None:
    for lang, words in (("id", indonesian), ("en", english)):
        answer = haluan("--lang", lang, *arguments)
        assert (answer.code, answer.out) == (2, "")
        assert words in answer.err
        assert answer.err.count("\n") == 1


def test_help_is_in_the_asked_language(haluan: Any) -> None:
    answer = haluan("--help")
    assert answer.code == 0
    assert "periksa apakah berkas adalah dokumen rencana yang sah" in answer.out
    assert "usage" not in answer.out
    assert "see whether a file is a valid plan" in haluan("--help", "--lang", "en").out
    assert haluan("merge", "--help").code == 0


@pytest.mark.parametrize("a", REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("b", REAL, ids=lambda path: path.stem)
def test_diff_turns_one_real_plan_into_another(haluan: Any, a: Path, b: Path) -> None:
    changes = haluan("diff", str(a), str(b))
    assert changes.code == (0 if a == b else 1)
    assert changes.data["format"] == "haluan-changes/1"
    assert changes.data["changes"] == [] or a != b
    applied = haluan("apply", str(a), "-", stdin=changes.out.encode())
    assert (applied.code, applied.err) == (0, "")
    assert applied.data == json.loads(b.read_text())
    assert haluan("diff", "-", str(b), stdin=applied.out.encode()).code == 0


def test_apply_keeps_numbers_and_what_was_absent(haluan: Any) -> None:
    raw = json.dumps(plan(budget=[{"year": 2025, "amount": 1}])).replace(
        '"amount": 1', '"amount": 1500000000.50'
    )
    changes = {
        "format": "haluan-changes/1",
        "base": "",
        "changes": [{"op": "set", "field": "vision", "now": "Visi"}],
    }
    answer = haluan("apply", write("a.json", raw), write("c.json", changes))
    assert answer.code == 0
    assert '"amount": 1500000000.5\n' in answer.out
    assert "missions" not in answer.data
    assert answer.out.endswith("}\n")


def test_apply_tells_conflicts_and_applies_nothing(haluan: Any) -> None:
    write("a.json", plan())
    item = {"op": "set", "field": "title", "was": "Lama", "now": "Baru"}
    write("c.json", {"format": "haluan-changes/1", "base": "x", "changes": [item]})
    people = haluan("apply", "a.json", "c.json")
    assert (people.code, people.out) == (1, "")
    assert people.err.splitlines() == [
        "Tidak ada yang diterapkan: 1 bentrokan.",
        "title sudah diubah orang lain; pilih salah satu nilainya",
        '  semula: "Lama"',
        '  mereka: "Rencana"',
        '  Anda: "Baru"',
    ]
    program = haluan("apply", "a.json", "c.json", "--format", "json")
    assert (program.code, program.err) == (1, "")
    (conflict,) = program.data["conflicts"]
    assert conflict["change"] == item
    assert (conflict["base"], conflict["theirs"], conflict["yours"]) == ("Lama", "Rencana", "Baru")


def test_apply_refuses_what_is_no_change_set(haluan: Any) -> None:
    answer = haluan("apply", write("a.json", plan()), write("c.json", plan()))
    assert answer.code == 2
    assert answer.err.startswith("c.json: bukan himpunan perubahan")


def test_apply_refuses_an_outcome_that_is_no_plan(haluan: Any) -> None:
    write("a.json", plan())
    item = {"op": "set", "field": "title", "was": "Rencana"}
    write("c.json", {"format": "haluan-changes/1", "base": "", "changes": [item]})
    answer = haluan("apply", "a.json", "c.json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "c.json: title: wajib diisi tetapi tidak ada; tambahkan\n"


def test_merge_brings_two_authors_together(haluan: Any) -> None:
    write("base.json", plan(innovations=[innovation("IN-01")]))
    write("a.json", plan(innovations=[innovation("IN-01", quick_win=True)]))
    write("b.json", plan(innovations=[innovation("IN-01", duration_years=2), innovation("IN-02")]))
    one, other = (
        haluan("merge", "base.json", "a.json", "b.json"),
        haluan("merge", "base.json", "b.json", "a.json"),
    )
    assert (one.code, one.err) == (0, "")
    assert one.out == other.out
    assert one.data["innovations"] == [
        innovation("IN-01", duration_years=2, quick_win=True),
        innovation("IN-02"),
    ]


def test_merge_tells_conflicts(haluan: Any) -> None:
    write("base.json", plan())
    write("a.json", plan(title="A"))
    write("b.json", plan(title="B"))
    people = haluan("merge", "base.json", "a.json", "b.json")
    assert (people.code, people.out) == (1, "")
    assert "Tidak digabungkan: 1 bentrokan." in people.err
    program = haluan("merge", "base.json", "a.json", "b.json", "--format", "json", "--lang", "en")
    assert (
        program.data["conflicts"][0]["message"]
        == "title was changed by somebody else; choose one of the values"
    )


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_value_of_real_plans_says_that_hardly_anything_is_known(haluan: Any, path: Path) -> None:
    answer = haluan("value", str(path), "--format", "json")
    assert answer.code in (0, 1)
    assert set(answer.data) >= {
        "person_years", "unweighted_person_years", "potential", "per_problem", "per_innovation", "spending", 
        "broken", "evidence", "unknown",
    }  # fmt: skip
    assert answer.data["unknown"]
    people = haluan("value", str(path))
    assert "orang-tahun terbantu" in people.out
    assert "person-years relieved" in haluan("value", str(path), "--lang", "en").out


def test_value_counts_what_is_chosen_and_names_broken_rules(haluan: Any) -> None:
    data = plan(
        problems=[{"id": "MS-01", "title": "x", "people_affected": 1000, "severity": 0.5}],
        innovations=[
            innovation(
                "IN-01",
                dimension="living",
                decision="chosen",
                scheduled_start=2025,
                addresses=[{"problem": "MS-01", "share": {"mode": 0.5}}],
                costs=[{"offset": 0, "capital": 2_000_000_000}],
            )
        ],
        budget=[{"year": 2025, "amount": 1_000_000_000}],
    )
    answer = haluan("value", write("a.json", data), "--format", "json")
    assert answer.code == 1
    assert answer.data["person_years"] == pytest.approx(1250)
    assert answer.data["spending"]["2025"] == 2_000_000_000
    assert len(answer.data["broken"]) == 1
    people = haluan("value", "a.json")
    assert people.code == 1
    assert "Manfaat: 1.250 orang-tahun terbantu" in people.out
    assert "Belanja 2025: Rp2 miliar." in people.out
    assert "Aturan dilanggar:" in people.out


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"period": {"first_year": 2030, "last_year": 2025}}, "terbalik"),
        ({"innovations": [innovation("IN-01", start={"earliest": 2030, "latest": 2025})]}, "terbalik"),
    ],
)
def test_value_refuses_what_is_inverted(haluan: Any, more: Any, words: str) -> None:
    answer = haluan("value", write("a.json", plan(**more)), "--format", "json")
    assert answer.code == 2
    assert words in answer.err
    assert words in answer.data["errors"][0]["message"]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("number", "name", "start"),
    [("1", "buku.html", b"<!doctype html>"), ("2", "buku.pdf", b"%PDF-"), ("3", "buku.docx", b"PK")],
)
def test_a_book_is_written_whole(haluan: Any, lang: str, number: str, name: str, start: bytes) -> None:
    assert haluan("book", str(REAL[0]), "--book", number, "-o", name, "--lang", lang).code == 0
    assert Path(name).read_bytes().startswith(start)
    assert [path.name for path in Path().iterdir()] == [name]


def test_pictures_of_a_plan_are_taken_from_a_folder(haluan: Any) -> None:
    Path("gambar").mkdir()
    Path("gambar/loket.png").write_bytes(png(3, 2))
    figure = {
        "id": "GB-01",
        "title": "Loket",
        "media_type": "image/png",
        "digest": sha256(png(3, 2)).hexdigest(),
    }
    chapter = {"id": "BB-01", "book": "II", "title": "Loket", "body": "![](GB-01)"}
    file = write("a.json", plan(figures=[figure], chapters=[chapter]))
    assert haluan("book", file, "--book", "2", "-o", "a.html", "--pictures", "gambar").code == 0
    assert "data:image/png;base64," in Path("a.html").read_text()
    Path("gambar/loket.png").write_bytes(b"bukan gambar")
    answer = haluan("book", file, "--book", "2", "-o", "b.html", "--pictures", "gambar")
    assert (answer.code, "loket.png: hanya gambar PNG atau JPEG" in answer.err) == (2, True)
    assert (
        "tidak dapat dibaca"
        in haluan("book", file, "--book", "2", "-o", "b.html", "--pictures", "tak-ada").err
    )


@pytest.mark.parametrize(
    ("output", "words"),
    [("tidak/ada/buku.pdf", "tidak dapat ditulis"), ("folder.pdf", "tidak dapat ditulis"), ("/dev/full", "")],
)
def test_a_book_that_cannot_be_written_leaves_nothing(haluan: Any, output: str, words: str) -> None:
    Path("folder.pdf").mkdir()
    before = sorted(Path().rglob("*"))
    answer = haluan("book", str(REAL[0]), "--book", "2", "-o", output)
    assert answer.code == 2
    assert words in answer.err
    assert sorted(Path().rglob("*")) == before


@pytest.mark.parametrize(
    ("region", "more", "marked"),
    [
        ({"code": "99.01"}, [], True),
        ({"code": "64.74"}, [], False),
        ({"code": "64.74"}, ["--training"], True),
    ],
)
def test_the_book_of_a_fictional_region_says_so(
    haluan: Any, monkeypatch: pytest.MonkeyPatch, region: dict[str, str], more: list[str], marked: bool
) -> None:
    told: list[Any] = []
    monkeypatch.setattr("masterplan.books.render", lambda *_, **more: told.append(more) or b"%PDF-")
    file = write("a.json", plan(region={"name": "Kabupaten Contoh", **region}))
    assert haluan("book", file, "--book", "2", "-o", "a.pdf", *more).code == 0
    assert told == [{"form": "pdf", "lang": "id", "training": marked, "pictures": {}}]


def test_a_fault_of_our_own_is_a_sentence_too(haluan: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("masterplan.commands.documents.diff", lambda *_: 1 / 0)
    answer = haluan("diff", str(REAL[0]), str(REAL[1]))
    assert answer.code == 2
    assert answer.err == "kesalahan dalam haluan sendiri (ZeroDivisionError); laporkan beserta berkasnya\n"
