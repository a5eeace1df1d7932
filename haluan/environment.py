"""Configuration by environment: every variable in one list, checked when a process starts.

`current()` is what `haluan.settings` and the server read. `python -m haluan.environment --markdown`
writes the table of `docs/configuration.md`. Help is for developers, refusals are for those who run it.
"""

from __future__ import annotations

import os
import re
import secrets
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

CHECKOUT = Path(__file__).resolve().parent.parent
TRAINING_MARK = "latihan-"  # every generated secret starts with it, so that production can refuse it
SHORTEST_SECRET = 50


class ConfigurationError(Exception):
    """One sentence a line: what is wrong, with which variable, and how to mend it."""


Parse = Callable[[str], Any]


def text(value: str) -> str:
    return value


def words(value: str) -> list[str]:
    return [word.strip() for word in value.split(",") if word.strip()]


def yes(value: str) -> bool:
    if value.lower() not in {"yes", "no", "true", "false", "1", "0"}:
        raise ValueError("isi dengan yes atau no")
    return value.lower() in {"yes", "true", "1"}


def number(low: int, high: int) -> Parse:
    def parse(value: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", value) or not low <= int(value) <= high:
            raise ValueError(f"isi dengan bilangan bulat antara {low} dan {high}")
        return int(value)

    return parse


def choice(*allowed: str) -> Parse:
    def parse(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"pilih salah satu: {', '.join(allowed)}")
        return value

    return parse


def directory(value: str) -> Path:
    path = Path(value).expanduser()
    if path.exists() and not path.is_dir():
        raise ValueError("itu sebuah berkas; tunjuk sebuah direktori")
    return path.absolute()


def web_origin(value: str) -> str:
    parts = urlsplit(value)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or parts.path not in {"", "/"}
        or parts.query
    ):
        raise ValueError("tulis seperti https://haluan.contoh.go.id, tanpa jalur")
    return value.rstrip("/")


def postgresql_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ValueError("tulis seperti postgresql://peran:sandi@server:5432/haluan")
    return value


def variable(name: str, parse: Parse, default: str, about: str, **more: Any) -> Any:
    """A field of `Environment`: its variable, how it is read, its default in training, a sentence about it.

    More: `production`, the default there (None: it must be given); `empty`, the value where nothing is
    given and there is no default; `secret` keeps a value out of every message; `shown` and
    `shown_production` are what the page says of the defaults.
    """
    return field(metadata={"name": name, "parse": parse, "default": default, "about": about} | more)


def processors() -> int:
    return len(os.sched_getaffinity(0))


