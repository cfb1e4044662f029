"""Real servers on loopback: one for HTTP and HTTPS whose every answer a test decides."""

from __future__ import annotations

import contextlib
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Handler"], None]


@dataclass
class Site:
    """What a server answers: a path's page (bytes or text), or a function that answers by itself."""

    pages: dict[str, str | bytes | Answer] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    seen: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    url: str = ""
    validators: bool = True

    def redirect(self, path: str, to: str, status: int = 302) -> None:
        """Have `path` lead to `to`."""

        def answer(handler: Handler) -> None:
            handler.send_response(status)
            handler.send_header("Location", to)
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        self.pages[path] = answer

    def fail(self, path: str, status: int, **headers: str) -> None:
        """Have `path` answer with an error."""

        def answer(handler: Handler) -> None:
            handler.send_response(status)
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        self.pages[path] = answer


class Handler(BaseHTTPRequestHandler):
    """Answers as the server's site says; honours conditional requests by ETag."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Answer."""
        site = self.server.site
        path = self.path
        site.asked[path] += 1
        site.seen.append((path, dict(self.headers.items())))
        page = site.pages.get(path, site.pages.get(path.partition("?")[0]))
        if page is None:
            self.send_error(404)
            return
        if callable(page):
            page(self)
            return
        body = page.encode() if isinstance(page, str) else page
        etag = f'"{sha256(body).hexdigest()[:16]}"'
        if site.validators and self.headers.get("If-None-Match") == etag:
            self.send_response(304)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", site.types.get(path, "text/html; charset=utf-8"))
        self.send_header("Content-Length", str(len(body)))
        if site.validators:
            self.send_header("ETag", etag)
            self.send_header("Last-Modified", formatdate(0, usegmt=True))
        for name, value in site.headers.get(path, {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        """Take what is posted, and answer as for a GET."""
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.server.site.seen.append((self.path, {**dict(self.headers.items()), "body": body.decode()}))
        page = self.server.site.pages.get(self.path)
        if callable(page):
            page(self)
            return
        self.send_response(200 if page is not None else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server with its site."""

    daemon_threads = True
    site: Site

    def handle_error(self, *_: Any) -> None:
        """Clients that go away in the middle are what is tested."""


@contextlib.contextmanager
def serve(site: Site, context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve `site` on a free port of loopback; its `url` is set."""
    server = Server(("127.0.0.1", 0), Handler)
    server.site = site
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    scheme = "https" if context else "http"
    site.url = f"{scheme}://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def drip(seconds: float, *, head: bool = False) -> Answer:
    """An answer that sends a byte now and then and never ends by itself."""

    def answer(handler: Handler) -> None:
        if not head:
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.send_header("Content-Length", "1000000")
            handler.end_headers()
        else:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        with contextlib.suppress(OSError):
            for _ in range(int(seconds / 0.05)):
                handler.wfile.write(b"a")
                handler.wfile.flush()
                time.sleep(0.05)
        handler.close_connection = True

    return answer
