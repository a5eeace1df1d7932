"""The database that tests are given."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.utils import ProgrammingError


@pytest.mark.django_db
def test_a_test_works_as_the_application_role() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == ("haluan_application", False)


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["CREATE TABLE mine (id int)", "TRUNCATE django_content_type"])
def test_a_test_may_not_change_the_tables(statement: str) -> None:
    with connection.cursor() as cursor, pytest.raises(ProgrammingError):
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("again", [1, 2])
def test_what_a_test_commits_is_gone_in_the_next(again: int) -> None:
    assert not ContentType.objects.filter(app_label="left behind").exists()
    ContentType.objects.create(app_label="left behind", model="row")
