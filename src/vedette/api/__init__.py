"""The Python interface: a ledger opened, its claims and events as objects and as data frames."""

from vedette.api.ledger import Ledger, open_ledger
from vedette.api.table import Table

__all__ = ["Ledger", "Table", "open_ledger"]
