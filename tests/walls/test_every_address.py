"""Every address, for every role, of the own and of a foreign region."""

from __future__ import annotations

import pytest

from tests.walls.addresses import addresses
from tests.walls.door import NO_METHOD, OK, REFUSED, Answer, Visit
from tests.walls.table import BODIES, TABLE, Door, Line
from tests.walls.world import ANONYMOUS, DRAFT, OPEN, PEOPLE

ADDRESSES = addresses()
REMEMBER = {"mfa_view_recovery_codes", "mfa_download_recovery_codes"}
"""Shown once in full: looking at them is itself written down, whatever the method."""
SOME = (ANONYMOUS, "coordinator", "office")
SOME_OF_EACH = (*SOME, "foreign coordinator", "other member", "mentor", "resident")
ONLY_FOR_SOME = {
    "training_sign_in",
    "invitation",
    "invite",
    "notice_choice",
    "read_notices",
    "plan-book",
    "suggest-undo",
    "plan-import-columns",
    "plan-import-names",
    "plan-import-review",
    "plan-import-discard",
}
"""Open to more people than have something to send there: of these one is enough to show that the body works."""


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
            body = BODIES.get(name) if method == "post" else None
            answers = {person: visit.ask(method, url, person, body) for person in asked(door, slug)}
            expected = {person: expectation(line, method, person, slug) for person in answers}
            told = [
                f"{person}: {fault}"
                for person in answers
                for fault in faults(name, method, answers[person], expected[person], person)
            ]
            if body is not None and (idle := idle_ones(name, answers, expected)):
                told.append(
                    f"{', '.join(idle)}: did nothing; mend the body in BODIES of tests/walls/table.py"
                )
            wrong += [f"{method.upper()} {url} as {each}" for each in told]
    assert not wrong, "\n".join(wrong)


def asked(door: Door | None, slug: str) -> tuple[str, ...]:
    """Everybody; fewer where it is nobody's method, or where the draft is as the open plan was."""
    if door is None:
        return SOME if slug == OPEN else ()
    return PEOPLE if slug == OPEN or door.draft is not None else SOME_OF_EACH


def expectation(line: Line, method: str, person: str, slug: str) -> tuple[str, ...]:
    """What may come of it. Before it is said that there is no such method, the door of the other may stand."""
    door = getattr(line, method)
    if door:
        return (door.expected(person, slug),)
    other = (line.get or line.post).expected(person, slug)
    return (NO_METHOD,) if other == OK else (NO_METHOD, other)


def faults(name: str, method: str, answer: Answer, expected: tuple[str, ...], person: str) -> list[str]:
    found = []
    if answer.outcome not in expected:
        found.append(f"{answer.outcome} ({answer.response.status_code}), should be {' or '.join(expected)}")
    if answer.written and name not in REMEMBER and (method == "get" or OK not in expected):
        found.append(f"wrote {', '.join(sorted(answer.written))}")
    if answer.outcome == REFUSED:
        found += silence(answer, method, person)
    return found


def idle_ones(name: str, answers: dict[str, Answer], expected: dict[str, tuple[str, ...]]) -> list[str]:
    """Those who were let in and changed nothing: then nobody knows whether a refusal held anything back."""
    let_in = [person for person in answers if OK in expected[person]]
    idle = [person for person in let_in if not answers[person].written]
    return [] if name in ONLY_FOR_SOME and idle != let_in else idle


def silence(answer: Answer, method: str, person: str) -> list[str]:
    """What a refusal owes: why, in a sentence, and a way on; to whoever is not signed in, the sign-in."""
    page = answer.page
    why = page.partition("</h1>")[2].partition("<p>")[2].partition("</p>")[0]
    found = [] if why.strip().endswith(".") and len(why) > 25 else [f"refused without saying why: {why!r}"]
    if 'class="button first"' not in page:
        found.append("refused without a way on")
    sign_in = 'href="/masuk/?next=' if method == "get" else 'href="/masuk/'
    if person == ANONYMOUS and sign_in not in page.partition("</h1>")[2]:
        found.append("refused without a link to the sign-in")
    return found


def test_nothing_is_sent_without_the_token_of_a_page(visit: Visit) -> None:
    wrong = []
    for name, address in ADDRESSES.items():
        for person in SOME:
            answer = visit.ask("post", visit.url(address), person, BODIES.get(name), csrf=True)
            if answer.outcome != REFUSED or answer.written:
                wrong.append(
                    f"{name} as {person}: {answer.response.status_code}, wrote {set(answer.written)}"
                )
    assert not wrong, "\n".join(wrong)
