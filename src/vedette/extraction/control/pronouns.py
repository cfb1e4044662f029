"""The ground that "it" points back to: "attacked the town and captured it"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.control.area import Area
from vedette.extraction.control.areas import areas, is_ground
from vedette.extraction.control.index import Index
from vedette.extraction.control.unlisted import likely
from vedette.model.place import PlaceKind
from vedette.reading.syntax import PASSIVE_SUBJECT, SUBJECT

PRONOUNS = frozenset({"it", "them"})
_WIDE = (PlaceKind.ADM1, PlaceKind.ADM2, PlaceKind.REGION, PlaceKind.COUNTRY)
_PLACES = ("dobj", "pobj", "appos", "conj", *SUBJECT, *PASSIVE_SUBJECT)


def ground_of(index: Index, pronoun: Token) -> list[Area]:
    """The ground that `pronoun` stands for: the last told before it, in its sentence or else the one before.

    None where something else that can be taken was told since: "captured a tank near X and kept it".
    """
    start = pronoun.sent.start
    before = pronoun.doc[start - 1].sent.start if start > 0 else start
    wider: list[Area] = []
    for i in range(pronoun.i - 1, before - 1, -1):
        if i == start - 1 and wider:
            return wider
        token = pronoun.doc[i]
        mention = index.place_at.get(i)
        if mention is not None and mention.end - 1 > i:
            continue
        if token.dep_ not in _PLACES or (token.pos_ not in ("NOUN", "PROPN") and mention is None):
            continue
        ground = mention is not None or (is_ground(index, token) and token.i not in index.actor_at)
        if ground:
            found = [a for a in areas(index, token) if a.part is None][:1]
            if mention is None or mention.place is None or mention.place.kind not in _WIDE:
                return found
            wider = wider or found  # "X in the province of Y ... it" is X
        elif likely(index, token, strict=True) and token.i not in index.actor_at:
            return areas(index, token, sure=True)[:1]
        elif token.dep_ == "dobj" and token.i not in index.actor_at:
            return wider
    return wider
