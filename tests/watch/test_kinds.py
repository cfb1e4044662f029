"""Each kind of source, against real servers and files."""

from __future__ import annotations

import contextlib
import imaplib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from gzip import compress
from pathlib import Path

import pytest
from sqlalchemy import Engine

from intake import documents as made
from vedette.errors import IntakeError, KnowledgeError
from vedette.ledger import records
from vedette.watch.config import Feeds, load_feeds
from vedette.watch.kinds.addresses import canonical
from vedette.watch.kinds.lists import gdelt_entries, sitemap_entries
from vedette.watch.status import failures, health
from watch.conftest import Rounds
from watch.servers import Site
from watch.test_watch import all_due, held, put_feed, story

FeedsOf = Callable[..., Feeds]


def test_a_feed_whose_pages_are_not_followed_gives_its_own_words(
    site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds
) -> None:
    def items(*texts: str) -> str:
        return made.jsonfeed(
            [
                {"id": f"i{n}", "url": f"{site.url}/{n}", "title": f"T{n}", "content_text": t}
                for n, t in enumerate(texts)
            ]
        )

    site.pages["/f"], site.types["/f"] = items(story(1), story(2)), "application/feed+json"
    feeds = feeds_of({"name": "own", "kind": "feed", "address": f"{site.url}/f", "follow": False})
    watch(feeds)
    assert {r.report.text for r in held(engine)} == {story(1), story(2)}
    assert set(site.asked) == {"/f", "/robots.txt"}
    site.pages["/f"] = items(story(1), story(7))
    all_due(engine)
    watch(feeds)
    assert {r.report.text for r in held(engine)} == {story(1), story(7)}
    with engine.connect() as db:
        assert len(records.list_reports(db)) == 3


def test_a_news_sitemap_and_an_index_of_them(site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds) -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    told = "<news:publication><news:name>Harbour Wire</news:name><news:language>en</news:language></news:publication>"
    told += "<news:publication_date>2016-12-12T08:00:00Z</news:publication_date><news:title>T</news:title>"
    inner = f"<urlset {space}><url><loc>{site.url}/story/0</loc><news:news>{told}</news:news></url></urlset>"
    outer = f"<sitemapindex {space}><sitemap><loc>{site.url}/news.xml</loc></sitemap></sitemapindex>"
    site.pages |= {"/map.xml": outer, "/news.xml": inner, "/story/0": made.page("S", story(0), day=None)}
    site.types |= {"/map.xml": "application/xml", "/news.xml": "text/xml"}
    lines = watch(feeds_of({"name": "map", "kind": "sitemap", "address": f"{site.url}/map.xml"}))
    (record,) = held(engine)
    assert (record.report.outlet, record.report.published) == ("Harbour Wire", date(2016, 12, 12)), lines
    trap = outer.replace("<sitemapindex", '<!DOCTYPE s [<!ENTITY e "x">]><sitemapindex')
    with pytest.raises(IntakeError, match="trap"):
        sitemap_entries(trap.encode())


def test_a_single_page_is_looked_at_again_and_again(
    site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds
) -> None:
    site.pages["/live"] = made.page("Live", story(1))
    feeds = feeds_of({"name": "live", "kind": "page", "address": f"{site.url}/live", "outlet": "Harbour Wire"})
    for n in (1, 1, 5):
        site.pages["/live"] = made.page("Live", story(n))
        all_due(engine)
        watch(feeds)
    (record,) = held(engine)
    assert f"At least {5 + 3}" in record.report.text
    with engine.connect() as db:
        assert len(records.list_reports(db)) == 2
    assert site.asked["/live"] == 3


def test_gdelts_lists_in_their_three_forms(site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds) -> None:
    row = {"url": f"{site.url}/story/0", "title": "T", "seendate": "20161213T080000Z", "language": "English"}
    lists = [
        json.dumps({"articles": [row]}).encode(),
        f"{json.dumps(row)}\n{json.dumps({**row, 'lang': 'en'})}".encode(),
    ]
    lists.append(f"URL,Title,Date,Domain\n{row['url']},T,2016-12-13,harbour.example".encode())
    for data in lists:
        assert {e.url for e in gdelt_entries(data)} == {row["url"]}
    with pytest.raises(IntakeError):
        gdelt_entries(b"Your query was too short.")
    put_feed(site, 1)
    site.pages["/gal.json.gz"], site.types["/gal.json.gz"] = compress(lists[1]), "application/octet-stream"
    watch(feeds_of({"name": "gdelt", "kind": "gdelt", "address": f"{site.url}/gal.json.gz"}))
    (record,) = held(engine)
    assert record.report.published == date(2016, 12, 12), "the page's own day, not that on which GDELT saw it"


