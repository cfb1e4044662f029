"""Ledger: reports, claims, happenings, settlements and judgements, kept in SQLite through SQLAlchemy Core."""
