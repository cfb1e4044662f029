"""The ledger's tables. A change here needs a migration under `migrations/versions`.

Columns hold what is searched and joined; `body` holds the whole object as JSON, as the model has it.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

reports = Table(
    "reports",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("ref", String(255), nullable=False, index=True),
    Column("outlet", String(255), index=True),
    Column("published", Date, index=True),
    Column("title", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("ingested", DateTime, nullable=False),
    Column("copy_of", String(32), index=True),
    # The report that a newer version of the same page is: its claims count in the place of this one's.
    Column("superseded_by", String(32), index=True),
    # Versions of code and knowledge that made its claims.
    Column("extraction", String(64), nullable=False),
    # 1 once its claims are linked; null again when they, or what it is a copy of, change.
    Column("linked", Integer, index=True),
    # Null: its keys in `copy_keys` are to be made; 1: they are in; 0 and 2: it was replaced, with them in and out.
    Column("sketched", Integer, index=True),
    Column("body", JSON, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("report_id", String(32), ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("source", Text),
    Column("place", Text),
    Column("place_id", String(64), index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("first", Date),
    Column("last", Date),
    Column("start", Integer, nullable=False),
    Column("confidence", Float, index=True),
    # What it leaves open that an analyst could fill in (`columns.py`).
    Column("gap", String(8)),
    # Names of its place, for filters by place (`columns.py`).
    Column("named", Text, index=True),
    Column("body", JSON, nullable=False),
)

happenings = Table(
    "happenings",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("type", String(64), nullable=False, index=True),
    Column("place", Text),
    Column("first", Date),
    Column("last", Date),
    # Taken out of the body by `columns.py`.
    Column("named", Text, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("grade", String(16)),
    Column("origins", Integer),
    Column("disputes", Integer),
    Column("dead", Integer),
    Column("running", Boolean),
    Column("body", JSON, nullable=False),
)

happening_claims = Table(
    "happening_claims",
    metadata,
    Column("happening_id", String(32), ForeignKey("happenings.id", ondelete="CASCADE"), primary_key=True),
    Column("claim_id", String(32), ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True, index=True),
)

settlements = Table(
    "settlements",
    metadata,
    Column("happening_id", String(32), ForeignKey("happenings.id", ondelete="CASCADE"), primary_key=True),
    Column("measure", String(32), primary_key=True),
    Column("rule", String(64), nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("best", Integer),
    Column("reason", Text, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("report_id", String(32), nullable=False, index=True),
    Column("happening_id", String(32), index=True),
    Column("type", String(64), nullable=False),
    Column("total", Boolean, nullable=False),
    # The days that it is taken to lie in.
    Column("first", Date),
    Column("last", Date),
    Column("claims", JSON, nullable=False),
)
"""What one report tells of one event: what linking brings together."""

blocks = Table(
    "blocks",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("incident_id", String(32), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Keys of place and time under which incidents lie, so that only near ones are compared."""

links = Table(
    "links",
    metadata,
    Column("a", String(32), primary_key=True),
    Column("b", String(32), primary_key=True),
    Column("score", Float, nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""Pairs of incidents that may be one happening, both ways."""

copy_keys = Table(
    "copy_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("report_id", String(32), primary_key=True),
    sqlite_with_rowid=False,
)
"""Keys that near copies share, so that a new report is compared with few."""

judgements = Table(
    "judgements",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("author", String(255), nullable=False),
    Column("when", DateTime, nullable=False),
    Column("undone_by", String(32)),
    # When it came into this ledger; `when` is when the analyst decided.
    Column("recorded", DateTime),
    Column("body", JSON, nullable=False),
)

history = Table(
    "history",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("at", DateTime, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("subject", String(32), nullable=False, index=True),
    Column("change", String(16), nullable=False),
    Column("body", JSON, nullable=False),
)
"""What became of happenings and claims: a row for each that came, changed or went, in the order of time."""

state = Table(
    "state",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)
"""Small facts on the ledger itself, such as which claims the happenings were last built from."""

users = Table(
    "users",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    # As argon2 writes it; never the password itself.
    Column("password", String(255), nullable=False),
    Column("created", DateTime, nullable=False),
    Column("disabled", Boolean, nullable=False),
)
"""Who may sign in to the workbench, and what they may do there."""

sessions = Table(
    "sessions",
    metadata,
    # A digest of the token that the browser holds.
    Column("token", String(64), primary_key=True),
    Column("user", String(64), ForeignKey("users.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("created", DateTime, nullable=False),
    Column("expires", DateTime, nullable=False),
)

visits = Table(
    "visits",
    metadata,
    Column("person", String(64), primary_key=True),
    Column("seen", DateTime, nullable=False),
    # When the visit before this one ended; null on the first.
    Column("before", DateTime),
)

queue_marks = Table(
    "queue_marks",
    metadata,
    Column("item", String(80), primary_key=True),
    Column("author", String(64), nullable=False),
    Column("at", DateTime, nullable=False),
)
"""Items of the queue that an analyst looked at and left as they are. No judgement, and nothing is built from it."""

report_docs = Table(
    "report_docs",
    metadata,
    Column("doc", Integer, primary_key=True),
    Column("report_id", String(32), nullable=False, unique=True),
)

claim_docs = Table(
    "claim_docs",
    metadata,
    Column("doc", Integer, primary_key=True),
    Column("claim_id", String(32), nullable=False, unique=True),
)
"""The numbers under which reports and claims stand in the full-text index (`search.py`)."""

Index("claims_by_kind_and_day", claims.c.kind, claims.c.first)
Index("claims_by_days", claims.c.first, claims.c.last)
# Counting what a source tells, by kind and day, reads this alone.
Index("claims_by_source", claims.c.source, claims.c.first, claims.c.kind, claims.c.id)
Index("claims_by_gap", claims.c.gap, claims.c.kind)
Index("happenings_by_days", happenings.c.first, happenings.c.last)
Index("happenings_by_disputes", happenings.c.disputes, happenings.c.dead)
Index("happenings_by_origins", happenings.c.origins, happenings.c.dead)
