"""Fetching one address: every hop checked, everything limited, the bytes given back as they were sent."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from vedette.errors import FetchError
from vedette.watch.net.addresses import Allowed
from vedette.watch.net.connect import Deadline, PlainConnection, SecureConnection, open_socket, trusted
from vedette.watch.net.unpack import ENCODINGS, unpack

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_CHUNK = 1 << 16
_LONGEST_WAIT = 7 * 86400.0


@dataclass(frozen=True)
class Limits:
    """Bytes as sent and unpacked, seconds in all and without a byte, redirects."""

    sent: int = 16 << 20
    unpacked: int = 48 << 20
    seconds: float = 60.0
    idle: float = 20.0
    redirects: int = 5


@dataclass(frozen=True)
class Fetched:
    """An answer: `raw` is the body as it was sent, `body` without content encoding; `hops` are the addresses on the
    way, the last of which answered. `at` is UTC. `status` 304 has no body."""

    hops: tuple[str, ...]
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    body: bytes
    at: datetime
    peer: str

    @property
    def url(self) -> str:
        """The address that answered."""
        return self.hops[-1]

    def header(self, name: str) -> str:
        """The first header of that name, "" where there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def mime(self) -> str:
        """The type without its parameters, in small letters; "" where none is told."""
        return self.header("content-type").partition(";")[0].strip().lower()[:255]


@dataclass(frozen=True)
class Fetcher:
    """How this watch fetches: by which name it goes, what it may reach, within which limits.

    `trust`: the TLS context by which certificates are checked; the system's authorities where None.
    """

    agent: str
    allowed: Allowed = field(default_factory=Allowed)
    limits: Limits = field(default_factory=Limits)
    trust: ssl.SSLContext | None = None

    def get(
        self,
        url: str,
        *,
        accept: str = "*/*",
        headers: Mapping[str, str] | None = None,
        types: frozenset[str] = frozenset(),
        permit: Callable[[str], None] | None = None,
    ) -> Fetched:
        """The answer to a GET of `url`, redirects followed.

        `types`: those that are taken, where any are named; another is told before its body is read. `permit` is asked
        before each request and raises FetchError where it is not to be made. Raises FetchError for anything but 200
        and, where a condition was sent in `headers`, 304.
        """
        hops: tuple[str, ...] = ()
        url = check_url(url)
        sent = {"Accept": accept, **(headers or {})}
        with Deadline(self.limits.seconds) as deadline:
            while True:
                if permit is not None:
                    permit(url)
                got = self._once("GET", url, None, sent, deadline, hops, types)
                if got.status not in _REDIRECTS or not got.header("location"):
                    return self._answered(got)
                hops = got.hops
                if len(hops) > self.limits.redirects:
                    raise FetchError(f"redirected more than {self.limits.redirects} times", final=True)
                onward = check_url(urljoin(url, got.header("location")))
                if onward in hops:
                    raise FetchError("redirected in a circle", final=True)
                _check_hop(url, onward)
                url = onward

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Fetched:
        """The answer to a POST of `body`; a redirect is an error, for it would lead the body elsewhere."""
        with Deadline(self.limits.seconds) as deadline:
            return self._answered(self._once("POST", check_url(url), body, headers, deadline, ()))

    def _answered(self, got: Fetched) -> Fetched:
        if got.status in (200, 201, 202, 204, 304):
            return got
        final = 400 <= got.status < 500 and got.status not in (401, 403, 408, 425, 429)
        absent = 400 <= got.status < 500 and got.status != 429
        raise FetchError(f"answered {got.status} {got.reason}".strip(), final=final, wait=_wait(got), absent=absent)

    def _once(
        self,
        method: str,
        url: str,
        body: bytes | None,
        headers: Mapping[str, str],
        deadline: Deadline,
        before: tuple[str, ...],
        types: frozenset[str] = frozenset(),
    ) -> Fetched:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        opened = open_socket(host, port, self.allowed, deadline, self.limits.idle)
        peer = str(opened.getpeername()[0])
        timeout = self.limits.idle
        made: PlainConnection | SecureConnection
        if parts.scheme == "https":
            made = SecureConnection(opened, host, port, timeout=timeout, ssl_context=self.trust or trusted())
        else:
            made = PlainConnection(opened, host, port, timeout=timeout)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        sent = {"User-Agent": self.agent, "Accept-Encoding": ENCODINGS, "Connection": "close", **headers}
        try:
            made.request(method, target, body=body, headers=sent, preload_content=False, decode_content=False)
            answer = made.getresponse()
            _check_type(answer, types)
            bare = answer.status in (204, 304) or answer.status in _REDIRECTS
            raw = b"" if bare else self._body(answer, deadline)
        except ssl.SSLCertVerificationError as error:
            raise FetchError(f"the certificate of {host} does not hold: {error.verify_message}") from error
        except (OSError, HTTPError, http.client.HTTPException, ValueError) as error:
            raise _broken(host, error, deadline, self.limits) from error
        finally:
            made.close()
            opened.close()
        got = tuple((key, value) for key, value in answer.headers.items())
        encoding = answer.headers.get("content-encoding", "")
        whole = unpack(raw, encoding, self.limits.unpacked) if raw else b""
        at = datetime.now(UTC).replace(tzinfo=None)
        return Fetched((*before, url), answer.status, answer.reason or "", got, raw, whole, at, peer)

    def _body(self, answer: BaseHTTPResponse, deadline: Deadline) -> bytes:
        told = answer.headers.get("content-length", "")
        if told.isdigit() and int(told) > self.limits.sent:
            raise FetchError(f"{int(told):,} bytes: more than {self.limits.sent:,} are not taken", final=True)
        parts, total = [], 0
        while part := answer.read(_CHUNK, decode_content=False):
            total += len(part)
            if total > self.limits.sent:
                raise FetchError(f"more than {self.limits.sent:,} bytes are not taken", final=True)
            parts.append(part)
            if deadline.over:
                break
        if deadline.over:
            raise FetchError(f"too slow: not all was sent in {self.limits.seconds:g} seconds")
        return b"".join(parts)


