"""A whole site for tests that need one: granian, its own database with the programme, people and plans loaded.

The loaded database is made once and kept as a template beside the migrated one; every site is a copy of it.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import psycopg

from haluan.server.postgres import APPLICATION, OWNER
from haluan.server.prepare import CALL_EACH, LOADS, data_sources
from haluan.server.processes import Lock
from tests import database
from tests.database import CHECKOUT, cluster


def loaded_template() -> str:
    """The name of a migrated database with all that `script/server` loads."""
    migrated = database.migrated_template()
    name = f"loaded_{database.fingerprint(extra=data_sources())}"
    lock = Lock(cluster.data / "loaded.lock")
    if not lock.take(within=180):
        raise RuntimeError(
            "another test worker has been loading data for three minutes: end it and try again"
        )
    try:
        with psycopg.connect(cluster.url(OWNER), autocommit=True) as owner:
            if not owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                for (old,) in owner.execute(
                    "SELECT datname FROM pg_database WHERE datname ~ '^loaded_|^loading$'"
                ).fetchall():
                    owner.execute(f"DROP DATABASE IF EXISTS {old} WITH (FORCE)")
                owner.execute(f"CREATE DATABASE loading TEMPLATE {migrated}")
                run("-c", CALL_EACH, *LOADS, DATABASE_URL=cluster.url(APPLICATION, "loading"))
                owner.execute(f"ALTER DATABASE loading RENAME TO {name}")
    finally:
        lock.release()
    return name


def run(*arguments: str, **environ: str) -> None:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "haluan.settings"} | environ,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)


def collect_static() -> None:
    """Static files as a visitor gets them, collected again when one changed."""
    target = Path(os.environ["HALUAN_DATA"]) / "static"
    stamp = target / ".stamp"
    sources = [path for path in (CHECKOUT / "haluan").glob("*/static/**/*") if path.is_file()]
    current = database.fingerprint(extra=[*sources, CHECKOUT / "haluan/web/storage.py"])
    lock = Lock(cluster.data / "static.lock")
    lock.take(within=60)
    try:
        if not stamp.exists() or stamp.read_text() != current:
            run("-m", "django", "collectstatic", "--no-input", "--clear", "--skip-checks", "-v0")
            stamp.write_text(current)
    finally:
        lock.release()


class Site:
    """One granian on its own database. `kill` is kill -9; `start` again finds what was committed."""

    def __init__(self, name: str) -> None:
        self.database = f"site_{name}"
        self.log = cluster.data / f"{self.database}.log"
        template = loaded_template()
        collect_static()
        with psycopg.connect(cluster.url(OWNER), autocommit=True) as owner:
            owner.execute(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")
            owner.execute(f"CREATE DATABASE {self.database} TEMPLATE {template}")
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.port = free.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def environ(self) -> dict[str, str]:
        return os.environ | {
            "DATABASE_URL": cluster.url(APPLICATION, self.database),
            "DJANGO_SETTINGS_MODULE": "haluan.settings",
            "HALUAN_ENV": "training",
        }

    def start(self) -> None:
        command = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
        ]
        command += ["--workers", "1", "--blocking-threads", "4", "--no-access-log", "haluan.wsgi:application"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, env=self.environ, cwd=CHECKOUT, stdout=log, stderr=log, start_new_session=True
            )
        for _attempt in range(400):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2):
                    return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        raise RuntimeError(f"the site did not come up:\n{self.log.read_text()[-3000:]}")

    def kill(self) -> None:
        """kill -9 of the web and all it started."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def close(self) -> None:
        self.kill()
        with psycopg.connect(cluster.url(OWNER), autocommit=True) as owner:
            owner.execute(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")

    def connect(self) -> psycopg.Connection:
        """A connection of the application's role to the site's database."""
        return psycopg.connect(cluster.url(APPLICATION, self.database), autocommit=True)
