"""`load_plans`: the real plans as far as public pages tell them and, in training mode, Kabupaten Latihan."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from haluan.plans.loading import MissingRegion, load


class Command(BaseCommand):
    help = "Load the plans that come with Haluan; does nothing for those already there."

    def handle(self, *args: Any, **options: Any) -> None:
        del args, options
        started = time.perf_counter()
        try:
            loaded = load()
        except MissingRegion as error:
            raise CommandError(
                f"{error} belum ada di basis data. Jalankan load_programme dan load_people dahulu."
            ) from error
        seconds = time.perf_counter() - started
        self.stdout.write(f"Rencana dimuat: {', '.join(loaded) or 'sudah ada semua'} ({seconds:.2f} s).")
