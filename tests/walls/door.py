"""Knocking at a door: one request as one person, undone afterwards, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.walls.addresses import Address
from tests.walls.world import ANONYMOUS, COOKIE, OPEN, World, session_of

OK, SIGN_IN, REFUSED, MISSING, NO_METHOD, FAILED = (
    "allowed",
    "sign in",
    "refused",
    "not found",
    "no such method",
    "failed",
)
FORM = "application/x-www-form-urlencoded"
WRITTEN = "SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables"
OF_NO_WEIGHT = {"django_session", "shared_cache", "publishing_bookasker"}
"""Sessions, how often somebody tried, and that somebody looked at a book in the making: a GET may write these."""


@dataclass(frozen=True)
class Answer:
    """What a request came to, and the tables that were written."""

    outcome: str
    response: Any
    written: frozenset[str]

    @property
    def page(self) -> str:
        return self.response.content.decode()


class Visit:
    """Requests as the people of a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.client = Client(raise_request_exception=False)
        self.strict = Client(raise_request_exception=False, enforce_csrf_checks=True)
        self.written = written()
        self.sessions = {name: session_of(user) for name, user in world.users.items()}

    def url(self, address: Address, slug: str = OPEN) -> str:
        try:
            arguments = self.world.arguments_of(address.name, list(address.arguments), slug)
        except KeyError as unknown:
            raise AssertionError(
                f"/{address.route} takes {unknown}: give it a value in make_world() of tests/walls/world.py."
            ) from None
        return reverse(address.name, kwargs=arguments)

    def ask(
        self,
        method: str,
        url: str,
        person: str,
        data: Any = None,
        *,
        csrf: bool = False,
        follow: bool = False,
        form: str | None = None,
    ) -> Answer:
        """The request, inside a savepoint that is rolled back. With `csrf`, as a page of another site would send it.

        `form` is a body as it goes over the wire; with `follow` the answer is that of the last page.
        """
        client = self.strict if csrf else self.client
        client.cookies.clear()
        if method == "post":
            cache.clear()  # nobody is slowed down for what others tried
        if person != ANONYMOUS:
            client.cookies[COOKIE] = self.sessions[person]
        with transaction.atomic():
            body = {"data": form, "content_type": FORM} if form is not None else {"data": data}
            response = getattr(client, method)(url, follow=follow, **body)
            now = self.written if connection.needs_rollback else written()
            transaction.set_rollback(True)
        changed = {table for table in now if now[table] != self.written.get(table, 0)} - OF_NO_WEIGHT
        self.written = now
        return Answer(outcome(response), response, frozenset(changed))


def written() -> dict[str, int]:
    """Rows written in this transaction so far, by table; also those of savepoints that were undone."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        return dict(cursor.fetchall())


def outcome(response: HttpResponse) -> str:
    status = response.status_code
    if status == 401 or response.headers.get("Location", "").startswith(f"{reverse('account_login')}?next="):
        return SIGN_IN
    if status >= 500:
        return FAILED
    return {403: REFUSED, 404: MISSING, 405: NO_METHOD}.get(status, OK)
