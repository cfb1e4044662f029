"""Keys of near copies, kept; blocks and links in half the room (on SQLite without a hidden row number)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add `reports.sketched` and `copy_keys`; make blocks and links anew, to be filled by the next linking."""
    with op.batch_alter_table("reports") as table:
        table.add_column(sa.Column("sketched", sa.Integer))
    op.create_index("ix_reports_sketched", "reports", ["sketched"])
    op.create_table(
        "copy_keys",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("report_id", sa.String(32), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.drop_table("blocks")
    op.create_table(
        "blocks",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("incident_id", sa.String(32), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_blocks_incident_id", "blocks", ["incident_id"])
    op.drop_table("links")
    op.create_table(
        "links",
        sa.Column("a", sa.String(32), primary_key=True),
        sa.Column("b", sa.String(32), primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_links_score", "links", ["score"])
    op.execute("delete from state where key = 'happenings_built_by'")


def downgrade() -> None:
    """Take the keys away again; blocks and links hold the same either way."""
    op.drop_table("copy_keys")
    op.drop_index("ix_reports_sketched", "reports")
    with op.batch_alter_table("reports") as table:
        table.drop_column("sketched")
