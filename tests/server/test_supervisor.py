"""The server as one who starts it sees it: its address, its end, and what it survives."""

from __future__ import annotations

import contextlib
import shutil
import signal
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from haluan.server.ports import FIRST, Port, PortTaken, free
from haluan.server.postgres import OWNER
from tests.database import cluster
from tests.server.running import Running, all_gone, eventually, free_port, passwords, status

pytestmark = pytest.mark.xdist_group("supervisor")


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """Beside the tests' database, in memory where there is room: a first start writes a lot."""
    place = Path(tempfile.mkdtemp(prefix="server-", dir=cluster.data))
    place.chmod(0o711)
    yield place / "data"
    shutil.rmtree(place)


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def running(data: Path, port: int) -> Iterator[Running]:
    server = Running(data, HALUAN_PORT=str(port))
    yield server
    if server.process.poll() is None:
        server.stop()
    else:
        server.process.stdout.close()


def test_it_answers_once_it_prints_its_address_and_mends_what_dies(
    running: Running, port: int, data: Path
) -> None:
    assert running.address() == f"http://localhost:{port}/"
    assert status("localhost", port) == status("127.0.0.1", port) == 200

    second = Running(data, HALUAN_PORT=str(port))
    assert f"sudah berjalan di checkout ini: http://localhost:{port}/" in second.wait_for(bool)
    assert second.process.wait(timeout=5) == 0
    second.process.stdout.close()

    running.wait_for(lambda line: line.startswith("worker |"))
    environments = [" ".join(child.environ().values()) for child in running.children()]
    assert len(environments) > 5
    assert not any(passwords(data)[OWNER] in environment for environment in environments)

    for word in ("granian", "procrastinate", "postgres"):
        killed = running.leader(word)
        group = [killed, *killed.children(recursive=True)]
        killed.kill()
        assert eventually(lambda group=group: all_gone(group)), f"{word} left something"
        running.wait_for(lambda line: "dinyalakan lagi" in line)
        assert eventually(lambda: status("127.0.0.1", port) == 200), f"not well after {word} was killed"

    everything = running.children()
    assert running.stop(signal.SIGTERM) < 10
    assert all_gone(everything)
    assert running.process.returncode == 0


def test_a_killed_server_takes_its_children_along_and_starts_again(
    running: Running, data: Path, port: int
) -> None:
    running.address()
    everything = running.children()
    running.process.kill()
    assert eventually(lambda: all_gone(everything), within=10)

    again = Running(data, HALUAN_PORT=str(port))
    try:
        again.address()
        everything = again.children()
    finally:
        assert again.stop(signal.SIGINT) < 10
    assert all_gone(everything)


def test_when_all_is_killed_at_once_the_next_start_is_well_and_a_closed_terminal_ends_it(
    running: Running, data: Path, port: int
) -> None:
    running.address()
    for process in [running.process, *running.children()]:
        with contextlib.suppress(ProcessLookupError, psutil.NoSuchProcess):  # gone with its parent already
            process.kill()

    again = Running(data, HALUAN_PORT=str(port))
    try:
        again.address()
        everything = again.children()
    finally:
        assert again.stop(signal.SIGHUP) < 10
    assert all_gone(everything)


def test_a_signal_while_it_starts_ends_it(running: Running) -> None:
    assert eventually(lambda: bool(running.children()))
    assert running.stop(signal.SIGTERM) < 10
    assert running.children() == []


def test_an_asked_port_that_is_taken_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        number = other.getsockname()[1]
        server = Running(tmp_path, HALUAN_PORT=str(number))
        sentence = server.wait_for(bool)
        assert server.process.wait(timeout=5) == 1
        server.process.stdout.close()
    assert sentence.startswith(f"Port {number} sedang dipakai")
    assert sentence.count(".") == 1


def test_the_next_free_port_is_taken_where_none_was_asked() -> None:
    first = Port(None, "127.0.0.1")
    second = Port(None, "127.0.0.1")
    try:
        assert FIRST <= first.number < second.number
        with pytest.raises(PortTaken):
            Port(first.number, "127.0.0.1")
    finally:
        first.release()
        second.release()


def test_a_port_is_taken_when_only_localhosts_other_meaning_is() -> None:
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    try:
        other = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        pytest.skip("this machine has no IPv6")
    with other:
        assert not free(other.getsockname()[1], "127.0.0.1")
