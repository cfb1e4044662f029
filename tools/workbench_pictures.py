"""Pictures of every page of the workbench on the sample, for docs/images.

    python tools/workbench_pictures.py OUT_FOLDER [--ledger LEDGER] [--width 1200] [--height 1000] [--dark] [--full]

LEDGER is what `vedette demo` leaves (build/demo/sample.db); it is copied, so that no visit stays in it. Takes
Playwright and a Chromium (tools/get-browser, or one on the path). Prints each page with what reaches beyond its width
and what is cut within a box, which should be nothing; the exit code is 1 where there is any.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Page, sync_playwright
from sqlalchemy import select

from vedette.ledger.schema import claims, happenings, reports
from vedette.ledger.search import index_missing
from vedette.ledger.store import open_ledger
from vedette.workbench.app import create_app
from vedette.workbench.desk import Desk

BEYOND = """() => {
  const out = [];
  const wide = document.documentElement.clientWidth;
  for (const e of document.querySelectorAll("body *")) {
    const box = e.getBoundingClientRect();
    if (!box.width || e.closest(".skip, .visually-hidden, dialog, thead, svg, [data-timeline]")) continue;
    if (box.right > wide + 1 || box.left < -1) out.push(`${e.tagName}.${e.className} reaches ${Math.round(box.right)}`);
    const style = getComputedStyle(e);
    const cut = e.scrollWidth > e.clientWidth + 1 && style.overflowX === "hidden" && style.textOverflow !== "ellipsis";
    if (cut) out.push(`${e.tagName}.${e.className} is cut`);
  }
  const marks = [...document.querySelectorAll("svg.map")].map((map) =>
    [...map.querySelectorAll(".mark > rect, .mark > circle, .control > rect, text.name")].map((e) =>
      [e, e.getBoundingClientRect()]),
  );
  for (const [n, a] of marks.flatMap((m) => m.flatMap((x, i) => m.slice(i + 1).map((y) => [x, y]))).entries()) {
    const [[e, p], [f, q]] = a;
    const over = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const under = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (over > 2 && under > 2) out.push(`${e.textContent.slice(0, 40)} covers ${f.textContent.slice(0, 40)} (${n})`);
  }
  return out;
}"""
"""What reaches beyond the page, is cut, or covers another mark of a map."""


def addresses(ledger: str) -> dict[str, str]:
    """Each picture's name to its page."""
    with open_ledger(ledger).connect() as db:
        event = db.scalars(
            select(happenings.c.id).order_by(happenings.c.disputes.desc(), happenings.c.dead.desc()).limit(1)
        ).one()
        held = db.scalars(select(happenings.c.body).where(happenings.c.id == event)).one()["claims"]
        own = select(claims.c.report_id, claims.c.start).where(claims.c.id.in_(held), claims.c.kind == "toll")
        report, start = db.execute(own.order_by(claims.c.report_id, claims.c.start)).first() or ("", 0)
        source = db.scalars(
            select(claims.c.source).where(claims.c.id.in_(held), claims.c.source.is_not(None)).order_by(claims.c.source)
        ).first()
        days = db.execute(select(happenings.c.first).order_by(happenings.c.first.desc())).scalars().first()
        assert db.scalar(select(reports.c.id).where(reports.c.id == report))
    return {
        "day": "/day",
        "happening": f"/happening/{event}",
        "report": f"/report/{report}",
        "add": f"/add?report={report}&start={start}&end={start + 24}",
        "queue": "/queue",
        "control": f"/control?on={days}",
        "sources": "/sources",
        "source": f"/source?name={quote(source or '')}",
        "changes": "/changes",
        "search": "/search?in=claims&q=killed",
        "judgements": "/judgements",
        "watch": "/watch",
        "method": "/method",
    }


@contextmanager
def served(ledger: str) -> Iterator[str]:
    """The ledger on a free port of this machine; gives its address."""
    engine = open_ledger(ledger)
    with engine.begin() as db:
        index_missing(db)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(Desk(engine, analyst="ann", hosts=("127.0.0.1",)))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


def take(page: Page, out: Path, name: str, address: str, full: bool) -> list[str]:
    """One picture; gives what is wrong with the page."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=out / f"workbench-{name}.png", full_page=full)
    found: list[str] = page.evaluate(BEYOND)
    return found


def main() -> int:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--ledger", type=Path, default=Path("build/demo/sample.db"))
    parser.add_argument("--width", type=int, default=1200)
    parser.add_argument("--height", type=int, default=1000)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--full", action="store_true", help="the whole length of each page")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        copy = str(Path(folder) / given.ledger.name)
        # By the database itself, since the last of what was written may stand beside the file still.
        with sqlite3.connect(given.ledger) as own, sqlite3.connect(copy) as other:
            own.backup(other)
        with served(copy) as base:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(
                base_url=base,
                viewport={"width": given.width, "height": given.height},
                color_scheme="dark" if given.dark else "light",
            )
            page.set_default_timeout(60_000)
            for name, address in addresses(copy).items():
                found = take(page, given.out, name, address, given.full)
                wrong += len(found)
                print(f"{name}: {address}", *(f"  {words}" for words in found), sep="\n", flush=True)
            browser.close()
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
