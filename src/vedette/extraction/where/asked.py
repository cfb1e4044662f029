"""What else is asked of a report's places: what a noun points to, and on whose soil it all is."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.where.discourse import antecedent
from vedette.extraction.where.resolve import Where
from vedette.extraction.where.spots import joined, points, scene
from vedette.reading.reading import Reading


def pointed_to(reading: Reading, noun: Token) -> Where | None:
    """The place or places that a common noun points to ("the two villages"), None where it points to none."""
    stage = scene(reading)
    mentions = antecedent(stage, noun) if points(noun, set(stage.heads), stage.words) else []
    if not mentions:
        return None
    name, place, reason = joined(mentions)
    return Where(name, place, f"{noun.text!r} points to it; {reason}")


def home_country(reading: Reading) -> str | None:
    """Code of the country that most of the places of a report lie in; None where it names none."""
    return scene(reading).home
