"""Places named: spans that may be names, what the gazetteer makes of them, and what their sentence says they are."""

from __future__ import annotations

from dataclasses import replace

from vedette.gazetteer.gazetteer import gazetteer
from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import POINTS
from vedette.reading.places.context import Context
from vedette.reading.places.names import Found, find_names
from vedette.reading.places.resolve import Resolver
from vedette.reading.places.within import find_within
from vedette.reading.places.words import is_directed, is_near, modifier
from vedette.reading.reading import PlaceMention, Reading

__all__ = ["find_places", "find_toponyms"]


def find_places(reading: Reading) -> list[PlaceMention]:
    """Every place named in the report, resolved or with the reason why not."""
    context = _context(reading)
    found = find_names(context)
    resolver = Resolver(context, _with_others(context, found))
    return [_mention(context, resolver, name) for name in found]


def find_toponyms(reading: Reading) -> list[PlaceMention]:
    """Every name of a place, also inside the name of a body or as that of a people: more than claims are put to."""
    context = _context(reading)
    found = _with_others(context, find_names(context))
    resolver = Resolver(context, found)
    return [_mention(context, resolver, name) for name in found]


def _with_others(context: Context, found: list[Found]) -> list[Found]:
    """`found` and the names inside other names, in the order of the text: all speak for what each of them means."""
    return sorted([*found, *find_within(context, found)], key=lambda name: name.start)


def _context(reading: Reading) -> Context:
    words = reading.knowledge.world("place_words", PlaceWords)
    return Context(reading, gazetteer(reading.knowledge), words)


def _mention(context: Context, resolver: Resolver, name: Found) -> PlaceMention:
    place, reason = resolver.resolve(name)
    words = modifier(context, name)
    if place is not None and place.kind in POINTS and is_near(context, words):
        place = replace(place, near=True)
    return PlaceMention(
        start=name.start,
        end=name.end,
        name=name.text,
        place=place,
        reason=reason,
        modifier=words,
        directed=is_directed(context.words, words),
    )
