"""Times that only say among which events one is the first or the worst: "the seventh attack this year"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.knowledge.times import Times
from vedette.reading.reading import Reading, TimeMention

_LONG = frozenset({"week", "month", "season", "year", "open"})
_LAST = frozenset({"last", "latest"})
_STEPS = 4
"""How many words may lie between the noun that is ranked and the words of time."""


def ranks(reading: Reading, mention: TimeMention) -> bool:
    """Whether `mention` is what a noun is first, seventh or worst of: then it tells not when that happened."""
    if mention.granularity not in _LONG or mention.relation not in ("at", "since", "during"):
        return False
    ordinals = reading.knowledge.world("times", Times).ordinals
    node = reading.doc[mention.start : mention.end].root
    for _ in range(_STEPS):
        if node.head.i == node.i:
            return False
        node = node.head
        if node.pos_ == "NOUN" and node.i < mention.start:
            return _ranked(node, ordinals)
        if node.lemma_ == "be":
            return any(c.dep_ == "attr" and c.i < mention.start and _ranked(c, ordinals) for c in node.children)
        if node.pos_ == "VERB":
            return False
    return False


def _ranked(noun: Token, ordinals: dict[str, int]) -> bool:
    return any(
        c.dep_ == "amod" and c.i < noun.i and (c.tag_ == "JJS" or c.lower_ in ordinals) and c.lower_ not in _LAST
        for c in noun.children
    )
