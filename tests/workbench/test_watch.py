"""The Watch page and the feed of alerts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from xml.etree import ElementTree as ET

from fastapi.testclient import TestClient
from sqlalchemy import insert

from vedette.ledger.schema import reports
from vedette.ledger.watched import alerts, capture_reports, captures, sources
from vedette.model.happening import Happening
from vedette.watch.state import now
from vedette.workbench.desk import Desk
from workbench.made import DAILY

EventOf = Callable[[str], Happening]
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def _watching(desk: Desk, event: Happening) -> None:
    """One source that fares well with one report, one that fails, and one alert."""
    at = now() - timedelta(hours=1)
    good = {"name": "Made Daily", "succeeded": at, "due": at, "failures": 0, "failure": None, "memory": {}}
    bad = {
        "name": "Made Radio",
        "succeeded": None,
        "due": at,
        "failures": 3,
        "failure": "it answered 503",
        "memory": {},
    }
    kept = {
        "id": 1, "item_id": "i-1", "source": "Made Daily", "url": "https://daily.example/1", "at": at, "status": 200,
        "mime": "text/html", "sha256": "0" * 64, "warc": "1.warc.gz", "offset": 0, "version": 1, "state": "read",
        "note": "",
    }  # fmt: skip
    body = {"type": "Air/drone strike", "place": "Tarsus", "first": "2016-12-10", "last": "2016-12-10", "figures": {}}
    alert = {
        "id": "a-1",
        "rule": "strikes",
        "happening_id": event.id,
        "first": at,
        "changed": at,
        "seq": 1,
        "body": body,
    }
    with desk.write() as db:
        db.execute(insert(sources), [good, bad])
        db.execute(insert(captures), [kept])
        db.execute(insert(capture_reports), [{"capture_id": 1, "report_id": DAILY.id}])
        db.execute(insert(alerts), [alert])
        db.execute(reports.update().where(reports.c.id == DAILY.id).values(ingested=now()))


def test_how_each_source_fares_stands_there_in_words(client: TestClient, desk: Desk, event_of: EventOf) -> None:
    _watching(desk, event_of("nine"))
    page = client.get("/watch").text
    assert "3 times: it answered 503" in page
    assert f"/happening/{event_of('nine').id}" in page
    rows = {row["name"]: row for row in client.get("/watch?download=sources.json").json()}
    assert (rows["Made Daily"]["health"], rows["Made Daily"]["reports"], rows["Made Daily"]["a_day"]) == (
        "well",
        1,
        0.1,
    )
    assert (rows["Made Radio"]["health"], rows["Made Radio"]["failures"]) == ("failing", 3)
    assert client.get("/api/v1/watch").json()["sources"][1]["failure"] == "it answered 503"


def test_a_desk_that_watches_nothing_says_how(client: TestClient) -> None:
    assert "Nothing is watched yet" in client.get("/watch").text


def test_alerts_are_a_feed_whose_entries_lead_to_the_desk(client: TestClient, desk: Desk, event_of: EventOf) -> None:
    _watching(desk, event_of("nine"))
    answer = client.get("/feed.atom")
    assert answer.headers["content-type"] == "application/atom+xml"
    (entry,) = ET.fromstring(answer.content).findall("a:entry", ATOM)
    link = entry.find("a:link[@rel='alternate']", ATOM)
    assert link is not None
    assert client.get(link.get("href", "").removeprefix("http://testserver")).status_code == 200
