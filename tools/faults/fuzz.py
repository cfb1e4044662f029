"""Broken inputs of every kind: none may raise, hang, or be refused in more than a line.

    fuzz.py [--count N] [--seed N] [--kind KIND] [--keep FOLDER]

Good documents of each kind are changed: bits, bytes, numbers, words that parsers stumble over, pieces of other
documents, members of archives. The same seed gives the same inputs. Prints the figures as JSON; the exit code is 1
where anything broke, and what broke is kept with --keep. SIGTERM ends it early, with the figures so far.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import resource
import signal
import sys
import threading
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from intake import documents as made  # noqa: E402
from vedette.errors import VedetteError  # noqa: E402
from vedette.intake.files import Read, Refused, read_bytes  # noqa: E402
from vedette.watch.kinds import lists  # noqa: E402
from vedette.watch.net.fetch import check_url  # noqa: E402
from vedette.watch.net.unpack import unpack  # noqa: E402

SECONDS = 20
MEMORY = 6 << 30
_WORDS = (
    b"<!ENTITY a '&b;&b;'>", b"<![CDATA[", b"]]>", b"&#x110000;", b"&amp;" * 50, b"<div>" * 400, b"[" * 3000,
    b'{"a":' * 3000, b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\r", b"\n\n\n", b"%s%n", b"../" * 20,
    b"99999999999999999999", b"-1", b"0", b"1e999", b"NaN", b"obj", b"endobj", b"stream", b"/Length 999999999",
    b"Content-Length: -5\r\n", b"Content-Type: text/html; charset=utf-7\r\n", b"WARC/1.1\r\n", b"0000-00-00",
    b"2016-13-45", b"29/02/2015", b"=?utf-8?b?////?=", b'"', b"'", b",", b"\t", b"A" * 5000,
    b"\xf0\x9f\x92\xa3" * 100, b"1 0 R",
)  # fmt: skip


def good() -> dict[str, tuple[str, bytes]]:
    """Kind to the name and bytes of a good document of it."""
    url = "https://harbour.example/1"
    entry = {"guid": "g", "link": url, "title": "Shells", "description": made.STORY}
    entry["pubDate"] = "Mon, 12 Dec 2016 08:00:00 GMT"
    item = {"id": "i", "url": url, "title": "Shells", "content_text": made.STORY, "date_published": "2016-12-12"}
    row = {"id": "a", "title": "Shells", "text": made.STORY, "date": "12/13/2016", "source": "Harbour Wire"}
    article = {"url": url, "title": "Shells", "seendate": "20161213T080000Z", "language": "English"}
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    pages = {url: made.page()}
    paper = made.pdf([made.STORY[:90], made.STORY[90:]], title="Shells")
    texts = {
        "text": ("a.txt", f"By VOA News December 12, 2016\n\n{made.STORY}\n\n{made.MORE}"),
        "html": ("a.html", made.page()),
        "csv": ("a.csv", ",".join(row) + "\n" + ",".join(f'"{v}"' for v in row.values()) + "\n"),
        "jsonl": ("a.jsonl", json.dumps(row) + "\n" + json.dumps(row)),
        "json": ("a.json", json.dumps([row, row])),
        "rss": ("a.rss", made.rss([entry, entry])),
        "atom": ("a.atom", made.atom([("a", url, "Shells")])),
        "jsonfeed": ("a.json", made.jsonfeed([item])),
        "telegram": ("result.json", made.telegram([made.STORY, made.MORE])),
        "whatsapp": ("chat.txt", made.whatsapp([made.STORY, made.MORE])),
        "sitemap": ("", f"<urlset xmlns='{space}'><url><loc>{url}</loc><lastmod>2016-12-12</lastmod></url></urlset>"),
        "gdelt": ("", json.dumps({"articles": [article, article]})),
        "url": ("", "https://user@www.harbour.example:8080/a/b%20c?x=1&y=%C3%A9#top"),
    }
    binary = {
        "pdf": ("a.pdf", paper),
        "docx": ("a.docx", made.docx([made.STORY, made.MORE], title="Shells")),
        "mail": ("a.eml", made.mail(made.STORY, attached=("p.pdf", "application/pdf", paper))),
        "mbox": ("a.mbox", b"From a Mon\n" + made.mail(made.STORY) + b"\nFrom b Mon\n" + made.mail(made.MORE)),
        "warc": ("a.warc", made.warc(pages, compressed=False)),
        "warc.gz": ("a.warc.gz", made.warc(pages)),
        "wacz": ("a.wacz", made.wacz(pages)),
        "gzip": ("", made.bomb(1 << 20)[:2000]),
    }
    return {kind: (name, text.encode()) for kind, (name, text) in texts.items()} | binary


def mutate(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """`data` changed in one to six ways."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        at = chance.randrange(len(out) + 1)
        size = min(chance.choice((1, 2, 4, 16, 64, 512)), len(out) - at)
        match chance.randrange(9):
            case 0 if out:
                out[at % len(out)] ^= 1 << chance.randrange(8)
            case 1:
                out[at:at] = chance.randbytes(chance.choice((1, 4, 32)))
            case 2:
                del out[at : at + size]
            case 3:
                out[at:at] = out[at : at + size] * chance.choice((2, 8, 100))
            case 4:
                del out[at:]
            case 5:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                out[at:at] = other[start : start + chance.choice((8, 200, 5000))]
            case 6:
                out[at : at + size] = bytes(size)
            case _:
                out[at : at + size * chance.randrange(2)] = chance.choice(_WORDS)
    return bytes(out)


