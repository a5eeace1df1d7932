"""`script/browser` finds a chromium, or installs Debian's where it may."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "script" / "browser"
TOOLS = ("bash", "env", "id", "true", "sh", "cat", "chmod")


@pytest.fixture
def machine(tmp_path: Path):
    """A machine with these programs only; apt-get writes down what it is asked and installs where it may."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in TOOLS:
        (programs / name).symlink_to(shutil.which(name) or f"/bin/{name}")

    def call(apt: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        if apt:
            write(programs / "apt-get", f'echo "$@" >> {tmp_path}/asked\n{apt}')
        write(programs / "sudo", 'shift\nexec "$@"')
        environment = {"PATH": str(programs), **variables}
        return subprocess.run(
            [str(SCRIPT)], env=environment, capture_output=True, text=True, timeout=20, check=False
        )

    call.programs = programs  # type: ignore[attr-defined]
    call.asked = (tmp_path / "asked").read_text  # type: ignore[attr-defined]
    return call


def write(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def test_the_browser_that_is_there_is_taken(machine) -> None:
    write(machine.programs / "chromium", "exit 0")
    assert machine().stdout.strip() == str(machine.programs / "chromium")


def test_a_browser_of_ones_own_comes_first(machine, tmp_path: Path) -> None:
    write(machine.programs / "chromium", "exit 0")
    write(tmp_path / "mine", "exit 0")
    assert machine(CHROMIUM=str(tmp_path / "mine")).stdout.strip() == str(tmp_path / "mine")


def test_a_wrong_path_is_said_instead_of_another_browser_taken(machine) -> None:
    write(machine.programs / "chromium", "exit 0")
    answer = machine(CHROMIUM="/tidak/ada")
    assert answer.returncode == 2 and "/tidak/ada" in answer.stderr and not answer.stdout


def test_where_it_is_missing_debians_is_installed(machine) -> None:
    made = machine.programs / "chromium"
    answer = machine(apt=f"printf '#!/bin/sh\\n' > {made} && chmod +x {made}")
    assert answer.stdout.strip() == str(made)
    assert machine.asked() == "install -qq -y --no-install-recommends chromium\n"


def test_a_list_that_is_old_is_brought_up_to_date_first(machine) -> None:
    made = machine.programs / "chromium"
    install = f'[ -e {made}.known ] && printf "#!/bin/sh\\n" > {made} && chmod +x {made}'
    apt = f'case "$1" in update) : > {made}.known ;; install) {install} ;; esac'
    assert machine(apt=apt).stdout.strip() == str(made)
    assert machine.asked().splitlines()[1] == "update -qq"


def test_where_nothing_may_be_installed_it_says_what_to_do_and_the_other_tests_run(machine) -> None:
    answer = machine(apt="exit 100")
    assert answer.returncode == 0 and not answer.stdout
    assert "sudo apt install chromium" in answer.stderr
    assert os.access(SCRIPT, os.X_OK)
