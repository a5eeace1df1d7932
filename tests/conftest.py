"""What every test has: a database of its own worker (see `tests/database.py`)."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.database import drop_database, fresh_database
from tests.site import Site

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A run in the background ignores interrupts and, unlike what is caught, that is inherited: by processes too
    # that a test interrupts.
    signal.signal(signal.SIGINT, lambda *_: None)


@pytest.fixture(scope="session")
def django_db_setup() -> Iterator[None]:
    fresh_database()
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns where there is none
    TransactionTestCase._fixture_teardown = start_over
    yield
    connections.close_all()
    drop_database()


def start_over(_case: TransactionTestCase) -> None:
    """After a test that really committed: a new copy. The application may not TRUNCATE, as Django would."""
    connections.close_all()
    fresh_database()


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """One running site with everything loaded, shared by the browser tests of this worker."""
    running = Site(os.environ.get("PYTEST_XDIST_WORKER", "alone"))
    yield running
    running.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found
