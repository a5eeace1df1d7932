"""Before the web answers: migrations, static files and the programme's data, each only when needed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import psycopg

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent
STAMPS = "CREATE TABLE IF NOT EXISTS haluan_stamp (name text PRIMARY KEY, value text NOT NULL)"

STAMP = "INSERT INTO haluan_stamp VALUES (%s, %s) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


class NotPrepared(Exception):
    """A step failed; its own words follow the sentence."""


class Preparation:
    """Runs the steps whose sources changed since this database, or these static files, saw them last."""

    def __init__(self, environ: dict[str, str], owner_url: str, data: Path) -> None:
        self.environ = environ
        self.owner_url = owner_url
        self.static = data / "static"

    def run(self) -> None:
        static = self._start_collecting()
        if self.owner_url:
            self._migrate_and_load()
        if static:
            self._finish_collecting(*static)

    def _migrate_and_load(self) -> None:
        with psycopg.connect(self.owner_url, autocommit=True) as database:
            database.execute(STAMPS)
            stamps = dict(database.execute("SELECT name, value FROM haluan_stamp").fetchall())
            for name, sources, command, environ in self._steps():
                current = fingerprint(sources)
                if command[0] in commands() and stamps.get(name) != current:
                    finish(name, django(environ, *command))
                    database.execute(STAMP, [name, current])

    def _steps(self) -> list[tuple[str, list[Path], list[str], dict[str, str]]]:
        migrations = [CHECKOUT / "requirements.lock", *PACKAGE.glob("*/migrations/*.py")]
        programme = [*PACKAGE.glob("*/management/commands/load_*.py"), *PACKAGE.glob("*/loading/*.py")]
        programme += [
            path for path in (*CHECKOUT.glob("data/**/*"), *PACKAGE.glob("*/data/**/*")) if path.is_file()
        ]
        # The stamp that follows is written through to the disk, and what came before it with it.
        quick = {"PGOPTIONS": "-c synchronous_commit=off"}
        owner = self.environ | quick | {"DATABASE_URL": self.owner_url}
        return [
            ("migrations", migrations, ["migrate", "--no-input", "--skip-checks", "-v0"], owner),
            ("programme", programme + migrations, ["load_programme"], self.environ | quick),
        ]

    def _start_collecting(self) -> tuple[str, subprocess.Popen[str]] | None:
        sources = [path for path in PACKAGE.glob("*/static/**/*") if path.is_file()]
        current = fingerprint([*sources, CHECKOUT / "requirements.lock", PACKAGE / "web" / "storage.py"])
        stamp = self.static / ".stamp"
        if stamp.exists() and stamp.read_text() == current:
            return None
        stamp.unlink(missing_ok=True)
        return current, django(self.environ, "collectstatic", "--no-input", "--clear", "--skip-checks", "-v0")

    def _finish_collecting(self, current: str, process: subprocess.Popen[str]) -> None:
        finish("static", process)
        (self.static / ".stamp").write_text(current)


def commands() -> set[str]:
    """Management commands of this checkout; one that another part has not brought yet is left out."""
    ours = {path.stem for path in PACKAGE.glob("*/management/commands/*.py")}
    return ours | {"migrate"}


def fingerprint(sources: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for path in sorted(set(sources)):
        if path.exists():
            whole.update(str(path.relative_to(CHECKOUT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def django(environ: dict[str, str], *command: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "django", *command],
        env=environ,
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


WORDS = {
    "migrations": "Migrasi basis data",
    "programme": "Pemuatan data program",
    "static": "Pengumpulan berkas statis",
}


def finish(name: str, process: subprocess.Popen[str]) -> None:
    try:
        said, _ = process.communicate()
    except BaseException:  # asked to stop in the middle: a migration rolls back, a load is done again
        process.kill()
        process.wait()
        raise
    if process.returncode != 0:
        raise NotPrepared(f"{WORDS[name]} gagal, tidak ada yang dijalankan.\n{said.strip()}")
