"""Names of places that stand for a government, a body or a maker: nothing is where their states are named for."""

from __future__ import annotations

from spacy.tokens import Doc

from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import PlaceKind
from vedette.reading.reading import PlaceMention

_BEFORE = ("compound", "nmod", "amod")


def stands_for_others(doc: Doc, mention: PlaceMention, words: PlaceWords, capitals: frozenset[str]) -> bool:
    """Whether the name stands for a government, a body or a maker: "US-led", "Damascus rejected", "U.S. strikes"."""
    root = doc[mention.start : mention.end].root
    after = doc[mention.end] if mention.end < len(doc) else None
    if after is not None and after.text == "-" and not doc[mention.end - 1].whitespace_:
        return True
    if mention.start > 1 and doc[mention.start - 2].lower_ in ("pro", "anti") and doc[mention.start - 1].text == "-":
        return True
    country = mention.place is not None and mention.place.kind is PlaceKind.COUNTRY
    coarse = country or (mention.place is not None and mention.name in capitals)
    while root.dep_ in ("appos", "conj") and root.head.i != root.i and root.head.pos_ in ("NOUN", "PROPN"):
        root = root.head
        if root.lemma_.lower() in words.allies:
            return True
    if root.dep_ in ("nsubj", "agent") or (root.dep_ == "pobj" and root.head.dep_ == "agent"):
        verb = root.head
        if verb.lemma_.lower() in words.say_verbs or coarse:
            return verb.lemma_ != "be"
    if not coarse:
        return False
    if not country and root.dep_ == "poss" and root.head.lemma_.lower() in words.might:
        return True  # "Moscow's forces"
    if country and root.dep_ == "poss" and root.head.pos_ == "NOUN":
        lemma = root.head.lemma_.lower()
        return not (lemma in words.kinds or lemma in words.war or root.head.lower_ in words.parts)
    if root.dep_ == "compound" and root.head.lemma_.lower() in words.allies:
        return True
    if root.dep_ == "pobj" and root.head.lower_ in ("by", "with", "from", "between"):
        return country or (root.head.head.lemma_.lower() in words.siding)
    if root.dep_ == "pobj" and root.head.lower_ == "on" and root.head.head.lemma_ == "blame":
        return True
    if root.dep_ == "pobj" and root.head.lower_ == "to" and root.head.head.lemma_.lower() in words.siding:
        return True
    deed = after is not None and after.lower_.removesuffix("s") in words.event_class  # "US airstrikes", a verb to some
    if after is not None and root.dep_ in _BEFORE and (deed or root.head.pos_ in ("NOUN", "PROPN")):
        beside = {after.lemma_.lower(), root.head.lemma_.lower() if root.head.i > root.i else ""}
        return country and not any(word in words.kinds or word in words.war for word in beside)
    return False
