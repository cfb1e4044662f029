"""Incidents, their blocks and links, so that a new report is linked without building everything anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add `reports.linked` and the tables `incidents`, `blocks` and `links`."""
    with op.batch_alter_table("reports") as table:
        table.add_column(sa.Column("linked", sa.Integer))
    op.create_index("ix_reports_linked", "reports", ["linked"])
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("report_id", sa.String(32), nullable=False),
        sa.Column("happening_id", sa.String(32)),
        sa.Column("type", sa.String(64), nullable=False),
        sa.Column("total", sa.Boolean, nullable=False),
        sa.Column("claims", sa.JSON, nullable=False),
    )
    for column in ("report_id", "happening_id"):
        op.create_index(f"ix_incidents_{column}", "incidents", [column])
    op.create_table(
        "blocks",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("incident_id", sa.String(32), primary_key=True),
    )
    op.create_index("ix_blocks_incident_id", "blocks", ["incident_id"])
    op.create_table(
        "links",
        sa.Column("a", sa.String(32), primary_key=True),
        sa.Column("b", sa.String(32), primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
    )


def downgrade() -> None:
    """Take them away again."""
    for name in ("links", "blocks", "incidents"):
        op.drop_table(name)
    op.drop_index("ix_reports_linked", "reports")
    with op.batch_alter_table("reports") as table:
        table.drop_column("linked")
