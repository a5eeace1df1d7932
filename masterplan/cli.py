"""`haluan`: judges plan documents without a server, a database or a network.

Only the parser lives here, so that `haluan --help` answers at once; each command imports what it needs.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from masterplan.commands.telling import Refusal, Teller
from masterplan.language import Words

INTERRUPTED = 130
BROKEN_PIPE = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code; whatever happens, no traceback."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    tell = Teller(lang="en" if _asked(arguments, "--lang") == "en" else "id")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(arguments, tell.lang)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        code = INTERRUPTED
    except BrokenPipeError:
        code = BROKEN_PIPE
    except OSError as error:
        code = tell.refuse(Refusal(_NO_OUTPUT.with_(why=error.strerror or error)))
    except Exception as error:
        code = tell.refuse(Refusal(_BUG.with_(kind=type(error).__name__)))
    if code in (INTERRUPTED, BROKEN_PIPE) or not _flushed():
        _drop_output()
    return code


def _flushed() -> bool:
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError):
        return False
    return True


def _drop_output() -> None:
    """What is still buffered goes nowhere, quietly, instead of failing once more at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _run(arguments: list[str], lang: str) -> int:
    try:
        parser = _parser(lang)
        options = parser.parse_args(arguments)
        if options.command is None:
            parser.error(_NO_COMMAND.say(lang))
        tell = Teller(options.lang, options.format)
        try:
            return int(options.run(tell, options))
        except Refusal as refusal:
            return tell.refuse(refusal)
    except Refusal as refusal:
        return Teller(lang).refuse(refusal)
    except SystemExit as done:  # --help
        return int(done.code or 0)


def _asked(arguments: list[str], option: str) -> str | None:
    """The value of an option before anything is parsed: help, too, is in the asked language."""
    for index, word in enumerate(arguments):
        if word == option:
            return "".join(arguments[index + 1 : index + 2])
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
    return None


class _Parser(argparse.ArgumentParser):
    """argparse that speaks the asked language."""

    lang = "id"

    def error(self, message: str) -> NoReturn:
        why = message if self.lang == "en" else _in_indonesian(message)
        raise Refusal(_MISUSED.with_(prog=self.prog, why=why))

    def format_help(self) -> str:
        text = super().format_help()
        if self.lang == "en":
            return text.replace("PERINTAH", "COMMAND")
        return text.replace("usage:", "pemakaian:", 1).replace("positional arguments:", "berkas:", 1)


def _parser(lang: str) -> argparse.ArgumentParser:
    _Parser.lang = lang
    common = _options(lang, argparse.SUPPRESS)
    parser = _Parser(
        prog="haluan",
        description=_ABOUT.say(lang),
        parents=[_options(lang, None)],
        add_help=False,
        allow_abbrev=False,
        epilog=_EPILOG.say(lang),
    )
    parser.set_defaults(lang=lang, format="text", command=None)
    commands = parser.add_subparsers(title=_COMMANDS.say(lang), dest="command", metavar="PERINTAH")
    for name, (help_, arguments, run) in COMMANDS.items():
        sub = commands.add_parser(
            name,
            help=help_.say(lang),
            description=help_.say(lang),
            parents=[common],
            add_help=False,
            allow_abbrev=False,
        )
        _fill(sub, arguments, common, lang)
        sub.set_defaults(run=run)
    return parser


def _fill(sub: argparse.ArgumentParser, arguments: list[Argument], common: _Parser, lang: str) -> None:
    """The arguments of a command; where they are acts, a command of its own for each."""
    for flags, settings in arguments:
        if "acts" not in settings:
            sub.add_argument(*flags, **_said(settings, lang))
            continue
        acts = sub.add_subparsers(title=_ACTS.say(lang), dest=flags[0], metavar=_ACT, required=True)
        for name, (help_, inner) in settings["acts"].items():
            said = help_.say(lang)
            act = acts.add_parser(
                name, help=said, description=said, parents=[common], add_help=False, allow_abbrev=False
            )
            _fill(act, inner, common, lang)


def _said(settings: dict[str, Any], lang: str) -> dict[str, Any]:
    return {name: value.say(lang) if isinstance(value, Words) else value for name, value in settings.items()}


def _options(lang: str, default: Any) -> _Parser:
    """Options that may stand before or after the command."""
    options = _Parser(add_help=False)
    group = options.add_argument_group(Words("pilihan", "options").say(lang))
    group.add_argument("-h", "--help", action="help", help=_HELP.say(lang))
    group.add_argument("--format", choices=("text", "json"), default=default, help=_FORMAT.say(lang))
    group.add_argument("--lang", choices=("id", "en"), default=default, help=_LANG.say(lang))
    return options


