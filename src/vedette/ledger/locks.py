"""Several processes and people on one ledger: one writes at a time, and who reads sees one state.

Extraction, which takes the time, needs no lock; what is written of a batch or a judgement takes milliseconds. Linking
must see all that was written before it and nothing half written, so that writers wait for one another; readers never
wait.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError

T = TypeVar("T")

_TRIES = 6
# A serialization failure and a deadlock, as SQL names them: the transaction was taken back and may be tried again.
_AGAIN = ("40001", "40P01")


def one_writer(db: Connection) -> None:
    """Be the only one who writes to this ledger until the transaction ends; wait for who does. Asking twice is free.

    To be called before a transaction reads what its writing rests on. Raises LedgerError after ten minutes.
    """
    if db.dialect.name == "postgresql":
        # A lock of this transaction on a number that stands for the ledger: a database may hold several, in schemas.
        db.exec_driver_sql("select pg_advisory_xact_lock(hashtextextended('vedette/' || current_schema(), 0))")
    elif not getattr(db.connection.dbapi_connection, "in_transaction", True):
        db.exec_driver_sql("BEGIN IMMEDIATE")


def transact(engine: Engine, work: Callable[[Connection], T]) -> T:
    """Do `work` in one transaction as the only writer and return what it returns.

    Where the database breaks a deadlock at its cost, it is done again: `work` must do nothing but read and write `db`.
    """
    for tried in range(_TRIES):
        try:
            with engine.begin() as db:
                one_writer(db)
                return work(db)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in _AGAIN or tried == _TRIES - 1:
                raise
            time.sleep(0.05 * 2**tried)
    raise AssertionError("every try returns or raises")


def reading(engine: Engine) -> Engine:
    """The same ledger for reading: all queries of one transaction see one state, whatever others write meanwhile."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    view = engine.execution_options()
    event.listen(view, "begin", _begin)
    return view


def _begin(db: Connection) -> None:
    """Begin in earnest: the driver by itself begins at the first change, and lets each query see another state."""
    db.exec_driver_sql("BEGIN")
