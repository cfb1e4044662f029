"""Places told only as where people come from, go to or speak from: nothing else is told there."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.knowledge.place_words import PlaceWords

_WAYS = frozenset({"to", "into", "toward", "towards", "from", "out"})
_CHAIN = frozenset({"pobj", "prep", "compound", "nmod", "appos", "conj", "poss", "amod"})
_ENTERED = frozenset({"leave", "enter", "reach"})


def goer(place: Token, words: PlaceWords) -> Token | None:
    """The word for the going, or those who go, that the place is only an end of: "evacuees from X"; else none."""
    token = place
    for _ in range(8):
        above = token.head
        if above.i == token.i:
            return None
        if token.dep_ == "prep" and token.lower_ in _WAYS and above.lower_ not in _WAYS:
            return above if above.lemma_.lower() in words.carrying or _going(above, words) else None
        people = token.i != place.i and token.lemma_.lower() not in words.kinds
        out = any(c.dep_ == "prt" for c in above.children)  # raids are "carried out"
        carried = people and not out and above.lemma_.lower() in words.carrying
        if token.dep_ == "prep" and above.lemma_.lower() in words.tellers:
            return above  # "a source in X"
        if token.dep_ == "nsubj" and above.lemma_.lower() in words.receiving:
            return above  # "X hospital received the bodies"
        if token.dep_ == "dobj" and (carried or above.lemma_.lower() in _ENTERED):
            return above  # "leaving X", "evacuating residents of X"
        if token.dep_ not in _CHAIN:
            return None
        token = above
    return None


def _going(noun: Token, words: PlaceWords) -> bool:
    """Whether a noun or name is moved by the verb above it: "carrying residents from X" hangs "from" on either."""
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in words.carrying
