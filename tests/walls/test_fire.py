"""kill -9 while people save, and ten people at one plan: what was acknowledged stays, nothing is there twice."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import psycopg
import pytest

from haluan.server.postgres import OWNER
from tests.database import NAME, cluster
from tests.site import Site
from tests.walls.editors import Workshop
from tests.walls.fire import Fire

CUT = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"


@pytest.fixture(scope="module")
def burning_site(django_db_setup: None) -> Iterator[Site]:
    """A site of its own: the shared one is not for burning."""
    site = Site(f"fire_{NAME}")
    yield site
    site.close()


@pytest.mark.xdist_group("fire")
def test_the_web_is_killed_three_times_while_people_save(burning_site: Site) -> None:
    fire, chance = Fire(burning_site), random.Random(3)
    with fire.burning():
        for _round in range(3):
            fire.wait_for_saves(10)
            time.sleep(chance.uniform(0, 0.1))  # to strike anywhere within a save
            burning_site.kill()
            burning_site.start()
        fire.wait_for_saves(10)
    assert fire.damage() == []
    assert fire.sent_again >= 3, "no save was cut off, so this showed nothing"


@pytest.mark.xdist_group("fire")
def test_the_database_drops_every_connection_while_people_save(burning_site: Site) -> None:
    fire = Fire(burning_site)
    with fire.burning(), psycopg.connect(cluster.url(OWNER), autocommit=True) as owner:
        for _round in range(3):
            fire.wait_for_saves(10)
            [(cut,)] = owner.execute(CUT, [burning_site.database]).fetchall()
            assert cut
        fire.wait_for_saves(10)
    assert fire.damage() == []


@pytest.mark.xdist_group("fire")
def test_ten_people_write_suggest_and_decide_on_one_plan_and_nothing_is_lost(burning_site: Site) -> None:
    workshop = Workshop(burning_site)
    workshop.work(seconds=5)
    assert workshop.damage() == []
    assert len(workshop.times) >= 10 and workshop.others >= 5, (
        "they hardly did anything, so this showed nothing"
    )
