"""The tests' database: real PostgreSQL, one cluster for a run, one database for each worker.

Loaded with `-p tests.database` (see pyproject.toml), before Django reads its settings. Migrations run once
into a template that is kept, in memory where there is room, until they change; a worker's database is a
copy. Tests sign in as the application role, as the web does: what it may not do fails here too.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from haluan.environment import make_data_directory
from haluan.server.postgres import APPLICATION, DATABASE, OWNER, Cluster
from haluan.server.processes import Lock

CHECKOUT = Path(__file__).resolve().parent.parent
PLACE = "TEST_CLUSTER"  # in the environment of workers: where the run's cluster lies
NAME = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


def place() -> Path:
    """This checkout's place for test databases, or one of its own where another run uses that now."""
    if given := os.environ.get(PLACE):
        return Path(given)
    shared = memory() or CHECKOUT / ".data" / "test"
    make_data_directory(shared)
    lock = Lock(shared / "postgres.lock")
    if lock.take():
        lock.release()
        (shared / "checkout").write_text(str(CHECKOUT))
        return shared
    own = Path(tempfile.mkdtemp(prefix="haluan-test-", dir=shared.parent))
    own.chmod(0o711)
    return own


def memory() -> Path | None:
    """A directory in memory, where making a database takes a tenth of the time; None where there is no room.

    What a checkout that is gone left there is removed.
    """
    shm = Path("/dev/shm")
    if not os.access(shm, os.W_OK) or shutil.disk_usage(shm).free < 1 << 30:
        return None
    for old in shm.glob(f"haluan-test-{os.getuid()}-*/checkout"):
        if not Path(old.read_text()).exists():
            shutil.rmtree(old.parent, ignore_errors=True)
    return shm / f"haluan-test-{os.getuid()}-{hashlib.sha256(str(CHECKOUT).encode()).hexdigest()[:12]}"


cluster = Cluster(place(), for_tests=True)
os.environ |= {
    PLACE: str(cluster.data),
    "HALUAN_ENV": "training",
    # A browser in the same process keeps a loop running in this thread; the tests use no async database calls.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
    "HALUAN_DATA": str(cluster.data / "files"),
    "DATABASE_URL": cluster.url(APPLICATION, NAME),
}
os.environ.pop("HALUAN_OWNER_DATABASE_URL", None)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        cluster.start()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        cluster.stop()
        if not (cluster.data / "checkout").exists():
            shutil.rmtree(cluster.data, ignore_errors=True)


def fresh_database() -> None:
    """Give this worker a new copy of the migrated template; every connection to the old one is cut."""
    template = migrated_template()
    with psycopg.connect(cluster.url(OWNER), autocommit=True) as owner:
        owner.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        owner.execute(f"CREATE DATABASE {NAME} TEMPLATE {template}")


def drop_database() -> None:
    with psycopg.connect(cluster.url(OWNER), autocommit=True) as owner:
        owner.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


def migrated_template() -> str:
    """The name of a database with today's migrations, made by the worker that asks first."""
    name = f"template_{fingerprint()}"
    lock = Lock(cluster.data / "template.lock")
    if not lock.take(within=120):
        raise RuntimeError("another test worker has been migrating for two minutes: end it and try again")
    try:
        with psycopg.connect(cluster.url(OWNER), autocommit=True) as owner:
            if not owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                make_template(owner, name)
    finally:
        lock.release()
    return name


def make_template(owner: psycopg.Connection, name: str) -> None:
    outdated = "SELECT datname FROM pg_database WHERE datname ~ '^template_|^unfinished$'"
    for (old,) in owner.execute(outdated).fetchall():
        owner.execute(f"DROP DATABASE IF EXISTS {old} WITH (FORCE)")
    owner.execute(f"CREATE DATABASE unfinished TEMPLATE {DATABASE}")
    migrated = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--no-input", "--skip-checks", "-v0"],
        env=os.environ
        | {"DATABASE_URL": cluster.url(OWNER, "unfinished"), "DJANGO_SETTINGS_MODULE": "haluan.settings"},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    if migrated.returncode:
        raise RuntimeError(f"the migrations failed:\n{migrated.stderr}")
    owner.execute(f"ALTER DATABASE unfinished RENAME TO {name}")


def fingerprint(extra: Iterable[Path] = ()) -> str:
    package = CHECKOUT / "haluan"
    sources = [*package.glob("*/migrations/*.py"), package / "settings.py", CHECKOUT / "requirements.lock"]
    whole = hashlib.sha256()
    for source in sorted([*sources, *extra]):
        whole.update(str(source.relative_to(CHECKOUT)).encode() + source.read_bytes())
    return whole.hexdigest()[:16]


@contextmanager
def with_database() -> Iterator[None]:
    """For benches, outside pytest: the cluster, a fresh database, Django set up; all ended afterwards."""
    import django

    cluster.start()
    try:
        fresh_database()
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "haluan.settings")
        django.setup()
        yield
    finally:
        from django.db import connections

        connections.close_all()
        drop_database()
        cluster.stop()
