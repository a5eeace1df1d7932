"""Ten people at one plan for a minute; then a hundred times kill -9 of the web while five people save."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from tests.bench.measure import Figure

ONLY_WHEN_ASKED = True
ROUNDS = 100
SECONDS = 60


def run() -> Iterator[Figure]:
    from tests.database import with_database

    with with_database():
        from tests.site import Site

        site = Site("fire_bench")
        try:
            yield from write_together(site)
            yield from burn(site)
        finally:
            site.close()


def write_together(site: object) -> Iterator[Figure]:
    """Ten editors write fields and tables, add, move, suggest and decide; with no rest but the pause of the autosave."""
    from tests.walls.editors import Workshop

    workshop = Workshop(site)
    workshop.work(SECONDS)
    damage = workshop.damage()
    for sentence in damage:
        print(f"  {sentence}")
    saves = len(workshop.times)
    yield Figure("ten editors: save, median", workshop.median, "ms", 60, runs=saves)
    yield Figure("ten editors: save, nineteen of twenty within", workshop.worst_of(0.95), "ms", runs=saves)
    yield Figure("ten editors: saves a second", saves / SECONDS, "/s", runs=saves)
    yield Figure("ten editors: added, moved, handed in, decided", workshop.others, "", runs=SECONDS)
    yield Figure("ten editors: changes lost, or plan broken", len(damage), "", 0.5, runs=saves)


def burn(site: object) -> Iterator[Figure]:
    from tests.walls.fire import Fire

    fire, chance, back = Fire(site), random.Random(100), []
    with fire.burning():
        for _round in range(ROUNDS):
            fire.wait_for_saves(10)
            time.sleep(chance.uniform(0, 0.2))  # to strike anywhere within a save
            site.kill()
            begin = time.perf_counter()
            site.start()
            fire.wait_for_saves(1)
            back.append(time.perf_counter() - begin)
        fire.wait_for_saves(10)
    damage = fire.damage()
    for sentence in damage:
        print(f"  {sentence}")
    yield Figure("saves acknowledged", fire.saves, "", runs=ROUNDS)
    yield Figure("saves cut off and sent again", fire.sent_again, "", runs=ROUNDS)
    yield Figure(
        "rounds with nothing lost, doubled or broken", 0 if damage else ROUNDS, "", ROUNDS, True, ROUNDS
    )
    yield Figure("from the kill to the next save, worst", max(back), "s", runs=ROUNDS)
