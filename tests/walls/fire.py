"""People who save while the web is killed under them, and what must be true afterwards.

Each writer is one signed-in browser without a screen: it posts what autosave posts, with an `X-Client-Id`, and sends
the same again until it is answered. Every value is written once only, so one that is applied twice shows.
"""

from __future__ import annotations

import http.client
import json
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from itertools import count, pairwise
from urllib.parse import urlencode
from uuid import uuid4

from masterplan.document import faults
from tests.site import Site

SLUG, FIELD = "kabupaten-latihan", "operating_per_year"
PLACES = ("IN-01", "IN-02", "IN-14", "IN-15", "IN-15")
"""Where each writer writes; the last two write the same field against each other."""
PATIENCE = 30


class Browser:
    """One signed-in browser without a screen. `again`: how often something had to be sent again."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.cookies: dict[str, str] = {}
        self.again = 0

    def sign_in(self, person: str) -> None:
        """As one of the fictional people: the part of the address before @."""
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', self.ask("GET", "/masuk/")[1])
        assert token
        body = {"siapa": f"{person}@latihan.example", "csrfmiddlewaretoken": token[1]}
        status, _text = self.ask("POST", "/latihan/masuk/", body)
        assert status == 302, status

    def ask(
        self, method: str, path: str, body: dict[str, str] | None = None, **headers: str
    ) -> tuple[int, str]:
        return self.answer(method, path, body, **headers)[:2]

    def answer(
        self, method: str, path: str, body: dict[str, str] | None = None, **headers: str
    ) -> tuple[int, str, str]:
        """Status, text, and where it leads."""
        connection = http.client.HTTPConnection("localhost", self.site.port, timeout=PATIENCE)
        headers |= {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, urlencode(body) if body is not None else None, headers)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return response.status, text, response.headers.get("Location", "")

    def press(self, path: str, body: dict[str, str]) -> tuple[int, str, str]:
        """A form without script."""
        return self.answer("POST", path, body, **{"X-CSRFToken": self.cookies["csrftoken"]})

    def post_json(self, path: str, body: dict[str, str]) -> dict:
        """What autosave posts, sent with one `X-Client-Id` until it is answered."""
        told = {
            "Accept": "application/json",
            "X-Client-Id": str(uuid4()),
            "X-CSRFToken": self.cookies["csrftoken"],
        }
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                status, text = self.ask("POST", path, body, **told)
            except (OSError, http.client.HTTPException):
                status, text = 0, ""
            if status == 200:
                return json.loads(text)
            assert status == 0 or status >= 500, f"{status}: {text[:300]}"
            self.again += 1
            time.sleep(0.05)
        raise AssertionError(f"no answer within {PATIENCE} s")


class Writer(threading.Thread):
    """Saves one field over and over; `kept` is what the server said it has."""

    def __init__(self, site: Site, place: str, lane: int, answered: threading.Semaphore) -> None:
        super().__init__(daemon=True)
        self.browser = Browser(site)
        self.lane, self.place, self.answered = lane, place, answered
        self.kept: list[int] = []
        self.trouble: str | None = None
        self.enough = threading.Event()
        self.browser.sign_in("bappeda")

    def run(self) -> None:
        was = ""
        try:
            for number in count(1):
                if self.enough.is_set():
                    return
                was = self.save(was, number * 100 + self.lane)
        except Exception as error:  # told by the test, in the thread that waits for it
            self.trouble = f"{type(error).__name__}: {error}"
            self.answered.release()

    def save(self, was: str, value: int) -> str:
        """Sends one change until it is answered; what then stands in the field."""
        body = {f"was:{FIELD}": was, f"now:{FIELD}": str(value)}
        answer = self.browser.post_json(f"/rencana/{SLUG}/tulis/inovasi/{self.place}/", body)
        if answer["conflicts"]:
            return str(answer["conflicts"][0]["theirs"])
        assert not answer["errors"], answer["errors"]
        self.kept.append(value)
        self.answered.release()
        return str(answer["fields"][FIELD])


class Fire:
    """Writers at work on a site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.answered = threading.Semaphore(0)
        with site.connect() as connection:
            [(self.begin,)] = connection.execute("SELECT version FROM plans_plan WHERE slug = %s", [SLUG])
        self.writers = [Writer(site, place, lane, self.answered) for lane, place in enumerate(PLACES, 1)]

    @contextmanager
    def burning(self) -> Iterator[None]:
        """The writers write meanwhile; at the end each waits for its last answer."""
        for writer in self.writers:
            writer.start()
        try:
            yield
        finally:
            for writer in self.writers:
                writer.enough.set()
            for writer in self.writers:
                writer.join(PATIENCE + 5)

    def wait_for_saves(self, number: int) -> None:
        for _save in range(number):
            assert self.answered.acquire(timeout=PATIENCE), "nothing was saved any more"
            assert not any(writer.trouble for writer in self.writers), self.troubles()

    def troubles(self) -> list[str]:
        return [f"{writer.place}: {writer.trouble}" for writer in self.writers if writer.trouble]

    @property
    def saves(self) -> int:
        return sum(len(writer.kept) for writer in self.writers)

    @property
    def sent_again(self) -> int:
        return sum(writer.browser.again for writer in self.writers)

    def damage(self) -> list[str]:
        """A sentence for everything that is not as it must be: nothing lost, nothing twice, no gap, a valid plan."""
        found = self.troubles()
        with self.site.connect() as connection:
            history = connection.execute(
                "SELECT c.number, c.changes FROM plans_changeset c JOIN plans_plan p ON p.id = c.plan_id"
                " WHERE p.slug = %s ORDER BY c.number",
                [SLUG],
            ).fetchall()
            [(version,)] = connection.execute("SELECT version FROM plans_plan WHERE slug = %s", [SLUG])
        if [number for number, _changes in history] != list(range(1, version + 1)):
            found.append(f"the history has gaps, or the plan is at another version than {version}")
        plan = json.loads(self.writers[0].browser.ask("GET", f"/rencana/{SLUG}/unduh.json")[1])
        found += [f"the plan is not valid: {fault.say('en')}" for fault in faults(plan)]
        new = [change for number, changes in history if number > self.begin for change in loaded(changes)]
        stand = {one["id"]: one.get(FIELD) for one in plan["innovations"]}
        for place in sorted(set(PLACES)):
            found += self.damage_of(place, [one for one in new if one["element"] == place], stand[place])
        return found

    def damage_of(self, place: str, changes: list[dict], stands: int | None) -> list[str]:
        found = []
        times = Counter(change["now"] for change in changes)
        kept = [value for writer in self.writers if writer.place == place for value in writer.kept]
        found += [
            f"{place}: {value} was acknowledged and is not in the history"
            for value in kept
            if not times[value]
        ]
        found += [
            f"{place}: {value} was applied {often} times" for value, often in times.items() if often > 1
        ]
        found += [
            f"{place}: {after['was']} follows {before['now']}"
            for before, after in pairwise(changes)
            if after["was"] != before["now"]
        ]
        if changes and stands != changes[-1]["now"]:
            found.append(f"{place}: the field holds {stands}, the history ends with {changes[-1]['now']}")
        return found


def loaded(changes: object) -> list[dict]:
    return json.loads(changes) if isinstance(changes, str) else list(changes)  # type: ignore[call-overload]
