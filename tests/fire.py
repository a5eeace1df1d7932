"""Writers who save without pause while what serves them is killed; afterwards, what became of each save.

They speak as the desk's page does (`saving.js`): each changed field with what it was, a client id for every save,
and the same save again with the same id until it is answered.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import psycopg

from haluan.server.postgres import APPLICATION, OWNER
from masterplan.document import DocumentError, faults
from tests.database import cluster, pointed_at
from tests.site import Site

SLUG = "kabupaten-latihan"
FIELD = "beneficiaries"
WRITERS = {"bappeda": "IN-05", "bupati": "IN-08", "dlh": "IN-06", "bappeda ": "IN-09"}
"""Who writes in which innovation; the space makes a second browser of the same person."""
PATIENCE = 30


@dataclass
class Save:
    """One save: what was written, and the number it was acknowledged with (0: it was there already)."""

    client: str
    was: str
    text: str
    number: int | None = None


@dataclass
class Writer:
    """A browser that is signed in and changes one field again and again."""

    site: Site
    person: str
    element: str
    cookies: dict[str, str] = field(default_factory=dict)
    saves: list[Save] = field(default_factory=list)
    last: str = ""
    tries: int = 0
    fault: str = ""

    @property
    def path(self) -> str:
        return f"/rencana/{SLUG}/tulis/inovasi/{self.element}/"

    def sign_in(self) -> None:
        self.send("GET", "/masuk/")
        token = self.cookies["csrftoken"]
        self.send(
            "POST",
            "/latihan/masuk/",
            {"siapa": f"{self.person.strip()}@latihan.example", "csrfmiddlewaretoken": token},
        )
        _status, page = self.send("GET", self.path)
        found = re.search(rf'name="was:{FIELD}" value="([^"]*)"', page)
        assert found, f"{self.person} does not see {FIELD} of {self.element}"
        self.last = unescape(found[1])

    def send(
        self, method: str, path: str, body: dict[str, str] | None = None, **headers: str
    ) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=PATIENCE)
        try:
            headers |= {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            headers |= {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
            connection.request(method, path, urlencode(body) if body else None, headers)
            response = connection.getresponse()
            for cookie in response.headers.get_all("Set-Cookie") or []:
                self.cookies |= {name: each.value for name, each in SimpleCookie(cookie).items()}
            return response.status, response.read().decode()
        finally:
            connection.close()

    def write(self, enough: threading.Event, acknowledged: threading.Semaphore) -> None:
        """Saves until it is enough; the save begun last is brought home too. One writer's fault ends it for all."""
        try:
            while not enough.is_set():
                client = str(uuid4())
                save = Save(client, self.last, f"Warga {self.element}, tulisan {client}")
                self.saves.append(save)
                save.number = self.bring_home(save)
                self.last = save.text
                acknowledged.release()
        except Exception as error:
            self.fault = f"{self.person} in {self.element}: {error!r}"
            enough.set()

    def bring_home(self, save: Save) -> int:
        body = {f"was:{FIELD}": save.was, f"now:{FIELD}": save.text}
        headers = {
            "Accept": "application/json",
            "X-CSRFToken": self.cookies["csrftoken"],
            "X-Client-Id": save.client,
        }
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.tries += 1
            try:
                status, text = self.send("POST", self.path, body, **headers)
            except (OSError, http.client.HTTPException):
                status, text = 0, ""
            if status == 200:
                answer = json.loads(text)
                assert not answer["errors"] and not answer["conflicts"], f"not saved: {text}"
                return int(answer["number"])
            assert status == 0 or status >= 500, f"{status} for a save: {text[:300]}"
            time.sleep(0.1)  # as a page waits before it tries again, only shorter
        raise TimeoutError("nobody answered")


def kill_the_web(site: Site) -> None:
    site.kill()
    site.start()


def cut_the_database(site: Site) -> None:
    """The web's connections end under it, in whatever they are doing."""
    with psycopg.connect(cluster.url(OWNER), autocommit=True) as owner:
        owner.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = %s",
            [site.database, APPLICATION],
        )


