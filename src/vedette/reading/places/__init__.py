"""Places named: spans that may be names, what the gazetteer makes of them, and what their sentence says they are."""

from __future__ import annotations

from vedette.gazetteer.gazetteer import gazetteer
from vedette.knowledge.place_words import PlaceWords
from vedette.reading.places.context import Context
from vedette.reading.places.names import Found, find_names
from vedette.reading.places.resolve import Resolver
from vedette.reading.places.words import modifier
from vedette.reading.reading import PlaceMention, Reading

__all__ = ["find_places"]


def find_places(reading: Reading) -> list[PlaceMention]:
    """Every place named in the report, resolved or with the reason why not."""
    words = reading.knowledge.world("place_words", PlaceWords)
    context = Context(reading, gazetteer(reading.knowledge), words)
    found = find_names(context)
    resolver = Resolver(context, found)
    return [_mention(context, resolver, name) for name in found]


def _mention(context: Context, resolver: Resolver, name: Found) -> PlaceMention:
    place, reason = resolver.resolve(name)
    return PlaceMention(
        start=name.start,
        end=name.end,
        name=name.text,
        place=place,
        reason=reason,
        modifier=modifier(context, name),
    )
