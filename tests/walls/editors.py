"""Ten people at one plan, each a signed-in browser without a screen, each with a kind of work of its own.

They work without rest, with no pause but that of the autosave itself. Each remembers what the server
said it has, so that afterwards the plan and its history can be held against it.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from masterplan.document import apply, canonical, faults
from masterplan.document.changes import Change, ChangeSet
from tests.site import Site
from tests.walls.fire import SLUG, Browser, loaded

PAUSE = 0.7
"""Seconds between an answer and the next sending, on average: as long as the desk itself waits after the last key."""
LEAD, MEMBERS = "bappeda", ("dlh", "dinkes", "diskominfo")
WORDS = ("warga", "datang", "pagi", "antre", "jemput", "desa", "kelompok", "layanan", "rumah", "cepat")


class Editor(threading.Thread):
    """One person at work until it is enough. `kept` are the values that the server acknowledged, by place."""

    def __init__(self, site: Site, person: str, lane: int) -> None:
        super().__init__(daemon=True)
        self.browser = Browser(site)
        self.browser.sign_in(person)
        self.lane, self.number = lane, 0
        self.dice = random.Random(lane)
        self.enough = threading.Event()
        self.times: list[float] = []
        self.kept: dict[tuple[str, str], list[Any]] = {}
        self.made: list[str] = []
        self.asked = 0
        self.trouble: str | None = None

    def run(self) -> None:
        time.sleep(self.dice.uniform(0, PAUSE))
        try:
            while not self.enough.is_set():
                self.work()
                time.sleep(self.dice.uniform(0, 2 * PAUSE))
        except Exception as error:  # told by the test, in the thread that waits for it
            self.trouble = f"{type(error).__name__} of {self.name}: {error}"

    def work(self) -> None:
        raise NotImplementedError

    def fresh(self) -> int:
        """A number that nobody else writes and that is written once."""
        self.number += 1
        return self.number * 100 + self.lane

    def save(self, place: str, field: str, was: str, now: str, *, at: str = "tulis") -> dict[str, Any]:
        """What autosave posts, timed; the answer of the server."""
        begin = time.perf_counter()
        answer = self.browser.post_json(
            f"/rencana/{SLUG}/{at}/{place}/", {f"was:{field}": was, f"now:{field}": now}
        )
        self.times.append(time.perf_counter() - begin)
        return answer

    def press(self, path: str, body: dict[str, str]) -> tuple[int, str, str]:
        """What a form posts; the status, the page, and where it leads."""
        self.asked += 1
        return self.browser.press(f"/rencana/{SLUG}/{path}", body)


class FieldWriter(Editor):
    """Writes fields of one innovation, numbers and words; some of them against somebody else."""

    def __init__(self, site: Site, person: str, lane: int, key: str) -> None:
        super().__init__(site, person, lane)
        self.key, self.was = key, {}

    def work(self) -> None:
        field = self.dice.choice(("operating_per_year", "beneficiaries", "sub_dimension"))
        number = self.fresh()
        now = str(number) if field == "operating_per_year" else f"{self.dice.choice(WORDS)} {number}"
        self.write(field, now, number if field == "operating_per_year" else now)

    def write(self, field: str, now: str, value: Any) -> None:
        answer = self.save(f"inovasi/{self.key}", field, self.was.get(field, ""), now)
        assert not answer["errors"], answer["errors"]
        if answer["conflicts"]:
            self.was[field] = answer["conflicts"][0]["theirs"]
            return
        self.was[field] = answer["fields"][field]
        self.kept.setdefault((self.key, field), []).append(value)


class TableWriter(FieldWriter):
    """Writes cells of the table of costs."""

    def work(self) -> None:
        year, part = self.dice.choice((0, 1)), self.dice.choice(("capital", "operating"))
        number = self.fresh()
        self.write(f"costs[{year}].{part}", str(number), number)


class Mover(Editor):
    """Adds problems with words of its own, and moves them up."""

    def work(self) -> None:
        if self.made and self.dice.random() < 0.5:
            key = self.dice.choice(self.made)
            status, page, _on = self.press(
                f"tulis/pindah/masalah/{key}/", {"to": self.dice.choice(("up", "down"))}
            )
            assert status == 302, f"{status}: {sentence(page)}"
            return
        title = f"Masalah yang ke-{self.fresh()}"
        status, page, on = self.press("tulis/tambah/masalah/", {"name": title})
        assert status == 302, f"{status}: {sentence(page)}"
        key = on.rstrip("/").rpartition("/")[2]
        self.made.append(key)
        self.kept.setdefault((key, "title"), []).append(title)


PATIENCE = 30
"""So many suggestions of one person wait at most; the desk itself refuses more than forty."""


class Suggester(Editor):
    """Suggests another unit of a problem, hands it in and begins again; `handed` are the suggestions, the first
    `answered` of them decided."""

    def __init__(self, site: Site, person: str, lane: int, key: str) -> None:
        super().__init__(site, person, lane)
        self.key, self.handed, self.was, self.answered = key, [], "", 0

    def work(self) -> None:
        if len(self.handed) - self.answered >= PATIENCE:
            return
        unit = f"keluhan {self.fresh()}"
        answer = self.save(f"masalah/{self.key}", "group", self.was, unit, at="usul/tulis")
        assert not answer["errors"], answer["errors"]
        if answer["conflicts"]:
            self.was = answer["conflicts"][0]["theirs"]
            return
        page = self.browser.ask("GET", f"/rencana/{SLUG}/usul/")[1]
        draft = re.search(rf"/rencana/{SLUG}/usul/(\d+)/", page)
        assert draft, "the draft is nowhere to be seen"
        status, text, _on = self.press(f"usul/{draft[1]}/serahkan/", {"alasan": f"Satuan {unit}"})
        assert status == 302, f"{status}: {sentence(text)}"
        self.handed.append((draft[1], unit))


class Decider(Editor):
    """Accepts or declines what the suggesters handed in; `accepted` is what the server said it took."""

    def __init__(self, site: Site, person: str, lane: int, suggesters: list[Suggester]) -> None:
        super().__init__(site, person, lane)
        self.suggesters, self.accepted, self.seen = suggesters, [], set()

    def work(self) -> None:
        behind = sorted(self.suggesters, key=lambda one: one.answered)
        handed = [one for suggester in behind for one in suggester.handed if one not in self.seen]
        if not handed:
            return
        self.seen.add(handed[0])
        next(one for one in self.suggesters if handed[0] in one.handed).answered += 1
        number, unit = handed[0]
        body = {"semua": "terima"} if self.dice.random() < 0.7 else {"semua": "tolak", "sebab": "Belum"}
        status, page, _on = self.press(f"usul/{number}/putusan/", body)
        if status == 409:  # the plan has moved on: said no, as a person would
            status, page, _on = self.press(
                f"usul/{number}/putusan/", {"semua": "tolak", "sebab": "Sudah berubah"}
            )
            body = {"semua": "tolak"}
        assert status == 302, f"{status}: {sentence(page)}"
        if status == 302 and body["semua"] == "terima":
            self.accepted.append((number, unit))


class Workshop:
    """Ten editors on the plan of Kabupaten Latihan."""

    def __init__(self, site: Site) -> None:
        self.site = site
        with site.connect() as connection:
            [(self.begin,)] = connection.execute("SELECT version FROM plans_plan WHERE slug = %s", [SLUG])
        self.watcher = Browser(site)
        self.watcher.sign_in(LEAD)
        self.before = self.document()
        suggesters = [Suggester(site, "praktisi", 8, "MS-01"), Suggester(site, "akademisi", 9, "MS-02")]
        self.editors: list[Editor] = [
            FieldWriter(site, LEAD, 1, "IN-01"),
            FieldWriter(site, "bupati", 2, "IN-02"),
            FieldWriter(site, LEAD, 3, "IN-14"),
            FieldWriter(site, "bupati", 4, "IN-14"),
            TableWriter(site, LEAD, 5, "IN-15"),
            Mover(site, "dlh", 6),
            Mover(site, "dinkes", 7),
            *suggesters,
            Decider(site, LEAD, 10, suggesters),
        ]

    def document(self) -> dict[str, Any]:
        return json.loads(self.watcher.ask("GET", f"/rencana/{SLUG}/unduh.json")[1])

    @contextmanager
    def open(self) -> Iterator[None]:
        for editor in self.editors:
            editor.start()
        try:
            yield
        finally:
            for editor in self.editors:
                editor.enough.set()
            for editor in self.editors:
                editor.join(35)

    def work(self, seconds: float) -> None:
        with self.open():
            time.sleep(seconds)

    @property
    def times(self) -> list[float]:
        return sorted(one for editor in self.editors for one in editor.times)

    @property
    def median(self) -> float:
        """Milliseconds from sending a save to its answer."""
        return statistics.median(self.times) * 1000

    def worst_of(self, part: float) -> float:
        return self.times[int(part * (len(self.times) - 1))] * 1000

    @property
    def others(self) -> int:
        """Adding, moving, handing in, deciding."""
        return sum(editor.asked for editor in self.editors)

    def damage(self) -> list[str]:
        """A sentence for everything that is not as it must be."""
        found = [editor.trouble for editor in self.editors if editor.trouble]
        with self.site.connect() as connection:
            history = connection.execute(
                "SELECT c.number, c.changes FROM plans_changeset c JOIN plans_plan p ON p.id = c.plan_id"
                " WHERE p.slug = %s AND c.number > %s ORDER BY c.number",
                [SLUG, self.begin],
            ).fetchall()
        changes = [loaded(told) for _number, told in history]
        now = self.document()
        found += [f"the plan is not valid: {fault.say('en')}" for fault in faults(now)]
        if [number for number, _told in history] != list(
            range(self.begin + 1, self.begin + 1 + len(history))
        ):
            found.append("the history has gaps")
        if canonical(replayed(self.before, changes)) != canonical(now):
            found.append("the history, replayed, is not the plan")
        return found + self.lost([one for told in changes for one in told], now)

    def lost(self, changes: list[dict[str, Any]], now: dict[str, Any]) -> list[str]:
        said = {
            (one["element"], one.get("field", "title"), json.dumps(value_of(one)))
            for one in changes
            if "element" in one
        }
        found = [
            f"{place}: {value!r} was acknowledged and is not in the history"
            for editor in self.editors
            for place, values in editor.kept.items()
            for value in values
            if (*place, json.dumps(value)) not in said
        ]
        keys = {one["id"] for one in now["problems"]}
        found += [
            f"{key} was added and is gone"
            for editor in self.editors
            for key in editor.made
            if key not in keys
        ]
        groups = {json.loads(value) for _key, field, value in said if field == "group"}
        found += [
            f"suggestion {number} was accepted and {unit!r} is not in the history"
            for editor in self.editors
            if isinstance(editor, Decider)
            for number, unit in editor.accepted
            if unit not in groups
        ]
        return found


def sentence(page: str) -> str:
    """What a page says from its title on, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<h1")[2]).split())[:300]


def replayed(document: dict[str, Any], changes: list[list[dict[str, Any]]]) -> dict[str, Any]:
    for told in changes:
        document = apply(document, ChangeSet("", tuple(Change(**one) for one in told)))
    return document


def value_of(change: dict[str, Any]) -> Any:
    return change["value"].get("title") if change["op"] == "add" else change.get("now")
