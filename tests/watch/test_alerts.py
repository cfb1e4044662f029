"""Alerts: one a happening and rule, changes grouped, nothing twice; mail, webhook and feed against real servers."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
from collections.abc import Iterator
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import feedparser
import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import Engine, select, update

from ledger.made import put
from makers import event, toll, town
from vedette.errors import KnowledgeError
from vedette.ledger.schema import reports
from vedette.ledger.sync import sync
from vedette.ledger.versions import supersede
from vedette.ledger.watched import alert_sendings, alerts
from vedette.watch.alerts.detect import detect
from vedette.watch.alerts.match import kilometres, shares
from vedette.watch.alerts.rules import Alerts, load_alerts
from vedette.watch.alerts.send import send_due
from vedette.watch.net.addresses import Allowed
from vedette.watch.net.fetch import Fetcher, Limits
from vedette.watch.state import now
from watch.servers import Site

MARRAT = town("Marrat", 36.0, 37.0)
FETCHER = Fetcher("Vedette/test", Allowed(), Limits(seconds=10, idle=5))


def rules(tmp_path: Path, **rule: Any) -> Alerts:
    given = {
        "group": "1 hour",
        "channels": {"out": {"kind": "feed", "file": str(tmp_path / "feed.atom"), "address": "https://desk.example/feed.atom"}},
        "rules": [{"name": "watched", "channels": ["out"], **rule}],
    }  # fmt: skip
    return Alerts.model_validate(given)


def told(engine: Engine) -> list[tuple[int, str]]:
    with engine.connect() as db:
        return [(r.seq, r.body["type"]) for r in db.execute(select(alerts).order_by(alerts.c.id))]


def ask(engine: Engine, given: Alerts, at: datetime | None = None) -> int:
    with engine.begin() as db:
        sync(db)
        return detect(db, given, at or now())


def strike(ref: str, low: int, **slots: Any) -> list[Any]:
    where = {"place": "Marrat", "location": MARRAT, **slots}
    return [event(ref, **{**where, "start": 0}), toll(ref, low, start=60, **where)]


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        ({"near": {"lat": 36.05, "lon": 37.05, "km": 10}}, True),
        ({"near": {"lat": 36.05, "lon": 37.05, "km": 2}}, False),
        ({"place": "marrat"}, True),
        ({"place": "Qasr"}, False),
        ({"kind": ["Air/drone strike"]}, True),
        ({"kind": ["Armed clash"]}, False),
        ({"at_least": {"killed": 9}}, True),
        ({"at_least": {"killed": 10}}, False),
        ({"at_least": {"wounded": 1}}, False),
        ({"actor": ["the northern army"]}, True),
        ({"actor": ["the southern army"]}, False),
        ({"contradiction": True}, False),
        ({"changed": 0.1}, False),
        ({"kind": ["Air/drone strike"], "at_least": {"killed": 10}}, False),
    ],
)
def test_each_condition(engine: Engine, tmp_path: Path, rule: dict[str, Any], fits: bool) -> None:
    given = rules(tmp_path, **rule)
    assert ask(engine, given) == 0
    put(engine, [event("r1", place="Marrat", location=MARRAT, actor="The Northern Army"), *strike("r1", 9)[1:]])
    assert ask(engine, given) == int(fits)


def test_what_a_ledger_holds_when_rules_come_is_not_told(engine: Engine, tmp_path: Path) -> None:
    put(engine, strike("r1", 9))
    given = rules(tmp_path, at_least={"killed": 1})
    assert ask(engine, given) == 0
    assert told(engine) == []


def test_one_alert_a_happening_and_its_changes_grouped(engine: Engine, tmp_path: Path) -> None:
    given = rules(tmp_path, at_least={"killed": 5})
    start = now()
    ask(engine, given, start)
    put(engine, strike("r1", 9))
    assert ask(engine, given, start) == 1
    assert send_due(engine, given, FETCHER, start) == ["alerts to out: 1"]
    put(engine, strike("r2", 12))
    ask(engine, given, start + timedelta(minutes=5))
    put(engine, strike("r3", 15))
    ask(engine, given, start + timedelta(minutes=10))
    assert [kind for _, kind in told(engine)] == ["Air/drone strike"]
    assert send_due(engine, given, FETCHER, start + timedelta(minutes=20)) == []
    assert send_due(engine, given, FETCHER, start + timedelta(minutes=66)) == ["alerts to out: 1"]
    assert send_due(engine, given, FETCHER, start + timedelta(hours=9)) == []


def test_a_change_by_a_share_and_an_opened_contradiction(engine: Engine, tmp_path: Path) -> None:
    assert shares({"killed": [{"best": None, "low": 8, "high": 8}, {"best": None, "low": 8, "high": 12}]}) == [0.5]
    given = rules(tmp_path, changed=0.5)
    ask(engine, given)
    put(engine, strike("r1", 10))
    ask(engine, given)
    assert told(engine) == []
    put(engine, strike("r2", 30))
    ask(engine, given)
    assert [kind for _, kind in told(engine)] == ["Air/drone strike"]


def test_a_happening_that_is_gone_is_taken_back(engine: Engine, tmp_path: Path) -> None:
    given = rules(tmp_path, at_least={"killed": 5})
    ask(engine, given)
    claims = put(engine, strike("r1", 9))
    put(engine, [toll("r2", 3, place="Adana", on=None)])
    ask(engine, given)
    with engine.begin() as db:
        other = db.scalar(select(reports.c.id).where(reports.c.ref == "r2"))
        supersede(db, [claims[0].report_id], str(other))
    assert ask(engine, given) == 1
    with engine.connect() as db:
        body = db.execute(select(alerts.c.body)).scalar_one()
    assert body["withdrawn"] is True


def test_asking_again_tells_nothing_again(engine: Engine, tmp_path: Path) -> None:
    given = rules(tmp_path, at_least={"killed": 5})
    ask(engine, given)
    put(engine, strike("r1", 9))
    ask(engine, given)
    before = told(engine)
    assert ask(engine, given) == 0
    assert told(engine) == before


def test_the_feed_is_atom_with_points(engine: Engine, tmp_path: Path) -> None:
    given = rules(tmp_path, at_least={"killed": 5})
    ask(engine, given)
    put(engine, strike("r1", 9, place="Marrat\x07"))
    ask(engine, given)
    send_due(engine, given, FETCHER, now())
    found = feedparser.parse((tmp_path / "feed.atom").read_bytes())
    assert not found.bozo
    (entry,) = found.entries
    assert entry.title.endswith("killed 9")
    assert entry.where["coordinates"] == (37.0, 36.0)
    assert "vedette show" in entry.summary


@pytest.fixture
def postbox() -> Iterator[tuple[int, list[EmailMessage]]]:
    """A real SMTP server and what it was given."""
    got: list[EmailMessage] = []

    class Handler:
        async def handle_DATA(self, server: object, session: object, envelope: Any) -> str:  # noqa: N802
            got.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
            return "250 taken"

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(Handler(), hostname="127.0.0.1", port=port)
    controller.start()
    yield port, got
    controller.stop()


def test_by_mail_all_that_is_due_goes_in_one(
    engine: Engine, tmp_path: Path, postbox: tuple[int, list[EmailMessage]]
) -> None:
    port, got = postbox
    mail = {"kind": "mail", "server": "127.0.0.1", "port": port, "tls": "none"}
    mail |= {"sender": "watch@example.org", "to": ["desk@example.org"]}
    given = Alerts.model_validate(
        {"channels": {"desk": mail}, "rules": [{"name": "dead", "channels": ["desk"], "at_least": {"killed": 1}}]}
    )
    ask(engine, given)
    for n, name in enumerate(("Marrat", "Qasr", "Wadi"), 1):
        put(engine, strike(f"r{n}", 5 + n, place=name, location=town(name, 30.0 + 2 * n, 37.0)))
    ask(engine, given)
    assert send_due(engine, given, FETCHER, now()) == ["alerts to desk: 3"]
    assert send_due(engine, given, FETCHER, now()) == []
    (mail_,) = got
    assert mail_["Subject"].startswith("[Vedette] 3 alerts:")
    assert all(name in mail_.get_content() for name in ("Marrat", "Qasr", "Wadi"))


def test_by_webhook_signed_and_again_when_it_failed(
    engine: Engine, tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOOK_SECRET", "s3cret")
    hook = {"kind": "webhook", "address": f"{site.url}/hook", "secret_env": "HOOK_SECRET"}
    given = Alerts.model_validate(
        {"channels": {"hook": hook}, "rules": [{"name": "dead", "channels": ["hook"], "at_least": {"killed": 1}}]}
    )
    ask(engine, given)
    put(engine, strike("r1", 9))
    ask(engine, given)
    site.fail("/hook", 500)
    assert send_due(engine, given, FETCHER, now()) == ["failed alerts to hook: answered 500 Internal Server Error"]
    assert send_due(engine, given, FETCHER, now()) == [], "it waits before it is tried again"
    site.pages["/hook"] = "taken"
    with engine.begin() as db:
        db.execute(update(alert_sendings).values(due=now()))
    assert send_due(engine, given, FETCHER, now()) == ["alerts to hook: 1"]
    first, second = [headers for path, headers in site.seen if path == "/hook"]
    assert first["Idempotency-Key"] == second["Idempotency-Key"]
    expected = hmac.new(b"s3cret", second["body"].encode(), hashlib.sha256).hexdigest()
    assert second["X-Vedette-Signature"] == f"sha256={expected}"
    (alert,) = json.loads(second["body"])["alerts"]
    assert (alert["rule"], alert["figures"]["killed"]["low"]) == ("dead", 9)


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("{name: a, channels: [x], place: Marrat}", "the channel 'x'"),
        ("{name: a, channels: [out]}", "without a condition"),
        ("{name: a, channels: [out], kind: [Earthquake]}", "no kind 'Earthquake'"),
        ("{name: a, channels: [out], at_least: {dead: 3}}", "no effect 'dead'"),
        ("{name: a, channels: [out], near: {lat: 100, lon: 1, km: 1}}", "lat"),
    ],
)
def test_wrong_rules_are_told_by_line(tmp_path: Path, rule: str, why: str) -> None:
    path = tmp_path / "alerts.yaml"
    path.write_text(f"channels:\n  out: {{kind: feed, file: feed.atom}}\nrules:\n- {rule}\n")
    with pytest.raises(KnowledgeError, match=why):
        load_alerts(path)


def test_distances() -> None:
    assert kilometres(36.2, 37.16, 36.2, 37.16) == 0
    assert 300 < kilometres(36.2, 37.16, 33.51, 36.29) < 320
