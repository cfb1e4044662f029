"""What watching keeps: sources, what they named, what was fetched, alerts; which report a newer version replaced."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

INDEXES = {
    "watch_items": ("source", "state"),
    "captures": ("item_id", "url", "state"),
    "capture_reports": ("report_id",),
    "alerts": ("happening_id",),
    "alert_sendings": ("sent",),
}


def upgrade() -> None:
    """Add `reports.superseded_by` and the tables of watching."""
    with op.batch_alter_table("reports") as table:
        table.add_column(sa.Column("superseded_by", sa.String(32)))
    op.create_index("ix_reports_superseded_by", "reports", ["superseded_by"])
    op.create_table(
        "watch_sources",
        sa.Column("name", sa.String(255), primary_key=True),
        sa.Column("due", sa.DateTime),
        sa.Column("tried", sa.DateTime),
        sa.Column("succeeded", sa.DateTime),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("failure", sa.Text),
        sa.Column("memory", sa.JSON, nullable=False),
    )
    op.create_table(
        "watch_items",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("source", sa.String(255), nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("found", sa.DateTime, nullable=False),
        sa.Column("due", sa.DateTime),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("looks", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("memory", sa.JSON, nullable=False),
        sa.Column("hint", sa.JSON, nullable=False),
    )
    op.create_table(
        "captures",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("item_id", sa.String(32), nullable=False),
        sa.Column("source", sa.String(255), nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("mime", sa.String(255), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("warc", sa.Text, nullable=False),
        sa.Column("offset", sa.BigInteger, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_table(
        "capture_reports",
        sa.Column("capture_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("report_id", sa.String(32), primary_key=True),
    )
    op.create_table(
        "alerts",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("rule", sa.String(255), nullable=False),
        sa.Column("happening_id", sa.String(32), nullable=False),
        sa.Column("first", sa.DateTime, nullable=False),
        sa.Column("changed", sa.DateTime, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_table(
        "alert_sendings",
        sa.Column("alert_id", sa.String(32), primary_key=True),
        sa.Column("channel", sa.String(255), primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("due", sa.DateTime),
        sa.Column("sent", sa.DateTime),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("failure", sa.Text),
    )
    for table_name, columns in INDEXES.items():
        for column in columns:
            op.create_index(f"ix_{table_name}_{column}", table_name, [column])


def downgrade() -> None:
    """Take them away again."""
    for name in ("alert_sendings", "alerts", "capture_reports", "captures", "watch_items", "watch_sources"):
        op.drop_table(name)
    op.drop_index("ix_reports_superseded_by", "reports")
    with op.batch_alter_table("reports") as table:
        table.drop_column("superseded_by")
