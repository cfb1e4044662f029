"""The names of places in columns of their own, so that a filter by place reads what lies there and not everything."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vedette.ledger.columns import where_column

revision = "0008"
down_revision = "0007"

_TABLES = ("happenings", "claims")


def upgrade() -> None:
    """Add `named` to happenings and claims, fill it from their bodies, and index it."""
    db = op.get_bind()
    for name in _TABLES:
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column("named", sa.Text))
        rows = sa.table(name, sa.column("id"), sa.column("body", sa.JSON), sa.column("named"))
        change = sa.update(rows).where(rows.c.id == sa.bindparam("which")).values(named=sa.bindparam("new"))
        page = sa.select(rows.c.id, rows.c.body).order_by(rows.c.id).limit(1000)
        last = ""
        while found := db.execute(page.where(rows.c.id > last)).all():
            db.execute(change, [{"which": id_, "new": where_column(body)} for id_, body in found])
            last = found[-1].id
        op.create_index(f"ix_{name}_named", name, ["named"])


def downgrade() -> None:
    """Take them away again."""
    for name in _TABLES:
        op.drop_index(f"ix_{name}_named", name)
        with op.batch_alter_table(name) as table:
            table.drop_column("named")
