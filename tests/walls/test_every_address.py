"""Every address, for every role, of the own and of a foreign region."""

from __future__ import annotations

import pytest

from tests.walls.addresses import addresses
from tests.walls.door import FAILED, NO_METHOD, OK, REFUSED, Answer, Visit
from tests.walls.table import BODIES, TABLE, Door
from tests.walls.world import ANONYMOUS, DRAFT, OPEN, PEOPLE

ADDRESSES = addresses()
MIGHTIEST = (ANONYMOUS, "office", "head", "coordinator")
"""Those who try a method that nobody has."""
SEEN = frozenset({"publishing_bookasker"})
"""Where opening a page leaves a mark that its reader saw it."""
ONLY_FOR_SOME = {"training_sign_in", "invitation", "notice_choice"}
"""Allowed to everybody, but not everybody has something to send there."""


def test_every_address_has_its_line() -> None:
    missing = [f"{name} (/{address.route})" for name, address in ADDRESSES.items() if name not in TABLE]
    assert not missing, (
        f"Nobody said who may open and send {', '.join(missing)}. Add a line to LINES in tests/walls/table.py,"
        ' for example ("name", Line(get=PUBLIC)).'
    )
    gone = sorted(set(TABLE) - set(ADDRESSES))
    assert not gone, (
        f"There is no address called {', '.join(gone)}: take the line out of tests/walls/table.py."
    )
    assert not set(BODIES) - set(TABLE), "A body in tests/walls/table.py belongs to no address."


@pytest.mark.parametrize("name", ADDRESSES)
def test_who_may_open_and_who_may_send(visit: Visit, name: str) -> None:
    address, line = ADDRESSES[name], TABLE[name]
    wrong = []
    for slug in (OPEN, DRAFT) if "slug" in address.arguments else (OPEN,):
        url = visit.url(address, slug)
        for method, door in (("get", line.get), ("post", line.post)):
            for person in PEOPLE if door else MIGHTIEST:
                answer = visit.ask(method, url, person, BODIES.get(name) if method == "post" else None)
                found = faults(answer, door, person, slug, name, method)
                wrong += [f"{method.upper()} {url} as {person}: {fault}" for fault in found]
    assert not wrong, "\n".join(wrong)


def faults(answer: Answer, door: Door | None, person: str, slug: str, name: str, method: str) -> list[str]:
    expected = door.expected(person, slug) if door else NO_METHOD
    found = []
    if answer.outcome != expected and (door or answer.outcome in (OK, FAILED)):
        found.append(f"{answer.outcome} ({answer.response.status_code}), should be {expected}")
    if answer.written - (SEEN if method == "get" else frozenset()) and (method == "get" or expected != OK):
        found.append(f"wrote {', '.join(sorted(answer.written))}")
    if (
        expected == OK
        and method == "post"
        and name in BODIES
        and not answer.written
        and name not in ONLY_FOR_SOME
    ):
        found.append(
            f"did nothing ({answer.response.status_code}): mend its body in BODIES of tests/walls/table.py"
        )
    if answer.outcome == REFUSED:
        found += silence(answer, person)
    return found


def silence(answer: Answer, person: str) -> list[str]:
    """What a refusal owes: why, in a sentence, and a way on; to whoever is not signed in, the sign-in."""
    page = answer.page
    why = page.partition("</h1>")[2].partition("<p>")[2].partition("</p>")[0]
    found = [] if why.strip().endswith(".") and len(why) > 25 else [f"refused without saying why: {why!r}"]
    if 'class="button first"' not in page:
        found.append("refused without a way on")
    if person == ANONYMOUS and 'href="/masuk/?next=' not in page:
        found.append("refused without a link to the sign-in and back")
    return found


def test_nothing_is_sent_without_the_token_of_a_page(visit: Visit) -> None:
    wrong = []
    for name, address in ADDRESSES.items():
        for person in (ANONYMOUS, "coordinator", "office"):
            answer = visit.ask("post", visit.url(address), person, BODIES.get(name), csrf=True)
            if answer.outcome != REFUSED or answer.written:
                wrong.append(
                    f"{name} as {person}: {answer.response.status_code}, wrote {set(answer.written)}"
                )
    assert not wrong, "\n".join(wrong)