@dataclass(frozen=True)
class Fire:
    """How it went."""

    saves: int
    again: int
    faults: list[str]


def fire(site: Site, strike: Callable[[Site], None], rounds: int, seed: int) -> Fire:
    """`rounds` times, at random moments of many saves, `strike`; then every promise is looked for."""
    dice = random.Random(seed)
    writers = [Writer(site, person, element) for person, element in WRITERS.items()]
    enough, acknowledged = threading.Event(), threading.Semaphore(0)
    threads = []
    for writer in writers:
        writer.sign_in()
        threads.append(threading.Thread(target=writer.write, args=(enough, acknowledged)))
    for thread in threads:
        thread.start()
    try:
        for _round in range(rounds):
            saves = dice.randint(4, 12)
            while saves and not enough.is_set():
                saves -= acknowledged.acquire(timeout=1)
            if enough.is_set():
                break
            time.sleep(dice.random() * 0.03)  # the moment is the dice's
            strike(site)
    finally:
        enough.set()
        for thread in threads:
            thread.join(PATIENCE * 2)
    done = [save for writer in writers for save in writer.saves]
    found = [writer.fault for writer in writers if writer.fault] or broken_promises(site, writers)
    return Fire(len(done), sum(writer.tries for writer in writers) - len(done), found)


def broken_promises(site: Site, writers: list[Writer]) -> list[str]:
    """What is not as it should be, in sentences; none is best. Django looks, at the site's database."""
    from haluan.plans.models import Plan

    with pointed_at(site.database):
        plan = Plan.objects.get(slug=SLUG)
        rows = list(plan.changesets.order_by("number").values_list("number", "client_id", "changes"))
        return [
            *numbers(plan.version, [number for number, _client, _changes in rows]),
            *promises(writers, {str(client): (number, changes) for number, client, changes in rows}),
            *(
                f"{text} is in the history {count} times"
                for text, count in written(rows).items()
                if count > 1
            ),
            *fields(plan, writers),
            *document(plan),
        ]


def numbers(version: int, found: list[int]) -> list[str]:
    if found == list(range(1, version + 1)):
        return []
    return [f"the plan is at version {version}, its history has the numbers {found}"]


def promises(writers: list[Writer], history: dict[str, tuple[int, Any]]) -> list[str]:
    """Every acknowledged save stands in the history, under its number and with what was written."""
    found = []
    for writer in writers:
        for save in writer.saves:
            number, changes = history.get(save.client, (0, []))
            if not number:
                found.append(f"{save.text} was acknowledged with {save.number} and is not in the history")
            elif save.number not in (0, number):
                found.append(
                    f"{save.text} was acknowledged with {save.number} and is in the history with {number}"
                )
            elif [change.get("now") for change in changes] != [save.text]:
                found.append(f"{save.text} is in the history as {changes}")
    return found


def written(rows: list[Any]) -> Counter[str]:
    return Counter(
        change["now"]
        for _number, client, changes in rows
        if client
        for change in changes
        if change.get("field") == FIELD
    )


def fields(plan: Any, writers: list[Writer]) -> list[str]:
    said = dict(plan.elements.filter(collection="innovations").values_list("key", f"fields__{FIELD}"))
    return [
        f"{writer.element} says {said[writer.element]!r}, last was written {writer.saves[-1].text!r}"
        for writer in writers
        if writer.saves and said[writer.element] != writer.saves[-1].text
    ]


def document(plan: Any) -> list[str]:
    """It is valid, and its whole history fits: undone from the end, it leads to what the plan began with."""
    version, now = plan.snapshot()
    found = [f"the document is not valid: {fault}" for fault in faults(now)[:3]]
    try:
        start = plan._replayed(now, version, 0)
    except DocumentError as error:
        return [*found, f"the history does not fit what stands in the plan: {error}"]
    wrong = set(start) - {"format", "region", "title", "period"}
    return [*found, *(f"undoing the history leaves {name}" for name in sorted(wrong) if start[name])]
