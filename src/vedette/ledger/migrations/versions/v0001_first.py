"""The first schema: reports, claims, happenings, settlements, judgements, state."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "reports",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("ref", sa.String(255), nullable=False),
        sa.Column("outlet", sa.String(255)),
        sa.Column("published", sa.Date),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("ingested", sa.DateTime, nullable=False),
        sa.Column("copy_of", sa.String(32)),
        sa.Column("extraction", sa.String(64), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    for column in ("ref", "outlet", "published"):
        op.create_index(f"ix_reports_{column}", "reports", [column])
    op.create_table(
        "claims",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("report_id", sa.String(32), sa.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("source", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("place_id", sa.String(64)),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    for column in ("report_id", "kind", "source", "place_id", "first"):
        op.create_index(f"ix_claims_{column}", "claims", [column])
    op.create_index("claims_by_kind_and_day", "claims", ["kind", "first"])
    op.create_table(
        "happenings",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("type", sa.String(64), nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        sa.Column("body", sa.JSON, nullable=False),
    )
    for column in ("type", "first"):
        op.create_index(f"ix_happenings_{column}", "happenings", [column])
    op.create_table(
        "happening_claims",
        sa.Column(
            "happening_id",
            sa.String(32),
            sa.ForeignKey("happenings.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("claim_id", sa.String(32), sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("ix_happening_claims_claim_id", "happening_claims", ["claim_id"])
    op.create_table(
        "settlements",
        sa.Column(
            "happening_id",
            sa.String(32),
            sa.ForeignKey("happenings.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("measure", sa.String(32), primary_key=True),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("low", sa.Integer),
        sa.Column("high", sa.Integer),
        sa.Column("best", sa.Integer),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_table(
        "judgements",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("author", sa.String(255), nullable=False),
        sa.Column("when", sa.DateTime, nullable=False),
        sa.Column("undone_by", sa.String(32)),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_table(
        "state",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """A first schema has nothing before it."""
    for table in (
        "state",
        "judgements",
        "settlements",
        "happening_claims",
        "happenings",
        "claims",
        "reports",
    ):
        op.drop_table(table)