def mutate_inside(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """An archive with one member changed and packed anew, so that what is within is reached."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    name = chance.choice(sorted(members))
    members[name] = mutate(members[name], others, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member, content in members.items():
            new.writestr(member, content)
    return out.getvalue()


def attempt(kind: str, name: str, data: bytes) -> str:
    """Read one input; return what became of it. Raises whatever must not be raised."""
    direct: dict[str, Callable[[bytes], Any]] = {
        "sitemap": lists.sitemap_entries,
        "gdelt": lists.gdelt_entries,
        "gzip": lambda d: unpack(d, "gzip", 1 << 22),
        "url": lambda d: check_url(d.decode("utf-8", "surrogateescape")),
    }
    if kind in direct:
        try:
            direct[kind](data)
        except VedetteError as error:
            assert "\n" not in str(error), f"a reason of many lines: {error!r}"
            return "refused"
        return "read"
    found = read_bytes(data, origin="fuzz", name=name)
    for item in found:
        assert isinstance(item, Read | Refused)
        if isinstance(item, Refused):
            assert item.reason and "\n" not in item.reason, f"a reason of many lines: {item.reason!r}"
        else:
            report = item.report
            assert all(0 <= s.start <= s.end <= len(report.full) for s in report.furniture)
            report.full.encode("utf-8")
    return "read" if any(isinstance(item, Read) for item in found) else "refused"


stopped = threading.Event()
"""Set when the run is to end early, with the figures so far."""


class Hung(BaseException):
    """More than `SECONDS` over one input."""


def _alarm(*_: object) -> None:
    raise Hung


def run(count: int, seed: int, only: str | None = None, keep: Path | None = None) -> dict[str, Any]:
    """Try `count` inputs; return the figures."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, _alarm)
    seeds = {kind: told for kind, told in good().items() if only in (None, kind)}
    for kind, (name, data) in seeds.items():
        attempt(kind, name, data)
    others = [data for _, data in seeds.values()]
    tally: Counter[str] = Counter()
    by_kind: Counter[str] = Counter()
    broken: list[dict[str, str]] = []
    slowest, begun = (0.0, ""), time.monotonic()
    number = -1
    for number in range(count):
        if stopped.is_set():
            number -= 1
            break
        chance = random.Random(f"{seed}:{number}")
        kind = sorted(seeds)[number % len(seeds)]
        name, data = seeds[kind]
        inside = kind in ("docx", "wacz") and chance.random() < 0.7
        changed = mutate_inside(data, others, chance) if inside else mutate(data, others, chance)
        by_kind[kind] += 1
        start = time.monotonic()
        try:
            signal.alarm(SECONDS)
            tally[attempt(kind, name, changed)] += 1
        except (Exception, Hung) as error:
            tally["hung" if isinstance(error, Hung) else "raised"] += 1
            broken.append(
                {"input": f"{seed}:{number}", "kind": kind, "why": "".join(traceback.format_exception(error)[-4:])}
            )
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{seed}-{number}-{name}").write_bytes(changed)
        finally:
            signal.alarm(0)
        slowest = max(slowest, (time.monotonic() - start, f"{seed}:{number} {kind}"))
        if sys.stderr.isatty() and number % 200 == 0:
            print(f"\r{number} of {count}", end="", file=sys.stderr)
    return {
        "inputs": number + 1,
        "seed": seed,
        "read": tally["read"],
        "refused": tally["refused"],
        "raised": tally["raised"],
        "hung": tally["hung"],
        "slowest_seconds": round(slowest[0], 2),
        "slowest": slowest[1],
        "seconds": round(time.monotonic() - begun),
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10,
        "kinds": dict(sorted(by_kind.items())),
        "broken": broken[:20],
    }


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    figures = run(given.count, given.seed, given.kind, given.keep)
    print(json.dumps(figures, indent=1))
    return 1 if figures["raised"] or figures["hung"] else 0


if __name__ == "__main__":
    sys.exit(main())
