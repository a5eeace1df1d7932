"""A real `python -m haluan.server`, started and watched by a test."""

from __future__ import annotations

import http.client
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from haluan.environment import CHECKOUT
from haluan.server.postgres import working_in
from haluan.server.processes import left_behind, lives


class Running:
    def __init__(self, data: Path, **environ: str) -> None:
        self.data = data
        self.started = time.monotonic()
        ours = {"DATABASE_URL", "TEST_CLUSTER", "HALUAN_ENV", "DJANGO_SETTINGS_MODULE"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "haluan.server"],
            env={name: value for name, value in os.environ.items() if name not in ours}
            | {"HALUAN_DATA": str(data)}
            | environ,
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip())
        self.lines.put("")

    def wait_for(self, wanted: Callable[[str], bool], within: float = 120) -> str:
        """The first line that is wanted; fails with all that was said instead."""
        until = time.monotonic() + within
        while (left := until - time.monotonic()) > 0:
            try:
                line = self.lines.get(timeout=left)
            except queue.Empty:
                break
            self.said.append(line)
            if wanted(line):
                return line
            if not line and self.process.poll() is not None:
                break
        raise AssertionError("the server never said it; it said:\n" + "\n".join(self.said))

    def address(self) -> str:
        """Waits until it prints its address."""
        return self.wait_for(lambda line: line.startswith("http://"))

    def children(self) -> list[psutil.Process]:
        """Every process it started, at any depth, the database's too."""
        return left_behind(self.data) + working_in(self.data / "postgres")

    def leader(self, word: str) -> psutil.Process:
        """Its own child with that word in the command line."""
        return next(
            child
            for child in psutil.Process(self.process.pid).children()
            if word in " ".join(child.cmdline())
        )

    def stop(self, number: int = signal.SIGTERM) -> float:
        """Send a signal, wait for the end; the seconds it took."""
        began = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(timeout=20)
        self._reader.join(timeout=5)
        if self.process.stdout:
            self.process.stdout.close()
        return time.monotonic() - began


def eventually(wanted: Callable[[], bool], within: float = 60) -> bool:
    until = time.monotonic() + within
    while not (holds := wanted()) and time.monotonic() < until:
        time.sleep(0.05)
    return holds


def all_gone(processes: list[psutil.Process]) -> bool:
    return not any(lives(process) for process in processes)


def status(address: str, port: int, path: str = "/healthz") -> int:
    """The answer to GET, 0 where nobody answers."""
    connection = http.client.HTTPConnection(address, port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def passwords(data: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads((data / "database.json").read_text())
    return found
