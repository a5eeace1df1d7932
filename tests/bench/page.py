"""The public page of a plan as an anonymous visitor gets it: requests a second of one web worker held to one core,
and the bytes of everything that a first visit transfers. A server of its own is started and ended."""

from __future__ import annotations

import gzip
import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import psutil

from tests.bench.measure import Figure, NotYet

PAGE = "/rencana/kabupaten-latihan/"
SECONDS = 3.0
ROUNDS = 4
VISITORS = 2
LOAD = "from tests.bench.page import visit; import sys; print(visit(int(sys.argv[1])))"
"""The visitors are a process of their own, on the other cores."""


def run() -> Iterator[Figure]:
    from tests.server.running import Running, free_port

    if not hasattr(psutil.Process, "cpu_affinity"):
        raise NotYet("holding a process to one core needs Linux")
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="haluan-bench-") as data:
        Path(data).chmod(0o711)
        server = Running(Path(data), HALUAN_PORT=str(port), HALUAN_WORKERS="1")
        try:
            server.address()
            server.wait_for(lambda line: "Launching a worker" in line)
            yield Figure(
                "first visit of a plan of 64 innovations, all of it", transferred(port) / 1000, "kB", goal=100
            )
            web = hold(server.leader("granian"), core=0)
            rounds = [measured(port, web) for _ in range(ROUNDS)]
            best = max(rate for rate, _cost in rounds)  # whatever else runs on that core only takes away
            yield Figure(
                "the same page, one core, anonymous", best, "/s", goal=150, at_least=True, runs=ROUNDS
            )
            yield Figure(
                "processor time of the web for one of them", min(cost for _rate, cost in rounds), runs=ROUNDS
            )
        finally:
            server.stop()


def hold(leader: psutil.Process, core: int) -> list[psutil.Process]:
    """The web process and its worker, with every thread, on one core."""
    web = [leader, *leader.children(recursive=True)]
    for process in web:
        for thread in process.threads():
            psutil.Process(thread.id).cpu_affinity([core])
    return web


def measured(port: int, web: list[psutil.Process]) -> tuple[float, float]:
    """Requests a second, and milliseconds of processor time of the web for each."""
    before = spent(web)
    command = [sys.executable, "-c", LOAD, str(port)]
    rate = float(
        subprocess.run(command, preexec_fn=elsewhere, capture_output=True, text=True, check=True).stdout
    )
    return rate, 1000 * (spent(web) - before) / (rate * SECONDS)


def spent(web: list[psutil.Process]) -> float:
    return sum(process.cpu_times().user + process.cpu_times().system for process in web)


def elsewhere() -> None:
    if others := set(os.sched_getaffinity(0)) - {0}:
        os.sched_setaffinity(0, others)


def get(connection: http.client.HTTPConnection, path: str) -> tuple[bytes, int]:
    """The body as it was sent, and the bytes of answer: head and body."""
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != http.client.OK:
        raise AssertionError(f"{path}: {answer.status}")
    return body, len(body) + len(bytes(answer.headers)) + len("HTTP/1.1 200 OK\r\n")


def transferred(port: int) -> int:
    """Bytes of the page and of everything it asks for."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    body, size = get(connection, PAGE)
    page = gzip.decompress(body).decode()
    parts = set(re.findall(r'<(?:link|script|img)\b[^>]*?(?:href|src)="(/[^"]+)"', page))
    return size + sum(get(connection, part)[1] for part in parts)


def visit(port: int) -> float:
    """Requests a second that `VISITORS` get who ask again as soon as they were answered."""
    counts: list[int] = []

    def ask() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        get(connection, PAGE)
        count, until = 0, time.monotonic() + SECONDS
        while time.monotonic() < until:
            get(connection, PAGE)
            count += 1
        counts.append(count)

    visitors = [Thread(target=ask) for _ in range(VISITORS)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    return sum(counts) / SECONDS
