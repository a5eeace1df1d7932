"""A hundred kill -9 of the web while four browsers save; every promise is looked for afterwards."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from tests.bench.measure import Figure

ONLY_WHEN_ASKED = True
ROUNDS = 100


def run() -> Iterator[Figure]:
    from tests.database import with_database

    with with_database():
        from tests.fire import fire, kill_the_web
        from tests.site import Site

        site = Site("bench")
        try:
            seed = random.randrange(1 << 30)
            begin = time.perf_counter()
            went = fire(site, kill_the_web, ROUNDS, seed)
            for fault in went.faults:
                print(fault)
            kept = went.saves - len(went.faults)
            yield Figure(
                f"acknowledged saves kept, {ROUNDS} kills (seed {seed})",
                kept,
                "",
                goal=went.saves,
                at_least=True,
            )
            yield Figure("sent again after a kill", went.again, "")
            yield Figure("all of it", time.perf_counter() - begin, "s")
        finally:
            site.close()
