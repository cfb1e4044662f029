"""Who says so."""

from __future__ import annotations

from vedette.reading.reading import Attribution, Reading


def find_attributions(reading: Reading) -> list[Attribution]:
    """Every credit in the report with the words that it covers."""
    return []
