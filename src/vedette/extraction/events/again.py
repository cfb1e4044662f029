"""A second event told without its verb or noun: "killed three in X and another five outside Y"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from vedette.extraction.events.merge import VIOLENT
from vedette.extraction.events.telling import Telling
from vedette.extraction.events.words import of_preps
from vedette.extraction.where import Where, where
from vedette.knowledge.events import BEFORE
from vedette.reading.reading import Reading

LOCATIVE = frozenset({"in", "on", "at", "near", "outside", "around", "inside", "against"})
COUNTS = frozenset({"others", "more", "one", "another", "several", "dozens", "scores", "hundreds"})


def told_again(reading: Reading, tellings: Iterable[Telling]) -> list[Telling]:
    """`tellings` with a copy of each for every count after it in its sentence that has a place of its own."""
    told = list(tellings)
    out: list[Telling] = []
    for n, telling in enumerate(told):
        out.append(telling)
        if telling.type not in (*VIOLENT, BEFORE):
            continue
        token = telling.token
        until = told[n + 1].token.i if n + 1 < len(told) else len(reading.doc)
        for word in reading.doc[token.i + 1 : min(until, token.sent.end)]:
            if _counts_on(word):
                place = _there(reading, word)
                if place.name is not None and place.name != telling.where.name:
                    trigger = replace(telling.trigger, token=word)
                    out.append(
                        replace(
                            telling,
                            trigger=trigger,
                            where=place,
                            at=place.name.casefold(),
                            own_place=True,
                            points=False,
                            dated=True,
                        )
                    )
    return out


def _there(reading: Reading, word: Token) -> Where:
    """The place after the preposition under `word`, also where no gazetteer lists its name."""
    for thing in of_preps(word, LOCATIVE):
        known = any(m.start <= thing.i < m.end for m in (*reading.places, *reading.actors))
        if thing.pos_ == "PROPN" and not known:
            return Where(
                thing.doc[thing.left_edge.i : thing.i + 1].text, None, "a name that the gazetteer does not know"
            )
    return where(reading, word)


def _counts_on(word: Token) -> bool:
    """Whether a count that "and" joins to what stands before goes on with its verb at another place."""
    if word.dep_ != "conj" or not (word.pos_ == "NUM" or word.lower_ in COUNTS):
        return False
    before = word.doc[word.left_edge.i - 1] if word.left_edge.i else None
    if before is None or before.lower_ not in ("and", ",", "while"):
        return False
    return any(
        c.dep_ == "prep" and c.lower_ in LOCATIVE and any(t.ent_type_ or t.pos_ == "PROPN" for t in c.subtree)
        for c in word.children
    )