def _check_type(answer: BaseHTTPResponse, types: frozenset[str]) -> None:
    told = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if types and answer.status == 200 and told and told not in types:
        raise FetchError(f"sent as {told[:80]}, which is not what is read here", final=True)


def check_url(url: str) -> str:
    """`url` as it may be asked for: http or https, with a host, without a user's name, its host in ASCII letters.

    Raises FetchError otherwise.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(f"{url[:200]!r} is no address that can be asked for", final=True) from error
    if parts.scheme.lower() not in _PORTS or not host:
        raise FetchError(f"{url[:200]!r} is no http or https address", final=True)
    if parts.username is not None or parts.password is not None:
        raise FetchError("an address that bears a user's name or password is not asked for", final=True)
    try:
        plain = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise FetchError(f"{host[:100]!r} is no name of a host", final=True) from error
    place = f"[{plain}]" if ":" in plain else plain
    scheme = parts.scheme.lower()
    place += f":{port}" if port and port != _PORTS[scheme] else ""
    path = "".join(c if c.isascii() and c.isprintable() and c != " " else _escaped(c) for c in parts.path or "/")
    query = "".join(c if c.isascii() and c.isprintable() and c != " " else _escaped(c) for c in parts.query)
    return f"{scheme}://{place}{path}" + (f"?{query}" if query else "")


def _escaped(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def _check_hop(url: str, onward: str) -> None:
    """No way down from https, and no way to ports where other services listen."""
    here, there = urlsplit(url), urlsplit(onward)
    if here.scheme == "https" and there.scheme == "http":
        raise FetchError(f"redirected from https to {onward[:200]}, without a certificate", final=True)
    if there.port not in (None, 80, 443, here.port):
        raise FetchError(f"redirected to port {there.port}", final=True)


def _broken(host: str, error: Exception, deadline: Deadline, limits: Limits) -> FetchError:
    if deadline.over:
        return FetchError(f"too slow: not all was sent in {limits.seconds:g} seconds")
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchError(f"the certificate of {host} does not hold: {cause.verify_message}")
        if isinstance(cause, TimeoutError):
            return FetchError(f"{host} sent nothing for {limits.idle:g} seconds")
        cause = cause.__cause__ or cause.__context__
    return FetchError(f"the connection to {host} broke: {type(error).__name__}")


def _wait(got: Fetched) -> float | None:
    """The seconds of Retry-After, which gives them or a moment."""
    told = got.header("retry-after").strip()
    if told.isdigit():
        return min(float(told), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(told)
    except ValueError:
        return None
    now = datetime.now(moment.tzinfo)
    return min(max(0.0, (moment - now).total_seconds()), _LONGEST_WAIT)
