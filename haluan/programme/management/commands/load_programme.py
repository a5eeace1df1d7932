"""`load_programme`: regions, institutions, cohorts and what is known of them, from the package's files."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand

from haluan.programme.loading import load


class Command(BaseCommand):
    help = "Load the programme's real data; does nothing when it is already there."

    def handle(self, *_args: Any, **_options: Any) -> None:
        started = time.perf_counter()
        changed = load()
        seconds = time.perf_counter() - started
        self.stdout.write(f"Data program {'dimuat' if changed else 'sudah ada'} ({seconds:.2f} s).")
