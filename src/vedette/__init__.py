"""Vedette reads news reports on an armed conflict and keeps one sourced record of it.

    import vedette

    with vedette.open_ledger("vedette.db") as ledger:
        frame = ledger.events(place="Aleppo").to_pandas()

What is named in `__all__` is the public interface; everything else may change. Importing this is quick: what the names
stand for is loaded when one is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vedette.api import Ledger, Table, open_ledger
    from vedette.errors import VedetteError
    from vedette.model.claim import Claim, Control, Event, Statement, Toll
    from vedette.model.happening import Contradiction, Happening, Settlement
    from vedette.model.place import Place
    from vedette.model.report import Report
    from vedette.products.situation.model import Evidence, Situation

__version__ = "0.1.0"
EXTRACTION_VERSION = "1"
"""Raised whenever the same report would give other claims; part of every claim's provenance."""

__all__ = [
    "EXTRACTION_VERSION", "Claim", "Contradiction", "Control", "Event", "Evidence", "Happening", "Ledger", "Place",
    "Report", "Settlement", "Situation", "Statement", "Table", "Toll", "VedetteError", "__version__", "open_ledger",
]  # fmt: skip

_HOMES = {
    "vedette.api": ("Ledger", "Table", "open_ledger"),
    "vedette.errors": ("VedetteError",),
    "vedette.model.claim": ("Claim", "Control", "Event", "Statement", "Toll"),
    "vedette.model.happening": ("Contradiction", "Happening", "Settlement"),
    "vedette.model.place": ("Place",),
    "vedette.model.report": ("Report",),
    "vedette.products.situation.model": ("Evidence", "Situation"),
}


def __getattr__(name: str) -> Any:
    """A public name, loaded when it is first used (PEP 562)."""
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'vedette' has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
