"""The tables of watching, on the same metadata as the rest of the schema (migration 0004).

All times are UTC without a zone. What one step of watching needs from the one before stands here, so that a kill
between any two steps loses nothing.
"""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, DateTime, Integer, String, Table, Text

from vedette.ledger.schema import metadata

sources = Table(
    "watch_sources",
    metadata,
    Column("name", String(255), primary_key=True),
    Column("due", DateTime),
    Column("tried", DateTime),
    Column("succeeded", DateTime),
    # Failures in a row, and the last one in words; 0 and None after a success.
    Column("failures", Integer, nullable=False),
    Column("failure", Text),
    # What the next look needs: ETag, Last-Modified, the last mail seen.
    Column("memory", JSON, nullable=False),
)

items = Table(
    "watch_items",
    metadata,
    # Of the source's name and the item's key, so that what is named again is known.
    Column("id", String(32), primary_key=True),
    Column("source", String(255), nullable=False, index=True),
    Column("url", Text, nullable=False),
    # wanted, kept, given up, ignored
    Column("state", String(16), nullable=False, index=True),
    Column("found", DateTime, nullable=False),
    # When it is to be fetched next; None: never again.
    Column("due", DateTime),
    Column("tries", Integer, nullable=False),
    # How often it was looked at for changes since it was first kept.
    Column("looks", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("memory", JSON, nullable=False),
    # What the source told of it: title, published, outlet, language, text.
    Column("hint", JSON, nullable=False),
)

captures = Table(
    "captures",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("item_id", String(32), nullable=False, index=True),
    Column("source", String(255), nullable=False),
    Column("url", Text, nullable=False, index=True),
    Column("at", DateTime, nullable=False),
    Column("status", Integer),
    Column("mime", String(255), nullable=False),
    # Of the bytes without transfer and content encoding.
    Column("sha256", String(64), nullable=False),
    Column("warc", Text, nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("version", Integer, nullable=False),
    # kept, read, refused
    Column("state", String(16), nullable=False, index=True),
    Column("note", Text, nullable=False),
)
"""Bytes as they were fetched, each lying in a WARC file at an offset."""

capture_reports = Table(
    "capture_reports",
    metadata,
    Column("capture_id", Integer, primary_key=True, autoincrement=False),
    Column("report_id", String(32), primary_key=True, index=True),
)
"""Which reports were read from which bytes."""

alerts = Table(
    "alerts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("rule", String(255), nullable=False),
    Column("happening_id", String(32), nullable=False, index=True),
    Column("first", DateTime, nullable=False),
    Column("changed", DateTime, nullable=False),
    # 1 when it is first told, one more with each change worth telling.
    Column("seq", Integer, nullable=False),
    Column("body", JSON, nullable=False),
)

alert_sendings = Table(
    "alert_sendings",
    metadata,
    Column("alert_id", String(32), primary_key=True),
    Column("channel", String(255), primary_key=True),
    # The seq that was sent last; 0 before the first.
    Column("seq", Integer, nullable=False),
    Column("due", DateTime),
    Column("sent", DateTime, index=True),
    Column("tries", Integer, nullable=False),
    Column("failure", Text),
)
