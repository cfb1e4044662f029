"""Doers without a name: civilians who move or protest, and those of whom the text says that nobody knows them."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.actors.tree import UNKNOWN, actor_at, forces, objects_of
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, patients


def mover(reading: Reading, trigger: Token) -> bool:
    """Whether civilians themselves do what `trigger` tells: they flee, are evacuated, protest."""
    if trigger.lemma_ not in forces(reading).moving:
        return False
    if trigger.pos_ in ("VERB", "AUX"):
        return any(_people(reading, t) for t in (*agents(trigger), *patients(trigger)))
    under = [o for c in trigger.children if c.dep_ == "prep" and c.lower_ in ("of", "by") for o in objects_of(c)]
    return any(_people(reading, t) for t in under) or any(_people(reading, c) for c in trigger.lefts)


def nobody_known(reading: Reading, trigger: Token) -> bool:
    """Whether the words say that it is not known who did it: "killed by unknown gunmen"."""
    if trigger.pos_ not in ("VERB", "AUX"):
        return False
    mentions = (actor_at(reading, agent) for agent in agents(trigger))
    return any(m is not None and m.name.lower().startswith(UNKNOWN) for m in mentions)


def _people(reading: Reading, token: Token) -> bool:
    mention = actor_at(reading, token)
    if mention is not None:
        return mention.kind == "people"
    return token.lower_ in forces(reading).civilians or token.lower_ in ("people", "persons", "men", "thousands")
