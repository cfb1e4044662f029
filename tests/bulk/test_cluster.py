"""A real cluster of two nodes; one is killed midway, and the ledger is the one that one process makes."""

from __future__ import annotations

import json
import os
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet
from spacy.language import Language
from sqlalchemy import Engine
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from vedette.bulk import pool, read_urls
from vedette.bulk.archive import ingest_by_cluster
from vedette.bulk.cluster import Cluster
from vedette.errors import JudgementError, VedetteError
from vedette.knowledge.pack import Knowledge
from vedette.ledger import contents
from vedette.ledger.ingest import Status, extraction_version, finish, ingest
from vedette.ledger.ruling import make_rule
from vedette.ledger.store import open_ledger

ray = pytest.importorskip("ray")
TOWNS = ("Idlib", "Homs", "Hama", "Raqqa", "Aleppo")
CLOCK = ("ingested", "at", "recorded")
"""Columns that hold when something was written."""


def story(n: int) -> str:
    who = "medics" if n % 2 else "the army"
    return f"Shelling killed {n % 11 + 2} people in the town of {TOWNS[n % 5]} on Friday, {who} said. Story {n}."


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A folder with JSON lines, Parquet and a web archive; some reports come twice, some rows are broken."""
    folder = tmp_path_factory.mktemp("archive")
    rows = [
        {"id": f"r{n}", "outlet": f"Paper {n % 3}", "published": "2016-12-10", "title": "", "text": story(n)}
        for n in range(180)
    ]
    lines = [json.dumps(row) for row in rows[:120]]
    (folder / "a.jsonl").write_text("\n".join([*lines[:100], "{broken", *lines[100:], lines[0]]), encoding="utf-8")
    parquet.write_table(pa.Table.from_pylist(rows[100:]), folder / "b.parquet", row_group_size=40)
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    for n in range(180, 200):
        page = f"<html><body><article><p>{story(n)} {story(n)}</p></article></body></html>".encode()
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
        url = f"https://paper.example/2016/12/10/{n}"
        record = writer.create_warc_record(url, "response", payload=BytesIO(page), http_headers=headers)
        writer.write_record(record)
        record.raw_stream.close()
    (folder / "c.warc.gz").write_bytes(out.getvalue())
    return [str(folder)]


def digests(engine: Engine) -> dict[str, str]:
    with engine.connect() as db:
        found = contents.digests(db, CLOCK)
    return {name: digest for name, digest in found.items() if name != "state"}


def test_a_node_killed_midway_changes_nothing(
    nodes: Any, archive: list[str], tmp_path: Path, nlp: Language, knowledge: Knowledge
) -> None:
    alone, together = open_ledger(str(tmp_path / "one.db")), open_ledger(str(tmp_path / "two.db"))
    expected = list(ingest(alone, read_urls(archive), nlp, knowledge))
    finish(alone)
    with Cluster(knowledge, address=nodes.address, workers=2) as cluster:
        assert cluster.ask(extraction_version) == extraction_version(nlp, knowledge)
        while cluster._pool._starting:
            cluster._pool._step()
        outcomes = []
        for outcome in ingest_by_cluster(cluster, archive, together):
            outcomes.append(outcome)
            if len(outcomes) == 33:
                (node,) = nodes.worker_nodes
                nodes.remove_node(node, allow_graceful=False)
        assert cluster.lost >= 1
        finish(together, cluster.link_all)
    assert digests(together) == digests(alone)
    assert {s: [o.status for o in outcomes].count(s) for s in Status} == {
        s: [o.status for o in expected].count(s) for s in Status
    }
    assert [o.status for o in outcomes].count(Status.NEW) == 200
    nodes.add_node(num_cpus=1)


def test_errors_come_back_as_they_are(nodes: Any, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "TRIES", 2)
    with Cluster(knowledge, address=nodes.address, workers=1) as cluster:
        with pytest.raises(JudgementError, match="there is no rule"):
            cluster.run(make_rule, "nonsense")()
        with pytest.raises(VedetteError, match="a worker failed"):
            cluster.run(date.fromisoformat, "nonsense")()
        waiting = cluster.run(os._exit, 1)
        after = cluster.run(date.fromisoformat, "2016-12-10")
        with pytest.raises(VedetteError, match="2 workers ended over the same reports"):
            waiting()
        assert after() == date(2016, 12, 10)
        assert cluster.lost == 2


def test_a_cluster_that_is_not_there_is_told(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray, "init", _refuse)
    with pytest.raises(VedetteError, match=r"no Ray cluster answers at 127\.0\.0\.1:1"):
        Cluster(knowledge, address="127.0.0.1:1")


def _refuse(*_: object, **__: object) -> None:
    raise ConnectionError("Could not find any running Ray instance")
