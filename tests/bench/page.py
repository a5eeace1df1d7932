"""The public page of a plan as visitors meet it: how many a second one core sends, and how much the first
visit transfers, compressed, with all that the page asks for."""

from __future__ import annotations

import http.client
import os
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.bench.measure import Figure

PLAN = "/rencana/kabupaten-latihan/"
OTHERS = ("peta-jalan/", "anggaran/", "manfaat/")
VISITORS = 4
SECONDS = 4


def run() -> Iterator[Figure]:
    from tests.database import with_database
    from tests.site import Site

    with with_database():
        with on_core(0):
            site = Site("bench_page")
        try:
            yield from figures(site)
        finally:
            site.close()


def figures(site: Any) -> Iterator[Figure]:
    with on_core(1):
        rounds = [requests_a_second(site.port, PLAN) for _ in range(3)]
        yield Figure("plan page on one core", statistics.median(rounds), "/s", 150, at_least=True, runs=3)
        for page in OTHERS:
            rate = requests_a_second(site.port, PLAN + page)
            yield Figure(f"{page} on one core", rate, "/s", 150, at_least=True)
    for page in ("", *OTHERS):
        size = transferred(site, PLAN + page) / 1000
        yield Figure(f"first visit of {page or 'the plan page'}", size, "kB", goal=100)


@contextmanager
def on_core(core: int) -> Iterator[None]:
    """What starts here stays on one core, where there are two."""
    before = os.sched_getaffinity(0)
    if len(before) > 1:
        os.sched_setaffinity(0, {sorted(before)[core]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def requests_a_second(port: int, path: str) -> float:
    """Answers to anonymous visitors, each with a connection kept open; the first page is not counted."""
    answers = [0] * VISITORS
    ask(http.client.HTTPConnection("127.0.0.1", port), path)
    until = time.perf_counter() + SECONDS

    def visit(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        while time.perf_counter() < until:
            ask(connection, path)
            answers[number] += 1

    visitors = [threading.Thread(target=visit, args=(number,)) for number in range(VISITORS)]
    for one in visitors:
        one.start()
    for one in visitors:
        one.join()
    return sum(answers) / SECONDS


def ask(connection: http.client.HTTPConnection, path: str) -> None:
    connection.request("GET", path, headers={"Accept-Encoding": "gzip", "Host": "localhost"})
    response = connection.getresponse()
    if response.status != 200 or len(response.read()) < 2000:
        raise AssertionError(f"{path} answered {response.status}")


def transferred(site: Any, path: str) -> float:
    """Bytes over the wire, headers included, in a browser that was never here."""
    from tests.browser import chromium

    with chromium() as browser:
        page = browser.new_context(locale="id-ID").new_page()
        session = page.context.new_cdp_session(page)
        sizes: list[float] = []
        session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        session.send("Network.enable")
        page.goto(site.url + path, wait_until="networkidle")
    if not sizes:
        raise AssertionError("the browser told no sizes")
    return sum(sizes)
