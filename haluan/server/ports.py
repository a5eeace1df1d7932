"""Which port the web server takes, so that two checkouts on one machine do not collide."""

from __future__ import annotations

import contextlib
import errno
import socket

FIRST, LAST = 8000, 8099


class PortTaken(Exception):
    """The asked port is in use, or every port we try; one sentence says so."""


class Port:
    """A free port, kept from other Haluan servers of this machine until `release`.

    The port itself stays free for the web server to bind; what is held is a name in the kernel that other
    supervisors look at, and that goes with this process.
    """

    def __init__(self, asked: int | None, bind: str) -> None:
        for number in [asked] if asked else range(FIRST, LAST + 1):
            if (mark := claim(number)) is None:
                continue
            if free(number, bind):
                self.number, self._mark = number, mark
                return
            mark.close()
        if asked:
            raise PortTaken(f"Port {asked} sedang dipakai program lain: pilih port lain dengan HALUAN_PORT.")
        raise PortTaken(f"Port {FIRST} sampai {LAST} semuanya terpakai: pilih port lain dengan HALUAN_PORT.")

    def release(self) -> None:
        self._mark.close()


def claim(number: int) -> socket.socket | None:
    """Hold the name of a port among Haluan servers; None where another holds it."""
    mark = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        mark.bind(f"\0haluan-port-{number}")
    except OSError:
        mark.close()
        return None
    return mark


def free(number: int, bind: str) -> bool:
    """Whether nobody listens there, nor on what `localhost` may mean besides."""
    return all(_bindable(address, number) for address in {bind, "127.0.0.1", "::1"})


def _bindable(address: str, number: int) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with contextlib.suppress(OSError), socket.socket(family) as probe:
        probe.setsockopt(
            socket.SOL_SOCKET, socket.SO_REUSEADDR, 1
        )  # a closed connection's rest is no listener
        try:
            probe.bind((address, number))
        except OSError as error:
            return error.errno not in {errno.EADDRINUSE, errno.EACCES}
    return True
