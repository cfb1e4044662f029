"""A site told of again without its name: "near the palace", after "the presidential palace in Khartoum"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.where.spots import COUNTRY, Scene, rank
from vedette.extraction.where.tree import tied
from vedette.model.place import PlaceKind
from vedette.reading.reading import PlaceMention

_BESIDE = 2.0
"""How close a site's place stands to it: "the palace in Khartoum", "Khartoum's palace"."""


def same_site(stage: Scene, trigger: Token) -> list[PlaceMention]:
    """The place that an earlier sentence gives to a site which the trigger's points back to; else none."""
    here = stage.number(trigger)
    sites = [t for t in stage.sentences[here] if _site(stage, t) and any(c.lower_ == "the" for c in t.children)]
    for site in sites:
        for sentence in reversed(stage.sentences[:here]):
            for token in sentence:
                if token.lemma_ != site.lemma_ or token.pos_ not in ("NOUN", "PROPN"):
                    continue
                for option in tied(stage, token):
                    if option.cost <= _BESIDE and option.spot.parts and rank(option.spot.finest[0]) < COUNTRY:
                        return option.spot.finest
    return []


def _site(stage: Scene, token: Token) -> bool:
    words = stage.words
    return token.pos_ == "NOUN" and (token.lemma_ in words.sites or words.kinds.get(token.lemma_) is PlaceKind.SITE)
