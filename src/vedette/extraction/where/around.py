"""Places told at first by a greater one that they lie outside: "an area outside the capital", later "the town of X"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.where.spots import COUNTRY, Scene, Spot, rank
from vedette.extraction.where.tree import tied
from vedette.gazetteer.near import apart_km
from vedette.reading.reading import PlaceMention

_ONWARD = 3
"""How many sentences on the place may be named."""
_NEAR = 8.0
_AROUND_KM = 40.0


def around(stage: Scene, trigger: Token, noun: Token, spot: Spot) -> list[PlaceMention]:
    """The place that a later sentence gives to the same kind of event, where `noun` lies outside `spot`; else none.

    It is named with a word for the event of the trigger's sentence, and within 40 km of the place of `spot`.
    """
    if not any(c.dep_ == "prep" and c.lower_ in stage.words.vicinity for c in noun.children):
        return []
    here, anchor = stage.number(trigger), spot.finest[0]
    classes = {c for t in stage.sentences[here] if (c := stage.event_class[t.i]) is not None}
    for sentence in stage.sentences[here + 1 : here + 1 + _ONWARD] if classes else []:
        for token in sentence:
            if stage.event_class[token.i] not in classes:
                continue
            near = [o.spot.finest for o in tied(stage, token) if o.cost <= _NEAR and o.spot.parts]
            if told := [found for found in near if _outside(found[0], anchor)]:
                return min(told, key=lambda found: rank(found[0]))
    return []


def beside(stage: Scene, trigger: Token, mention: PlaceMention) -> list[PlaceMention]:
    """The place that a later sentence puts near `mention`, where the trigger's has but "near" it: "X near the city"."""
    if mention.place is None or (mention.modifier or "").lower().split()[:1] not in [[w] for w in stage.words.vicinity]:
        return []
    here = stage.number(trigger)
    for sentence in stage.sentences[here + 1 : here + 1 + _ONWARD]:
        for spot in stage.spots(sentence):
            anchors = [ms[0] for ms in spot.parts if ms[0].start in spot.anchors]
            same = any(a.place is not None and a.place.id == mention.place.id for a in anchors)
            if same and rank(spot.finest[0]) < COUNTRY:
                return spot.finest
    return []


def _outside(found: PlaceMention, anchor: PlaceMention) -> bool:
    if found.place is None or anchor.place is None or found.place.id == anchor.place.id or rank(found) >= COUNTRY:
        return False
    return apart_km(found.place, anchor.place) <= _AROUND_KM
