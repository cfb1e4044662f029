"""Who does what a trigger tells, and whom it befalls: from the parse around a verb or noun to canonical names."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from vedette.extraction.actors.allies import allies
from vedette.extraction.actors.befallen import befallen_of
from vedette.extraction.actors.deeds import (
    attackers_fell,
    by_attackers,
    deeds_of,
    is_total,
    may_point_back,
    means_of,
    told_elsewhere,
)
from vedette.extraction.actors.people import mover, nobody_known
from vedette.extraction.actors.reasons import FELL, IN_CLAUSE_OF_HOW, ITS_OWN, OPEN_WHO, UNNAMED
from vedette.extraction.actors.told import cause_of, told_doer
from vedette.extraction.actors.tree import forces
from vedette.knowledge.actors import side_of
from vedette.reading.actors.either import OPEN
from vedette.reading.reading import ActorMention, Reading
from vedette.reading.syntax import agents

NOBODY_KNOWN = "the text says that it is not known who did it"


def doer(reading: Reading, trigger: Token, *, movers: bool = False) -> tuple[str | None, str]:
    """Who carried out what `trigger` (a verb or a noun for a deed) tells, canonical, and how it is known.

    None, with the reason, where the text leaves it open. `movers`: civilians who flee or protest count as who acts.
    """
    if movers and mover(reading, trigger):
        return "civilians", "who moves"
    if nobody_known(reading, trigger):
        return None, NOBODY_KNOWN
    name, reason = _doer(reading, trigger)
    if any(m.name == name and m.how == OPEN for m in reading.actors):
        return None, f"the text leaves open which: {name}"
    return name, reason


def _doer(reading: Reading, trigger: Token) -> tuple[str | None, str]:
    """As `doer`, with two between whom the text does not decide as one."""
    found = told_doer(reading, trigger)
    if found is not None and not (found[1] == IN_CLAUSE_OF_HOW and is_total(reading, trigger, forces(reading))):
        return found
    if not may_point_back(reading, trigger):
        return None, OPEN_WHO
    if _by_nobody(reading, trigger):
        return None, UNNAMED
    if attackers_fell(reading, trigger):
        return None, FELL
    cause = cause_of(reading, trigger)
    deeds, claimed = deeds_of(reading)
    means = frozenset() if cause is None else means_of(reading, cause)
    if cause is not None and not means and any(c.lower_ in ("a", "an", "another") for c in cause.children):
        return None, ITS_OWN
    harmed = befallen_of(reading, trigger)
    deed = (cause is not None and cause.i != trigger.i) or by_attackers(reading, trigger)
    back = told_elsewhere(reading, deeds, claimed, trigger, means, deed=deed, harmed=harmed)
    return back or (None, OPEN_WHO)


def _by_nobody(reading: Reading, trigger: Token) -> bool:
    """Whether attackers told as new, and by no name, do it: "gunmen killed ten", but not "the gunmen"."""
    told = [a for a in agents(trigger) if a.lower_ in forces(reading).attackers] if trigger.pos_ == "VERB" else []
    return bool(told) and not by_attackers(reading, trigger)


def befallen(reading: Reading, trigger: Token) -> str | None:
    """Whom `trigger` befalls, canonical: an actor, "civilians", or None where the text does not tell.

    Ground is taken from the enemy that its sentence tells to hold it.
    """
    name = befallen_of(reading, trigger)
    by = told_doer(reading, trigger)
    if name is None and by is not None and trigger.lemma_ in forces(reading).taking:
        return _holder_here(reading, by[0], trigger)
    return None if by is not None and name == by[0] else name


def fought(reading: Reading, trigger: Token, name: str) -> str | None:
    """Whom `name` fought, where `trigger` tells that his men fell in a fight: the foe told nearest; else none."""
    cause = cause_of(reading, trigger)
    if cause is None or cause.lower_ not in forces(reading).fights:
        return None
    sides = forces(reading).enemies.get(side_of(reading.knowledge, name) or "", ())
    foes = [m for m in reading.actors if m.kind in ("armed", "state") and m.how not in ("pronoun", "country")]
    foes = [m for m in foes if m.name != name and side_of(reading.knowledge, m.name) in sides]
    here = [m for m in foes if trigger.sent.start <= m.start < trigger.sent.end]
    before = [m for m in foes if m.start < trigger.sent.start]
    return next((m.name for m in [*here, *reversed(before)]), None)


def enemy(reading: Reading, name: str) -> str | None:
    """The foe of `name` that is most told of, of a side that fights its side; None if the report tells of none."""
    told = Counter(m.name for m in _foes(reading, name))
    return max(told, key=lambda n: told[n], default=None)


def only_enemy(reading: Reading, name: str) -> str | None:
    """The foe of `name`, where the report tells of but one."""
    names = {m.name for m in _foes(reading, name)}
    return names.pop() if len(names) == 1 else None


def _holder_here(reading: Reading, name: str, trigger: Token) -> str | None:
    """The foe of `name` told in the sentence of `trigger` as holding a place: "the rebel-held east"."""
    here = (m for m in _foes(reading, name) if m.how == "holder" or _stronghold(reading, m.end))
    return next((m.name for m in here if trigger.sent.start <= m.start < trigger.sent.end), None)


def _stronghold(reading: Reading, end: int) -> bool:
    """Whether what an actor's name stands before is a place that it holds: "a rebel stronghold"."""
    return reading.doc[end : end + 1].text.lower() in forces(reading).bastions


def _foes(reading: Reading, name: str) -> list[ActorMention]:
    sides = forces(reading).enemies.get(side_of(reading.knowledge, name) or "", ())
    return [
        m
        for m in reading.actors
        if m.kind in ("armed", "state")
        and m.how not in ("pronoun", "country")
        and m.name != name
        and side_of(reading.knowledge, m.name) in sides
        and frozenset({m.name, name}) not in allies(reading)
    ]
