"""`python -m haluan.server`: everything that must run, in one foreground process that ends it all."""

from __future__ import annotations

import http.client
import json
import os
import signal
import sys
import time
from types import FrameType
from typing import NoReturn

from haluan.environment import ConfigurationError, Environment, current, make_data_directory, unknown
from haluan.server.children import Child, end_all, say, web, worker
from haluan.server.ports import Port, PortTaken
from haluan.server.postgres import Cluster, DatabaseError
from haluan.server.prepare import CHECKOUT, NotPrepared, Preparation
from haluan.server.processes import RUN, Lock, end, left_behind

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
TRIES = 4  # deaths of the web before its first answer that are taken for a fault, not an accident


class Stopped(BaseException):
    """A signal asked us to end."""


class Broken(Exception):
    """The web never answered."""


class Supervisor:
    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.data = environment.data
        self.state = self.data / "server.json"
        self.embedded = environment.training and not os.environ.get("DATABASE_URL")
        self.cluster = Cluster(self.data) if self.embedded else None
        self.children: list[Child] = []

    def run(self) -> NoReturn:
        """Start everything, print the address once it answers, and look after it until a signal comes."""
        port = Port(self.environment.port, self.environment.bind)
        end(left_behind(self.data), within=3)
        if self.cluster:
            self.cluster.start()
        environ = self.for_children(port.number)
        Preparation(environ, self.owner_url(), self.data, training=self.environment.training).run()
        front = Child("web", self.web_command(port.number), environ, CHECKOUT)
        self.children = [front]
        address = self.address(port.number)
        answered = False
        while True:
            self.look_after()
            if not answered and self.healthy(port.number):
                answered = True
                self.state.write_text(json.dumps({"pid": os.getpid(), "address": address}))
                say(address)
                # Only now: on a small machine it would keep the first page waiting.
                self.children.append(Child("worker", worker(self.environment.jobs), environ, CHECKOUT))
            if not answered and front.deaths >= TRIES:
                raise Broken("Halaman muka tidak mau menyala: lihat baris-baris “web |” di atas.")
            time.sleep(0.25 if answered else 0.05)

    def look_after(self) -> None:
        for child in self.children:
            child.look_after()
        if self.cluster and not self.cluster.alive():
            say("database | berhenti sendiri, dinyalakan lagi")
            self.cluster.restart()

    def end(self) -> None:
        """At most nine seconds: four for web and worker, five for the database."""
        end_all(self.children, within=4)
        if self.cluster:
            self.cluster.stop()
        self.state.unlink(missing_ok=True)

    def for_children(self, port: int) -> dict[str, str]:
        """Their environment: the application's database, and nothing that signs in as the owner."""
        environ = {name: value for name, value in os.environ.items() if name != "HALUAN_OWNER_DATABASE_URL"}
        url = self.cluster.application_url if self.cluster else self.environment.database_url
        return environ | {
            RUN: str(self.data),
            "HALUAN_DATA": str(self.data),
            "HALUAN_PORT": str(port),
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "haluan.settings",
            "PYTHONUNBUFFERED": "1",
        }

    def owner_url(self) -> str:
        return self.cluster.owner_url if self.cluster else self.environment.owner_database_url

    def web_command(self, port: int) -> list[str]:
        return web(port, self.environment.bind, self.environment.workers, self.environment.threads)

    def address(self, port: int) -> str:
        """What people type. Not 127.0.0.1: browsers take no passkey for a bare number."""
        return f"{self.environment.origin}/" if self.environment.production else f"http://localhost:{port}/"

    def healthy(self, port: int) -> bool:
        host = "127.0.0.1" if self.environment.bind == "0.0.0.0" else self.environment.bind  # noqa: S104
        connection = http.client.HTTPConnection(host, port, timeout=5)
        try:
            connection.request(
                "GET", "/healthz", headers={"Host": self.environment.hosts[0], "X-Forwarded-Proto": "https"}
            )
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def stop(_number: int, _frame: FrameType | None) -> None:
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)  # the first is enough: let the end be orderly
    raise Stopped


def already_running(supervisor: Supervisor) -> str:
    try:
        return f"Haluan sudah berjalan di checkout ini: {json.loads(supervisor.state.read_text())['address']}"
    except (OSError, ValueError, KeyError):
        return "Haluan di checkout ini sedang dinyalakan oleh perintah lain; alamatnya akan dicetak di sana."


def main() -> int:
    try:
        environment = current()
    except ConfigurationError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    for name in unknown(os.environ):
        print(f"{name} tidak dikenal dan diabaikan: lihat docs/configuration.md.", file=sys.stderr)
    supervisor = Supervisor(environment)
    make_data_directory(environment.data)
    lock = Lock(environment.data / "server.lock")
    if not lock.take():
        say(already_running(supervisor))
        return 0
    supervisor.state.unlink(missing_ok=True)
    for number in SIGNALS:
        signal.signal(number, stop)
    try:
        supervisor.run()
    except Stopped:
        return 0
    except (PortTaken, DatabaseError, NotPrepared, Broken) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    finally:
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        supervisor.end()


if __name__ == "__main__":
    sys.exit(main())
