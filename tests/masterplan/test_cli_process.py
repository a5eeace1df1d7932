"""`haluan` as a real process: pipes that close, a full disk, an interrupt, any environment."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.masterplan import random_plans
from tests.masterplan.test_document_reading import REAL

HALUAN = [sys.executable, "-c", "import sys; from masterplan.cli import main; sys.exit(main())"]


def run(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*HALUAN, *arguments], capture_output=True, timeout=60, check=False, **more)  # type: ignore[call-overload, no-any-return]


def test_the_installed_command_answers() -> None:
    command = Path(sys.executable).with_name("haluan")
    answer = subprocess.run([command, "check", str(REAL[0])], capture_output=True, timeout=60, check=False)
    assert (answer.returncode, answer.stderr) == (0, b"")


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys; from masterplan.cli import main; main(['--help'])\n"
        "heavy = {'pydantic', 'numpy', 'typst', 'django'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60, check=False)
    assert answer.returncode == 0, answer.stderr


def test_it_speaks_utf8_whatever_the_locale() -> None:
    environment = {**os.environ, "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    answer = run("check", str(REAL[0]), env=environment)
    assert answer.returncode == 0
    assert "2020–2029" in answer.stdout.decode()


def test_a_name_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    answer = run("check", os.fsdecode(bytes(tmp_path) + b"/\xff.json"))
    assert answer.returncode == 2
    assert b"Traceback" not in answer.stderr
    assert "berkas tidak ada" in answer.stderr.decode()


def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    large = tmp_path / "besar.json"
    large.write_text(json.dumps(random_plans.large(100)))
    empty = tmp_path / "kosong.json"
    empty.write_text(json.dumps(random_plans.make(random.Random(1), 0)))
    process = subprocess.Popen([*HALUAN, "diff", str(empty), str(large)], stdout=-1, stderr=-1)
    assert process.stdout and process.stderr
    process.stdout.close()
    errors = process.stderr.read()
    assert process.wait(60) == 141
    assert errors == b""
    process.stderr.close()


@pytest.mark.parametrize(
    ("closed", "command", "code", "words"),
    [
        ("<&-", "check -", 2, "masukan baku tertutup"),
        (">&-", "check {plan}", 2, "keluaran tidak dapat ditulis"),
        (">&-", "diff {plan} {plan}", 2, "keluaran tidak dapat ditulis"),
        ("2>&-", "check {plan}", 0, ""),
        ("2>&-", "check tidak-ada", 2, ""),
    ],
)
def test_closed_streams_are_told_or_borne(closed: str, command: str, code: int, words: str) -> None:
    script = f'"$@" {command.format(plan=REAL[0])} {closed}'
    answer = subprocess.run(["sh", "-c", script, "sh", *HALUAN], capture_output=True, timeout=60, check=False)
    assert answer.returncode == code
    assert words in answer.stderr.decode()
    assert b"Traceback" not in answer.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_a_sentence() -> None:
    with open("/dev/full", "wb") as full:
        answer = subprocess.run(
            [*HALUAN, "diff", str(REAL[0]), str(REAL[1])], stdout=full, stderr=-1, timeout=60, check=False
        )
    assert answer.returncode == 2
    assert answer.stderr.decode().startswith("keluaran tidak dapat ditulis")
    assert answer.stderr.count(b"\n") == 1


def test_an_interrupt_ends_it_without_a_word() -> None:
    process = subprocess.Popen([*HALUAN, "check", "-"], stdin=-1, stdout=-1, stderr=-1)
    assert process.stdin and process.stdout and process.stderr
    # It reads all of its input: once more than a pipe holds is taken, it is inside the command.
    process.stdin.write(b" " * 200_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    assert process.wait(5) == 130
    assert process.stdout.read() == process.stderr.read() == b""
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()


def test_an_interrupt_while_a_book_is_made_leaves_nothing(tmp_path: Path) -> None:
    """The typesetting never ends here; the signal comes when it has begun."""
    script = (
        "import sys, threading, masterplan.books\n"
        "def render(*_, **__):\n"
        "    sys.stdout.write('begun\\n'); sys.stdout.flush(); threading.Event().wait()\n"
        "masterplan.books.render = render\n"
        "from masterplan.cli import main\n"
        "sys.exit(main())"
    )
    target = tmp_path / "buku.pdf"
    arguments = ["book", str(REAL[0]), "--book", "2", "-o", str(target)]
    process = subprocess.Popen([sys.executable, "-c", script, *arguments], stdout=-1, stderr=-1)
    assert process.stdout and process.stderr
    assert process.stdout.readline() == b"begun\n"
    process.send_signal(signal.SIGINT)
    assert process.wait(5) == 130
    assert process.stderr.read() == b""
    assert list(tmp_path.iterdir()) == []
    process.stdout.close()
    process.stderr.close()
