"""Alerts out: what is due for a channel goes in one mail or one request, and is marked when the other side has it.

A kill between sending and marking sends it again: each carries an id that is the same both times, by which mail
programs and receivers of webhooks know it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import smtplib
import socket
import ssl
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Engine, select, update

from vedette.errors import FetchError
from vedette.ledger.watched import alert_sendings, alerts
from vedette.watch.alerts.atom import write_feed
from vedette.watch.alerts.rules import Alerts, AtomFile, Mail, Webhook
from vedette.watch.alerts.words import Told
from vedette.watch.net.addresses import Allowed
from vedette.watch.net.connect import Deadline, open_socket, trusted
from vedette.watch.net.fetch import Fetcher
from vedette.watch.state import backoff, writing

MOST = 200
"""Alerts in one mail or request; the rest follows in the next round."""


def send_due(engine: Engine, given: Alerts, fetcher: Fetcher, at: datetime) -> list[str]:
    """Send what is due on every channel; return a line for each channel that was used, or that failed."""
    lines = []
    for name in sorted(given.channels):
        due = _due(engine, name, at)
        if not due:
            continue
        channel = given.channels[name]
        try:
            if isinstance(channel, AtomFile):
                rules = [r.name for r in given.rules if name in r.channels]
                with engine.connect() as db:
                    write_feed(db, channel, rules)
            elif isinstance(channel, Mail):
                _mail(channel, due, fetcher)
            else:
                _webhook(channel, due, fetcher)
        except (FetchError, OSError, smtplib.SMTPException) as error:
            why = " ".join(str(error).split())[:300] or type(error).__name__
            _mark(engine, name, due, at, why)
            lines.append(f"failed alerts to {name}: {why}")
        else:
            _mark(engine, name, due, at, None)
            lines.append(f"alerts to {name}: {len(due)}")
    return lines


def _due(engine: Engine, channel: str, at: datetime) -> list[Told]:
    query = select(alerts).join(alert_sendings, alert_sendings.c.alert_id == alerts.c.id)
    query = query.where(alert_sendings.c.channel == channel, alert_sendings.c.due <= at)
    query = query.where(alerts.c.seq > alert_sendings.c.seq).order_by(alerts.c.first, alerts.c.id).limit(MOST)
    with engine.connect() as db:
        return [Told(r.id, r.rule, r.happening_id, r.first, r.changed, r.seq, r.body) for r in db.execute(query)]


def _mark(engine: Engine, channel: str, due: Sequence[Told], at: datetime, failure: str | None) -> None:
    with writing(engine) as db:
        for one in due:
            mine = (alert_sendings.c.alert_id == one.id) & (alert_sendings.c.channel == channel)
            told: dict[str, Any]
            if failure is None:
                told = {"seq": one.seq, "due": None, "sent": at, "tries": 0, "failure": None}
            else:
                tries = db.scalar(select(alert_sendings.c.tries).where(mine)) or 0
                told = {"due": at + backoff(tries), "tries": tries + 1, "failure": failure}
            db.execute(update(alert_sendings).where(mine).values(**told))


class _Opened(smtplib.SMTP):
    """An SMTP client over a socket to a checked address."""

    def __init__(self, opened: socket.socket, host: str) -> None:
        self._opened = opened
        super().__init__(timeout=30)
        self._host = host
        self.connect(host, 25)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:  # noqa: ARG002 - by the library
        return self._opened


def _mail(channel: Mail, due: Sequence[Told], fetcher: Fetcher) -> None:
    # The desk's own mail server stands in its own network as often as not, and it is named by its owner.
    allowed = _besides(fetcher, channel.server)
    with Deadline(fetcher.limits.seconds) as deadline:
        opened = open_socket(channel.server, channel.port, allowed, deadline, fetcher.limits.idle)
        context = fetcher.trust or trusted()
        try:
            if channel.tls == "tls":
                opened = context.wrap_socket(opened, server_hostname=channel.server)
            with _Opened(opened, channel.server) as client:
                if channel.tls == "starttls":
                    client.starttls(context=context)
                if channel.user:
                    client.login(channel.user, os.environ.get(channel.password_env, ""))
                client.send_message(message(channel, due))
        except ssl.SSLCertVerificationError as error:
            raise FetchError(f"the certificate of {channel.server} does not hold: {error.verify_message}") from error
        finally:
            opened.close()


def message(channel: Mail, due: Sequence[Told]) -> EmailMessage:
    """The mail for these alerts. Updates of one happening answer the first mail on it."""
    out = EmailMessage()
    out["From"], out["To"] = channel.sender, ", ".join(channel.to)
    title = due[0].title if len(due) == 1 else f"{len(due)} alerts: {due[0].title}"
    out["Subject"] = " ".join(f"[Vedette] {title}".split())[:200]
    out["Message-ID"] = f"<{_key(due)}@vedette.invalid>"
    if len(due) == 1 and due[0].seq > 1:
        out["References"] = f"<{due[0].id}.1@vedette.invalid>"
    out["Auto-Submitted"] = "auto-generated"
    out.set_content("\n\n".join("\n".join(one.lines) for one in due) + "\n")
    return out


def _webhook(channel: Webhook, due: Sequence[Told], fetcher: Fetcher) -> None:
    body = json.dumps({"alerts": [one.row() for one in due]}, ensure_ascii=False, default=str).encode()
    headers = {"Content-Type": "application/json", "Idempotency-Key": _key(due)}
    secret = os.environ.get(channel.secret_env)
    if secret:
        headers["X-Vedette-Signature"] = f"sha256={hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}"
    own = replace(fetcher, allowed=_besides(fetcher, urlsplit(channel.address).hostname or ""))
    own.post(channel.address, body, headers)


def _besides(fetcher: Fetcher, host: str) -> Allowed:
    """What may be spoken to besides public addresses, a host that the desk itself named among it."""
    return Allowed.of([host, *fetcher.allowed.hosts, *map(str, fetcher.allowed.networks)])


def _key(due: Sequence[Told]) -> str:
    """The same for the same alerts in the same state."""
    if len(due) == 1:
        return f"{due[0].id}.{due[0].seq}"
    return hashlib.sha256(" ".join(f"{one.id}.{one.seq}" for one in due).encode()).hexdigest()[:32]
