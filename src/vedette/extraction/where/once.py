"""The one closer place that a report gives to the event that it leads with: "shelling in Darfur killed seven", "the
militia shelled the Salam camp"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.where.recount import counts
from vedette.extraction.where.refine import outside
from vedette.extraction.where.retold import VIOLENT, anew, counts_others, event_class, singled_out
from vedette.extraction.where.spots import COUNTRY, LEAD, Scene, rank
from vedette.extraction.where.tree import tied
from vedette.gazetteer.fold import fold
from vedette.reading.places.resolve import NO_ENTRY
from vedette.reading.reading import PlaceMention

_NEAR = 4.0
_WIDE = 3


def once(stage: Scene, trigger: Token, container: PlaceMention) -> list[PlaceMention]:
    """The place in `container` of the only such event that the rest of the report places; else none.

    The trigger stands in the title or the first sentences. Where the report has such events at two places or more,
    of other numbers of victims, or "another", it is not told which of them the first is.
    """
    here = stage.number(trigger)
    wide = rank(container) >= _WIDE
    if here > LEAD or stage.number(stage.doc[container.start]) != here or not _deed(stage, trigger):
        return []
    if rank(container) == 0 or (container.place is not None and container.place.near):
        return []
    nouns = [t for t in stage.sentences[here] if event_class(stage, t) in VIOLENT]
    classes = {event_class(stage, t) for t in nouns}
    plural = bool(nouns) and all(t.tag_ == "NNS" for t in nouns)
    if plural and wide:
        return []  # "air strikes across the province" are at more places than the one that is told
    own = counts(stage, stage.sentences[here], None)
    said = [t for t in stage.sentences[here] if t.pos_ == "NOUN" and not stage.named(t)]
    found: dict[str, list[PlaceMention]] = {}
    for n, sentence in enumerate(stage.sentences) if classes else []:
        if n == here or stage.other_day(here, n):
            continue
        for token in sentence:
            if event_class(stage, token) not in classes:
                continue
            for place in _places(stage, token):
                if not _inside(place[0], container) or any(stage.too_large(place[0], t) for t in said):
                    continue  # "a village" is no city
                if (plural and token.tag_ == "NN") or anew(token) or singled_out(token):
                    return []
                if counts_others(own, counts(stage, sentence, None)):
                    return []
                found.setdefault(_key(place[0]), place)
    return next(iter(found.values())) if len(found) == 1 else []


def _deed(stage: Scene, trigger: Token) -> bool:
    """Whether the trigger tells of violence or of those harmed by it."""
    harm = {trigger.lower_, trigger.lemma_.lower()} & stage.words.harm_class.keys()
    return event_class(stage, trigger) in VIOLENT or bool(harm)


def _places(stage: Scene, token: Token) -> list[list[PlaceMention]]:
    """The place that stands closest to a word for an event, in its sentence."""
    near = [o.spot for o in tied(stage, token) if o.cost <= _NEAR and o.spot.parts]
    return [near[0].finest] if near else []


def _key(mention: PlaceMention) -> str:
    return mention.place.id if mention.place is not None else mention.name


def _inside(found: PlaceMention, container: PlaceMention) -> bool:
    """Whether it is a closer place than `container`, and in it as far as the gazetteer tells."""
    if found.place is not None and container.place is not None and found.place.id == container.place.id:
        return False
    if fold(found.name) == fold(container.name) or container.reason.startswith(NO_ENTRY):
        return False
    if found.place is None and (container.place is None or rank(container) >= COUNTRY - 1):
        return False
    return rank(found) < min(rank(container), COUNTRY - 2) and not outside(found.place, container.place)