@dataclass(frozen=True)
class Environment:
    mode: str = variable(
        "HALUAN_ENV",
        choice("training", "production"),
        "training",
        "`training` runs on this machine alone, with fictional people; `production` is for the public.",
    )
    port: int | None = variable(
        "HALUAN_PORT",
        number(1, 65535),
        "",
        "Port of the web server.",
        empty=None,
        shown="8000, or the next free one",
    )
    bind: str = variable(
        "HALUAN_BIND",
        text,
        "127.0.0.1",
        "Address the web server listens on. Training offers sign-in without a password: keep it local.",
    )
    data: Path = variable(
        "HALUAN_DATA",
        directory,
        str(CHECKOUT / ".data"),
        "Everything this installation keeps: the embedded database, its passwords, uploads, books.",
        shown="`.data`",
    )
    secret_key: str = variable(
        "HALUAN_SECRET_KEY",
        text,
        "",
        f"Signs sessions and links; at least {SHORTEST_SECRET} random characters.",
        secret=True,
        shown="made once, kept in `HALUAN_DATA`",
        production=None,
    )
    database_url: str = variable(
        "DATABASE_URL",
        postgresql_url,
        "",
        "PostgreSQL for web and worker, as the *application* role: it reads and writes rows, no more.",
        secret=True,
        shown="the embedded database",
        production=None,
    )
    owner_database_url: str = variable(
        "HALUAN_OWNER_DATABASE_URL",
        postgresql_url,
        "",
        "The same database as the *owner* role, which `script/server` migrates with and keeps from web and "
        "worker. Without it nothing is migrated.",
        secret=True,
        shown="the embedded database",
        shown_production="—",
    )
    hosts: list[str] = variable(
        "HALUAN_HOSTS",
        words,
        "localhost,127.0.0.1",
        "Host names that are answered, separated by commas.",
        production=None,
    )
    origin: str = variable(
        "HALUAN_ORIGIN",
        web_origin,
        "",
        "Address people type, for links in e-mail and for passkeys.",
        shown="`http://localhost:` and the port",
        production=None,
    )
    trust_proxy: bool = variable(
        "HALUAN_TRUST_PROXY",
        yes,
        "no",
        "Whether a proxy in front sets `X-Forwarded-Proto` and adds the visitor to `X-Forwarded-For`.",
    )
    training_sign_in: bool = variable(
        "HALUAN_TRAINING_SIGN_IN",
        yes,
        "yes",
        "One-click sign-in as a fictional person. Production refuses it.",
        production="no",
    )
    language: str = variable(
        "HALUAN_LANGUAGE", choice("id", "en"), "id", "Language of somebody who chose none."
    )
    workers: int = variable(
        "HALUAN_WORKERS",
        number(1, 64),
        "",
        "Web processes.",
        empty=0,
        shown="1",
        production="",
        shown_production="one a processor",
    )
    threads: int = variable(
        "HALUAN_THREADS", number(1, 256), "4", "Threads, and so database connections, of each web process."
    )
    jobs: int = variable("HALUAN_JOBS", number(1, 64), "3", "Background jobs that run at the same time.")
    log_level: str = variable(
        "HALUAN_LOG_LEVEL",
        choice("DEBUG", "INFO", "WARNING", "ERROR"),
        "WARNING",
        "Least severe line that is logged.",
    )
    smtp_host: str = variable(
        "SMTP_HOST",
        text,
        "",
        "Server that takes our e-mail.",
        shown="none: e-mail goes to a page",
        production=None,
    )
    smtp_port: int = variable("SMTP_PORT", number(1, 65535), "587", "Its port.")
    smtp_security: str = variable(
        "SMTP_SECURITY", choice("starttls", "tls", "none"), "starttls", "How that line is kept private."
    )
    smtp_user: str = variable("SMTP_USER", text, "", "User name there.")
    smtp_password: str = variable("SMTP_PASSWORD", text, "", "Password there.", secret=True)
    smtp_from: str = variable(
        "SMTP_FROM",
        text,
        "Haluan <haluan@localhost>",
        "Sender of our e-mail.",
        production=None,
    )

    @property
    def production(self) -> bool:
        return self.mode == "production"

    @property
    def training(self) -> bool:
        return not self.production


def read(environ: Mapping[str, str]) -> Environment:
    """Parse and check every variable; raises ConfigurationError, a sentence for each that is wrong."""
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    production = environ.get("HALUAN_ENV") == "production"
    for each in fields(Environment):
        about = each.metadata
        name, given = about["name"], environ.get(about["name"], "").strip()
        default = about.get("production", about["default"]) if production else about["default"]
        values[each.name] = about.get("empty", "")
        if not given and default is None:
            wrong[name] = f"{name} belum diisi, padahal wajib bila HALUAN_ENV=production."
        if chosen := given or default or "":
            try:
                values[each.name] = about["parse"](chosen)
            except ValueError as why:
                seen = "" if about.get("secret") else f" “{chosen}”"
                wrong[name] = f"{name}{seen} tidak dapat dipakai: {why}."
    if production:
        wrong = unfit_for_production(values) | wrong
    if wrong:
        raise ConfigurationError("\n".join(wrong.values()))
    values["workers"] = values["workers"] or (processors() if production else 1)
    values["origin"] = values["origin"] or f"http://localhost:{values['port'] or 8000}"
    return Environment(**values)


