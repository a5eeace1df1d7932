"""Long work beside the one that waits, so that an interrupt is heard at once and what is known is told."""

from __future__ import annotations

import os
import signal
import sys
import threading
from argparse import Namespace
from collections.abc import Callable
from typing import TypeVar

from masterplan.commands.telling import Refusal
from masterplan.language import Words

T = TypeVar("T")

INTERRUPTED = 130
PATIENCE = 0.4  # seconds an interrupted solver is waited for


class Beside:
    def __init__(self) -> None:
        self.interrupted = False

    def stopped(self) -> bool:
        """For the work to ask, often."""
        return self.interrupted

    def run(self, work: Callable[[], T]) -> T | None:
        """The work's answer; None where it was interrupted and did not end at once."""
        answers: list[T] = []
        errors: list[BaseException] = []

        def run() -> None:
            try:
                answers.append(work())
            except BaseException as error:
                errors.append(error)

        worker = threading.Thread(target=run, daemon=True)
        worker.start()
        try:
            while worker.is_alive():
                worker.join(0.1)
        except KeyboardInterrupt:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            self.interrupted = True
            worker.join(PATIENCE)
        if errors:
            raise errors[0]
        return answers[0] if answers else None

    def leave_if_interrupted(self) -> None:
        if self.interrupted:
            sys.stdout.flush()
            os._exit(INTERRUPTED)  # the solver may not have heard yet


def demand_limits(options: Namespace) -> None:
    """Refuses a gap or a time limit that is none."""
    for name, amount in (("--gap", options.gap), ("--time-limit", options.time_limit)):
        if amount is not None and not 0 <= amount < float("inf"):
            raise Refusal(_NEGATIVE.with_(name=name))


_NEGATIVE = Words("{name} harus angka nol atau lebih", "{name} must be a number of zero or more")
