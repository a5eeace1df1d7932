"""Whatever is put into an address, a query or a form: there is an answer, and nothing comes back as markup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import NoReverseMatch, resolve, reverse

from tests.walls.addresses import addresses
from tests.walls.door import FAILED, OK, Answer, Visit
from tests.walls.hostile import IN_PATHS, UNESCAPED, VALUES, Forms, encoded, names_read
from tests.walls.table import BODIES, TABLE
from tests.walls.world import ANONYMOUS, OPEN

ADDRESSES = addresses()
BODY = "application/x-www-form-urlencoded"
MOST = 60
"""Fields of one form tried alone; the desk's form has hundreds that are alike."""


@pytest.fixture(scope="module")
def forms(visit: Visit) -> dict[tuple[str, str], dict[str, str]]:
    """What the forms on all pages send where, as the coordinator and who is not signed in see them."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for name, address in ADDRESSES.items():
        for person in people(name):
            answer = visit.ask("get", visit.url(address), person)
            if answer.outcome == OK and answer.response.headers.get("Content-Type", "").startswith(
                "text/html"
            ):
                page = Forms(visit.url(address))
                page.feed(answer.page)
                for where, fields in page.found.items():
                    found[where] |= fields
    return found


def people(name: str) -> list[str]:
    """The coordinator; and who is not signed in, where there is something to do without."""
    doors = [door for door in (TABLE[name].get, TABLE[name].post) if door]
    signed_out = any(door.expected(ANONYMOUS, OPEN) == OK for door in doors)
    return ["coordinator", *([ANONYMOUS] if signed_out and not name.startswith("plan") else [])]


@pytest.mark.parametrize("name", ADDRESSES)
def test_whatever_is_sent_there_is_an_answer(visit: Visit, forms: Any, name: str) -> None:
    url = visit.url(ADDRESSES[name])
    read = names_read(resolve(url).func)
    query = dict.fromkeys(read["GET"], "") | forms.get(("GET", name), {})
    body = forms.get(("POST", name), {}) | dict.fromkeys(read["POST"], "") | BODIES.get(name, {})
    wrong = []
    for person in people(name):
        for fields in hostile(query) if TABLE[name].get else ():
            wrong += faults(visit.ask("get", f"{url}?{encoded(fields)}", person), "GET", fields)
        for fields in hostile(body) if TABLE[name].post else ():
            wrong += faults(
                visit.ask("post", url, person, encoded(fields), content_type=BODY), "POST", fields
            )
    assert not wrong, "\n".join(wrong)


def hostile(fields: dict[str, str]) -> Iterator[dict[str, Any]]:
    """All fields with one value, for each value; then each field alone with one of them, the others as they were."""
    fields = {name: text for name, text in fields.items() if name != "csrfmiddlewaretoken"}
    for value in VALUES if fields else ():
        yield dict.fromkeys(fields, value)
    for place, name in enumerate(list(fields)[:MOST]):
        yield fields | {name: VALUES[place % len(VALUES)]}


def faults(answer: Answer, method: str, sent: Any) -> list[str]:
    path, shown = answer.response.wsgi_request.path[:80], repr(sent)[:200]
    if answer.outcome == FAILED:
        return [f"{method} {path} fails for {shown}"]
    if answer.response.headers.get("Content-Type", "").startswith("text/html") and any(
        bad in answer.page for bad in UNESCAPED
    ):
        return [f"{method} {path} gives back as markup what came in {shown}"]
    return []


@pytest.mark.parametrize("name", [name for name, address in ADDRESSES.items() if address.arguments])
def test_whatever_stands_in_the_address_there_is_an_answer(visit: Visit, name: str) -> None:
    address, wrong = ADDRESSES[name], []
    known = visit.world.arguments_of(name, list(address.arguments))
    for argument in address.arguments:
        for value in IN_PATHS:
            try:
                url = reverse(name, kwargs=known | {argument: value})
            except NoReverseMatch:
                continue
            for method in ("get", "post"):
                answer = visit.ask(method, url, "coordinator")
                wrong += faults(answer, method.upper(), {argument: value})
    assert not wrong, "\n".join(wrong)


PATHS = (
    "title",
    "costs[0].capital",
    "costs[9999999999].capital",
    "costs[",
    "addresses[].share",
    "a.b",
    "",
    "[",
    "outcomes[0].x",
)
ROLES_OF_A_FIELD = (("now:", "was:"), ("base:", "now:"), ("pick:", "now:"))


@pytest.mark.parametrize("path", PATHS)
def test_the_desk_answers_whatever_a_save_names(visit: Visit, path: str) -> None:
    url, wrong = visit.url(ADDRESSES["desk-element"]), []
    for place, value in enumerate(VALUES):
        for one, other in ROLES_OF_A_FIELD:
            sent = {f"{one}{path}": value, f"{other}{path}": "1", "do": f"pick:{path}"}
            accept = ("application/json", "text/html")[place % 2]
            answer = visit.ask("post", url, "coordinator", encoded(sent), content_type=BODY, Accept=accept)
            wrong += faults(answer, "POST", sent)
    assert not wrong, "\n".join(wrong)


NO_FORMS = (
    ("application/json", "{"),
    ("multipart/form-data; boundary=x", "--x\r\n"),
    ("text/plain", "\0"),
    ("", ""),
)


def test_a_body_that_is_no_form_is_answered(visit: Visit) -> None:
    wrong = []
    for name, address in ADDRESSES.items():
        for kind, body in NO_FORMS if TABLE[name].post else ():
            answer = visit.ask("post", visit.url(address), "coordinator", body, content_type=kind)
            wrong += faults(answer, "POST", kind)
    assert not wrong, "\n".join(wrong)
