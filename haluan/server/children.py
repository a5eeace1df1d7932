"""A child of the supervisor: started, its words passed on, started again when it dies, ended."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from haluan.server.processes import spawn

LONGEST_WAIT = 30.0  # seconds between two starts of a child that keeps dying
STEADY = 60.0  # seconds after which a child counts as well again


def say(line: str) -> None:
    with contextlib.suppress(OSError, ValueError):  # whoever read our output has gone
        print(line, flush=True)


class Child:
    def __init__(self, name: str, command: list[str], environ: dict[str, str], directory: Path) -> None:
        self.name, self.command, self.environ, self.directory = name, command, environ, directory
        self.deaths = 0
        self.process: subprocess.Popen[bytes] | None = None
        self._started = self._due = 0.0

    def start(self) -> None:
        self.process = spawn(
            self.command,
            at_death=signal.SIGTERM,
            environ=self.environ,
            cwd=self.directory,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._started = time.monotonic()
        threading.Thread(target=self._pass_on, args=[self.process], daemon=True).start()

    def _pass_on(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout
        for line in process.stdout:
            say(f"{self.name} | {line.decode(errors='replace').rstrip()}")

    def look_after(self) -> None:
        """Start it again when it has died: at once the first time, later ever more slowly."""
        now = time.monotonic()
        if self.process is None:
            if now >= self._due:
                self.start()
        elif (code := self.process.poll()) is not None:
            self.kill()  # what it left of its own children
            self.process = None
            self.deaths = self.deaths + 1 if now - self._started < STEADY else 1
            self._due = now + min(LONGEST_WAIT, 0.25 * 2**self.deaths)
            say(f"{self.name} | berhenti sendiri ({code}), dinyalakan lagi")

    def ask_to_end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def kill(self) -> None:
        """End it and everything it started: they share a process group named after it."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def end_all(children: list[Child], *, within: float) -> None:
    """Ask all at once, wait for them together, kill what is left."""
    for child in children:
        child.ask_to_end()
    until = time.monotonic() + within
    for child in children:
        if child.process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.process.wait(timeout=max(0.0, until - time.monotonic()))
            child.kill()


def web(port: int, bind: str, workers: int, threads: int) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", bind, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", str(threads), "--no-ws", "--http", "1"),
        *("--respawn-failed-workers", "--respawn-interval", "0.5", "--workers-kill-timeout", "3"),
        *("--log-level", "warning", "haluan.wsgi:application"),
    ]


def worker(jobs: int) -> list[str]:
    return [
        *(sys.executable, "-m", "django", "procrastinate", "--skip-checks", "worker"),
        *("--concurrency", str(jobs), "--shutdown-graceful-timeout", "3"),
    ]
