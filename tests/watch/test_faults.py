"""Faults: broken inputs, kills, a full disk, a clock that jumps, two at once, an old ledger. Long runs are by hand."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from intake import documents as made
from vedette.errors import VedetteError
from vedette.ledger import records
from vedette.ledger.store import HEAD, open_ledger
from vedette.ledger.watched import items, sources
from vedette.watch import state
from vedette.watch.archive import Archive, offsets, read_record
from vedette.watch.config import Feeds
from vedette.watch.lock import only_one
from vedette.watch.round import is_full
from watch.conftest import Rounds
from watch.servers import Site
from watch.test_watch import held, put_feed

ROOT = Path(__file__).parent.parent.parent
FeedsOf = Callable[..., Feeds]


def run(*args: str) -> dict[str, object]:
    done = subprocess.run([sys.executable, *args], cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return dict(json.loads(done.stdout))


def test_broken_inputs_of_every_kind() -> None:
    figures = run("tools/faults/fuzz.py", "--count", "420", "--seed", "3")
    assert (figures["inputs"], figures["raised"], figures["hung"]) == (420, 0, 0)


@pytest.mark.parametrize("what", ["ingest", "watch"])
def test_kills_lose_nothing_and_double_nothing(what: str, tmp_path: Path) -> None:
    figures = run("tools/faults/kill.py", what, "--kills", "3", "--pages", "6", "--folder", str(tmp_path))
    assert (figures["kills"], figures["lost_or_doubled"]) == (3, 0)


def test_a_torn_record_is_cut_off_and_the_rest_stays(tmp_path: Path) -> None:
    at = state.now()
    with Archive(tmp_path) as archive:
        kept = [archive.put_resource(f"file:///{n}", at, "text/plain", b"report %d " % n * 50) for n in range(3)]
    (whole,) = tmp_path.glob("*.warc.gz")
    torn = tmp_path / f"{whole.name}.open"
    whole.rename(torn)
    os.truncate(torn, torn.stat().st_size - 7)
    with Archive(tmp_path):
        pass
    assert not torn.exists()
    assert read_record(tmp_path, whole.name, kept[1].offset).payload == b"report 1 " * 50
    assert [end for _, end in offsets(whole)][-1] == kept[2].offset
    with pytest.raises(VedetteError, match="no record"):
        read_record(tmp_path, whole.name, kept[2].offset)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of two megabytes, where this machine lets one be made."""
    place = tmp_path / "disk"
    place.mkdir()
    made_ = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if made_.returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.skipif(shutil.which("mount") is None, reason="no mount on this system")
def test_a_disk_that_fills_stops_nothing_and_loses_nothing(
    small_disk: Path, site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds
) -> None:
    put_feed(site, 6)
    for n in range(6):
        padding = "".join(f"<!-- {os.urandom(20_000).hex()} -->" for _ in range(20))
        site.pages[f"/story/{n}"] = str(site.pages[f"/story/{n}"]) + padding
    source = {"name": "harbour", "kind": "feed", "address": f"{site.url}/feed"}
    feeds = feeds_of(source, archive=str(small_disk / "archive"))
    with pytest.raises(OSError) as raised:
        watch(feeds)
    assert is_full(raised.value)
    with engine.connect() as db:
        for row in state.unread(db, 10):
            assert read_record(Path(feeds.archive), row.warc, row.offset).payload
    for old in (small_disk / "archive").glob("*.gz*"):
        shutil.move(old, small_disk.parent / old.name)
    watch(feeds_of(source, archive=str(small_disk.parent)))
    assert len(held(engine)) == 6


def test_a_clock_that_jumps_ahead_and_back_stops_no_source(
    site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds
) -> None:
    put_feed(site, 1)
    feeds = feeds_of({"name": "harbour", "kind": "feed", "address": f"{site.url}/feed", "every": "1 hour"})
    watch(feeds)
    asked = site.asked["/feed"]
    watch(feeds)
    assert site.asked["/feed"] == asked, "it is not due yet"
    ahead = state.now() + timedelta(days=900)
    with engine.begin() as db:
        db.execute(update(sources).values(due=ahead, tried=ahead - timedelta(hours=1), succeeded=ahead))
        db.execute(update(items).values(due=ahead))
    watch(feeds)
    assert site.asked["/feed"] == asked + 1
    assert site.asked["/story/0"] == 2
    assert len(held(engine)) == 1


def test_two_ingests_at_once_on_one_ledger(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": f"t{n}", "text": f"{n + 2} people were killed in shelling of Marrat {n}."}) for n in range(40)
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    ledger = tmp_path / "both.db"
    given = [str(tmp_path / "rows.jsonl"), "--ledger", str(ledger)]
    command = [sys.executable, "-m", "vedette.cli.main", "ingest", *given]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for _ in range(2)]
    told = [process.communicate(timeout=300)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    with open_ledger(str(ledger)).connect() as db:
        found = records.list_reports(db)
        counts = records.counts_by_report(db)
    assert sorted(r.report.ref for r in found) == sorted(f"t{n}" for n in range(40))
    assert all(counts[r.report.id] for r in found)


def test_two_watches_on_one_archive_are_one_too_many(tmp_path: Path) -> None:
    refused: list[VedetteError] = []

    def second() -> None:
        try:
            with only_one(tmp_path):
                pass
        except VedetteError as error:
            refused.append(error)

    with only_one(tmp_path):
        other = threading.Thread(target=second)
        other.start()
        other.join()
    assert "another watch" in str(refused[0])
    with only_one(tmp_path):
        pass


def test_a_ledger_from_before_watching_is_brought_up_to_date(tmp_path: Path) -> None:
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    path = tmp_path / "old.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config()
        folder = ROOT / "src" / "vedette" / "ledger" / "migrations"
        config.set_main_option("script_location", str(folder))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
    engine.dispose()
    body = {"title": "", "text": made.STORY, "outlet": "Wire", "ref": "old", "language": "en", "furniture": []}
    with closing(sqlite3.connect(path)) as db:
        row = ("r-1", "old", "Wire", "", "old.txt", "2016-12-10 00:00:00", "0", json.dumps(body))
        db.execute(
            "insert into reports (id, ref, outlet, title, origin, ingested, extraction, body)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        db.commit()
    with open_ledger(str(path)).connect() as connection:
        assert connection.exec_driver_sql("select version_num from alembic_version").scalar() == HEAD
        (record,) = records.list_reports(connection, superseded=False)
    assert record.report.text == made.STORY