def _in_indonesian(message: str) -> str:
    for pattern, replacement in _ARGPARSE:
        message = re.sub(pattern, replacement, message)
    return message


def _check(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.documents import check

    return check(tell, options.file)


def _diff(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.documents import compare

    return compare(tell, options.a, options.b)


def _apply(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.documents import apply_changes

    return apply_changes(tell, options.file, options.changes)


def _merge(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.documents import merge_documents

    return merge_documents(tell, options.base, options.a, options.b)


def _value(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.judgements import value_of

    return value_of(tell, options.file)


def _optimise(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.optimising import optimise_plan

    return optimise_plan(tell, options)


def _explain(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.asking import explain_innovation

    return explain_innovation(tell, options)


def _frontier(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.asking import frontier_of

    return frontier_of(tell, options)


def _lint(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.linting import lint_plan

    return lint_plan(
        tell,
        options.file,
        profile=options.profile,
        gate=options.gate,
        select=options.select,
        ignore=options.ignore,
        fix=options.fix,
    )


def _rules(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.linting import list_rules

    return list_rules(tell)


def _book(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.judgements import book

    return book(tell, options)


def _programme(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.judgements import programme

    return programme(tell, options)


def _sheet(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.sheets import read_sheet, write_sheet

    if options.act == "write":
        return write_sheet(tell, options.file, options.output)
    return read_sheet(tell, options.file, options.workbook)


def _import(tell: Teller, options: argparse.Namespace) -> int:
    from masterplan.commands.foreign import guess_mapping, import_foreign

    if options.guess:
        return guess_mapping(tell, options.file, options.foreign)
    return import_foreign(tell, options.file, options.foreign, options.map)


Argument = tuple[tuple[str, ...], dict[str, Any]]
Command = tuple[Words, list[Argument], Callable[[Teller, argparse.Namespace], int]]


def _file(name: str, words: Words) -> Argument:
    return (name.lower(),), {"metavar": name, "help": words}


_PLAN = Words('berkas rencana; "-" untuk masukan baku', 'a plan file; "-" is standard input')
_PROFILE = Words("baca seperti kementerian pendukung ini", "read as this supporting ministry does")
_GATE = Words("hanya aturan gerbang ini, misalnya bimtek-2", "only the rules of this gate, e.g. bimtek-2")
_SELECT = Words(
    "hanya kode ini, dipisah koma; awalannya cukup", "only these codes, by commas; beginnings will do"
)
_IGNORE = Words("tanpa kode ini", "without these codes")
_FIX = Words("cetak perbaikan yang aman sebagai himpunan perubahan", "print the safe fixes as a change set")
_BOOK = Words("Buku I, II, atau III", "Book I, II or III")
_OUTPUT = Words(
    'berkas keluaran .pdf, .docx, atau .html; "-" untuk PDF ke keluaran baku',
    'the .pdf, .docx or .html to write; "-" is a PDF on standard output',
)
_TABLE = Words("berkas keluaran .xlsx", "the .xlsx to write")
_PICTURES = Words("folder berisi gambar rencana (PNG, JPEG)", "folder with the plan's pictures (PNG, JPEG)")
_WORKBOOK = Words("lembar kerja .xlsx atau .ods", "a workbook, .xlsx or .ods")
_WORKBOOK_OUT = Words(
    'lembar kerja .xlsx; "-" untuk keluaran baku', 'the .xlsx to write; "-" is standard output'
)
_GAP = Words("selisih dari yang terbaik yang dibuktikan, misalnya 0.001", "the gap to prove, e.g. 0.001")
_TIME_LIMIT = Words("batas waktu, detik", "time limit in seconds")
_LIMITS: list[Argument] = [
    (("--gap",), {"type": float, "metavar": "G", "help": _GAP}),
    (("--time-limit",), {"type": float, "metavar": "S", "help": _TIME_LIMIT}),
]
_FIX_STARTED = Words(
    "yang terpilih dan mulai sebelum --as-of tetap", "what is chosen and starts before --as-of stays"
)
_AS_OF = Words("tahun untuk --fix-started", "the year for --fix-started")
_FRONTIER = Words(
    "nilai terbaik pada 10–200 persen anggaran", "the best value at 10–200 percent of the budget"
)
_ROBUST = Words("uji pada N skenario", "test on N scenarios")
_EXPLAIN = Words("alasan tiap inovasi masuk atau tidak", "why each innovation is in or out")
_FAIR = Words(
    "kecamatan yang tertinggal, dan harga memerhatikannya", "the least served, and the price of a floor"
)
_EVIDENCE = Words("tumpuan bukti, dan apa yang perlu diukur", "what it rests on, and what to measure first")
_SENSITIVITY = Words(
    "bila diskonto, bobot pemerataan, atau berat masalah lain",
    "if discount, equity or severity were otherwise",
)
_TURN = Words(
    "perubahan biaya atau bagian terbantu terkecil yang membalik jawaban",
    "the smallest change of cost or share that turns the answer",
)
_INNOVATION = Words("nomor inovasi, misalnya IN-07", "the id of an innovation, e.g. IN-07")
_ACT = "write|read"
_ACTS = Words("tindakan", "acts")
_TRAINING = Words("tandai setiap halaman sebagai fiktif", "mark every page as fictional")
_FOREIGN = Words(
    'lembar kerja (.xlsx, .ods), naskah Word (.docx), atau teks; "-" untuk masukan baku',
    'a spreadsheet (.xlsx, .ods), a Word file (.docx) or text; "-" is standard input',
)
_MAP = Words("pemetaan tabel dan kolomnya, JSON", "what its tables and columns are, JSON")
_GUESS = Words(
    "cetak pemetaan hasil dugaan, untuk diperbaiki lalu dipakai dengan --map",
    "print the guessed mapping, to be mended and used with --map",
)
COMMANDS: dict[str, Command] = {
    "check": (
        Words("periksa apakah berkas adalah dokumen rencana yang sah", "see whether a file is a valid plan"),
        [_file("FILE", _PLAN)],
        _check,
    ),
    "diff": (
        Words("perubahan yang membuat A menjadi B", "the changes that turn A into B"),
        [_file("A", _PLAN), _file("B", _PLAN)],
        _diff,
    ),
    "apply": (
        Words("terapkan perubahan pada rencana", "apply changes to a plan"),
        [_file("FILE", _PLAN), _file("CHANGES", Words("himpunan perubahan", "a change set"))],
        _apply,
    ),
    "merge": (
        Words("gabungkan dua rencana yang berasal dari satu", "merge two plans that come from one"),
        [
            _file("BASE", Words("rencana asal", "what both come from")),
            _file("A", _PLAN),
            _file("B", _PLAN),
        ],
        _merge,
    ),
    "lint": (
        Words("periksa mutu isi rencana", "judge the quality of a plan"),
        [
            _file("FILE", _PLAN),
            (("--profile",), {"metavar": "P", "help": _PROFILE}),
            (("--gate",), {"metavar": "G", "help": _GATE}),
            (("--select",), {"metavar": "CODES", "action": "append", "default": [], "help": _SELECT}),
            (("--ignore",), {"metavar": "CODES", "action": "append", "default": [], "help": _IGNORE}),
            (("--fix",), {"action": "store_true", "help": _FIX}),
        ],
        _lint,
    ),
    "rules": (Words("daftar aturan pemeriksaan", "the rules of the linter"), [], _rules),
    "value": (
        Words("hitung manfaat, belanja, dan aturan yang dilanggar", "impact, spending and broken rules"),
        [_file("FILE", _PLAN)],
        _value,
    ),
    "optimise": (
        Words("pilih inovasi terbaik dalam anggaran", "choose the best innovations in the budget"),
        [
            _file("FILE", _PLAN),
            *_LIMITS,
            (("--fix-started",), {"action": "store_true", "help": _FIX_STARTED}),
            (("--as-of",), {"type": int, "metavar": "YEAR", "help": _AS_OF}),
            (("--frontier",), {"action": "store_true", "help": _FRONTIER}),
            (("--robust",), {"type": int, "metavar": "N", "help": _ROBUST}),
            (("--explain",), {"action": "store_true", "help": _EXPLAIN}),
            (("--fair",), {"action": "store_true", "help": _FAIR}),
            (("--evidence",), {"action": "store_true", "help": _EVIDENCE}),
            (("--sensitivity",), {"action": "store_true", "help": _SENSITIVITY}),
        ],
        _optimise,
    ),
    "explain": (
        Words(
            "dari mana angka satu inovasi, dan apa yang membaliknya",
            "where an innovation's figure comes from",
        ),
        [
            _file("FILE", _PLAN),
            _file("INNOVATION", _INNOVATION),
            (("--turn",), {"action": "store_true", "help": _TURN}),
            *_LIMITS,
        ],
        _explain,
    ),
    "frontier": (
        Words("apa yang dibawa anggaran lebih kecil atau lebih besar", "what less or more money would bring"),
        [_file("FILE", _PLAN), *_LIMITS],
        _frontier,
    ),
    "book": (
        Words("susun buku masterplan: PDF, Word, HTML", "make a book of the master plan: PDF, Word, HTML"),
        [
            _file("FILE", _PLAN),
            (("--book",), {"type": int, "choices": (1, 2, 3), "required": True, "help": _BOOK}),
            (("-o", "--output"), {"metavar": "OUT", "required": True, "help": _OUTPUT}),
            (("--pictures",), {"metavar": "DIR", "help": _PICTURES}),
            (("--training",), {"action": "store_true", "help": _TRAINING}),
        ],
        _book,
    ),
    "sheet": (
        Words("tulis rencana sebagai lembar kerja, dan baca suntingannya", "a plan as a workbook, both ways"),
        [
            (
                ("act",),
                {
                    "acts": {
                        "write": (
                            Words("tulis rencana sebagai lembar kerja", "write a plan as a workbook"),
                            [
                                _file("FILE", _PLAN),
                                (
                                    ("-o", "--output"),
                                    {"metavar": "OUT", "required": True, "help": _WORKBOOK_OUT},
                                ),
                            ],
                        ),
                        "read": (
                            Words("baca suntingan sebagai perubahan", "read the edits as a change set"),
                            [_file("FILE", _PLAN), (("workbook",), {"metavar": "IN", "help": _WORKBOOK})],
                        ),
                    }
                },
            )
        ],
        _sheet,
    ),
    "import": (
        Words("baca lembar kerja atau naskah dari luar", "read a foreign spreadsheet or document"),
        [
            _file("FILE", _PLAN),
            _file("FOREIGN", _FOREIGN),
            (("--map",), {"metavar": "MAP", "help": _MAP}),
            (("--guess",), {"action": "store_true", "help": _GUESS}),
        ],
        _import,
    ),
    "programme": (
        Words(
            "tabel program, kegiatan, sub-kegiatan (.xlsx)", "table of programmes and sub-activities (.xlsx)"
        ),
        [_file("FILE", _PLAN), (("-o", "--output"), {"metavar": "OUT", "required": True, "help": _TABLE})],
        _programme,
    ),
}

_ARGPARSE = (
    (r"the following arguments are required: (.*)", r"\1 belum disebutkan"),
    (r"unrecognized arguments: (.*)", r"\1 tidak dikenal"),
    (r"argument PERINTAH: invalid choice: (\S+) \(choose from .*\)", r"perintah \1 tidak dikenal"),
    (r"argument (\S+): invalid choice: (\S+) \(choose from (.*)\)", r"\2 tidak dikenal untuk \1; pilih: \3"),
    (r"argument (\S+): invalid int value: (\S+)", r"\1 harus bilangan bulat, bukan \2"),
    (r"argument (\S+): invalid float value: (\S+)", r"\1 harus angka, bukan \2"),
    (r"argument (\S+): expected one argument", r"\1 perlu satu nilai"),
    (r"argument (\S+): ignored explicit argument (\S+)", r"\1 tidak menerima nilai \2"),
)
_COMMANDS = Words("perintah", "commands")
_ABOUT = Words(
    "Menilai dokumen masterplan smart city: tanpa server, tanpa basis data, tanpa jaringan.",
    "Judges smart-city master plan documents: no server, no database, no network.",
)
_EPILOG = Words(
    "Kode keluar: 0 baik; 1 ada bentrokan, perbedaan, atau aturan dilanggar; 2 tidak sah atau salah pakai.",
    "Exit codes: 0 fine; 1 conflicts, differences or broken rules; 2 invalid or misused.",
)
_HELP = Words("tampilkan bantuan ini", "show this help")
_FORMAT = Words("text untuk orang, json untuk program", "text for people, json for programs")
_LANG = Words("bahasa keluaran", "language of the output")
_NO_COMMAND = Words("perintah belum disebutkan", "no command given")
_MISUSED = Words('{prog}: {why}; lihat "{prog} --help"', '{prog}: {why}; see "{prog} --help"')
_NO_OUTPUT = Words(
    "keluaran tidak dapat ditulis ({why}); periksa tujuannya dan sisa ruangnya",
    "the output cannot be written ({why}); check where it goes and the free space",
)
_BUG = Words(
    "kesalahan dalam haluan sendiri ({kind}); laporkan beserta berkasnya",
    "a fault in haluan itself ({kind}); report it with the file",
)
