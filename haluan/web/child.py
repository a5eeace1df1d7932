"""A process of its own for heavy work: it can be killed at any moment, and its memory is not the worker's. No Django here."""

from __future__ import annotations

import ctypes
import os
import signal
from contextlib import suppress

_PR_SET_PDEATHSIG = 1


def without_secrets() -> dict[str, str]:
    """The environment of a child that knows neither database nor keys."""
    return {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG") if name in os.environ}


def die_with(worker: int) -> None:
    """For the child: no orphan works on for nobody; and where memory ends, this process goes before any other."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != worker:  # it died before the kernel was asked to watch
        os._exit(1)
    os.nice(5)
    with suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")
