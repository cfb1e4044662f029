"""Indexes over both ends of a window and over sources; the days of incidents, to pass by those too far away."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the indexes, and `incidents.first` and `incidents.last`, to be filled by the next linking."""
    op.create_index("claims_by_days", "claims", ["first", "last"])
    op.create_index("claims_by_source", "claims", ["source", "first", "kind", "id"])
    for column in ("source", "kind", "first"):  # with each of them another index begins
        op.drop_index(f"ix_claims_{column}", "claims")
    op.drop_index("ix_happenings_first", "happenings")
    with op.batch_alter_table("incidents") as table:
        table.add_column(sa.Column("first", sa.Date))
        table.add_column(sa.Column("last", sa.Date))
    op.execute("delete from state where key = 'happenings_built_by'")


def downgrade() -> None:
    """Take them away again."""
    op.drop_index("claims_by_days", "claims")
    op.drop_index("claims_by_source", "claims")
    for column in ("source", "kind", "first"):
        op.create_index(f"ix_claims_{column}", "claims", [column])
    op.create_index("ix_happenings_first", "happenings", ["first"])
    with op.batch_alter_table("incidents") as table:
        table.drop_column("first")
        table.drop_column("last")
