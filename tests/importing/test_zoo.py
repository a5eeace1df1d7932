"""Documents as they should not be: each is refused in one sentence or read as far as it can be."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from masterplan.importing import OpeningError, understand
from tests.importing import zoo
from tests.importing.making import base_plan
from tests.importing.tables import Read

HALUAN = [sys.executable, "-c", "import sys; from masterplan.cli import main; sys.exit(main())"]
MEASURED = (
    "import re, sys; from masterplan.cli import main; code = main();"
    "status = open('/proc/self/status').read();"
    "print(int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) // 1024, file=sys.stderr); sys.exit(code)"
)


@pytest.mark.parametrize("maker", zoo.REFUSED, ids=lambda maker: maker.__name__)
def test_what_must_not_be_opened_is_refused_in_one_sentence(maker: Callable[[], bytes]) -> None:
    with pytest.raises(OpeningError) as refusal:
        understand(base_plan(), maker())
    assert zoo.REFUSED[maker] in refusal.value.say("id")
    assert "\n" not in refusal.value.say("id")
    assert refusal.value.say("en") != refusal.value.say("id")


@pytest.mark.parametrize("maker", zoo.READ, ids=lambda maker: maker.__name__)
def test_what_can_be_read_is_read_and_the_rest_is_told(maker: Callable[[], bytes]) -> None:
    titles, words = zoo.READ[maker]
    read = Read(maker())
    assert sorted(read.new) == sorted(titles)
    assert words in read.left


def test_a_huge_document_is_read_in_bounded_memory(tmp_path: Path) -> None:
    plan, foreign = _files(tmp_path, zoo.huge(3000))
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "import", plan, foreign], capture_output=True, check=False
    )
    assert done.returncode == 0
    assert (
        sum(change.get("collection") == "innovations" for change in json.loads(done.stdout)["changes"])
        == 3001
    )
    assert int(done.stderr.split()[-1]) < 300


def test_a_bomb_takes_little_memory(tmp_path: Path) -> None:
    plan, foreign = _files(tmp_path, zoo.bomb())
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "import", plan, foreign], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert int(done.stderr.split()[-1]) < 150


def test_an_interrupt_stops_reading(tmp_path: Path) -> None:
    plan, foreign = _files(tmp_path, zoo.huge(15_000))
    process = subprocess.Popen(
        [*HALUAN, "import", plan, foreign], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(2)
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err


def _files(folder: Path, raw: bytes) -> tuple[str, str]:
    plan, foreign = folder / "rencana.json", folder / "asing.docx"
    plan.write_text(json.dumps(base_plan()))
    foreign.write_bytes(raw)
    return str(plan), str(foreign)