def unfit_for_production(values: Mapping[str, Any]) -> dict[str, str]:
    """What may stand in training but never in front of the public: a sentence for each variable."""
    secret, hosts = values["secret_key"], values["hosts"]
    application, owner = urlsplit(values["database_url"]), urlsplit(values["owner_database_url"])
    rules = [
        (
            "HALUAN_SECRET_KEY",
            len(secret) < SHORTEST_SECRET
            or len(set(secret)) < 12
            or secret.startswith((TRAINING_MARK, "django-insecure")),
            f"pendek atau berasal dari pengembangan: isi dengan {SHORTEST_SECRET} huruf acak atau lebih, "
            'misalnya dari python3 -c "import secrets; print(secrets.token_urlsafe(64))".',
        ),
        ("HALUAN_HOSTS", "*" in hosts, "berisi *: tulis nama situsnya, misalnya haluan.contoh.go.id."),
        (
            "HALUAN_ORIGIN",
            not values["origin"].startswith("https://"),
            "bukan https: tulis alamat situsnya, misalnya https://haluan.contoh.go.id.",
        ),
        (
            "HALUAN_TRAINING_SIGN_IN",
            values["training_sign_in"],
            "hanya untuk latihan: hapus atau isi dengan no.",
        ),
        (
            "DATABASE_URL",
            application.username in {"postgres", None},
            "tanpa peran atau dengan peran postgres: pakai peran aplikasi yang tidak memiliki tabel.",
        ),
        (
            "HALUAN_OWNER_DATABASE_URL",
            owner.username is not None and owner.username == application.username,
            "memakai peran DATABASE_URL: pemilik tabel dan aplikasi harus peran yang berbeda.",
        ),
    ]
    return {name: f"{name} {sentence}" for name, refused, sentence in rules if refused}


def unknown(environ: Mapping[str, str]) -> list[str]:
    """Names that look like ours but are not, most likely misspelt."""
    known = {each.metadata["name"] for each in fields(Environment)} | {"HALUAN_RUN"}
    return sorted(name for name in environ if name.startswith("HALUAN_") and name not in known)


PAGE = """\
# Configuration

Haluan is configured by environment variables and reads no other file. They are checked when a process
starts; a value that cannot be used is refused in one sentence. This page is written by
`python -m haluan.environment --markdown > docs/configuration.md`, and a test keeps it current.

| variable | in training | in production | what it does |
|---|---|---|---|
"""


@cache
def current() -> Environment:
    """The configuration of this process; in training with the secret and database of `HALUAN_DATA`."""
    environ = dict(os.environ)
    given = read(environ)
    if given.training:
        if not given.secret_key:
            environ["HALUAN_SECRET_KEY"] = keep(
                given.data / "secret.key", lambda: TRAINING_MARK + secrets.token_urlsafe(64)
            )
        if not given.database_url:
            from haluan.server.postgres import Cluster

            environ["DATABASE_URL"] = Cluster(given.data).application_url
    return read(environ)


def keep(path: Path, make: Callable[[], str]) -> str:
    """The text kept at `path`, made once and readable by its owner only, whoever comes first."""
    make_data_directory(path.parent)
    if not path.exists():
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(make())
        try:
            os.link(fresh, path)  # fails where another process was quicker: then its text stands
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text()


def make_data_directory(data: Path) -> None:
    """Make the data directory. PostgreSQL may be another user: it may pass through, not look around."""
    if not data.exists():
        data.mkdir(mode=0o711, parents=True, exist_ok=True)


def database_settings(url: str) -> dict[str, Any]:
    """Django's settings for a PostgreSQL address; a socket directory and libpq options stand after `?`."""
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": options.pop("port", str(parts.port or "")),
        "OPTIONS": options,
    }


def markdown() -> str:
    """`docs/configuration.md`."""
    rows = []
    for each in fields(Environment):
        about = each.metadata
        training = about.get("shown") or (f"`{about['default']}`" if about["default"] else "—")
        public = about.get("production", about["default"])
        production = about.get("shown_production") or (
            training if public == about["default"] else f"`{public}`"
        )
        if public is None:
            production = "**required**"
        name = f"`{about['name']}`" + (" (secret)" if about.get("secret") else "")
        rows.append(f"| {name} | {training} | {production} | {about['about']} |\n")
    return PAGE + "".join(rows)


if __name__ == "__main__":
    if sys.argv[1:] == ["--markdown"]:
        sys.stdout.write(markdown())
    else:
        try:
            current()
        except ConfigurationError as refusal:
            sys.exit(str(refusal))
