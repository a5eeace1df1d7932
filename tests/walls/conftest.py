from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection, transaction
from django.test import override_settings

from haluan.server.postgres import OWNER
from tests.database import NAME, cluster
from tests.site import loaded_template
from tests.walls.door import Visit
from tests.walls.world import make_world, pointed_at

CHEAP = ["django.contrib.auth.hashers.MD5PasswordHasher"]
"""Passwords are tried hundreds of times here; nobody attacks them."""


@pytest.fixture(scope="module")
def visit(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Visit]:
    """The world of the walls in one transaction on a copy of the loaded database; afterwards nothing was."""
    database = f"walls_{NAME}"
    template = loaded_template()
    with psycopg.connect(cluster.url(OWNER), autocommit=True) as owner:
        owner.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
        owner.execute(f"CREATE DATABASE {database} TEMPLATE {template}")
        with django_db_blocker.unblock(), pointed_at(database), override_settings(PASSWORD_HASHERS=CHEAP):
            connection.ensure_connection()
            with transaction.atomic():
                yield Visit(make_world())
                transaction.set_rollback(True)
        owner.execute(f"DROP DATABASE {database} WITH (FORCE)")
