"""Sources to reports: what is named is fetched once, kept, read; what changes is a new version."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from intake import documents as made
from vedette.errors import VedetteError
from vedette.ledger import records
from vedette.ledger.care.check import BAD, WELL
from vedette.ledger.watched import items, sources
from vedette.watch import state
from vedette.watch.config import Feeds
from vedette.watch.kept import bytes_of, difference, find_report, newest, versions
from vedette.watch.verify import verify
from watch.conftest import Rounds
from watch.servers import Site

FeedsOf = Callable[..., Feeds]


def story(n: int) -> str:
    return f"At least {n + 3} people were killed in shelling of the town of Marrat on Friday, medics said. {made.STORY}"


def entry(site: Site, n: int) -> dict[str, str]:
    told = {"guid": f"g{n}", "link": f"{site.url}/story/{n}", "title": f"Story {n}"}
    return {**told, "pubDate": "Mon, 12 Dec 2016 08:00:00 GMT"}


def put_feed(site: Site, count: int) -> None:
    site.pages["/feed"] = made.rss([entry(site, n) for n in range(count)])
    site.types["/feed"] = "application/rss+xml"
    for n in range(count):
        site.pages[f"/story/{n}"] = made.page(f"Story {n}", story(n))


def held(engine: Engine) -> list[records.ReportRecord]:
    with engine.connect() as db:
        return records.list_reports(db, superseded=False)


def all_due(engine: Engine) -> None:
    with engine.begin() as db:
        past = state.now() - timedelta(minutes=1)
        db.execute(update(sources).values(due=past))
        db.execute(update(items).where(items.c.due.is_not(None)).values(due=past))


def test_what_a_feed_names_becomes_reports(site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds) -> None:
    put_feed(site, 3)
    feeds = feeds_of({"name": "harbour", "kind": "feed", "address": f"{site.url}/feed", "outlet": "Harbour Wire"})
    lines = watch(feeds)
    found = held(engine)
    assert not [line for line in lines if line.startswith("failed") or "refused" in line]
    assert {r.report.url for r in found} == {f"{site.url}/story/{n}" for n in range(3)}
    assert {(r.report.outlet, r.report.published) for r in found} == {("Harbour Wire", date(2016, 12, 12))}
    with engine.connect() as db:
        assert len(records.list_claims(db)) >= 3


def test_looking_again_asks_conditionally_and_adds_nothing(
    site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds
) -> None:
    put_feed(site, 2)
    feeds = feeds_of({"name": "harbour", "kind": "feed", "address": f"{site.url}/feed"})
    watch(feeds)
    before = [(r.report.id, r.origin) for r in held(engine)]
    all_due(engine)
    lines = watch(feeds)
    assert [(r.report.id, r.origin) for r in held(engine)] == before
    assert sum(line.startswith("unchanged") for line in lines) == 3
    asked = [headers for path, headers in site.seen if path == "/feed"]
    assert "If-None-Match" not in asked[0]
    assert "If-None-Match" in asked[1]


@pytest.mark.parametrize("validators", [True, False])
def test_a_page_that_changes_is_a_new_version_and_claims_follow(
    site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds, validators: bool
) -> None:
    site.validators = validators
    put_feed(site, 1)
    feeds = feeds_of({"name": "harbour", "kind": "feed", "address": f"{site.url}/feed"})
    watch(feeds)
    (old,) = held(engine)
    site.pages["/story/0"] = made.page("Story 0", story(9).replace("At least 12", "At least 14"))
    all_due(engine)
    watch(feeds)
    (new,) = held(engine)
    assert new.report.id != old.report.id
    with engine.connect() as db:
        assert len(records.list_reports(db)) == 2
        lows = {c.to_json().get("low") for c in records.list_claims(db)}
        assert 14 in lows
        assert 3 not in lows
        assert [c.version for c in state.captures_of_report(db, new.report.id)] == [2]


def test_what_was_read_can_be_checked_when_the_page_is_gone(
    site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds
) -> None:
    put_feed(site, 1)
    feeds = feeds_of({"name": "harbour", "kind": "feed", "address": f"{site.url}/feed"})
    watch(feeds)
    first = site.pages["/story/0"]
    site.pages["/story/0"] = made.page("Story 0", story(9))
    all_due(engine)
    watch(feeds)
    site.fail("/story/0", 410)
    all_due(engine)
    watch(feeds)
    (record,) = held(engine)
    with engine.connect() as db:
        found = versions(db, find_report(db, record.report.ref))
        assert [v.version for v in found] == [1, 2]
        old, new = (v.reports[0] for v in found)
        assert newest(db, old) == new == record.report.id
        changed = [line for line in difference(db, old, new) if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert [line[:13] for line in changed] == ["-At least 3 p", "+At least 12 "]
    assert bytes_of(found[0], Path(feeds.archive)).payload == str(first).encode()
    assert {f.state for f in verify(engine, Path(feeds.archive))} == {WELL}
    for warc in Path(feeds.archive).glob("*.warc.gz"):
        warc.write_bytes(bytes(warc.stat().st_size))
    assert {f.state for f in verify(engine, Path(feeds.archive))} == {BAD}
    with pytest.raises(VedetteError):
        bytes_of(found[0], Path(feeds.archive))


def test_a_failing_source_is_told_and_tried_again_later(
    site: Site, engine: Engine, feeds_of: FeedsOf, watch: Rounds
) -> None:
    site.fail("/feed", 503, Retry_After="3600")
    feeds = feeds_of({"name": "harbour", "kind": "feed", "address": f"{site.url}/feed"})
    lines = watch(feeds, rounds=3)
    assert lines == [f"failed {site.url}/feed: answered 503 Service Unavailable"]
    with engine.connect() as db:
        row = state.source_rows(db, ["harbour"])["harbour"]
    assert row.failures == 1
    assert row.due - state.now() > timedelta(minutes=55)
