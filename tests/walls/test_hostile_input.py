"""Whatever is sent in whatever place: an answer that is no failure, and no markup of the sender's in a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import quote, urlencode

import pytest
from django.utils.datastructures import MultiValueDict

from tests.walls.addresses import addresses
from tests.walls.door import FAILED, Answer, Visit
from tests.walls.table import BODIES, TABLE

ADDRESSES = addresses()
MARKUP = "\"'></textarea></title><script>alert(1)</script><b id=dinding>"
HOSTILE: dict[str, str | bytes] = {
    "10 kB": "panjang " * 1250,
    "more digits than Python reads": "9" * 5000,
    "a digit that is no number": "²",
    "NUL": "a\0b",
    "no UTF-8": b"\xff\xfe\xed\xa0\x80",
    "markup": MARKUP,
    "negative": "-99999999999999999999",
    "no number": "NaN",
    "deep JSON": "[" * 20000,
    "a path": "../../../../etc/passwd",
    "a template": "{{ request.user }}%s%(x)s{0}",
}
IN_ADDRESSES = {str: ["../../etc/passwd", "a\0b", MARKUP, "x" * 3000], int: [0, 2**31, 10**30]}


@pytest.mark.parametrize("name", [name for name, line in TABLE.items() if line.get])
def test_what_is_asked_for(visit: Visit, name: str) -> None:
    url = visit.url(ADDRESSES[name])
    with names_read() as names:
        visit.ask("get", url, "coordinator")
    wrong = []
    for what, value in HOSTILE.items():
        if names:  # each key twice: the last one counts
            query = f"{urlencode(dict.fromkeys(names, '1'))}&{urlencode(dict.fromkeys(names, value))}"
            answer = visit.ask("get", f"{url}?{query}", "coordinator", follow=True)
            wrong += [f"{what}: {each}" for each in faults(answer)]
    assert not wrong, f"{url} with {', '.join(sorted(names))}:\n" + "\n".join(wrong)


@pytest.mark.parametrize("name", [name for name, line in TABLE.items() if line.post])
def test_what_is_sent(visit: Visit, name: str) -> None:
    """Each field that the view reads in turn, the others as they should be; and all of them at once."""
    url, good = visit.url(ADDRESSES[name]), BODIES.get(name, {})
    with names_read() as names:
        visit.ask("post", url, "coordinator", good)
    names |= set(good)
    wrong = []
    for what, value in HOSTILE.items():
        bodies = {field: good | {field: value} for field in names}
        for field, body in (bodies | {"all": dict.fromkeys(names, value)} if names else {}).items():
            form = f"{urlencode(good)}&{urlencode(body)}"
            wrong += [
                f"{field}, {what}: {each}"
                for each in faults(visit.ask("post", url, "coordinator", form=form, follow=True))
            ]
    assert not wrong, f"{url}:\n" + "\n".join(wrong)


def test_what_stands_in_addresses(visit: Visit) -> None:
    wrong = []
    for name, address in ADDRESSES.items():
        method = "get" if TABLE[name].get else "post"
        known = visit.world.arguments_of(name, list(address.arguments))
        for value in known.values():
            for bad in IN_ADDRESSES[type(value)]:
                url = visit.url(address).replace(f"/{quote(str(value))}", f"/{quote(str(bad), safe='')}")
                wrong += [
                    f"{url[:90]}: {each}"
                    for each in faults(visit.ask(method, url, "coordinator", follow=True))
                ]
    assert not wrong, "\n".join(wrong)


def faults(answer: Answer) -> list[str]:
    if answer.outcome == FAILED:
        kind, error, _trace = answer.response.exc_info or (None, "", None)
        return [f"failed with {getattr(kind, '__name__', answer.response.status_code)}: {str(error)[:200]}"]
    if not answer.response.headers.get("Content-Type", "").startswith("text/html"):
        return []
    return (
        ["markup came through"]
        if "<b id=dinding>" in answer.page or "<script>alert(1)" in answer.page
        else []
    )


@contextmanager
def names_read() -> Iterator[set[str]]:
    """The names that a view looks for in what was asked and sent."""
    names: set[str] = set()
    plain = {method: getattr(MultiValueDict, method) for method in ("__getitem__", "_getlist")}

    def noting(method: str) -> Callable[..., object]:
        def read(self: MultiValueDict, key: str, *more: object, **options: object) -> object:
            names.add(key)
            return plain[method](self, key, *more, **options)

        return read

    for method in plain:
        setattr(MultiValueDict, method, noting(method))
    try:
        yield names
    finally:
        for method, original in plain.items():
            setattr(MultiValueDict, method, original)
    names -= {
        "csrfmiddlewaretoken",
        *ADDRESSES,
    }  # addresses are looked up by their names in the same kind of dict
