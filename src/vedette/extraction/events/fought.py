"""Whether an attack is answered.

ACLED calls Attack what befalls those who do not fight back, and Armed clash the rest.
"""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.actors import actor_at
from vedette.extraction.events.roles import aims
from vedette.extraction.events.struck import HARMED, harms_fighters, named, struck
from vedette.extraction.events.triggers import Trigger
from vedette.extraction.events.words import modifiers
from vedette.knowledge.events import MEANS, event_lexicon
from vedette.reading.reading import Reading


def answered(reading: Reading, trigger: Trigger) -> str | None:
    """Who fights back in an attack told by `trigger`, ``""`` if someone without a name; None if nobody does."""
    if not _may_be_fought(trigger):
        return None
    aim = _on_fighters(reading, trigger.token)
    return "" if aim is None and harms_fighters(reading, trigger.token) else aim


def _on_fighters(reading: Reading, token: Token) -> str | None:
    """At which armed actor an attack is aimed, ``""`` if at one without a name ("a police post"); None if at none."""
    at = [t for t in aims(token) if (m := actor_at(reading, t)) is None or m.how != "country"]
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
    if token.lemma_.lower() not in event_lexicon(reading.knowledge).classes["onrush"]:
        return False
    hit = struck(reading, token)
    return hit.name == "civilians" and hit.sureness == HARMED and _on_fighters(reading, token) is None


def _may_be_fought(trigger: Trigger) -> bool:
    """Whether an attack is one that those attacked can answer: no killing of captives."""
    return trigger.frame.type == MEANS or trigger.token.lemma_ in ("open", "raid", "kill", "slay")
