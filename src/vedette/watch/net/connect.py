"""Connections to an address that was checked, with one deadline over all that is done on them.

The name is resolved once; the socket is opened to the checked address and nothing is resolved again, while the
certificate is checked against the name. No proxy of the environment is used: it would resolve names by itself.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
import threading
import time
from functools import cache
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection

from vedette.errors import FetchError
from vedette.watch.net.addresses import Allowed, closed, resolve


class Deadline:
    """A moment after which the sockets given to it are shut, so that no slow sender can hold a reader.

    A context manager. A socket's own timeout begins anew with every byte; this does not.
    """

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True
        self.over = False

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        for own in self._sockets:
            own.close()

    @property
    def left(self) -> float:
        """Seconds left, never below a hundredth."""
        return max(0.01, self._ends - time.monotonic())

    def hold(self, connection: socket.socket) -> None:
        """Shut this socket too when time is up; its TLS wrapping does not matter, the descriptor is shared."""
        self._sockets.append(connection.dup())

    def _shut(self) -> None:
        self.over = True
        for own in self._sockets:
            with contextlib.suppress(OSError):
                own.shutdown(socket.SHUT_RDWR)


def open_socket(host: str, port: int, allowed: Allowed, deadline: Deadline, idle: float) -> socket.socket:
    """A socket to a checked address of `host`. Raises FetchError where none can be reached."""
    last: OSError | None = None
    for address in resolve(host, port, allowed):
        try:
            made = socket.create_connection((address, port), min(idle, deadline.left))
        except OSError as error:
            last = error
            continue
        deadline.hold(made)
        reached = ipaddress.ip_address(made.getpeername()[0].partition("%")[0])
        if closed(reached) is not None and not allowed.covers(host, reached):
            made.close()
            raise FetchError(f"{host} led to {reached}, which is not public", final=True)
        made.settimeout(min(idle, deadline.left))
        return made
    why = "no answer in time" if isinstance(last, TimeoutError) else (last.strerror if last else None) or "no answer"
    raise FetchError(f"{host}:{port} cannot be reached: {why}")


@cache
def trusted() -> ssl.SSLContext:
    """TLS with certificates checked against the system's authorities."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class PlainConnection(HTTPConnection):
    """HTTP over a socket that is already open."""

    def __init__(self, opened: socket.socket, host: str, port: int, **options: Any) -> None:
        super().__init__(host, port, **options)
        self._opened = opened

    def _new_conn(self) -> socket.socket:
        return self._opened


class SecureConnection(HTTPSConnection):
    """HTTPS over a socket that is already open; the certificate must be the host's."""

    def __init__(self, opened: socket.socket, host: str, port: int, **options: Any) -> None:
        super().__init__(host, port, **options)
        self._opened = opened

    def _new_conn(self) -> socket.socket:
        return self._opened
