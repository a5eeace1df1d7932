"""Processes that never outlive their supervisor, and finding those that a crash left behind."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import psutil

RUN = "HALUAN_RUN"  # in the environment of every process we start: the data directory it works for
_prctl = ctypes.CDLL(None, use_errno=True).prctl
_PR_SET_PDEATHSIG = 1


def spawn(
    command: Sequence[str | Path],
    *,
    at_death: int,
    environ: dict[str, str],
    prepare: Callable[[], None] = lambda: None,
    **options: Any,
) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own that receives `at_death` when its parent dies, however it dies.

    A session of its own keeps Ctrl-C in the terminal from reaching it before the supervisor decides.
    Call it from the main thread: the kernel watches the thread that forks.
    """
    parent = os.getpid()

    def before() -> None:
        prepare()
        _prctl(_PR_SET_PDEATHSIG, at_death)  # after `prepare`: a change of user clears it
        if os.getppid() != parent:  # the parent died before the kernel was asked to watch
            os._exit(1)

    return subprocess.Popen(
        [str(part) for part in command],
        env=environ,
        start_new_session=True,
        preexec_fn=before,  # noqa: PLW1509 - it takes no lock that a thread could hold
        **options,
    )


def end(processes: Iterable[psutil.Process], *, gently: int = signal.SIGTERM, within: float) -> None:
    """Ask processes to end, wait up to `within` seconds, then kill what is left. Returns when none lives."""
    alive = list(processes)
    for number, seconds in ((gently, within), (signal.SIGKILL, 5.0)):
        _signal(alive, number)
        until = time.monotonic() + seconds
        while (alive := [process for process in alive if lives(process)]) and time.monotonic() < until:
            time.sleep(0.02)


def lives(process: psutil.Process) -> bool:
    """Whether it still does anything: a dead process whose parent has not looked yet does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _signal(processes: Iterable[psutil.Process], number: int) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.send_signal(number)


def left_behind(data: Path) -> list[psutil.Process]:
    """Web and worker processes of an earlier supervisor of this data directory, at any depth."""
    return [process for process in psutil.process_iter() if _environment(process).get(RUN) == str(data)]


def _environment(process: psutil.Process) -> dict[str, str]:
    try:
        return process.environ()
    except (psutil.Error, OSError):  # gone, or another user's: not one of ours
        return {}


class Lock:
    """A lock the kernel gives back when its holder dies."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None

    def take(self, *, within: float = 0) -> bool:
        """Whether the lock is ours now; tries for `within` seconds."""
        file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        until = time.monotonic() + within
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    os.close(file)
                    return False
                time.sleep(0.05)
            else:
                self._file = file
                return True

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None
