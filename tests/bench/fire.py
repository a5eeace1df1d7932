"""A hundred times kill -9 of the web while five people save: how often, and that nothing was lost or done twice."""

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
        from tests.site import Site

        site = Site("fire_bench")
        try:
            yield from burn(site)
        finally:
            site.close()


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
