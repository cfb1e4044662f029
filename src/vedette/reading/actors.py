"""Actors named, described or pointed to."""

from __future__ import annotations

from vedette.reading.reading import ActorMention, Reading


def find_actors(reading: Reading) -> list[ActorMention]:
    """Every actor mentioned in the report, by canonical name."""
    return []
