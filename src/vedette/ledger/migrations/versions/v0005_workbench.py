"""What the workbench needs: columns to sort and search by, people and their sessions, full text."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Connection

from vedette.ledger.columns import claim_columns, happening_columns

revision = "0005"
down_revision = "0004"

_HAPPENINGS: dict[str, Any] = {
    "lat": sa.Float, "lon": sa.Float, "grade": sa.String(16), "origins": sa.Integer, "disputes": sa.Integer,
    "dead": sa.Integer, "running": sa.Boolean,
}  # fmt: skip
_CLAIMS: dict[str, Any] = {"confidence": sa.Float, "gap": sa.String(8)}
_INDEXES = {
    "ix_reports_copy_of": ("reports", ["copy_of"]),
    "ix_links_score": ("links", ["score"]),
    "ix_claims_confidence": ("claims", ["confidence"]),
    "claims_by_gap": ("claims", ["gap", "kind"]),
    "happenings_by_days": ("happenings", ["first", "last"]),
    "happenings_by_disputes": ("happenings", ["disputes", "dead"]),
    "happenings_by_origins": ("happenings", ["origins", "dead"]),
}
_TEXT = "tokenize = 'unicode61 remove_diacritics 2', content = ''"


def upgrade() -> None:
    """Add columns and indexes, the tables of people, and the full-text index, empty: it is filled when first used."""
    for name, columns in (("happenings", _HAPPENINGS), ("claims", _CLAIMS)):
        with op.batch_alter_table(name) as table:
            for column, kind in columns.items():
                table.add_column(sa.Column(column, kind))
    _fill(op.get_bind())
    for index, (table_name, of) in _INDEXES.items():
        op.create_index(index, table_name, of)
    _people()
    for kind in ("report", "claim"):
        op.create_table(
            f"{kind}_docs",
            sa.Column("doc", sa.Integer, primary_key=True),
            sa.Column(f"{kind}_id", sa.String(32), nullable=False, unique=True),
        )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"create virtual table report_text using fts5(title, body, tags, {_TEXT})")
        op.execute(f"create virtual table claim_text using fts5(quote, tags, {_TEXT})")
    elif op.get_bind().dialect.name == "postgresql":
        for kind in ("report", "claim"):
            op.execute(f"create table {kind}_text (doc bigint primary key, words tsvector not null)")
            op.execute(f"create index {kind}_text_words on {kind}_text using gin (words)")


def _people() -> None:
    op.create_table(
        "users",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("password", sa.String(255), nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("disabled", sa.Boolean, nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("user", sa.String(64), sa.ForeignKey("users.name", ondelete="CASCADE"), nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("expires", sa.DateTime, nullable=False),
    )
    op.create_index("ix_sessions_user", "sessions", ["user"])
    op.create_table(
        "visits",
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("seen", sa.DateTime, nullable=False),
        sa.Column("before", sa.DateTime),
    )
    op.create_table(
        "queue_marks",
        sa.Column("item", sa.String(80), primary_key=True),
        sa.Column("author", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )


def _fill(db: Connection) -> None:
    for name, columns, made in (
        ("happenings", _HAPPENINGS, happening_columns),
        ("claims", _CLAIMS, claim_columns),
    ):
        table = sa.table(name, sa.column("id"), sa.column("body", sa.JSON), *map(sa.column, columns))
        values: dict[str, Any] = {column: sa.bindparam(f"new_{column}") for column in columns}
        change = sa.update(table).where(table.c.id == sa.bindparam("which")).values(values)
        last = ""
        while rows := db.execute(
            sa.select(table.c.id, table.c.body).where(table.c.id > last).order_by(table.c.id).limit(1000)
        ).all():
            found = [(row.id, made(row.body)) for row in rows]
            db.execute(change, [{"which": id_, **{f"new_{c}": row[c] for c in columns}} for id_, row in found])
            last = rows[-1].id


def downgrade() -> None:
    """Take it all away again."""
    for name in ("report_text", "claim_text"):
        op.execute(f"drop table if exists {name}")
    for name in ("report_docs", "claim_docs", "queue_marks", "visits", "sessions", "users"):
        op.drop_table(name)
    for index, (table_name, _) in _INDEXES.items():
        op.drop_index(index, table_name)
    for name, columns in (("happenings", _HAPPENINGS), ("claims", _CLAIMS)):
        with op.batch_alter_table(name) as table:
            for column in columns:
                table.drop_column(column)
