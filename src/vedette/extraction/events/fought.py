"""Whether an attack is answered.

ACLED calls Attack what befalls those who do not fight back, and Armed clash the rest.
"""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.actors import actor_at
from vedette.extraction.events.roles import aims
from vedette.extraction.events.struck import HARMED, harms_fighters, named, struck, victims
from vedette.extraction.events.triggers import Trigger
from vedette.extraction.events.words import governor, modifiers, of_preps
from vedette.knowledge.events import MEANS, event_lexicon
from vedette.reading.reading import Reading
from vedette.reading.syntax import patients


def answered(reading: Reading, trigger: Trigger) -> str | None:
    """Who fights back in an attack told by `trigger`, ``""`` if someone without a name; None if nobody does."""
    if not _may_be_fought(trigger):
        return None
    aim = _on_fighters(reading, trigger.token)
    return "" if aim is None and harms_fighters(reading, trigger.token) else aim


def _on_fighters(reading: Reading, token: Token) -> str | None:
    """At which armed actor an attack is aimed, ``""`` if at one without a name ("a police post"); None if at none."""
    at = [t for t in aims(reading, token) if (m := actor_at(reading, t)) is None or m.how != "country"]
    aim = next(iter(named(reading, at)), None)
    if aim is not None:
        return aim if fights(reading, aim) else None
    classes = event_lexicon(reading.knowledge).classes
    armed, owners = classes["fighters"], classes["armed_owner"]
    manned = (t.lemma_.lower() in armed or any(m.lower_ in owners for m in modifiers(t)) for t in at)
    return "" if any(manned) else None


def fights(reading: Reading, name: str) -> bool:
    """Whether the report's actor called `name` is an armed one."""
    return any(m.name == name and m.kind in ("armed", "state") for m in reading.actors)


def upon_the_unarmed(reading: Reading, token: Token) -> bool:
    """Whether those harmed in an assault are civilians and nobody is told to have fought back."""
    classes = event_lexicon(reading.knowledge).classes
    if token.lemma_.lower() not in classes["onrush"]:
        return False
    if _on_fighters(reading, token) is None and _goes_for_civilians(reading, token, classes["upon_people"]):
        return True
    hit = struck(reading, token)
    return hit.name == "civilians" and hit.sureness == HARMED and _on_fighters(reading, token) is None


def _goes_for_civilians(reading: Reading, token: Token, deeds: frozenset[str]) -> bool:
    """Whether those who storm in go on to abduct or shoot civilians: "stormed the village and fired on residents"."""
    verb = token if token.pos_ == "VERB" else governor(token)
    for clause in verb.subtree if verb is not None else ():
        joined = clause.dep_ in ("conj", "advcl") and clause.pos_ == "VERB" and clause.i > token.i
        if joined and clause.lemma_ in deeds:
            whom = [*patients(clause), *of_preps(clause, frozenset({"on", "at"}))]
            if victims(reading, whom)[:1] == ["civilians"]:
                return True
    return False


def _may_be_fought(trigger: Trigger) -> bool:
    """Whether an attack is one that those attacked can answer: no killing of captives."""
    return trigger.frame.type == MEANS or trigger.token.lemma_ in ("open", "raid", "kill", "slay")
