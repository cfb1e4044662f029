"""Alembic migrations of the ledger; `vedette.ledger.store` runs them when it opens an older one."""
