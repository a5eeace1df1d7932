"""People at one plan, and what they do there, for the tests of writing together."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from haluan.accounts.models import User
from haluan.plans.models import Plan, Suggestion
from tests.plans_app.making import make_plan, make_region, make_user

slugs = (f"bersama-{number}" for number in count(1))
JSON = {"accept": "application/json"}


class Team:
    """A draft plan of Kabupaten Contoh, and a signed-in browser for each of its people."""

    def __init__(self, public: bool = False) -> None:
        self.region = make_region()
        self.plan: Plan = make_plan(slug=next(slugs), public=public)
        self.people: dict[str, User] = {}

    def person(self, name: str) -> User:
        """`coordinator`, `head`, `mentor`, `office`, or a member by agency: `DLH`."""
        if name not in self.people:
            kind, agency = ("member", name) if name.isupper() else (name, "")
            region = None if kind in {"office", "assessor"} else self.region
            self.people[name] = make_user(kind, region, agency=agency)
        return self.people[name]

    def outsider(self) -> User:
        return self.people.setdefault("outsider", make_user())

    def client(self, name: str) -> Client:
        client = Client()
        user = self.outsider() if name == "outsider" else self.person(name)
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    def url(self, path: str = "") -> str:
        return f"/rencana/{self.plan.slug}/{path}"

    def get(self, name: str, path: str, **query: str) -> Any:
        return self.client(name).get(self.url(path), query)

    def post(self, name: str, path: str, data: dict[str, Any], **headers: str) -> Any:
        return self.client(name).post(self.url(path), data, headers=headers)

    def queries(self, name: str, path: str) -> int:
        """How many queries a page takes."""
        client = self.client(name)
        client.get(self.url(path))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(self.url(path)).status_code == 200
        return len(queries)

    def suggest(
        self, name: str, reason: str = "Lebih baik bagi warga", element: str = "inovasi/IN-01", **fields: Any
    ) -> Suggestion:
        """Writes fields in suggest mode, `field=(was, now)`, and hands the suggestion in."""
        for field, (was, now) in fields.items():
            path = field.replace("__", ".")
            body = {f"was:{path}": was, f"now:{path}": now}
            answer = self.post(name, f"usul/tulis/{element}/", body, **JSON).json()
            assert not answer["errors"] and not answer["conflicts"], answer
        user = self.outsider() if name == "outsider" else self.person(name)
        draft = Suggestion.draft_of(self.plan, user)
        assert draft
        assert self.post(name, f"usul/{draft.pk}/serahkan/", {"alasan": reason}).status_code == 302
        draft.refresh_from_db()
        return draft

    def innovation(self, key: str = "IN-01") -> dict[str, Any]:
        return next(one for one in self.plan.document()["innovations"] if one["id"] == key)
