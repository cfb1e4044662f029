"""From the ledger's history to alerts: one a happening and rule, a new number with each change worth telling.

What was seen and what came of it is written in one transaction, so that a kill neither loses an alert nor makes two.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from vedette.ledger import records
from vedette.ledger.history.record import EVENT, WITHDRAWN
from vedette.ledger.schema import history
from vedette.ledger.watched import alert_sendings, alerts
from vedette.watch.alerts.match import Body, matches, open_contradictions
from vedette.watch.alerts.rules import Alerts, Rule

SEEN = "alerts_seen"
"""The state that holds the last step of the history that rules were asked about."""


def detect(db: Connection, given: Alerts, at: datetime) -> int:
    """Ask all rules about what became of happenings since the last time; return the number of alerts new or changed.

    The first time a ledger has rules, what it already holds is not told of.
    """
    last = db.scalar(select(func.max(history.c.seq))) or 0
    seen = records.get_state(db, SEEN)
    if seen is None:
        records.set_state(db, SEEN, str(last))
        return 0
    query = select(history.c.subject, history.c.change, history.c.body).order_by(history.c.seq)
    query = query.where(history.c.kind == EVENT, history.c.seq > int(seen), history.c.seq <= last)
    steps: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    gone: dict[str, list[str]] = {}
    for row in db.execute(query):
        steps[row.subject].append(row.body.get("fields") or {})
        if row.change == WITHDRAWN:
            gone[row.subject] = row.body.get("into") or []
    bodies = records.happening_bodies(db, steps.keys())
    told = _withdraw(db, {id_: into for id_, into in gone.items() if id_ not in bodies}, given, at)
    for id_ in sorted(bodies):
        known = {row.rule: row for row in db.execute(select(alerts).where(alerts.c.happening_id == id_))}
        for rule in given.rules:
            # What was told once is followed, whether or not the rule holds of it still.
            if rule.name in known:
                told += _renew(db, known[rule.name], rule, bodies[id_], given, at)
            elif matches(rule, bodies[id_], steps[id_]):
                told += _first(db, rule, id_, bodies[id_], at)
    records.set_state(db, SEEN, str(last))
    return told


def _withdraw(db: Connection, gone: Mapping[str, list[str]], given: Alerts, at: datetime) -> int:
    """Alerts of happenings that are no more go with their claims to what these tell of now, or are taken back."""
    told = 0
    for id_ in sorted(gone):
        for row in db.execute(select(alerts).where(alerts.c.happening_id == id_)).all():
            heir = next(iter(sorted(records.happening_bodies(db, gone[id_]))), None) if gone[id_] else None
            taken = heir is not None and db.scalar(
                select(alerts.c.id).where(alerts.c.happening_id == heir, alerts.c.rule == row.rule)
            )
            if heir is not None and not taken:
                db.execute(update(alerts).where(alerts.c.id == row.id).values(happening_id=heir))
            elif not row.body.get("withdrawn"):
                _write(db, row, {**row.body, "withdrawn": heir or True}, _channels(given, row.rule), given, at)
                told += 1
    return told


def _first(db: Connection, rule: Rule, id_: str, body: Body, at: datetime) -> int:
    own = "a-" + hashlib.sha256(f"{rule.name}/{id_}".encode()).hexdigest()[:16]
    if db.scalar(select(alerts.c.id).where(alerts.c.id == own)) is not None:
        return 0
    row = {"id": own, "rule": rule.name, "happening_id": id_, "first": at, "changed": at, "seq": 1}
    db.execute(insert(alerts).values(**row, body=summary(body)))
    for channel in rule.channels:
        sending = {"alert_id": own, "channel": channel, "seq": 0, "due": at, "sent": None, "tries": 0}
        db.execute(insert(alert_sendings).values(**sending, failure=None))
    return 1


def _renew(db: Connection, row: Any, rule: Rule, body: Body, given: Alerts, at: datetime) -> int:
    now = summary(body)
    if _signature(now) == _signature(row.body):
        return 0
    _write(db, row, now, rule.channels, given, at)
    return 1


def _write(
    db: Connection, row: Any, body: Mapping[str, Any], channels: Iterable[str], given: Alerts, at: datetime
) -> None:
    """A change: told when the time of grouping since the last sending is over."""
    told = {"seq": row.seq + 1, "changed": at, "body": dict(body)}
    db.execute(update(alerts).where(alerts.c.id == row.id).values(**told))
    for channel in channels:
        mine = (alert_sendings.c.alert_id == row.id) & (alert_sendings.c.channel == channel)
        before = db.execute(select(alert_sendings).where(mine)).first()
        if before is None:
            sending = {"alert_id": row.id, "channel": channel, "seq": 0, "due": at, "sent": None, "tries": 0}
            db.execute(insert(alert_sendings).values(**sending, failure=None))
        elif before.due is None:
            due = max(at, before.sent + given.group) if before.sent is not None else at
            db.execute(update(alert_sendings).where(mine).values(due=due))


def _channels(given: Alerts, rule: str) -> tuple[str, ...]:
    return next((r.channels for r in given.rules if r.name == rule), ())


def summary(body: Body) -> dict[str, Any]:
    """What an alert tells of a happening."""
    location = body.get("location") or {}
    figures = {
        e: {k: f.get(k) for k in ("low", "high", "best", "open")} for e, f in (body.get("figures") or {}).items()
    }
    return {
        "type": body["type"], "place": body.get("place"), "name": location.get("name"),
        "lat": location.get("lat"), "lon": location.get("lon"), "first": body.get("first"), "last": body.get("last"),
        "actor": body.get("actor"), "target": body.get("target"), "figures": figures,
        "grade": (body.get("grade") or {}).get("name"), "origins": list(body.get("origins") or ()),
        "contradictions": [{"id": c["id"], "why": c["why"]} for c in open_contradictions(body)],
    }  # fmt: skip


def _signature(told: Mapping[str, Any]) -> str:
    """What must differ for a change to be told: not that one more outlet says the same."""
    return json.dumps({k: v for k, v in told.items() if k != "origins"}, sort_keys=True, default=str)
