"""Fetching safely: only what is public, nothing endless, nothing that unpacks without end, no bad certificate."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from gzip import compress

import pytest
import trustme

from intake import documents as made
from vedette.errors import FetchError
from vedette.watch.net.addresses import Allowed, closed, resolve
from vedette.watch.net.fetch import Fetcher, Limits, check_url
from vedette.watch.net.manners import Manners
from vedette.watch.net.unpack import unpack
from watch.servers import Handler, Site, drip, serve

LOCAL = Allowed.of(["127.0.0.1"])
SHORT = Limits(sent=1 << 20, unpacked=4 << 20, seconds=2.0, idle=1.0, redirects=3)


def fetcher(**more: object) -> Fetcher:
    return Fetcher("Vedette/test (+desk@example.org)", **{"allowed": LOCAL, "limits": SHORT, **more})  # type: ignore[arg-type]


def why(site: Site, path: str, **more: object) -> str:
    with pytest.raises(FetchError) as raised:
        fetcher(**more).get(site.url + path)
    return str(raised.value)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "10.0.0.8", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.100.100.200",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "168.63.129.16", "::1", "::", "fe80::1",
        "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.1.1.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_networks_that_are_not_public_are_closed(address: str) -> None:
    assert closed(ipaddress.ip_address(address)) is not None


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"]
)
def test_public_addresses_are_open(address: str) -> None:
    assert closed(ipaddress.ip_address(address)) is None


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "017700000001"])
def test_this_machine_is_not_spoken_to_however_it_is_written(site: Site, host: str) -> None:
    port = site.url.rpartition(":")[2]
    with pytest.raises(FetchError):
        fetcher(allowed=Allowed()).get(f"http://{host}:{port}/")
    assert not site.asked


def test_what_is_allowed_by_name_is_allowed_for_that_name_only() -> None:
    assert resolve("localhost", 80, Allowed.of(["localhost"]))
    with pytest.raises(FetchError, match="this machine"):
        resolve("127.0.0.1", 80, Allowed.of(["localhost"]))
    assert resolve("10.1.2.3", 80, Allowed.of(["10.1.0.0/16"])) == ["10.1.2.3"]
    with pytest.raises(FetchError, match="private"):
        resolve("10.2.2.3", 80, Allowed.of(["10.1.0.0/16"]))


def test_a_name_with_one_inner_address_among_its_own_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The resolver is the one thing played: no test can have names of its own in it."""

    def mixed(*_: object, **__: object) -> list[object]:
        return [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", mixed)
    with pytest.raises(FetchError, match="private"):
        resolve("mixed.example", 80, Allowed())


def test_the_connection_goes_to_the_address_that_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is public when it is checked and inner when it is connected to gains nothing: it is asked once."""
    asked = []
    real = socket.getaddrinfo

    def rebinding(host: str, *args: object, **more: object) -> object:
        asked.append(host)
        return real("127.0.0.1", *args, **more)  # type: ignore[arg-type]

    site.pages["/"] = "page"
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    port = site.url.rpartition(":")[2]
    got = fetcher(allowed=Allowed.of(["rebind.example"])).get(f"http://rebind.example:{port}/")
    assert (got.peer, got.body) == ("127.0.0.1", b"page")
    assert [host for host in asked if host == "rebind.example"] == ["rebind.example"]


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data/", "metadata"),
        ("http://10.0.0.1/", "private"),
        ("http://[::1]/", "this machine"),
        ("file:///etc/passwd", "no http or https"),
        ("ftp://ftp.example/", "no http or https"),
        ("gopher://x.example/", "no http or https"),
        ("http://user:secret@site.example/", "name or password"),
        ("http://site.example:25/", "port 25"),
    ],
)
def test_redirects_are_checked_at_every_hop(site: Site, to: str, reason: str) -> None:
    site.redirect("/a", "/b")
    site.redirect("/b", to)
    assert reason in why(site, "/a")


def test_endless_and_circular_redirects_end(site: Site) -> None:
    site.redirect("/a", "/b")
    site.redirect("/b", "/a")
    assert "circle" in why(site, "/a")

    def on(handler: Handler) -> None:
        handler.send_response(302)
        handler.send_header("Location", f"/on?{site.asked.total()}")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    site.pages["/on"] = on
    assert "more than 3 times" in why(site, "/on")


def test_the_way_that_a_page_took_is_told(site: Site) -> None:
    site.redirect("/a", "/b", 301)
    site.pages["/b"] = "here"
    assert fetcher().get(f"{site.url}/a").hops == (f"{site.url}/a", f"{site.url}/b")


@pytest.mark.parametrize("head", [True, False])
def test_a_slow_sender_is_left_in_time(site: Site, head: bool) -> None:
    site.pages["/slow"] = drip(30, head=head)
    begun = time.monotonic()
    assert "too slow" in why(site, "/slow")
    assert time.monotonic() - begun < 15


def test_a_silent_server_is_left_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute, pytest.raises(FetchError, match="sent nothing"):
        fetcher().get(f"http://127.0.0.1:{mute.getsockname()[1]}/")


def test_too_many_bytes_are_not_taken_whether_they_are_told_or_not(site: Site) -> None:
    site.pages["/big"] = bytes(2 << 20)
    assert "2,097,152 bytes" in why(site, "/big")

    def chunked(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for _ in range(64):
            handler.wfile.write(b"10000\r\n" + bytes(65536) + b"\r\n")

    site.pages["/endless"] = chunked
    assert "more than 1,048,576 bytes" in why(site, "/endless")


def test_bombs_are_told_and_not_unpacked(site: Site) -> None:
    site.pages["/bomb"] = made.bomb(256 << 20)
    site.headers["/bomb"] = {"Content-Encoding": "gzip"}
    assert "bomb" in why(site, "/bomb")
    twice = compress(compress(bytes(64 << 20)))
    with pytest.raises(FetchError, match="bomb"):
        unpack(twice, "gzip, gzip", 1 << 20)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_what_was_packed_comes_out_whole(encoding: str) -> None:
    text = b"people were killed " * 5000
    raw = compress(text) if encoding == "gzip" else zlib.compress(text)
    assert unpack(raw, encoding, 1 << 20) == text
    bare = zlib.compressobj(wbits=-15)
    assert unpack(bare.compress(text) + bare.flush(), "deflate", 1 << 20) == text
    with pytest.raises(FetchError, match="broken"):
        unpack(raw[:-20], encoding, 1 << 20)
    with pytest.raises(FetchError, match="not asked for"):
        unpack(text, "br", 1 << 20)


def test_a_wrong_type_is_told_before_its_body_is_read(site: Site) -> None:
    site.pages["/x"] = bytes(500_000)
    site.types["/x"] = "image/png"
    with pytest.raises(FetchError, match="image/png"):
        fetcher().get(f"{site.url}/x", types=frozenset({"text/html"}))


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def secure(authority: trustme.CA) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with serve(Site(pages={"/": "safe"}), context) as site:
        yield site


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def test_a_good_certificate_is_taken(secure: Site, authority: trustme.CA) -> None:
    assert fetcher(trust=trusting(authority)).get(secure.url).body == b"safe"


def test_an_unknown_authority_is_refused(secure: Site) -> None:
    assert "certificate" in why(secure, "/")


def test_a_certificate_of_another_name_is_refused(authority: trustme.CA) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("other.example").configure_cert(context)
    with serve(Site(pages={"/": "spoofed"}), context) as site:
        assert "certificate" in why(site, "/", trust=trusting(authority))


def test_no_way_leads_down_from_https(secure: Site, authority: trustme.CA, site: Site) -> None:
    secure.redirect("/down", f"{site.url}/")
    assert "without a certificate" in why(secure, "/down", trust=trusting(authority))


def test_addresses_are_made_fit_to_be_asked_for() -> None:
    assert check_url("HTTP://Bücher.example:80/ä b?q=é#x") == "http://xn--bcher-kva.example/%C3%A4%20b?q=%C3%A9"
    for bad in ("http://", "//x", "http://x:99999/", "javascript:alert(1)", "http://a\nb/", "http://[zz]/"):
        with pytest.raises(FetchError):
            check_url(bad) if "\n" not in bad else fetcher().get(bad)


def test_robots_is_heeded(site: Site) -> None:
    site.pages["/robots.txt"] = "User-agent: Vedette\nDisallow: /closed\nCrawl-delay: 3\n\nUser-agent: *\nDisallow: /"
    manners = Manners(fetcher(), 1.0)
    manners.check(f"{site.url}/open")
    with pytest.raises(FetchError, match=r"robots\.txt"):
        manners.check(f"{site.url}/closed/1")
    assert site.asked["/robots.txt"] == 1


@pytest.mark.parametrize(("status", "open_"), [(404, True), (403, True), (500, False), (503, False)])
def test_no_robots_is_leave_and_a_broken_one_is_none(site: Site, status: int, open_: bool) -> None:
    site.fail("/robots.txt", status)
    manners = Manners(fetcher(), 1.0)
    if open_:
        manners.check(f"{site.url}/x")
    else:
        with pytest.raises(FetchError, match="cannot be had"):
            manners.check(f"{site.url}/x")
