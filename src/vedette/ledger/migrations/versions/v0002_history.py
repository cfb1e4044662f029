"""When a judgement came into this ledger, and a history of what changed in the record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add `judgements.recorded` and the table `history`."""
    with op.batch_alter_table("judgements") as table:
        table.add_column(sa.Column("recorded", sa.DateTime))
    op.execute(sa.text('update judgements set recorded = "when"'))
    op.create_table(
        "history",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(32), nullable=False),
        sa.Column("change", sa.String(16), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    for column in ("at", "subject"):
        op.create_index(f"ix_history_{column}", "history", [column])


def downgrade() -> None:
    """Take both away again."""
    op.drop_table("history")
    with op.batch_alter_table("judgements") as table:
        table.drop_column("recorded")
