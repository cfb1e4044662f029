"""Fixtures of the ledger's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine

import postgres
from ledger.made import made_at
from vedette.ledger.store import open_ledger


@pytest.fixture
def postgres_engine(postgres_server: postgres.Server) -> Iterator[Engine]:
    """An empty ledger on PostgreSQL."""
    engine = open_ledger(postgres_server.ledger())
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def made_ledgers(new_ledger: Callable[[], str]) -> Iterator[None]:
    """Ledgers that `made.empty` makes are on SQLite, then on PostgreSQL."""
    if "://" not in new_ledger():
        yield
        return
    with made_at(new_ledger):
        yield
