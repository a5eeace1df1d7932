"""Before the web answers: migrations, static files and the programme's data, each only when needed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import psycopg

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent
STAMPS = "CREATE TABLE IF NOT EXISTS haluan_stamp (name text PRIMARY KEY, value text NOT NULL)"

STAMP = "INSERT INTO haluan_stamp VALUES (%s, %s) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


# Commands that bring in what everybody finds at the first start, in this order; True for training only.
LOADS = {"load_programme": False, "load_people": True, "load_plans": False}
CALL_EACH = """
import sys, django
from django.core.management import call_command
django.setup()
for name in sys.argv[1:]:
    call_command(name, verbosity=0)
"""


class NotPrepared(Exception):
    """A step failed; its own words follow the sentence."""


@dataclass(frozen=True)
class Step:
    name: str
    sources: list[Path]
    start: Callable[[], subprocess.Popen[str]]


class Preparation:
    """Runs the steps whose sources changed since this database, or these static files, saw them last."""

    def __init__(self, environ: dict[str, str], owner_url: str, data: Path, *, training: bool) -> None:
        self.environ = environ
        self.training = training
        self.owner_url = owner_url
        self.static = data / "static"

    def run(self) -> None:
        refuse_more_than_rows(self.environ["DATABASE_URL"])
        static = self._start_collecting()
        if self.owner_url:
            self._migrate_and_load()
        if static:
            self._finish_collecting(*static)

    def _migrate_and_load(self) -> None:
        try:
            database = psycopg.connect(self.owner_url, autocommit=True, connect_timeout=10)
        except psycopg.OperationalError as error:
            raise NotPrepared(f"HALUAN_OWNER_DATABASE_URL tidak dapat dihubungi: {error}") from None
        with database:
            database.execute(STAMPS)
            stamps = dict(database.execute("SELECT name, value FROM haluan_stamp").fetchall())
            for step in self._steps():
                current = fingerprint(step.sources)
                if stamps.get(step.name) != current:
                    finish(step.name, step.start())
                    database.execute(STAMP, [step.name, current])

    def _steps(self) -> list[Step]:
        migrations = [CHECKOUT / "requirements.lock", *PACKAGE.glob("*/migrations/*.py")]
        # The stamp that follows is written through to the disk, and what came before it with it.
        environ = self.environ | {"PGOPTIONS": "-c synchronous_commit=off"}
        owner = environ | {"DATABASE_URL": self.owner_url}
        loads = [name for name, training in LOADS.items() if self.training or not training]
        return [
            Step(
                "migrations",
                migrations,
                lambda: django(owner, "migrate", "--no-input", "--skip-checks", "-v0"),
            ),
            Step("data", migrations + data_sources(), lambda: run(environ, "-c", CALL_EACH, *loads)),
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


def refuse_more_than_rows(url: str) -> None:
    """The application's role must be one that could not change a table even if the web were taken over."""
    try:
        with psycopg.connect(url, connect_timeout=10) as database:
            found = database.execute(
                "SELECT rolsuper OR has_schema_privilege('public', 'CREATE') "
                "FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    except psycopg.OperationalError as error:
        raise NotPrepared(f"DATABASE_URL tidak dapat dihubungi: {error}") from None
    if found and found[0]:
        raise NotPrepared(
            "DATABASE_URL memakai peran yang boleh mengubah tabel: "
            "pakai peran aplikasi seperti di docs/production.md."
        )


def data_sources() -> list[Path]:
    """What the load commands read, and they themselves: named so that they are found here."""
    patterns = ("*/data/**/*", "*/management/commands/load_*.py", "*/loading*.py", "*/training.py")
    return [path for pattern in patterns for path in PACKAGE.glob(pattern) if path.is_file()]


def fingerprint(sources: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for path in sorted(set(sources)):
        if path.exists():
            whole.update(str(path.relative_to(CHECKOUT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def django(environ: dict[str, str], *command: str) -> subprocess.Popen[str]:
    return run(environ, "-m", "django", *command)


def run(environ: dict[str, str], *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        env=environ,
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


WORDS = {
    "migrations": "Migrasi basis data",
    "data": "Pemuatan data",
    "static": "Pengumpulan berkas statis",
}


def finish(name: str, process: subprocess.Popen[str]) -> None:
    began = time.monotonic()
    try:
        said, _ = process.communicate()
    except BaseException:  # asked to stop in the middle: a migration rolls back, a load is done again
        process.kill()
        process.wait()
        raise
    if process.returncode != 0:
        raise NotPrepared(f"{WORDS[name]} gagal, tidak ada yang dijalankan.\n{said.strip()}")
    if (seconds := time.monotonic() - began) > 0.1:
        print(f"{WORDS[name]}: {seconds:.1f} detik", flush=True)