def test_files_dropped_into_a_folder(engine: Engine, feeds_of: FeedsOf, watch: Rounds, tmp_path: Path) -> None:
    drop = tmp_path / "drop"
    (drop / "sub").mkdir(parents=True)

    def put(name: str, data: bytes | str) -> None:
        (drop / name).write_bytes(data.encode() if isinstance(data, str) else data)
        os.utime(drop / name, (1e9, 1e9))

    put("a.pdf", made.pdf([story(1)[:90], story(1)[91:]]))
    put("sub/result.json", made.telegram([story(2), story(3)]))
    put("c.wacz", made.wacz({"https://harbour.example/1": made.page("W", story(4))}))
    (drop / "half.txt").write_text("still being wri")
    (drop / ".hidden.txt").write_text(story(9))
    (drop / "way-out.txt").symlink_to("/etc/hostname")
    feeds = feeds_of({"name": "drop", "kind": "folder", "address": "drop"})
    watch(feeds)
    assert {r.report.ref.partition("-")[0] for r in held(engine)} == {"drop", "telegram", "https://harbour.example/1"}
    assert len(held(engine)) == 4
    put("sub/result.json", made.telegram([story(2), story(7), story(8)]))
    os.utime(drop / "sub/result.json", (1.1e9, 1.1e9))
    all_due(engine)
    watch(feeds)
    texts = {r.report.text for r in held(engine)}
    assert {f"Urgent: {story(n)}" for n in (2, 7, 8)} <= texts
    assert f"Urgent: {story(3)}" not in texts, "an edited message is a new version of it"


@pytest.fixture
def mailbox() -> Iterator[tuple[str, Callable[[bytes], None]]]:
    """A real IMAP server; its address, and how to put a message into it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    code = "import sys; sys.argv[0] = 'pymap'; from pymap.main import main; sys.exit(main())"
    told = [
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--no-tls",
        "--no-service",
        "managesieve",
        "--no-service",
        "admin",
    ]
    command = [sys.executable, "-W", "ignore", "-c", code, *told, "dict", "--demo-data"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        for _ in range(300):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            assert process.poll() is None, process.stderr and process.stderr.read()
            time.sleep(0.05)

        def put(message: bytes) -> None:
            with imaplib.IMAP4("127.0.0.1", port) as client:
                client.login("demouser", "demopass")
                answer = client.append("Watched", "", imaplib.Time2Internaldate(1.5e9), message)
                assert answer[0] == "OK", answer

        with imaplib.IMAP4("127.0.0.1", port) as client:
            client.login("demouser", "demopass")
            client.create("Watched")
        yield f"imap://127.0.0.1:{port}", put
        process.terminate()
        process.wait(10)


def test_mail_is_read_in_order_and_once(
    mailbox: tuple[str, Callable[[bytes], None]],
    engine: Engine,
    feeds_of: FeedsOf,
    watch: Rounds,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address, put = mailbox
    monkeypatch.setenv("MAIL_PASSWORD", "demopass")
    box = {"user": "demouser", "password_env": "MAIL_PASSWORD", "folder": "Watched"}
    feeds = feeds_of({"name": "mail", "kind": "imap", "address": address, "mailbox": box})
    put(made.mail(story(1)))
    put(made.mail("See what is attached.", attached=("x.pdf", "application/pdf", made.pdf([story(2)[:80]]))))
    first = watch(feeds)
    assert any(story(1) in r.report.text for r in held(engine)), first
    assert len(held(engine)) == 3
    all_due(engine)
    assert watch(feeds) == ["read mail: 0 new"]
    put(made.mail(story(3)))
    all_due(engine)
    watch(feeds)
    assert len(held(engine)) == 4
    monkeypatch.setenv("MAIL_PASSWORD", "wrong")
    all_due(engine)
    assert watch(feeds)[0].startswith("failed imap://")
    with engine.connect() as db:
        (one,) = health(db)
    assert (one.health, one.failures, one.reports, one.read) == ("failing", 1, 4, 3)


def test_what_is_refused_is_told_in_words(site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds) -> None:
    put_feed(site, 3)
    site.pages["/story/0"] = "<html><body><a href='/'>Home</a></body></html>"
    site.pages["/story/1"], site.types["/story/1"] = b"\x89PNG", "image/png"
    watch(feeds_of({"name": "harbour", "kind": "feed", "address": f"{site.url}/feed"}))
    assert len(held(engine)) == 1
    with engine.connect() as db:
        told = {url.rpartition("/")[2]: why for _, url, why in failures(db)}
    assert "without a story" in told["0"]
    assert "image/png" in told["1"]


@pytest.mark.parametrize(
    ("given", "one"),
    [
        ("https://A.example/x?utm_source=rss&id=3#top", "https://a.example/x?id=3"),
        ("https://a.example", "https://a.example/"),
        ("https://a.example/?q=a%20b", "https://a.example/?q=a%20b"),
        ("mailto:x@a.example", None),
    ],
)
def test_marks_of_visits_are_taken_off_addresses(given: str, one: str | None) -> None:
    assert canonical(given) == one


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("sources: []\ncontact: me@x", "sources"),
        ("contact: me@x\nsources:\n- {name: a, kind: feed, address: 'ftp://x.example/f'}", "no http or https"),
        ("contact: me@x\nsources:\n- {name: a, kind: rss, address: 'https://x.example/f'}", ":3:"),
        ("contact: me@x\nsources:\n- {name: a, kind: page, address: 'https://x.example/', every: often}", "15 minutes"),
        ("contact: me@x\nsources:\n- {name: a, kind: imap, address: 'imaps://x.example/'}", "mailbox"),
        ("contact: me@x\nspeed: 9\nsources:\n- {name: a, kind: folder, address: x}", "speed"),
        ("sources:\n- {name: a, kind: folder, address: x}", "contact"),
    ],
)
def test_a_wrong_file_of_sources_is_told_by_line(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text(text)
    with pytest.raises(KnowledgeError) as raised:
        load_feeds(path)
    assert str(raised.value).startswith(f"{path}:")
    assert why in str(raised.value)
