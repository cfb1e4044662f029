"""Counts with their words."""

from __future__ import annotations

from vedette.reading.reading import NumberMention, Reading


def find_numbers(reading: Reading) -> list[NumberMention]:
    """Every count in the report, with its hedge."""
    return []
