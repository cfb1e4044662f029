"""Which conflict packs a report is about."""

from __future__ import annotations

from vedette.reading.reading import Reading


def find_packs(reading: Reading) -> tuple[str, ...]:
    """The packs whose aliases apply to this report, `world` always among them."""
    return reading.knowledge.packs
