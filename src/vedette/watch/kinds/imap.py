"""Mailboxes by IMAP (RFC 3501): new messages are read in the order of their numbers, and nothing is changed there."""

from __future__ import annotations

import contextlib
import imaplib
import os
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from vedette.errors import FetchError
from vedette.watch.config import Source
from vedette.watch.net.connect import Deadline, open_socket, trusted
from vedette.watch.net.fetch import Fetcher

AT_ONCE = 50
"""Messages a look; where there are more, the next look follows at once."""
_UID = re.compile(rb"\bUID (\d+)")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d+)")


@dataclass(frozen=True)
class Message:
    """A message as it lies on the server; `data` is None for one that is too large."""

    url: str
    uid: int
    data: bytes | None
    size: int


@dataclass(frozen=True)
class Mail:
    """New messages, what to remember after each (``uidvalidity`` and ``uid``), and whether there are more."""

    messages: tuple[Message, ...]
    validity: int
    more: bool


def look(source: Source, memory: Mapping[str, Any], fetcher: Fetcher) -> Mail:
    """Messages that came since the last look. Raises FetchError."""
    box = source.mailbox
    assert box is not None
    password = os.environ.get(box.password_env)
    if not password:
        raise FetchError(f"the environment has no {box.password_env}: put the mailbox's password there")
    parts = urlsplit(source.address)
    host, secure = parts.hostname or "", parts.scheme == "imaps"
    port = parts.port or (993 if secure else 143)
    with Deadline(fetcher.limits.seconds) as deadline:
        opened = open_socket(host, port, fetcher.allowed, deadline, fetcher.limits.idle)
        try:
            if secure:
                opened = (fetcher.trust or trusted()).wrap_socket(opened, server_hostname=host)
            with _client(opened, host, port) as client:
                client.login(box.user, password)
                return _new(client, source, memory, fetcher.limits.sent)
        except ssl.SSLCertVerificationError as error:
            raise FetchError(f"the certificate of {host} does not hold: {error.verify_message}") from error
        except (imaplib.IMAP4.error, OSError, ValueError) as error:
            why = "too slow" if deadline.over else str(error).strip("b'\"")[:200] or type(error).__name__
            raise FetchError(f"the mailbox at {host}: {why}") from error
        finally:
            opened.close()


class _Opened(imaplib.IMAP4):
    """An IMAP client over a socket that is already open."""

    def __init__(self, opened: socket.socket, host: str, port: int) -> None:
        self._opened = opened
        super().__init__(host, port)

    def _create_socket(self, timeout: float | None) -> socket.socket:  # noqa: ARG002 - called by the library
        return self._opened


@contextlib.contextmanager
def _client(opened: socket.socket, host: str, port: int) -> Iterator[imaplib.IMAP4]:
    client = _Opened(opened, host, port)
    try:
        yield client
    finally:
        with contextlib.suppress(imaplib.IMAP4.error, OSError):
            client.logout()


def _new(client: imaplib.IMAP4, source: Source, memory: Mapping[str, Any], most: int) -> Mail:
    box = source.mailbox
    assert box is not None
    _ok(client.select(f'"{box.folder}"', readonly=True), f"has no folder {box.folder!r}")
    told = client.response("UIDVALIDITY")[1]
    validity = int(told[-1] or 0) if told else 0
    # Where the server numbered anew, everything is named anew; what was kept is known by its content.
    after = int(memory.get("uid", 0)) if memory.get("uidvalidity") == validity else 0
    found = _ok(client.uid("SEARCH", f"UID {after + 1}:*"), "cannot be searched")
    numbers = sorted(n for n in map(int, b" ".join(p for p in found if p).split()) if n > after)
    messages = tuple(_message(client, source, validity, uid, most) for uid in numbers[:AT_ONCE])
    return Mail(messages, validity, len(numbers) > AT_ONCE)


def _message(client: imaplib.IMAP4, source: Source, validity: int, uid: int, most: int) -> Message:
    box = source.mailbox
    assert box is not None
    url = f"{source.address.rstrip('/')}/{quote(box.folder)};UIDVALIDITY={validity}/;UID={uid}"
    told = b" ".join(_flat(_ok(client.uid("FETCH", str(uid), "(RFC822.SIZE)"), "does not tell a size")))
    size = _SIZE.search(told)
    large = int(size[1]) if size else 0
    if large > most:
        return Message(url, uid, None, large)
    answer = _ok(client.uid("FETCH", str(uid), "(BODY.PEEK[])"), "does not give a message")
    whole = next((part[1] for part in answer if isinstance(part, tuple)), b"")
    return Message(url, uid, whole, len(whole))


def _flat(answer: list[Any]) -> list[bytes]:
    return [b for part in answer for b in (part if isinstance(part, tuple) else (part,)) if isinstance(b, bytes)]


def _ok(answer: tuple[str, list[Any]], why: str) -> list[Any]:
    if answer[0] != "OK":
        raise FetchError(f"the mailbox {why}")
    return [part for part in answer[1] if part is not None]
