"""Actors named, described or pointed to."""

from vedette.reading.actors.find import find_actors

__all__ = ["find_actors"]
