"""What serves is killed while people save: what was acknowledged is there, once, and the plan is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.fire import cut_the_database, fire, kill_the_web
from tests.site import Site

pytestmark = pytest.mark.xdist_group("fire")


@pytest.fixture(scope="module")
def burning(django_db_setup: None, django_db_blocker: Any) -> Iterator[Site]:
    site = Site(f"fire_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}")
    with django_db_blocker.unblock():
        yield site
    site.close()


def test_every_acknowledged_save_survives_three_kills_of_the_web(burning: Site) -> None:
    went = fire(burning, kill_the_web, rounds=3, seed=1)
    assert not went.faults
    assert went.again, "no save met a dead web: the kills came too late to prove anything"


def test_every_acknowledged_save_survives_when_the_database_cuts_the_web_off(burning: Site) -> None:
    went = fire(burning, cut_the_database, rounds=10, seed=2)
    assert not went.faults
    assert went.again, "no save met a cut connection"
