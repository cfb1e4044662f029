"""Fetching from a server with GeoNames' layout, and what is said where that fails."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.gazetteer.dumps import dump, row, zipped

from vedette.errors import GazetteerError
from vedette.gazetteer.added.fetch import fetch

OTHER = dump((row(9, "Elsewhere", "PPL", 1, 2, country="QZ"),))
FILES = {
    "QX.zip": zipped(),
    "QY.zip": zipped(OTHER, "QY.txt"),
    "QH.zip": b"<html>Please log in</html>",
    "QD.zip": zipped()[:-40],
    "QE.zip": zipped("", "QE.txt"),
}


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.removeprefix("/export/dump/")
        if name == "QS.zip":
            self.send_error(503)
            return
        data = FILES["QX.zip"] if name == "QC.zip" else FILES.get(name)
        if data is None:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(data) + (99 if name == "QC.zip" else 0)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/export/dump"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_country_is_fetched_with_progress(base: str) -> None:
    told: list[tuple[int, int | None]] = []
    source = fetch("qx", base + "/", progress=lambda done, total: told.append((done, total)))
    assert [e.name for e in source.entries if e.population] == ["Teluka"]
    assert told[-1] == (len(FILES["QX.zip"]), len(FILES["QX.zip"]))


@pytest.mark.parametrize(
    ("country", "words"),
    [
        ("QQ", "no country QQ"),
        ("QS", "answered 503"),
        ("QC", "cut off|not reached"),
        ("QH", "no zip"),
        ("QD", "no zip|damaged"),
        ("QE", "no places"),
        ("QY", "places of QZ came where QY was asked for"),
    ],
)
def test_what_goes_wrong_is_told_in_words(base: str, country: str, words: str) -> None:
    with pytest.raises(GazetteerError, match=words):
        fetch(country, base, timeout=5)


def test_without_a_connection_it_says_what_to_do() -> None:
    with pytest.raises(GazetteerError, match=r"not reached .* vedette gazetteer add SY\.zip"):
        fetch("SY", "http://127.0.0.1:9/export/dump", timeout=2)
