"""Vedette reads news reports on an armed conflict and keeps one sourced record of it."""

from __future__ import annotations

__version__ = "0.1.0"
EXTRACTION_VERSION = "1"
"""Raised whenever the same report would give other claims; part of every claim's provenance."""
